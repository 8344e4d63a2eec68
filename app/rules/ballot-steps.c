/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grades up and down. Grades may lie unevenly apart, so the best use of so many steps is worked out
 * dimension by dimension; points lie evenly, where the heaviest dimension comes first. Whole numbers
 * only. */

#include "config.h"

#include "rules/ballot-steps.h"

#define MOST_STEPS 20000

static int
compare_points (const void *a, const void *b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

XrMarkLadder *
xr_mark_ladder_new (const XrComponent *component, gint64 grain)
{
  XrMarkLadder *self = g_new0 (XrMarkLadder, 1);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  self->grain = grain;
  self->full = component->full_mark.units;
  self->points = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < component->grades->len; i++)
    g_array_append_val (all, ((XrGrade *) g_ptr_array_index (component->grades, i))->points.units);
  g_array_sort (all, compare_points);
  for (guint i = 0; i < all->len; i++)
    {
      gint64 points = g_array_index (all, gint64, i);

      if (i == 0 || points != g_array_index (all, gint64, i - 1))
        g_array_append_val (self->points, points);
    }
  return self;
}

void
xr_mark_ladder_free (XrMarkLadder *self)
{
  g_array_unref (self->points);
  g_free (self);
}

static int
find_rung (const XrMarkLadder *self, gint64 mark)
{
  for (int i = 0; i < (int) self->points->len; i++)
    if (g_array_index (self->points, gint64, i) == mark)
      return i;
  return -1;
}

guint
xr_mark_ladder_get_room (const XrMarkLadder *self, gint64 mark, int sign)
{
  int rung = find_rung (self, mark);

  if (self->points->len == 0)
    return (guint) (MAX (sign > 0 ? self->full - mark : mark, 0) / self->grain);
  if (rung < 0)
    return 0;
  return sign > 0 ? self->points->len - 1 - (guint) rung : (guint) rung;
}

gint64
xr_mark_ladder_move (const XrMarkLadder *self, gint64 mark, int sign, guint steps)
{
  if (self->points->len == 0)
    return mark + sign * (gint64) steps * self->grain;
  return g_array_index (self->points, gint64, find_rung (self, mark) + sign * (int) steps);
}

gint64
xr_mark_ladder_get_span (const XrMarkLadder *self)
{
  if (self->points->len == 0)
    return self->full;
  return g_array_index (self->points, gint64, self->points->len - 1)
         - g_array_index (self->points, gint64, 0);
}

/* ---- the best use of steps */

static gint64
get_weight (const XrComponent *component, guint dimension)
{
  return ((XrDimension *) g_ptr_array_index (component->dimensions, dimension))->weight.units;
}

/* The room of each dimension whose mark counts. */
static guint *
list_rooms (const XrComponent *component, const XrMarkLadder *ladder, const gint64 *marks, int sign)
{
  guint *rooms = g_new0 (guint, component->dimensions->len + 1);

  for (guint i = 0; i < component->dimensions->len; i++)
    if (marks[i] >= 0 && get_weight (component, i) > 0)
      rooms[i] = xr_mark_ladder_get_room (ladder, marks[i], sign);
  return rooms;
}

static guint *
get_choice (const XrBallotSteps *self, guint steps)
{
  return self->choices + (gsize) steps * self->n_dimensions;
}

/* Points: each step gives the weight of its dimension, so the heaviest that has room is the best. */
static void
fill_evenly (XrBallotSteps *self, const XrComponent *component, const XrMarkLadder *ladder,
             guint *rooms)
{
  for (guint k = 1; k <= self->n_steps; k++)
    {
      guint best = self->n_dimensions;

      for (guint i = 0; i < self->n_dimensions; i++)
        if (rooms[i] > 0
            && (best == self->n_dimensions
                || get_weight (component, i) > get_weight (component, best)))
          best = i;
      rooms[best]--;
      self->gains[k] = self->gains[k - 1] + get_weight (component, best) * ladder->grain;
      memcpy (get_choice (self, k), get_choice (self, k - 1), self->n_dimensions * sizeof (guint));
      get_choice (self, k)[best]++;
    }
}

/* Lets the dimension take part: the best of so many steps without it and the rest of them in it. Goes
 * down, so that fewer steps still stand as they were without it. */
static void
add_dimension (XrBallotSteps *self, guint dimension, guint before, guint room, const gint64 *gains)
{
  for (guint k = before + room; k > 0; k--)
    {
      guint best = 0;
      gint64 most = k <= before ? self->gains[k] : -1;

      for (guint j = 1; j <= MIN (room, k); j++)
        if (k - j <= before && self->gains[k - j] + gains[j] > most)
          {
            most = self->gains[k - j] + gains[j];
            best = j;
          }
      if (best > 0)
        memcpy (get_choice (self, k), get_choice (self, k - best),
                self->n_dimensions * sizeof (guint));
      self->gains[k] = most;
      get_choice (self, k)[dimension] = best;
    }
}

static void
fill_by_grades (XrBallotSteps *self, const XrComponent *component, const XrMarkLadder *ladder,
                const gint64 *marks, int sign, const guint *rooms)
{
  guint before = 0;

  for (guint i = 0; i < self->n_dimensions; i++)
    {
      g_autofree gint64 *gains = g_new0 (gint64, rooms[i] + 1);

      for (guint j = 1; j <= rooms[i]; j++)
        gains[j] = get_weight (component, i)
                   * ABS (xr_mark_ladder_move (ladder, marks[i], sign, j) - marks[i]);
      add_dimension (self, i, before, rooms[i], gains);
      before += rooms[i];
    }
}

XrBallotSteps *
xr_ballot_steps_new (const XrComponent *component, const XrMarkLadder *ladder, const gint64 *marks,
                     int sign)
{
  g_autofree guint *rooms = list_rooms (component, ladder, marks, sign);
  XrBallotSteps *self;
  guint64 steps = 0;

  for (guint i = 0; i < component->dimensions->len; i++)
    steps += rooms[i];
  if (steps > MOST_STEPS)
    return NULL;
  self = g_new0 (XrBallotSteps, 1);
  self->n_dimensions = component->dimensions->len;
  self->n_steps = (guint) steps;
  self->gains = g_new0 (gint64, steps + 1);
  self->choices = g_new0 (guint, (steps + 1) * MAX (self->n_dimensions, 1));
  if (ladder->points->len == 0)
    fill_evenly (self, component, ladder, rooms);
  else
    fill_by_grades (self, component, ladder, marks, sign, rooms);
  return self;
}

void
xr_ballot_steps_free (XrBallotSteps *self)
{
  g_free (self->gains);
  g_free (self->choices);
  g_free (self);
}
