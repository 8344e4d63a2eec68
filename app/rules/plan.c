/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan of a round as values: its defaults, looking things up in it and what follows from a setting
 * that was left blank. It does not check that a plan is complete. */

#include "config.h"

#include "rules/plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"
#include "rules/withhold.h"

static void
free_post (gpointer data)
{
  XrPost *post = data;

  g_free (post->name);
  g_free (post->rank);
  g_free (post->department);
  g_free (post->note);
  g_free (post);
}

static void
free_rule (gpointer data)
{
  XrRule *rule = data;

  g_free (rule->value);
  g_free (rule);
}

static void
free_dimension (gpointer data)
{
  XrDimension *dimension = data;

  g_free (dimension->name);
  g_free (dimension);
}

static void
free_grade (gpointer data)
{
  XrGrade *grade = data;

  g_free (grade->name);
  g_free (grade);
}

static void
free_group (gpointer data)
{
  XrGroup *group = data;

  g_free (group->name);
  g_free (group);
}

static void
free_component (gpointer data)
{
  XrComponent *component = data;

  g_free (component->name);
  g_ptr_array_unref (component->dimensions);
  g_ptr_array_unref (component->grades);
  g_ptr_array_unref (component->place_points);
  g_ptr_array_unref (component->groups);
  g_free (component);
}

XrPlan *
xr_plan_new (void)
{
  XrPlan *plan = g_new0 (XrPlan, 1);
  XrSettings *settings = &plan->settings;

  settings->shortlist_ratio = (XrRatio){ 1, 1 };
  settings->shortlist_rounding = XR_SIZE_UP;
  settings->total_places = 2;
  settings->tie_breakers = g_ptr_array_new_with_free_func (g_free);
  settings->quorum_body = XR_BODY_MEMBERS;
  settings->majority_body = XR_BODY_DUE;
  settings->threshold_base = XR_VOTE_BASE_PRESENT;
  settings->publicity_days = XR_COUNT_NONE;
  settings->publicity_max_days = XR_COUNT_NONE;
  settings->recommendation_months = XR_COUNT_NONE;
  settings->fewest_shown = XR_FEWEST_SHOWN;
  settings->appraisal_years = XR_COUNT_NONE;
  settings->inspection_team_min = XR_COUNT_NONE;
  settings->inspection_notice_days = XR_COUNT_NONE;
  settings->probation_months = XR_COUNT_NONE;
  settings->probation_extension_months = XR_COUNT_NONE;
  plan->posts = g_ptr_array_new_with_free_func (free_post);
  plan->rules = g_ptr_array_new_with_free_func (free_rule);
  plan->components = g_ptr_array_new_with_free_func (free_component);
  return plan;
}

void
xr_plan_free (XrPlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->settings.tie_breakers);
  g_ptr_array_unref (plan->posts);
  g_ptr_array_unref (plan->rules);
  g_ptr_array_unref (plan->components);
  g_free (plan);
}

XrPost *
xr_post_new (const char *name, guint vacancies)
{
  XrPost *post = g_new0 (XrPost, 1);

  post->name = g_strdup (name);
  post->vacancies = vacancies;
  return post;
}

XrRule *
xr_rule_new (int post, XrRuleKind kind, const char *value)
{
  XrRule *rule = g_new0 (XrRule, 1);

  rule->post = post;
  rule->kind = kind;
  rule->value = g_strdup (value);
  return rule;
}

XrComponent *
xr_component_new (const char *name, XrMethod method, XrDecimal weight)
{
  XrComponent *component = g_new0 (XrComponent, 1);

  component->name = g_strdup (name);
  component->method = method;
  component->weight = weight;
  component->stage = 5;
  component->full_mark = XR_DECIMAL_INT (100);
  component->places = 2;
  component->dimensions = g_ptr_array_new_with_free_func (free_dimension);
  component->grades = g_ptr_array_new_with_free_func (free_grade);
  component->place_points = g_ptr_array_new_with_free_func (g_free);
  component->groups = g_ptr_array_new_with_free_func (free_group);
  return component;
}

XrDimension *
xr_dimension_new (const char *name)
{
  XrDimension *dimension = g_new0 (XrDimension, 1);

  dimension->name = g_strdup (name);
  dimension->weight = XR_DECIMAL_INT (1);
  return dimension;
}

