/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/keying.h"

G_BEGIN_DECLS

/* Begins the second keying of a component by @keyer: the ballot pad for ballots, else a grid of the same
 * kind as that of the first keying, empty of what the first person keyed. @counts: a component with
 * ballots was counted by hand, and the counts are keyed. While it is open nothing of the window behind is
 * to be seen. (transfer none) */
GtkWindow *xr_second_keying_present (GtkWidget *widget, XrOffice *office, gint64 round,
                                     gint64 component, gint64 post, gint64 group, gboolean counts,
                                     const char *keyer);

G_END_DECLS
