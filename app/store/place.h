/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Office files appear under their name when they are whole: they are filled under another name in the
 * same folder, brought to the disk, and renamed. */

/* An empty file beside @path, for its owner only. Returns: (transfer full): its path */
char *xr_place_make_temporary (const char *path, GError **error);
/* With what SQLite may have left beside it. */
void xr_place_remove_temporary (const char *temporary);

/* FALSE with XR_STORE_ERROR_EXISTS when there is a file at @path, or the log of one. */
gboolean xr_place_check_free (const char *path, GError **error);
/* Sets XR_STORE_ERROR_EXISTS. Returns: FALSE */
gboolean xr_place_set_taken (const char *path, GError **error);
/* Whether a log with changes lies beside the file. */
gboolean xr_place_has_pending_log (const char *path);

/* Brings @temporary to the disk and gives it its name; refuses a name that is taken unless
 * @overwrite, and always one that a writer has open. */
gboolean xr_place_put (const char *temporary, const char *path, gboolean overwrite, GError **error);

G_END_DECLS
