/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The content of a plain file of at most @max bytes; NULL with a sentence that says what to do. */
GBytes *xr_file_load_bytes (GFile *file, gsize max, GError **error);

G_END_DECLS
