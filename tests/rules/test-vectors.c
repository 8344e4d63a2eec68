/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The constructed vectors C1 to C5: trimming, ties before and after rounding, totals that a binary
 * double gets wrong, shortlist sizes, graded and ranked ballots. */

#include "config.h"

#include "contest.h"

static XrCase *
make_trimming_case (XrTrimming trimming)
{
  static const char *const marks[5][2] = {
    { "40", "30" }, { "42", "45" }, { "45", "28" }, { "38", "44" }, { "50", "33" }
  };
  XrCase *contest = test_case_new (1, 1);
  XrComponent *component = test_add_component (contest, "演讲", XR_METHOD_JUDGES, "100");

  component->drop_high = component->drop_low = 1;
  component->trimming = trimming;
  test_add_dimension (component, "一", NULL, "50");
  test_add_dimension (component, "二", NULL, "50");
  for (int i = 0; i < 5; i++)
    {
      int judge = test_add_judge (contest, 0, NULL, "评委");

      test_score (contest, judge, 0, 0, marks[i][0]);
      test_score (contest, judge, 0, 1, marks[i][1]);
    }
  return contest;
}

static void
test_trimming (void)
{
  g_autoptr (XrCase) totals = make_trimming_case (XR_TRIMMING_TOTALS);
  g_autoptr (XrCase) dimensions = make_trimming_case (XR_TRIMMING_DIMENSIONS);

  test_expect (totals, 0, 0, "79.33");
  test_expect (dimensions, 0, 0, "78.00");
}

static XrCase *
make_tie_case (void)
{
  static const char *const marks[3][2] = { { "85.33", "86.67" },
                                           { "86.01", "85.99" },
                                           { "84.50", "87.49" } };
  XrCase *contest = test_case_new (1, 3);

  test_add_component (contest, "笔试", XR_METHOD_DIRECT, "50");
  test_add_component (contest, "面试", XR_METHOD_DIRECT, "50");
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 2; j++)
      test_direct (contest, j, i, -1, marks[i][j]);
  return contest;
}

static void
assert_order (const XrCase *contest, const int *applications, const int *ranks)
{
  g_autoptr (XrResult) result = xr_result_compute (contest);
  const XrPostResult *post = g_ptr_array_index (result->posts, 0);

  for (guint i = 0; i < post->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (post->standings, i);

      g_assert_cmpint (standing->application, ==, applications[i]);
      g_assert_cmpint (standing->rank, ==, ranks[i]);
    }
}

static void
test_equal_after_rounding (void)
{
  g_autoptr (XrCase) rounded = make_tie_case ();
  g_autoptr (XrCase) exact = make_tie_case ();
  g_autoptr (XrCase) cut = make_tie_case ();

  test_tie_breaker (rounded, "笔试");
  assert_order (rounded, (int[]){ 1, 0, 2 }, (int[]){ 1, 2, 3 });

  exact->plan->settings.rank_unrounded = TRUE;
  test_tie_breaker (exact, "面试");
  assert_order (exact, (int[]){ 0, 1, 2 }, (int[]){ 1, 2, 3 });

  cut->plan->settings.total_rounding = XR_ROUNDING_CUT;
  assert_order (cut, (int[]){ 0, 1, 2 }, (int[]){ 1, 1, 3 });
}

static void
test_totals (void)
{
  static const char *const marks[4][4] = { { "88.60", "91.25", "90.00", "86.75" },
                                           { "91.20", "88.40", "90.50", "89.00" },
                                           { "86.00", "93.10", "88.75", "90.25" },
                                           { "90.40", "87.95", "91.00", "88.95" } };
  static const char *const totals[4] = { "89.45", "89.71", "89.81", "89.56" };
  static const char *const weights[4] = { "20", "30", "30", "20" };
  g_autoptr (XrCase) contest = test_case_new (1, 4);
  g_autoptr (XrResult) result = NULL;
  const XrPostResult *post;

  contest->plan->settings.shortlist_ratio = (XrRatio){ 12, 10 };
  for (int j = 0; j < 4; j++)
    {
      test_add_component (contest, weights[j], XR_METHOD_DIRECT, weights[j]);
      for (int i = 0; i < 4; i++)
        test_direct (contest, j, i, -1, marks[i][j]);
    }
  result = xr_result_compute (contest);
  for (int i = 0; i < 4; i++)
    test_assert_total (result, contest, i, totals[i]);
  assert_order (contest, (int[]){ 2, 1, 3, 0 }, (int[]){ 1, 2, 3, 4 });
  post = g_ptr_array_index (result->posts, 0);
  g_assert_true (result->complete);
  g_assert_cmpuint (post->shortlist->len, ==, 2);
  g_assert_cmpint (((XrStanding *) g_ptr_array_index (post->shortlist, 0))->application, ==, 2);
  g_assert_cmpint (((XrStanding *) g_ptr_array_index (post->shortlist, 1))->application, ==, 1);
}

