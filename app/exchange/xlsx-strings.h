/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/package.h"

G_BEGIN_DECLS

/* The shared strings and the number formats of a workbook: what the cells point at. */

/* All shared strings one after the other in a single block, each ended by a NUL. */
typedef struct
{
  char *bytes;
  gsize used, size;
  GArray *offsets; /* guint32, one more than there are strings */
} XrStringPool;

void xr_string_pool_clear (XrStringPool *pool);
/* Reads the part that holds the shared strings. */
gboolean xr_string_pool_read (XrStringPool *pool, XrPackage *package, const char *part,
                              GError **error);
/* Returns NULL when there is no string @index. */
const char *xr_string_pool_get (const XrStringPool *pool, guint64 index, guint32 *length);

/* Reads the part that holds the styles: for each cell style, whether it shows a date.
 * Returns: (transfer full): bytes 0 or 1 */
GByteArray *xr_date_styles_read (XrPackage *package, const char *part, GError **error);
/* Whether a number format such as `yyyy\-mm\-dd` shows a date. */
gboolean xr_number_format_is_date (const char *format);

/* Replaces `_x000D_` and the like by the characters they stand for, in place. Returns the new
 * length; @text stays ended by a NUL. */
gsize xr_text_unescape (char *text, gsize length);

G_END_DECLS
