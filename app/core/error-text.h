/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * xr_error_text:
 *
 * Returns: what to show for @error: its own sentence where it is one of ours, and ours instead of the
 * system's, whose words may be English. Valid as long as @error.
 */
const char *xr_error_text (const GError *error);

G_END_DECLS
