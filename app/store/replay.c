/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The record, done again in an empty database. An entry of kind `schema` stands where a schema step was
 * made, so that each changeset meets the tables that it was written for. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/changeset.h"
#include "store/schema.h"
#include "store/verify-private.h"

sqlite3 *
xr_replay_open_scratch (GError **error)
{
  g_autoptr (sqlite3) handle = NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;

  /* No name: in memory as long as it is small, then in a file that nobody else sees. */
  if (sqlite3_open_v2 ("", &handle, flags, NULL) != SQLITE_OK)
    {
      xr_store_set_error (handle, error);
      return NULL;
    }
  sqlite3_extended_result_codes (handle, 1);
  if (!xr_database_run_script (handle, "PRAGMA cache_size = -16000; BEGIN", error))
    return NULL;
  return g_steal_pointer (&handle);
}

/* The entry names the version that its steps led to. */
static gboolean
replay_steps (sqlite3 *scratch, const XrEntry *entry, gint64 *version, GError **error)
{
  gint64 newest = 0;

  if (!g_ascii_string_to_signed (entry->subject, 10, 1, xr_schema_get_version (), &newest, NULL)
      || newest <= *version)
    {
      g_set_error_literal (error, XR_STORE_ERROR, XR_STORE_ERROR_DAMAGED,
                           _ ("it names a schema version that does not follow"));
      return FALSE;
    }
  if (!xr_schema_run_steps (scratch, (int) *version, (int) newest, error))
    return FALSE;
  *version = newest;
  return TRUE;
}

gboolean
xr_replay_entry (sqlite3 *scratch, const XrEntry *entry, const void *payload, gsize length,
                 gint64 *version, GError **error)
{
  if (g_str_equal (entry->kind, XR_SCHEMA_ENTRY_KIND))
    return replay_steps (scratch, entry, version, error);
  return xr_changeset_apply (scratch, payload, length, error);
}
