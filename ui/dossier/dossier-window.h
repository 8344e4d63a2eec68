/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The dossier of one candidate in a window of its own, in the order of the 干部任免审批表: everything in it
 * is kept as soon as it is left. Beside it stands what does not fit together.
 *
 * Actions: dossier.previous, dossier.next (Ctrl+Page Up, Ctrl+Page Down), dossier.read (Ctrl+R),
 * dossier.export (Ctrl+E), win.undo and win.redo. */

#define XR_TYPE_DOSSIER_WINDOW (xr_dossier_window_get_type ())
G_DECLARE_FINAL_TYPE (XrDossierWindow, xr_dossier_window, XR, DOSSIER_WINDOW, AdwWindow)

/* Shows the candidate; a dossier window that is open already turns to it. */
void xr_dossier_window_present (GtkWidget *widget, XrOffice *office, gint64 candidate);

G_END_DECLS
