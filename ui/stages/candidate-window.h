/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "widgets/field-grid.h"

G_BEGIN_DECLS

/* The dossier of one candidate in a window of its own, to be read and completed. @candidate: a row of the
 * file, or a new one of @round, for which the window also asks for the post (0: none is suggested). */
void xr_candidate_window_present (GtkWidget *widget, XrOffice *office, gint64 round,
                                  XrRow *candidate, gint64 post);

G_END_DECLS
