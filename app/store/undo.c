/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo as new entries of the record. What can be undone follows from the record alone, so
 * it survives a restart: an undo goes back to just before its target, a redo to just after it, and
 * any other entry ends what could be done again. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/changeset.h"
#include "store/record-private.h"

#define KIND_UNDO "undo"
#define KIND_REDO "redo"

static gboolean
is_undo (const XrEntry *entry)
{
  return g_str_equal (entry->kind, KIND_UNDO);
}

static gboolean
is_redo (const XrEntry *entry)
{
  return g_str_equal (entry->kind, KIND_REDO);
}

static XrEntry *
take_unless_barrier (XrEntry *entry)
{
  g_autoptr (XrEntry) owned = entry;

  if (owned == NULL || (owned->flags & XR_ENTRY_BARRIER) != 0)
    return NULL;
  return g_steal_pointer (&owned);
}

XrEntry *
xr_record_peek_undo (XrDatabase *db)
{
  g_autoptr (XrEntry) entry = xr_record_get_head (db);

  /* A target lies before its entry; anything else is a damaged record, and must not make us loop.
   */
  while (entry != NULL && is_undo (entry))
    {
      gint64 next = MIN (entry->target, entry->height) - 1;

      xr_entry_free (entry);
      entry = xr_record_get_entry (db, next, NULL);
    }
  if (entry != NULL && is_redo (entry))
    return take_unless_barrier (xr_record_get_entry (db, entry->target, NULL));
  return take_unless_barrier (g_steal_pointer (&entry));
}

XrEntry *
xr_record_peek_redo (XrDatabase *db)
{
  g_autoptr (XrEntry) entry = xr_record_get_head (db);
  guint redone = 0;

  while (entry != NULL && (is_redo (entry) || (is_undo (entry) && redone > 0)))
    {
      gint64 next = entry->height - 1;

      redone += is_redo (entry) ? 1 : -1;
      xr_entry_free (entry);
      entry = xr_record_get_entry (db, next, NULL);
    }
  if (entry == NULL || !is_undo (entry))
    return NULL;
  return xr_record_get_entry (db, entry->target, NULL);
}

static gboolean
write_again (XrDatabase *db, const XrEntry *target, const char *kind, GBytes *changeset,
             const char *operator_name, GError **error)
{
  XrEntry entry = *target;
  gsize length;
  const void *data = g_bytes_get_data (changeset, &length);

  entry.kind = (char *) kind;
  entry.operator_name = (char *) (operator_name != NULL ? operator_name : "");
  entry.reason = (char *) "";
  entry.target = target->height;
  if (!xr_record_begin (db, error))
    return FALSE;
  if (xr_changeset_apply (db->handle, data, length, error))
    return xr_record_commit_entry (db, &entry, error);
  xr_record_rollback (db);
  return FALSE;
}

/* References can only be switched off outside of a transaction; the changeset leads back to a state
 * in which they held. */
static gboolean
write_without_references (XrDatabase *db, const XrEntry *target, const char *kind,
                          GBytes *changeset, const char *operator_name, GError **error)
{
  gboolean done;

  if (!xr_database_run_script (db->handle, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  done = write_again (db, target, kind, changeset, operator_name, error);
  return xr_database_run_script (db->handle, "PRAGMA foreign_keys = ON", done ? error : NULL)
         && done;
}

gboolean
xr_record_undo (XrDatabase *db, const char *operator_name, GError **error)
{
  g_autoptr (XrEntry) target = xr_record_peek_undo (db);
  g_autoptr (GBytes) payload = NULL;
  g_autoptr (GBytes) inverse = NULL;

  if (target == NULL)
    {
      g_set_error_literal (error, XR_STORE_ERROR, XR_STORE_ERROR_NOTHING_TO_UNDO,
                           _ ("There is nothing to undo."));
      return FALSE;
    }
  payload = xr_record_dup_payload (db, target->height, error);
  inverse = payload != NULL ? xr_changeset_invert (payload, error) : NULL;
  return inverse != NULL
         && write_without_references (db, target, KIND_UNDO, inverse, operator_name, error);
}

gboolean
xr_record_redo (XrDatabase *db, const char *operator_name, GError **error)
{
  g_autoptr (XrEntry) target = xr_record_peek_redo (db);
  g_autoptr (GBytes) payload = NULL;

  if (target == NULL)
    {
      g_set_error_literal (error, XR_STORE_ERROR, XR_STORE_ERROR_NOTHING_TO_UNDO,
                           _ ("There is nothing to do again."));
      return FALSE;
    }
  payload = xr_record_dup_payload (db, target->height, error);
  return payload != NULL
         && write_without_references (db, target, KIND_REDO, payload, operator_name, error);
}
