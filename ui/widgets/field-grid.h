/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "widgets/field-editor.h"

G_BEGIN_DECLS

/* Editors of fields in two columns, paragraphs over both; the common ground of dialogs, panels and
 * settings. */

#define XR_TYPE_FIELD_GRID (xr_field_grid_get_type ())
G_DECLARE_FINAL_TYPE (XrFieldGrid, xr_field_grid, XR, FIELD_GRID, AdwBin)

XrFieldGrid *xr_field_grid_new (void);
/* Adds an editor for @field, which must outlive the grid. (transfer none) */
XrFieldEditor *xr_field_grid_add (XrFieldGrid *self, const XrField *field);
void xr_field_grid_clear (XrFieldGrid *self);
/* (element-type XrFieldEditor) */
GPtrArray *xr_field_grid_get_editors (XrFieldGrid *self);
void xr_field_grid_set_editable (XrFieldGrid *self, gboolean editable);

/* Shows what @row holds, and what its references may point at in @round. */
void xr_field_grid_show_row (XrFieldGrid *self, XrOffice *office, XrRow *row, gint64 round);
/* The same, but leaves alone what is being typed: editors that hold what is not kept yet. */
void xr_field_grid_update_row (XrFieldGrid *self, XrOffice *office, XrRow *row, gint64 round);
/* Reads every editor into @row; wrong ones show their sentence, and the first gets the keyboard. */
gboolean xr_field_grid_read_row (XrFieldGrid *self, XrRow *row);

G_END_DECLS
