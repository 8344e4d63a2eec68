/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The record of an office file: recorded transactions, and the entries that they leave. Undoing is
 * in undo.c, checking in verify.c. */

#include "config.h"

#include "store/record.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/database-private.h"
#include "store/record-private.h"

void
xr_entry_free (XrEntry *entry)
{
  g_free (entry->time);
  g_free (entry->operator_name);
  g_free (entry->kind);
  g_free (entry->subject);
  g_free (entry->reason);
  g_free (entry->hash);
  g_free (entry->parent);
  g_free (entry);
}

/* The schema has no NULL in the record, but a file that somebody meddled with may. */
static char *
dup_column (XrStatement *statement, int column)
{
  const char *text = xr_statement_get_text (statement, column);

  return g_strdup (text != NULL ? text : "");
}

XrEntry *
xr_entry_from_row (XrStatement *statement)
{
  XrEntry *entry = g_new0 (XrEntry, 1);

  entry->height = xr_statement_get_int (statement, 0);
  entry->parent = dup_column (statement, 1);
  entry->time = dup_column (statement, 2);
  entry->operator_name = dup_column (statement, 3);
  entry->kind = dup_column (statement, 4);
  entry->subject = dup_column (statement, 5);
  entry->reason = dup_column (statement, 6);
  entry->round = xr_statement_get_int (statement, 7);
  entry->target = xr_statement_get_int (statement, 8);
  entry->flags = (XrEntryFlags) xr_statement_get_int (statement, 9);
  entry->hash = dup_column (statement, 10);
  return entry;
}

static void
add_bytes (GChecksum *checksum, const void *data, gsize length)
{
  guint64 size = GUINT64_TO_BE ((guint64) length);
  const guchar *bytes = data;

  g_checksum_update (checksum, (const guchar *) &size, sizeof size);
  /* GChecksum counts in gssize, and a changeset may be long. */
  while (length > 0)
    {
      gsize part = MIN (length, (gsize) 1 << 30);

      g_checksum_update (checksum, bytes, (gssize) part);
      bytes += part;
      length -= part;
    }
}

static void
add_text (GChecksum *checksum, const char *text)
{
  add_bytes (checksum, text, strlen (text));
}

static void
add_int (GChecksum *checksum, gint64 value)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  add_text (checksum, text);
}

char *
xr_entry_dup_hash (const XrEntry *entry, const void *payload, gsize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  add_int (checksum, entry->height);
  add_text (checksum, entry->parent);
  add_text (checksum, entry->time);
  add_text (checksum, entry->operator_name);
  add_text (checksum, entry->kind);
  add_text (checksum, entry->subject);
  add_text (checksum, entry->reason);
  add_int (checksum, entry->round);
  add_int (checksum, entry->target);
  add_int (checksum, (gint64) entry->flags);
  add_bytes (checksum, payload, length);
  return g_strdup (g_checksum_get_string (checksum));
}

/* ---------------------------------------------------------------- reading */

/* Returns: the entry in the first row of @statement, which it frees; NULL when there is none. */
static XrEntry *
read_one (XrStatement *statement, GError **error)
{
  g_autoptr (XrStatement) owned = statement;

  if (xr_statement_step (owned, error) != XR_STEP_ROW)
    return NULL;
  return xr_entry_from_row (owned);
}

XrEntry *
xr_record_get_entry (XrDatabase *db, gint64 height, GError **error)
{
  XrStatement *statement = xr_database_prepare (
    db, "SELECT " XR_ENTRY_COLUMNS " FROM record WHERE height = :height", error);

  if (statement == NULL)
    return NULL;
  xr_statement_bind_int (statement, ":height", height);
  return read_one (statement, error);
}

static XrEntry *
read_head (XrDatabase *db, GError **error)
{
  XrStatement *statement = xr_database_prepare (
    db, "SELECT " XR_ENTRY_COLUMNS " FROM record ORDER BY height DESC LIMIT 1", error);

  return statement != NULL ? read_one (statement, error) : NULL;
}

