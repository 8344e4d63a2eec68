/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The main window of one office file: the overview, and the stages of the open round.
 *
 * Actions that pages may use: win.show-stage (i), win.show-place ((is): stage and place),
 * win.open-round (x), win.show-overview, win.undo, win.redo, win.new-round, win.import, win.demo. */

#define XR_TYPE_WINDOW (xr_window_get_type ())
G_DECLARE_FINAL_TYPE (XrWindow, xr_window, XR, WINDOW, AdwApplicationWindow)

XrWindow *xr_window_new (GtkApplication *application, XrOffice *office);
XrOffice *xr_window_get_office (XrWindow *self);
/* The open round, 0: none. */
gint64 xr_window_get_round (XrWindow *self);
/* The stage on the screen, 0: the overview. */
int xr_window_get_stage (XrWindow *self);
/* Opens a round at the stage where it stands. */
void xr_window_open_round (XrWindow *self, gint64 round);
/* Shows what the file says now; runs by itself when it changes. */
void xr_window_refresh (XrWindow *self);

G_END_DECLS
