/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gates, totals, ranks, ties and the shortlist: the sentences of INTERCHANGE 3 and its fine print. */

#include "config.h"

#include "contest.h"

/* One direct component of weight 100 with these values; NULL: not entered. */
static XrCase *
make_case (guint vacancies, const char *const *values, guint n)
{
  XrCase *contest = test_case_new (vacancies, n);

  test_add_component (contest, "笔试", XR_METHOD_DIRECT, "100");
  for (guint i = 0; i < n; i++)
    if (values[i] != NULL)
      test_direct (contest, 0, (int) i, -1, values[i]);
  return contest;
}

static XrComponent *
get_component (const XrCase *contest, int component)
{
  return g_ptr_array_index (contest->plan->components, component);
}

/* Compares the order, ranks and marks: "02=1 01=2* 03=0c" has * for tied, c for cut, + for shortlisted. */
static void
assert_standings (const XrCase *contest, const char *expected)
{
  g_autoptr (XrResult) result = xr_result_compute (contest);
  const XrPostResult *post = g_ptr_array_index (result->posts, 0);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < post->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (post->standings, i);
      const XrCandidate *candidate = g_ptr_array_index (contest->candidates, standing->candidate);

      g_assert_cmpint (standing->has_total, ==, standing->rank > 0);
      g_string_append_printf (text, "%s%s=%d%s%s%s", i > 0 ? " " : "", candidate->number,
                              standing->rank, standing->tied ? "*" : "",
                              standing->state == XR_STATE_CUT ? "c" : "",
                              standing->shortlisted ? "+" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_competition_ranks (void)
{
  g_autoptr (XrCase) contest = make_case (1, (const char *[]){ "70", "71", "72", "71", NULL, "71" },
                                          6);

  assert_standings (contest, "03=1+ 02=2* 04=2* 06=2* 01=5 05=0");
}

static void
test_numbers_order_equals (void)
{
  g_autoptr (XrCase) contest = make_case (1, (const char *[]){ "70", "70", NULL, NULL }, 4);
  static const char *const numbers[] = { "10", "9", "甲", "2" };

  for (guint i = 0; i < 4; i++)
    {
      XrCandidate *candidate = g_ptr_array_index (contest->candidates, i);

      g_free (candidate->number);
      candidate->number = g_strdup (numbers[i]);
    }
  assert_standings (contest, "9=1*+ 10=1*+ 2=0 甲=0");
}

static void
test_shortlist_and_cutoff (void)
{
  g_autoptr (XrCase) contest = make_case (1, (const char *[]){ "90", "80", "80", "70" }, 4);
  g_autoptr (XrResult) result = NULL;
  const XrPostResult *post;

  contest->plan->settings.shortlist_ratio = (XrRatio){ 12, 10 };
  assert_standings (contest, "01=1+ 02=2*+ 03=2*+ 04=4");
  result = xr_result_compute (contest);
  post = g_ptr_array_index (result->posts, 0);
  g_assert_true (post->cutoff_tie);
  g_assert_cmpuint (post->shortlist_size, ==, 2);
  g_assert_cmpuint (post->shortlist->len, ==, 3);
}

static void
test_tie_inside_the_cutoff (void)
{
  g_autoptr (XrCase) contest = make_case (2, (const char *[]){ "80", "80", "70" }, 3);
  g_autoptr (XrResult) result = xr_result_compute (contest);

  g_assert_false (((XrPostResult *) g_ptr_array_index (result->posts, 0))->cutoff_tie);
  assert_standings (contest, "01=1*+ 02=1*+ 03=3");
}

static void
test_min_total (void)
{
  g_autoptr (XrCase) contest = make_case (3, (const char *[]){ "80", "70", "69.99" }, 3);
  g_autoptr (XrResult) result = NULL;
  const XrPostResult *post;

  contest->plan->settings.has_min_total = TRUE;
  contest->plan->settings.min_total = test_decimal ("70");
  assert_standings (contest, "01=1+ 02=2+ 03=3");
  /* 69.99 rounds to 70: the rounded total counts. */
  contest->plan->settings.total_places = 0;
  assert_standings (contest, "01=1+ 02=2*+ 03=2*+");
  contest->plan->settings.min_total = test_decimal ("90");
  result = xr_result_compute (contest);
  post = g_ptr_array_index (result->posts, 0);
  g_assert_cmpuint (post->shortlist_size, ==, 3);
  g_assert_cmpuint (post->shortlist->len, ==, 0);
}

static void
test_decided_by (void)
{
  g_autoptr (XrCase) contest = make_case (1, (const char *[]){ "80", "80", "80" }, 3);
  g_autoptr (XrResult) result = NULL;

  test_add_component (contest, "面试", XR_METHOD_DIRECT, "0");
  test_direct (contest, 1, 0, -1, "60");
  test_direct (contest, 1, 1, -1, "60");
  test_direct (contest, 1, 2, -1, "61");
  test_tie_breaker (contest, "笔试");
  test_tie_breaker (contest, "面试");
  assert_standings (contest, "03=1+ 01=2* 02=2*");
  result = xr_result_compute (contest);
  g_assert_cmpint (test_find_standing (result, 2)->decided_by, ==, 1);
  g_assert_cmpint (test_find_standing (result, 0)->decided_by, ==, -1);
}

static void
test_pass_line (void)
{
  g_autoptr (XrCase) contest = make_case (1, (const char *[]){ "60", "59.995", "59.99" }, 3);

  get_component (contest, 0)->has_pass_line = TRUE;
  get_component (contest, 0)->pass_line = test_decimal ("60");
  /* The rounded component is compared. */
  assert_standings (contest, "01=1*+ 02=1*+ 03=0c");
}

static void
test_cut_ratio (void)
{
  g_autoptr (XrCase) contest = make_case (1, (const char *[]){ "90", "80", "80", "70", NULL }, 5);
  g_autoptr (XrResult) result = NULL;

  get_component (contest, 0)->has_cut_ratio = TRUE;
  get_component (contest, 0)->cut_ratio = (XrRatio){ 3, 2 };
  /* 1.5 places are two; both of 80 pass; the one without a score waits and holds no place. */
  assert_standings (contest, "01=1+ 02=2* 03=2* 04=0c 05=0");
  result = xr_result_compute (contest);
  g_assert_false (result->complete);
  g_assert_cmpint (test_find_standing (result, 3)->cut_by, ==, 0);
  g_assert_cmpint (test_find_standing (result, 4)->state, ==, XR_STATE_ACTIVE);
}

static void
test_cut_take_no_part (void)
{
  g_autoptr (XrCase) contest = make_case (1, (const char *[]){ "90", "50", NULL }, 3);
  g_autoptr (XrResult) result = NULL;

  get_component (contest, 0)->has_pass_line = TRUE;
  get_component (contest, 0)->pass_line = test_decimal ("60");
  test_add_component (contest, "面试", XR_METHOD_DIRECT, "0")->has_cut_ratio = TRUE;
  get_component (contest, 1)->cut_ratio = (XrRatio){ 1, 1 };
  test_direct (contest, 1, 0, -1, "70");
  test_direct (contest, 1, 1, -1, "80");
  test_direct (contest, 1, 2, -1, "90");
  /* 02 is out and 03 waits: neither takes the only place from 01. */
  assert_standings (contest, "01=1+ 02=0c 03=0");
  result = xr_result_compute (contest);
  test_assert_component (result, contest, 1, 0, "50.00");
  test_assert_component (result, contest, 1, 1, NULL);
  g_assert_cmpint (test_find_standing (result, 1)->components[1].missing, ==, XR_MISSING_CUT);
  test_assert_component (result, contest, 2, 1, "90.00");
}

static void
test_only_active_ones_count (void)
{
  g_autoptr (XrCase) contest = make_case (1, (const char *[]){ "90", "80", NULL }, 3);
  g_autoptr (XrResult) result = NULL;

  g_array_index (contest->applications, XrApplication, 0).state = XR_STATE_WITHDRAWN;
  g_array_index (contest->applications, XrApplication, 2).state = XR_STATE_ABSENT;
  get_component (contest, 0)->has_cut_ratio = TRUE;
  get_component (contest, 0)->cut_ratio = (XrRatio){ 1, 1 };
  assert_standings (contest, "02=1+ 01=0 03=0");
  result = xr_result_compute (contest);
  g_assert_true (result->complete);
  test_assert_component (result, contest, 0, 0, "90.00");
  g_assert_cmpint (test_find_standing (result, 0)->state, ==, XR_STATE_WITHDRAWN);
}

/* 01 has exactly half, 02 one vote more, of 40 who were present in two groups. */
static XrCase *
make_threshold_case (void)
{
  XrCase *contest = test_case_new (1, 2);
  XrComponent *component = test_add_component (contest, "推荐", XR_METHOD_VOTE_SHARE, "100");

  component->over_threshold = TRUE;
  contest->plan->settings.has_threshold = TRUE;
  contest->plan->settings.threshold = test_decimal ("50");
  for (int i = 0; i < 2; i++)
    {
      test_add_group (component, i == 0 ? "甲" : "乙", i == 0 ? "90" : "10")->present = 20;
      test_vote (contest, 0, i, 0, 10, 10, 0);
      test_vote (contest, 0, i, 1, 10 + i, 10 - i, 0);
    }
  return contest;
}

static void
test_threshold (void)
{
  g_autoptr (XrCase) contest = make_threshold_case ();
  g_autoptr (XrResult) result = NULL;

  assert_standings (contest, "02=1+ 01=0c");
  /* A missing count makes them wait, though the component itself is known. */
  ((XrGroup *) g_ptr_array_index (get_component (contest, 0)->groups, 0))->present = XR_COUNT_NONE;
  assert_standings (contest, "01=0 02=0");
  /* No component is missing, so the round is complete; that they wait shows in the total. */
  result = xr_result_compute (contest);
  g_assert_true (result->complete);
  test_assert_component (result, contest, 1, 0, "50.50");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ranking/competition-ranks", test_competition_ranks);
  g_test_add_func ("/ranking/numbers-order-equals", test_numbers_order_equals);
  g_test_add_func ("/ranking/decided-by", test_decided_by);
  g_test_add_func ("/shortlist/cutoff", test_shortlist_and_cutoff);
  g_test_add_func ("/shortlist/tie-inside", test_tie_inside_the_cutoff);
  g_test_add_func ("/shortlist/min-total", test_min_total);
  g_test_add_func ("/gates/pass-line", test_pass_line);
  g_test_add_func ("/gates/cut-ratio", test_cut_ratio);
  g_test_add_func ("/gates/cut-take-no-part", test_cut_take_no_part);
  g_test_add_func ("/gates/only-active", test_only_active_ones_count);
  g_test_add_func ("/gates/threshold", test_threshold);
  return g_test_run ();
}
