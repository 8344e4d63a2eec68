/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The window 为何这样排名 of one post: what each component gave a candidate, what separates him from
 * his neighbours and the smallest change that would swap them, the judges, the result without each
 * judge, and with other weights. It only reads. */

#define XR_TYPE_EXPLAIN_WINDOW (xr_explain_window_get_type ())
G_DECLARE_FINAL_TYPE (XrExplainWindow, xr_explain_window, XR, EXPLAIN_WINDOW, AdwWindow)

/* @post: its row id; @position: in its standings, who is shown first. */
void xr_explain_window_present (GtkWidget *widget, XrOffice *office, gint64 round, gint64 post,
                                int position);

G_END_DECLS
