/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Returns FALSE to read no further. @cells: UTF-8, @n ≥ 1, valid until the function returns. */
typedef gboolean (*XrCsvRowFunc) (guint32 number, char **cells, guint n, gpointer data);

/* Comma, semicolon or tab: which of them divides the first line, quoted parts left out. */
char xr_csv_find_divider (const char *text);

/**
 * xr_csv_read:
 * @text: UTF-8
 *
 * Calls @func for every line; lines count from 1, a cell in quotes may go over several. A quote inside a cell
 * that doesn't begin with one is a character like any other.
 *
 * Returns: %FALSE with a sentence (%G_IO_ERROR_INVALID_DATA) when a quote isn't closed
 */
gboolean xr_csv_read (const char *text, char divider, XrCsvRowFunc func, gpointer data,
                      GError **error);

G_END_DECLS
