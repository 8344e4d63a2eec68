/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of component by itself: the sentences of INTERCHANGE 3 and its fine print, one test or
 * line each. */

#include "config.h"

#include "contest.h"
#include "rules/breakdown.h"

static XrComponent *
get_component (const XrCase *contest, int component)
{
  return g_ptr_array_index (contest->plan->components, component);
}

/* One candidate, one score for each text; NULL recuses. */
static XrCase *
make_judges (const char *const *values, guint n)
{
  XrCase *contest = test_case_new (1, 1);

  test_add_component (contest, "演讲", XR_METHOD_JUDGES, "100");
  for (guint i = 0; i < n; i++)
    test_score (contest, test_add_judge (contest, 0, NULL, "评委"), 0, -1, values[i]);
  return contest;
}

static void
test_judges_recused_do_not_count (void)
{
  g_autoptr (XrCase) contest = make_judges ((const char *[]){ "80", NULL, "91" }, 3);

  test_expect (contest, 0, 0, "85.50");
}

static void
test_judges_one_must_remain (void)
{
  g_autoptr (XrCase) contest = make_judges ((const char *[]){ "80", NULL, "91" }, 3);

  get_component (contest, 0)->drop_high = 1;
  test_expect (contest, 0, 0, "80.00");
  get_component (contest, 0)->drop_low = 1;
  test_expect_missing (contest, 0, 0, XR_MISSING_ALL_DROPPED);
  get_component (contest, 0)->drop_low = G_MAXUINT;
  test_expect_missing (contest, 0, 0, XR_MISSING_ALL_DROPPED);
}

static void
test_judges_missing_row (void)
{
  g_autoptr (XrCase) contest = make_judges ((const char *[]){ "80", "90" }, 2);

  test_add_judge (contest, 0, NULL, "缺席");
  test_expect_missing (contest, 0, 0, XR_MISSING_JUDGE);
}

static void
test_judges_missing_sub_item (void)
{
  g_autoptr (XrCase) contest = make_judges ((const char *[]){ "30", "40" }, 2);

  g_array_index (contest->scores, XrScore, 0).dimension = 0;
  g_array_index (contest->scores, XrScore, 1).dimension = 0;
  test_add_dimension (get_component (contest, 0), "一", NULL, "50");
  test_expect (contest, 0, 0, "70.00");
  test_add_dimension (get_component (contest, 0), "二", NULL, "50");
  test_expect_missing (contest, 0, 0, XR_MISSING_JUDGE);
}

static void
test_judges_scaled_by_full_mark (void)
{
  g_autoptr (XrCase) contest = make_judges ((const char *[]){ "8", "9" }, 2);

  get_component (contest, 0)->full_mark = test_decimal ("10");
  test_expect (contest, 0, 0, "85.00");
}

static void
test_judges_no_row_at_all (void)
{
  g_autoptr (XrCase) contest = make_judges (NULL, 0);

  test_expect_missing (contest, 0, 0, XR_MISSING_ENTRY);
}

static void
test_rounding (void)
{
  g_autoptr (XrCase) contest = make_judges ((const char *[]){ "80.01", "80.02" }, 2);
  XrComponent *component = get_component (contest, 0);

  test_expect (contest, 0, 0, "80.02");
  component->rounding = XR_ROUNDING_CUT;
  test_expect (contest, 0, 0, "80.01");
  component->places = 4;
  test_expect (contest, 0, 0, "80.0150");
  component->places = 0;
  test_expect (contest, 0, 0, "80");
}

/* Panels A (90, 80) and B (70, 60): mean of all 75, of A 85, of B 65. */
static XrCase *
make_panels (void)
{
  static const char *const values[4] = { "90", "80", "70", "60" };
  XrCase *contest = test_case_new (1, 4);

  test_add_component (contest, "面试", XR_METHOD_JUDGES, "100")->panel_correction = TRUE;
  for (int i = 0; i < 4; i++)
    {
      int judge = i % 2 == 0 ? test_add_judge (contest, 0, i < 2 ? "A" : "B", "评委")
                             : (int) contest->judges->len - 1;

      test_score (contest, judge, i, -1, values[i]);
    }
  return contest;
}

static void
test_panel_correction (void)
{
  g_autoptr (XrCase) contest = make_panels ();

  /* 75/85 = 0.8824, 75/65 = 1.1538 */
  test_expect (contest, 0, 0, "79.42");
  test_expect (contest, 1, 0, "70.59");
  test_expect (contest, 2, 0, "80.77");
  test_expect (contest, 3, 0, "69.23");
}

