/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells, formats and references of the report's sheets. Knows nothing of rounds. */

#include "exchange/report-sheet.h"

#include <string.h>

/* Excel's bound on a sheet name, in UTF-16 units. */
#define MAX_NAME 31

static lxw_format *
add_format (lxw_workbook *workbook, XrStyle style)
{
  static const char *const patterns[] = { "0", "0.0", "0.00", "0.000", "0.0000" };
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_name (format, "宋体");
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (style == XR_STYLE_HEAD)
    {
      format_set_bold (format);
      format_set_text_wrap (format);
      format_set_align (format, LXW_ALIGN_CENTER);
      format_set_bg_color (format, 0xEEEEEE);
    }
  else if (style == XR_STYLE_TITLE)
    {
      format_set_bold (format);
      format_set_font_size (format, 14);
    }
  else if (style == XR_STYLE_NOTE)
    format_set_font_color (format, 0x666666);
  else if (style == XR_STYLE_INTEGER)
    format_set_num_format (format, "0");
  else if (style >= XR_STYLE_NUMBER0 && style <= XR_STYLE_NUMBER4)
    format_set_num_format (format, patterns[style - XR_STYLE_NUMBER0]);
  else if (style == XR_STYLE_SHORT)
    format_set_num_format (format, "General");
  return format;
}

void
xr_book_init (XrBook *book, lxw_workbook *workbook)
{
  book->book = workbook;
  for (guint i = 0; i < XR_N_STYLES; i++)
    book->formats[i] = add_format (workbook, (XrStyle) i);
}

/* Keeps what fits into @room UTF-16 units and replaces what Excel refuses. */
static char *
clean_name (const char *name, guint room)
{
  GString *clean = g_string_new (NULL);
  guint units = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      units += c > 0xFFFF ? 2 : 1;
      if (units > room)
        break;
      if (c < 0x20 || (c < 0x80 && strchr ("[]:*?/\\'", (int) c) != NULL))
        c = '_';
      g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

XrSheet *
xr_sheet_new (XrBook *book, const char *name)
{
  XrSheet *sheet = g_new0 (XrSheet, 1);

  sheet->book = book;
  sheet->name = clean_name (name, MAX_NAME);
  for (guint i = 2; workbook_get_worksheet_by_name (book->book, sheet->name) != NULL; i++)
    {
      g_autofree char *stem = clean_name (name, MAX_NAME - 5);

      g_free (sheet->name);
      sheet->name = g_strdup_printf ("%s(%u)", stem, i);
    }
  sheet->sheet = workbook_add_worksheet (book->book, sheet->name);
  if (sheet->sheet == NULL)
    sheet->status = LXW_ERROR_MEMORY_MALLOC_FAILED;
  else
    {
      worksheet_set_landscape (sheet->sheet);
      worksheet_set_paper (sheet->sheet, 9);
      worksheet_fit_to_pages (sheet->sheet, 1, 0);
    }
  return sheet;
}

void
xr_sheet_free (XrSheet *sheet)
{
  g_free (sheet->name);
  g_free (sheet);
}

void
xr_sheet_set_widths (XrSheet *sheet, const guint8 *widths, guint n)
{
  for (guint i = 0; i < n; i++)
    worksheet_set_column (sheet->sheet, (lxw_col_t) i, (lxw_col_t) i, widths[i], NULL);
}

void
xr_sheet_freeze (XrSheet *sheet, lxw_row_t rows, lxw_col_t columns)
{
  worksheet_freeze_panes (sheet->sheet, rows, columns);
}

static void
keep_status (XrSheet *sheet, lxw_error status)
{
  if (sheet->status == LXW_NO_ERROR)
    sheet->status = status;
}

void
xr_sheet_text (XrSheet *sheet, lxw_col_t column, XrStyle style, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  keep_status (sheet, worksheet_write_string (sheet->sheet, sheet->row, column, text,
                                              sheet->book->formats[style]));
}

/* The file format stores numbers as binary floating point; this is the only way into it. Every score is
 * a whole number of ten-thousandths far below 2^53, so that reading it back and rounding to four places
 * gives the same number. */
static double
cell_number (XrDecimal value)
{
  return (double) value.units / XR_DECIMAL_SCALE;
}

void
xr_sheet_integer (XrSheet *sheet, lxw_col_t column, gint64 value)
{
  keep_status (sheet, worksheet_write_number (sheet->sheet, sheet->row, column, (double) value,
                                              sheet->book->formats[XR_STYLE_INTEGER]));
}

void
xr_sheet_decimal (XrSheet *sheet, lxw_col_t column, XrStyle style, XrDecimal value)
{
  keep_status (sheet, worksheet_write_number (sheet->sheet, sheet->row, column, cell_number (value),
                                              sheet->book->formats[style]));
}

void
xr_sheet_formula_integer (XrSheet *sheet, lxw_col_t column, const char *formula, gint64 value)
{
  keep_status (sheet, worksheet_write_formula_num (sheet->sheet, sheet->row, column, formula,
                                                   sheet->book->formats[XR_STYLE_INTEGER],
                                                   (double) value));
}

void
xr_sheet_formula_decimal (XrSheet *sheet, lxw_col_t column, XrStyle style, const char *formula,
                          XrDecimal value)
{
  keep_status (sheet,
               worksheet_write_formula_num (sheet->sheet, sheet->row, column, formula,
                                            sheet->book->formats[style], cell_number (value)));
}

void
xr_sheet_formula_text (XrSheet *sheet, lxw_col_t column, const char *formula, const char *value)
{
  keep_status (sheet, worksheet_write_formula_str (sheet->sheet, sheet->row, column, formula,
                                                   sheet->book->formats[XR_STYLE_TEXT], value));
}

void
xr_sheet_next (XrSheet *sheet)
{
  sheet->row++;
}

const char *
xr_ref (char *buffer, lxw_row_t row, lxw_col_t column)
{
  lxw_rowcol_to_cell (buffer, row, column);
  return buffer;
}

const char *
xr_ref_abs (char *buffer, lxw_row_t row, lxw_col_t column)
{
  lxw_rowcol_to_cell_abs (buffer, row, column, 1, 1);
  return buffer;
}

const char *
xr_range (char *buffer, lxw_row_t row, lxw_col_t column, lxw_row_t last_row, lxw_col_t last_column)
{
  lxw_rowcol_to_range_abs (buffer, row, column, last_row, last_column);
  return buffer;
}

char *
xr_sheet_dup_prefix (XrSheet *sheet)
{
  return g_strdup_printf ("'%s'!", sheet->name);
}
