/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/sealed-file.h"

G_BEGIN_DECLS

/* Asks for the passphrase of a review package and opens it in the reading mode. */
void xr_review_package_open (GtkApplication *application, GBytes *sealed);

G_END_DECLS
