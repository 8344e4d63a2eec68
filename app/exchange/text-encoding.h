/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * xr_text_decode:
 * @bytes: a text file
 * @encoding: (out) (transfer none): "UTF-8", "UTF-16" or "GB18030", as it was read
 *
 * Returns: (transfer full): the text as UTF-8 without a byte order mark; or %NULL with a sentence
 *   (%G_IO_ERROR_INVALID_DATA) when it is none of these, or the words in it were spoilt by a program that took
 *   one for another before
 */
char *xr_text_decode (GBytes *bytes, const char **encoding, GError **error);

/* Whether a cell holds what no keyboard writes: the sign for a lost character, or one of private use. */
gboolean xr_text_is_spoilt (const char *text);

G_END_DECLS
