/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/publicity.h"

G_BEGIN_DECLS

/* A period of 公示 as a strip of days, each with its number where it counts, and else with the reason why it
 * does not: weekend, the holiday's name, the day of posting. Make-up working days say so too. */

#define XR_TYPE_DAY_STRIP (xr_day_strip_get_type ())
G_DECLARE_FINAL_TYPE (XrDayStrip, xr_day_strip, XR, DAY_STRIP, AdwBin)

/* @publicity NULL: no days. @today gets a mark of its own. */
void xr_day_strip_set_period (XrDayStrip *self, const XrPublicity *publicity, XrDate today);

/* One day in a sentence: "2026年3月18日, Wednesday: day 3". (transfer full) */
char *xr_day_strip_describe (const XrPublicityDay *day);
/* What stands under the figure, a word or two. (transfer full) */
char *xr_day_strip_dup_reason (const XrPublicityDay *day);

G_END_DECLS
