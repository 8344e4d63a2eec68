/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/round.h"
#include "widgets/field-grid.h"

G_BEGIN_DECLS

/* Settings of the plan on the page, each saved on leaving it.
 *
 * Properties (construct-only): `part`, "rule" or "text": all settings of that part of xr_settings_all();
 * `names`: instead, names of settings divided by blanks, in the order of the page. */

#define XR_TYPE_SETTINGS_FORM (xr_settings_form_get_type ())
G_DECLARE_FINAL_TYPE (XrSettingsForm, xr_settings_form, XR, SETTINGS_FORM, AdwBin)

void xr_settings_form_set_round (XrSettingsForm *self, XrOffice *office, gint64 round);
/* Puts the keyboard into the first field that is required and empty, or else into the first one. */
void xr_settings_form_focus_gap (XrSettingsForm *self);

G_END_DECLS
