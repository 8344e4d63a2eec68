/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* The announcement 竞岗公告 as text for the screen, made from the plan as it stands: parts that the plan
 * does not have yet are left out, never invented. Pango markup. (transfer full) */
char *xr_announcement_dup_markup (XrOffice *office, gint64 round);

G_END_DECLS
