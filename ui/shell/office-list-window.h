/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/window.h"

G_BEGIN_DECLS

/* A window with a list of the office itself, of no round: its holidays, its jury. @table: a name of
 * round/table.h whose rows have no owner. @title: translated. */
void xr_office_list_window_present (XrWindow *window, const char *table, const char *title);

G_END_DECLS
