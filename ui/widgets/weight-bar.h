/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/decimal.h"

G_BEGIN_DECLS

/* A bar that shows parts of 100: one segment a part, and in words whether they add up. */

#define XR_TYPE_WEIGHT_BAR (xr_weight_bar_get_type ())
G_DECLARE_FINAL_TYPE (XrWeightBar, xr_weight_bar, XR, WEIGHT_BAR, GtkWidget)

XrWeightBar *xr_weight_bar_new (void);
void xr_weight_bar_clear (XrWeightBar *self);
/* @weight: per cent, not negative. */
void xr_weight_bar_add (XrWeightBar *self, const char *name, XrDecimal weight);

G_END_DECLS
