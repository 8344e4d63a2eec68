/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and writes the files of the form by name: bounded, whole or not at all, with the photo of an
 * .lrm beside it. What stands in them is for lrmx.c and lrm.c. */

#include "config.h"

#include "exchange/dossier-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/lrmx.h"

static gboolean
has_suffix (const char *path, const char *suffix)
{
  gsize length = strlen (path), n = strlen (suffix);

  return length > n && g_ascii_strcasecmp (path + length - n, suffix) == 0;
}

gboolean
xr_dossier_file_is_meant (const char *path)
{
  return has_suffix (path, ".lrmx") || has_suffix (path, ".lrm");
}

gboolean
xr_dossier_file_is_photo (const char *path)
{
  return has_suffix (path, ".pic");
}

gboolean
xr_dossier_file_is_photo_of (const char *path, const char *form)
{
  gsize stem = strlen (path) - MIN (strlen (path), strlen (".pic"));

  return xr_dossier_file_is_photo (path) && has_suffix (form, ".lrm")
         && strlen (form) == strlen (path) && strncmp (path, form, stem) == 0;
}

const char *
xr_dossier_format_suffix (XrDossierFormat format)
{
  return format == XR_DOSSIER_LRMX ? ".lrmx" : ".lrm";
}

/* ---- reading */

/* The bytes of a plain file of a bearable size. */
static GBytes *
load_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (
    file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
    NULL, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || g_file_info_get_size (info) > XR_DOSSIER_FILE_MAX)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("the file is larger than any appointment form; it was not read"));
      return NULL;
    }
  return g_file_load_bytes (file, NULL, NULL, error);
}

/* `林知远.lrm` has its photo in `林知远.pic`. */
static GBytes *
load_photo (const char *path)
{
  static const char *const suffixes[] = { ".pic", ".PIC", ".Pic" };
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".lrm"));

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *beside = g_strconcat (stem, suffixes[i], NULL);
      GBytes *photo = load_file (beside, NULL);

      if (photo != NULL)
        return photo;
    }
  return NULL;
}

XrDossier *
xr_dossier_file_read (const char *path, GPtrArray *notes, GPtrArray *faults)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load_file (path, &error);
  g_autoptr (GBytes) photo = NULL;

  if (bytes == NULL)
    {
      xr_faults_add (faults, NULL, 0, 0, NULL, error->message);
      return NULL;
    }
  if (!has_suffix (path, ".lrm"))
    return xr_lrmx_read (bytes, notes, faults);
  photo = load_photo (path);
  return xr_lrm_read (bytes, photo, notes, faults);
}

/* ---- writing */

static gboolean
store_bytes (const char *path, GBytes *bytes, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                   error);
}

static gboolean
store_lrm (const XrDossier *dossier, const char *path, GPtrArray *notes, GError **error)
{
  g_autoptr (GBytes) bytes = xr_lrm_write (dossier, notes);
  g_autofree char *stem = has_suffix (path, ".lrm")
                            ? g_strndup (path, strlen (path) - strlen (".lrm"))
                            : g_strdup (path);
  g_autofree char *beside = g_strconcat (stem, ".pic", NULL);

  if (!store_bytes (path, bytes, error))
    return FALSE;
  if (dossier->photo != NULL)
    return store_bytes (beside, dossier->photo, error);
  /* The photo of somebody else's form must not stay beside this one. */
  g_unlink (beside);
  return TRUE;
}

gboolean
xr_dossier_file_write (const XrDossier *dossier, XrDossierFormat format, const char *path,
                       GPtrArray *notes, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (format == XR_DOSSIER_LRM)
    return store_lrm (dossier, path, notes, error);
  bytes = xr_lrmx_write (dossier);
  return store_bytes (path, bytes, error);
}

/* Characters that some file system does not take are left out. */
static char *
dup_file_name (const char *name)
{
  GString *clean = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_iscntrl (c) && (c >= 0x80 || strchr ("/\\:*?\"<>|.", (int) c) == NULL))
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

char *
xr_dossier_file_dup_name (const XrDossier *dossier, const char *number, GHashTable *names)
{
  g_autofree char *plain = dup_file_name (xr_dossier_get (dossier, XR_DOSSIER_NAME));
  g_autofree char *suffix = dup_file_name (number);
  g_autofree char *name = NULL;

  if (plain[0] != '\0' && g_hash_table_add (names, g_strdup (plain)))
    return g_steal_pointer (&plain);
  name = g_strdup_printf ("%s%s", plain, suffix);
  for (guint i = 2; !g_hash_table_add (names, g_strdup (name)); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s%s-%u", plain, suffix, i);
    }
  return g_steal_pointer (&name);
}
