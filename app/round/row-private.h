/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/table.h"
#include "store/database.h"

G_BEGIN_DECLS

/* How rows go into the office file and come out of it: the SQL that follows from a description. Only
 * office.c and row-list.c use it; nothing here checks what is written. */

/* "SELECT key, owner, fields … FROM table", to be followed by WHERE and ORDER BY. (transfer full) */
char *xr_row_select_sql (const XrTable *table);
/* The row under a statement of xr_row_select_sql(). (transfer full) */
XrRow *xr_row_from_statement (const XrTable *table, XrStatement *statement);
gboolean xr_row_insert (XrRow *row, XrDatabase *db, GError **error);
/* Writes the fields that differ from what was loaded. */
gboolean xr_row_update (XrRow *row, XrDatabase *db, GError **error);

/* Whether the field was set since the row was loaded or made. */
gboolean xr_row_is_changed (XrRow *row, guint field);
/* Whether both rows hold the same; @a and @b of one table. */
gboolean xr_row_equal (XrRow *a, XrRow *b);
void xr_row_set_owner (XrRow *row, gint64 owner);
void xr_row_set_id (XrRow *row, gint64 id);

G_END_DECLS
