/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "core/decimal.h"

G_BEGIN_DECLS

/* One sheet of the report, written from the top down. The only place where cells are written. */

typedef enum
{
  XR_STYLE_TEXT,
  XR_STYLE_HEAD,
  XR_STYLE_TITLE,
  XR_STYLE_NOTE,
  XR_STYLE_INTEGER,
  XR_STYLE_NUMBER0, /* NUMBER0 + n: n decimals, n up to 4 */
  XR_STYLE_NUMBER1,
  XR_STYLE_NUMBER2,
  XR_STYLE_NUMBER3,
  XR_STYLE_NUMBER4,
  XR_STYLE_SHORT, /* as many decimals as the number has */
  XR_N_STYLES,
} XrStyle;

typedef struct
{
  lxw_workbook *book;
  lxw_format *formats[XR_N_STYLES];
} XrBook;

typedef struct
{
  XrBook *book;
  lxw_worksheet *sheet;
  char *name;
  lxw_row_t row;    /* the row that is being written */
  lxw_error status; /* the first thing that went wrong */
} XrSheet;

void xr_book_init (XrBook *book, lxw_workbook *workbook);

/* Adds a sheet; signs that a sheet name may not have are replaced, the name is cut to what Excel takes
 * and made unique by a number. (transfer full) */
XrSheet *xr_sheet_new (XrBook *book, const char *name);
void xr_sheet_free (XrSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrSheet, xr_sheet_free)

void xr_sheet_set_widths (XrSheet *sheet, const guint8 *widths, guint n);
void xr_sheet_freeze (XrSheet *sheet, lxw_row_t rows, lxw_col_t columns);

/* Each writes a cell of the current row. NULL or "" text writes nothing. Text stays text whatever it
 * begins with. */
void xr_sheet_text (XrSheet *sheet, lxw_col_t column, XrStyle style, const char *text);
void xr_sheet_integer (XrSheet *sheet, lxw_col_t column, gint64 value);
void xr_sheet_decimal (XrSheet *sheet, lxw_col_t column, XrStyle style, XrDecimal value);
/* A formula with the value that we found for it: an integer, an integer of ten-thousandths shown as a
 * decimal, or text. */
void xr_sheet_formula_integer (XrSheet *sheet, lxw_col_t column, const char *formula, gint64 value);
void xr_sheet_formula_decimal (XrSheet *sheet, lxw_col_t column, XrStyle style, const char *formula,
                               XrDecimal value);
void xr_sheet_formula_text (XrSheet *sheet, lxw_col_t column, const char *formula,
                            const char *value);
void xr_sheet_next (XrSheet *sheet);

/* Writes "AB12", or with @absolute "$AB$12", into @buffer of XR_REF_SIZE. Returns @buffer. */
#define XR_REF_SIZE 64
const char *xr_ref (char *buffer, lxw_row_t row, lxw_col_t column);
const char *xr_ref_abs (char *buffer, lxw_row_t row, lxw_col_t column);
/* "A1:B9", absolute. */
const char *xr_range (char *buffer, lxw_row_t row, lxw_col_t column, lxw_row_t last_row,
                      lxw_col_t last_column);
/* The sheet's name as formulas write it, with the sign after it: "'成绩 一'!". (transfer full) */
char *xr_sheet_dup_prefix (XrSheet *sheet);

G_END_DECLS
