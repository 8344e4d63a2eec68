/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a list of people out of a workbook or a text file into lines under titles. It checks nothing but
 * that there is a table. */
#include "config.h"

#include "exchange/person-sheet.h"

#include "core/text.h"
#include "exchange/csv-reader.h"
#include "exchange/number-text.h"
#include "exchange/text-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The line of titles is looked for among so many. */
#define HEAD_LINES 10
/* A file that has more is no list of people. */
#define MAX_COLUMNS 256

typedef struct
{
  guint32 number;
  GArray *cells; /* XrPersonCell */
} Line;

typedef struct
{
  XrPersonSheet *sheet;
  XrIsTitleFunc is_title;
  XrProgress *progress;
  GCancellable *cancellable;
  GPtrArray *head; /* Line, until the titles are known */
} Reading;

static void
clear_cell (gpointer data)
{
  g_free (((XrPersonCell *) data)->text);
}

static void
free_line (gpointer data)
{
  Line *line = data;

  g_array_unref (line->cells);
  g_free (line);
}

static Line *
line_new (guint32 number)
{
  Line *line = g_new0 (Line, 1);

  line->number = number;
  line->cells = g_array_new (FALSE, TRUE, sizeof (XrPersonCell));
  g_array_set_clear_func (line->cells, clear_cell);
  return line;
}

static void
put_cell (Line *line, guint column, XrCellKind kind, const char *text)
{
  XrPersonCell *cell;

  if (column >= MAX_COLUMNS)
    return;
  if (line->cells->len <= column)
    g_array_set_size (line->cells, column + 1);
  cell = &g_array_index (line->cells, XrPersonCell, column);
  cell->kind = kind;
  cell->text = kind == XR_CELL_TEXT ? xr_text_strip (text) : g_strdup (text);
  if (cell->text != NULL && *cell->text == '\0')
    g_clear_pointer (&cell->text, g_free);
}

static gboolean
is_blank (const Line *line)
{
  for (guint i = 0; i < line->cells->len; i++)
    {
      const XrPersonCell *cell = &g_array_index (line->cells, XrPersonCell, i);
      if (cell->text != NULL || cell->kind == XR_CELL_UNKNOWN)
        return FALSE;
    }
  return TRUE;
}

/* ------------------------------------------------------------------ titles */

/* Takes @line; cells beyond the titles stand in columns without a title. */
static void
add_line (XrPersonSheet *sheet, Line *line)
{
  XrPersonLine *added = g_new0 (XrPersonLine, 1);

  while (sheet->titles->len < line->cells->len)
    g_ptr_array_add (sheet->titles, g_strdup (""));
  added->number = line->number;
  added->n_cells = line->cells->len;
  added->cells = (XrPersonCell *) (gpointer) g_array_free (line->cells, FALSE);
  g_free (line);
  g_ptr_array_add (sheet->lines, added);
}

static void
person_line_free (gpointer data)
{
  XrPersonLine *line = data;

  for (guint i = 0; i < line->n_cells; i++)
    g_free (line->cells[i].text);
  g_free (line->cells);
  g_free (line);
}

static guint
count_titles (const Reading *self, const Line *line)
{
  guint n = 0;

  for (guint i = 0; i < line->cells->len; i++)
    {
      const XrPersonCell *cell = &g_array_index (line->cells, XrPersonCell, i);
      n += cell->text != NULL && self->is_title (cell->text);
    }
  return n;
}

static void
take_titles (XrPersonSheet *sheet, const Line *line)
{
  for (guint i = 0; i < line->cells->len; i++)
    {
      const XrPersonCell *cell = &g_array_index (line->cells, XrPersonCell, i);
      g_autofree char *folded = xr_text_clean (cell->text);
      g_ptr_array_add (sheet->titles, xr_text_to_line (folded));
    }
}

/* Finds the line of titles among those read so far; what stands above it is no person. */
static void
settle_titles (Reading *self)
{
  guint best = 0, most = 0;

  for (guint i = 0; i < self->head->len; i++)
    {
      guint n = count_titles (self, g_ptr_array_index (self->head, i));
      if (n > most)
        {
          most = n;
          best = i;
        }
    }
  for (guint i = 0; i < self->head->len; i++)
    {
      Line *line = g_ptr_array_index (self->head, i);
      if (i == best)
        take_titles (self->sheet, line);
      if (i <= best)
        free_line (line);
      else
        add_line (self->sheet, line);
    }
  g_clear_pointer (&self->head, g_ptr_array_unref);
}

static gboolean
take_line (Reading *self, Line *line)
{
  if (is_blank (line))
    free_line (line);
  else if (self->head == NULL)
    add_line (self->sheet, line);
  else
    {
      g_ptr_array_add (self->head, line);
      if (self->head->len == HEAD_LINES)
        settle_titles (self);
    }
  return !g_cancellable_is_cancelled (self->cancellable);
}

