/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/stage.h"

G_BEGIN_DECLS

/* The list at the left: the overview of the office, then the ten stages of the open round, each with a
 * sign, a word for those who hear the window, and the figure that matters there.
 *
 * Signal `open` (int): a stage was chosen, 0: the overview. */

#define XR_TYPE_SIDEBAR (xr_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (XrSidebar, xr_sidebar, XR, SIDEBAR, AdwBin)

XrSidebar *xr_sidebar_new (void);
/* @round 0: no round is open, the stages are not shown. */
void xr_sidebar_show_round (XrSidebar *self, XrOffice *office, gint64 round);
/* Marks a row without emitting `open`. */
void xr_sidebar_mark (XrSidebar *self, int stage);

/* The sign of a state, as all of the program draws it: ✓ ● ○ – ! */
const char *xr_stage_state_sign (XrStageState state);
/* The class of style.css and libadwaita that colours it. */
const char *xr_stage_state_css_class (XrStageState state);

G_END_DECLS
