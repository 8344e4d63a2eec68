/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The explanations say what working the case out anew says: the smallest swap by trying every single
 * change, the result without a judge by a case that never had him. */

#include "config.h"

#include "contest.h"
#include "rules/explain.h"

#define N_RUNS 40

static void
draw_panel (XrCase *contest, int component, const char *panel, int first, int n_judges, GRand *rand)
{
  int half = g_rand_int_range (rand, 0, 3) == 0;
  int n = (int) contest->applications->len;

  for (int i = 0; i < n_judges; i++)
    {
      int judge = test_add_judge (contest, component, panel, "评委");

      for (int j = first; j < n; j += panel != NULL ? 2 : 1)
        {
          XrScore score = { .judge = judge, .application = j, .dimension = -1 };

          score.recused = g_rand_int_range (rand, 0, 25) == 0;
          score.value.units = g_rand_int_range (rand, 10, 20) * (XR_DECIMAL_SCALE / (half ? 2 : 1));
          g_array_append_val (contest->scores, score);
        }
    }
}

static XrCase *
draw_case (GRand *rand, gboolean coupled)
{
  int n = g_rand_int_range (rand, 2, coupled ? 5 : 7);
  XrCase *contest = test_case_new (1, (guint) n);
  XrComponent *speech = test_add_component (contest, "演讲", XR_METHOD_JUDGES, "40");
  XrComponent *exam = test_add_component (contest, "笔试", XR_METHOD_DIRECT, "60");
  int n_judges = g_rand_int_range (rand, 3, coupled ? 5 : 10);

  speech->full_mark = XR_DECIMAL_INT (20);
  speech->drop_high = (guint) g_rand_int_range (rand, 0, 2);
  speech->drop_low = (guint) g_rand_int_range (rand, 0, 2);
  speech->has_pass_line = g_rand_boolean (rand);
  speech->pass_line = XR_DECIMAL_INT (50);
  speech->has_cut_ratio = coupled && g_rand_boolean (rand);
  speech->cut_ratio = (XrRatio){ 3, 1 };
  speech->panel_correction = coupled && !speech->has_cut_ratio;
  contest->plan->settings.rank_unrounded = g_rand_boolean (rand);
  if (g_rand_boolean (rand))
    test_tie_breaker (contest, "笔试");
  if (g_rand_boolean (rand))
    exam->places = 0;
  if (speech->panel_correction)
    {
      draw_panel (contest, 0, "A", 0, n_judges, rand);
      draw_panel (contest, 0, "B", 1, n_judges, rand);
    }
  else
    draw_panel (contest, 0, NULL, 0, n_judges, rand);
  for (int i = 0; i < n; i++)
    {
      XrDirectScore score = { 0, 1, i, -1, XR_DECIMAL_INT (g_rand_int_range (rand, 70, 90)) };

      g_array_append_val (contest->direct_scores, score);
    }
  return contest;
}

static gboolean
is_swapped (const XrCase *contest, int upper, int lower)
{
  g_autoptr (XrResult) result = xr_result_compute (contest);
  int a = test_find_standing (result, upper)->rank;
  int b = test_find_standing (result, lower)->rank;

  return b > 0 && (a == 0 || b < a);
}

/* The smallest amount over all scores of everybody, 0 for none. */
static gint64
try_all (XrCase *contest, int upper, int lower, gint64 grain)
{
  gint64 best = 0;

  for (guint i = 0; i < contest->scores->len; i++)
    {
      XrScore *score = &g_array_index (contest->scores, XrScore, i);
      gint64 kept = score->value.units;

      for (gint64 amount = grain; !score->recused && amount <= 20 * XR_DECIMAL_SCALE;
           amount += grain)
        for (int sign = -1; sign <= 1; sign += 2)
          {
            score->value.units = kept + sign * amount;
            if (score->value.units >= 0 && score->value.units <= 20 * XR_DECIMAL_SCALE
                && (best == 0 || amount < best) && is_swapped (contest, upper, lower))
              best = amount;
            score->value.units = kept;
          }
    }
  return best;
}

static void
check_pair (XrCase *contest, int upper, int lower)
{
  XrSwap swap = xr_explain_swap (contest, upper, lower, 0);
  gint64 best = try_all (contest, upper, lower, xr_explain_grain (contest, 0).units);
  XrScore *score;

  g_assert_true (swap.complete);
  g_assert_cmpint (swap.found, ==, best > 0);
  if (!swap.found)
    return;
  g_assert_cmpint (ABS (swap.to.units - swap.from.units), ==, best);
  score = &g_array_index (contest->scores, XrScore, swap.score);
  g_assert_cmpint (score->value.units, ==, swap.from.units);
  score->value = swap.to;
  g_assert_true (is_swapped (contest, upper, lower));
  score->value = swap.from;
}

