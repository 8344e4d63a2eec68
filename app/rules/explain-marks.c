/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 民主测评: marks on one ballot. Worse marks of the upper one and better ones of the lower one bring a
 * swap nearer, so of all ways to take so many steps only the furthest count; how they are shared between
 * the two is tried. A changed ballot stands in the trial as a sum of no ballots and the difference. */

#include "config.h"

#include "rules/ballot-steps.h"
#include "rules/explain-ballot-private.h"

static gint64
find_grain (const XrBallotSearch *self)
{
  const GArray *tallies = self->trial->view->contest.tallies;
  gint64 grain = XR_DECIMAL_SCALE;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const XrBallotSheet *sheet = g_ptr_array_index (self->sheets, i);

      for (guint k = 0; k < sheet->n; k++)
        while (sheet->values[k] > 0 && sheet->values[k] % grain != 0)
          grain /= 10;
    }
  for (guint i = 0; i < tallies->len; i++)
    {
      const XrTally *tally = &g_array_index (tallies, XrTally, i);

      while (tally->component == self->component && tally->points.units % grain != 0)
        grain /= 10;
    }
  return grain;
}

static XrMarkLadder *
create_ladder (const XrBallotSearch *self)
{
  return xr_mark_ladder_new (xr_ballot_search_get_component (self), find_grain (self));
}

static void
add_sum (XrBallotSearch *self, gboolean upper, int group, gint64 weight, gint64 points)
{
  XrGradedSum sum = { self->component, group,  xr_ballot_search_get_candidate (self, upper),
                      weight,          points, 0 };

  g_array_append_val (self->trial->view->contest.graded_sums, sum);
}

/* Whether the two are swapped when one ballot's sum of weight × points changes so much. */
static gboolean
swaps_by_sums (XrBallotSearch *self, int group, const gint64 *weights, gint64 loss, gint64 gain)
{
  GArray *sums = self->trial->view->contest.graded_sums;
  guint kept = sums->len;
  gboolean swapped;

  if (loss > 0)
    add_sum (self, TRUE, group, weights[0], -loss);
  if (gain > 0)
    add_sum (self, FALSE, group, weights[1], gain);
  swapped = xr_trial_swaps (self->trial);
  g_array_set_size (sums, kept);
  return swapped;
}

static gboolean
has_rows (const XrBallotSearch *self, const GArray *sums, int group)
{
  for (guint i = 0; i < sums->len; i++)
    if (g_array_index (sums, XrGradedSum, i).component == self->component
        && g_array_index (sums, XrGradedSum, i).group == group)
      return TRUE;
  return FALSE;
}

/* Whether the two are swapped when one mark in a tally becomes another. */
static gboolean
swaps_by_tally (XrBallotSearch *self, const XrTally *from, gint64 points)
{
  GArray *tallies = self->trial->view->contest.tallies;
  guint kept = tallies->len;
  XrTally less = *from;
  XrTally more = *from;
  gboolean swapped;

  less.votes = -1;
  more.votes = 1;
  more.points.units = points;
  g_array_append_val (tallies, less);
  g_array_append_val (tallies, more);
  swapped = xr_trial_swaps (self->trial);
  g_array_set_size (tallies, kept);
  return swapped;
}

