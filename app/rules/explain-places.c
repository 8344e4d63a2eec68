/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 民主推荐: the two change places on one ballot. All pairs of places are tried, fewest steps first. A
 * changed ballot stands in the trial as places taken away and given. */

#include "config.h"

#include "rules/explain-ballot-private.h"

#define NOT_NAMED 0

/* Where the two stand on a ballot, before and after; places from 1, NOT_NAMED. */
typedef struct
{
  guint upper, lower;
} Stand;

/* ---- the plan's places */

static guint
count_places (const XrComponent *component)
{
  guint places = 0;

  for (guint i = 0; i < component->place_points->len; i++)
    places = MAX (places,
                  ((XrPlacePoints *) g_ptr_array_index (component->place_points, i))->place);
  return places;
}

static gboolean
find_points (const XrComponent *component, guint place, gint64 *points)
{
  for (guint i = 0; i < component->place_points->len; i++)
    {
      const XrPlacePoints *entry = g_ptr_array_index (component->place_points, i);

      if (entry->place != place)
        continue;
      *points = entry->points.units;
      return TRUE;
    }
  return FALSE;
}

static guint
find_extreme (const XrComponent *component, gboolean best)
{
  guint found = NOT_NAMED;
  gint64 most = 0;
  gint64 points;

  find_points (component, NOT_NAMED, &most);
  for (guint place = 1; place <= count_places (component); place++)
    if (find_points (component, place, &points) && (best ? points > most : points < most))
      {
        most = points;
        found = place;
      }
  return found;
}

/* 未推荐 lies behind the last place. */
static guint
count_steps (guint from, guint to, guint places)
{
  guint a = from == NOT_NAMED ? places + 1 : from;
  guint b = to == NOT_NAMED ? places + 1 : to;

  return a > b ? a - b : b - a;
}

/* ---- a changed ballot in the trial */

static int
find_in_view (const XrBallotSearch *self, gint64 application)
{
  const GArray *applications = self->trial->view->applications;

  for (int i = 0; i < (int) applications->len; i++)
    if (g_array_index (applications, int, i) == application)
      return i;
  return -1;
}

static void
add_place (XrBallotSearch *self, int group, gint64 application, guint place, gint64 count)
{
  XrRankedSum sum = { self->component, group, -1, place, count };

  if (place == NOT_NAMED || application == XR_SHEET_EMPTY)
    return;
  sum.application = find_in_view (self, application);
  if (sum.application >= 0)
    g_array_append_val (self->trial->view->contest.ranked_sums, sum);
}

static gboolean
swaps_and_forget (XrBallotSearch *self, guint kept)
{
  gboolean swapped = xr_trial_swaps (self->trial);

  g_array_set_size (self->trial->view->contest.ranked_sums, kept);
  return swapped;
}

static gboolean
could_swap (XrBallotSearch *self, int group)
{
  const XrComponent *component = xr_ballot_search_get_component (self);
  guint kept = self->trial->view->contest.ranked_sums->len;
  guint best = find_extreme (component, TRUE);
  guint worst = find_extreme (component, FALSE);

  /* Who is moved aside moves others too: no bound without looking. */
  if (self->trial->whole && xr_ballot_search_shows (self, group))
    return TRUE;
  add_place (self, group, self->upper, best, -1);
  add_place (self, group, self->upper, worst, 1);
  add_place (self, group, self->lower, worst, -1);
  add_place (self, group, self->lower, best, 1);
  return swaps_and_forget (self, kept);
}

static Stand
find_stand (const XrBallotSearch *self, const XrBallotSheet *sheet)
{
  Stand stand = { NOT_NAMED, NOT_NAMED };

  for (guint i = 0; i < sheet->n; i++)
    {
      if (sheet->values[i] == self->upper)
        stand.upper = i + 1;
      if (sheet->values[i] == self->lower)
        stand.lower = i + 1;
    }
  return stand;
}

/* Who gets the place: one of the two, or whoever stood there. */
static gint64
get_holder (const XrBallotSearch *self, const XrBallotSheet *sheet, guint place)
{
  gint64 holder = place <= sheet->n ? sheet->values[place - 1] : XR_SHEET_EMPTY;

  return holder == self->upper || holder == self->lower ? XR_SHEET_EMPTY : holder;
}

