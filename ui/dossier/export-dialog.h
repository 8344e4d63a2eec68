/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* Writes the appointment forms of one, some or all candidates of @round into a folder, as .lrmx or .lrm.
 * @candidate: the one that is chosen at first, 0: all of them. */
void xr_export_dialog_present (GtkWidget *widget, XrOffice *office, gint64 round, gint64 candidate);

G_END_DECLS
