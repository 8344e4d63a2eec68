/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/round.h"

G_BEGIN_DECLS

/* What the file knows by itself of the reasons against inspection (rules/exclusion.h) for somebody of a round.
 * @item: "X1" … "X7". (transfer full) (nullable): NULL where nothing speaks for the item */
char *xr_round_exclusion_facts (XrOffice *office, gint64 round, gint64 application,
                                const char *item);

G_END_DECLS