XrEntry *
xr_record_get_head (XrDatabase *db)
{
  g_return_val_if_fail (db != NULL, NULL);

  return read_head (db, NULL);
}

GBytes *
xr_record_dup_payload (XrDatabase *db, gint64 height, GError **error)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (
    db, "SELECT payload FROM record WHERE height = :height", error);
  XrStep step;

  if (statement == NULL)
    return NULL;
  xr_statement_bind_int (statement, ":height", height);
  step = xr_statement_step (statement, error);
  if (step == XR_STEP_ROW)
    return xr_statement_dup_blob (statement, 0);
  if (step == XR_STEP_DONE)
    g_set_error_literal (error, XR_STORE_ERROR, XR_STORE_ERROR_DAMAGED,
                         _ ("An entry of the record is missing. Verify the office file."));
  return NULL;
}

GPtrArray *
xr_record_list (XrDatabase *db, gint64 round, gint64 before, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_entry_free);
  g_autoptr (XrStatement) statement = NULL;
  XrStep step;

  g_return_val_if_fail (db != NULL, NULL);

  statement = xr_database_prepare (db,
                                   "SELECT " XR_ENTRY_COLUMNS " FROM record"
                                   " WHERE (:before = 0 OR height < :before)"
                                   "   AND (:round = 0 OR round = :round)"
                                   " ORDER BY height DESC LIMIT :limit",
                                   error);
  if (statement == NULL)
    return NULL;
  xr_statement_bind_int (statement, ":round", round);
  xr_statement_bind_int (statement, ":before", before);
  xr_statement_bind_int (statement, ":limit", limit);
  while ((step = xr_statement_step (statement, error)) == XR_STEP_ROW)
    g_ptr_array_add (entries, xr_entry_from_row (statement));
  return step == XR_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/* ---------------------------------------------------------------- writing */

static gboolean
insert_entry (XrDatabase *db, const XrEntry *entry, const char *hash, void *payload, gsize length,
              GError **error)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (
    db,
    "INSERT INTO record (height, parent, time, operator, kind, subject, reason, round, target,"
    " flags, payload, hash) VALUES (:height, :parent, :time, :operator, :kind, :subject, :reason,"
    " :round, :target, :flags, :payload, :hash)",
    error);

  if (statement == NULL)
    {
      sqlite3_free (payload);
      return FALSE;
    }
  xr_statement_bind_int (statement, ":height", entry->height);
  xr_statement_bind_text (statement, ":parent", entry->parent);
  xr_statement_bind_text (statement, ":time", entry->time);
  xr_statement_bind_text (statement, ":operator", entry->operator_name);
  xr_statement_bind_text (statement, ":kind", entry->kind);
  xr_statement_bind_text (statement, ":subject", entry->subject);
  xr_statement_bind_text (statement, ":reason", entry->reason);
  xr_statement_bind_int (statement, ":round", entry->round);
  xr_statement_bind_int (statement, ":target", entry->target);
  xr_statement_bind_int (statement, ":flags", (gint64) entry->flags);
  xr_statement_bind_sqlite_blob (statement, ":payload", payload, length);
  xr_statement_bind_text (statement, ":hash", hash);
  return xr_statement_run (statement, error);
}

