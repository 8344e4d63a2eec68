/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds the tables of papers. Measures and page breaks are not known here. */

#include "config.h"

#include "forms/grid.h"

#include <string.h>

static void
free_cell (gpointer data)
{
  XrGridCell *cell = data;

  g_free (cell->text);
  g_free (cell->owner);
  g_free (cell->boxes);
  g_clear_pointer (&cell->photo, g_bytes_unref);
  g_clear_pointer (&cell->strip, xr_strip_free);
  g_free (cell);
}

XrGrid *
xr_grid_new (const double *widths, guint n_widths, gboolean blank)
{
  XrGrid *grid = g_new0 (XrGrid, 1);

  g_assert (n_widths > 0);
  grid->widths = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (grid->widths, widths, n_widths);
  grid->cells = g_ptr_array_new_with_free_func (free_cell);
  grid->rows = g_array_new (FALSE, TRUE, sizeof (XrGridRow));
  grid->taken = g_new0 (guint8, n_widths);
  grid->size = 10.5;
  grid->border = 1.0;
  grid->line = 0.5;
  grid->pad_x = XR_MM (0.8);
  grid->pad_y = 1.5;
  grid->gap = 4;
  grid->blank = blank;
  return grid;
}

void
xr_grid_free (XrGrid *grid)
{
  g_array_unref (grid->widths);
  g_ptr_array_unref (grid->cells);
  g_array_unref (grid->rows);
  g_free (grid->taken);
  g_free (grid->fields);
  g_free (grid);
}

/* ---- rows and cells */

static void
begin_row (XrGrid *grid, double height, gboolean exact)
{
  XrGridRow row = { .height = height, .exact = exact };

  g_array_append_val (grid->rows, row);
  for (guint i = 0; grid->rows->len > 1 && i < grid->widths->len; i++)
    if (grid->taken[i] > 0)
      grid->taken[i]--;
  grid->column = 0;
}

void
xr_grid_row (XrGrid *grid, double height)
{
  begin_row (grid, height, FALSE);
}

void
xr_grid_row_exact (XrGrid *grid, double height)
{
  begin_row (grid, height, TRUE);
}

void
xr_grid_repeat_row (XrGrid *grid)
{
  g_array_index (grid->rows, XrGridRow, grid->rows->len - 1).head = TRUE;
}

static XrGridCell *
add_cell (XrGrid *grid, XrGridKind kind, guint span, const char *text)
{
  XrGridCell *cell = g_new0 (XrGridCell, 1);

  g_assert (grid->rows->len > 0);
  while (grid->column < grid->widths->len && grid->taken[grid->column] > 0)
    grid->column++;
  g_assert (grid->column + span <= grid->widths->len);
  cell->kind = kind;
  cell->row = grid->rows->len - 1;
  cell->column = grid->column;
  cell->column_span = span;
  cell->text = g_strdup (text != NULL ? text : "");
  cell->face = XR_FACE_SONG;
  cell->size = grid->size;
  cell->pitch = grid->pitch;
  cell->least = XR_GRID_LEGIBLE;
  cell->align = XR_ALIGN_CENTRE;
  cell->ticked = -1;
  grid->column += span;
  g_ptr_array_add (grid->cells, cell);
  xr_grid_go_down (grid, cell, 1);
  return cell;
}

void
xr_grid_go_down (XrGrid *grid, XrGridCell *cell, guint rows)
{
  cell->row_span = rows;
  for (guint i = 0; i < cell->column_span; i++)
    grid->taken[cell->column + i] = (guint8) rows;
}

XrGridCell *
xr_grid_label (XrGrid *grid, guint span, const char *text)
{
  grid->field = g_intern_string (text);
  return add_cell (grid, XR_GRID_LABEL, span, text);
}

/* A line feed after each character. (transfer full) */
static char *
stack_characters (const char *text)
{
  GString *stacked = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (at != text)
        g_string_append_c (stacked, '\n');
      g_string_append_unichar (stacked, g_utf8_get_char (at));
    }
  return g_string_free (stacked, FALSE);
}

XrGridCell *
xr_grid_label_down (XrGrid *grid, guint rows, const char *text)
{
  g_autofree char *stacked = strchr (text, '\n') != NULL ? g_strdup (text)
                                                         : stack_characters (text);
  XrGridCell *cell = xr_grid_label (grid, 1, text);

  g_free (cell->text);
  cell->text = g_steal_pointer (&stacked);
  cell->pitch = grid->pitch > 0 ? grid->pitch : cell->size * 1.15;
  xr_grid_go_down (grid, cell, rows);
  return cell;
}

XrGridCell *
xr_grid_value (XrGrid *grid, guint span, const char *text)
{
  XrGridCell *cell = add_cell (grid, XR_GRID_VALUE, span, grid->blank ? NULL : text);

  cell->field = grid->fields != NULL ? grid->fields[cell->column] : grid->field;
  return cell;
}

XrGridCell *
xr_grid_words (XrGrid *grid, guint span, const char *text)
{
  return add_cell (grid, XR_GRID_LABEL, span, text);
}

XrGridCell *
xr_grid_checks (XrGrid *grid, guint span, const char *options, int ticked)
{
  XrGridCell *cell = add_cell (grid, XR_GRID_CHECKS, span, options);

  cell->field = grid->field;
  cell->ticked = grid->blank ? -1 : ticked;
  return cell;
}

