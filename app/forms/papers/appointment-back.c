/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The back of the 干部任免审批表: awards, appraisals, the reason, the family, and who reports and approves.
 * Relatives beyond the form's rows go to a continuation page. */

#include "config.h"

#include "forms/papers/appointment-table.h"

#include <string.h>

#include "rules/form-date.h"

/* Columns, twips. */
static const int new_columns[] = { 739, 1089, 1300, 572, 1005, 782, 3934 };
static const int old_columns[] = { 742, 1092, 1274, 574, 1008, 98, 784, 3849 };

#define SEAL_AND_DAY "（盖章）\n年　　月　　日"

typedef struct
{
  const XrAppointmentTable *table;
  XrGrid *grid;
  guint n_columns;
  double left, right; /* pt inside value cells, as the old form has them */
} Back;

/* ---- rows 0 to 2 */

static void
add_long (const Back *self, int height, const char *label, const char *field, const char *text)
{
  XrGridCell *cell = NULL;

  xr_appointment_row (self->grid, height);
  xr_grid_label_down (self->grid, 1, label);
  self->grid->field = g_intern_string (field);
  cell = xr_appointment_left (self->grid, self->n_columns - 1, text);
  cell->left = MAX (cell->left, self->left);
  cell->right = MAX (cell->right, self->right);
}

/* ---- the family */

/* The age of a relative; nobody has one who is dead. */
static const char *
show_age (const XrAppointmentTable *self, const XrRelative *relative)
{
  int age = -1;

  if (strstr (xr_relative_get (relative, XR_RELATIVE_WORK), "已去世") == NULL
      && self->reference != NULL)
    age = xr_form_date_age (xr_relative_get (relative, XR_RELATIVE_BORN), self->reference);
  return age >= 0 ? xr_fill_printf (self->fill, "%d", age) : NULL;
}

static void
add_family_head (XrGrid *grid, guint rest)
{
  static const char *const heads[] = { "称　谓", "姓　名", "年\n龄", "政　治\n面　貌" };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_grid_label (grid, 1, heads[i]);
  xr_grid_label (grid, rest, "工 作 单 位 及 职 务");
}

/* Who it is, where words of the row go on at another place. (transfer full) */
static char *
dup_owner (const XrRelative *relative)
{
  return g_strstrip (g_strdup_printf ("%s %s", xr_relative_get (relative, XR_RELATIVE_RELATION),
                                      xr_relative_get (relative, XR_RELATIVE_NAME)));
}

/* @relative NULL: an empty row. */
static void
add_relative (const Back *self, XrGrid *grid, guint rest, const XrRelative *relative)
{
  const char *texts[] = { relative ? relative->texts[XR_RELATIVE_RELATION] : NULL,
                          relative ? relative->texts[XR_RELATIVE_NAME] : NULL,
                          relative ? show_age (self->table, relative) : NULL,
                          relative ? relative->texts[XR_RELATIVE_PARTY] : NULL };
  static const char *const fields[] = { "称谓", "姓名", "年龄", "政治面貌" };
  XrGridCell *cell = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      cell = xr_grid_value (grid, 1, texts[i]);
      cell->field = fields[i];
      cell->owner = relative ? dup_owner (relative) : NULL;
    }
  cell = xr_appointment_left (grid, rest, relative ? relative->texts[XR_RELATIVE_WORK] : NULL);
  cell->field = "工作单位及职务";
  cell->owner = relative ? dup_owner (relative) : NULL;
  cell->left = MAX (cell->left, self->left);
}

static void
add_family (const Back *self)
{
  const GPtrArray *relatives = self->table->dossier->relatives;
  guint rest = self->n_columns - 5;

  xr_appointment_row (self->grid, 646);
  xr_grid_label_down (self->grid, 1 + XR_DOSSIER_PRINTED_RELATIVES, "家庭主要成员及重要社会关系");
  add_family_head (self->grid, rest);
  for (guint i = 0; i < XR_DOSSIER_PRINTED_RELATIVES; i++)
    {
      xr_appointment_row (self->grid, 697);
      add_relative (self, self->grid, rest,
                    i < relatives->len ? g_ptr_array_index (relatives, i) : NULL);
    }
}

/* Those whom the form has no row for, on a page of their own under the same heads. */
static void
add_further_relatives (const Back *self)
{
  static const int columns[] = { 1089 + 370, 1300 + 369, 572, 1005, 782 + 3934 };
  const GPtrArray *relatives = self->table->dossier->relatives;
  XrGrid *grid = NULL;

  if (relatives->len <= XR_DOSSIER_PRINTED_RELATIVES)
    {
      xr_fill_words (self->table->fill, "家庭续表", NULL);
      return;
    }
  grid = xr_appointment_grid (self->table, "家庭续表", columns, G_N_ELEMENTS (columns));
  grid->gap = 8;
  xr_appointment_row (grid, 646);
  xr_grid_repeat_row (grid);
  add_family_head (grid, 1);
  for (guint i = XR_DOSSIER_PRINTED_RELATIVES; i < relatives->len; i++)
    {
      xr_grid_row (grid, XR_TWIPS (697));
      add_relative (self, grid, 1, g_ptr_array_index (relatives, i));
    }
}

