/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/stage-page.h"

G_BEGIN_DECLS

/* Stage 9, 任前公示: what was posted, the period day by day, the complaints, the text of the notice. */

#define XR_TYPE_PUBLICITY_PAGE (xr_publicity_page_get_type ())
G_DECLARE_FINAL_TYPE (XrPublicityPage, xr_publicity_page, XR, PUBLICITY_PAGE, XrStagePage)

G_END_DECLS
