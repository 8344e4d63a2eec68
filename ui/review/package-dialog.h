/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* Makes a review package of @round: who reads, whose dossiers, blind or not; then the passphrase and the
 * file. What was given out is recorded when the file is written. */
void xr_package_dialog_present (GtkWidget *widget, XrOffice *office, gint64 round);

G_END_DECLS
