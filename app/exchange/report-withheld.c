/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet of a component whose groups of voters can't all be shown: too few people are behind one of
 * them. It carries values only, the means of the groups that may be shown and the score, and neither
 * ballots nor formulas, from which what is withheld could be worked out. */

#include "exchange/report-private.h"

#include "rules/breakdown.h"
#include "rules/withhold.h"

#define WITHHELD "不单列"

typedef struct
{
  XrReport *report;
  const XrComponent *component;
  int index;
  GPtrArray *lines;   /* an array of XrGroupLine by application */
  gboolean *withheld; /* by group */
} Withheld;

/* Joins what has to be withheld for one application to what is withheld already. */
static gboolean
add_withheld (const XrReport *report, GPtrArray *lines, gboolean *withheld)
{
  g_autofree gint64 *voters = g_new0 (gint64, MAX (lines->len, 1));
  g_autofree gboolean *own = g_new0 (gboolean, MAX (lines->len, 1));
  gboolean any = FALSE;

  for (guint i = 0; i < lines->len; i++)
    voters[i] = ((XrGroupLine *) g_ptr_array_index (lines, i))->ballots;
  xr_withhold (voters, lines->len, report->contest->plan->settings.fewest_shown, own);
  for (guint i = 0; i < lines->len; i++)
    {
      any = any || own[i];
      if (withheld != NULL)
        withheld[i] = withheld[i] || own[i];
    }
  return any;
}

/* Withheld for one person is withheld for all: the ballots are the same. */
static gboolean
find_withheld (const XrReport *report, GPtrArray *lines, gboolean *withheld)
{
  gboolean any = FALSE;

  for (guint i = 0; i < report->order->len && (withheld != NULL || !any); i++)
    {
      int application = g_array_index (report->order, int, i);
      any = add_withheld (report, g_ptr_array_index (lines, application), withheld) || any;
    }
  return any;
}

gboolean
xr_report_withholds (const XrReport *report, int component)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (xr_report_component (report, component)->groups->len < 2)
    return FALSE;
  lines = xr_groups_breakdown_all (report->contest, component);
  return find_withheld (report, lines, NULL);
}

/* 1 over the threshold, 0 not, −1 when a count is missing. */
static int
is_over_threshold (const Withheld *self, int application)
{
  const XrComponentResult *score = &self->report->standings[application]->components[self->index];
  int part = xr_report_taking_part (self->report, application, self->index + 1);

  if (!score->has_value || part == 2)
    return -1;
  return part == 1 ? 1 : 0;
}

static void
write_group (const Withheld *self, XrSheet *sheet, const XrGroupLine *line, guint group)
{
  lxw_col_t column = (lxw_col_t) (XR_REPORT_KEY_COLUMNS + group);

  if (self->withheld[group])
    xr_sheet_text (sheet, column, XR_STYLE_TEXT, WITHHELD);
  else if (line->has_value)
    xr_sheet_decimal (sheet, column, XR_STYLE_NUMBER0 + self->component->places, line->value);
}

static void
write_row (const Withheld *self, XrSheet *sheet, int application)
{
  XrScoreColumn *column = &self->report->columns[self->index];
  GPtrArray *lines = g_ptr_array_index (self->lines, application);
  int passed = self->component->over_threshold ? is_over_threshold (self, application) : -1;

  xr_report_write_key (self->report, sheet, application);
  for (guint i = 0; i < lines->len; i++)
    write_group (self, sheet, g_ptr_array_index (lines, i), i);
  xr_report_write_value (self->report, sheet, (lxw_col_t) (column->quotient - 2), application,
                         self->index);
  if (passed >= 0)
    xr_sheet_integer (sheet, column->passed, passed);
  column->rows[application] = sheet->row;
  xr_sheet_next (sheet);
}

static void
write_heads (const Withheld *self, XrSheet *sheet)
{
  const XrScoreColumn *column = &self->report->columns[self->index];

  xr_report_write_key_heads (sheet);
  for (guint i = 0; i < self->component->groups->len; i++)
    xr_sheet_text (sheet, (lxw_col_t) (XR_REPORT_KEY_COLUMNS + i), XR_STYLE_HEAD,
                   ((XrGroup *) g_ptr_array_index (self->component->groups, i))->name);
  xr_report_write_quotient_heads (sheet, (lxw_col_t) (column->quotient - 2));
  if (column->passed > 0)
    xr_sheet_text (sheet, column->passed, XR_STYLE_HEAD, "超过门槛");
  xr_sheet_next (sheet);
}

void
xr_report_write_withheld (XrReport *report, int component)
{
  Withheld self = { .report = report,
                    .component = xr_report_component (report, component),
                    .index = component };
  XrScoreColumn *column = &report->columns[component];
  g_autofree char *name = g_strdup_printf ("成绩-%s", self.component->name);
  g_autofree char *note = g_strdup_printf (
    "有投票组不足%d人，为保密，该组及可能据以推算的组写“" WITHHELD
    "”，不列选票；各组得分和本项得分以数值列出。",
    report->contest->plan->settings.fewest_shown);
  XrSheet *sheet = xr_report_add_sheet (report, name);
  guint groups = self.component->groups->len;
  lxw_col_t quotient = (lxw_col_t) (XR_REPORT_KEY_COLUMNS + groups);

  self.withheld = g_new0 (gboolean, MAX (groups, 1));
  self.lines = xr_groups_breakdown_all (report->contest, component);
  find_withheld (report, self.lines, self.withheld);
  column->live = FALSE;
  column->prefix = xr_sheet_dup_prefix (sheet);
  column->quotient = (lxw_col_t) (quotient + 2);
  column->passed = self.component->over_threshold ? (lxw_col_t) (quotient + XR_QUOTIENT_COLUMNS)
                                                  : 0;
  write_heads (&self, sheet);
  for (guint i = 0; i < report->order->len; i++)
    write_row (&self, sheet, g_array_index (report->order, int, i));
  xr_sheet_next (sheet);
  xr_sheet_text (sheet, 0, XR_STYLE_TEXT, note);
  g_ptr_array_unref (self.lines);
  g_free (self.withheld);
}