/* Gives those whose places are taken the places that become free, in order. */
static void
move_aside (XrBallotSearch *self, const XrBallotSheet *sheet, Stand from, Stand to)
{
  const guint freed[] = { from.upper, from.lower };
  const guint taken[] = { to.upper, to.lower };
  guint next = 0;

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      gint64 holder = taken[i] != NOT_NAMED ? get_holder (self, sheet, taken[i]) : XR_SHEET_EMPTY;

      if (holder == XR_SHEET_EMPTY)
        continue;
      while (next < G_N_ELEMENTS (freed)
             && (freed[next] == NOT_NAMED || freed[next] == to.upper || freed[next] == to.lower))
        next++;
      add_place (self, sheet->group, holder, taken[i], -1);
      add_place (self, sheet->group, holder, next < G_N_ELEMENTS (freed) ? freed[next] : NOT_NAMED,
                 1);
      next++;
    }
}

static gboolean
swaps (XrBallotSearch *self, const XrBallotSheet *sheet, Stand from, Stand to)
{
  guint kept = self->trial->view->contest.ranked_sums->len;

  if (self->trial->whole)
    move_aside (self, sheet, from, to);
  add_place (self, sheet->group, self->upper, from.upper, -1);
  add_place (self, sheet->group, self->upper, to.upper, 1);
  add_place (self, sheet->group, self->lower, from.lower, -1);
  add_place (self, sheet->group, self->lower, to.lower, 1);
  return swaps_and_forget (self, kept);
}

/* ---- the search */

/* Where only the two matter, a change that makes the upper one no worse and the lower one no better
 * does nothing. */
static gboolean
is_idle (const XrBallotSearch *self, Stand from, Stand to)
{
  const XrComponent *component = xr_ballot_search_get_component (self);
  gint64 a = 0, b = 0, c = 0, d = 0;

  if (self->trial->whole)
    return FALSE;
  find_points (component, from.upper, &a);
  find_points (component, to.upper, &b);
  find_points (component, from.lower, &c);
  find_points (component, to.lower, &d);
  return b >= a && d <= c;
}

static void
search_sheet (XrBallotSearch *self, const XrBallotSheet *sheet, guint steps)
{
  guint places = count_places (xr_ballot_search_get_component (self));
  Stand from = find_stand (self, sheet);
  Stand to;

  for (to.upper = 0; to.upper <= places; to.upper++)
    for (to.lower = 0; to.lower <= places && !self->swap->found; to.lower++)
      {
        if ((to.upper == to.lower && to.upper != NOT_NAMED)
            || count_steps (from.upper, to.upper, places)
                   + count_steps (from.lower, to.lower, places)
                 != steps
            || is_idle (self, from, to) || xr_trial_is_spent (self->trial)
            || !swaps (self, sheet, from, to))
          continue;
        xr_ballot_search_keep (self, sheet->group, steps);
        if (from.upper != to.upper)
          xr_ballot_search_add_change (self, TRUE, -1, from.upper, to.upper);
        if (from.lower != to.lower)
          xr_ballot_search_add_change (self, FALSE, -1, from.lower, to.lower);
      }
}

/* Where only the two matter, ballots that have them in the same places are one. */
static GPtrArray *
reduce_sheets (XrBallotSearch *self)
{
  guint places = count_places (xr_ballot_search_get_component (self));
  GPtrArray *reduced = g_ptr_array_new ();

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const XrBallotSheet *sheet = g_ptr_array_index (self->sheets, i);
      XrBallotSheet *copy = xr_ballot_sheet_new (sheet->group, sheet->values, sheet->n);

      copy->values = g_renew (gint64, copy->values, MAX (places, sheet->n));
      copy->n = MAX (places, sheet->n);
      for (guint k = 0; k < copy->n; k++)
        if (k >= sheet->n
            || (!self->trial->whole && copy->values[k] != self->upper
                && copy->values[k] != self->lower))
          copy->values[k] = XR_SHEET_EMPTY;
      g_ptr_array_add (reduced, copy);
    }
  return xr_ballot_sheets_group (reduced);
}

static void
search (XrBallotSearch *self, const gboolean *could)
{
  const XrComponent *component = xr_ballot_search_get_component (self);
  g_autoptr (GPtrArray) sheets = reduce_sheets (self);
  guint most = 2 * count_places (component);

  for (guint steps = 1; steps <= most && !self->swap->found; steps++)
    for (guint i = 0; i < sheets->len && !self->swap->found; i++)
      {
        const XrBallotSheet *sheet = g_ptr_array_index (sheets, i);

        if (could[sheet->group >= 0 ? (guint) sheet->group : component->groups->len])
          search_sheet (self, sheet, steps);
      }
}

const XrBallotSearchKind xr_ballot_search_places = { could_swap, search };
