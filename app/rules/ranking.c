/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Totals, competition ranks and the rules that break ties (INTERCHANGE 3). Only those who are active,
 * passed every gate and have every component get a total. */

#include "config.h"

#include "rules/entrants.h"

static gboolean
has_all_components (const XrEntrants *self, const XrEntrant *entrant)
{
  guint n = xr_entrants_get_plan (self)->components->len;

  for (guint i = 0; i < n; i++)
    if (!xr_entrant_get_value (entrant, (int) i, NULL))
      return FALSE;
  return n > 0;
}

static void
add_up_total (const XrEntrants *self, XrEntrant *entrant)
{
  const XrPlan *plan = xr_entrants_get_plan (self);
  XrStanding *standing = entrant->standing;

  if (!xr_entrant_is_active (entrant) || entrant->waiting || !has_all_components (self, entrant))
    return;
  entrant->total = xr_rational_new ();
  for (guint i = 0; i < plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (plan->components, i);
      g_autoptr (XrRational) part = xr_rational_new_decimal (standing->components[i].value);

      if (!component->bonus)
        {
          if (self->weights != NULL)
            xr_rational_multiply (part, g_ptr_array_index (self->weights, i));
          else
            xr_rational_multiply_decimal (part, component->weight);
          xr_rational_multiply_fraction (part, 1, 100);
        }
      xr_rational_add (entrant->total, part);
    }
  standing->has_total = TRUE;
  standing->total = xr_rational_round (entrant->total, plan->settings.total_places,
                                       plan->settings.total_rounding);
}

/* < 0 when @a stands before @b by the total that the plan ranks by. Both have one. */
static int
compare_totals (const XrEntrants *self, const XrEntrant *a, const XrEntrant *b)
{
  if (xr_entrants_get_plan (self)->settings.rank_unrounded)
    return xr_rational_compare (b->total, a->total);
  return xr_decimal_compare (b->standing->total, a->standing->total);
}

/* Like compare_totals(), by 同分处理. @decided_by is set to the component that decides, else −1. */
static int
break_tie (const XrEntrants *self, const XrEntrant *a, const XrEntrant *b, int *decided_by)
{
  const XrPlan *plan = xr_entrants_get_plan (self);

  *decided_by = -1;
  for (guint i = 0; i < plan->settings.tie_breakers->len; i++)
    {
      int component = xr_plan_find_component (plan,
                                              g_ptr_array_index (plan->settings.tie_breakers, i));
      int order;

      if (component < 0)
        continue;
      order = xr_decimal_compare (b->standing->components[component].value,
                                  a->standing->components[component].value);
      if (order == 0)
        continue;
      *decided_by = component;
      return order;
    }
  return 0;
}

static int
compare_ranks (const XrEntrants *self, const XrEntrant *a, const XrEntrant *b)
{
  int order = compare_totals (self, a, b);
  int decided_by;

  return order != 0 ? order : break_tie (self, a, b, &decided_by);
}

static int
compare_numbers (const XrEntrants *self, const XrEntrant *a, const XrEntrant *b)
{
  const GPtrArray *candidates = self->evidence->contest->candidates;
  const XrCandidate *first = g_ptr_array_index (candidates, a->standing->candidate);
  const XrCandidate *second = g_ptr_array_index (candidates, b->standing->candidate);
  int order = xr_candidate_number_compare (first->number, second->number);

  if (order != 0)
    return order;
  return (a->standing->application > b->standing->application)
         - (a->standing->application < b->standing->application);
}

static int
compare_entrants_cb (gconstpointer first, gconstpointer second, gpointer data)
{
  const XrEntrants *self = data;
  const XrEntrant *a = *(XrEntrant *const *) first;
  const XrEntrant *b = *(XrEntrant *const *) second;
  int order = 0;

  if (a->standing->has_total != b->standing->has_total)
    return a->standing->has_total ? -1 : 1;
  if (a->standing->has_total)
    order = compare_ranks (self, a, b);
  return order != 0 ? order : compare_numbers (self, a, b);
}

/* Gives ranks to the sorted field: equal ones share, and the next rank counts all before it. */
static void
assign_ranks (XrEntrants *self)
{
  const XrEntrant *before = NULL;

  for (guint i = 0; i < self->entrants->len; i++)
    {
      const XrEntrant *entrant = g_ptr_array_index (self->entrants, i);

      if (!entrant->standing->has_total)
        return;
      if (before != NULL && compare_ranks (self, before, entrant) == 0)
        {
          entrant->standing->rank = before->standing->rank;
          entrant->standing->tied = before->standing->tied = TRUE;
        }
      else
        entrant->standing->rank = (int) i + 1;
      if (before != NULL && compare_totals (self, before, entrant) == 0)
        break_tie (self, before, entrant, &before->standing->decided_by);
      before = entrant;
    }
}

void
xr_entrants_rank (XrEntrants *self)
{
  for (guint i = 0; i < self->entrants->len; i++)
    add_up_total (self, g_ptr_array_index (self->entrants, i));
  g_ptr_array_sort_with_data (self->entrants, compare_entrants_cb, self);
  assign_ranks (self);
}
