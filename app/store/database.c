/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening, making and closing an office file, and the plain transactions that record.c and schema.c
 * are built on. A file is looked at through a connection that leaves no trace until it is known to
 * be ours. */

#define G_LOG_DOMAIN "xr-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/backup.h"
#include "store/database-private.h"
#include "store/place.h"
#include "store/schema.h"

/* Above this size the whole file isn't read at every opening; damage then shows where it is met,
 * and in `verify`. A file of 20 rounds and 2,000 people has about 5 MB. */
#define QUICK_CHECK_LIMIT (32 * 1024 * 1024)

/* ---------------------------------------------------------------- files that are open here */

/* Locks of a file belong to the whole process: to open and close it by anything but SQLite takes away those
 * of every connection, and another program then throws the log away under them. So it is known here which
 * files have a connection; nobody else touches those. */
static GMutex open_mutex;
static GHashTable *open_paths; /* char * → number of connections */

static void
count_open (const char *path, int by)
{
  int n;

  if (path == NULL)
    return;
  g_mutex_lock (&open_mutex);
  if (open_paths == NULL)
    open_paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  n = GPOINTER_TO_INT (g_hash_table_lookup (open_paths, path)) + by;
  if (n > 0)
    g_hash_table_insert (open_paths, g_strdup (path), GINT_TO_POINTER (n));
  else
    g_hash_table_remove (open_paths, path);
  g_mutex_unlock (&open_mutex);
}

static gboolean
is_open_here (const char *path)
{
  gboolean is_open;

  g_mutex_lock (&open_mutex);
  is_open = open_paths != NULL && g_hash_table_contains (open_paths, path);
  g_mutex_unlock (&open_mutex);
  return is_open;
}

/* ---------------------------------------------------------------- connection */

/* Nothing is written but by recorded transactions and schema steps: a stray write is a mistake of
 * the program, and is turned into a rollback. */
static int
commit_cb (void *user_data)
{
  XrDatabase *db = user_data;

  if (db->committing)
    return 0;
  g_critical ("A change outside of a recorded transaction was refused");
  return 1;
}

XrDatabase *
xr_database_new_for_handle (sqlite3 *handle, const char *path)
{
  XrDatabase *db = g_new0 (XrDatabase, 1);

  db->handle = handle;
  db->path = g_strdup (path);
  count_open (path, 1);
  db->idle = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&db->recent);
  sqlite3_commit_hook (handle, commit_cb, db);
  return db;
}

static void
remove_copy (XrDatabase *db)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat ("copy", endings[i], NULL);
      g_autofree char *path = g_build_filename (db->copy, name, NULL);

      g_unlink (path);
    }
  g_rmdir (db->copy);
}

void
xr_database_close (XrDatabase *db)
{
  g_return_if_fail (db != NULL);

  if (db->session != NULL)
    g_critical ("An office file is closed in the middle of a transaction");
  g_clear_pointer (&db->session, sqlite3session_delete);
  xr_database_rollback (db);
  if (db->n_in_use > 0)
    g_critical ("An office file is closed with %u statements in use", db->n_in_use);
  xr_database_drop_statements (db);
  g_hash_table_unref (db->idle);
  sqlite3_close (db->handle);
  /* The lock goes last, when SQLite has put everything into the file. */
  g_clear_pointer (&db->lock, xr_lock_release);
  if (db->copy != NULL)
    remove_copy (db);
  count_open (db->path, -1);
  g_free (db->copy);
  g_free (db->path);
  g_free (db);
}

const char *
xr_database_get_path (XrDatabase *db)
{
  g_return_val_if_fail (db != NULL, NULL);
  return db->path;
}

gboolean
xr_database_is_read_only (XrDatabase *db)
{
  g_return_val_if_fail (db != NULL, TRUE);
  return db->read_only;
}

/* ---------------------------------------------------------------- transactions */

gboolean
xr_database_begin (XrDatabase *db, GError **error)
{
  if (!db->read_only)
    return xr_database_execute (db, "BEGIN IMMEDIATE", error);
  g_set_error_literal (error, XR_STORE_ERROR, XR_STORE_ERROR_READ_ONLY,
                       _ ("The office file is open for reading only: nothing can be changed."));
  return FALSE;
}

