/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/stage-page.h"

G_BEGIN_DECLS

/* Stage 6: the ranking, and who is inspected. */

#define XR_TYPE_SHORTLIST_PAGE (xr_shortlist_page_get_type ())
G_DECLARE_FINAL_TYPE (XrShortlistPage, xr_shortlist_page, XR, SHORTLIST_PAGE, XrStagePage)

G_END_DECLS
