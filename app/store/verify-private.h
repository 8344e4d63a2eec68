/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the parts of a verification share. */

#include "store/database-private.h"
#include "store/record.h"

G_BEGIN_DECLS

/* Adds a sentence, which it takes; after some hundred of them only says that there are more. */
void xr_verification_add_fault (XrVerification *verification, char *sentence);

/* An empty database in a temporary place, in a transaction that never ends. */
sqlite3 *xr_replay_open_scratch (GError **error);
/**
 * xr_replay_entry:
 * @version: (inout): the schema version that @scratch has
 *
 * Does in @scratch what the entry says. FALSE with @error when it can't be done.
 */
gboolean xr_replay_entry (sqlite3 *scratch, const XrEntry *entry, const void *payload, gsize length,
                          gint64 *version, GError **error);

/**
 * xr_compare_databases:
 * @file: what is there
 * @scratch: what should be there
 *
 * Compares the schema and then every table but the record, row by row, and adds a fault for each row
 * and column that differs.
 */
gboolean xr_compare_databases (sqlite3 *file, sqlite3 *scratch, XrVerification *verification,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
