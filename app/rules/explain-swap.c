/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest change of one mark that swaps two. Every trial is worked out by xr_result_compute().
 * Where only the two themselves matter, the case is cut down to them, and more of a change never does
 * less, so that each mark is searched by halves; where a mark can move others too, all marks are tried
 * in growing steps. */

#include "config.h"

#include "rules/case-view.h"
#include "rules/explain.h"

typedef struct
{
  XrCaseView *view;
  int upper, lower; /* applications of the view */
  gint64 *grains;   /* by component, units */
} Trial;

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

/* Whether a score of one candidate can move another's result. */
static gboolean
is_coupled (const XrPlan *plan)
{
  for (guint i = 0; i < plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (plan->components, i);

      if (component->has_cut_ratio || component->panel_correction)
        return TRUE;
    }
  return FALSE;
}

static const XrStanding *
find_standing (const XrResult *result, int post, int application)
{
  const XrPostResult *one = g_ptr_array_index (result->posts, post);

  for (guint i = 0; i < one->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (one->standings, i);

      if (standing->application == application)
        return standing;
    }
  g_assert_not_reached ();
}

/* Works the case out with one score changed by @amount units. */
static gboolean
swaps (Trial *self, guint row, gint64 amount)
{
  XrScore *score = &g_array_index (self->view->contest.scores, XrScore, row);
  XrDecimal kept = score->value;
  int post = g_array_index (self->view->contest.applications, XrApplication, self->upper).post;
  g_autoptr (XrResult) result = NULL;
  int upper, lower;

  score->value.units += amount;
  result = xr_result_compute (&self->view->contest);
  score->value = kept;
  upper = find_standing (result, post, self->upper)->rank;
  lower = find_standing (result, post, self->lower)->rank;
  return lower > 0 && (upper == 0 || lower < upper);
}

static gint64
find_room (const Trial *self, const XrScore *score, int sign)
{
  gint64 full = find_full_mark (&self->view->contest, score);

  return MAX (sign > 0 ? full - score->value.units : score->value.units, 0);
}

static void
keep (XrSwap *swap, const Trial *self, guint row, gint64 amount)
{
  const XrScore *score = &g_array_index (self->view->contest.scores, XrScore, row);

  swap->found = TRUE;
  swap->score = g_array_index (self->view->scores, guint, row);
  swap->from = score->value;
  swap->to = (XrDecimal){ score->value.units + amount };
}

/* The fewest steps of the mark up to @most that swap, 0 for none. */
static gint64
search_mark (Trial *self, guint row, gint64 step, gint64 most)
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
search_by_halves (Trial *self, XrSwap *swap)
{
  const GArray *scores = self->view->contest.scores;
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < scores->len; i++)
    {
      const XrScore *score = &g_array_index (scores, XrScore, i);
      int sign = score->application == self->lower ? 1 : -1;
      gint64 grain = self->grains[component_of (&self->view->contest, score)];
      gint64 room = MIN (find_room (self, score, sign), best - 1);
      gint64 steps = score->recused ? 0 : search_mark (self, i, sign * grain, room / grain);

      if (steps == 0)
        continue;
      best = steps * grain;
      keep (swap, self, i, sign * best);
    }
  swap->complete = TRUE;
}

/* Tries every mark with @amount more and less. @spent grows by the applications worked out. */
static gboolean
try_amount (Trial *self, gint64 amount, XrSwap *swap, guint64 *spent, gboolean *room_left)
{
  const GArray *scores = self->view->contest.scores;

  for (guint i = 0; i < scores->len; i++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        const XrScore *score = &g_array_index (scores, XrScore, i);

        if (score->recused || find_room (self, score, sign) < amount)
          continue;
        *room_left = TRUE;
        if (amount % self->grains[component_of (&self->view->contest, score)] != 0)
          continue;
        *spent += self->view->applications->len;
        if (!swaps (self, i, sign * amount))
          continue;
        keep (swap, self, i, sign * amount);
        return TRUE;
      }
  return FALSE;
}

static void
search_in_steps (Trial *self, guint budget, XrSwap *swap)
{
  gint64 grain = XR_DECIMAL_SCALE;
  guint64 spent = 0;

  for (guint i = 0; i < self->view->contest.plan->components->len; i++)
    grain = MIN (grain, self->grains[i]);
  for (gint64 amount = grain;; amount += grain)
    {
      gboolean room_left = FALSE;
      guint64 round = 2 * (guint64) self->view->contest.scores->len * self->view->applications->len;

      if (budget > 0 && spent + round > budget)
        return;
      if (try_amount (self, amount, swap, &spent, &room_left) || !room_left)
        break;
      swap->looked = (XrDecimal){ amount };
    }
  swap->complete = TRUE;
}

static int
find_application (const XrCaseView *view, int application)
{
  for (int i = 0; i < (int) view->applications->len; i++)
    if (g_array_index (view->applications, int, i) == application)
      return i;
  g_assert_not_reached ();
}

XrSwap
xr_explain_swap (const XrCase *contest, int upper, int lower, guint budget)
{
  const int pair[] = { upper, lower };
  int post = g_array_index (contest->applications, XrApplication, upper).post;
  gboolean coupled = is_coupled (contest->plan);
  g_autoptr (GArray) all = coupled ? xr_case_view_list_post (contest, post) : NULL;
  g_autoptr (XrCaseView) view = coupled ? xr_case_view_new (contest, (const int *) all->data,
                                                            all->len, -1)
                                        : xr_case_view_new (contest, pair, G_N_ELEMENTS (pair), -1);
  g_autofree gint64 *grains = g_new0 (gint64, MAX (contest->plan->components->len, 1));
  Trial trial = { view, find_application (view, upper), find_application (view, lower), grains };
  XrSwap swap = { 0 };

  for (guint i = 0; i < contest->plan->components->len; i++)
    grains[i] = xr_explain_grain (contest, (int) i).units;
  if (coupled)
    search_in_steps (&trial, budget, &swap);
  else
    search_by_halves (&trial, &swap);
  return swap;
}
