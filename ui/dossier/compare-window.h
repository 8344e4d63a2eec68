/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dossier/reading-view.h"
#include "round/office.h"

G_BEGIN_DECLS

/* Dossiers to read: one laid out for the eye, or two to four side by side with their differences marked.
 * The arrow keys go to the previous and the next person of the round. Nothing can be changed here. */

#define XR_COMPARE_MAX XR_READING_MAX

/* @candidates: those to show at first, 1 to XR_COMPARE_MAX of @round. */
void xr_compare_window_present (GtkWidget *widget, XrOffice *office, gint64 round,
                                const gint64 *candidates, guint n);

G_END_DECLS
