/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* 计分办法: the components of a plan with their weights at the left; at the right what belongs to the
 * selected one: sub-items, grades, points by place, groups of voters; and the settings of the result. */

#define XR_TYPE_SCORING_EDITOR (xr_scoring_editor_get_type ())
G_DECLARE_FINAL_TYPE (XrScoringEditor, xr_scoring_editor, XR, SCORING_EDITOR, AdwBin)

void xr_scoring_editor_set_round (XrScoringEditor *self, XrOffice *office, gint64 round);
/* Whether rows of this table are edited here. */
gboolean xr_scoring_editor_shows (const char *table);

G_END_DECLS
