/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of a result that fewer voters made is not shown, where the plan says no other number: somebody
 * could be found out. */
#define XR_FEWEST_SHOWN 5

/**
 * xr_withhold:
 * @voters: how many made each part, ≥ 0; parts that nobody made give nothing away
 * @fewest: how many voters a part needs to be shown by itself, ≥ 1
 * @withheld: (out caller-allocates) (array length=n): which parts are not to be shown
 *
 * Which parts of a whole are withheld when the whole itself is shown: those of fewer than
 * @fewest voters, and, so that none of them is the whole less what is shown, the next smallest
 * ones until two at least are withheld and @fewest voters stand behind them together.
 */
void xr_withhold (const gint64 *voters, guint n, int fewest, gboolean *withheld);

G_END_DECLS
