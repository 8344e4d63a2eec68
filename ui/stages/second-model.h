/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/keying.h"
#include "widgets/grid-model.h"

G_BEGIN_DECLS

/* The second keying of sheets that are no ballots as a grid: candidates × judges, sub-items, or counts. It
 * shows what was keyed the second time and nothing of the first. */

/* @post: of scores, else 0. @group: of marks counted by hand, else 0. @keyer: who keys. (transfer full) */
XrGridModel *xr_second_model_new (XrOffice *office, gint64 round, gint64 component, gint64 post,
                                  gint64 group, const char *keyer);

G_END_DECLS
