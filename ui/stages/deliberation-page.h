/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/stage-page.h"

G_BEGIN_DECLS

/* Stage 8, 集体研究: the meeting with its members at the left, the posts with their candidates and votes at
 * the right. */

#define XR_TYPE_DELIBERATION_PAGE (xr_deliberation_page_get_type ())
G_DECLARE_FINAL_TYPE (XrDeliberationPage, xr_deliberation_page, XR, DELIBERATION_PAGE, XrStagePage)

G_END_DECLS