gboolean
xr_database_commit (XrDatabase *db, GError **error)
{
  gboolean done;

  db->committing = TRUE;
  done = xr_database_execute (db, "COMMIT", error);
  db->committing = FALSE;
  if (!done)
    xr_database_rollback (db);
  return done;
}

void
xr_database_rollback (XrDatabase *db)
{
  /* After some errors SQLite has rolled back already. What a rollback itself can't write, the next
   * opening takes back. */
  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

/* Pragmas that write to the file. */
static gboolean
write_pragma (XrDatabase *db, const char *sql, GError **error)
{
  gboolean done;

  db->committing = TRUE;
  done = xr_database_run_script (db->handle, sql, error);
  db->committing = FALSE;
  return done;
}

gboolean
xr_database_execute (XrDatabase *db, const char *sql, GError **error)
{
  g_autoptr (XrStatement) statement = NULL;

  g_return_val_if_fail (db != NULL && sql != NULL, FALSE);

  statement = xr_database_prepare (db, sql, error);
  return statement != NULL && xr_statement_run (statement, error);
}

gint64
xr_database_last_id (XrDatabase *db)
{
  g_return_val_if_fail (db != NULL, 0);
  return sqlite3_last_insert_rowid (db->handle);
}

/* ---------------------------------------------------------------- looking */

static gboolean
set_error_for_file (GError **error, XrStoreError code, const char *sentence, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, XR_STORE_ERROR, (int) code, sentence, name);
  return FALSE;
}

static gboolean
check_marks (gint64 id, gint64 version, const char *path, GError **error)
{
  if (id != XR_APPLICATION_ID)
    return set_error_for_file (
      error, XR_STORE_ERROR_FOREIGN,
      _ ("“%s” is not an office file. Open one whose name ends in .xuanren."), path);
  if (version > xr_schema_get_version ())
    return set_error_for_file (
      error, XR_STORE_ERROR_NEWER,
      _ ("“%s” was written by a newer version of the program. Update the program to open it."),
      path);
  if (version < 1)
    return set_error_for_file (
      error, XR_STORE_ERROR_DAMAGED,
      _ ("The office file “%s” is damaged. Open the newest backup instead."), path);
  return TRUE;
}

static gboolean
check_identity (sqlite3 *handle, const char *path, GError **error)
{
  gint64 id, version;

  return xr_database_read_pragma (handle, "application_id", &id, error)
         && xr_database_read_pragma (handle, "user_version", &version, error)
         && check_marks (id, version, path, error);
}

static gint64
read_mark (const guint8 *header, gsize offset)
{
  guint32 mark;

  memcpy (&mark, header + offset, sizeof mark);
  return (gint32) GUINT32_FROM_BE (mark);
}

/* The marks that SQLite keeps in the head of the file (its file format, section 1.3). SQLite itself isn't
 * asked: without the log beside it, the main file of a program that was killed while the log was
 * brought over is half done, and it would call it damaged. */
static gboolean
check_header (const char *path, GError **error)
{
  static const char magic[16] = "SQLite format 3";
  guint8 header[100];
  FILE *file = g_fopen (path, "rb");
  gsize n = 0;

  if (file != NULL)
    {
      n = fread (header, 1, sizeof header, file);
      fclose (file);
    }
  if (n < sizeof header || memcmp (header, magic, sizeof magic) != 0)
    return set_error_for_file (
      error, XR_STORE_ERROR_FOREIGN,
      _ ("“%s” is not an office file. Open one whose name ends in .xuanren."), path);
  return check_marks (read_mark (header, 68), read_mark (header, 60), path, error);
}

/* Reads the head of the main file alone, without locks and without files beside it. */
static gboolean
look_from_outside (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return set_error_for_file (error, XR_STORE_ERROR_MISSING, _ ("There is no file “%s”."), path);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return set_error_for_file (
      error, XR_STORE_ERROR_FOREIGN,
      _ ("“%s” is not an office file. Open one whose name ends in .xuanren."), path);
  if (g_access (path, R_OK) != 0)
    return set_error_for_file (error, XR_STORE_ERROR_FAILED,
                               _ ("You are not allowed to read the file “%s”."), path);
  return is_open_here (path) || check_header (path, error);
}

