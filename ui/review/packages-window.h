/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The review packages of @round: who got what and when, and what came back. New ones are made from here,
 * and answers taken in. */
void xr_packages_window_present (GtkWidget *widget, XrOffice *office, gint64 round);

G_END_DECLS
