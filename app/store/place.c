/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Giving an office file its name. A log that lies beside a name belongs to the file that had it: SQLite
 * would take it for the new file's, so it is looked for first. */

#include "config.h"

#include "store/place.h"

#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/database.h"
#include "store/lock.h"

char *
xr_place_make_temporary (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf (".xuanren-%08x%08x.part", g_random_int (),
                                           g_random_int ());
  g_autofree char *temporary = g_build_filename (folder, name, NULL);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, XR_STORE_ERROR, XR_STORE_ERROR_FAILED, _ ("There is no folder “%s”."),
                   folder);
      return NULL;
    }
  if (g_access (folder, W_OK) != 0)
    {
      g_set_error (error, XR_STORE_ERROR, XR_STORE_ERROR_FAILED,
                   _ ("You are not allowed to write into the folder “%s”."), folder);
      return NULL;
    }
  return xr_file_create_private (temporary, error) ? g_steal_pointer (&temporary) : NULL;
}

void
xr_place_remove_temporary (const char *temporary)
{
  static const char *const endings[] = { "", "-journal", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (temporary, endings[i], NULL);

      g_unlink (path);
    }
}

gboolean
xr_place_set_taken (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, XR_STORE_ERROR, XR_STORE_ERROR_EXISTS, _ ("“%s” is there already."), name);
  return FALSE;
}

gboolean
xr_place_has_pending_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

gboolean
xr_place_check_free (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return xr_place_set_taken (path, error);
  if (!xr_place_has_pending_log (path))
    return TRUE;
  g_set_error (
    error, XR_STORE_ERROR, XR_STORE_ERROR_EXISTS,
    _ ("A file of this name was taken away while it was in use; its last changes still lie "
       "in “%s-wal”. Choose another name."),
    name);
  return FALSE;
}

/* The log of the file that is replaced must not be taken for the new one's. */
static gboolean
clear_place (const char *path, GError **error)
{
  g_autoptr (XrLock) lock = xr_lock_acquire (path, error);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  if (lock == NULL)
    return FALSE;
  g_unlink (log);
  g_unlink (index);
  return TRUE;
}

gboolean
xr_place_put (const char *temporary, const char *path, gboolean overwrite, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (temporary);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  GFileCopyFlags flags = overwrite ? G_FILE_COPY_OVERWRITE : G_FILE_COPY_NONE;

  if (!xr_file_sync (temporary, error))
    return FALSE;
  if (!overwrite && !xr_place_check_free (path, error))
    return FALSE;
  return clear_place (path, error) && g_file_move (source, target, flags, NULL, NULL, NULL, error)
         && xr_file_sync (path, error);
}
