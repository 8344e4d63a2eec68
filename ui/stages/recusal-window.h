/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* Who has to recuse from what in @round and whether it is done, for judges, inspectors and members of the
 * meeting; and the ties that people enter. */
void xr_recusal_window_present (GtkWidget *widget, XrOffice *office, gint64 round);

/* The button that opens it, for the lists of those who may have to recuse. (transfer floating) */
GtkWidget *xr_recusal_button_new (void);

G_END_DECLS