static void
test_panel_trim_leaves_nothing (void)
{
  g_autoptr (XrCase) contest = make_panels ();

  get_component (contest, 0)->panel_trim = 1;
  test_expect_missing (contest, 0, 0, XR_MISSING_PANEL);
}

static void
test_panel_mean_of_zero (void)
{
  g_autoptr (XrCase) contest = make_panels ();

  g_array_index (contest->scores, XrScore, 2).value = XR_DECIMAL_ZERO;
  g_array_index (contest->scores, XrScore, 3).value = XR_DECIMAL_ZERO;
  /* (90 + 80) / 4 over 85 */
  test_expect (contest, 0, 0, "45.00");
  test_expect_missing (contest, 2, 0, XR_MISSING_PANEL);
}

static void
test_panel_without_those_who_are_out (void)
{
  g_autoptr (XrCase) contest = make_panels ();

  g_array_index (contest->applications, XrApplication, 3).state = XR_STATE_WITHDRAWN;
  /* Mean of all 80, of A 85 (0.9412), of B 70 (1.1429); the one who is out is still shown. */
  test_expect (contest, 0, 0, "84.71");
  test_expect (contest, 2, 0, "80.00");
  test_expect (contest, 3, 0, "68.57");
}

static XrCase *
make_votes (const char *weight)
{
  XrCase *contest = test_case_new (1, 1);
  XrComponent *component = test_add_component (contest, "推荐", XR_METHOD_VOTE_SHARE, "100");

  for (int i = 0; i < 2; i++)
    {
      XrGroup *group = test_add_group (component, i == 0 ? "甲" : "乙", weight);

      group->due = 20;
      group->present = 16;
      test_vote (contest, 0, i, 0, i == 0 ? 8 : 3, 4, 3);
    }
  return contest;
}

static void
test_vote_denominators (void)
{
  static const char *const pooled[] = { "44.00", "57.89", "34.38", "27.50" };
  static const char *const weighted[] = { "41.67", "54.76", "34.38", "27.50" };

  for (guint base = XR_VOTE_BASE_VALID; base <= XR_VOTE_BASE_DUE; base++)
    {
      g_autoptr (XrCase) all = make_votes (NULL);
      g_autoptr (XrCase) by_group = make_votes ("50");

      get_component (all, 0)->vote_base = base;
      get_component (by_group, 0)->vote_base = base;
      test_expect (all, 0, 0, pooled[base]);
      test_expect (by_group, 0, 0, weighted[base]);
    }
}

static void
test_vote_missing_denominator (void)
{
  g_autoptr (XrCase) contest = make_votes (NULL);
  XrComponent *component = get_component (contest, 0);

  component->vote_base = XR_VOTE_BASE_PRESENT;
  ((XrGroup *) g_ptr_array_index (component->groups, 1))->present = XR_COUNT_NONE;
  test_expect_missing (contest, 0, 0, XR_MISSING_DENOMINATOR);
}

static void
test_vote_group_without_votes (void)
{
  g_autoptr (XrCase) contest = make_votes ("50");
  XrVote *vote = &g_array_index (contest->votes, XrVote, 1);

  vote->yes = vote->no = vote->abstain = 0;
  test_expect_missing (contest, 0, 0, XR_MISSING_GROUP);
  get_component (contest, 0)->grouping = XR_GROUPING_POOLED;
  test_expect (contest, 0, 0, "53.33");
  g_array_set_size (contest->votes, 1);
  test_expect_missing (contest, 0, 0, XR_MISSING_GROUP);
}

static XrCase *
make_direct (void)
{
  XrCase *contest = test_case_new (1, 1);

  test_add_component (contest, "平时", XR_METHOD_DIRECT, "100")->full_mark = test_decimal ("300");
  test_direct (contest, 0, 0, -1, "255.5");
  return contest;
}

static void
test_direct_score (void)
{
  g_autoptr (XrCase) contest = make_direct ();
  XrComponent *component = get_component (contest, 0);

  test_expect (contest, 0, 0, "85.17");
  g_array_set_size (contest->direct_scores, 0);
  test_expect_missing (contest, 0, 0, XR_MISSING_ENTRY);
  test_add_dimension (component, "一", "2", NULL);
  test_add_dimension (component, "二", "0.5", NULL);
  test_direct (contest, 0, 0, 0, "240");
  test_expect_missing (contest, 0, 0, XR_MISSING_ENTRY);
  test_direct (contest, 0, 0, 1, "300");
  test_expect (contest, 0, 0, "84.00"); /* (480 + 150) / 2.5 / 3 */
}