static guint
check_pairs (XrCase *contest)
{
  g_autoptr (XrResult) result = xr_result_compute (contest);
  const XrPostResult *post = g_ptr_array_index (result->posts, 0);
  guint n = 0;

  for (guint i = 0; i + 1 < post->standings->len; i++)
    {
      const XrStanding *upper = g_ptr_array_index (post->standings, i);
      const XrStanding *lower = g_ptr_array_index (post->standings, i + 1);

      if (!lower->has_total)
        break;
      check_pair (contest, upper->application, lower->application);
      n++;
    }
  return n;
}

static void
check_swaps (guint32 seed, gboolean coupled)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n = 0;

  for (int run = 0; run < N_RUNS; run++)
    {
      g_autoptr (XrCase) contest = draw_case (rand, coupled);

      n += check_pairs (contest);
    }
  g_assert_cmpuint (n, >, N_RUNS / 2);
}

static void
test_smallest_swap (void)
{
  check_swaps (1, FALSE);
}

static void
test_smallest_swap_coupled (void)
{
  check_swaps (2, TRUE);
}

static void
test_budget (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (XrCase) contest = draw_case (rand, TRUE);
  XrSwap swap = xr_explain_swap (contest, 0, 1, 1);

  g_assert_false (swap.found);
  g_assert_false (swap.complete);
  g_assert_cmpint (swap.looked.units, ==, 0);
}

/* The same case without the judge, made by hand. */
static void
remove_judge (XrCase *contest, int judge)
{
  for (guint i = contest->scores->len; i > 0; i--)
    {
      XrScore *score = &g_array_index (contest->scores, XrScore, i - 1);

      if (score->judge == judge)
        g_array_remove_index (contest->scores, i - 1);
      else if (score->judge > judge)
        score->judge--;
    }
  g_ptr_array_remove_index (contest->judges, (guint) judge);
}

static void
check_without (const XrPostResult *before, const XrWithout *without, const XrResult *after)
{
  guint moved = 0;
  gboolean list_changes = FALSE;

  for (guint i = 0; i < before->standings->len; i++)
    {
      const XrStanding *old = g_ptr_array_index (before->standings, i);
      const XrStanding *new = test_find_standing (after, old->application);

      g_assert_cmpint (without->ranks[i], ==, new->rank);
      g_assert_cmpint (without->shortlisted[i], ==, new->shortlisted);
      moved += old->rank > 0 && old->rank != new->rank;
      list_changes |= old->shortlisted != new->shortlisted;
    }
  g_assert_cmpuint (without->n_moved, ==, moved);
  g_assert_cmpint (without->list_changes, ==, list_changes);
}

static void
test_without_judge (void)
{
  for (guint32 seed = 0; seed < 2 * N_RUNS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (XrCase) contest = draw_case (rand, seed % 2 == 1);
      g_autoptr (XrResult) result = xr_result_compute (contest);
      const XrPostResult *post = g_ptr_array_index (result->posts, 0);
      g_autoptr (GArray) judges = xr_explain_list_judges (contest, 0);

      g_assert_cmpuint (judges->len, ==, contest->judges->len);
      for (int i = 0; i < (int) judges->len; i++)
        {
          g_autoptr (GRand) again = g_rand_new_with_seed (seed);
          g_autoptr (XrCase) other = draw_case (again, seed % 2 == 1);
          g_autoptr (XrWithout) without = xr_explain_without_judge (contest, post, i);
          g_autoptr (XrResult) after = NULL;

          remove_judge (other, i);
          after = xr_result_compute (other);
          check_without (post, without, after);
        }
    }
}

static void
add_direct (XrCase *contest, int component, const char *a, const char *b)
{
  test_direct (contest, component, 0, -1, a);
  test_direct (contest, component, 1, -1, b);
}

/* 50:50 and 80+70 against 70+79: with five points more on the second the order turns. */
static void
test_weights (void)
{
  g_autoptr (XrCase) contest = test_case_new (1, 2);
  g_autoptr (XrResult) result = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const XrWeightChange *change;

  test_add_component (contest, "甲", XR_METHOD_DIRECT, "50");
  test_add_component (contest, "乙", XR_METHOD_DIRECT, "50");
  add_direct (contest, 0, "80", "70");
  add_direct (contest, 1, "70", "79");
  result = xr_result_compute (contest);
  changes = xr_explain_weights (contest, g_ptr_array_index (result->posts, 0));
  g_assert_cmpuint (changes->len, ==, 2);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->up, ==, 0);
  g_assert_cmpint (change->down, ==, 3);
  g_assert_cmpint (change->best[0], ==, 1);
  g_assert_cmpint (change->worst[0], ==, 2);
  change = g_ptr_array_index (changes, 1);
  g_assert_cmpint (change->up, ==, 3);
  g_assert_cmpint (change->down, ==, 0);
}

