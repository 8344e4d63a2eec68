/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "widgets/field-grid.h"

G_BEGIN_DECLS

/* Saves what the dialog holds; FALSE keeps the dialog open and shows the sentence. */
typedef gboolean (*XrRowSaveFunc) (XrOffice *office, XrRow *row, gpointer data, GError **error);

/**
 * xr_row_dialog_present:
 * @row: a new row, or one of the file; it is copied
 * @round: the round that references point into, for a row that has no owner yet
 * @save: (nullable): what accepting does; NULL: xr_office_save()
 *
 * The dialog that is made from the description of @row's table. Enter accepts, Escape closes. In a
 * frozen plan accepting goes on to the amendment: reason, two names and what it does to the ranks.
 */
void xr_row_dialog_present (GtkWidget *widget, XrOffice *office, XrRow *row, gint64 round,
                            XrRowSaveFunc save, gpointer data);

/* The same for some fields only: @fields are their names, ended by NULL, and stay where they are. */
void xr_row_dialog_present_fields (GtkWidget *widget, XrOffice *office, XrRow *row, gint64 round,
                                   const char *const *fields, XrRowSaveFunc save, gpointer data);

G_END_DECLS
