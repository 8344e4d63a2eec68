/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/package.h"

G_BEGIN_DECLS

/* Reads the cells of an .xlsx workbook as a stream, row by row, as any spreadsheet program writes it.
 * It keeps the shared strings and nothing else in memory, and knows nothing of what the sheets mean. */
typedef struct _XrXlsx XrXlsx;

typedef enum
{
  XR_CELL_TEXT,
  XR_CELL_NUMBER,  /* text: the number as written; see exchange/number-text.h */
  XR_CELL_DATE,    /* a number whose format is one of dates; text: the number as written */
  XR_CELL_BOOLEAN, /* text: TRUE or FALSE */
  XR_CELL_ERROR,   /* text: #N/A and the like */
  XR_CELL_UNKNOWN, /* a formula that no program has worked out: no value is there */
} XrCellKind;

/* A cell that isn't empty. */
typedef struct
{
  guint32 column; /* 0 is A */
  XrCellKind kind;
  const char *text; /* UTF-8, ended by a NUL, valid until the row function returns */
  guint32 length;
} XrCell;

typedef struct
{
  guint32 number; /* 1 … */
  guint n_cells;  /* ≥ 1: rows without a cell that holds something are left out */
  const XrCell *cells;
} XrCellRow;

/* Excel's own limits; what lies beyond is refused. */
#define XR_XLSX_MAX_ROWS    1048576
#define XR_XLSX_MAX_COLUMNS 16384
#define XR_XLSX_MAX_TEXT    131068 /* bytes of 32,767 characters */

/* Returns FALSE to read no further. */
typedef gboolean (*XrCellRowFunc) (const XrCellRow *row, gpointer data);

/**
 * xr_xlsx_open:
 * @progress: (nullable): as for xr_package_open()
 *
 * Opens the workbook at @path, finds its sheets and reads styles and shared strings.
 *
 * Returns: (transfer full): or %NULL with a sentence that says what to do (%XR_PACKAGE_ERROR)
 */
XrXlsx *xr_xlsx_open (const char *path, XrProgress *progress, GError **error);
void xr_xlsx_free (XrXlsx *xlsx);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrXlsx, xr_xlsx_free)

/* Sheets in the order of their tabs, hidden ones too. */
guint xr_xlsx_get_n_sheets (const XrXlsx *xlsx);
const char *xr_xlsx_get_sheet_name (const XrXlsx *xlsx, guint sheet);

/* Whether date cells count from 1904. */
gboolean xr_xlsx_is_since_1904 (const XrXlsx *xlsx);

/**
 * xr_xlsx_read_sheet:
 * @row: (out) (optional): on failure the row at which it happened, 0 when that isn't known
 *
 * Calls @func for every row that holds something, in ascending order.
 *
 * Returns: %FALSE with a sentence (%XR_PACKAGE_ERROR)
 */
gboolean xr_xlsx_read_sheet (XrXlsx *xlsx, guint sheet, XrCellRowFunc func, gpointer data,
                             guint32 *row, GError **error);

/* The number of a column by its letters, `A` … `XFD`, from 0, or −1. */
int xr_xlsx_column_from_letters (const char *letters, gsize length);
/* Returns: (transfer full): the letters of a column. */
char *xr_xlsx_column_to_letters (guint32 column);

G_END_DECLS
