/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* Says that the person is known from an earlier round, and leads to what has changed since, to be taken
 * over or not. Hidden where there is nothing to say. */

#define XR_TYPE_EARLIER_BAR (xr_earlier_bar_get_type ())
G_DECLARE_FINAL_TYPE (XrEarlierBar, xr_earlier_bar, XR, EARLIER_BAR, AdwBin)

XrEarlierBar *xr_earlier_bar_new (void);
void xr_earlier_bar_set_candidate (XrEarlierBar *self, XrOffice *office, gint64 candidate);

G_END_DECLS
