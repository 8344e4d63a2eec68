/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/stage-page.h"

G_BEGIN_DECLS

/* Stage 7, 组织考察: those on the shortlist one after the other, with steps, checks, findings, talks and
 * complaints; the team; the veto. */

#define XR_TYPE_INSPECTION_PAGE (xr_inspection_page_get_type ())
G_DECLARE_FINAL_TYPE (XrInspectionPage, xr_inspection_page, XR, INSPECTION_PAGE, XrStagePage)

G_END_DECLS
