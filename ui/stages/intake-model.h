/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/preview.h"
#include "widgets/grid-model.h"

G_BEGIN_DECLS

/* A preview as a table of cells: the rows of one state, the fields that are in use. */
typedef struct _XrIntakeTable XrIntakeTable;

/* Takes what was typed into a cell of the preview. */
typedef void (*XrIntakeTyped) (guint row, guint field, const char *text, gpointer data);

/* (transfer full); @table (out) belongs to the model. @preview must outlive it. */
XrGridModel *xr_intake_model_new (XrPreview *preview, XrIntakeTyped typed, gpointer data,
                                  XrIntakeTable **table);
/* Shows the rows of @state, −1: all. Call it after every examination too. */
void xr_intake_table_show (XrIntakeTable *table, int state);
/* The row of the preview that stands in a row of the table; the field of a column. */
guint xr_intake_table_row (const XrIntakeTable *table, guint row);
guint xr_intake_table_field (const XrIntakeTable *table, guint column);
guint xr_intake_table_n_rows (const XrIntakeTable *table);
/* Where a row of the preview stands; FALSE when it isn't shown. */
gboolean xr_intake_table_find (const XrIntakeTable *table, guint preview_row, guint *row);
/* The column of a field; FALSE when it isn't shown. */
gboolean xr_intake_table_find_column (const XrIntakeTable *table, guint field, guint *column);

/* "New" and the like, translated, with a sign before it that tells them apart without colour. */
const char *xr_intake_state_label (XrPreviewState state);

G_END_DECLS
