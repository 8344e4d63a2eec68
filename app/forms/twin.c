/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists and summaries as workbooks. Nothing is computed here: the cells are those of the paper. */

#include "config.h"

#include "forms/twin.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "core/text.h"

#define MM_A_CHARACTER 1.9 /* of the width of a column, by the standard font */
#define INCH           25.4
#define MOST_FROZEN    6  /* rows above a head that stays on the screen */
#define NAME_MAX_CHARS 31 /* of the name of a sheet */

typedef struct
{
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_row_t row;  /* the next free one */
  lxw_col_t last; /* column of the widest table */
  guint headed;   /* rows of the longest table so far whose head is repeated */
  GHashTable *formats;
} Twin;

/* ---- formats */

typedef enum
{
  LOOK_TITLE,
  LOOK_TEXT,
  LOOK_RIGHT,
  LOOK_NOTE,
  LOOK_HEAD,
  LOOK_CELL, /* + XrAlign */
} Look;

static void
dress (lxw_format *format, Look look)
{
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_font_name (format, look == LOOK_HEAD || look == LOOK_TITLE ? "黑体" : "宋体");
  format_set_font_size (format, look == LOOK_TITLE ? 16 : look == LOOK_NOTE ? 9 : 10.5);
  if (look >= LOOK_HEAD)
    format_set_border (format, LXW_BORDER_THIN);
  if (look == LOOK_TITLE || look == LOOK_HEAD || look == LOOK_CELL + XR_ALIGN_CENTRE)
    format_set_align (format, LXW_ALIGN_CENTER);
  else if (look == LOOK_RIGHT || look == LOOK_CELL + XR_ALIGN_RIGHT)
    format_set_align (format, LXW_ALIGN_RIGHT);
}

/* One format for each look, so that a workbook has a handful of them. */
static lxw_format *
get_format (Twin *twin, Look look, gboolean struck, const char *number)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", look, struck, number ? number : "");
  lxw_format *format = g_hash_table_lookup (twin->formats, key);

  if (format != NULL)
    return format;
  format = workbook_add_format (twin->book);
  dress (format, look);
  if (struck)
    format_set_font_strikeout (format);
  if (number != NULL)
    format_set_num_format (format, number);
  g_hash_table_insert (twin->formats, g_steal_pointer (&key), format);
  return format;
}

/* ---- cells */

/* Whether a text is a plain number, and how many decimals it has. */
static gboolean
is_number (const char *text, guint *places)
{
  const char *point = strchr (text, '.');

  *places = point != NULL ? (guint) strlen (point + 1) : 0;
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isdigit (*at) && at != point && !(at == text && *at == '-'))
      return FALSE;
  return *text != '\0' && point != text;
}

static void
write_cell (Twin *twin, lxw_row_t row, lxw_col_t column, const XrGridCell *cell)
{
  gboolean fixed = cell->kind == XR_GRID_LABEL && cell->face == XR_FACE_HEI;
  Look look = fixed && cell->align == XR_ALIGN_CENTRE ? LOOK_HEAD : LOOK_CELL + cell->align;
  g_autofree char *zeros = NULL;
  g_autofree char *number = NULL;
  guint places = 0;

  if (!cell->number || !is_number (cell->text, &places))
    {
      worksheet_write_string (twin->sheet, row, column, cell->text,
                              get_format (twin, look, cell->struck, NULL));
      return;
    }
  zeros = g_strnfill (places, '0');
  number = places > 0 ? g_strconcat ("0.", zeros, NULL) : g_strdup ("0");
  worksheet_write_number (twin->sheet, row, column, g_ascii_strtod (cell->text, NULL),
                          get_format (twin, look, cell->struck, number));
}

static void
add_cell (Twin *twin, const XrGridCell *cell)
{
  lxw_row_t row = twin->row + cell->row;
  lxw_col_t column = (lxw_col_t) cell->column;
  lxw_col_t right = (lxw_col_t) (cell->column + cell->column_span - 1);

  if (cell->row_span > 1 || cell->column_span > 1)
    worksheet_merge_range (twin->sheet, row, column, row + cell->row_span - 1, right, "",
                           get_format (twin, LOOK_CELL + XR_ALIGN_LEFT, FALSE, NULL));
  write_cell (twin, row, column, cell);
}

/* Lines that a text takes in a column of so many half-width characters. */
static guint
count_lines (const char *text, double width)
{
  double taken = 0;
  guint lines = 1;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      double step = g_unichar_iswide (g_utf8_get_char (at)) ? 2.2 : 1.1;
      if (*at == '\n' || taken + step > width)
        {
          lines++;
          taken = 0;
        }
      taken += *at == '\n' ? 0 : step;
    }
  return lines;
}

/* Rows as high as their texts need: not every program finds that out by itself. */
static void
set_heights (Twin *twin, const XrGrid *grid)
{
  g_autofree guint *lines = g_new0 (guint, grid->rows->len);

  for (guint i = 0; i < grid->cells->len; i++)
    {
      const XrGridCell *cell = g_ptr_array_index (grid->cells, i);
      double width = 0;
      for (guint j = cell->column; j < cell->column + cell->column_span; j++)
        width += g_array_index (grid->widths, double, j) / MM_A_CHARACTER;
      if (cell->row_span == 1)
        lines[cell->row] = MAX (lines[cell->row], count_lines (cell->text, width));
    }
  for (guint row = 0; row < grid->rows->len; row++)
    worksheet_set_row (twin->sheet, twin->row + row, MAX (18, lines[row] * 14.0 + 4), NULL);
}

