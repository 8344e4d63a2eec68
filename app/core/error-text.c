/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The system's errors about files in sentences of our own. Knows no other errors. */

#include "config.h"

#include "core/error-text.h"

#include <glib/gi18n-lib.h>

static const char *
get_io_text (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return _ ("The file or its folder is not there.");
    case G_IO_ERROR_EXISTS:
      return _ ("There is a file of that name already.");
    case G_IO_ERROR_PERMISSION_DENIED:
      return _ ("You are not allowed to read or write this file.");
    case G_IO_ERROR_READ_ONLY:
      return _ ("This place can only be read. Choose another folder.");
    case G_IO_ERROR_NO_SPACE:
      return _ ("The disk is full. Make room and try again.");
    case G_IO_ERROR_IS_DIRECTORY:
      return _ ("This is a folder, not a file.");
    case G_IO_ERROR_FILENAME_TOO_LONG:
      return _ ("The name of the file is too long.");
    case G_IO_ERROR_BUSY:
      return _ ("Another program is using the file. Close it there and try again.");
    default:
      return _ ("The file could not be read or written.");
    }
}

/* GFileError has the codes of errno under names of its own. */
static int
get_io_code (int file_error)
{
  switch (file_error)
    {
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      return G_IO_ERROR_NOT_FOUND;
    case G_FILE_ERROR_EXIST:
      return G_IO_ERROR_EXISTS;
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
      return G_IO_ERROR_PERMISSION_DENIED;
    case G_FILE_ERROR_ROFS:
      return G_IO_ERROR_READ_ONLY;
    case G_FILE_ERROR_NOSPC:
      return G_IO_ERROR_NO_SPACE;
    case G_FILE_ERROR_ISDIR:
      return G_IO_ERROR_IS_DIRECTORY;
    case G_FILE_ERROR_NAMETOOLONG:
      return G_IO_ERROR_FILENAME_TOO_LONG;
    default:
      return G_IO_ERROR_FAILED;
    }
}

const char *
xr_error_text (const GError *error)
{
  /* Readers of ours say with this code what is wrong with the contents, in a sentence of their own. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return error->message;
  if (error->domain == G_IO_ERROR)
    return get_io_text (error->code);
  if (error->domain == G_FILE_ERROR)
    return get_io_text (get_io_code (error->code));
  return error->message;
}
