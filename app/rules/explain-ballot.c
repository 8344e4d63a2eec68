/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest change of one ballot: which groups may be looked at, which of them could turn anything
 * at all, and the search itself by the kind of ballot. A group whose boldest ballot turns nothing is
 * never gone through, however many ballots it has. */

#include "config.h"

#include "rules/explain-ballot-private.h"

#include "rules/withhold.h"

/* ---- sheets */

XrBallotSheet *
xr_ballot_sheet_new (int group, const gint64 *values, guint n)
{
  XrBallotSheet *self = g_new0 (XrBallotSheet, 1);

  self->group = group;
  self->count = 1;
  self->n = n;
  self->values = g_memdup2 (values, n * sizeof (gint64));
  return self;
}

void
xr_ballot_sheet_free (XrBallotSheet *self)
{
  g_free (self->values);
  g_free (self);
}

static int
compare_sheets (const XrBallotSheet *a, const XrBallotSheet *b)
{
  if (a->group != b->group)
    return a->group < b->group ? -1 : 1;
  if (a->n != b->n)
    return a->n < b->n ? -1 : 1;
  for (guint i = 0; i < a->n; i++)
    if (a->values[i] != b->values[i])
      return a->values[i] < b->values[i] ? -1 : 1;
  return 0;
}

static int
compare_sheets_cb (gconstpointer a, gconstpointer b)
{
  return compare_sheets (*(XrBallotSheet *const *) a, *(XrBallotSheet *const *) b);
}

GPtrArray *
xr_ballot_sheets_group (GPtrArray *sheets)
{
  GPtrArray *grouped = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_ballot_sheet_free);

  g_ptr_array_set_free_func (sheets, NULL);
  g_ptr_array_sort (sheets, compare_sheets_cb);
  for (guint i = 0; i < sheets->len; i++)
    {
      XrBallotSheet *sheet = g_ptr_array_index (sheets, i);
      XrBallotSheet *last = grouped->len > 0 ? g_ptr_array_index (grouped, grouped->len - 1) : NULL;

      if (last != NULL && compare_sheets (last, sheet) == 0)
        {
          last->count += sheet->count;
          xr_ballot_sheet_free (sheet);
        }
      else
        g_ptr_array_add (grouped, sheet);
    }
  g_ptr_array_unref (sheets);
  return grouped;
}

gboolean *
xr_explain_withheld (const gint64 *voters, guint n_groups, int fewest)
{
  gboolean *withheld = g_new0 (gboolean, n_groups + 1);

  xr_withhold (voters, n_groups + 1, fewest, withheld);
  return withheld;
}

/* ---- what the kinds of ballot share */

const XrComponent *
xr_ballot_search_get_component (const XrBallotSearch *self)
{
  return g_ptr_array_index (self->trial->view->contest.plan->components, self->component);
}

static guint
find_slot (const XrBallotSearch *self, int group)
{
  return group >= 0 ? (guint) group : xr_ballot_search_get_component (self)->groups->len;
}

gboolean
xr_ballot_search_shows (const XrBallotSearch *self, int group)
{
  return !self->hidden[find_slot (self, group)];
}

guint
xr_ballot_search_get_limit (const XrBallotSearch *self, guint room)
{
  return self->swap->found ? MIN (room, self->swap->steps - 1) : room;
}

void
xr_ballot_search_keep (XrBallotSearch *self, int group, guint steps)
{
  self->swap->found = TRUE;
  self->swap->group = group;
  self->swap->steps = steps;
  g_array_set_size (self->swap->changes, 0);
}

void
xr_ballot_search_add_change (XrBallotSearch *self, gboolean upper, int dimension, gint64 from,
                             gint64 to)
{
  XrBallotChange change = { upper ? self->upper : self->lower, dimension, from, to };

  g_array_append_val (self->swap->changes, change);
}

int
xr_ballot_search_get_candidate (const XrBallotSearch *self, gboolean upper)
{
  return g_array_index (self->trial->view->contest.applications, XrApplication,
                        upper ? self->trial->upper : self->trial->lower)
    .candidate;
}

/* ---- who voted */

static void
raise_count (gint64 *voters, guint slot, gint64 count)
{
  voters[slot] = MAX (voters[slot], count);
}

