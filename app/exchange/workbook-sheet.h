/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/date.h"
#include "core/decimal.h"
#include "exchange/fault.h"
#include "exchange/xlsx-reader.h"
#include "rules/plan.h"

G_BEGIN_DECLS

/* One mechanism for all sheets of the workbook: a sheet is described by its columns and a function
 * for a row; titles, blank rows, needed cells and formulas without a value are dealt with here. */

typedef enum
{
  XR_COLUMN_FILLED = 1 << 0,    /* must be there, and filled in every row */
  XR_COLUMN_OR_NEXT = 1 << 1,   /* this one or the next must be there, and filled in every row */
  XR_COLUMN_PLACES = 1 << 2,    /* stands for 第1名, 第2名 … */
  XR_COLUMN_HAS_ZEROS = 1 << 3, /* a number is shown with at least two digits */
  XR_COLUMN_VALUE = 1 << 4,     /* other sheets find the rows without it */
} XrColumnFlags;

typedef struct
{
  const char *title;
  XrColumnFlags flags;
} XrColumn;

typedef struct _XrBook XrBook;
typedef struct _XrSheetRow XrSheetRow;

typedef struct
{
  const char *name;
  const XrColumn *columns;
  guint n_columns;
  void (*row) (XrBook *book, XrSheetRow *row);
  void (*finish) (XrBook *book, guint sheet_index); /* after the last row; may be NULL */
} XrSheet;

/* 第1名 as a column; 第2名 is one more, and so on. */
#define XR_COLUMN_FIRST_PLACE 1000

#define XR_SHEET_MAX_COLUMNS 24
#define XR_SHEET_MAX_PLACES  200

struct _XrSheetRow
{
  const XrSheet *sheet;
  guint sheet_index; /* in the book */
  guint32 number;
  gboolean since_1904;
  GPtrArray *faults;
  GPtrArray *scratch;                 /* char *, texts made for this row */
  XrCell cells[XR_SHEET_MAX_COLUMNS]; /* text NULL: empty, or already a fault */
  gboolean has_column[XR_SHEET_MAX_COLUMNS];
  gboolean is_bad[XR_SHEET_MAX_COLUMNS]; /* a fault was added for the cell */
  XrCell places[XR_SHEET_MAX_PLACES];    /* [0] is 第1名 */
  guint n_places;
};

/* Reads sheet @index of @xlsx by @sheet. FALSE when a column that must be there isn't. */
gboolean xr_sheet_read (const XrSheet *sheet, XrXlsx *xlsx, guint index, XrBook *book,
                        GCancellable *cancellable, GPtrArray *faults);

/* A row that comes from elsewhere than a workbook, checked and taken like one of the sheet's: cells are
 * put into row->cells, row->has_column says which columns there are. */
void xr_sheet_begin_row (XrSheetRow *row, guint32 number);
/* Why a cell has no value, by its kind; NULL where it has one. (transfer full) */
char *xr_cell_dup_fault (XrCellKind kind, const char *text);
void xr_sheet_take_row (XrSheetRow *row, XrBook *book);

/* Adds a fault about a cell of the row. */
void xr_row_fault (XrSheetRow *row, int column, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* The values of cells. Each returns NULL or FALSE for an empty cell, and for one that isn't what is
 * asked for, after adding the fault. Texts live as long as the row. */
const char *xr_row_text (XrSheetRow *row, int column);
gboolean xr_row_decimal (XrSheetRow *row, int column, XrDecimal *value);
/* Not below 0. */
gboolean xr_row_points (XrSheetRow *row, int column, XrDecimal *value);
/* A whole number, @min to @max. */
gboolean xr_row_count (XrSheetRow *row, int column, int min, int max, int *value);
gboolean xr_row_date (XrSheetRow *row, int column, gboolean month_is_enough, XrDate *date);
gboolean xr_row_ratio (XrSheetRow *row, int column, XrRatio *ratio);
/* Index into @words (ended by NULL). */
gboolean xr_row_word (XrSheetRow *row, int column, const char *const *words, int *index);
/* 第N名, @place from 1. */
const char *xr_row_place (XrSheetRow *row, guint place);
gboolean xr_row_is_empty (const XrSheetRow *row, int column);

/* @text as names and words are compared: widths folded. (transfer none): @text, or one of @scratch */
const char *xr_fold_into (GPtrArray *scratch, const char *text);

G_END_DECLS