static void
test_bonus (void)
{
  g_autoptr (XrCase) contest = make_direct ();
  XrComponent *bonus = test_add_component (contest, "加分", XR_METHOD_DIRECT, "0");
  g_autoptr (XrResult) open = xr_result_compute (contest);
  g_autoptr (XrResult) result = NULL;

  bonus->bonus = TRUE;
  bonus->full_mark = test_decimal ("5");
  g_assert_false (open->complete);
  test_expect_missing (contest, 0, 1, XR_MISSING_ENTRY);
  test_add_dimension (bonus, "学历", "1", NULL);
  test_add_dimension (bonus, "优秀", "0.5", NULL);
  test_direct (contest, 1, 0, 0, "1");
  test_direct (contest, 1, 0, 1, "3");
  test_expect (contest, 0, 1, "2.50");
  result = xr_result_compute (contest);
  test_assert_total (result, contest, 0, "87.67");
  g_array_index (contest->direct_scores, XrDirectScore, 2).value = test_decimal ("20");
  test_expect (contest, 0, 1, "5.00");
}

/* Two groups of one dimension each; the second may stay without a mark. */
static XrCase *
make_graded (gboolean second)
{
  XrCase *contest = test_case_new (1, 1);
  XrComponent *component = test_add_component (contest, "测评", XR_METHOD_GRADED_BALLOT, "100");

  test_add_dimension (component, "德", "3", NULL);
  test_add_dimension (component, "能", NULL, NULL);
  test_add_grade (component, "称职", "8");
  test_add_grade (component, "优秀", "10");
  test_add_group (component, "甲", "60");
  test_add_group (component, "乙", "40");
  test_tally (contest, 0, 0, 0, 0, "10", 3);
  test_tally (contest, 0, 0, 0, 0, "8", 1);
  test_tally (contest, 0, 0, 0, 1, "8", 2);
  if (second)
    test_tally (contest, 0, 1, 0, 1, "10", 5);
  return contest;
}

static void
test_graded_tallies (void)
{
  g_autoptr (XrCase) contest = make_graded (TRUE);
  g_autoptr (XrCase) half = make_graded (FALSE);

  /* 甲 (3 × 9.5 + 8) / 4 = 9.125; 乙 only 能: 10. Over the best grade, which need not stand first. */
  test_expect (contest, 0, 0, "94.75");
  test_expect_missing (half, 0, 0, XR_MISSING_GROUP);
  get_component (half, 0)->grouping = XR_GROUPING_POOLED;
  test_expect (half, 0, 0, "91.25");
}

static void
test_graded_without_grades (void)
{
  g_autoptr (XrCase) contest = make_graded (TRUE);

  g_ptr_array_set_size (get_component (contest, 0)->grades, 0);
  get_component (contest, 0)->full_mark = test_decimal ("20");
  test_expect (contest, 0, 0, "47.38");
}

static void
test_graded_twice_over (void)
{
  g_autoptr (XrCase) contest = make_graded (TRUE);
  XrGradedSum sum = { 0, 1, 0, 1, 80000, 1 };

  g_array_append_val (contest->graded_sums, sum);
  test_expect_missing (contest, 0, 0, XR_MISSING_MIXED);
}

static void
test_ranked_group_without_ballots (void)
{
  g_autoptr (XrCase) contest = test_case_new (1, 1);
  XrComponent *component = test_add_component (contest, "推荐", XR_METHOD_RANKED_BALLOT, "100");

  test_add_place (component, 1, "1");
  test_add_place (component, 0, "0.6");
  test_add_group (component, "甲", "50");
  test_add_group (component, "乙", "50");
  test_expect_missing (contest, 0, 0, XR_MISSING_ENTRY);
  test_ranked_base (contest, 0, 0, 4);
  test_ranked_sum (contest, 0, 0, 0, 1, 1);
  test_expect_missing (contest, 0, 0, XR_MISSING_GROUP);
  component->grouping = XR_GROUPING_POOLED;
  test_expect (contest, 0, 0, "70.00");
  test_ranked_sum (contest, 0, 0, 0, 2, 1);
  test_expect_missing (contest, 0, 0, XR_MISSING_PLAN);
}

