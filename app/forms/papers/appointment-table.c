/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two sides of the 干部任免审批表 share: whose form it is, the type, how words fit into cells. */

#include "config.h"

#include "forms/papers/appointment-table.h"

#include <string.h>

#include "forms/papers/common.h"
#include "round/dossier.h"
#include "round/round.h"
#include "rules/form-date.h"

#define SIZE  14 /* 宋体 */
#define PITCH 16 /* lines, exactly */
#define LINE  1.0
#define FRAME 1.5
#define INSET 1.0 /* so that type does not touch the line at the left */

/* ---- whose */

void
xr_appointment_table_subjects (XrOffice *office, gint64 round, GArray *subjects)
{
  xr_common_chosen (office, round, subjects);
  if (subjects->len == 0)
    xr_common_shortlisted (office, round, subjects);
  if (subjects->len == 0)
    xr_common_running (office, round, subjects);
}

/* ---- cells */

XrGrid *
xr_appointment_grid (const XrAppointmentTable *self, const char *name, const int *columns,
                     guint n_columns)
{
  g_autofree double *widths = g_new (double, n_columns);
  XrGrid *grid = NULL;

  for (guint i = 0; i < n_columns; i++)
    widths[i] = XR_TWIPS (columns[i]);
  grid = xr_fill_new_grid (self->fill, name, widths, n_columns);
  grid->exact_widths = TRUE;
  grid->size = SIZE;
  grid->pitch = PITCH;
  grid->border = FRAME;
  grid->line = LINE;
  grid->pad_x = grid->pad_y = 0;
  grid->gap = 0;
  return grid;
}

const char *
xr_appointment_text (const XrAppointmentTable *self, XrDossierField field)
{
  return xr_fill_keep (self->fill, self->dossier->texts[field]);
}

XrGridCell *
xr_appointment_left (XrGrid *grid, guint span, const char *text)
{
  XrGridCell *cell = xr_grid_value (grid, span, text);

  cell->align = XR_ALIGN_LEFT;
  cell->left = cell->right = INSET;
  return cell;
}

/* Into lines of @n characters; none begins with the point of a name. */
static const char *
break_lines (XrFill *fill, const char *text, guint n)
{
  g_autoptr (GString) broken = g_string_new (NULL);
  guint in_line = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *next = g_utf8_next_char (at);
      if (in_line == n || (in_line == n - 1 && g_str_has_prefix (next, "·")))
        {
          g_string_append_c (broken, '\n');
          in_line = 0;
        }
      g_string_append_len (broken, at, next - at);
      in_line++;
    }
  return xr_fill_keep (fill, broken->str);
}

XrGridCell *
xr_appointment_word (XrFill *fill, XrGrid *grid, guint span, const char *text)
{
  glong n = text != NULL ? g_utf8_strlen (text, -1) : 0;
  guint in_line = n <= 8 ? 4 : n <= 15 ? 5 : 6;
  double size = n <= 8 ? SIZE : n <= 10 ? 12.5 : n <= 15 ? 11 : 10.5;
  XrGridCell *cell = NULL;

  if (n <= 4)
    return xr_grid_value (grid, span, text);
  cell = xr_grid_value (grid, span, n <= 18 ? break_lines (fill, text, in_line) : text);
  cell->size = size;
  cell->pitch = MIN (size + 1.5, n <= 10 ? PITCH : 11.3);
  cell->align = XR_ALIGN_LEFT;
  /* Its lines begin under each other; the block stands in the middle. */
  for (guint i = 0; i < span; i++)
    cell->left += XR_MM (g_array_index (grid->widths, double, cell->column + i)) / 2;
  cell->left = MAX (cell->left - in_line * size / 2, 0);
  return cell;
}

/* ---- the whole */

/* 计算年龄时间, else the day that the plan counts ages by. */
static const char *
find_reference (XrFill *fill, const XrDossier *dossier)
{
  g_autofree char *date = NULL;

  if (dossier->texts[XR_DOSSIER_AGE_DATE] != NULL)
    return xr_fill_keep (fill, dossier->texts[XR_DOSSIER_AGE_DATE]);
  date = xr_form_date_from_date (xr_common_reference_date (fill));
  return xr_fill_keep (fill, date);
}

/* Seven cells, each with a character. */
static void
add_title (const XrAppointmentTable *self)
{
  static const int columns[] = { 706, 706, 706, 706, 706, 706, 705 };
  static const char *const characters[] = { "干", "部", "任", "免", "审", "批", "表" };
  XrGrid *grid = xr_appointment_grid (self, "标题", columns, G_N_ELEMENTS (columns));

  grid->border = grid->line = 0;
  grid->offset = XR_TWIPS (2324);
  grid->size = 24;
  /* 218 above and 31 below the line, then a gap of 76. The template lets the line have the height that
   * its type needs: 1.3 times its size. */
  grid->pitch = 24 * 1.3;
  xr_appointment_row (grid, 218 + 24 * 1.3 * 20 + 31);
  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    {
      XrGridCell *cell = xr_grid_words (grid, 1, characters[i]);
      cell->face = XR_FACE_TITLE;
      cell->place = XR_PLACE_BOTTOM;
    }
  grid->gap = XR_MM (XR_TWIPS (76));
}

static void
set_shapes (const XrAppointmentTable *self)
{
  gboolean old = self->layout == XR_APPOINTMENT_OLD;

  xr_fill_shape (self->fill, 210, 297, XR_TWIPS (1247), XR_TWIPS (629), XR_TWIPS (1134),
                 XR_TWIPS (680));
  xr_fill_shape (self->fill, 210, 297, XR_TWIPS (old ? 1191 : 1276), XR_TWIPS (old ? 1621 : 1576),
                 XR_TWIPS (1134), XR_TWIPS (567));
  /* Continuation pages: room for the seal and the page's number. */
  xr_fill_shape (self->fill, 210, 297, XR_TWIPS (1247), 20, XR_TWIPS (1134), 26);
}

void
xr_appointment_table_fill (XrFill *fill, XrAppointmentLayout layout)
{
  XrRow *person = xr_fill_candidate (fill);
  g_autoptr (XrDossier) dossier = person ? xr_dossier_load (xr_fill_office (fill),
                                                            xr_row_get_id (person), NULL)
                                         : NULL;
  XrAppointmentTable self = { fill, layout, NULL, NULL };
  const char *name = xr_fill_get (person, "name");

  if (dossier == NULL)
    dossier = xr_dossier_new ();
  self.dossier = dossier;
  self.reference = person ? find_reference (fill, dossier) : NULL;
  set_shapes (&self);
  xr_fill_text (fill, "姓名", name);
  xr_fill_continuation (fill,
                        xr_fill_printf (fill, "干部任免审批表（续页）　%s", name ? name : ""));
  add_title (&self);
  xr_appointment_front (&self);
  xr_appointment_back (&self);
}
