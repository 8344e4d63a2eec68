/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "widgets/step.h"

G_BEGIN_DECLS

/* What has to be on record about the inspection of one person (rules.md 2.5), step by step, with the places
 * of the page. A veto stands first and blocks. (transfer full) (element-type XrStageStep) */
GPtrArray *xr_inspection_steps (XrOffice *office, gint64 application);

/* How a conclusion of a check reads as a mark: NULL when it was not checked yet. */
XrMark xr_inspection_mark_conclusion (const char *conclusion);

G_END_DECLS
