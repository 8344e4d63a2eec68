/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* What a component of ballots or votes gives each candidate: its score, the dimensions and the groups as
 * bars with their figures. Parts of few voters are withheld, so that nobody can be found out
 * (rules/withhold.h). */

#define XR_TYPE_RESULTS_VIEW (xr_results_view_get_type ())
G_DECLARE_FINAL_TYPE (XrResultsView, xr_results_view, XR, RESULTS_VIEW, AdwBin)

XrResultsView *xr_results_view_new (void);
/* @post 0: the candidates of all posts. Reads everything again. */
void xr_results_view_show (XrResultsView *self, XrOffice *office, gint64 round, gint64 component,
                           gint64 post);

G_END_DECLS
