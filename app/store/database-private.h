/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of store/ share about a connection. Nobody outside store/ includes this. */

#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#include "store/database.h"
#include "store/lock.h"

G_BEGIN_DECLS

/* The application_id of an office file: "Xuan" in ASCII, at byte 68 of the file. */
#define XR_APPLICATION_ID 0x5875616e

struct _XrDatabase
{
  sqlite3 *handle;
  char *path;   /* as the caller gave it, made absolute */
  char *copy;   /* folder of the private copy that is read instead, or NULL */
  XrLock *lock; /* writer's lock, NULL when read-only */
  gboolean read_only;

  GHashTable *idle; /* SQL text → XrStatement that is not in use */
  GQueue recent;    /* the same statements, least recently used last */
  guint n_in_use;

  sqlite3_session *session; /* while a recorded transaction is open */
  gboolean committing;      /* the commit under way is one of store/'s own */
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* Sets @error from what @handle said last. Returns: FALSE, so that callers can return it. */
gboolean xr_store_set_error (sqlite3 *handle, GError **error);
/* Why SQLite gave the extended result @rc, in words for the brackets of a sentence. */
const char *xr_store_reason (int rc);
/* What people call the table, or with @column that column of it; the bare name where nobody said. */
const char *xr_store_word (const char *table, const char *column);
/* The code of XR_STORE_ERROR that an SQLite result stands for. */
XrStoreError xr_store_error_from_sqlite (int rc, int system_errno);

/* Opens @path with SQLite flags; @immutable reads the main file only and makes no other file beside
 * it. The handle has the settings that every connection of ours has, but nothing was read yet. */
sqlite3 *xr_database_connect (const char *path, int flags, gboolean immutable, GError **error);
/* Reads a pragma that is an integer. */
gboolean xr_database_read_pragma (sqlite3 *handle, const char *name, gint64 *value, GError **error);

/* Runs several statements of trusted SQL text. */
gboolean xr_database_run_script (sqlite3 *handle, const char *sql, GError **error);
/* Wraps @handle, which it takes, with no lock. */
XrDatabase *xr_database_new_for_handle (sqlite3 *handle, const char *path);

/* BEGIN IMMEDIATE; refuses on a read-only connection. */
gboolean xr_database_begin (XrDatabase *db, GError **error);
/* COMMIT; rolls back when it fails. */
gboolean xr_database_commit (XrDatabase *db, GError **error);
void xr_database_rollback (XrDatabase *db);

/* Statements of every kind that are in the cache are finalized. */
void xr_database_drop_statements (XrDatabase *db);
sqlite3_stmt *xr_statement_get_handle (XrStatement *statement);
/* Takes @data, which sqlite3_malloc() made. */
void xr_statement_bind_sqlite_blob (XrStatement *statement, const char *name, void *data,
                                    gsize length);

G_END_DECLS
