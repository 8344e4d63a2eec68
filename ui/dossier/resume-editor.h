/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The résumé of a candidate as lines of two months and a text, each with what is wrong about it, or as the
 * whole text for pasting one in. What is left is saved. */

#define XR_TYPE_RESUME_EDITOR (xr_resume_editor_get_type ())
G_DECLARE_FINAL_TYPE (XrResumeEditor, xr_resume_editor, XR, RESUME_EDITOR, AdwBin)

XrResumeEditor *xr_resume_editor_new (void);
void xr_resume_editor_set_candidate (XrResumeEditor *self, XrOffice *office, gint64 candidate);

G_END_DECLS
