/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 民主推荐: each valid ballot gives a candidate the points of the place it names, or those of 未推荐
 * (INTERCHANGE 3, 3). One whom nobody names still has the points of 未推荐 from every ballot. */

#include "config.h"

#include "rules/component-kind.h"

#define PLACE_NOT_NAMED 0
#define PLACE_FIRST     1

static gboolean
find_points (const XrComponent *component, guint place, XrDecimal *points)
{
  for (guint i = 0; i < component->place_points->len; i++)
    {
      const XrPlacePoints *entry = g_ptr_array_index (component->place_points, i);

      if (entry->place != place)
        continue;
      *points = entry->points;
      return TRUE;
    }
  return FALSE;
}

/* Adds the points of @count ballots; FALSE when the plan has none for the place. */
static gboolean
add_points (XrRational *sum, const XrComponent *component, guint place, gint64 count)
{
  g_autoptr (XrRational) points = NULL;
  XrDecimal value;

  if (count == 0)
    return TRUE;
  if (!find_points (component, place, &value))
    return FALSE;
  points = xr_rational_new_decimal (value);
  xr_rational_multiply_fraction (points, count, 1);
  xr_rational_add (sum, points);
  return TRUE;
}

static gint64
count_ballots (const XrEvidence *evidence, int component, int post, int group)
{
  guint n_rows;
  const guint *rows = xr_index_lookup (&evidence->ranked_bases, component, post, &n_rows);
  gint64 ballots = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      const XrRankedBase *base = &g_array_index (evidence->contest->ranked_bases, XrRankedBase,
                                                 rows[i]);

      if (xr_group_matches (group, base->group))
        ballots += base->ballots;
    }
  return ballots;
}

/* The points of the ballots of a group that name the application, and of those that do not. */
static gboolean
add_group (XrRational *sum, const XrEvidence *evidence, int component_index, int application,
           int group, gint64 ballots)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  guint n_rows;
  const guint *rows = xr_index_lookup (&evidence->ranked_sums, component_index, application,
                                       &n_rows);
  gint64 named = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      const XrRankedSum *row = &g_array_index (evidence->contest->ranked_sums, XrRankedSum,
                                               rows[i]);

      if (!xr_group_matches (group, row->group))
        continue;
      named += row->count;
      if (!add_points (sum, component, row->place, row->count))
        return FALSE;
    }
  return add_points (sum, component, PLACE_NOT_NAMED, ballots - named);
}

static XrRational *
average_group (const XrEvidence *evidence, int component_index, int application, int group,
               gint64 *ballots, XrProblem *problem)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  int post = xr_evidence_get_application (evidence, application)->post;
  const char *name = xr_group_get_name (component, group);
  g_autoptr (XrRational) sum = xr_rational_new ();

  *ballots = count_ballots (evidence, component_index, post, group);
  if (*ballots == 0)
    return xr_problem_set (problem, XR_MISSING_GROUP, name);
  if (!add_group (sum, evidence, component_index, application, group, *ballots))
    return xr_problem_set (problem, XR_MISSING_PLAN, NULL);
  xr_rational_multiply_fraction (sum, 1, *ballots);
  return g_steal_pointer (&sum);
}

static XrRational *
score_application (const XrEvidence *evidence, int component, int application, XrProblem *problem)
{
  int post = xr_evidence_get_application (evidence, application)->post;

  if (count_ballots (evidence, component, post, XR_GROUP_ALL) == 0)
    return xr_problem_set (problem, XR_MISSING_ENTRY, NULL);
  return xr_groups_combine (evidence, component, application, average_group, problem);
}

static gboolean
find_full (const XrComponent *component, XrDecimal *full)
{
  return find_points (component, PLACE_FIRST, full);
}

const XrComponentKind xr_kind_ranked = {
  .method = XR_METHOD_RANKED_BALLOT,
  .score = score_application,
  .full = find_full,
  .group_mean = average_group,
};
