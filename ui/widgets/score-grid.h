/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/grid-model.h"

G_BEGIN_DECLS

/* A table of cells typed into as in a spreadsheet: one drawn widget with one floating editor, so that
 * forty columns stay quick. Titles at the left and figures at the right stand still; put it into a
 * GtkScrolledWindow.
 *
 * Keys: arrows, Tab, Enter (down), typing over, F2, Delete, Ctrl+C, Ctrl+V, H (回避), Q (缺席).
 * Signals: `message` (char *): why the last entry was refused, NULL when there is nothing to say;
 * `moved`: the cursor is in another cell; `absent` (guint row): Q was pressed; `accept`: Enter in a pad.
 * Actions: grid.edit, grid.clear, grid.recuse, grid.absent, grid.copy, grid.paste. */

#define XR_TYPE_SCORE_GRID (xr_score_grid_get_type ())
G_DECLARE_FINAL_TYPE (XrScoreGrid, xr_score_grid, XR, SCORE_GRID, GtkWidget)

XrScoreGrid *xr_score_grid_new (void);
void xr_score_grid_set_model (XrScoreGrid *self, XrGridModel *model);
XrGridModel *xr_score_grid_get_model (XrScoreGrid *self);
/* The accessible name of the whole table. */
void xr_score_grid_set_title (XrScoreGrid *self, const char *title);
/* As a pad: keys go on to the next cell, row by row; Backspace goes back; Enter accepts. */
void xr_score_grid_set_pad (XrScoreGrid *self, gboolean pad);
/* Whether H and Q mean 回避 and 缺席. */
void xr_score_grid_set_judged (XrScoreGrid *self, gboolean judged);
/* FALSE while the table is empty. */
gboolean xr_score_grid_get_cursor (XrScoreGrid *self, guint *row, guint *column);
/* The rows from @first to @last that are marked, the cursor's among them; FALSE while the table is empty. */
gboolean xr_score_grid_get_rows (XrScoreGrid *self, guint *first, guint *last);
void xr_score_grid_set_cursor (XrScoreGrid *self, guint row, guint column);
/* 「03 张三 · 评委甲: 85.5」, of the cell under the cursor. (transfer full) */
char *xr_score_grid_dup_cursor_text (XrScoreGrid *self);
/* Ends the editor, taking what it holds. FALSE: it was refused. */
gboolean xr_score_grid_commit (XrScoreGrid *self);
/* Marks a cell as wrong with a sentence, NULL: nothing is wrong. */
void xr_score_grid_set_message (XrScoreGrid *self, const char *message);

G_END_DECLS
