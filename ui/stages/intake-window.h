/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* Lists of people on their way into a round: read and checked off the main loop, shown with every fault at its
 * cell, mended, skipped, and taken in together. */

#define XR_TYPE_INTAKE_WINDOW (xr_intake_window_get_type ())
G_DECLARE_FINAL_TYPE (XrIntakeWindow, xr_intake_window, XR, INTAKE_WINDOW, AdwWindow)

/* @paths: ended by NULL. The window comes when the files are read; those that can't be are told in a
 * dialog on the window of @widget. */
void xr_intake_window_open (GtkWidget *widget, XrOffice *office, gint64 round,
                            const char *const *paths);

G_END_DECLS
