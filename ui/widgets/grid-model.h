/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "round/score-sheet.h"

G_BEGIN_DECLS

/* A table of cells to type into, without a widget: titles, texts, flags, and figures at the right that
 * are worked out. Where the cells come from and go to is the business of an XrGridSource. The model
 * follows the office file: after a change it emits `changed`, and is read again when next looked at. */

#define XR_TYPE_GRID_MODEL (xr_grid_model_get_type ())
G_DECLARE_FINAL_TYPE (XrGridModel, xr_grid_model, XR, GRID_MODEL, GObject)

/* What is typed into a cell. */
typedef struct
{
  guint row, column;
  char *text;
} XrGridEntry;

typedef struct
{
  /* Adds columns, figures and rows, then fills cells. */
  void (*load) (XrGridModel *model, gpointer data);
  /* Takes what was typed into a cell. NULL: set_all() does. */
  gboolean (*set) (XrGridModel *model, guint row, guint column, const char *text, gpointer data,
                   GError **error);
  /* The same for several cells: all or none. NULL where there is paste(). */
  gboolean (*set_all) (XrGridModel *model, const XrGridEntry *entries, guint n, gpointer data,
                       GError **error);
  /* A block as spreadsheets copy it, all or none; NULL: it is cut into cells for set_all(). */
  gboolean (*paste) (XrGridModel *model, guint row, guint column, const char *block, gpointer data,
                     GError **error);
  /* A single key that fills the cell at once; FALSE: it begins a text. NULL: every key does. */
  gboolean (*type) (XrGridModel *model, guint row, guint column, gunichar key, gpointer data);
  /* A source with very many rows keeps them itself: load() adds the columns only, and these answer for rows.
   * All or none of them are there. Texts are valid until the next `changed`. */
  guint (*n_rows) (gpointer data);
  const char *(*row_title) (guint row, gpointer data);
  const char *(*text) (guint row, guint column, gpointer data);
  XrCellFlags (*flags) (guint row, guint column, gpointer data);
} XrGridSource;

/* @office: (nullable): what the model follows. @source is static; @data is freed with @free_data. */
XrGridModel *xr_grid_model_new (XrOffice *office, const XrGridSource *source, gpointer data,
                                GDestroyNotify free_data);
/* To be read again; emits `changed`. */
void xr_grid_model_reload (XrGridModel *model);

/* ---- for load(): ids are the source's own */
void xr_grid_model_add_column (XrGridModel *model, const char *title, const char *group, gint64 id,
                               gint64 sub_id);
void xr_grid_model_add_figure (XrGridModel *model, const char *title);
void xr_grid_model_add_row (XrGridModel *model, const char *title, gint64 id);
void xr_grid_model_set_cell (XrGridModel *model, guint row, guint column, const char *text,
                             XrCellFlags flags);
/* Nothing can be typed into any cell from now on. */
void xr_grid_model_lock (XrGridModel *model);
void xr_grid_model_set_figure (XrGridModel *model, guint row, guint figure, const char *text);
/* Why a figure is missing, for a tooltip. */
void xr_grid_model_set_note (XrGridModel *model, guint row, const char *note);

/* ---- for readers; texts are valid until the next `changed` */
guint xr_grid_model_n_rows (XrGridModel *model);
guint xr_grid_model_n_columns (XrGridModel *model);
guint xr_grid_model_n_figures (XrGridModel *model);
const char *xr_grid_model_row_title (XrGridModel *model, guint row);
gint64 xr_grid_model_row_id (XrGridModel *model, guint row);
const char *xr_grid_model_row_note (XrGridModel *model, guint row);
const char *xr_grid_model_column_title (XrGridModel *model, guint column);
/* The title over several columns, or NULL. */
const char *xr_grid_model_column_group (XrGridModel *model, guint column);
gint64 xr_grid_model_column_id (XrGridModel *model, guint column);
gint64 xr_grid_model_column_sub_id (XrGridModel *model, guint column);
const char *xr_grid_model_figure_title (XrGridModel *model, guint figure);
const char *xr_grid_model_figure (XrGridModel *model, guint row, guint figure);
const char *xr_grid_model_cell (XrGridModel *model, guint row, guint column);
XrCellFlags xr_grid_model_cell_flags (XrGridModel *model, guint row, guint column);

gboolean xr_grid_model_set (XrGridModel *model, guint row, guint column, const char *text,
                            GError **error);
gboolean xr_grid_model_paste (XrGridModel *model, guint row, guint column, const char *block,
                              GError **error);
gboolean xr_grid_model_type (XrGridModel *model, guint row, guint column, gunichar key);

G_END_DECLS
