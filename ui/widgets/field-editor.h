/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/table.h"

G_BEGIN_DECLS

/* One field of a description on the screen: label, control, hint, and the sentence that says what is
 * wrong with it. Signals: `changed` while it is typed, `committed` when it is left, chosen or switched. */

#define XR_TYPE_FIELD_EDITOR (xr_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (XrFieldEditor, xr_field_editor, XR, FIELD_EDITOR, AdwBin)

/* @field must outlive the editor; descriptions are static. */
XrFieldEditor *xr_field_editor_new (const XrField *field);
const XrField *xr_field_editor_get_field (XrFieldEditor *self);

/* What a REFERENCE may point at: rows with their titles. */
void xr_field_editor_set_references (XrFieldEditor *self, const gint64 *ids,
                                     const char *const *titles, guint n);

/* @canonical: the stored text, or NULL. Takes any error away; emits nothing. */
void xr_field_editor_set_value (XrFieldEditor *self, const char *canonical);
/* What stands there, to be read with xr_field_parse(); "" when empty. (transfer full) */
char *xr_field_editor_dup_text (XrFieldEditor *self);
/* Whether somebody changed it since xr_field_editor_set_value(), so that it holds what is not kept yet. */
gboolean xr_field_editor_get_edited (XrFieldEditor *self);
/* @message NULL: nothing is wrong. */
void xr_field_editor_set_error (XrFieldEditor *self, const char *message);
void xr_field_editor_set_editable (XrFieldEditor *self, gboolean editable);
/* Puts the keyboard there. */
void xr_field_editor_focus (XrFieldEditor *self);

G_END_DECLS
