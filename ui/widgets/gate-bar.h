/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/stage.h"

G_BEGIN_DECLS

/* The bar at the foot of a stage's page: while the stage is open its conditions, each leading to the
 * place where it is mended, with the buttons to sign and to close; once it is closed, who signed, the
 * seal, and the way to correct it.
 *
 * Signal `go-to` (char *place): a condition was clicked; `sign`: the sign-off is wanted. */

#define XR_TYPE_GATE_BAR (xr_gate_bar_get_type ())
G_DECLARE_FINAL_TYPE (XrGateBar, xr_gate_bar, XR, GATE_BAR, AdwBin)

/* Shows the stage as it stands in the file now. */
void xr_gate_bar_show (XrGateBar *self, XrOffice *office, gint64 round, XrStage stage);

G_END_DECLS
