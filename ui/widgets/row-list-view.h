/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"
#include "widgets/row-dialog.h"

G_BEGIN_DECLS

/* The rows that an owner has in a table, with the ways to add, edit and delete them, all made from the
 * table's description. Rows of a closed stage can only be read; those of a frozen plan are amended.
 *
 * In a .ui file:
 *   <object class="XrRowListView" id="posts"><property name="table">post</property></object>
 * and in the page's refresh or set_round: xr_row_list_view_set_owner (self->posts, office, round).
 *
 * Properties: `table` (construct-only), `selected` (XrRow, read-only, notified), `title-visible`.
 * Signals: `prepare-row` (XrRow): a new row before its dialog, to fill in what the page knows.
 * Actions: rows.add, rows.edit, rows.delete, each also by key (Ctrl+N, F2 or Enter, Delete). */

#define XR_TYPE_ROW_LIST_VIEW (xr_row_list_view_get_type ())
G_DECLARE_FINAL_TYPE (XrRowListView, xr_row_list_view, XR, ROW_LIST_VIEW, AdwBin)

XrRowListView *xr_row_list_view_new (const char *table);
const XrTable *xr_row_list_view_get_table (XrRowListView *self);

/* Shows the rows whose owner column is @owner; 0: none, but all of a table without owners. */
void xr_row_list_view_set_owner (XrRowListView *self, XrOffice *office, gint64 owner);
/* Shows all rows of @round, whoever in it owns them; the dialog of a new row asks for its owner. */
void xr_row_list_view_set_round (XrRowListView *self, XrOffice *office, gint64 round);
/* For rows that are listed by another column than the owner's, such as judges of a post: new rows still
 * belong to @owner. @column NULL: all. @match: the canonical
 * text that rows must have there, and that new rows get. */
void xr_row_list_view_set_match (XrRowListView *self, const char *column, const char *match);

/* The row that is selected, or NULL. (transfer none) */
XrRow *xr_row_list_view_get_selected (XrRowListView *self);
gboolean xr_row_list_view_select (XrRowListView *self, gint64 id);
guint xr_row_list_view_get_n_rows (XrRowListView *self);

/* What saving a row of this list does instead of xr_office_save(). */
void xr_row_list_view_set_save (XrRowListView *self, XrRowSaveFunc save, gpointer data);
typedef void (*XrRowAddFunc) (GtkWidget *widget, gpointer data);
/* What Add does instead of the dialog, for rows that begin with something else than fields. */
void xr_row_list_view_set_add (XrRowListView *self, XrRowAddFunc add, gpointer data);
/* Adds a widget of the page's own to the toolbar, before Add. */
void xr_row_list_view_add_tool (XrRowListView *self, GtkWidget *tool);
/* Hides columns (names of fields, ended by NULL) that say nothing on this page. */
void xr_row_list_view_hide_columns (XrRowListView *self, const char *const *names);

G_END_DECLS