/* SQLite heads a broken page or tree with these words. Everything else that it finds is a row that
 * breaks a constraint: somebody meddled, and `verify` must be able to open the file and say where.
 */
static gboolean
is_structural (const char *finding)
{
  return g_str_has_prefix (finding, "*** in database");
}

static gboolean
check_structure (sqlite3 *handle, const char *path, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  GStatBuf status;
  int rc;

  if (g_stat (path, &status) == 0 && status.st_size > QUICK_CHECK_LIMIT)
    return TRUE;
  if (sqlite3_prepare_v2 (handle, "PRAGMA quick_check", -1, &statement, NULL) != SQLITE_OK)
    return xr_store_set_error (handle, error);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    if (is_structural ((const char *) sqlite3_column_text (statement, 0)))
      return set_error_for_file (
        error, XR_STORE_ERROR_DAMAGED,
        _ ("The office file “%s” is damaged. Open the newest backup instead."), path);
  return rc == SQLITE_DONE || xr_store_set_error (handle, error);
}

/* ---------------------------------------------------------------- opening */

/* A handle on a file that is ours. When it is refused the file is left as it is, with the log that
 * was beside it. */
static sqlite3 *
connect_and_check (const char *path, int flags, gboolean immutable, GError **error)
{
  g_autoptr (sqlite3) handle = NULL;
  gboolean pending = xr_place_has_pending_log (path);

  handle = xr_database_connect (path, flags, immutable, error);
  if (handle == NULL)
    return NULL;
  sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, pending, NULL);
  if (!check_identity (handle, path, error) || !check_structure (handle, path, error))
    return NULL;
  sqlite3_db_config (handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return g_steal_pointer (&handle);
}

