/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies of an office file while it is in use. A copy gets its name when it is whole and on the
 * disk; a copy that was cancelled or failed leaves nothing behind. */

#include "config.h"

#include "store/backup.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/database-private.h"
#include "store/place.h"
#include "store/record.h"

#define FILE_ENDING  ".xuanren"
#define STAMP_FORMAT "%Y%m%d-%H%M%S"
#define PAGES_A_STEP 256

/* ---------------------------------------------------------------- copying */

static gboolean
copy_pages (sqlite3_backup *backup, GCancellable *cancellable, GError **error)
{
  int rc = SQLITE_OK;

  while (rc == SQLITE_OK || rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      rc = sqlite3_backup_step (backup, PAGES_A_STEP);
      if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
        g_usleep (10 * 1000);
    }
  /* The reason of a failure is with the target, for the caller to read after the end. */
  return TRUE;
}

static gboolean
copy_database (XrDatabase *db, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3) target = xr_database_connect (path, SQLITE_OPEN_READWRITE, FALSE, error);
  sqlite3_backup *backup;
  gboolean copied;

  if (target == NULL)
    return FALSE;
  backup = sqlite3_backup_init (target, "main", db->handle, "main");
  if (backup == NULL)
    return xr_store_set_error (target, error);
  copied = copy_pages (backup, cancellable, error);
  if (sqlite3_backup_finish (backup) != SQLITE_OK && copied)
    return xr_store_set_error (target, error);
  return copied;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  g_autoptr (GFile) first = g_file_new_for_path (a);
  g_autoptr (GFile) second = g_file_new_for_path (b);

  return g_file_equal (first, second);
}

gboolean
xr_database_backup (XrDatabase *db, const char *path, gboolean overwrite, GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *temporary = NULL;
  gboolean done;

  g_return_val_if_fail (db != NULL && path != NULL, FALSE);

  if (is_same_file (path, db->path))
    return xr_place_set_taken (path, error);
  if (!overwrite && !xr_place_check_free (path, error))
    return FALSE;
  temporary = xr_place_make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;
  done = copy_database (db, temporary, cancellable, error)
         && xr_place_put (temporary, path, overwrite, error);
  if (!done)
    xr_place_remove_temporary (temporary);
  return done;
}

/* ---------------------------------------------------------------- dated copies */

/* The name of the office file without its ending. */
static char *
dup_stem (XrDatabase *db)
{
  char *name = g_path_get_basename (db->path);

  if (g_str_has_suffix (name, FILE_ENDING))
    name[strlen (name) - strlen (FILE_ENDING)] = '\0';
  return name;
}

static gboolean
is_stamp (const char *text)
{
  if (strlen (text) != strlen ("20260318-080000" FILE_ENDING) || text[8] != '-')
    return FALSE;
  for (int i = 0; i < 15; i++)
    if (i != 8 && !g_ascii_isdigit (text[i]))
      return FALSE;
  return g_str_equal (text + 15, FILE_ENDING);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names of the backups with @prefix, oldest first. */
static GPtrArray *
list_backups (const char *folder, const char *prefix, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  gsize length = strlen (prefix);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && name[length] == '-' && is_stamp (name + length + 1))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

/* The second after the newest of @names, if that isn't over yet: names must sort by age. */
static GDateTime *
choose_time (GPtrArray *names)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) newest = NULL;
  g_autofree char *stamp = g_date_time_format (now, STAMP_FORMAT FILE_ENDING);
  const char *last;
  int year, month, day, hour, minute, second;

  if (names->len == 0)
    return g_steal_pointer (&now);
  last = g_ptr_array_index (names, names->len - 1);
  last += strlen (last) - strlen (stamp);
  if (strcmp (last, stamp) < 0
      || sscanf (last, "%4d%2d%2d-%2d%2d%2d", &year, &month, &day, &hour, &minute, &second) != 6)
    return g_steal_pointer (&now);
  newest = g_date_time_new_local (year, month, day, hour, minute, second);
  return newest != NULL ? g_date_time_add_seconds (newest, 1) : g_steal_pointer (&now);
}

/* `FOLDER/PREFIX-20260318-080000.xuanren` */
static char *
choose_name (const char *folder, const char *prefix, GError **error)
{
  g_autoptr (GPtrArray) names = list_backups (folder, prefix, error);
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *name = NULL;

  if (names == NULL)
    return NULL;
  time = choose_time (names);
  stamp = g_date_time_format (time, STAMP_FORMAT);
  name = g_strdup_printf ("%s-%s" FILE_ENDING, prefix, stamp);
  return g_build_filename (folder, name, NULL);
}

gboolean
xr_backup_before_upgrade (XrDatabase *db, int version, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (db->path);
  g_autofree char *stem = dup_stem (db);
  g_autofree char *prefix = g_strdup_printf ("%s-v%d", stem, version);
  g_autofree char *path = choose_name (folder, prefix, error);

  return path != NULL && xr_database_backup (db, path, FALSE, NULL, error);
}

static gboolean
prune (const char *folder, const char *prefix, guint keep, GError **error)
{
  g_autoptr (GPtrArray) names = list_backups (folder, prefix, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i + keep < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      g_unlink (path);
    }
  return TRUE;
}

/* Eight digits of the first entry's hash: two offices may have files of the same name. */
static char *
dup_identity (XrDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) first = xr_record_list (db, 0, 2, 1, error);

  if (first == NULL)
    return NULL;
  return first->len > 0 ? g_strndup (((XrEntry *) g_ptr_array_index (first, 0))->hash, 8)
                        : g_strdup ("00000000");
}

static gboolean
make_folder (const char *folder, GError **error)
{
  int code;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  code = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", folder,
               g_strerror (code));
  return FALSE;
}

char *
xr_backup_automatic (XrDatabase *db, const char *folder, guint keep, GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *stem = NULL;
  g_autofree char *identity = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (db != NULL && folder != NULL && keep >= 1, NULL);

  identity = dup_identity (db, error);
  if (identity == NULL || !make_folder (folder, error))
    return NULL;
  stem = dup_stem (db);
  prefix = g_strdup_printf ("%s-%s", stem, identity);
  path = choose_name (folder, prefix, error);
  if (path == NULL || !xr_database_backup (db, path, FALSE, cancellable, error)
      || !prune (folder, prefix, keep, error))
    return NULL;
  return g_steal_pointer (&path);
}
