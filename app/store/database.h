/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One connection to an office file, and the statements on it. Not thread-safe: one thread a
 * connection; a reader on another thread opens its own. */
typedef struct _XrDatabase XrDatabase;
typedef struct _XrStatement XrStatement;

#define XR_STORE_ERROR (xr_store_error_quark ())
GQuark xr_store_error_quark (void);

typedef enum
{
  XR_STORE_ERROR_FAILED,     /* anything else; the message has SQLite's words */
  XR_STORE_ERROR_EXISTS,     /* the file to make is there already */
  XR_STORE_ERROR_MISSING,    /* no such file */
  XR_STORE_ERROR_FOREIGN,    /* not an office file */
  XR_STORE_ERROR_NEWER,      /* written by a newer version of the program */
  XR_STORE_ERROR_OLDER,      /* written by an older version: opening it for writing brings it up */
  XR_STORE_ERROR_DAMAGED,    /* an office file that SQLite finds corrupt */
  XR_STORE_ERROR_LOCKED,     /* somebody else writes to it */
  XR_STORE_ERROR_READ_ONLY,  /* a write to a file that is open for reading only */
  XR_STORE_ERROR_FULL,       /* the disk is full */
  XR_STORE_ERROR_CONSTRAINT, /* a row that the schema refuses */
  XR_STORE_ERROR_NOTHING_TO_UNDO,
} XrStoreError;

typedef enum
{
  XR_OPEN_CREATE, /* must not exist; made with the newest schema, file mode 0600 */
  XR_OPEN_WRITE,  /* takes the writer's lock; becomes XR_OPEN_READ when another program has it */
  XR_OPEN_READ,
} XrOpenMode;

/**
 * xr_database_open:
 * @path: the office file
 *
 * Checks application_id, version and integrity before anything is written; brings an older file to the
 * newest schema step by step after a dated copy beside it was made; never touches a file that is
 * foreign, damaged or newer.
 *
 * Returns: (transfer full): NULL with XR_STORE_ERROR
 */
XrDatabase *xr_database_open (const char *path, XrOpenMode mode, GError **error);

/**
 * xr_database_open_beside:
 * @db: a connection that stays open meanwhile
 *
 * Another connection to the same file, for work in a thread: where @db may write, it writes under the same
 * lock. It reads what was committed before; while it has a transaction, nothing can be written through @db.
 *
 * Returns: (transfer full): NULL with XR_STORE_ERROR
 */
XrDatabase *xr_database_open_beside (XrDatabase *db, GError **error);
void xr_database_close (XrDatabase *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrDatabase, xr_database_close)

const char *xr_database_get_path (XrDatabase *db);
gboolean xr_database_is_read_only (XrDatabase *db);

/* A consistent copy of the file while it is in use (online backup API), written beside @path under a
 * temporary name and renamed; refuses to overwrite unless @overwrite. */
gboolean xr_database_backup (XrDatabase *db, const char *path, gboolean overwrite,
                             GCancellable *cancellable, GError **error);

/* Runs one statement that takes no parameters and returns no rows. */
gboolean xr_database_execute (XrDatabase *db, const char *sql, GError **error);
gint64 xr_database_last_id (XrDatabase *db);

/* Statements. Parameters are named (":post") and bound by name; an unknown name, surplus SQL text and a
 * column read out of range are programming errors. Statements of the same SQL text are cached, so that
 * preparing one again is cheap. */
typedef enum
{
  XR_STEP_ERROR = -1,
  XR_STEP_DONE = 0,
  XR_STEP_ROW = 1,
} XrStep;

/* Returns: (transfer full): freed with xr_statement_free(), which puts it back into the cache. */
XrStatement *xr_database_prepare (XrDatabase *db, const char *sql, GError **error);
void xr_statement_free (XrStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrStatement, xr_statement_free)

void xr_statement_bind_int (XrStatement *statement, const char *name, gint64 value);
/* NULL binds SQL NULL. */
void xr_statement_bind_text (XrStatement *statement, const char *name, const char *value);
void xr_statement_bind_blob (XrStatement *statement, const char *name, GBytes *value);
void xr_statement_bind_null (XrStatement *statement, const char *name);
XrStep xr_statement_step (XrStatement *statement, GError **error);
/* Steps a statement that returns no row to its end and resets it. */
gboolean xr_statement_run (XrStatement *statement, GError **error);
/* Ready for another round of binds; bindings are cleared. */
void xr_statement_reset (XrStatement *statement);

int xr_statement_n_columns (XrStatement *statement);
const char *xr_statement_column_name (XrStatement *statement, int column);
gboolean xr_statement_is_null (XrStatement *statement, int column);
gint64 xr_statement_get_int (XrStatement *statement, int column);
/* (transfer none), valid until the next step; NULL for SQL NULL. */
const char *xr_statement_get_text (XrStatement *statement, int column);
char *xr_statement_dup_text (XrStatement *statement, int column);
/* (transfer full), NULL for SQL NULL. */
GBytes *xr_statement_dup_blob (XrStatement *statement, int column);

/* What people call a table of the file, or with @column that column of it; NULL where there is no word. */
typedef const char *(*XrWordsFunc) (const char *table, const char *column);
/* Says how messages name tables and columns, for the whole process. */
void xr_store_set_words (XrWordsFunc func);

G_END_DECLS
