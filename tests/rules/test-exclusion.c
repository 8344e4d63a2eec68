/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the facts on file say of the reasons against inspection, at the boundaries of years and days. */

#include "rules/exclusion.h"

static XrDate
date_of (const char *text)
{
  XrDate date = XR_DATE_NONE;

  g_assert_true (xr_date_parse (text, TRUE, &date, NULL));
  return date;
}

/* @years 0: the plan does not say. */
static void
assert_appraisals (const char *appraisals, int years, const char *expected)
{
  g_autoptr (XrPlan) plan = xr_plan_new ();
  XrCandidate *candidate = xr_candidate_new ("01", "甲");
  g_autofree char *facts = NULL;

  candidate->appraisals = g_strdup (appraisals);
  plan->settings.registration_to = date_of ("2026-03-01");
  if (years > 0)
    plan->settings.appraisal_years = years;
  facts = xr_exclusion_facts ("X3", candidate, &plan->settings, date_of ("2026-05-01"));
  g_assert_cmpstr (facts, ==, expected);
  xr_candidate_free (candidate);
}

static void
test_appraisals_below_competent (void)
{
  assert_appraisals ("2025称职、2024基本称职", 0, NULL);
  assert_appraisals ("2025称职、2024基本称职", 2, "The appraisal of 2024 is 基本称职");
  assert_appraisals ("2025称职、2024基本称职、2022不称职", 3, "The appraisal of 2024 is 基本称职");
  assert_appraisals ("2025称职、2024称职、2022不称职", 3, NULL);
  assert_appraisals ("2025不合格", 0, "The appraisal of 2025 is 不称职");
  assert_appraisals ("2026不称职", 0, NULL);
  assert_appraisals ("2025不定等次", 0, NULL);
  assert_appraisals (NULL, 3, NULL);
}

static void
assert_punishment (const char *until, const char *today, gboolean expected)
{
  g_autoptr (XrPlan) plan = xr_plan_new ();
  XrCandidate *candidate = xr_candidate_new ("01", "甲");
  g_autofree char *facts = NULL;

  candidate->punished_until = date_of (until);
  facts = xr_exclusion_facts ("X6", candidate, &plan->settings, date_of (today));
  g_assert_cmpint (facts != NULL, ==, expected);
  xr_candidate_free (candidate);
}

static void
test_punishment_has_effect_on_its_last_day (void)
{
  assert_punishment ("2026-05-01", "2026-04-30", TRUE);
  assert_punishment ("2026-05-01", "2026-05-01", TRUE);
  assert_punishment ("2026-05-01", "2026-05-02", FALSE);
  assert_punishment ("2026-05", "2026-05-31", TRUE);
  assert_punishment ("2026-05", "2026-06-01", FALSE);
}

static void
test_other_items_are_for_people (void)
{
  g_autoptr (XrPlan) plan = xr_plan_new ();
  XrCandidate *candidate = xr_candidate_new ("01", "甲");

  candidate->punished_until = date_of ("2030-01-01");
  candidate->appraisals = g_strdup ("2025不称职");
  plan->settings.registration_to = date_of ("2026-03-01");
  g_assert_null (xr_exclusion_facts ("X1", candidate, &plan->settings, date_of ("2026-05-01")));
  g_assert_null (xr_exclusion_facts ("X7", candidate, &plan->settings, date_of ("2026-05-01")));
  xr_candidate_free (candidate);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/exclusion/appraisals-below-competent", test_appraisals_below_competent);
  g_test_add_func ("/rules/exclusion/punishment-on-its-last-day",
                   test_punishment_has_effect_on_its_last_day);
  g_test_add_func ("/rules/exclusion/other-items-are-for-people", test_other_items_are_for_people);
  return g_test_run ();
}
