/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The parts of the record that the files of store/ share. */

#include "store/record.h"

G_BEGIN_DECLS

/* The parent of the first entry. */
#define XR_ZERO_HASH "0000000000000000000000000000000000000000000000000000000000000000"

/* Columns of `record` in the order that xr_entry_from_row() reads. */
#define XR_ENTRY_COLUMNS                                                                           \
  "height, parent, time, operator, kind, subject, reason, round, target, flags, hash"

/* Returns: (transfer full): the entry in the row that @statement stands on; its first columns are
 * XR_ENTRY_COLUMNS */
XrEntry *xr_entry_from_row (XrStatement *statement);
/* SHA-256 over every column but the hash itself, each with its length before it. */
char *xr_entry_dup_hash (const XrEntry *entry, const void *payload, gsize length);

/* Returns: (transfer full): NULL without @error when there is none */
XrEntry *xr_record_get_entry (XrDatabase *db, gint64 height, GError **error);
GBytes *xr_record_dup_payload (XrDatabase *db, gint64 height, GError **error);

/**
 * xr_record_append:
 * @entry: height, parent, time and hash are worked out here, whatever they hold
 * @payload: (transfer full): a changeset from sqlite3_malloc(), NULL when it is empty
 *
 * Writes the next entry; the caller has begun the transaction and ends it.
 */
gboolean xr_record_append (XrDatabase *db, const XrEntry *entry, void *payload, gsize length,
                           GError **error);

/* As the public functions, for an entry that is there as a whole. */
gboolean xr_record_commit_entry (XrDatabase *db, const XrEntry *entry, GError **error);

G_END_DECLS