static void
add_grid (Twin *twin, const XrGrid *grid)
{
  guint n_heads = 0;

  while (n_heads < grid->rows->len && g_array_index (grid->rows, XrGridRow, n_heads).head)
    n_heads++;
  set_heights (twin, grid);
  for (guint i = 0; i < grid->cells->len; i++)
    add_cell (twin, g_ptr_array_index (grid->cells, i));
  /* A sheet repeats one head: that of the table which goes on over pages. */
  if (n_heads > 0 && grid->rows->len > twin->headed)
    {
      worksheet_repeat_rows (twin->sheet, twin->row, twin->row + n_heads - 1);
      worksheet_freeze_panes (twin->sheet, twin->row <= MOST_FROZEN ? twin->row + n_heads : 0, 0);
      twin->headed = grid->rows->len;
    }
  twin->row += grid->rows->len;
}

/* A paragraph over all columns. */
static void
add_text (Twin *twin, const XrBlock *block)
{
  Look look = block->kind == XR_BLOCK_TITLE || block->kind == XR_BLOCK_SUBTITLE ? LOOK_TITLE
              : block->kind == XR_BLOCK_RIGHT                                   ? LOOK_RIGHT
              : block->kind == XR_BLOCK_NOTE                                    ? LOOK_NOTE
                                                                                : LOOK_TEXT;
  g_auto (GStrv) parts = g_strsplit (block->text != NULL ? block->text : "", "|", -1);
  g_autofree char *text = g_strjoinv ("　　　　", parts);

  if (xr_text_is_blank (text))
    return;
  if (twin->last > 0)
    worksheet_merge_range (twin->sheet, twin->row, 0, twin->row, twin->last, "",
                           get_format (twin, look, FALSE, NULL));
  worksheet_write_string (twin->sheet, twin->row, 0, text, get_format (twin, look, FALSE, NULL));
  if (look == LOOK_TITLE)
    worksheet_set_row (twin->sheet, twin->row, 30, NULL);
  twin->row++;
}

/* ---- sheets */

static void
set_columns (Twin *twin, const XrPaper *paper)
{
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const XrBlock *block = g_ptr_array_index (paper->blocks, i);
      guint n = block->grid != NULL ? block->grid->widths->len : 0;
      for (guint j = 0; j < n && twin->last == 0; j++)
        worksheet_set_column (twin->sheet, (lxw_col_t) j, (lxw_col_t) j,
                              g_array_index (block->grid->widths, double, j) / MM_A_CHARACTER,
                              NULL);
      twin->last = MAX (twin->last, (lxw_col_t) (MAX (n, 1) - 1));
    }
}

static void
set_page (Twin *twin, const XrPaper *paper)
{
  if (paper->kind == XR_PAPER_WIDE || paper->kind == XR_PAPER_A3)
    worksheet_set_landscape (twin->sheet);
  worksheet_set_paper (twin->sheet, paper->kind == XR_PAPER_A3 ? 8 : 9);
  worksheet_set_margins (twin->sheet, 15 / INCH, 15 / INCH, 20 / INCH, 20 / INCH);
  worksheet_fit_to_pages (twin->sheet, 1, 0);
  worksheet_center_horizontally (twin->sheet);
  worksheet_set_footer (twin->sheet, "&C第&P页 共&N页");
}

/* A name that a sheet may have and no other one has. (transfer full) */
static char *
dup_sheet_name (lxw_workbook *book, const char *title)
{
  g_autofree char *base = g_utf8_substring (title, 0,
                                            MIN (g_utf8_strlen (title, -1), NAME_MAX_CHARS - 4));
  char *name = NULL;

  g_strdelimit (base, "[]:*?/\\'", '_');
  name = g_strdup (base);
  for (guint i = 2; workbook_get_worksheet_by_name (book, name) != NULL; i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", base, i);
    }
  return name;
}

static void
add_sheet (lxw_workbook *book, GHashTable *formats, const char *title, const XrPaper *paper)
{
  g_autofree char *name = dup_sheet_name (book, title);
  Twin twin = { .book = book, .sheet = workbook_add_worksheet (book, name), .formats = formats };

  set_columns (&twin, paper);
  set_page (&twin, paper);
  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const XrBlock *block = g_ptr_array_index (paper->blocks, i);
      if (block->grid != NULL)
        add_grid (&twin, block->grid);
      else
        add_text (&twin, block);
    }
  if (paper->seal != NULL)
    {
      g_autofree char *text = g_strdup_printf ("全程记录印记 %s", paper->seal);
      XrBlock seal = { .kind = XR_BLOCK_NOTE, .text = text };
      add_text (&twin, &seal);
    }
}

static gboolean
add_sheets (const XrPrintJob *job, lxw_workbook *book, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < job->subjects->len; i++)
    {
      const XrFormSubject *subject = &g_array_index (job->subjects, XrFormSubject, i);
      g_autofree char *title = xr_form_subject_title (job->form, job->office, job->round, subject);
      g_autoptr (XrPaper) paper = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      paper = xr_form_compose (job->form, job->office, job->round, subject, job->blank, NULL,
                               error);
      if (paper == NULL)
        return FALSE;
      add_sheet (book, formats, title, paper);
    }
  return TRUE;
}

gboolean
xr_twin_write (const XrPrintJob *job, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  lxw_workbook *book = workbook_new (part);
  gboolean done = add_sheets (job, book, cancellable, error);
  lxw_error status = workbook_close (book);

  if (done && status == LXW_NO_ERROR && g_rename (part, path) == 0)
    return TRUE;
  if (done)
    g_set_error (error, XR_FORM_ERROR, XR_FORM_ERROR_WRITE, _ ("%1$s could not be written: %2$s"),
                 path, status != LXW_NO_ERROR ? lxw_strerror (status) : g_strerror (errno));
  g_unlink (part);
  return FALSE;
}
