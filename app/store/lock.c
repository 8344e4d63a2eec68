/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The little that the office file asks of the system beyond GLib: a lock that dies with its
 * process, a file that only its owner can read, and names that are on the disk. A port to another
 * system changes this file only. */

#include "config.h"

#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/database.h"

struct _XrLock
{
  char *path;
  int fd;
  gatomicrefcount n_holders;
};

static gboolean
set_system_error (GError **error, const char *path)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", name, g_strerror (code));
  return FALSE;
}

/* Somebody may have removed the lock file between our open and our lock; then it is no lock. */
static gboolean
is_still_there (XrLock *lock)
{
  struct stat ours, there;

  return fstat (lock->fd, &ours) == 0 && stat (lock->path, &there) == 0
         && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
}

static void
free_lock (XrLock *lock)
{
  if (lock->fd >= 0)
    close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}

static gboolean
try_lock (XrLock *lock, GError **error)
{
  lock->fd = open (lock->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock->fd < 0)
    return set_system_error (error, lock->path);
  if (flock (lock->fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  if (errno != EWOULDBLOCK)
    return set_system_error (error, lock->path);
  g_set_error_literal (error, XR_STORE_ERROR, XR_STORE_ERROR_LOCKED,
                       _ ("Another program has this office file open for writing."));
  return FALSE;
}

XrLock *
xr_lock_acquire (const char *path, GError **error)
{
  XrLock *lock = g_new0 (XrLock, 1);

  g_return_val_if_fail (path != NULL, NULL);

  lock->path = g_strconcat (path, ".lock", NULL);
  lock->fd = -1;
  g_atomic_ref_count_init (&lock->n_holders);
  while (try_lock (lock, error))
    {
      if (is_still_there (lock))
        return lock;
      close (lock->fd);
    }
  free_lock (lock);
  return NULL;
}

XrLock *
xr_lock_ref (XrLock *lock)
{
  g_atomic_ref_count_inc (&lock->n_holders);
  return lock;
}

void
xr_lock_release (XrLock *lock)
{
  if (!g_atomic_ref_count_dec (&lock->n_holders))
    return;
  /* Removed while it is still ours, so that nobody's lock is taken away. */
  g_unlink (lock->path);
  free_lock (lock);
}

gboolean
xr_file_create_private (const char *path, GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  gboolean made = fd >= 0 && fchmod (fd, 0600) == 0;

  if (!made)
    set_system_error (error, path);
  if (fd >= 0)
    close (fd);
  return made;
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int fd = open (path, flags | O_CLOEXEC);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    set_system_error (error, path);
  if (fd >= 0)
    close (fd);
  return synced;
}

gboolean
xr_file_sync (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (path, O_RDONLY, error) && sync_path (folder, O_RDONLY | O_DIRECTORY, error);
}
