/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/stage-page.h"

G_BEGIN_DECLS

/* Stage 3: whether each candidate meets each condition. */

#define XR_TYPE_ELIGIBILITY_PAGE (xr_eligibility_page_get_type ())
G_DECLARE_FINAL_TYPE (XrEligibilityPage, xr_eligibility_page, XR, ELIGIBILITY_PAGE, XrStagePage)

G_END_DECLS