static void
test_breakdown_marks_first_of_equals (void)
{
  g_autoptr (XrCase) contest = make_judges ((const char *[]){ "80", "90", "80", NULL, "90" }, 5);
  g_autoptr (XrJudgesBreakdown) breakdown = NULL;

  get_component (contest, 0)->drop_high = get_component (contest, 0)->drop_low = 1;
  breakdown = xr_judges_breakdown (contest, 0, 0);
  g_assert_cmpuint (breakdown->n_judges, ==, 5);
  g_assert_true (breakdown->judges[0].dropped_low);
  g_assert_true (breakdown->judges[1].dropped_high);
  g_assert_false (breakdown->judges[2].dropped_low);
  g_assert_true (breakdown->judges[3].recused);
  g_assert_false (breakdown->judges[4].dropped_high);
  g_assert_true (breakdown->has_value);
  g_assert_cmpint (breakdown->value.units, ==, test_decimal ("85").units);
}

static void
test_breakdown_of_groups (void)
{
  g_autoptr (XrCase) contest = make_graded (FALSE);
  g_autoptr (GPtrArray) lines = xr_groups_breakdown (contest, 0, 0);
  const XrGroupLine *first = g_ptr_array_index (lines, 0);
  const XrGroupLine *second = g_ptr_array_index (lines, 1);

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpint (first->value.units, ==, test_decimal ("91.25").units);
  g_assert_cmpint (first->ballots, ==, 4);
  g_assert_false (second->has_value);
  g_assert_cmpint (second->missing, ==, XR_MISSING_GROUP);
  g_assert_cmpstr (second->detail, ==, "乙");
}

static void
test_breakdown_of_all (void)
{
  g_autoptr (XrCase) contest = make_graded (FALSE);
  g_autoptr (GPtrArray) all = xr_groups_breakdown_all (contest, 0);

  g_assert_cmpuint (all->len, ==, contest->applications->len);
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GPtrArray) one = xr_groups_breakdown (contest, 0, (int) i);
      GPtrArray *same = g_ptr_array_index (all, i);
      g_assert_cmpuint (same->len, ==, one->len);
      for (guint j = 0; j < one->len; j++)
        {
          const XrGroupLine *line = g_ptr_array_index (one, j);
          const XrGroupLine *other = g_ptr_array_index (same, j);
          g_assert_cmpint (other->ballots, ==, line->ballots);
          g_assert_cmpint (other->value.units, ==, line->value.units);
          g_assert_cmpint (other->missing, ==, line->missing);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/judges/recused", test_judges_recused_do_not_count);
  g_test_add_func ("/judges/one-must-remain", test_judges_one_must_remain);
  g_test_add_func ("/judges/missing-row", test_judges_missing_row);
  g_test_add_func ("/judges/missing-sub-item", test_judges_missing_sub_item);
  g_test_add_func ("/judges/full-mark", test_judges_scaled_by_full_mark);
  g_test_add_func ("/judges/no-row", test_judges_no_row_at_all);
  g_test_add_func ("/rounding", test_rounding);
  g_test_add_func ("/panels/correction", test_panel_correction);
  g_test_add_func ("/panels/nothing-left", test_panel_trim_leaves_nothing);
  g_test_add_func ("/panels/mean-of-zero", test_panel_mean_of_zero);
  g_test_add_func ("/panels/without-those-who-are-out", test_panel_without_those_who_are_out);
  g_test_add_func ("/votes/denominators", test_vote_denominators);
  g_test_add_func ("/votes/missing-denominator", test_vote_missing_denominator);
  g_test_add_func ("/votes/group-without-votes", test_vote_group_without_votes);
  g_test_add_func ("/direct/score", test_direct_score);
  g_test_add_func ("/direct/bonus", test_bonus);
  g_test_add_func ("/graded/tallies", test_graded_tallies);
  g_test_add_func ("/graded/without-grades", test_graded_without_grades);
  g_test_add_func ("/graded/twice-over", test_graded_twice_over);
  g_test_add_func ("/ranked/group-without-ballots", test_ranked_group_without_ballots);
  g_test_add_func ("/breakdown/first-of-equals", test_breakdown_marks_first_of_equals);
  g_test_add_func ("/breakdown/groups", test_breakdown_of_groups);
  g_test_add_func ("/breakdown/all", test_breakdown_of_all);
  return g_test_run ();
}