/* The boldest mark in a tally: over the whole ladder, from wherever. */
static gboolean
could_swap_tally (XrBallotSearch *self, int group, gint64 span)
{
  const GArray *tallies = self->trial->view->contest.tallies;

  for (guint i = 0; i < tallies->len; i++)
    {
      XrTally tally = g_array_index (tallies, XrTally, i);
      gboolean upper = tally.candidate == xr_ballot_search_get_candidate (self, TRUE);
      gboolean lower = tally.candidate == xr_ballot_search_get_candidate (self, FALSE);

      if (tally.component != self->component || tally.group != group || (!upper && !lower)
          || tally.votes == 0)
        continue;
      if (swaps_by_tally (self, &tally, tally.points.units + (upper ? -span : span)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
could_swap (XrBallotSearch *self, int group)
{
  const gint64 weights[] = { 1, 1 };
  g_autoptr (XrMarkLadder) ladder = create_ladder (self);
  gint64 span = xr_mark_ladder_get_span (ladder);

  if (!has_rows (self, self->trial->view->contest.graded_sums, group))
    return could_swap_tally (self, group, span);
  return swaps_by_sums (self, group, weights, span, span);
}

/* ---- ballots */

typedef struct
{
  const XrBallotSheet *sheet;
  gint64 weights[2]; /* of the marks that are there */
  XrBallotSteps *down, *up;
} Pattern;

static gint64
add_up_weights (const XrComponent *component, const gint64 *marks)
{
  gint64 sum = 0;

  for (guint i = 0; i < component->dimensions->len; i++)
    if (marks[i] >= 0)
      sum += ((XrDimension *) g_ptr_array_index (component->dimensions, i))->weight.units;
  return sum;
}

/* Whether @steps, shared between the two, can swap them; @first is set to those of the upper one. */
static gboolean
swaps_in_steps (XrBallotSearch *self, const Pattern *pattern, guint steps, guint *first)
{
  guint from = steps > pattern->up->n_steps ? steps - pattern->up->n_steps : 0;

  /* More than can be: all of them on both sides. */
  if (!swaps_by_sums (self, pattern->sheet->group, pattern->weights,
                      pattern->down->gains[MIN (steps, pattern->down->n_steps)],
                      pattern->up->gains[MIN (steps, pattern->up->n_steps)]))
    return FALSE;
  for (guint i = from; i <= MIN (steps, pattern->down->n_steps); i++)
    {
      if (xr_trial_is_spent (self->trial))
        return FALSE;
      *first = i;
      if (swaps_by_sums (self, pattern->sheet->group, pattern->weights, pattern->down->gains[i],
                         pattern->up->gains[steps - i]))
        return TRUE;
    }
  return FALSE;
}

static void
add_changes (XrBallotSearch *self, const Pattern *pattern, const XrMarkLadder *ladder, guint steps,
             gboolean upper)
{
  const XrBallotSteps *moves = upper ? pattern->down : pattern->up;
  const gint64 *marks = pattern->sheet->values + (upper ? 0 : moves->n_dimensions);

  for (guint i = 0; i < moves->n_dimensions; i++)
    {
      guint n = moves->choices[(gsize) steps * moves->n_dimensions + i];

      if (n > 0)
        xr_ballot_search_add_change (self, upper, (int) i, marks[i],
                                     xr_mark_ladder_move (ladder, marks[i], upper ? -1 : 1, n));
    }
}

/* More steps never do less, so the fewest are found by halves. */
static void
search_pattern (XrBallotSearch *self, const Pattern *pattern, const XrMarkLadder *ladder)
{
  guint below = 0;
  guint most = xr_ballot_search_get_limit (self, pattern->down->n_steps + pattern->up->n_steps);
  guint first, found;

  if (most == 0 || !swaps_in_steps (self, pattern, most, &first))
    return;
  found = first;
  while (most - below > 1)
    {
      guint middle = (most + below) / 2;

      if (swaps_in_steps (self, pattern, middle, &first))
        {
          most = middle;
          found = first;
        }
      else
        below = middle;
    }
  xr_ballot_search_keep (self, pattern->sheet->group, most);
  add_changes (self, pattern, ladder, found, TRUE);
  add_changes (self, pattern, ladder, most - found, FALSE);
}

static void
search_sheet (XrBallotSearch *self, const XrBallotSheet *sheet, const XrMarkLadder *ladder)
{
  const XrComponent *component = xr_ballot_search_get_component (self);
  const gint64 *lower = sheet->values + component->dimensions->len;
  g_autoptr (XrBallotSteps) down = xr_ballot_steps_new (component, ladder, sheet->values, -1);
  g_autoptr (XrBallotSteps) up = xr_ballot_steps_new (component, ladder, lower, 1);
  Pattern pattern = { sheet,
                      { add_up_weights (component, sheet->values),
                        add_up_weights (component, lower) },
                      down,
                      up };

  if (down == NULL || up == NULL)
    self->swap->complete = FALSE;
  else
    search_pattern (self, &pattern, ladder);
}

/* ---- tallies */

static void
search_tally (XrBallotSearch *self, const XrTally *tally, gboolean upper,
              const XrMarkLadder *ladder)
{
  int sign = upper ? -1 : 1;
  guint below = 0;
  guint most = xr_ballot_search_get_limit (
    self, xr_mark_ladder_get_room (ladder, tally->points.units, sign));

  if (most == 0
      || !swaps_by_tally (self, tally,
                          xr_mark_ladder_move (ladder, tally->points.units, sign, most)))
    return;
  while (most - below > 1)
    {
      guint middle = (most + below) / 2;

      if (swaps_by_tally (self, tally,
                          xr_mark_ladder_move (ladder, tally->points.units, sign, middle)))
        most = middle;
      else
        below = middle;
    }
  xr_ballot_search_keep (self, tally->group, most);
  xr_ballot_search_add_change (self, upper, tally->dimension, tally->points.units,
                               xr_mark_ladder_move (ladder, tally->points.units, sign, most));
}

static void
search_tallies (XrBallotSearch *self, const gboolean *could, const XrMarkLadder *ladder)
{
  const GArray *tallies = self->trial->view->contest.tallies;
  guint none = xr_ballot_search_get_component (self)->groups->len;
  guint n = tallies->len;

  for (guint i = 0; i < n && !xr_trial_is_spent (self->trial); i++)
    {
      XrTally tally = g_array_index (tallies, XrTally, i);
      gboolean upper = tally.candidate == xr_ballot_search_get_candidate (self, TRUE);
      gboolean lower = tally.candidate == xr_ballot_search_get_candidate (self, FALSE);

      if (tally.component == self->component && (upper || lower) && tally.votes > 0
          && could[tally.group >= 0 ? (guint) tally.group : none])
        search_tally (self, &tally, upper, ladder);
    }
}

static void
search (XrBallotSearch *self, const gboolean *could)
{
  guint none = xr_ballot_search_get_component (self)->groups->len;
  g_autoptr (XrMarkLadder) ladder = create_ladder (self);

  for (guint i = 0; i < self->sheets->len && !xr_trial_is_spent (self->trial); i++)
    {
      const XrBallotSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (could[sheet->group >= 0 ? (guint) sheet->group : none])
        search_sheet (self, sheet, ladder);
    }
  search_tallies (self, could, ladder);
  if (!xr_trial_is_monotone (self->trial, self->component))
    self->swap->complete = FALSE;
}

const XrBallotSearchKind xr_ballot_search_marks = { could_swap, search };
