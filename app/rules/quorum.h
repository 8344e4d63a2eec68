/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/plan.h"

G_BEGIN_DECLS

/* The counts of one meeting or vote; XR_COUNT_NONE where nobody entered them (rules.md section 4). */
typedef struct
{
  int members; /* 成员总数 */
  int due;     /* 应到 */
  int present; /* 实到 */
  int valid;   /* 有效票 */
} XrBodyCounts;

/* How a count stands to what is asked of it. */
typedef struct
{
  gboolean known; /* FALSE: a count is missing, and nothing else here holds */
  gboolean met;
  int base;   /* the denominator */
  int needed; /* the least number that meets it */
} XrShareCheck;

/* Returns: the denominator that @body names, or XR_COUNT_NONE */
int xr_body_counts_get (const XrBodyCounts *counts, XrBody body);

/* The least count with count ≥ @ratio × @base (到会比例: 不少于). @base ≥ 0. */
gint64 xr_quorum_least_present (XrRatio ratio, gint64 base);

/* The least count with count > @ratio × @base (通过比例: 超过; exactly half or 2/3 fails). @base ≥ 0. */
gint64 xr_quorum_least_majority (XrRatio ratio, gint64 base);

/* Whether enough came: 实到 ≥ @ratio of @body (成员总数 or 应到). */
XrShareCheck xr_quorum_check_presence (XrRatio ratio, XrBody body, const XrBodyCounts *counts);

/* Whether @yes > @ratio of @body; @yes is XR_COUNT_NONE where nobody entered it. */
XrShareCheck xr_quorum_check_majority (XrRatio ratio, XrBody body, const XrBodyCounts *counts,
                                       int yes);

G_END_DECLS
