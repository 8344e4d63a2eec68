/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* The table that scores are typed into, without a window: rows are the candidates of a post in the
 * drawn order, columns the judges (with their sub-items) or, for direct scores, the sub-items. It
 * follows the file: after a change of the round `changed` is emitted and cells are to be read again. */

typedef enum
{
  XR_CELL_RECUSED = 1 << 0,
  XR_CELL_DROPPED = 1 << 1, /* the highest or lowest that does not count */
  XR_CELL_MISSING = 1 << 2, /* needed and not there */
  XR_CELL_READONLY = 1 << 3,
  XR_CELL_FAULT = 1 << 4,   /* wrong as it stands */
  XR_CELL_DOUBT = 1 << 5,   /* perhaps wrong */
  XR_CELL_CHANGED = 1 << 6, /* other than before */
  XR_CELL_WORDS = 1 << 7,   /* text, which begins at the left */
} XrCellFlags;

#define XR_TYPE_SCORE_SHEET (xr_score_sheet_get_type ())
G_DECLARE_FINAL_TYPE (XrScoreSheet, xr_score_sheet, XR, SCORE_SHEET, GObject)

/* @component: of the methods judges or direct. Signal: `changed`. */
XrScoreSheet *xr_score_sheet_new (XrOffice *office, gint64 component, gint64 post);
guint xr_score_sheet_n_rows (XrScoreSheet *sheet);
guint xr_score_sheet_n_columns (XrScoreSheet *sheet);
/* (transfer none) until the next `changed` */
const char *xr_score_sheet_row_title (XrScoreSheet *sheet, guint row);
const char *xr_score_sheet_column_title (XrScoreSheet *sheet, guint column);
/* The judge over several sub-item columns, or NULL where a column is a judge. */
const char *xr_score_sheet_column_group (XrScoreSheet *sheet, guint column);
const char *xr_score_sheet_cell (XrScoreSheet *sheet, guint row, guint column);
XrCellFlags xr_score_sheet_cell_flags (XrScoreSheet *sheet, guint row, guint column);
/* The component's score of the row, "" while it is missing; why it is missing, for a tooltip. */
const char *xr_score_sheet_row_score (XrScoreSheet *sheet, guint row);
const char *xr_score_sheet_row_missing (XrScoreSheet *sheet, guint row);
/* How many judges the row has, and how many of them recused: the mean is taken over the others. */
guint xr_score_sheet_row_judges (XrScoreSheet *sheet, guint row, guint *recused);
int xr_score_sheet_row_rank (XrScoreSheet *sheet, guint row);
gint64 xr_score_sheet_row_application (XrScoreSheet *sheet, guint row);
/* Types @text into a cell: a score, 回避, or "" to clear. */
gboolean xr_score_sheet_set (XrScoreSheet *sheet, guint row, guint column, const char *text,
                             GError **error);
/* Types a block, rows divided by newlines and cells by tabs, as spreadsheets copy it: all cells or none,
 * one entry in the record. */
gboolean xr_score_sheet_paste (XrScoreSheet *sheet, guint row, guint column, const char *block,
                               GError **error);

G_END_DECLS
