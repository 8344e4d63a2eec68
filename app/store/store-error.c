/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What SQLite says, as errors that people can act on. */

#include "config.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

#include "store/database-private.h"

G_DEFINE_QUARK (xr - store - error - quark, xr_store_error)

static gboolean
is_disk_full (int system_errno)
{
  return system_errno == ENOSPC || system_errno == EDQUOT || system_errno == EFBIG;
}

XrStoreError
xr_store_error_from_sqlite (int rc, int system_errno)
{
  switch (rc & 0xff)
    {
    case SQLITE_FULL:
      return XR_STORE_ERROR_FULL;
    case SQLITE_IOERR:
      return is_disk_full (system_errno) ? XR_STORE_ERROR_FULL : XR_STORE_ERROR_FAILED;
    case SQLITE_CORRUPT:
      return XR_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return XR_STORE_ERROR_FOREIGN;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return XR_STORE_ERROR_LOCKED;
    case SQLITE_READONLY:
      return XR_STORE_ERROR_READ_ONLY;
    case SQLITE_CONSTRAINT:
      return XR_STORE_ERROR_CONSTRAINT;
    default:
      return XR_STORE_ERROR_FAILED;
    }
}

/* Returns: the sentence for @code, with a place for the reason where it helps. */
static const char *
get_sentence (XrStoreError code)
{
  switch (code)
    {
    case XR_STORE_ERROR_FULL:
      return _ ("The disk is full: nothing of this step was written. Make room and try again.");
    case XR_STORE_ERROR_DAMAGED:
      return _ ("The office file is damaged (%s). Open the newest backup instead.");
    case XR_STORE_ERROR_FOREIGN:
      return _ ("This is not an office file. Open one whose name ends in .xuanren.");
    case XR_STORE_ERROR_LOCKED:
      return _ ("Another program is writing to the office file. Wait for it and try again.");
    case XR_STORE_ERROR_READ_ONLY:
      return _ ("The office file is open for reading only: nothing can be changed.");
    case XR_STORE_ERROR_CONSTRAINT:
      return _ ("The office file does not take this row (%s).");
    default:
      return _ ("The office file could not be read or written (%s).");
    }
}

/* The system's reason for a failed write. The handle's own note of it may be overwritten by the time
 * that we ask; the files keep theirs. */
static int
get_system_errno (sqlite3 *handle, int rc)
{
  int code = sqlite3_system_errno (handle);
  sqlite3_file *log = NULL;

  if ((rc & 0xff) != SQLITE_IOERR || is_disk_full (code))
    return code;
  sqlite3_file_control (handle, "main", SQLITE_FCNTL_LAST_ERRNO, &code);
  if (is_disk_full (code))
    return code;
  sqlite3_file_control (handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  if (log != NULL && log->pMethods != NULL)
    log->pMethods->xFileControl (log, SQLITE_FCNTL_LAST_ERRNO, &code);
  return code;
}

gboolean
xr_store_set_error (sqlite3 *handle, GError **error)
{
  int rc = sqlite3_extended_errcode (handle);
  XrStoreError code = xr_store_error_from_sqlite (rc, get_system_errno (handle, rc));

  g_debug ("%s", sqlite3_errmsg (handle));
  g_set_error (error, XR_STORE_ERROR, (int) code, get_sentence (code), xr_store_reason (rc));
  return FALSE;
}
