/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must not change a result, over random cases: the order in which judges, scores and applications
 * stand in the case. And what always holds: ranks, sizes and totals fit one another. */

#include "config.h"

#include "contest.h"

#define N_CANDIDATES 12
#define N_JUDGES     5
#define N_RUNS       100

/* Few different marks, so that there are ties. */
static XrDecimal
draw_mark (GRand *rand)
{
  return (XrDecimal){ (gint64) g_rand_int_range (rand, 120, 200) * XR_DECIMAL_SCALE / 2 };
}

static void
draw_scores (XrCase *contest, int component, GRand *rand)
{
  for (int panel = 0; panel < 2; panel++)
    for (int i = 0; i < N_JUDGES; i++)
      {
        int judge = test_add_judge (contest, component, panel == 0 ? "A" : "B", "评委");

        for (int j = panel; j < N_CANDIDATES; j += 2)
          {
            XrScore score = { .judge = judge, .application = j, .dimension = -1 };

            score.recused = g_rand_int_range (rand, 0, 20) == 0;
            score.value = draw_mark (rand);
            if (g_rand_int_range (rand, 0, 200) > 0)
              g_array_append_val (contest->scores, score);
          }
      }
}

static void
draw_settings (XrCase *contest, GRand *rand)
{
  XrSettings *settings = &contest->plan->settings;

  settings->shortlist_ratio = (XrRatio){ g_rand_int_range (rand, 10, 30), 10 };
  settings->shortlist_rounding = g_rand_int_range (rand, XR_SIZE_UP, XR_SIZE_DOWN + 1);
  settings->total_places = g_rand_int_range (rand, 0, 5);
  settings->total_rounding = g_rand_boolean (rand) ? XR_ROUNDING_CUT : XR_ROUNDING_HALF_AWAY;
  settings->rank_unrounded = g_rand_boolean (rand);
  if (g_rand_boolean (rand))
    test_tie_breaker (contest, "笔试");
}

static XrCase *
draw_case (GRand *rand)
{
  XrCase *contest = test_case_new ((guint) g_rand_int_range (rand, 1, 4), N_CANDIDATES);
  XrComponent *judges = test_add_component (contest, "面试", XR_METHOD_JUDGES, "37.5");
  XrComponent *direct = test_add_component (contest, "笔试", XR_METHOD_DIRECT, "62.5");

  judges->drop_high = (guint) g_rand_int_range (rand, 0, 2);
  judges->drop_low = (guint) g_rand_int_range (rand, 0, 2);
  judges->panel_correction = g_rand_boolean (rand);
  judges->panel_trim = (guint) g_rand_int_range (rand, 0, 2);
  judges->has_cut_ratio = g_rand_boolean (rand);
  judges->cut_ratio = (XrRatio){ 3, 1 };
  direct->has_pass_line = g_rand_boolean (rand);
  direct->pass_line = XR_DECIMAL_INT (70);
  draw_scores (contest, 0, rand);
  for (int i = 0; i < N_CANDIDATES; i++)
    {
      XrDirectScore score = { 0, 1, i, -1, draw_mark (rand) };

      g_array_append_val (contest->direct_scores, score);
      if (g_rand_int_range (rand, 0, 15) == 0)
        g_array_index (contest->applications, XrApplication, i).state = XR_STATE_ABSENT;
    }
  draw_settings (contest, rand);
  return contest;
}

static void
reverse_scores (XrCase *contest)
{
  GArray *scores = contest->scores;

  for (guint i = 0; i < scores->len / 2; i++)
    {
      XrScore *a = &g_array_index (scores, XrScore, i);
      XrScore *b = &g_array_index (scores, XrScore, scores->len - 1 - i);
      XrScore kept = *a;

      *a = *b;
      *b = kept;
    }
}

static void
reverse_judges (XrCase *contest)
{
  int n = (int) contest->judges->len;

  for (int i = 0; i < n / 2; i++)
    {
      gpointer kept = contest->judges->pdata[i];

      contest->judges->pdata[i] = contest->judges->pdata[n - 1 - i];
      contest->judges->pdata[n - 1 - i] = kept;
    }
  for (guint i = 0; i < contest->scores->len; i++)
    {
      XrScore *score = &g_array_index (contest->scores, XrScore, i);

      score->judge = n - 1 - score->judge;
    }
}

static void
reverse_applications (XrCase *contest)
{
  int n = (int) contest->applications->len;

  for (int i = 0; i < n / 2; i++)
    {
      XrApplication *a = &g_array_index (contest->applications, XrApplication, i);
      XrApplication *b = &g_array_index (contest->applications, XrApplication, n - 1 - i);
      XrApplication kept = *a;

      *a = *b;
      *b = kept;
    }
  for (guint i = 0; i < contest->scores->len; i++)
    {
      XrScore *score = &g_array_index (contest->scores, XrScore, i);

      score->application = n - 1 - score->application;
    }
}

static char *
describe (const XrCase *contest)
{
  g_autoptr (XrResult) result = xr_result_compute (contest);

  return test_describe (result, contest);
}

static void
test_order_does_not_matter (void)
{
  static void (*const changes[]) (XrCase *) = { reverse_scores, reverse_judges,
                                                reverse_applications };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int run = 0; run < N_RUNS; run++)
    {
      g_autoptr (XrCase) contest = draw_case (rand);
      g_autofree char *before = describe (contest);

      for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
        {
          g_autofree char *after = NULL;

          changes[i](contest);
          after = describe (contest);
          g_assert_cmpstr (before, ==, after);
        }
    }
}

static void
check_standings (const XrPostResult *post)
{
  guint shortlisted = 0, ranked = 0;

  for (guint i = 0; i < post->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (post->standings, i);
      const XrStanding *before = i > 0 ? g_ptr_array_index (post->standings, i - 1) : NULL;

      shortlisted += standing->shortlisted;
      ranked += standing->has_total;
      g_assert_cmpint (standing->rank > 0, ==, standing->has_total);
      g_assert_true (standing->state == XR_STATE_ACTIVE || !standing->has_total);
      if (!standing->has_total || before == NULL)
        continue;
      g_assert_true (before->has_total);
      g_assert_cmpint (xr_decimal_compare (before->total, standing->total), >=, 0);
      g_assert_true (standing->rank == before->rank || standing->rank == (int) i + 1);
      g_assert_true (standing->rank != before->rank || (before->tied && standing->tied));
    }
  g_assert_cmpuint (shortlisted, ==, post->shortlist->len);
  g_assert_cmpuint (shortlisted, >=, MIN (post->shortlist_size, ranked));
  g_assert_cmpint (post->cutoff_tie, ==, shortlisted > post->shortlist_size);
}

static void
test_what_always_holds (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (int run = 0; run < N_RUNS; run++)
    {
      g_autoptr (XrCase) contest = draw_case (rand);
      g_autoptr (XrResult) result = xr_result_compute (contest);

      check_standings (g_ptr_array_index (result->posts, 0));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/properties/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/properties/what-always-holds", test_what_always_holds);
  return g_test_run ();
}
