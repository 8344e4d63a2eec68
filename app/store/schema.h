/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "store/database.h"

G_BEGIN_DECLS

/* The steps that make the schema: resources/schema/001.sql, 002.sql … Step N brings version N-1 to
 * version N. All that a file lacks run in one transaction, with the `user_version` and one entry of
 * kind `schema` in the record, so that a replay of the record runs them at the same place. A step holds
 * plain deterministic SQL and never changes once it was released. */

#define XR_SCHEMA_ENTRY_KIND "schema"

/* The newest version, the number of steps there are. */
int xr_schema_get_version (void);
/* Runs the steps that bring version @from to @to on @handle, in the caller's transaction; 0 ≤ @from <
 * @to ≤ the newest. */
gboolean xr_schema_run_steps (sqlite3 *handle, int from, int to, GError **error);
/* Brings the file to the newest version; when a step fails the file stays as it was. */
gboolean xr_schema_upgrade (XrDatabase *db, GError **error);

G_END_DECLS