gboolean
xr_record_append (XrDatabase *db, const XrEntry *entry, void *payload, gsize length, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (XrEntry) head = read_head (db, &local_error);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *hash = NULL;
  XrEntry next = *entry;

  if (local_error != NULL)
    {
      sqlite3_free (payload);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  next.height = head != NULL ? head->height + 1 : 1;
  next.parent = head != NULL ? head->hash : (char *) XR_ZERO_HASH;
  next.time = time;
  hash = xr_entry_dup_hash (&next, payload, length);
  return insert_entry (db, &next, hash, payload, length, error);
}

static int
is_under_record (void *user_data, const char *table)
{
  return strcmp (table, "record") != 0 && strcmp (table, "waiting_sheet") != 0;
}

static gboolean
start_session (XrDatabase *db, GError **error)
{
  if (sqlite3session_create (db->handle, "main", &db->session) != SQLITE_OK)
    return xr_store_set_error (db->handle, error);
  sqlite3session_table_filter (db->session, is_under_record, NULL);
  if (sqlite3session_attach (db->session, NULL) != SQLITE_OK)
    return xr_store_set_error (db->handle, error);
  return TRUE;
}

gboolean
xr_record_begin (XrDatabase *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_assert (db->session == NULL);

  if (!xr_database_begin (db, error))
    return FALSE;
  if (start_session (db, error))
    return TRUE;
  xr_record_rollback (db);
  return FALSE;
}

void
xr_record_rollback (XrDatabase *db)
{
  g_return_if_fail (db != NULL);

  g_clear_pointer (&db->session, sqlite3session_delete);
  xr_database_rollback (db);
}

gboolean
xr_waiting_begin (XrDatabase *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_assert (db->session == NULL);

  return xr_database_begin (db, error);
}

gboolean
xr_waiting_commit (XrDatabase *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_assert (db->session == NULL);

  return xr_database_commit (db, error);
}

void
xr_record_set_aside (XrDatabase *db, gboolean aside)
{
  g_return_if_fail (db != NULL);
  g_assert (db->session != NULL);

  sqlite3session_enable (db->session, !aside);
}

void
xr_record_forget_log (XrDatabase *db)
{
  g_return_if_fail (db != NULL);

  sqlite3_wal_checkpoint_v2 (db->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

gint64
xr_record_random_id (void)
{
  guint64 id = 0;

  /* 47 bits: short in the file, and no two of them meet. */
  while (id == 0)
    {
      sqlite3_randomness (sizeof id, &id);
      id &= (G_GUINT64_CONSTANT (1) << 47) - 1;
    }
  return (gint64) id;
}

/* Takes the changeset out of the session and ends it. */
static gboolean
finish_session (XrDatabase *db, void **payload, gsize *length, GError **error)
{
  int size = 0;
  int rc = sqlite3session_changeset (db->session, &size, payload);

  g_clear_pointer (&db->session, sqlite3session_delete);
  *length = (gsize) size;
  if (rc == SQLITE_OK)
    return TRUE;
  g_set_error (error, XR_STORE_ERROR, XR_STORE_ERROR_FAILED,
               _ ("The office file could not be read or written (%s)."), xr_store_reason (rc));
  return FALSE;
}

/* After a full disk SQLite has ended the transaction already. */
static gboolean
check_transaction (XrDatabase *db, GError **error)
{
  if (!sqlite3_get_autocommit (db->handle))
    return TRUE;
  g_set_error_literal (error, XR_STORE_ERROR, XR_STORE_ERROR_FAILED,
                       _ ("Nothing of this step was written, because a part of it failed."));
  return FALSE;
}

gboolean
xr_record_commit_entry (XrDatabase *db, const XrEntry *entry, GError **error)
{
  void *payload = NULL;
  gsize length = 0;

  g_assert (db->session != NULL);

  if (!check_transaction (db, error) || !finish_session (db, &payload, &length, error))
    {
      xr_record_rollback (db);
      return FALSE;
    }
  if (length == 0 && entry->flags == XR_ENTRY_NORMAL)
    {
      sqlite3_free (payload);
      xr_record_rollback (db);
      return TRUE;
    }
  if (xr_record_append (db, entry, payload, length, error))
    return xr_database_commit (db, error);
  xr_record_rollback (db);
  return FALSE;
}

static char *
or_empty (const char *text)
{
  return (char *) (text != NULL ? text : "");
}

gboolean
xr_record_commit (XrDatabase *db, const char *kind, const char *subject, const char *reason,
                  const char *operator_name, gint64 round, XrEntryFlags flags, GError **error)
{
  XrEntry entry = {
    .operator_name = or_empty (operator_name),
    .kind = or_empty (kind),
    .subject = or_empty (subject),
    .reason = or_empty (reason),
    .round = round,
    .flags = flags,
  };

  g_return_val_if_fail (db != NULL, FALSE);

  return xr_record_commit_entry (db, &entry, error);
}
