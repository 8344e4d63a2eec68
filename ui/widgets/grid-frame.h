/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/score-grid.h"

G_BEGIN_DECLS

/* The grid with all that goes round it: scrolling, the sentence of an empty table, and below it the cell
 * under the cursor in words, or why the last entry was refused. */

#define XR_TYPE_GRID_FRAME (xr_grid_frame_get_type ())
G_DECLARE_FINAL_TYPE (XrGridFrame, xr_grid_frame, XR, GRID_FRAME, AdwBin)

XrGridFrame *xr_grid_frame_new (void);
XrScoreGrid *xr_grid_frame_get_grid (XrGridFrame *self);
/* @title: the table's accessible name; @empty: what an empty table says: the first step. @model may be
 * NULL. */
void xr_grid_frame_set_model (XrGridFrame *self, XrGridModel *model, const char *title,
                              const char *empty);

G_END_DECLS
