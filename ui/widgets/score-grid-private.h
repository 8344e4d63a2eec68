/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/score-grid.h"

G_BEGIN_DECLS

/* What the parts of the grid share: score-grid.c moves and edits, score-grid-input.c listens,
 * score-grid-draw.c measures and draws. */

typedef struct
{
  guint row, column;
} XrGridCell;

struct _XrScoreGrid
{
  GtkWidget parent_instance;

  XrGridModel *model;
  gulong changed_id;
  gboolean pad, judged;

  GtkAdjustment *hadjustment, *vadjustment;
  gulong hvalue_id, vvalue_id;
  GtkScrollablePolicy hpolicy, vpolicy;

  XrGridCell cursor, anchor; /* the selection is between them */
  gboolean faulty;           /* the cell under the cursor was refused */
  GtkText *editor;
  gboolean editing;

  PangoLayout *layout;
  int row_height, header_height, title_width;
  GArray *column_edges; /* int: where each column ends, from 0 */
  GArray *figure_edges; /* int: where each figure ends, from the last column */
};

/* Measures texts; after a change of the model or the font. */
void xr_score_grid_measure (XrScoreGrid *self);
int xr_score_grid_columns_width (XrScoreGrid *self);
int xr_score_grid_figures_width (XrScoreGrid *self);
/* How much of the columns and rows can be seen. */
int xr_score_grid_view_width (XrScoreGrid *self);
int xr_score_grid_view_height (XrScoreGrid *self);
/* The place of a cell in the widget. */
GdkRectangle xr_score_grid_cell_area (XrScoreGrid *self, guint row, guint column);
/* FALSE where there is no cell. */
gboolean xr_score_grid_find_cell (XrScoreGrid *self, double x, double y, XrGridCell *cell);
void xr_score_grid_draw (XrScoreGrid *self, GtkSnapshot *snapshot);

/* No rows or no columns: there is no cursor. */
gboolean xr_score_grid_is_empty (XrScoreGrid *self);
gboolean xr_score_grid_can_edit (XrScoreGrid *self);
/* Puts the cursor into a cell, or the one nearest to it; @extend keeps the other end of the selection. */
void xr_score_grid_move (XrScoreGrid *self, guint row, guint column, gboolean extend);
/* To the next cell (@by −1: the one before), going on in the next row, or column. */
void xr_score_grid_step (XrScoreGrid *self, int by, gboolean in_row);
void xr_score_grid_open_editor (XrScoreGrid *self, const char *text, gboolean select);
void xr_score_grid_close_editor (XrScoreGrid *self);
/* Gives up what was typed. */
void xr_score_grid_cancel_editor (XrScoreGrid *self);
/* Types @text into the cell under the cursor; FALSE: it was refused, and the message says why. */
gboolean xr_score_grid_set_cell (XrScoreGrid *self, const char *text);
void xr_score_grid_install_actions (GtkWidgetClass *widget_class);
void xr_score_grid_add_controllers (XrScoreGrid *self);

static inline guint
xr_score_grid_shift (guint value, int by)
{
  return by < 0 && value < (guint) -by ? 0 : (guint) ((int) value + by);
}

G_END_DECLS
