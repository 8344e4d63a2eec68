/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts in the national encoding: GB2312 and GBK are parts of GB18030. */

/* UTF-8; NULL when the bytes are no text in GB18030, or have a NUL among them. (transfer full) */
char *xr_gb_to_utf8 (const char *data, gsize size);
/* Every character of Unicode has a place in it. (transfer full) */
GBytes *xr_gb_from_utf8 (const char *text);

G_END_DECLS
