/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/stage.h"

G_BEGIN_DECLS

/* The content of stages 4 and 5: the components that are scored there as tabs, the post, and for the
 * component what its method records: scores, judges, lots, the account of ballots, ballots, counts made
 * by hand, votes, results. */

#define XR_TYPE_COMPONENT_VIEW (xr_component_view_get_type ())
G_DECLARE_FINAL_TYPE (XrComponentView, xr_component_view, XR, COMPONENT_VIEW, AdwBin)

XrComponentView *xr_component_view_new (XrStage stage);
void xr_component_view_set_round (XrComponentView *self, XrOffice *office, gint64 round);
/* Reads again what does not follow the file by itself. */
void xr_component_view_refresh (XrComponentView *self, gboolean editable);
/* A place that a condition names; FALSE: unknown. */
gboolean xr_component_view_go_to (XrComponentView *self, const char *place);

G_END_DECLS
