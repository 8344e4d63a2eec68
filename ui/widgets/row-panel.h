/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "widgets/field-grid.h"

G_BEGIN_DECLS

/* The one row that a table holds for an owner (an inspection, an appointment), on the page itself: each
 * field is saved on leaving it. Property `table` (construct-only): a table whose key is its owner;
 * `fields` (construct-only): names of the fields to show, divided by blanks; all when it is not set. */

#define XR_TYPE_ROW_PANEL (xr_row_panel_get_type ())
G_DECLARE_FINAL_TYPE (XrRowPanel, xr_row_panel, XR, ROW_PANEL, AdwBin)

XrRowPanel *xr_row_panel_new (const char *table);
const XrTable *xr_row_panel_get_table (XrRowPanel *self);
/* Shows the row of @owner, or nothing when it is 0. */
void xr_row_panel_set_owner (XrRowPanel *self, XrOffice *office, gint64 owner);

G_END_DECLS
