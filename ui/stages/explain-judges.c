/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the judges marked, as figures and dots on one scale. It describes; it accuses nobody. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "stages/explain-pages.h"
#include "widgets/strip-plot.h"

/* Orders of fewer candidates agree or not by mere chance. */
#define FEWEST_COMPARED 4

/* All marks of a judge, between the ends for all judges of the component. */
static GtkWidget *
create_dots (const XrCase *contest, const XrJudgeFigures *figures, XrDecimal lowest,
             XrDecimal highest)
{
  XrStrip *strip = xr_strip_new (XR_STRIP_DOTS, lowest, highest);
  g_autoptr (GHashTable) sums = g_hash_table_new (NULL, NULL);
  g_autofree char *from = xr_decimal_format_short (figures->lowest);
  g_autofree char *to = xr_decimal_format_short (figures->highest);
  g_autofree char *mean = xr_decimal_format (figures->mean, 2);
  g_autofree char *words = g_strdup_printf (
    _ ("Marks from %1$s to %2$s; the upright line is the mean, %3$s"), from, to, mean);
  GHashTableIter iter;
  gpointer key, sum;

  for (guint i = 0; i < contest->scores->len; i++)
    {
      const XrScore *score = &g_array_index (contest->scores, XrScore, i);
      gpointer application = GINT_TO_POINTER (score->application);

      if (score->judge == figures->judge && !score->recused)
        g_hash_table_insert (
          sums, application,
          GSIZE_TO_POINTER (GPOINTER_TO_SIZE (g_hash_table_lookup (sums, application))
                            + (gsize) score->value.units));
    }
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &key, &sum))
    xr_strip_add (strip, (XrDecimal){ (gint64) GPOINTER_TO_SIZE (sum) });
  xr_strip_set_mark (strip, figures->mean);
  return xr_strip_plot_new (strip, words);
}

static void
add_judge (XrFigureTable *table, const XrCase *contest, const XrJudgeFigures *figures,
           XrDecimal lowest, XrDecimal highest)
{
  const XrJudge *judge = g_ptr_array_index (contest->judges, figures->judge);
  g_autofree char *scored = g_strdup_printf ("%u", figures->n_scored);
  g_autofree char *mean = xr_decimal_format (figures->mean, 2);
  g_autofree char *severity = xr_decimal_format (figures->severity, 2);
  g_autofree char *spread = xr_decimal_format (figures->spread, 2);
  g_autofree char *from = xr_decimal_format_short (figures->lowest);
  g_autofree char *to = xr_decimal_format_short (figures->highest);
  g_autofree char *range = g_strdup_printf ("%s–%s", from, to);
  g_autofree char *agreement = figures->n_scored >= FEWEST_COMPARED && figures->n_pairs > 0
                                 ? xr_decimal_format (figures->agreement, 2)
                                 : g_strdup ("—");
  g_autofree char *dropped = g_strdup_printf ("%u / %u", figures->n_dropped_high,
                                              figures->n_dropped_low);
  g_autofree char *name = judge->panel != NULL
                            ? g_strdup_printf ("%s  %s", judge->panel, judge->name)
                            : g_strdup (judge->name);

  if (figures->n_scored == 0)
    {
      xr_figure_table_add_cells (table, (const char *const[]){ name, "0", NULL }, NULL, NULL);
      return;
    }
  xr_figure_table_add_cells (
    table,
    (const char *const[]){ name, scored, mean, severity, spread, range, agreement, dropped, NULL },
    NULL, create_dots (contest, figures, lowest, highest));
}

static void
find_ends (GArray *figures, XrDecimal *lowest, XrDecimal *highest)
{
  *lowest = (XrDecimal){ G_MAXINT64 };
  *highest = XR_DECIMAL_ZERO;
  for (guint i = 0; i < figures->len; i++)
    {
      const XrJudgeFigures *one = &g_array_index (figures, XrJudgeFigures, i);

      if (one->n_scored == 0)
        continue;
      lowest->units = MIN (lowest->units, one->lowest.units);
      highest->units = MAX (highest->units, one->highest.units);
    }
}

static void
add_component (XrFigureTable *table, const XrExplainSubject *subject, int component)
{
  const char *const heads[] = { _ ("Judge"),
                                _ ("Candidates marked"),
                                _ ("Mean"),
                                _ ("Beside the panel"),
                                _ ("Spread"),
                                _ ("Lowest–highest"),
                                _ ("Agreement"),
                                _ ("Dropped high / low"),
                                _ ("Marks of all candidates"),
                                NULL };
  g_autoptr (GArray) figures = xr_explain_judges (subject->contest, subject->post, component);
  XrDecimal lowest, highest;

  if (figures->len == 0)
    return;
  find_ends (figures, &lowest, &highest);
  xr_figure_table_add_sentence (table, xr_explain_subject_get_component (subject, component)->name,
                                "heading");
  xr_figure_table_add_cells (table, heads, "dim-label", NULL);
  for (guint i = 0; i < figures->len; i++)
    add_judge (table, subject->contest, &g_array_index (figures, XrJudgeFigures, i), lowest,
               highest);
}

static void
add_notes (XrFigureTable *table)
{
  xr_figure_table_add_sentence (
    table,
    _ ("“Beside the panel” is how far a judge's marks lie above (or, with −, below) the mean of "
       "the panel, on average. “Spread” is the standard deviation of the judge's own marks. "
       "“Agreement” compares the order in which a judge puts the candidates with the order of the "
       "others: 1 is the same order, −1 the reverse; with fewer than four candidates it is left "
       "out."),
    "dim-label");
  xr_figure_table_add_sentence (
    table,
    _ ("Panels of five to nine judges are small: these figures describe what was marked, they "
       "don't prove that a judge was unfair, strict or lenient."),
    "dim-label");
}

void
xr_explain_judges_show (XrFigureTable *table, const XrExplainSubject *subject)
{
  xr_figure_table_clear (table);
  for (int i = 0; subject->post != NULL && i < (int) subject->contest->plan->components->len; i++)
    if (xr_explain_subject_get_component (subject, i)->method == XR_METHOD_JUDGES)
      add_component (table, subject, i);
  if (xr_figure_table_is_empty (table))
    xr_figure_table_add_sentence (table, _ ("No component of this post is marked by judges."),
                                  NULL);
  else
    add_notes (table);
}
