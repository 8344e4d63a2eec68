/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 考场修正: the sheet that evens out panels. Each row has its panel's sum and number, those of all
 * candidates of the post, the coefficient (4 decimals) and the score times it. Rows of a post stand
 * together and within it those of a panel, so that both are plain ranges. */

#include "exchange/report-private.h"

#include <stdlib.h>

#define COEFFICIENT_PLACES 4

enum
{
  COLUMN_PANEL = XR_REPORT_KEY_COLUMNS,
  COLUMN_BASE,    /* the score before, × 10^places */
  COLUMN_COUNTED, /* the same, where it counts for the means */
  COLUMN_PANEL_SUM,
  COLUMN_PANEL_NUMBER,
  COLUMN_ALL_SUM,
  COLUMN_ALL_NUMBER,
  COLUMN_COEFFICIENT,                                      /* a quotient */
  COLUMN_SCORE = COLUMN_COEFFICIENT + XR_QUOTIENT_COLUMNS, /* a quotient */
};

typedef struct
{
  XrReport *report;
  int index;
  const XrComponent *component;
  const char *const *panels;
  XrSheet *sheet;
  GArray *rows; /* application indexes: by post and panel */
} Panels;

/* The trimmed sum of a range, how many it counts, and the formulas of both. */
typedef struct
{
  char *sum_formula, *number_formula;
  gint64 sum, number;
} Trimmed;

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  Panels *self = data;
  int x = *(const int *) a;
  int y = *(const int *) b;
  int post_x = xr_report_application (self->report, x)->post;
  int post_y = xr_report_application (self->report, y)->post;
  int order = post_x != post_y ? post_x - post_y : g_strcmp0 (self->panels[x], self->panels[y]);

  if (order != 0)
    return order;
  return xr_candidate_number_compare (xr_report_candidate (self->report, x)->number,
                                      xr_report_candidate (self->report, y)->number);
}

static int
application_at (Panels *self, guint i)
{
  return g_array_index (self->rows, int, i);
}

static gboolean
same_block (Panels *self, guint a, guint b, gboolean panel_too)
{
  int x = application_at (self, a);
  int y = application_at (self, b);

  return xr_report_application (self->report, x)->post
           == xr_report_application (self->report, y)->post
         && (!panel_too || g_strcmp0 (self->panels[x], self->panels[y]) == 0);
}

