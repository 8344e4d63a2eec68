/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan and the case as values: defaults, what follows from blank settings, ratios, numbers. */

#include "rules/case.h"

static void
test_defaults (void)
{
  g_autoptr (XrPlan) plan = xr_plan_new ();
  XrComponent *component = xr_component_new ("演讲", XR_METHOD_JUDGES, XR_DECIMAL_INT (20));
  XrGroup *group = xr_group_new ("科级");

  g_ptr_array_add (plan->components, component);
  g_ptr_array_add (component->groups, group);
  g_assert_cmpint (plan->settings.shortlist_ratio.numerator, ==, 1);
  g_assert_cmpint (plan->settings.shortlist_ratio.denominator, ==, 1);
  g_assert_cmpint (plan->settings.shortlist_rounding, ==, XR_SIZE_UP);
  g_assert_cmpuint (plan->settings.total_places, ==, 2);
  g_assert_cmpint (plan->settings.threshold_base, ==, XR_VOTE_BASE_PRESENT);
  g_assert_cmpint (plan->settings.publicity_days, ==, XR_COUNT_NONE);
  g_assert_cmpint (component->full_mark.units, ==, XR_DECIMAL_INT (100).units);
  g_assert_cmpuint (component->places, ==, 2);
  g_assert_cmpint (component->vote_base, ==, XR_VOTE_BASE_VALID);
  g_assert_cmpint (group->due, ==, XR_COUNT_NONE);
  g_assert_cmpint (xr_plan_find_component (plan, "演讲"), ==, 0);
  g_assert_cmpint (xr_component_find_group (component, "处级"), ==, -1);
  g_assert_cmpint (xr_plan_find_post (plan, NULL), ==, -1);
}

static void
test_effective (void)
{
  g_autoptr (XrPlan) plan = xr_plan_new ();
  XrComponent *component = xr_component_new ("演讲", XR_METHOD_JUDGES, XR_DECIMAL_INT (20));
  XrDimension *content = xr_dimension_new ("内容");
  XrDimension *form = xr_dimension_new ("形式");
  XrGroup *group = xr_group_new ("科级");

  g_ptr_array_add (plan->components, component);
  g_ptr_array_add (component->groups, group);
  g_assert_cmpint (xr_component_effective_full_mark (component).units, ==, 1000000);
  g_assert_cmpint (xr_component_effective_grouping (component), ==, XR_GROUPING_POOLED);
  content->full_mark = XR_DECIMAL_INT (60);
  form->full_mark = XR_DECIMAL_INT (20);
  g_ptr_array_add (component->dimensions, content);
  g_ptr_array_add (component->dimensions, form);
  group->has_weight = TRUE;
  g_assert_cmpint (xr_component_effective_full_mark (component).units, ==, 800000);
  g_assert_cmpint (xr_component_effective_grouping (component), ==, XR_GROUPING_WEIGHTED);
  component->grouping = XR_GROUPING_POOLED;
  component->method = XR_METHOD_DIRECT;
  g_assert_cmpint (xr_component_effective_full_mark (component).units, ==, 1000000);
  g_assert_cmpint (xr_component_effective_grouping (component), ==, XR_GROUPING_POOLED);
}

static void
test_reference_date (void)
{
  g_autoptr (XrPlan) plan = xr_plan_new ();

  g_assert_false (xr_date_is_set (xr_settings_reference_date (&plan->settings)));
  plan->settings.registration_to = (XrDate){ 2026, 3, 18 };
  g_assert_cmpint (xr_settings_reference_date (&plan->settings).day, ==, 18);
  plan->settings.age_date = (XrDate){ 2026, 1, 0 };
  g_assert_cmpint (xr_settings_reference_date (&plan->settings).month, ==, 1);
}

static void
test_ratio (void)
{
  static const struct
  {
    const char *text;
    gint64 numerator, denominator;
  } cases[] = {
    { "1.2:1", 6, 5 },      { "3：1", 3, 1 }, { " 2／3 ", 2, 3 },
    { "１．５ : 1", 3, 2 }, { "4/5", 4, 5 },  { "0.0001:1", 1, 10000 },
  };
  static const char *const refused[] = { "",      "1.2", "1:0",       "0:1", "-1:1",
                                         "1:1:1", "a:b", "1.23456:1", ":1",  "2/3/4" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      XrRatio ratio;

      g_assert_true (xr_ratio_parse (cases[i].text, &ratio, &error));
      g_assert_cmpint (ratio.numerator, ==, cases[i].numerator);
      g_assert_cmpint (ratio.denominator, ==, cases[i].denominator);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      XrRatio ratio;

      g_assert_false (xr_ratio_parse (refused[i], &ratio, &error));
      g_assert_error (error, XR_DECIMAL_ERROR, XR_DECIMAL_ERROR_SYNTAX);
    }
}

static void
test_candidate_numbers (void)
{
  g_assert_cmpint (xr_candidate_number_compare ("7", "07"), ==, 0);
  g_assert_cmpint (xr_candidate_number_compare ("７", "007"), ==, 0);
  g_assert_cmpint (xr_candidate_number_compare ("9", "10"), <, 0);
  g_assert_cmpint (xr_candidate_number_compare ("99999999999999999999", "100000000000000000000"), <,
                   0);
  g_assert_cmpint (xr_candidate_number_compare ("A1", "99"), >, 0);
  g_assert_cmpint (xr_candidate_number_compare ("A1", "A2"), <, 0);
  g_assert_cmpint (xr_candidate_number_compare (NULL, "1"), >, 0);
}

static void
test_case (void)
{
  g_autoptr (XrCase) self = xr_case_new (xr_plan_new ());
  XrCandidate *candidate = xr_candidate_new ("01", "甲");
  XrApplication application = { 0, 0, 0, XR_STATE_ACTIVE };

  candidate->education = g_strdup ("大学");
  g_ptr_array_add (self->candidates, candidate);
  g_ptr_array_add (self->judges, xr_judge_new (0, 0, NULL, "评委一"));
  g_array_append_val (self->applications, application);
  g_assert_cmpstr (candidate->name, ==, "甲");
  g_assert_null (candidate->degree);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/plan/defaults", test_defaults);
  g_test_add_func ("/rules/plan/effective", test_effective);
  g_test_add_func ("/rules/plan/reference-date", test_reference_date);
  g_test_add_func ("/rules/plan/ratio", test_ratio);
  g_test_add_func ("/rules/case/candidate-numbers", test_candidate_numbers);
  g_test_add_func ("/rules/case/make", test_case);
  return g_test_run ();
}
