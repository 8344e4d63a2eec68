/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/window.h"

G_BEGIN_DECLS

/* Shows the seal of the office file, and checks its whole history, with a seal from paper if one is
 * given. */
void xr_verify_window_present (XrWindow *window);

G_END_DECLS
