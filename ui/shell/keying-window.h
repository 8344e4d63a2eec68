/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The window of a keying file: it asks for the passphrase, and then nothing can be done in it but key the
 * sheets of the file and write what was keyed. There is no round, no result and no record in it. */

#define XR_TYPE_KEYING_WINDOW (xr_keying_window_get_type ())
G_DECLARE_FINAL_TYPE (XrKeyingWindow, xr_keying_window, XR, KEYING_WINDOW, AdwApplicationWindow)

/* @path: a keying file. (transfer none) */
XrKeyingWindow *xr_keying_window_new (GtkApplication *application, const char *path);
/* The keying file. */
const char *xr_keying_window_get_path (XrKeyingWindow *self);

G_END_DECLS