XrGrade *
xr_grade_new (const char *name, XrDecimal points)
{
  XrGrade *grade = g_new0 (XrGrade, 1);

  grade->name = g_strdup (name);
  grade->points = points;
  return grade;
}

XrPlacePoints *
xr_place_points_new (guint place, XrDecimal points)
{
  XrPlacePoints *place_points = g_new0 (XrPlacePoints, 1);

  place_points->place = place;
  place_points->points = points;
  return place_points;
}

XrGroup *
xr_group_new (const char *name)
{
  XrGroup *group = g_new0 (XrGroup, 1);

  group->name = g_strdup (name);
  group->due = XR_COUNT_NONE;
  group->present = XR_COUNT_NONE;
  group->issued = XR_COUNT_NONE;
  group->returned = XR_COUNT_NONE;
  group->valid = XR_COUNT_NONE;
  return group;
}

/* Looks through an array of pointers to structs whose name stands @offset bytes from their start. */
static int
find_name (const GPtrArray *array, gsize offset, const char *name)
{
  for (guint i = 0; i < array->len; i++)
    {
      if (g_strcmp0 (G_STRUCT_MEMBER (char *, array->pdata[i], offset), name) == 0)
        return (int) i;
    }
  return -1;
}

int
xr_plan_find_post (const XrPlan *plan, const char *name)
{
  return find_name (plan->posts, G_STRUCT_OFFSET (XrPost, name), name);
}

int
xr_plan_find_component (const XrPlan *plan, const char *name)
{
  return find_name (plan->components, G_STRUCT_OFFSET (XrComponent, name), name);
}

int
xr_component_find_dimension (const XrComponent *component, const char *name)
{
  return find_name (component->dimensions, G_STRUCT_OFFSET (XrDimension, name), name);
}

int
xr_component_find_grade (const XrComponent *component, const char *name)
{
  return find_name (component->grades, G_STRUCT_OFFSET (XrGrade, name), name);
}

int
xr_component_find_group (const XrComponent *component, const char *name)
{
  return find_name (component->groups, G_STRUCT_OFFSET (XrGroup, name), name);
}

XrDecimal
xr_component_effective_full_mark (const XrComponent *component)
{
  XrDecimal sum = XR_DECIMAL_ZERO;

  if (component->method != XR_METHOD_JUDGES || component->dimensions->len == 0)
    return component->full_mark;
  for (guint i = 0; i < component->dimensions->len; i++)
    {
      const XrDimension *dimension = g_ptr_array_index (component->dimensions, i);

      sum.units += dimension->full_mark.units;
    }
  return sum;
}

XrGrouping
xr_component_effective_grouping (const XrComponent *component)
{
  if (component->grouping != XR_GROUPING_AUTO)
    return component->grouping;
  for (guint i = 0; i < component->groups->len; i++)
    {
      const XrGroup *group = g_ptr_array_index (component->groups, i);

      if (group->has_weight)
        return XR_GROUPING_WEIGHTED;
    }
  return XR_GROUPING_POOLED;
}

XrDate
xr_settings_reference_date (const XrSettings *settings)
{
  return xr_date_is_set (settings->age_date) ? settings->age_date : settings->registration_to;
}

static gint64
find_common_divisor (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

gboolean
xr_ratio_parse (const char *text, XrRatio *ratio, GError **error)
{
  g_autofree char *clean = xr_text_clean (text);
  g_auto (GStrv) sides = g_strsplit_set (clean, ":/", -1);
  XrDecimal left, right;
  gint64 divisor;

  if (g_strv_length (sides) != 2 || !xr_decimal_parse (sides[0], &left, NULL)
      || !xr_decimal_parse (sides[1], &right, NULL) || left.units <= 0 || right.units <= 0)
    {
      g_set_error (error, XR_DECIMAL_ERROR, XR_DECIMAL_ERROR_SYNTAX,
                   _ ("“%s” is not a ratio; write it like 1.2:1 or 2/3, both sides above 0"),
                   clean);
      return FALSE;
    }
  divisor = find_common_divisor (left.units, right.units);
  *ratio = (XrRatio){ left.units / divisor, right.units / divisor };
  return TRUE;
}
