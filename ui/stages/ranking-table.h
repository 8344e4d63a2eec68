/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/result.h"

G_BEGIN_DECLS

/* The ranking of one post: components with small bars, total, gap to the next, the cut as a line. Signal:
 * `moved`, when another line is selected. */

#define XR_TYPE_RANKING_TABLE (xr_ranking_table_get_type ())
G_DECLARE_FINAL_TYPE (XrRankingTable, xr_ranking_table, XR, RANKING_TABLE, AdwBin)

/* @listed: ids of the applications on the list of those who are inspected (element-type gint64). @decided: a
 * recorded decision settled it. All is copied. Keeps the selection. */
void xr_ranking_table_show (XrRankingTable *self, const XrCase *contest, const XrPostResult *post,
                            GArray *listed, gboolean decided);
/* The place in the standings of the selected line, −1 when there is none. */
int xr_ranking_table_get_position (XrRankingTable *self);

G_END_DECLS
