/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A page of figures to read: sentences over the whole width and lines of cells, the first of which stands
 * left and the others right. It is filled anew whenever what it shows changes. */

#define XR_TYPE_FIGURE_TABLE (xr_figure_table_get_type ())
G_DECLARE_FINAL_TYPE (XrFigureTable, xr_figure_table, XR, FIGURE_TABLE, GtkWidget)

GtkWidget *xr_figure_table_new (void);
void xr_figure_table_clear (XrFigureTable *self);
gboolean xr_figure_table_is_empty (XrFigureTable *self);

/* A sentence; @css_class "heading" begins a part. Returns its label. (transfer none) */
GtkLabel *xr_figure_table_add_sentence (XrFigureTable *self, const char *text,
                                        const char *css_class);
/* A line of cells, ended by NULL; @css_class may be NULL. @plot: a last cell, or NULL. */
void xr_figure_table_add_cells (XrFigureTable *self, const char *const *cells,
                                const char *css_class, GtkWidget *plot);

G_END_DECLS
