/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "round/row-private.h"

G_BEGIN_DECLS

/* What the parts of the document in round/ share. */

/* The one number that @sql gives with its parameter :id, 0 when it gives none. */
gint64 xr_office_query_int (XrOffice *office, const char *sql, gint64 id);
/* Says in the program's words why the file refused a row. Takes @cause. */
void xr_office_propagate (XrOffice *office, GError **error, GError *cause);
/* Which round a row of @table owned by @owner belongs to; 0: the office. */
gint64 xr_office_round_of_owner (XrOffice *office, const XrTable *table, gint64 owner);

/* xr_office_write() without looking at stage and plan, for amendments and previews. */
gboolean xr_office_write_unfrozen (XrOffice *office, XrRow *row, GError **error);
/* Inside a transaction: saves @row, or with @remove deletes it, whatever is announced. */
gboolean xr_office_change_unfrozen (XrOffice *office, XrRow *row, gboolean remove, GError **error);

/* A sheet came that waits for the record (waiting.c): from now on undo takes it before older entries. */
void xr_office_note_waiting (XrOffice *office);

/* The cached case and result, owned by the office and dropped with every change. */
typedef struct
{
  gint64 round;
  XrCase *contest;
  XrResult *result;
} XrResultCache;

XrResultCache *xr_office_get_result_cache (XrOffice *office);
void xr_result_cache_clear (XrResultCache *cache);

G_END_DECLS