/* The score that counts for means, −1 where none does. */
static gint64
counted (Panels *self, int application)
{
  if (xr_report_taking_part (self->report, application, self->index) == 0)
    return -1;
  return self->report->columns[self->index].values[application];
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static Trimmed
trim_block (Panels *self, guint i, gboolean panel_too)
{
  guint trim = self->component->panel_trim;
  guint first = i;
  guint last = i;
  char range[XR_REF_SIZE];
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  GString *sum;
  Trimmed result = { 0 };

  while (first > 0 && same_block (self, first - 1, i, panel_too))
    first--;
  while (last + 1 < self->rows->len && same_block (self, last + 1, i, panel_too))
    last++;
  for (guint k = first; k <= last; k++)
    {
      gint64 value = counted (self, application_at (self, k));

      if (value >= 0)
        g_array_append_val (values, value);
    }
  g_array_sort (values, compare_values);
  for (guint k = trim; k + trim < values->len; k++)
    result.sum += g_array_index (values, gint64, k);
  result.number = values->len > 2 * trim ? values->len - 2 * trim : 0;

  xr_range (range, first + 1, COLUMN_COUNTED, last + 1, COLUMN_COUNTED);
  result.number_formula = g_strdup_printf ("=MAX(0,COUNT(%s)-%u)", range, 2 * trim);
  sum = g_string_new (NULL);
  g_string_printf (sum, "=IF(COUNT(%s)>%u,SUM(%s)", range, 2 * trim, range);
  for (guint k = 1; k <= trim; k++)
    g_string_append_printf (sum, "-LARGE(%s,%u)-SMALL(%s,%u)", range, k, range, k);
  g_string_append (sum, ",0)");
  result.sum_formula = g_string_free (sum, FALSE);
  return result;
}

static void
write_trimmed (Panels *self, lxw_col_t column, Trimmed *trimmed)
{
  xr_sheet_formula_integer (self->sheet, column, trimmed->sum_formula, trimmed->sum);
  xr_sheet_formula_integer (self->sheet, (lxw_col_t) (column + 1), trimmed->number_formula,
                            trimmed->number);
  g_free (trimmed->sum_formula);
  g_free (trimmed->number_formula);
}

static void
write_base (Panels *self, int application)
{
  XrSheet *sheet = self->sheet;
  XrScoreColumn *raw = &self->report->columns[self->index];
  char source[XR_REF_SIZE];
  char base[XR_REF_SIZE];
  char part[2 * XR_REF_SIZE];
  g_autofree char *formula = NULL;
  g_autofree char *count = NULL;

  xr_ref (source, raw->rows[application], raw->quotient);
  formula = g_strdup_printf ("=IF(ISNUMBER(%s%s),%s%s,\"\")", raw->prefix, source, raw->prefix,
                             source);
  if (raw->values[application] >= 0)
    xr_sheet_formula_integer (sheet, COLUMN_BASE, formula, raw->values[application]);
  else
    xr_sheet_formula_text (sheet, COLUMN_BASE, formula, "");
  xr_ref (base, sheet->row, COLUMN_BASE);
  xr_report_taking_part_ref (self->report, part, application, self->index);
  count = g_strdup_printf ("=IF(AND(ISNUMBER(%s),%s>0),%s,\"\")", base, part, base);
  if (counted (self, application) >= 0)
    xr_sheet_formula_integer (sheet, COLUMN_COUNTED, count, counted (self, application));
  else
    xr_sheet_formula_text (sheet, COLUMN_COUNTED, count, "");
}

static void
write_row (Panels *self, guint i)
{
  XrSheet *sheet = self->sheet;
  int application = application_at (self, i);
  gint64 base = self->report->columns[self->index].values[application];
  Trimmed panel = trim_block (self, i, TRUE);
  Trimmed all = trim_block (self, i, FALSE);
  gboolean has = base >= 0 && panel.sum > 0 && all.sum > 0;
  gint64 coefficient;
  XrScale scale;
  char cells[5][XR_REF_SIZE];
  g_autofree char *condition = NULL;
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;
  g_autofree char *product = NULL;
  g_autofree char *corrected = NULL;

  xr_report_write_key (self->report, sheet, application);
  xr_sheet_text (sheet, COLUMN_PANEL, XR_STYLE_TEXT, self->panels[application]);
  write_base (self, application);
  for (guint k = 0; k < 5; k++)
    xr_ref (cells[k], sheet->row, (lxw_col_t) (k == 0 ? COLUMN_BASE : COLUMN_PANEL_SUM + k - 1));
  condition = g_strdup_printf ("AND(ISNUMBER(%s),%s>0,%s>0)", cells[0], cells[1], cells[3]);
  numerator = g_strdup_printf ("%s*%s", cells[3], cells[2]);
  denominator = g_strdup_printf ("%s*%s", cells[4], cells[1]);
  xr_scale_init (&scale, xr_power_of_ten (COEFFICIENT_PLACES), 1, XR_ROUNDING_HALF_AWAY,
                 COEFFICIENT_PLACES);
  coefficient = xr_report_write_quotient (sheet, COLUMN_COEFFICIENT, &scale, condition, numerator,
                                          denominator, has, all.sum * panel.number,
                                          all.number * panel.sum);
  write_trimmed (self, COLUMN_PANEL_SUM, &panel);
  write_trimmed (self, COLUMN_ALL_SUM, &all);

  xr_scale_init (&scale, 1, xr_power_of_ten (COEFFICIENT_PLACES), self->component->rounding,
                 self->component->places);
  xr_ref (cells[1], sheet->row, COLUMN_COEFFICIENT + 2);
  corrected = g_strdup_printf ("ISNUMBER(%s)", cells[1]);
  product = g_strdup_printf ("%s*%s", cells[0], cells[1]);
  xr_report_write_quotient (sheet, COLUMN_SCORE, &scale, corrected, product, "1", has,
                            has ? base * coefficient : 0, 1);
  xr_sheet_next (sheet);
}

static void
write_heads (Panels *self)
{
  static const char *const heads[] = { "考场",     "修正前得分整数", "计入均值", "考场合计",
                                       "考场人数", "全体合计",       "全体人数" };

  xr_report_write_key_heads (self->sheet);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_sheet_text (self->sheet, (lxw_col_t) (COLUMN_PANEL + i), XR_STYLE_HEAD, heads[i]);
  xr_report_write_quotient_heads (self->sheet, COLUMN_COEFFICIENT);
  xr_sheet_text (self->sheet, COLUMN_COEFFICIENT + 3, XR_STYLE_HEAD, "均值系数");
  xr_report_write_quotient_heads (self->sheet, COLUMN_SCORE);
  xr_sheet_next (self->sheet);
}

void
xr_report_write_panels (XrReport *report, int component, const char *const *panels)
{
  Panels self = { .report = report,
                  .index = component,
                  .component = xr_report_component (report, component),
                  .panels = panels,
                  .rows = g_array_new (FALSE, FALSE, sizeof (int)) };
  XrScoreColumn *column = &report->columns[component];
  g_autofree char *name = g_strdup_printf ("考场修正-%s", self.component->name);

  self.sheet = xr_report_add_sheet (report, name);
  g_array_append_vals (self.rows, report->order->data, report->order->len);
  g_array_sort_with_data (self.rows, compare_rows, &self);
  write_heads (&self);
  for (guint i = 0; i < self.rows->len; i++)
    write_row (&self, i);

  g_free (column->prefix);
  column->prefix = xr_sheet_dup_prefix (self.sheet);
  column->quotient = COLUMN_SCORE + 2;
  for (guint i = 0; i < self.rows->len; i++)
    column->rows[application_at (&self, i)] = i + 1;
  g_array_unref (self.rows);
}