static void
test_shortlist_sizes (void)
{
  static const guint down[] = { 1, 2, 3, 4, 6, 7, 8, 9, 10, 12 };
  static const guint nearest[] = { 1, 2, 4, 5, 6, 7, 8, 10, 11, 12 };
  static const guint up[] = { 2, 3, 4, 5, 6, 8, 9, 10, 11, 12 };
  XrRatio ratio = { 12, 10 };

  for (guint i = 0; i < 10; i++)
    {
      g_assert_cmpuint (xr_shortlist_size (i + 1, ratio, XR_SIZE_DOWN), ==, down[i]);
      g_assert_cmpuint (xr_shortlist_size (i + 1, ratio, XR_SIZE_NEAREST), ==, nearest[i]);
      g_assert_cmpuint (xr_shortlist_size (i + 1, ratio, XR_SIZE_UP), ==, up[i]);
    }
  g_assert_cmpuint (xr_shortlist_size (1, (XrRatio){ 1, 3 }, XR_SIZE_DOWN), ==, 1);
}

static void
test_graded_panel (void)
{
  static const char *const points[4] = { "100", "80", "60", "40" };
  static const gint64 votes[2][4] = { { 12, 6, 2, 0 }, { 8, 9, 2, 1 } };
  g_autoptr (XrCase) contest = test_case_new (1, 2);
  XrComponent *component = test_add_component (contest, "测评", XR_METHOD_GRADED_BALLOT, "100");

  test_add_dimension (component, "总体", NULL, NULL);
  for (int grade = 0; grade < 4; grade++)
    {
      test_add_grade (component, points[grade], points[grade]);
      for (int i = 0; i < 2; i++)
        test_tally (contest, 0, -1, i, 0, points[grade], votes[i][grade]);
    }
  test_expect (contest, 0, 0, "90.00");
  test_expect (contest, 1, 0, "84.00");
}

static void
test_ranked_by_class (void)
{
  static const gint64 votes[3][3] = { { 10, 5, 3 }, { 6, 2, 4 }, { 4, 4, 4 } };
  static const gint64 ballots[3] = { 20, 20, 15 };
  static const char *const weights[3] = { "40", "30", "30" };
  static const char *const points[4] = { "0.6", "1", "0.9", "0.8" };
  g_autoptr (XrCase) contest = test_case_new (1, 2);
  XrComponent *component = test_add_component (contest, "推荐", XR_METHOD_RANKED_BALLOT, "100");

  for (guint place = 0; place < 4; place++)
    test_add_place (component, place, points[place]);
  for (int group = 0; group < 3; group++)
    {
      test_add_group (component, weights[group], weights[group]);
      test_ranked_base (contest, 0, group, ballots[group]);
      for (guint place = 0; place < 3; place++)
        test_ranked_sum (contest, 0, group, 0, place + 1, votes[group][place]);
    }
  test_expect (contest, 0, 0, "85.10");
  test_expect (contest, 1, 0, "60.00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vectors/c1/trimming", test_trimming);
  g_test_add_func ("/vectors/c2/equal-after-rounding", test_equal_after_rounding);
  g_test_add_func ("/vectors/c3/totals", test_totals);
  g_test_add_func ("/vectors/c3/shortlist-sizes", test_shortlist_sizes);
  g_test_add_func ("/vectors/c4/graded-panel", test_graded_panel);
  g_test_add_func ("/vectors/c5/ranked-by-class", test_ranked_by_class);
  return g_test_run ();
}
