/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/person-sheet.h"

G_BEGIN_DECLS

/* What the columns of a foreign list mean. Fields are the columns of the sheet 报名, in its order. */

#define XR_PERSON_N_FIELDS 24

/* The title that the workbook has for a field; (transfer none). */
const char *xr_person_field_title (guint field);
/* The name in XrTable `candidate`; "post_id" and "wish" are those of the application. (transfer none) */
const char *xr_person_field_name (guint field);
/* Whether it says something of the person, and not of the application only. */
gboolean xr_person_field_is_fact (guint field);
/* The index of a title of the workbook, −1 when it has none such. */
int xr_person_field_find (const char *title);

/* What a column most likely is by its title, as lists of other programs word it; −1: unknown. */
int xr_column_guess (const char *title);
/* For xr_person_sheet_read(). */
gboolean xr_column_is_known (const char *title);

/* Returns: (transfer full) (element-type int): for each column of @sheet a field or −1. @remembered: what
 * xr_column_map_to_text() gave for such a sheet, or NULL: by the titles. No field stands twice. */
GArray *xr_column_map_new (const XrPersonSheet *sheet, const char *remembered);
/* What tells sheets with other columns apart. (transfer full) */
char *xr_column_map_signature (const XrPersonSheet *sheet);
/* For remembering. (transfer full) */
char *xr_column_map_to_text (const GArray *map);

G_END_DECLS
