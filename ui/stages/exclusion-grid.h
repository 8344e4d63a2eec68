/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The seven reasons against inspection, X1 to X7, for everybody on the list of a post. Each cell opens
 * the finding; one button a person answers all that are still open with "not found". */

#define XR_TYPE_EXCLUSION_GRID (xr_exclusion_grid_get_type ())
G_DECLARE_FINAL_TYPE (XrExclusionGrid, xr_exclusion_grid, XR, EXCLUSION_GRID, AdwBin)

/* @applications: ids of those on the list (element-type gint64), copied. */
void xr_exclusion_grid_show (XrExclusionGrid *self, XrOffice *office, gint64 round,
                             GArray *applications, gboolean editable);

/* Whether somebody of @applications (element-type gint64) lacks an answer, or is barred by one. */
gboolean xr_exclusion_checks_are_open (XrOffice *office, GArray *applications);

G_END_DECLS
