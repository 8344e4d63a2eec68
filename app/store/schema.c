/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings an office file to the newest schema: the missing steps in one transaction. It neither opens files nor makes the
 * copy that is kept of an older one; database.c does. */

#include "config.h"

#include "store/schema.h"

#include <glib/gi18n-lib.h>

#include "resources/xr-app-resources.h"
#include "store/database-private.h"
#include "store/record-private.h"

static GBytes *
look_up_step (int version)
{
  g_autofree char *path = g_strdup_printf ("/org/xuanren/app/schema/%03d.sql", version);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static int
count_steps (void)
{
  int version = 0;

  /* The bundle registers itself, but only when a linker had a reason to take it in. */
  g_resources_register (xr_app_get_resource ());
  while (TRUE)
    {
      g_autoptr (GBytes) step = look_up_step (version + 1);

      if (step == NULL)
        return version;
      version++;
    }
}

int
xr_schema_get_version (void)
{
  static gsize version = 0;

  if (g_once_init_enter (&version))
    g_once_init_leave (&version, (gsize) count_steps ());
  return (int) version;
}

static gboolean
run_step (sqlite3 *handle, int version, GError **error)
{
  g_autoptr (GBytes) step = look_up_step (version);
  gsize length;
  const char *text = g_bytes_get_data (step, &length);
  g_autofree char *sql = g_strndup (text, length);

  return xr_database_run_script (handle, sql, error);
}

gboolean
xr_schema_run_steps (sqlite3 *handle, int from, int to, GError **error)
{
  g_assert (from >= 0 && from < to && to <= xr_schema_get_version ());

  for (int version = from + 1; version <= to; version++)
    if (!run_step (handle, version, error))
      return FALSE;
  return TRUE;
}

/* A step that leaves a dangling reference is wrong, and the file stays as it was. */
static gboolean
check_references (sqlite3 *handle, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int rc;

  if (sqlite3_prepare_v2 (handle, "PRAGMA foreign_key_check", -1, &statement, NULL) != SQLITE_OK)
    return xr_store_set_error (handle, error);
  rc = sqlite3_step (statement);
  if (rc == SQLITE_DONE)
    return TRUE;
  if (rc != SQLITE_ROW)
    return xr_store_set_error (handle, error);
  g_set_error (error, XR_STORE_ERROR, XR_STORE_ERROR_DAMAGED,
               _ ("The office file is damaged (%s). Open the newest backup instead."),
               (const char *) sqlite3_column_text (statement, 0));
  return FALSE;
}

/* Runs the steps after @version and enters them into the record as one change, named by the version that
 * they lead to. */
static gboolean
run_steps (XrDatabase *db, int version, GError **error)
{
  int newest = xr_schema_get_version ();
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", newest);
  g_autofree char *subject = g_strdup_printf ("%d", newest);
  XrEntry entry = {
    .operator_name = (char *) "",
    .kind = (char *) XR_SCHEMA_ENTRY_KIND,
    .subject = subject,
    .reason = (char *) "",
    .flags = XR_ENTRY_BARRIER,
  };

  return xr_schema_run_steps (db->handle, version, newest, error)
         && xr_database_run_script (db->handle, mark, error) && check_references (db->handle, error)
         && xr_record_append (db, &entry, NULL, 0, error);
}

static gboolean
bring_to_newest (XrDatabase *db, int version, GError **error)
{
  if (!xr_database_begin (db, error))
    return FALSE;
  if (run_steps (db, version, error))
    return xr_database_commit (db, error);
  xr_database_rollback (db);
  return FALSE;
}

gboolean
xr_schema_upgrade (XrDatabase *db, GError **error)
{
  gint64 version;
  gboolean done = TRUE;

  if (!xr_database_read_pragma (db->handle, "user_version", &version, error))
    return FALSE;
  /* Tables are rebuilt in the way of sqlite.org/lang_altertable.html: references off before BEGIN.
   */
  if (!xr_database_run_script (db->handle, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  if (version < xr_schema_get_version ())
    done = bring_to_newest (db, (int) version, error);
  xr_database_drop_statements (db);
  return xr_database_run_script (db->handle, "PRAGMA foreign_keys = ON", done ? error : NULL)
         && done;
}
