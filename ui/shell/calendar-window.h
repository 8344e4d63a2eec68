/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/window.h"

G_BEGIN_DECLS

/* The office's own days off and make-up days, laid over the built-in working calendar. */
void xr_calendar_window_present (XrWindow *window);

G_END_DECLS
