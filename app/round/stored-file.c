/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files inside the office file: each content once, known by its hash. What was stored stays, as the
 * record has it anyway; photos and attachments only point at it. */

#include "config.h"

#include "round/command.h"
#include "round/dossier.h"
#include "round/tables/tables.h"

static gint64
insert_file (XrOffice *office, const char *sha256, GBytes *content, GError **error)
{
  XrDatabase *db = xr_office_get_database (office);
  g_autoptr (XrStatement) statement = xr_database_prepare (
    db, "INSERT INTO stored_file (sha256, size, content) VALUES (:sha256, :size, :content)", error);

  if (statement == NULL)
    return 0;
  xr_statement_bind_text (statement, ":sha256", sha256);
  xr_statement_bind_int (statement, ":size", (gint64) g_bytes_get_size (content));
  xr_statement_bind_blob (statement, ":content", content);
  return xr_statement_run (statement, error) ? xr_database_last_id (db) : 0;
}

gint64
xr_stored_file_add (XrOffice *office, GBytes *content, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  gint64 id = xr_sql_int (office, "SELECT id FROM stored_file WHERE sha256 = :sha256",
                          XR_PARAMS (XR_TEXT (":sha256", sha256)), 0);

  if (id != 0)
    return id;
  if (g_bytes_get_size (content) > XR_ATTACHMENT_MAX)
    {
      xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                         _ ("The file is larger than 32 MB. Make it smaller, then add it."));
      return 0;
    }
  return insert_file (office, sha256, content, error);
}

gboolean
xr_stored_file_describe (XrOffice *office, gint64 id, char **sha256, gint64 *size)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office, "SELECT sha256, size FROM stored_file WHERE id = :id", XR_PARAMS (XR_INT (":id", id)));

  if (row == NULL || xr_statement_step (row, NULL) != XR_STEP_ROW)
    return FALSE;
  *sha256 = xr_statement_dup_text (row, 0);
  *size = xr_statement_get_int (row, 1);
  return TRUE;
}

GBytes *
xr_stored_file_load (XrOffice *office, gint64 id, GError **error)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office, "SELECT sha256, content FROM stored_file WHERE id = :id",
    XR_PARAMS (XR_INT (":id", id)));
  g_autoptr (GBytes) content = NULL;
  g_autofree char *sha256 = NULL;

  if (row != NULL && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      content = xr_statement_dup_blob (row, 1);
      sha256 = content != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content) : NULL;
    }
  if (content != NULL && g_strcmp0 (sha256, xr_statement_get_text (row, 0)) == 0)
    return g_steal_pointer (&content);
  xr_command_refuse (error, XR_ROUND_ERROR_NOT_FOUND,
                     _ ("The stored file is damaged or gone. Look for it in a backup."));
  return NULL;
}

/* ---- photo */

gboolean
xr_dossier_set_photo (XrOffice *office, gint64 candidate, GBytes *photo, GError **error)
{
  g_autoptr (XrRow) row = xr_office_load (office, &xr_table_dossier, candidate, NULL);
  g_autofree char *name = xr_office_dup_title (office, &xr_table_candidate, candidate);
  gint64 id = 0;
  gboolean done;

  if (row == NULL)
    row = xr_row_new (&xr_table_dossier, candidate);
  if (!xr_office_check_row_open (office, row, error) || !xr_office_begin (office, error))
    return FALSE;
  id = photo != NULL ? xr_stored_file_add (office, photo, error) : 0;
  xr_row_set (row, "photo_id", NULL);
  if (id != 0)
    xr_row_set_int (row, "photo_id", id);
  done = (photo == NULL || id != 0) && xr_office_write (office, row, error);
  return xr_command_finish (office, done, photo != NULL ? "photo.set" : "photo.remove", name, NULL,
                            xr_office_round_of (office, row), XR_ENTRY_NORMAL, error);
}

GBytes *
xr_dossier_load_photo (XrOffice *office, gint64 candidate)
{
  gint64 id = xr_sql_int (office, "SELECT photo_id FROM dossier WHERE candidate_id = :candidate",
                          XR_PARAMS (XR_INT (":candidate", candidate)), 0);

  return id != 0 ? xr_stored_file_load (office, id, NULL) : NULL;
}

/* ---- attachments */

static gboolean
write_attachment (XrOffice *office, XrRow *row, GBytes *content, GError **error)
{
  gint64 file = xr_stored_file_add (office, content, error);

  if (file == 0)
    return FALSE;
  xr_row_set_int (row, "file_id", file);
  return xr_office_write (office, row, error);
}

gint64
xr_attachment_add (XrOffice *office, gint64 candidate, const char *name, GBytes *content,
                   GError **error)
{
  g_autoptr (XrRow) row = xr_row_new (&xr_table_attachment, candidate);
  g_autofree char *today = xr_date_to_iso (xr_date_today ());

  xr_row_set (row, "name", name);
  xr_row_set (row, "added_on", today);
  if (!xr_office_check_row_open (office, row, error) || !xr_office_begin (office, error))
    return 0;
  return xr_command_finish (office, write_attachment (office, row, content, error),
                            "attachment.add", name, NULL, xr_office_round_of (office, row),
                            XR_ENTRY_NORMAL, error)
           ? xr_row_get_id (row)
           : 0;
}
