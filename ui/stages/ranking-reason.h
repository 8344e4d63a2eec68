/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/breakdown.h"
#include "widgets/fact-list.h"

G_BEGIN_DECLS

/* Why a candidate stands where he stands, from the result and nothing else. */

/* @value × @weight per cent, with as many decimals as it has and no fewer than two. (transfer full) */
char *xr_ranking_dup_contribution (XrDecimal value, XrDecimal weight);

/* The difference of two totals, never negative. (transfer full) */
char *xr_ranking_dup_margin (XrDecimal a, XrDecimal b, guint places);

/* The place of a candidate, the word 并列 included; why there is none otherwise. (transfer full) */
char *xr_ranking_dup_rank (const XrCase *contest, const XrStanding *standing);

/* Shows it all in @list: components, dropped scores, margins, and what decided. @position: in the
 * standings of @post. */
void xr_ranking_explain (XrFactList *list, const XrCase *contest, const XrPostResult *post,
                         guint position);

G_END_DECLS
