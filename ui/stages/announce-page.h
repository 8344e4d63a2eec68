/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/stage-page.h"

G_BEGIN_DECLS

/* Stage 1, 公布方案: posts, conditions, scoring, schedule, organisation, and the announcement. */

#define XR_TYPE_ANNOUNCE_PAGE (xr_announce_page_get_type ())
G_DECLARE_FINAL_TYPE (XrAnnouncePage, xr_announce_page, XR, ANNOUNCE_PAGE, XrStagePage)

G_END_DECLS
