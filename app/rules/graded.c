/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 民主测评: the mean of graded ballots, or of a tally counted by hand (INTERCHANGE 3, 2). Ballots come
 * summed by XrGradedCounter; a ballot that abstains on everything is not among them. */

#include "config.h"

#include "rules/component-kind.h"

/* The marks of one dimension in a tally. */
typedef struct
{
  XrRational *points; /* the sum of points × votes */
  gint64 votes;
} Count;

static void
clear_count (gpointer data)
{
  g_clear_pointer (&((Count *) data)->points, xr_rational_free);
}

/* Adds the sums of the group up; @n_sums is set to how many there are. A ballot's score is its points
 * over its weight, so each sum adds points / weight. NULL for a sum that did not fit into its counter
 * (weight 0). */
static XrRational *
add_ballots (const XrEvidence *evidence, int component, int candidate, int group, gint64 *ballots,
             guint *n_sums)
{
  g_autoptr (XrRational) total = xr_rational_new ();
  guint n_rows;
  const guint *rows = xr_index_lookup (&evidence->graded_sums, component, candidate, &n_rows);

  *ballots = 0;
  *n_sums = 0;
  for (guint i = 0; i < n_rows; i++)
    {
      const XrGradedSum *sum = &g_array_index (evidence->contest->graded_sums, XrGradedSum,
                                               rows[i]);
      g_autoptr (XrRational) points = NULL;

      if (!xr_group_matches (group, sum->group))
        continue;
      *n_sums += 1;
      if (sum->weight <= 0)
        return NULL;
      points = xr_rational_new_decimal ((XrDecimal){ sum->points });
      xr_rational_multiply_fraction (points, 1, sum->weight);
      xr_rational_add (total, points);
      *ballots += sum->count;
    }
  return g_steal_pointer (&total);
}

/* One Count for each dimension, over the tallies of the group. */
static GArray *
count_tallies (const XrEvidence *evidence, int component_index, int candidate, int group)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  GArray *counts = g_array_sized_new (FALSE, TRUE, sizeof (Count), component->dimensions->len);
  guint n_rows;
  const guint *rows = xr_index_lookup (&evidence->tallies, component_index, candidate, &n_rows);

  g_array_set_clear_func (counts, clear_count);
  g_array_set_size (counts, component->dimensions->len);
  for (guint i = 0; i < counts->len; i++)
    g_array_index (counts, Count, i).points = xr_rational_new ();
  for (guint i = 0; i < n_rows; i++)
    {
      const XrTally *tally = &g_array_index (evidence->contest->tallies, XrTally, rows[i]);
      Count *count = &g_array_index (counts, Count, tally->dimension);
      g_autoptr (XrRational) points = NULL;

      if (!xr_group_matches (group, tally->group))
        continue;
      points = xr_rational_new_decimal (tally->points);
      xr_rational_multiply_fraction (points, tally->votes, 1);
      xr_rational_add (count->points, points);
      count->votes += tally->votes;
    }
  return counts;
}

/* The mean of each dimension that has a counted mark, weighted. NULL when none has. @ballots is set to
 * the marks of the dimension that has most. */
static XrRational *
average_tallies (const XrComponent *component, const GArray *counts, gint64 *ballots)
{
  g_autoptr (XrRational) sum = xr_rational_new ();
  g_autoptr (XrRational) weights = xr_rational_new ();

  *ballots = 0;
  for (guint i = 0; i < counts->len; i++)
    {
      const XrDimension *dimension = g_ptr_array_index (component->dimensions, i);
      const Count *count = &g_array_index (counts, Count, i);
      g_autoptr (XrRational) mean = xr_rational_copy (count->points);

      if (count->votes == 0)
        continue;
      xr_rational_multiply_fraction (mean, 1, count->votes);
      xr_rational_multiply_decimal (mean, dimension->weight);
      xr_rational_add (sum, mean);
      xr_rational_add_decimal (weights, dimension->weight);
      *ballots = MAX (*ballots, count->votes);
    }
  if (xr_rational_sign (weights) <= 0)
    return NULL;
  xr_rational_divide (sum, weights);
  return g_steal_pointer (&sum);
}

static XrRational *
average_group (const XrEvidence *evidence, int component_index, int application, int group,
               gint64 *ballots, XrProblem *problem)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  int candidate = xr_evidence_get_application (evidence, application)->candidate;
  const char *name = xr_group_get_name (component, group);
  g_autoptr (GArray) counts = count_tallies (evidence, component_index, candidate, group);
  gint64 tallied = 0;
  g_autoptr (XrRational) by_tally = average_tallies (component, counts, &tallied);
  guint n_sums;
  g_autoptr (XrRational) by_ballot = add_ballots (evidence, component_index, candidate, group,
                                                  ballots, &n_sums);

  if (by_ballot == NULL)
    return xr_problem_set (problem, XR_MISSING_PLAN, name);
  if (n_sums > 0 && by_tally != NULL)
    return xr_problem_set (problem, XR_MISSING_MIXED, name);
  if (by_tally != NULL)
    {
      *ballots = tallied;
      return g_steal_pointer (&by_tally);
    }
  if (*ballots == 0)
    return xr_problem_set (problem, XR_MISSING_GROUP, name);
  xr_rational_multiply_fraction (by_ballot, 1, *ballots);
  return g_steal_pointer (&by_ballot);
}

static gboolean
has_evidence (const XrEvidence *evidence, int component, int candidate)
{
  guint n_sums, n_tallies;

  xr_index_lookup (&evidence->graded_sums, component, candidate, &n_sums);
  xr_index_lookup (&evidence->tallies, component, candidate, &n_tallies);
  return n_sums + n_tallies > 0;
}

static XrRational *
score_application (const XrEvidence *evidence, int component, int application, XrProblem *problem)
{
  int candidate = xr_evidence_get_application (evidence, application)->candidate;

  if (!has_evidence (evidence, component, candidate))
    return xr_problem_set (problem, XR_MISSING_ENTRY, NULL);
  return xr_groups_combine (evidence, component, application, average_group, problem);
}

/* The points of the best grade; without grades the marks are points of 0 to 满分. */
static gboolean
find_full (const XrComponent *component, XrDecimal *full)
{
  *full = component->full_mark;
  for (guint i = 0; i < component->grades->len; i++)
    {
      const XrGrade *grade = g_ptr_array_index (component->grades, i);

      if (i == 0 || xr_decimal_compare (grade->points, *full) > 0)
        *full = grade->points;
    }
  return TRUE;
}

const XrComponentKind xr_kind_graded = {
  .method = XR_METHOD_GRADED_BALLOT,
  .score = score_application,
  .full = find_full,
  .group_mean = average_group,
};
