/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest change of one mark that swaps two. Every trial is worked out by xr_result_compute().
 * Where only the two themselves matter, the case is cut down to them, and more of a change never does
 * less, so that each mark is searched by halves; where a mark can move others too, all marks are tried
 * in growing steps. */

#include "config.h"

#include "rules/explain-trial.h"
#include "rules/explain.h"

typedef struct
{
  XrTrial *trial;
  gint64 *grains; /* by component, units */
} Search;

static const XrComponent *
get_component (const XrCase *contest, int component)
{
  return g_ptr_array_index (contest->plan->components, component);
}

static int
component_of (const XrCase *contest, const XrScore *score)
{
  return ((XrJudge *) g_ptr_array_index (contest->judges, score->judge))->component;
}

XrDecimal
xr_explain_grain (const XrCase *contest, int component)
{
  gint64 grain = XR_DECIMAL_SCALE;

  for (guint i = 0; i < contest->scores->len; i++)
    {
      const XrScore *score = &g_array_index (contest->scores, XrScore, i);

      while (!score->recused && score->value.units % grain != 0
             && component_of (contest, score) == component)
        grain /= 10;
    }
  return (XrDecimal){ grain };
}

static gint64
find_full_mark (const XrCase *contest, const XrScore *score)
{
  const XrComponent *component = get_component (contest, component_of (contest, score));
  const XrDimension *dimension = score->dimension >= 0
                                   ? g_ptr_array_index (component->dimensions, score->dimension)
                                   : NULL;

  return dimension != NULL && dimension->full_mark.units > 0 ? dimension->full_mark.units
                                                             : component->full_mark.units;
}

static GArray *
get_scores (const Search *self)
{
  return self->trial->view->contest.scores;
}

static gint64
get_grain (const Search *self, const XrScore *score)
{
  return self->grains[component_of (&self->trial->view->contest, score)];
}

/* Works the case out with one score changed by @amount units. */
static gboolean
swaps (Search *self, guint row, gint64 amount)
{
  XrScore *score = &g_array_index (get_scores (self), XrScore, row);
  XrDecimal kept = score->value;
  gboolean swapped;

  score->value.units += amount;
  swapped = xr_trial_swaps (self->trial);
  score->value = kept;
  return swapped;
}

static gint64
find_room (const Search *self, const XrScore *score, int sign)
{
  gint64 full = find_full_mark (&self->trial->view->contest, score);

  return MAX (sign > 0 ? full - score->value.units : score->value.units, 0);
}

static void
keep (XrSwap *swap, const Search *self, guint row, gint64 amount)
{
  const XrScore *score = &g_array_index (get_scores (self), XrScore, row);

  swap->found = TRUE;
  swap->score = g_array_index (self->trial->view->scores, guint, row);
  swap->from = score->value;
  swap->to = (XrDecimal){ score->value.units + amount };
}

/* The fewest steps of the mark up to @most that swap, 0 for none. */
static gint64
search_mark (Search *self, guint row, gint64 step, gint64 most)
{
  gint64 below = 0;

  if (most <= 0 || !swaps (self, row, most * step))
    return 0;
  while (most - below > 1)
    {
      gint64 middle = (most + below) / 2;

      if (swaps (self, row, middle * step))
        most = middle;
      else
        below = middle;
    }
  return most;
}

/* Only the two matter: the upper one can lose, the lower one gain. */
static void
search_by_halves (Search *self, XrSwap *swap)
{
  const GArray *scores = get_scores (self);
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < scores->len; i++)
    {
      const XrScore *score = &g_array_index (scores, XrScore, i);
      int sign = score->application == self->trial->lower ? 1 : -1;
      gint64 grain = get_grain (self, score);
      gint64 room = MIN (find_room (self, score, sign), best - 1);
      gint64 steps = score->recused ? 0 : search_mark (self, i, sign * grain, room / grain);

      if (steps == 0)
        continue;
      best = steps * grain;
      keep (swap, self, i, sign * best);
    }
  swap->complete = TRUE;
}

/* Tries every mark with @amount more and less. */
static gboolean
try_amount (Search *self, gint64 amount, XrSwap *swap, gboolean *room_left)
{
  const GArray *scores = get_scores (self);

  for (guint i = 0; i < scores->len; i++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        const XrScore *score = &g_array_index (scores, XrScore, i);

        if (score->recused || find_room (self, score, sign) < amount)
          continue;
        *room_left = TRUE;
        if (amount % get_grain (self, score) != 0)
          continue;
        if (!swaps (self, i, sign * amount))
          continue;
        keep (swap, self, i, sign * amount);
        return TRUE;
      }
  return FALSE;
}

static void
search_in_steps (Search *self, XrSwap *swap)
{
  const XrCase *contest = &self->trial->view->contest;
  guint64 round = 2 * (guint64) contest->scores->len * contest->applications->len;
  gint64 grain = XR_DECIMAL_SCALE;

  for (guint i = 0; i < contest->plan->components->len; i++)
    grain = MIN (grain, self->grains[i]);
  for (gint64 amount = grain;; amount += grain)
    {
      gboolean room_left = FALSE;

      if (self->trial->budget > 0 && self->trial->spent + round > self->trial->budget)
        return;
      if (try_amount (self, amount, swap, &room_left) || !room_left)
        break;
      swap->looked = (XrDecimal){ amount };
    }
  swap->complete = TRUE;
}

XrSwap
xr_explain_swap (const XrCase *contest, int upper, int lower, guint budget)
{
  g_autoptr (XrTrial) trial = xr_trial_new (contest, upper, lower, budget);
  g_autofree gint64 *grains = g_new0 (gint64, MAX (contest->plan->components->len, 1));
  Search search = { trial, grains };
  XrSwap swap = { 0 };

  for (guint i = 0; i < contest->plan->components->len; i++)
    grains[i] = xr_explain_grain (contest, (int) i).units;
  if (trial->whole)
    search_in_steps (&search, &swap);
  else
    search_by_halves (&search, &swap);
  return swap;
}
