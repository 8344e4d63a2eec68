/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 考场修正 均值系数: evens out panels that mark high or low (INTERCHANGE 3, 1 and fine print). The
 * means are taken over rounded scores of those who take part; the coefficient has 4 decimals half up;
 * the product is rounded once more. */

#include "config.h"

#include "rules/entrants.h"

#define COEFFICIENT_PLACES 4

static int
compare_decimals (const void *a, const void *b)
{
  return xr_decimal_compare (*(const XrDecimal *) a, *(const XrDecimal *) b);
}

/* The mean without the @trim highest and lowest; NULL if nothing is left or the mean is 0. */
static XrRational *
average_trimmed (GArray *scores, guint trim)
{
  g_autoptr (XrRational) mean = xr_rational_new ();

  if (scores->len <= 2 * (guint64) trim)
    return NULL;
  g_array_sort (scores, compare_decimals);
  for (guint i = trim; i < scores->len - trim; i++)
    xr_rational_add_decimal (mean, g_array_index (scores, XrDecimal, i));
  if (xr_rational_is_zero (mean))
    return NULL;
  xr_rational_multiply_fraction (mean, 1, (gint64) scores->len - 2 * (gint64) trim);
  return g_steal_pointer (&mean);
}

static const char *
find_panel (XrEntrants *self, const XrEntrant *entrant, int component_index)
{
  const XrComponent *component = xr_evidence_get_component (self->evidence, component_index);
  const char *panel = xr_component_kind_get (component->method)
                        ->panel (self->evidence, component_index, entrant->standing->application);

  return panel != NULL ? panel : "";
}

/* Sorts the scores of those who take part by panel, and collects all of them in @all. */
static GHashTable *
collect_panels (XrEntrants *self, int component, GArray *all)
{
  GHashTable *panels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                              (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->entrants->len; i++)
    {
      const XrEntrant *entrant = g_ptr_array_index (self->entrants, i);
      const char *panel = find_panel (self, entrant, component);
      GArray *scores = g_hash_table_lookup (panels, panel);
      XrDecimal value;

      if (!xr_entrant_is_active (entrant) || !xr_entrant_get_value (entrant, component, &value))
        continue;
      if (scores == NULL)
        {
          scores = g_array_new (FALSE, FALSE, sizeof (XrDecimal));
          g_hash_table_insert (panels, (gpointer) panel, scores);
        }
      g_array_append_val (scores, value);
      g_array_append_val (all, value);
    }
  return panels;
}

/* Turns the scores of every panel into its coefficient; a panel that has none is left out. */
static GHashTable *
work_out_coefficients (GHashTable *panels, GArray *all, guint trim)
{
  GHashTable *coefficients = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                    (GDestroyNotify) xr_rational_free);
  g_autoptr (XrRational) mean_of_all = average_trimmed (all, trim);
  GHashTableIter iter;
  gpointer panel, scores;

  g_hash_table_iter_init (&iter, panels);
  while (mean_of_all != NULL && g_hash_table_iter_next (&iter, &panel, &scores))
    {
      g_autoptr (XrRational) coefficient = xr_rational_copy (mean_of_all);
      g_autoptr (XrRational) mean = average_trimmed (scores, trim);

      if (mean == NULL)
        continue;
      xr_rational_divide (coefficient, mean);
      xr_rational_set_decimal (
        coefficient, xr_rational_round (coefficient, COEFFICIENT_PLACES, XR_ROUNDING_HALF_AWAY));
      g_hash_table_insert (coefficients, panel, g_steal_pointer (&coefficient));
    }
  return coefficients;
}

static void
correct_entrant (XrEntrants *self, XrEntrant *entrant, int component_index,
                 GHashTable *coefficients)
{
  const XrComponent *component = xr_evidence_get_component (self->evidence, component_index);
  XrComponentResult *result = &entrant->standing->components[component_index];
  const char *panel = find_panel (self, entrant, component_index);
  const XrRational *coefficient = g_hash_table_lookup (coefficients, panel);
  g_autoptr (XrRational) score = NULL;

  if (!result->has_value)
    return;
  if (coefficient == NULL)
    {
      result->has_value = FALSE;
      result->missing = XR_MISSING_PANEL;
      result->detail = g_strdup (panel);
      return;
    }
  score = xr_rational_new_decimal (result->value);
  xr_rational_multiply (score, coefficient);
  result->value = xr_rational_round (score, component->places, component->rounding);
}

void
xr_entrants_correct_panels (XrEntrants *self, int component_index)
{
  const XrComponent *component = xr_evidence_get_component (self->evidence, component_index);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GHashTable) panels = NULL;
  g_autoptr (GHashTable) coefficients = NULL;

  if (!component->panel_correction || xr_component_kind_get (component->method)->panel == NULL)
    return;
  all = g_array_new (FALSE, FALSE, sizeof (XrDecimal));
  panels = collect_panels (self, component_index, all);
  coefficients = work_out_coefficients (panels, all, component->panel_trim);
  for (guint i = 0; i < self->entrants->len; i++)
    correct_entrant (self, g_ptr_array_index (self->entrants, i), component_index, coefficients);
}
