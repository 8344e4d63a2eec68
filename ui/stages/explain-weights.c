/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other weights would do to the list and to the candidate. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "stages/explain-pages.h"

static char *
describe_change (int points)
{
  if (points == 0)
    return g_strdup (_ ("same list"));
  return g_strdup_printf (_ ("! others from %d points"), points);
}

static void
add_change (XrFigureTable *table, const XrExplainSubject *subject, const XrWeightChange *change)
{
  const XrComponent *component = xr_explain_subject_get_component (subject, change->component);
  g_autofree char *weight = xr_decimal_format_short (component->weight);
  g_autofree char *up = describe_change (change->up);
  g_autofree char *down = describe_change (change->down);
  g_autofree char *ranks = xr_explain_describe_ranks (change->best[subject->position],
                                                      change->worst[subject->position]);

  xr_figure_table_add_cells (
    table, (const char *const[]){ component->name, weight, ranks, up, down, NULL }, NULL, NULL);
}

void
xr_explain_weights_show (XrFigureTable *table, const XrExplainSubject *subject)
{
  const char *const heads[] = { _ ("Component"),           _ ("Weight %"),
                                _ ("Rank then"),           _ ("Up to 5 points more"),
                                _ ("Up to 5 points less"), NULL };
  g_autoptr (GPtrArray) changes = subject->post != NULL
                                    ? xr_explain_weights (subject->contest, subject->post)
                                    : NULL;

  xr_figure_table_clear (table);
  if (changes == NULL || changes->len == 0)
    {
      xr_figure_table_add_sentence (table, _ ("There are no two weights that could be moved."),
                                    NULL);
      return;
    }
  xr_figure_table_add_cells (table, heads, "dim-label", NULL);
  for (guint i = 0; i < changes->len; i++)
    add_change (table, subject, g_ptr_array_index (changes, i));
  xr_figure_table_add_sentence (
    table,
    _ ("The weight of one component is moved, the others in proportion so that the sum stays. The "
       "plan's weights alone decide; this shows how much the list hangs on them."),
    "dim-label");
}
