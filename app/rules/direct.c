/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 直接计分: a score from elsewhere, or the weighted mean of its sub-items (INTERCHANGE 3, 5). The
 * sub-items of a bonus are added instead. */

#include "config.h"

#include "rules/component-kind.h"

static const XrDirectScore *
find_score (const XrEvidence *evidence, int component, int candidate, int dimension)
{
  guint n_rows;
  const guint *rows = xr_index_lookup (&evidence->direct_scores, component, candidate, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const XrDirectScore *score = &g_array_index (evidence->contest->direct_scores, XrDirectScore,
                                                   rows[i]);

      if (score->dimension == dimension)
        return score;
    }
  return NULL;
}

static XrRational *
combine_dimensions (const XrEvidence *evidence, int component_index, int candidate,
                    XrProblem *problem)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  g_autoptr (XrRational) sum = xr_rational_new ();
  g_autoptr (XrRational) weights = xr_rational_new ();

  for (guint i = 0; i < component->dimensions->len; i++)
    {
      const XrDimension *dimension = g_ptr_array_index (component->dimensions, i);
      const XrDirectScore *score = find_score (evidence, component_index, candidate, (int) i);
      g_autoptr (XrRational) part = NULL;

      if (score == NULL)
        return xr_problem_set (problem, XR_MISSING_ENTRY, dimension->name);
      part = xr_rational_new_decimal (score->value);
      xr_rational_multiply_decimal (part, dimension->weight);
      xr_rational_add (sum, part);
      xr_rational_add_decimal (weights, dimension->weight);
    }
  if (component->bonus)
    return g_steal_pointer (&sum);
  if (xr_rational_sign (weights) <= 0)
    return xr_problem_set (problem, XR_MISSING_PLAN, NULL);
  xr_rational_divide (sum, weights);
  return g_steal_pointer (&sum);
}

static XrRational *
score_application (const XrEvidence *evidence, int component_index, int application,
                   XrProblem *problem)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  int candidate = xr_evidence_get_application (evidence, application)->candidate;
  const XrDirectScore *single = find_score (evidence, component_index, candidate, -1);

  if (single != NULL)
    return xr_rational_new_decimal (single->value);
  if (component->dimensions->len == 0)
    return xr_problem_set (problem, XR_MISSING_ENTRY, NULL);
  return combine_dimensions (evidence, component_index, candidate, problem);
}

static gboolean
find_full (const XrComponent *component, XrDecimal *full)
{
  *full = component->full_mark;
  return TRUE;
}

const XrComponentKind xr_kind_direct = {
  .method = XR_METHOD_DIRECT,
  .score = score_application,
  .full = find_full,
};