XrGridCell *
xr_grid_digits (XrGrid *grid, guint span, const char *boxes)
{
  XrGridCell *cell = add_cell (grid, XR_GRID_DIGITS, span, NULL);

  cell->boxes = g_strdup (boxes);
  return cell;
}

XrGridCell *
xr_grid_photo (XrGrid *grid, guint rows, GBytes *photo)
{
  XrGridCell *cell = add_cell (grid, XR_GRID_PHOTO, 1, photo == NULL ? "照片" : NULL);

  if (photo != NULL && !grid->blank)
    cell->photo = g_bytes_ref (photo);
  xr_grid_go_down (grid, cell, rows);
  return cell;
}

XrGridCell *
xr_grid_strip (XrGrid *grid, XrStrip *strip)
{
  XrGridCell *cell = add_cell (grid, XR_GRID_STRIP, 1, NULL);

  if (grid->blank)
    g_clear_pointer (&strip, xr_strip_free);
  cell->strip = strip;
  return cell;
}

XrGridCell *
xr_grid_pair (XrGrid *grid, const char *label, guint span, const char *text)
{
  xr_grid_label (grid, 1, label);
  return xr_grid_value (grid, span, text);
}

/* ---- lists */

static gboolean
has_two_levels (const XrListColumn *columns, guint n)
{
  for (guint i = 0; i < n; i++)
    if (strchr (columns[i].title, '|') != NULL)
      return TRUE;
  return FALSE;
}

/* How many columns from the first one on share its upper title of @length bytes. */
static guint
count_shared (const XrListColumn *columns, guint n, gsize length)
{
  guint shared = 1;

  while (shared < n && strncmp (columns[shared].title, columns[0].title, length + 1) == 0)
    shared++;
  return shared;
}

static void
add_upper_heads (XrGrid *grid, const XrListColumn *columns, guint n)
{
  for (guint i = 0; i < n;)
    {
      const char *bar = strchr (columns[i].title, '|');
      g_autofree char *upper = bar ? g_strndup (columns[i].title, bar - columns[i].title) : NULL;
      guint shared = bar ? count_shared (columns + i, n - i, bar - columns[i].title) : 1;
      XrGridCell *cell = xr_grid_label (grid, shared, bar ? upper : columns[i].title);

      cell->face = XR_FACE_HEI;
      if (bar == NULL)
        xr_grid_go_down (grid, cell, 2);
      i += shared;
    }
}

static void
add_lower_heads (XrGrid *grid, const XrListColumn *columns, guint n, gboolean two)
{
  for (guint i = 0; i < n; i++)
    {
      const char *bar = strchr (columns[i].title, '|');

      if (bar != NULL || !two)
        xr_grid_label (grid, 1, bar ? bar + 1 : columns[i].title)->face = XR_FACE_HEI;
    }
}

XrGrid *
xr_grid_new_list (const XrListColumn *columns, guint n_columns, gboolean blank)
{
  g_autofree double *widths = g_new (double, n_columns);
  gboolean two = has_two_levels (columns, n_columns);
  XrGrid *grid = NULL;

  for (guint i = 0; i < n_columns; i++)
    widths[i] = columns[i].width;
  grid = xr_grid_new (widths, n_columns, blank);
  grid->columns = columns;
  grid->size = 9;
  if (two)
    {
      xr_grid_row (grid, 7);
      xr_grid_repeat_row (grid);
      add_upper_heads (grid, columns, n_columns);
    }
  xr_grid_row (grid, two ? 7 : 9);
  xr_grid_repeat_row (grid);
  add_lower_heads (grid, columns, n_columns, two);
  grid->fields = g_new0 (const char *, n_columns);
  for (guint i = 0; i < n_columns; i++)
    grid->fields[i] = g_intern_string (columns[i].title);
  return grid;
}

static void
add_list_row (XrGrid *grid, const char *const *texts, double height)
{
  xr_grid_row (grid, height);
  for (guint i = 0; i < grid->widths->len; i++)
    {
      XrGridCell *cell = xr_grid_value (grid, 1, texts != NULL ? texts[i] : NULL);
      cell->align = grid->columns[i].align;
      cell->number = grid->columns[i].number;
    }
}

void
xr_list_add (XrGrid *grid, const char *const *texts)
{
  if (!grid->blank)
    add_list_row (grid, texts, 8);
}

void
xr_list_group (XrGrid *grid, const char *text)
{
  XrGridCell *cell = NULL;

  if (grid->blank)
    return;
  xr_grid_row (grid, 8);
  g_array_index (grid->rows, XrGridRow, grid->rows->len - 1).keep = TRUE;
  cell = xr_grid_label (grid, grid->widths->len, text);
  cell->align = XR_ALIGN_LEFT;
  cell->face = XR_FACE_HEI;
}

void
xr_list_pad (XrGrid *grid, guint n, double height, gboolean numbered)
{
  for (guint i = 0; grid->blank && i < n; i++)
    {
      XrGridCell *first = NULL;
      add_list_row (grid, NULL, height);
      if (!numbered)
        continue;
      first = g_ptr_array_index (grid->cells, grid->cells->len - grid->widths->len);
      first->kind = XR_GRID_LABEL;
      g_free (first->text);
      first->text = g_strdup_printf ("%u", i + 1);
    }
}
