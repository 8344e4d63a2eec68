/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements on an office file. A statement that is freed goes back into the cache of its
 * connection, keyed by its SQL text. Unknown parameters, surplus text and columns that are not
 * there are errors of the program and end it; what the file or the disk refuses, a missing table
 * too, comes back as XR_STORE_ERROR. */

#define G_LOG_DOMAIN "xr-store"

#include "config.h"

#include <string.h>

#include "store/database-private.h"

/* Statements kept ready; a page of a window uses about ten. */
#define MAX_IDLE 128

struct _XrStatement
{
  XrDatabase *db;
  sqlite3_stmt *handle;
  char *sql;
};

static void
finalize_statement (XrStatement *statement)
{
  sqlite3_finalize (statement->handle);
  g_free (statement->sql);
  g_free (statement);
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

static XrStatement *
take_idle (XrDatabase *db, const char *sql)
{
  XrStatement *statement = g_hash_table_lookup (db->idle, sql);

  if (statement == NULL)
    return NULL;
  g_hash_table_remove (db->idle, sql);
  g_queue_remove (&db->recent, statement);
  return statement;
}

XrStatement *
xr_database_prepare (XrDatabase *db, const char *sql, GError **error)
{
  XrStatement *statement;
  sqlite3_stmt *handle = NULL;
  const char *tail = NULL;
  int rc;

  g_return_val_if_fail (db != NULL && sql != NULL, NULL);

  statement = take_idle (db, sql);
  if (statement == NULL)
    {
      rc = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, &tail);
      if (rc != SQLITE_OK)
        {
          xr_store_set_error (db->handle, error);
          return NULL;
        }
      if (!is_blank (tail))
        g_error ("Surplus text after the statement: %s", tail);

      statement = g_new0 (XrStatement, 1);
      statement->db = db;
      statement->handle = handle;
      statement->sql = g_strdup (sql);
    }
  db->n_in_use++;
  return statement;
}

void
xr_statement_free (XrStatement *statement)
{
  XrDatabase *db = statement->db;

  db->n_in_use--;
  xr_statement_reset (statement);
  if (g_hash_table_contains (db->idle, statement->sql))
    {
      finalize_statement (statement);
      return;
    }
  g_hash_table_insert (db->idle, statement->sql, statement);
  g_queue_push_head (&db->recent, statement);
  if (g_queue_get_length (&db->recent) > MAX_IDLE)
    {
      XrStatement *oldest = g_queue_pop_tail (&db->recent);

      g_hash_table_remove (db->idle, oldest->sql);
      finalize_statement (oldest);
    }
}

void
xr_database_drop_statements (XrDatabase *db)
{
  g_hash_table_remove_all (db->idle);
  g_queue_clear_full (&db->recent, (GDestroyNotify) finalize_statement);
}

sqlite3_stmt *
xr_statement_get_handle (XrStatement *statement)
{
  return statement->handle;
}

static int
find_parameter (XrStatement *statement, const char *name)
{
  int parameter = sqlite3_bind_parameter_index (statement->handle, name);

  if (parameter == 0)
    g_error ("No parameter %s in: %s", name, statement->sql);
  return parameter;
}

/* Binding fails only for a statement that is being stepped or for a value beyond SQLite's limits.
 */
static void
check_bound (XrStatement *statement, const char *name, int rc)
{
  if (rc != SQLITE_OK)
    g_error ("%s when binding %s in: %s", sqlite3_errstr (rc), name, statement->sql);
}

void
xr_statement_bind_int (XrStatement *statement, const char *name, gint64 value)
{
  int parameter = find_parameter (statement, name);

  check_bound (statement, name, sqlite3_bind_int64 (statement->handle, parameter, value));
}

void
xr_statement_bind_text (XrStatement *statement, const char *name, const char *value)
{
  int parameter = find_parameter (statement, name);

  check_bound (statement, name,
               sqlite3_bind_text (statement->handle, parameter, value, -1, SQLITE_TRANSIENT));
}

void
xr_statement_bind_blob (XrStatement *statement, const char *name, GBytes *value)
{
  int parameter = find_parameter (statement, name);
  gsize length = 0;
  const void *data = value != NULL ? g_bytes_get_data (value, &length) : NULL;
  int rc;

  /* SQLite takes a NULL pointer for SQL NULL, and GBytes has one when it is empty. */
  if (value == NULL)
    rc = sqlite3_bind_null (statement->handle, parameter);
  else if (length == 0)
    rc = sqlite3_bind_zeroblob (statement->handle, parameter, 0);
  else
    rc = sqlite3_bind_blob64 (statement->handle, parameter, data, length, SQLITE_TRANSIENT);
  check_bound (statement, name, rc);
}

void
xr_statement_bind_sqlite_blob (XrStatement *statement, const char *name, void *data, gsize length)
{
  int parameter = find_parameter (statement, name);
  int rc;

  if (data == NULL)
    rc = sqlite3_bind_zeroblob (statement->handle, parameter, 0);
  else
    rc = sqlite3_bind_blob64 (statement->handle, parameter, data, length, sqlite3_free);
  check_bound (statement, name, rc);
}

void
xr_statement_bind_null (XrStatement *statement, const char *name)
{
  int parameter = find_parameter (statement, name);

  check_bound (statement, name, sqlite3_bind_null (statement->handle, parameter));
}

XrStep
xr_statement_step (XrStatement *statement, GError **error)
{
  int rc = sqlite3_step (statement->handle);

  if (rc == SQLITE_ROW)
    return XR_STEP_ROW;
  if (rc == SQLITE_DONE)
    return XR_STEP_DONE;
  xr_store_set_error (statement->db->handle, error);
  return XR_STEP_ERROR;
}

gboolean
xr_statement_run (XrStatement *statement, GError **error)
{
  XrStep step = xr_statement_step (statement, error);

  if (step == XR_STEP_ROW)
    g_error ("A row from a statement that has none to give: %s", statement->sql);
  xr_statement_reset (statement);
  return step == XR_STEP_DONE;
}

void
xr_statement_reset (XrStatement *statement)
{
  /* The result is that of the last step, which has been reported already. */
  sqlite3_reset (statement->handle);
  sqlite3_clear_bindings (statement->handle);
}

int
xr_statement_n_columns (XrStatement *statement)
{
  return sqlite3_column_count (statement->handle);
}

const char *
xr_statement_column_name (XrStatement *statement, int column)
{
  g_assert (column >= 0 && column < sqlite3_column_count (statement->handle));
  return sqlite3_column_name (statement->handle, column);
}

/* sqlite3_data_count() is 0 unless a row is there. */
static void
check_column (XrStatement *statement, int column)
{
  if (column < 0 || column >= sqlite3_data_count (statement->handle))
    g_error ("No column %d, or no row, in: %s", column, statement->sql);
}

gboolean
xr_statement_is_null (XrStatement *statement, int column)
{
  check_column (statement, column);
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL;
}

gint64
xr_statement_get_int (XrStatement *statement, int column)
{
  check_column (statement, column);
  return sqlite3_column_int64 (statement->handle, column);
}

const char *
xr_statement_get_text (XrStatement *statement, int column)
{
  check_column (statement, column);
  return (const char *) sqlite3_column_text (statement->handle, column);
}

char *
xr_statement_dup_text (XrStatement *statement, int column)
{
  return g_strdup (xr_statement_get_text (statement, column));
}

GBytes *
xr_statement_dup_blob (XrStatement *statement, int column)
{
  const void *data;

  if (xr_statement_is_null (statement, column))
    return NULL;
  data = sqlite3_column_blob (statement->handle, column);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (statement->handle, column));
}
