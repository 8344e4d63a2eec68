/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/breakdown.h"
#include "rules/evidence.h"

G_BEGIN_DECLS

/* The breakdown of one application over evidence that is already indexed. `value` is left unset: it is
 * not the judges' business how a component is scaled. Private to rules/. */
XrJudgesBreakdown *xr_judges_work_out (const XrEvidence *evidence, int component, int application);

G_END_DECLS