/* ------------------------------------------------------------------ files */

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *at = strchr (text, '\n'); at != NULL; at = strchr (at + 1, '\n'))
    n++;
  return n;
}

static gboolean
csv_row_cb (guint32 number, char **cells, guint n, gpointer data)
{
  Reading *self = data;
  Line *line = line_new (number);

  xr_progress_set (self->progress, number);
  for (guint i = 0; i < n; i++)
    put_cell (line, i, XR_CELL_TEXT, cells[i]);
  return take_line (self, line);
}

static gboolean
read_text (Reading *self, GError **error)
{
  g_autofree char *data = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  if (!g_file_get_contents (self->sheet->path, &data, &length, error))
    return FALSE;
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  text = xr_text_decode (bytes, &self->sheet->encoding, error);
  if (text == NULL)
    return FALSE;
  xr_progress_begin (self->progress, count_lines (text));
  return xr_csv_read (text, xr_csv_find_divider (text), csv_row_cb, self, error);
}

/* People are to see dates and numbers as they would write them, not as the file counts them. What is no date
 * after all stays as it is, and is refused where a date is needed. */
static void
put_workbook_cell (Reading *self, Line *line, const XrCell *cell)
{
  g_autofree char *text = NULL;

  if (cell->kind == XR_CELL_DATE)
    text = xr_date_to_iso (xr_number_text_to_date (cell->text, self->sheet->since_1904));
  else if (cell->kind == XR_CELL_NUMBER)
    text = xr_number_text_to_plain (cell->text);
  if (text == NULL || *text == '\0')
    put_cell (line, cell->column, cell->kind, cell->text);
  else
    put_cell (line, cell->column, cell->kind == XR_CELL_DATE ? XR_CELL_TEXT : cell->kind, text);
}

static gboolean
xlsx_row_cb (const XrCellRow *row, gpointer data)
{
  Line *line = line_new (row->number);

  for (guint i = 0; i < row->n_cells; i++)
    put_workbook_cell (data, line, &row->cells[i]);
  return take_line (data, line);
}

static guint
find_sheet (const XrXlsx *xlsx)
{
  for (guint i = 0; i < xr_xlsx_get_n_sheets (xlsx); i++)
    {
      g_autofree char *name = xr_text_clean (xr_xlsx_get_sheet_name (xlsx, i));
      if (g_str_equal (name, "报名"))
        return i;
    }
  return 0;
}

static gboolean
read_workbook (Reading *self, GError **error)
{
  g_autoptr (XrXlsx) xlsx = xr_xlsx_open (self->sheet->path, self->progress, error);
  guint index;

  if (xlsx == NULL)
    return FALSE;
  index = find_sheet (xlsx);
  self->sheet->sheet = g_strdup (xr_xlsx_get_sheet_name (xlsx, index));
  self->sheet->since_1904 = xr_xlsx_is_since_1904 (xlsx);
  return xr_xlsx_read_sheet (xlsx, index, xlsx_row_cb, self, NULL, error);
}

static gboolean
has_zip_mark (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char mark[2] = "";

  return stream != NULL
         && g_input_stream_read (G_INPUT_STREAM (stream), mark, sizeof mark, NULL, NULL) == 2
         && memcmp (mark, "PK", 2) == 0;
}

XrPersonSheet *
xr_person_sheet_read (const char *path, XrIsTitleFunc is_title, XrProgress *progress,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (XrPersonSheet) sheet = g_new0 (XrPersonSheet, 1);
  Reading reading = { sheet, is_title, progress, cancellable, g_ptr_array_new () };
  gboolean done;

  sheet->path = g_strdup (path);
  sheet->titles = g_ptr_array_new_with_free_func (g_free);
  sheet->lines = xr_person_lines_new ();
  done = has_zip_mark (path) ? read_workbook (&reading, error) : read_text (&reading, error);
  if (reading.head != NULL)
    settle_titles (&reading);
  if (!done || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (sheet->lines->len > 0)
    return g_steal_pointer (&sheet);
  g_set_error_literal (
    error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
    _ ("There is nobody in this file: it needs a line of titles and one line for "
       "each person."));
  return NULL;
}

GPtrArray *
xr_person_lines_new (void)
{
  return g_ptr_array_new_with_free_func (person_line_free);
}

void
xr_person_sheet_free (XrPersonSheet *sheet)
{
  g_free (sheet->path);
  g_free (sheet->sheet);
  g_ptr_array_unref (sheet->titles);
  g_ptr_array_unref (sheet->lines);
  g_free (sheet);
}
