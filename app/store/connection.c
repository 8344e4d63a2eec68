/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite handles with the settings that all of ours share. Nothing here knows whether the file is
 * an office file. */

#define G_LOG_DOMAIN "xr-store"

#include "config.h"

#include "store/database-private.h"

#define BUSY_TIMEOUT_MS 5000

static const GDebugKey debug_keys[] = { { "sql", 1 } };

static int
trace_cb (unsigned int type, void *context, void *statement, void *detail)
{
  const gint64 *nanoseconds = detail;
  g_autoptr (GString) sql = g_string_new (NULL);
  char *expanded = sqlite3_expanded_sql (statement);

  g_string_append (sql, expanded != NULL ? expanded : sqlite3_sql (statement));
  sqlite3_free (expanded);
  g_message ("%" G_GINT64_FORMAT " us: %s", *nanoseconds / 1000, sql->str);
  return 0;
}

/* XR_DEBUG=sql logs every statement with the time it took. */
static void
trace_when_asked (sqlite3 *handle)
{
  const char *wish = g_getenv ("XR_DEBUG");

  if (g_parse_debug_string (wish, debug_keys, G_N_ELEMENTS (debug_keys)) != 0)
    sqlite3_trace_v2 (handle, SQLITE_TRACE_PROFILE, trace_cb, NULL);
}

/* What holds on every connection; none of it reads or writes the file. */
static gboolean
configure (sqlite3 *handle, GError **error)
{
  sqlite3_extended_result_codes (handle, 1);
  sqlite3_busy_timeout (handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  trace_when_asked (handle);
  return xr_database_run_script (handle, "PRAGMA synchronous = FULL", error);
}

sqlite3 *
xr_database_connect (const char *path, int flags, gboolean immutable, GError **error)
{
  g_autoptr (sqlite3) handle = NULL;
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autofree char *name = NULL;

  if (uri == NULL)
    return NULL;
  name = immutable ? g_strconcat (uri, "?immutable=1", NULL) : g_steal_pointer (&uri);
  flags |= SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2 (name, &handle, flags, NULL) != SQLITE_OK)
    {
      xr_store_set_error (handle, error);
      return NULL;
    }
  if (!configure (handle, error))
    return NULL;
  return g_steal_pointer (&handle);
}

gboolean
xr_database_read_pragma (sqlite3 *handle, const char *name, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autofree char *sql = g_strconcat ("PRAGMA ", name, NULL);

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK
      || sqlite3_step (statement) != SQLITE_ROW)
    return xr_store_set_error (handle, error);
  *value = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

gboolean
xr_database_run_script (sqlite3 *handle, const char *sql, GError **error)
{
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    return xr_store_set_error (handle, error);
  return TRUE;
}
