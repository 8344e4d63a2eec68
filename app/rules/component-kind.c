/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of component kinds, and what is the same for all of them: scaling to 100, the cap of a
 * bonus, and putting voter groups together. How a kind comes to its score is in its own file. */

#include "config.h"

#include "rules/component-kind.h"

static const XrComponentKind *const kinds[] = {
  &xr_kind_judges, &xr_kind_graded, &xr_kind_ranked, &xr_kind_share, &xr_kind_direct,
};

XrRational *
xr_problem_set (XrProblem *problem, XrMissing missing, const char *detail)
{
  xr_problem_clear (problem);
  problem->missing = missing;
  problem->detail = g_strdup (detail);
  return NULL;
}

void
xr_problem_clear (XrProblem *problem)
{
  problem->missing = XR_MISSING_NOTHING;
  g_clear_pointer (&problem->detail, g_free);
}

const XrComponentKind *
xr_component_kind_get (XrMethod method)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i]->method == method)
      return kinds[i];
  g_assert_not_reached ();
}

static void
cap (XrRational *score, XrDecimal limit)
{
  if (xr_rational_compare_decimal (score, limit) > 0)
    xr_rational_set_decimal (score, limit);
}

XrRational *
xr_component_kind_scale (const XrComponent *component, const XrRational *score)
{
  g_autoptr (XrRational) scaled = xr_rational_copy (score);
  XrDecimal full;

  if (component->bonus)
    {
      cap (scaled, xr_component_effective_full_mark (component));
      return g_steal_pointer (&scaled);
    }
  if (!xr_component_kind_get (component->method)->full (component, &full) || full.units <= 0)
    return NULL;
  xr_rational_multiply_decimal (scaled, XR_DECIMAL_INT (100));
  xr_rational_divide_decimal (scaled, full);
  return g_steal_pointer (&scaled);
}

XrRational *
xr_component_kind_work_out (const XrEvidence *evidence, int component_index, int application,
                            XrProblem *problem)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  const XrComponentKind *kind = xr_component_kind_get (component->method);
  g_autoptr (XrRational) score = kind->score (evidence, component_index, application, problem);
  g_autoptr (XrRational) scaled = NULL;

  if (score == NULL)
    return NULL;
  scaled = xr_component_kind_scale (component, score);
  if (scaled == NULL)
    return xr_problem_set (problem, XR_MISSING_PLAN, NULL);
  return g_steal_pointer (&scaled);
}

gboolean
xr_group_matches (int group, int row_group)
{
  return group == XR_GROUP_ALL || group == row_group;
}

const char *
xr_group_get_name (const XrComponent *component, int group)
{
  const XrGroup *found;

  if (group < 0)
    return NULL;
  found = g_ptr_array_index (component->groups, group);
  return found->name;
}

/* 按组加权: the mean of each group times its weight, over the sum of the weights of all groups. */
static XrRational *
combine_by_weight (const XrEvidence *evidence, int component_index, int application,
                   XrGroupMean mean_of, XrProblem *problem)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  g_autoptr (XrRational) sum = xr_rational_new ();
  g_autoptr (XrRational) weights = xr_rational_new ();

  for (guint i = 0; i < component->groups->len; i++)
    {
      const XrGroup *group = g_ptr_array_index (component->groups, i);
      g_autoptr (XrRational) mean = NULL;
      gint64 ballots;

      if (!group->has_weight)
        return xr_problem_set (problem, XR_MISSING_PLAN, group->name);
      mean = mean_of (evidence, component_index, application, (int) i, &ballots, problem);
      if (mean == NULL)
        return NULL;
      xr_rational_multiply_decimal (mean, group->weight);
      xr_rational_add (sum, mean);
      xr_rational_add_decimal (weights, group->weight);
    }
  if (xr_rational_sign (weights) <= 0)
    return xr_problem_set (problem, XR_MISSING_PLAN, NULL);
  xr_rational_divide (sum, weights);
  return g_steal_pointer (&sum);
}

XrRational *
xr_groups_combine (const XrEvidence *evidence, int component_index, int application,
                   XrGroupMean mean_of, XrProblem *problem)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  gint64 ballots;

  if (xr_component_effective_grouping (component) == XR_GROUPING_WEIGHTED)
    return combine_by_weight (evidence, component_index, application, mean_of, problem);
  return mean_of (evidence, component_index, application, XR_GROUP_ALL, &ballots, problem);
}
