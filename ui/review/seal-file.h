/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/sealed-file.h"

G_BEGIN_DECLS

/* @error: NULL when the file at @path is written. */
typedef void (*XrSealFileFunc) (GtkWidget *widget, const char *path, const GError *error,
                                gpointer data);

/**
 * xr_seal_file:
 * @widget: its window takes no input meanwhile
 *
 * Seals @content into the file at @path off the main loop, then calls @func.
 */
void xr_seal_file (GtkWidget *widget, const char *path, XrSealedKind kind, GBytes *content,
                   const char *passphrase, XrSealFileFunc func, gpointer data,
                   GDestroyNotify free_data);

G_END_DECLS
