/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/**
 * xr_blank_book_write:
 * @path: where to; what is there is replaced
 *
 * An empty registration workbook for applicants: the sheet 报名 with drop-down lists of the round's posts and
 * the official words, a note on each column, and a sheet of explanations. Filled in, it comes back by the
 * import of people.
 */
gboolean xr_blank_book_write (XrOffice *office, gint64 round, const char *path, GError **error);

G_END_DECLS
