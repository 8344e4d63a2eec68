/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of registration, eligibility and shortlist work out for the eye: the words about an ID
 * number, the signs of conditions, and the figures of a place. */
#include "config.h"

#include "stages/candidate-facts.h"
#include "stages/ranking-reason.h"
#include "stages/review-matrix.h"

#define ID_NUMBER "11010519491231002X" /* born 1949-12-31, a woman */

static void
test_age (void)
{
  XrDate born = { 1975, 8, 0 };

  g_assert_cmpint (xr_candidate_age (born, (XrDate){ 2026, 7, 1 }), ==, 50);
  g_assert_cmpint (xr_candidate_age (born, (XrDate){ 2026, 8, 1 }), ==, 51);
  g_assert_cmpint (xr_candidate_age (XR_DATE_NONE, (XrDate){ 2026, 8, 1 }), ==, -1);
  g_assert_cmpint (xr_candidate_age (born, XR_DATE_NONE), ==, -1);
}

static void
test_id_number (void)
{
  g_autofree char *birth = xr_candidate_describe_contradiction (ID_NUMBER, "1949-11", "女");
  g_autofree char *sex = xr_candidate_describe_contradiction (ID_NUMBER, "1949-12", "男");

  g_assert_nonnull (birth);
  g_assert_nonnull (sex);
  g_assert_cmpstr (birth, !=, sex);
  g_assert_null (xr_candidate_describe_contradiction (ID_NUMBER, "1949-12", "女"));
  g_assert_null (xr_candidate_describe_contradiction (ID_NUMBER, "1949-12-31", NULL));
  g_assert_null (xr_candidate_describe_contradiction (ID_NUMBER, NULL, NULL));
  /* A number that is wrong itself says nothing about the rest. */
  g_assert_null (xr_candidate_describe_contradiction ("110105194912310021", "1949-11", "男"));
}

static void
test_sign (void)
{
  XrRuleReview rule = { .judgement = { .state = XR_VERDICT_UNKNOWN } };

  g_assert_cmpint (xr_review_sign (NULL), ==, XR_REVIEW_SIGN_NONE);
  g_assert_cmpint (xr_review_sign (&rule), ==, XR_REVIEW_SIGN_UNKNOWN);
  rule.verdict = (char *) "met";
  g_assert_cmpint (xr_review_sign (&rule), ==, XR_REVIEW_SIGN_MET);
  rule.judgement.state = XR_VERDICT_FAILED;
  rule.overruled = TRUE;
  g_assert_cmpint (xr_review_sign (&rule), ==, XR_REVIEW_SIGN_OVERRULED);
  rule.verdict = NULL;
  rule.overruled = FALSE;
  g_assert_cmpint (xr_review_sign (&rule), ==, XR_REVIEW_SIGN_FAILED);
}

static void
test_filter (void)
{
  XrRuleReview met = { .judgement = { .state = XR_VERDICT_MET } };
  XrRuleReview refused = { .judgement = { .state = XR_VERDICT_MET },
                           .verdict = (char *) "failed",
                           .overruled = TRUE };
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  XrApplicationReview review = { .rules = rules };

  g_ptr_array_add (rules, &met);
  g_assert_true (xr_review_passes (&review, XR_REVIEW_FILTER_ALL));
  g_assert_false (xr_review_passes (&review, XR_REVIEW_FILTER_FAILED));
  g_ptr_array_add (rules, &refused);
  /* The reviewer's word counts, not the program's. */
  g_assert_true (xr_review_passes (&review, XR_REVIEW_FILTER_FAILED));
  g_assert_true (xr_review_passes (&review, XR_REVIEW_FILTER_OVERRULED));
  g_assert_false (xr_review_passes (&review, XR_REVIEW_FILTER_UNKNOWN));
}

static void
assert_contribution (const char *value, const char *weight, const char *expected)
{
  XrDecimal score, share;
  g_autofree char *text = NULL;

  g_assert_true (xr_decimal_parse (value, &score, NULL));
  g_assert_true (xr_decimal_parse (weight, &share, NULL));
  text = xr_ranking_dup_contribution (score, share);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_contribution (void)
{
  assert_contribution ("86.50", "30", "25.95");
  assert_contribution ("87.17", "25", "21.7925");
  assert_contribution ("100", "100", "100.00");
  assert_contribution ("0", "40", "0.00");
  assert_contribution ("99.9999", "33.3333", "33.3332666667");
}

static void
test_margin (void)
{
  g_autofree char *margin = xr_ranking_dup_margin (XR_DECIMAL_INT (85), XR_DECIMAL_INT (88), 2);

  g_assert_cmpstr (margin, ==, "3.00");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection-pages/age", test_age);
  g_test_add_func ("/selection-pages/id-number", test_id_number);
  g_test_add_func ("/selection-pages/sign", test_sign);
  g_test_add_func ("/selection-pages/filter", test_filter);
  g_test_add_func ("/selection-pages/contribution", test_contribution);
  g_test_add_func ("/selection-pages/margin", test_margin);
  return g_test_run ();
}
