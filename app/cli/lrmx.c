/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lrmx: one .lrmx file a candidate. What the form would have to say and nobody entered, or what is
 * entered twice and differs, is told on standard error; the files are written all the same. */

#include "config.h"

#include "cli/call.h"
#include "exchange/dossier-file.h"
#include "round/dossier.h"

static void
tell_contradictions (XrOffice *office, XrRow *candidate)
{
  g_autoptr (GPtrArray) remarks = xr_dossier_contradictions (office, xr_row_get_id (candidate));

  for (guint i = 0; i < remarks->len; i++)
    xr_cli_complain ("xuanren: %s %s: %s", xr_row_get (candidate, "number"),
                     xr_row_get (candidate, "name"),
                     ((XrDossierRemark *) remarks->pdata[i])->message);
}

static gboolean
write_candidate (XrOffice *office, XrRow *candidate, const char *folder, GHashTable *names,
                 GError **error)
{
  g_autoptr (XrDossier) dossier = xr_dossier_load (office, xr_row_get_id (candidate), error);
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;

  if (dossier == NULL)
    return FALSE;
  name = xr_dossier_file_dup_name (dossier, xr_row_get (candidate, "number"), names);
  file = g_strconcat (name, xr_dossier_format_suffix (XR_DOSSIER_LRMX), NULL);
  path = g_build_filename (folder, file, NULL);
  tell_contradictions (office, candidate);
  return xr_dossier_file_write (dossier, XR_DOSSIER_LRMX, path, NULL, error);
}

XrCliStatus
xr_cli_lrmx (const XrCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_cli_open (call, XR_OPEN_READ);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (call->arguments[2]);
  g_autofree char *path = g_file_get_path (folder);

  if (!office)
    return XR_CLI_REFUSED;
  if (!g_file_make_directory_with_parents (folder, NULL, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return xr_cli_refuse (error);
  g_clear_error (&error);
  candidates = xr_office_query_round (office, xr_table_find ("candidate"), call->round);
  for (guint i = 0; i < candidates->len; i++)
    if (!write_candidate (office, candidates->pdata[i], path, names, &error))
      return xr_cli_refuse (error);
  return XR_CLI_DONE;
}
