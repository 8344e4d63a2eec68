/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changesets of SQLite's session extension, applied as a whole or not at all.
 *
 * Where a transaction swapped values of a UNIQUE constraint (first and second choice of a ballot),
 * no order of single updates gets through. SQLite then leaves these rows to us: they are parked,
 * deleted together, and inserted again as the changeset wants them. */

#include "config.h"

#include "store/changeset.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* A row that could not be written in its turn. */
typedef struct
{
  char *table;
  int operation; /* SQLITE_INSERT or SQLITE_UPDATE */
  int n_columns;
  gboolean *in_key;
  sqlite3_value **before; /* UPDATE: the primary key is there */
  sqlite3_value **after;  /* UPDATE: NULL where a column stays as it is */
} ParkedRow;

typedef struct
{
  GPtrArray *parked;
  char *conflict; /* table whose row is not as it should be */
} Application;

static void
free_values (sqlite3_value **values, int n)
{
  for (int i = 0; i < n; i++)
    sqlite3_value_free (values[i]);
  g_free (values);
}

static void
free_parked_row (ParkedRow *row)
{
  free_values (row->before, row->n_columns);
  free_values (row->after, row->n_columns);
  g_free (row->in_key);
  g_free (row->table);
  g_free (row);
}

static sqlite3_value *
dup_value (sqlite3_value *value)
{
  return value != NULL ? sqlite3_value_dup (value) : NULL;
}

static ParkedRow *
park_row (sqlite3_changeset_iter *iter)
{
  ParkedRow *row = g_new0 (ParkedRow, 1);
  const char *table = NULL;
  unsigned char *in_key = NULL;

  sqlite3changeset_op (iter, &table, &row->n_columns, &row->operation, NULL);
  sqlite3changeset_pk (iter, &in_key, NULL);
  row->table = g_strdup (table);
  row->in_key = g_new0 (gboolean, row->n_columns);
  row->before = g_new0 (sqlite3_value *, row->n_columns);
  row->after = g_new0 (sqlite3_value *, row->n_columns);
  for (int i = 0; i < row->n_columns; i++)
    {
      sqlite3_value *value = NULL;

      row->in_key[i] = in_key[i] != 0;
      if (row->operation == SQLITE_UPDATE && sqlite3changeset_old (iter, i, &value) == SQLITE_OK)
        row->before[i] = dup_value (value);
      if (sqlite3changeset_new (iter, i, &value) == SQLITE_OK)
        row->after[i] = dup_value (value);
    }
  return row;
}

static int
conflict_cb (void *user_data, int conflict, sqlite3_changeset_iter *iter)
{
  Application *application = user_data;
  const char *table = NULL;
  int n_columns, operation = 0;

  if (conflict == SQLITE_CHANGESET_FOREIGN_KEY)
    return SQLITE_CHANGESET_ABORT;
  sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
  if (conflict == SQLITE_CHANGESET_CONSTRAINT && operation != SQLITE_DELETE)
    {
      g_ptr_array_add (application->parked, park_row (iter));
      return SQLITE_CHANGESET_OMIT;
    }
  application->conflict = g_strdup (table);
  return SQLITE_CHANGESET_ABORT;
}

/* Column names of @table, in its order. */
static GPtrArray *
list_columns (sqlite3 *handle, const char *table, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT name FROM pragma_table_info (?)", -1, &statement, NULL)
      != SQLITE_OK)
    {
      xr_store_set_error (handle, error);
      return NULL;
    }
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  return g_steal_pointer (&names);
}

/* `"a" = ?1 AND "b" = ?2` over the primary key; parameter n is column n - 1. */
static void
append_key_condition (GString *sql, ParkedRow *row, GPtrArray *columns)
{
  const char *joint = " WHERE ";

  for (int i = 0; i < row->n_columns; i++)
    if (row->in_key[i])
      {
        g_string_append_printf (sql, "%s\"%s\" = ?%d", joint,
                                (const char *) g_ptr_array_index (columns, i), i + 1);
        joint = " AND ";
      }
}

