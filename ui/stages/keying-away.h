/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The part of the desk for keying on another computer: keying files that were given out and what became of
 * them, making one, and taking in what was keyed. */

#define XR_TYPE_KEYING_AWAY (xr_keying_away_get_type ())
G_DECLARE_FINAL_TYPE (XrKeyingAway, xr_keying_away, XR, KEYING_AWAY, AdwBin)

XrKeyingAway *xr_keying_away_new (void);
void xr_keying_away_show (XrKeyingAway *self, XrOffice *office, gint64 component,
                          gboolean editable);

G_END_DECLS
