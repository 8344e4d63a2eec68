/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A short guide to the page on the screen. @stage 0: the overview. */
void xr_help_window_present (GtkWindow *parent, int stage);

G_END_DECLS