static gboolean
copy_file (const char *from, const char *folder, const char *ending, GError **error)
{
  g_autofree char *source_path = g_strconcat (from, ending, NULL);
  g_autofree char *name = g_strconcat ("copy", ending, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (source_path);
  g_autoptr (GFile) target = g_file_new_build_filename (folder, name, NULL);

  return g_file_copy (source, target, G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, error);
}

/* For a folder where nothing can be made beside the file: a log that waits there can only be read
 * through a copy. */
static XrDatabase *
open_through_copy (const char *path, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("xuanren-XXXXXX", error);
  g_autofree char *copy = NULL;
  sqlite3 *handle = NULL;
  XrDatabase *db;

  if (folder == NULL)
    return NULL;
  copy = g_build_filename (folder, "copy", NULL);
  if (copy_file (path, folder, "", error) && copy_file (path, folder, "-wal", error))
    handle = connect_and_check (copy, SQLITE_OPEN_READWRITE, FALSE, error);
  db = handle != NULL ? xr_database_new_for_handle (handle, path) : g_new0 (XrDatabase, 1);
  db->copy = g_steal_pointer (&folder);
  if (handle != NULL)
    return db;
  remove_copy (db);
  g_free (db->copy);
  g_free (db);
  return NULL;
}

static gboolean
is_out_of_reach (const GError *error)
{
  return g_error_matches (error, XR_STORE_ERROR, XR_STORE_ERROR_FAILED)
         || g_error_matches (error, XR_STORE_ERROR, XR_STORE_ERROR_READ_ONLY);
}

static gboolean
is_folder_read_only (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (folder, W_OK) != 0;
}

static XrDatabase *
connect_read_only (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3 *handle;

  /* Opened for writing, where that is allowed, so that the files beside it are tidied up when the
   * last reader goes; query_only keeps us from writing. */
  handle = connect_and_check (path, SQLITE_OPEN_READWRITE, FALSE, &local_error);
  if (handle != NULL)
    return xr_database_new_for_handle (handle, path);
  if (!is_out_of_reach (local_error) || !is_folder_read_only (path))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (xr_place_has_pending_log (path))
    return open_through_copy (path, error);
  handle = connect_and_check (path, SQLITE_OPEN_READONLY, TRUE, error);
  return handle != NULL ? xr_database_new_for_handle (handle, path) : NULL;
}

static gboolean
check_version_for_reading (XrDatabase *db, GError **error)
{
  gint64 version;

  if (!xr_database_read_pragma (db->handle, "user_version", &version, error))
    return FALSE;
  if (version == xr_schema_get_version ())
    return TRUE;
  return set_error_for_file (
    error, XR_STORE_ERROR_OLDER,
    _ (
      "“%s” was written by an older version of the program and has to be opened for writing once."),
    db->path);
}

static XrDatabase *
open_for_reading (const char *path, GError **error)
{
  g_autoptr (XrDatabase) db = connect_read_only (path, error);

  if (db == NULL)
    return NULL;
  db->read_only = TRUE;
  if (!xr_database_run_script (db->handle, "PRAGMA query_only = ON", error)
      || !check_version_for_reading (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

/* A file that is to be changed in shape is copied first; the copy says which version it holds. */
static gboolean
bring_up_to_date (XrDatabase *db, GError **error)
{
  gint64 version;

  if (!xr_database_read_pragma (db->handle, "user_version", &version, error))
    return FALSE;
  if (version == xr_schema_get_version ())
    return TRUE;
  return xr_backup_before_upgrade (db, (int) version, error) && xr_schema_upgrade (db, error);
}

static XrDatabase *
open_with_lock (const char *path, XrLock *lock, GError **error)
{
  g_autoptr (XrDatabase) db = NULL;
  sqlite3 *handle = connect_and_check (path, SQLITE_OPEN_READWRITE, FALSE, error);

  if (handle == NULL)
    {
      xr_lock_release (lock);
      return NULL;
    }
  db = xr_database_new_for_handle (handle, path);
  db->lock = lock;
  if (sqlite3_db_readonly (handle, "main") == 1)
    {
      g_clear_pointer (&db, xr_database_close);
      return open_for_reading (path, error);
    }
  if (!write_pragma (db, "PRAGMA journal_mode = WAL", error) || !bring_up_to_date (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

static XrDatabase *
open_for_writing (const char *path, GError **error)
{
  XrLock *lock = xr_lock_acquire (path, NULL);

  /* Whatever keeps us from the lock, another writer or a folder that is read-only, reading may do.
   */
  return lock != NULL ? open_with_lock (path, lock, error) : open_for_reading (path, error);
}

/* ---------------------------------------------------------------- making */

static gboolean
fill_new_file (const char *path, GError **error)
{
  g_autoptr (XrDatabase) db = NULL;
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", XR_APPLICATION_ID);
  sqlite3 *handle = xr_database_connect (path, SQLITE_OPEN_READWRITE, FALSE, error);

  if (handle == NULL)
    return FALSE;
  db = xr_database_new_for_handle (handle, path);
  return write_pragma (db, mark, error) && xr_schema_upgrade (db, error)
         && write_pragma (db, "PRAGMA journal_mode = WAL", error);
}

/* The file appears under its name when it is whole. */
static gboolean
make_file (const char *path, GError **error)
{
  g_autofree char *temporary = xr_place_make_temporary (path, error);
  gboolean done;

  if (temporary == NULL)
    return FALSE;
  done = xr_place_check_free (path, error) && fill_new_file (temporary, error)
         && xr_place_put (temporary, path, FALSE, error);
  if (!done)
    xr_place_remove_temporary (temporary);
  return done;
}

XrDatabase *
xr_database_open (const char *path, XrOpenMode mode, GError **error)
{
  g_autofree char *absolute = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  if (mode == XR_OPEN_CREATE && !make_file (absolute, error))
    return NULL;
  if (!look_from_outside (absolute, error))
    return NULL;
  return mode == XR_OPEN_READ ? open_for_reading (absolute, error)
                              : open_for_writing (absolute, error);
}

XrDatabase *
xr_database_open_beside (XrDatabase *db, GError **error)
{
  XrDatabase *beside;
  sqlite3 *handle;

  g_return_val_if_fail (db != NULL, NULL);

  if (db->lock == NULL)
    return open_for_reading (db->path, error);
  handle = xr_database_connect (db->path, SQLITE_OPEN_READWRITE, FALSE, error);
  if (handle == NULL)
    return NULL;
  beside = xr_database_new_for_handle (handle, db->path);
  beside->lock = xr_lock_ref (db->lock);
  return beside;
}
