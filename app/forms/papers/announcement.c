/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F1 竞岗公告: what the plan says, in the order of an official document. */

#include "config.h"

#include "forms/papers/plan-text.h"

static void
fill_announcement (XrFill *fill)
{
  XrRow *round = xr_fill_load (fill, "round", xr_fill_round (fill));

  xr_plan_text_fill (fill);
  xr_fill_text (fill, "公布日期", xr_fill_date (fill, round, "announced_on"));
}

XR_FORM_DEFINE (announcement, .id = "announcement", .title = "竞岗公告", .scope = XR_SCOPE_ROUND,
                .stages = XR_AT_STAGE (1), .kind = XR_PAPER_DOCUMENT,
                .flags = XR_FORM_SEALED | XR_FORM_STAMPED, .fill = fill_announcement)
