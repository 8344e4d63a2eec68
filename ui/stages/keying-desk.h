/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/keying.h"

G_BEGIN_DECLS

/* 双人录入 of one component: how far the second keying is, the button that begins it, what differs side
 * by side, and how often who was wrong. In the list 1 takes the first keying, 2 the second, 3 asks for
 * what the sheet of paper says. */

#define XR_TYPE_KEYING_DESK (xr_keying_desk_get_type ())
G_DECLARE_FINAL_TYPE (XrKeyingDesk, xr_keying_desk, XR, KEYING_DESK, AdwBin)

XrKeyingDesk *xr_keying_desk_new (void);
/* @post, @group: where the second keying begins, 0: anywhere. Reads again. */
void xr_keying_desk_show (XrKeyingDesk *self, XrOffice *office, gint64 round, gint64 component,
                          gint64 post, gint64 group, gboolean editable);
/* Puts the keyboard on the differences, or where there are none on the button that begins. */
void xr_keying_desk_focus (XrKeyingDesk *self);

G_END_DECLS
