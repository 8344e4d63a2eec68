/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explains components to pages and reports, by the very code that works them out. */

#include "config.h"

#include "rules/breakdown.h"
#include "rules/component-kind.h"
#include "rules/judges.h"

static gboolean
scale_and_round (const XrComponent *component, const XrRational *score, XrDecimal *value)
{
  g_autoptr (XrRational) scaled = xr_component_kind_scale (component, score);

  if (scaled == NULL)
    return FALSE;
  *value = xr_rational_round (scaled, component->places, component->rounding);
  return TRUE;
}

static XrJudgesBreakdown *
break_down (const XrEvidence *evidence, int component_index, int application)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  XrJudgesBreakdown *self = xr_judges_work_out (evidence, component_index, application);

  if (self->mean == NULL)
    return self;
  self->has_value = scale_and_round (component, self->mean, &self->value);
  if (!self->has_value)
    self->missing = XR_MISSING_PLAN;
  return self;
}

XrJudgesBreakdown *
xr_judges_breakdown (const XrCase *contest, int component, int application)
{
  g_autoptr (XrEvidence) evidence = xr_evidence_new (contest);

  return break_down (evidence, component, application);
}

GPtrArray *
xr_judges_breakdown_all (const XrCase *contest, int component)
{
  g_autoptr (XrEvidence) evidence = xr_evidence_new (contest);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_judges_breakdown_free);

  for (guint i = 0; i < contest->applications->len; i++)
    g_ptr_array_add (all, break_down (evidence, component, (int) i));
  return all;
}

static XrGroupLine *
break_down_group (const XrEvidence *evidence, int component_index, int application, int group)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  const XrComponentKind *kind = xr_component_kind_get (component->method);
  XrGroupLine *line = g_new0 (XrGroupLine, 1);
  XrProblem problem = { 0 };

  line->group = group;
  line->mean = kind->group_mean (evidence, component_index, application,
                                 group >= 0 ? group : XR_GROUP_ALL, &line->ballots, &problem);
  line->missing = problem.missing;
  line->detail = problem.detail;
  if (line->mean == NULL)
    {
      line->ballots = 0;
      return line;
    }
  line->has_value = scale_and_round (component, line->mean, &line->value);
  if (!line->has_value)
    line->missing = XR_MISSING_PLAN;
  return line;
}

static GPtrArray *
break_down_groups (const XrEvidence *evidence, int component_index, int application)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_group_line_free);

  if (xr_component_kind_get (component->method)->group_mean == NULL)
    return lines;
  for (int i = 0; i < (int) component->groups->len; i++)
    g_ptr_array_add (lines, break_down_group (evidence, component_index, application, i));
  if (component->groups->len == 0)
    g_ptr_array_add (lines, break_down_group (evidence, component_index, application, -1));
  return lines;
}

GPtrArray *
xr_groups_breakdown (const XrCase *contest, int component, int application)
{
  g_autoptr (XrEvidence) evidence = xr_evidence_new (contest);

  return break_down_groups (evidence, component, application);
}

GPtrArray *
xr_groups_breakdown_all (const XrCase *contest, int component)
{
  g_autoptr (XrEvidence) evidence = xr_evidence_new (contest);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < contest->applications->len; i++)
    g_ptr_array_add (all, break_down_groups (evidence, component, (int) i));
  return all;
}

void
xr_group_line_free (XrGroupLine *self)
{
  g_clear_pointer (&self->mean, xr_rational_free);
  g_free (self->detail);
  g_free (self);
}