/* How many stand behind each group: ballots, or the largest count of one thing that all voted on. */
static void
count_voters (XrBallotSearch *self, gint64 *voters)
{
  const XrCase *contest = &self->trial->view->contest;
  guint n = xr_ballot_search_get_component (self)->dimensions->len;
  guint slots = xr_ballot_search_get_component (self)->groups->len + 1;
  g_autofree gint64 *marks = g_new0 (gint64, (gsize) contest->candidates->len * slots * (n + 1));

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const XrBallotSheet *sheet = g_ptr_array_index (self->sheets, i);

      voters[find_slot (self, sheet->group)] += sheet->count;
    }
  for (guint i = 0; i < contest->votes->len; i++)
    {
      const XrVote *vote = &g_array_index (contest->votes, XrVote, i);

      if (vote->component == self->component)
        raise_count (voters, find_slot (self, vote->group), vote->yes + vote->no + vote->abstain);
    }
  for (guint i = 0; i < contest->tallies->len; i++)
    {
      const XrTally *tally = &g_array_index (contest->tallies, XrTally, i);
      guint slot = find_slot (self, tally->group);
      gint64 *sum;

      if (tally->component != self->component)
        continue;
      sum = &marks[((gsize) tally->candidate * slots + slot) * (n + 1) + (gsize) tally->dimension];
      *sum += tally->votes;
      raise_count (voters, slot, *sum);
    }
}

/* ---- the search */

static const XrBallotSearchKind *
get_kind (XrMethod method)
{
  switch (method)
    {
    case XR_METHOD_GRADED_BALLOT:
      return &xr_ballot_search_marks;
    case XR_METHOD_RANKED_BALLOT:
      return &xr_ballot_search_places;
    case XR_METHOD_VOTE_SHARE:
      return &xr_ballot_search_votes;
    case XR_METHOD_JUDGES:
    case XR_METHOD_DIRECT:
    default:
      return NULL;
    }
}

gboolean
xr_explain_is_voted (const XrComponent *component)
{
  return get_kind (component->method) != NULL;
}

/* Tries the boldest ballot of each group that has voters. */
static void
try_groups (XrBallotSearch *self, const XrBallotSearchKind *kind, const gint64 *voters,
            gboolean *could)
{
  guint n_groups = xr_ballot_search_get_component (self)->groups->len;

  for (guint slot = 0; slot <= n_groups; slot++)
    {
      if (voters[slot] == 0)
        continue;
      could[slot] = kind->could_swap (self, slot < n_groups ? (int) slot : -1);
      if (!self->hidden[slot])
        continue;
      self->swap->small_group = self->swap->small_group || could[slot];
      could[slot] = FALSE;
    }
}

XrBallotSwap *
xr_explain_ballot_swap (const XrCase *contest, int upper, int lower, int component,
                        const GPtrArray *sheets, guint budget)
{
  const XrComponent *plan = g_ptr_array_index (contest->plan->components, component);
  const XrBallotSearchKind *kind = get_kind (plan->method);
  g_autoptr (XrTrial) trial = xr_trial_new (contest, upper, lower, budget);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree gint64 *voters = g_new0 (gint64, plan->groups->len + 1);
  g_autofree gboolean *could = g_new0 (gboolean, plan->groups->len + 1);
  g_autofree gboolean *hidden = NULL;
  XrBallotSearch self = {
    trial, component, upper, lower, sheets != NULL ? sheets : none, NULL, g_new0 (XrBallotSwap, 1)
  };

  g_assert (kind != NULL);
  self.swap->component = component;
  self.swap->group = -1;
  self.swap->complete = TRUE;
  self.swap->changes = g_array_new (FALSE, FALSE, sizeof (XrBallotChange));
  count_voters (&self, voters);
  self.hidden = hidden = xr_explain_withheld (voters, plan->groups->len,
                                              trial->view->contest.plan->settings.fewest_shown);
  try_groups (&self, kind, voters, could);
  kind->search (&self, could);
  if (xr_trial_is_spent (trial))
    self.swap->complete = FALSE;
  return self.swap;
}

void
xr_ballot_swap_free (XrBallotSwap *self)
{
  g_array_unref (self->changes);
  g_free (self);
}
