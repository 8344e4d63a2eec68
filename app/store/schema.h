/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* The steps that make the schema: resources/schema/001.sql, 002.sql … Step N brings version N-1 to
 * version N, in one transaction with the `user_version` and an entry of kind `schema` in the
 * record, so that a replay of the record applies it at the same place. A step holds plain
 * deterministic SQL and never changes once it was released. */

#define XR_SCHEMA_ENTRY_KIND "schema"

/* The newest version, the number of steps there are. */
int xr_schema_get_version (void);
/* Returns: (transfer full): the SQL text of the step that makes @version, 1 … */
char *xr_schema_dup_step (int version);
/* Applies the steps from the file's version to the newest. What was done stands when a later step
 * fails. */
gboolean xr_schema_upgrade (XrDatabase *db, GError **error);

G_END_DECLS
