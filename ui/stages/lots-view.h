/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The lots of a component: what is drawn, seed, draw, what came out, and the line by which anybody can draw it
 * again. */

#define XR_TYPE_LOTS_VIEW (xr_lots_view_get_type ())
G_DECLARE_FINAL_TYPE (XrLotsView, xr_lots_view, XR, LOTS_VIEW, AdwBin)

XrLotsView *xr_lots_view_new (void);
/* Reads everything again. @post: chosen on the page, 0: the component has none; @method: of the component, as
 * the plan has it */
void xr_lots_view_show (XrLotsView *self, XrOffice *office, gint64 component, const char *method,
                        gint64 post, gboolean editable);

G_END_DECLS
