/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/window.h"

G_BEGIN_DECLS

/* What the window's menus start: new rounds, files in and out, and the dialogs of the office. Installs
 * the actions on the window's class. */
void xr_window_install_menu_actions (GtkWidgetClass *widget_class);

G_END_DECLS
