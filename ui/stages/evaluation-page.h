/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/stage-page.h"

G_BEGIN_DECLS

/* Stage 5, 民主测评: ballots, votes, and the scores of leaders and appraisals. */

#define XR_TYPE_EVALUATION_PAGE (xr_evaluation_page_get_type ())
G_DECLARE_FINAL_TYPE (XrEvaluationPage, xr_evaluation_page, XR, EVALUATION_PAGE, XrStagePage)

G_END_DECLS