static void
test_deciding (void)
{
  g_autoptr (XrCase) contest = test_case_new (1, 2);
  g_autoptr (XrResult) result = NULL;

  test_add_component (contest, "甲", XR_METHOD_DIRECT, "20");
  test_add_component (contest, "乙", XR_METHOD_DIRECT, "80");
  add_direct (contest, 0, "80", "70");
  add_direct (contest, 1, "73", "70");
  result = xr_result_compute (contest);
  /* 2.0 against 2.4 */
  g_assert_cmpint (
    xr_explain_deciding (contest, test_find_standing (result, 0), test_find_standing (result, 1)),
    ==, 1);
}

static void
test_judges (void)
{
  static const char *const marks[3][3] = { { "90", "80", "70" },
                                           { "91", "81", "71" },
                                           { "80", "85", "90" } };
  g_autoptr (XrCase) contest = test_case_new (1, 3);
  XrComponent *speech = test_add_component (contest, "演讲", XR_METHOD_JUDGES, "100");
  g_autoptr (XrResult) result = NULL;
  g_autoptr (GArray) figures = NULL;
  const XrJudgeFigures *one;

  speech->drop_high = 1;
  for (int i = 0; i < 3; i++)
    {
      int judge = test_add_judge (contest, 0, NULL, "评委");

      for (int j = 0; j < 3; j++)
        test_score (contest, judge, j, -1, marks[i][j]);
    }
  result = xr_result_compute (contest);
  figures = xr_explain_judges (contest, g_ptr_array_index (result->posts, 0), 0);
  g_assert_cmpuint (figures->len, ==, 3);
  one = &g_array_index (figures, XrJudgeFigures, 0);
  g_assert_cmpuint (one->n_scored, ==, 3);
  /* 80 against a mean of the panel of 82 */
  g_assert_cmpint (one->severity.units, ==, -2 * XR_DECIMAL_SCALE);
  g_assert_cmpint (one->agreement.units, ==, XR_DECIMAL_SCALE);
  g_assert_cmpint (one->lowest.units, ==, 70 * XR_DECIMAL_SCALE);
  /* The root of 200 / 3 is 8.1649… */
  g_assert_cmpint (one->spread.units, ==, 81600);
  one = &g_array_index (figures, XrJudgeFigures, 2);
  g_assert_cmpint (one->agreement.units, ==, -XR_DECIMAL_SCALE);
  g_assert_cmpint (one->severity.units, ==, 3 * XR_DECIMAL_SCALE);
  g_assert_cmpuint (one->n_dropped_high, ==, 2);
  g_assert_cmpuint (one->n_pairs, ==, 3);
}

/* What the agreement is by its definition: every pair looked at. In ten-thousandths. */
static gint64
agree_by_pairs (gint64 marks[][9], int n_judges, int judge)
{
  gint64 difference = 0;

  for (int i = 0; i < 9; i++)
    for (int k = i + 1; k < 9; k++)
      {
        gint64 own = marks[judge][i] - marks[judge][k], others = -own;

        for (int j = 0; j < n_judges; j++)
          others += marks[j][i] - marks[j][k];
        difference += ((own > 0) - (own < 0)) * ((others > 0) - (others < 0));
      }
  return difference;
}

static void
test_agreement_of_all_pairs (void)
{
  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (XrCase) contest = test_case_new (1, 9);
      g_autoptr (XrResult) result = NULL;
      g_autoptr (GArray) figures = NULL;
      gint64 marks[4][9];

      test_add_component (contest, "演讲", XR_METHOD_JUDGES, "100");
      for (int i = 0; i < 4; i++)
        {
          int judge = test_add_judge (contest, 0, NULL, "评委");

          for (int j = 0; j < 9; j++)
            {
              g_autofree char *text = NULL;

              marks[i][j] = g_test_rand_int_range (80, 85);
              text = g_strdup_printf ("%d", (int) marks[i][j]);
              test_score (contest, judge, j, -1, text);
            }
        }
      result = xr_result_compute (contest);
      figures = xr_explain_judges (contest, g_ptr_array_index (result->posts, 0), 0);
      for (int i = 0; i < 4; i++)
        {
          const XrJudgeFigures *one = &g_array_index (figures, XrJudgeFigures, i);
          g_autoptr (XrRational) tau = xr_rational_new_fraction (agree_by_pairs (marks, 4, i), 36);

          g_assert_cmpuint (one->n_pairs, ==, 36);
          g_assert_cmpint (one->agreement.units, ==,
                           xr_rational_round (tau, 2, XR_ROUNDING_HALF_AWAY).units);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain/smallest-swap", test_smallest_swap);
  g_test_add_func ("/explain/smallest-swap-coupled", test_smallest_swap_coupled);
  g_test_add_func ("/explain/budget", test_budget);
  g_test_add_func ("/explain/without-judge", test_without_judge);
  g_test_add_func ("/explain/weights", test_weights);
  g_test_add_func ("/explain/deciding", test_deciding);
  g_test_add_func ("/explain/judges", test_judges);
  g_test_add_func ("/explain/agreement-of-all-pairs", test_agreement_of_all_pairs);
  return g_test_run ();
}