static gboolean
prepare_on_row (sqlite3 *handle, const char *verb, ParkedRow *row, sqlite3_stmt **statement,
                GError **error)
{
  g_autoptr (GPtrArray) columns = list_columns (handle, row->table, error);
  g_autoptr (GString) sql = g_string_new (NULL);

  if (columns == NULL)
    return FALSE;
  g_string_printf (sql, "%s FROM \"%s\"", verb, row->table);
  append_key_condition (sql, row, columns);
  if (sqlite3_prepare_v2 (handle, sql->str, -1, statement, NULL) != SQLITE_OK)
    return xr_store_set_error (handle, error);
  for (int i = 0; i < row->n_columns; i++)
    if (row->in_key[i])
      sqlite3_bind_value (*statement, i + 1, row->before[i]);
  return TRUE;
}

/* Completes `after` with the columns that the update leaves alone. */
static gboolean
read_whole_row (sqlite3 *handle, ParkedRow *row, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!prepare_on_row (handle, "SELECT *", row, &statement, error))
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return xr_store_set_error (handle, error);
  for (int i = 0; i < row->n_columns; i++)
    if (row->after[i] == NULL)
      row->after[i] = sqlite3_value_dup (sqlite3_column_value (statement, i));
  return TRUE;
}

static gboolean
lift_row (sqlite3 *handle, ParkedRow *row, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (row->operation != SQLITE_UPDATE)
    return TRUE;
  if (!read_whole_row (handle, row, error)
      || !prepare_on_row (handle, "DELETE", row, &statement, error))
    return FALSE;
  return sqlite3_step (statement) == SQLITE_DONE || xr_store_set_error (handle, error);
}

static gboolean
put_row (sqlite3 *handle, ParkedRow *row, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" VALUES (?", row->table);
  for (int i = 1; i < row->n_columns; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  if (sqlite3_prepare_v2 (handle, sql->str, -1, &statement, NULL) != SQLITE_OK)
    return xr_store_set_error (handle, error);
  for (int i = 0; i < row->n_columns; i++)
    sqlite3_bind_value (statement, i + 1, row->after[i]);
  return sqlite3_step (statement) == SQLITE_DONE || xr_store_set_error (handle, error);
}

static gboolean
write_parked (sqlite3 *handle, GPtrArray *parked, GError **error)
{
  gboolean done = TRUE;

  for (guint i = 0; done && i < parked->len; i++)
    done = lift_row (handle, g_ptr_array_index (parked, i), error);
  for (guint i = 0; done && i < parked->len; i++)
    done = put_row (handle, g_ptr_array_index (parked, i), error);
  return done;
}

gboolean
xr_changeset_apply (sqlite3 *handle, const void *changeset, gsize length, GError **error)
{
  g_autoptr (GPtrArray) parked = g_ptr_array_new_with_free_func ((GDestroyNotify) free_parked_row);
  Application application = { .parked = parked };
  g_autofree char *conflict = NULL;
  int rc;

  if (length == 0)
    return TRUE;
  rc = sqlite3changeset_apply (handle, (int) length, (void *) changeset, NULL, conflict_cb,
                               &application);
  conflict = application.conflict;
  if (rc == SQLITE_OK)
    return write_parked (handle, parked, error);
  if (conflict != NULL)
    g_set_error (
      error, XR_STORE_ERROR, XR_STORE_ERROR_DAMAGED,
      _ ("A row of the table “%s” is not as the record left it. Verify the office file."),
      xr_store_word (conflict, NULL));
  else
    g_set_error (error, XR_STORE_ERROR, (int) xr_store_error_from_sqlite (rc, 0),
                 _ ("The office file could not be read or written (%s)."), xr_store_reason (rc));
  return FALSE;
}

GBytes *
xr_changeset_invert (GBytes *changeset, GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (changeset, &length);
  void *inverse = NULL;
  int size = 0;
  int rc;

  if (length == 0)
    return g_bytes_ref (changeset);
  rc = sqlite3changeset_invert ((int) length, data, &size, &inverse);
  if (rc == SQLITE_OK)
    return g_bytes_new_with_free_func (inverse, (gsize) size, sqlite3_free, inverse);
  g_set_error (error, XR_STORE_ERROR, (int) xr_store_error_from_sqlite (rc, 0),
               _ ("The office file could not be read or written (%s)."), xr_store_reason (rc));
  return NULL;
}
