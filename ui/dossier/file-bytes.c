/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a file that somebody chose, after a look at its kind and size. */
#include "config.h"

#include "dossier/file-bytes.h"

#include <glib/gi18n-lib.h>

GBytes *
xr_file_load_bytes (GFile *file, gsize max, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (
    file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
    NULL, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _ ("This is no file. Choose a file."));
      return NULL;
    }
  if ((gsize) g_file_info_get_size (info) > max)
    {
      g_autofree char *size = g_format_size (max);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("The file is larger than %s. Make it smaller, then add it."), size);
      return NULL;
    }
  return g_file_load_bytes (file, NULL, NULL, error);
}
