/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/window.h"

G_BEGIN_DECLS

/* Asks for title, unit and the plan to begin from (a built-in one, that of an earlier round, or an empty
 * one), makes the round and opens it in @window. @copy_from: the round whose plan is chosen at first, or
 * 0. */
void xr_new_round_dialog_present (XrWindow *window, gint64 copy_from);

G_END_DECLS
