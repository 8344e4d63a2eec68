/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The writer's lock of an office file, a file beside it. The system gives it up when the process
 * ends, in whatever way. */
typedef struct _XrLock XrLock;

/**
 * xr_lock_acquire:
 * @path: the office file, which need not exist
 *
 * Returns: (transfer full): NULL with XR_STORE_ERROR_LOCKED when somebody else has the lock, or
 * with another error of GIO when there can be no lock file (a folder that is read-only)
 */
XrLock *xr_lock_acquire (const char *path, GError **error);
/* (transfer full): the same lock for another connection of this process; it lasts until the last of them
 * gives it up. Any thread may ask. */
XrLock *xr_lock_ref (XrLock *lock);
void xr_lock_release (XrLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrLock, xr_lock_release)

/* Makes the empty file @path, which must not be there, readable and writable by its owner alone. */
gboolean xr_file_create_private (const char *path, GError **error);
/* Brings the file, and its name in the folder, to the disk. */
gboolean xr_file_sync (const char *path, GError **error);

G_END_DECLS
