/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/**
 * xr_backup_automatic:
 * @folder: made when it isn't there
 * @keep: how many backups of this office file stay, 1 or more
 *
 * Puts a dated backup into @folder, `NAME-IDENTITY-20260318-080000.xuanren`, and removes the oldest
 * backups of the same office file beyond @keep. Other files are left alone.
 *
 * Returns: (transfer full): the path of the backup, NULL with @error
 */
char *xr_backup_automatic (XrDatabase *db, const char *folder, guint keep,
                           GCancellable *cancellable, GError **error);

/* The dated copy beside the file that is kept when the schema changes,
 * `NAME-v1-20260318-080000.xuanren`. */
gboolean xr_backup_before_upgrade (XrDatabase *db, int version, GError **error);

G_END_DECLS
