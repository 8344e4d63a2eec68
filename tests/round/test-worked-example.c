/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example beside the settings of a component: that it follows them, and owns up to what is missing. */

#include "config.h"

#include "round/worked-example.h"

static XrComponent *
add_component (XrPlan *plan, XrMethod method, int weight)
{
  XrComponent *component = xr_component_new ("c", method, XR_DECIMAL_INT (weight));

  g_ptr_array_add (plan->components, component);
  return component;
}

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("\"%s\" is not in:\n%s", part, text);
}

/* 88, 92.5, 79, 85, 90.5, 83, 95 without the ends: 439 / 5 */
static void
test_judges_are_trimmed (void)
{
  g_autoptr (XrCase) contest = xr_case_new (xr_plan_new ());
  XrComponent *component = add_component (contest->plan, XR_METHOD_JUDGES, 20);
  g_autofree char *text = NULL;

  component->drop_high = component->drop_low = 1;
  text = xr_worked_example_dup (contest, 0);
  assert_says (text, "[79]");
  assert_says (text, "[95]");
  assert_says (text, "87.80 × 20% = 17.56");
}

/* The same panel, every mark kept: 613 / 7 */
static void
test_settings_change_the_figures (void)
{
  g_autoptr (XrCase) contest = xr_case_new (xr_plan_new ());
  XrComponent *component = add_component (contest->plan, XR_METHOD_JUDGES, 50);
  g_autofree char *text = NULL;

  component->places = 1;
  component->rounding = XR_ROUNDING_CUT;
  text = xr_worked_example_dup (contest, 0);
  assert_says (text, "≈ 87.5714");
  assert_says (text, "87.5 × 50% = 43.75");
}

static void
test_panels_grow_with_what_is_dropped (void)
{
  g_autoptr (XrCase) contest = xr_case_new (xr_plan_new ());
  XrComponent *component = add_component (contest->plan, XR_METHOD_JUDGES, 50);
  g_autofree char *text = NULL;

  component->drop_high = component->drop_low = 4;
  text = xr_worked_example_dup (contest, 0);
  assert_says (text, "11 judges");
}

/* 90 × 60% + 74 × 40% */
static void
test_groups_are_weighted (void)
{
  static const char *const grades[] = { "优秀", "称职", "基本称职" };
  static const char *const names[] = { "A", "B" };
  g_autoptr (XrCase) contest = xr_case_new (xr_plan_new ());
  XrComponent *component = add_component (contest->plan, XR_METHOD_GRADED_BALLOT, 30);
  g_autofree char *text = NULL;

  g_ptr_array_add (component->dimensions, xr_dimension_new ("德"));
  for (int i = 0; i < 3; i++)
    g_ptr_array_add (component->grades, xr_grade_new (grades[i], XR_DECIMAL_INT (100 - 20 * i)));
  for (int i = 0; i < 2; i++)
    {
      XrGroup *group = xr_group_new (names[i]);
      group->has_weight = TRUE;
      group->weight = XR_DECIMAL_INT (60 - 20 * i);
      g_ptr_array_add (component->groups, group);
    }
  text = xr_worked_example_dup (contest, 0);
  assert_says (text, "Mean 90, weight 60%");
  assert_says (text, "Mean 74, weight 40%");
  assert_says (text, "83.60 × 30% = 25.08");
}

/* A plan of any method that says nothing yet has an example that says so, and none crashes. */
static void
test_unfinished_plans_are_told (void)
{
  for (int method = XR_METHOD_JUDGES; method <= XR_METHOD_DIRECT; method++)
    {
      g_autoptr (XrCase) contest = xr_case_new (xr_plan_new ());
      g_autofree char *text = NULL;

      add_component (contest->plan, (XrMethod) method, 10);
      text = xr_worked_example_dup (contest, 0);
      g_assert_cmpstr (text, !=, "");
      if (method == XR_METHOD_GRADED_BALLOT || method == XR_METHOD_RANKED_BALLOT)
        assert_says (text, "cannot be worked out yet");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worked-example/judges-are-trimmed", test_judges_are_trimmed);
  g_test_add_func ("/worked-example/settings-change-the-figures", test_settings_change_the_figures);
  g_test_add_func ("/worked-example/panels-grow-with-what-is-dropped",
                   test_panels_grow_with_what_is_dropped);
  g_test_add_func ("/worked-example/groups-are-weighted", test_groups_are_weighted);
  g_test_add_func ("/worked-example/unfinished-plans-are-told", test_unfinished_plans_are_told);
  return g_test_run ();
}
