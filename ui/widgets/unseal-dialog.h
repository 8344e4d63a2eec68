/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/sealed-file.h"

G_BEGIN_DECLS

/* @content and @passphrase are the dialog's; take what is needed longer. */
typedef void (*XrUnsealFunc) (GBytes *content, const char *passphrase, gpointer data);

/**
 * xr_unseal_dialog_present:
 * @parent: (nullable): a widget of the window that it belongs to; without one the dialog stands alone
 * @sealed: the bytes of a sealed file
 * @heading: what is to be opened
 * @body: whose passphrase it is
 *
 * Asks for the passphrase and opens @sealed off the main loop. A wrong one is told, and asked for again;
 * @func runs once, when the file is open. Escape closes without a call.
 */
void xr_unseal_dialog_present (GtkApplication *application, GtkWidget *parent, GBytes *sealed,
                               XrSealedKind kind, const char *heading, const char *body,
                               XrUnsealFunc func, gpointer data, GDestroyNotify free_data);

G_END_DECLS