/* ---- who reports and approves */

/* 填表时间: the day, or the month with room for one. */
static const char *
show_filled_on (const XrAppointmentTable *self)
{
  XrFormDate date;

  if (!xr_form_date_parse (xr_dossier_get (self->dossier, XR_DOSSIER_FILLED_ON), &date)
      || date.month == 0)
    return NULL;
  return date.day != 0
           ? xr_fill_printf (self->fill, "%d年%d月%d日", date.year, date.month, date.day)
           : xr_fill_printf (self->fill, "%d年%d月　　日", date.year, date.month);
}

static const char *
reporting_unit (const XrAppointmentTable *self)
{
  const char *said = xr_appointment_text (self, XR_DOSSIER_REPORTING_UNIT);

  if (said != NULL)
    return said;
  return xr_fill_get (xr_fill_load (self->fill, "round", xr_fill_round (self->fill)), "unit");
}

static void
add_reporting (const Back *self)
{
  const char *day = show_filled_on (self->table);
  gboolean old = self->table->layout == XR_APPOINTMENT_OLD;
  XrGridCell *cell = NULL;

  xr_appointment_row (self->grid, 1332);
  xr_grid_label_down (self->grid, 2, "呈\n报\n单\n位");
  self->grid->field = g_intern_static_string ("呈报单位");
  cell = xr_grid_value (self->grid, self->n_columns - 1, reporting_unit (self->table));
  cell->place = XR_PLACE_BOTTOM;
  cell->open = TRUE;
  if (old)
    {
      cell->align = XR_ALIGN_LEFT;
      cell->left = XR_MM (XR_TWIPS (5039));
    }
  xr_appointment_row (self->grid, 737);
  if (day != NULL && !self->grid->blank)
    cell = xr_grid_value (self->grid, self->n_columns - 1, day);
  else
    cell = xr_grid_words (self->grid, self->n_columns - 1, "年　　月　　日");
  cell->align = XR_ALIGN_RIGHT;
  cell->right = XR_MM (XR_TWIPS (560));
}

static void
add_approval (const Back *self)
{
  guint span = self->n_columns - 3;

  xr_appointment_row (self->grid, 2019);
  xr_grid_label_down (self->grid, 1, "审意\n批　\n机　\n关见");
  xr_grid_words (self->grid, span, SEAL_AND_DAY)->place = XR_PLACE_BOTTOM;
  xr_grid_label_down (self->grid, 1, "行任\n政免\n机意\n关见");
  xr_grid_words (self->grid, 1, SEAL_AND_DAY)->place = XR_PLACE_BOTTOM;
}

/* Below the table. */
static void
add_filler (const XrAppointmentTable *self)
{
  static const int columns[] = { 1160, 5000 };
  XrGrid *grid = xr_appointment_grid (self, "填表人", columns, G_N_ELEMENTS (columns));

  grid->border = grid->line = 0;
  grid->offset = XR_TWIPS (434);
  xr_appointment_row (grid, 16 * 20);
  xr_grid_label (grid, 1, "填表人：")->align = XR_ALIGN_LEFT;
  xr_grid_value (grid, 1, xr_appointment_text (self, XR_DOSSIER_FILLED_BY))->align = XR_ALIGN_LEFT;
}

void
xr_appointment_back (const XrAppointmentTable *self)
{
  gboolean old = self->layout == XR_APPOINTMENT_OLD;
  guint n_columns = old ? G_N_ELEMENTS (old_columns) : G_N_ELEMENTS (new_columns);
  Back back = {
    .table = self,
    .grid = xr_appointment_grid (self, "反面", old ? old_columns : new_columns, n_columns),
    .n_columns = n_columns,
    .left = old ? XR_MM (XR_TWIPS (100)) : 0,
    .right = old ? XR_MM (XR_TWIPS (40)) : 0,
  };

  back.grid->gap = XR_MM (XR_TWIPS (156));
  add_long (&back, 1418, "奖\n惩\n情\n况", "奖惩情况",
            xr_appointment_text (self, XR_DOSSIER_AWARDS));
  add_long (&back, 1021, "年核\n度结\n考果", "年度考核结果",
            xr_appointment_text (self, XR_DOSSIER_APPRAISALS));
  add_long (&back, 1361, "任\n免\n理\n由", "任免理由",
            xr_appointment_text (self, XR_DOSSIER_REASON));
  add_family (&back);
  add_reporting (&back);
  add_approval (&back);
  add_filler (self);
  add_further_relatives (&back);
}
