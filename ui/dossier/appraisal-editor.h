/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The yearly appraisals of a candidate as a table of years, results and notes, each line with what is to be
 * said about it. What is left is saved, as the one text that the file and the form have. */

#define XR_TYPE_APPRAISAL_EDITOR (xr_appraisal_editor_get_type ())
G_DECLARE_FINAL_TYPE (XrAppraisalEditor, xr_appraisal_editor, XR, APPRAISAL_EDITOR, AdwBin)

XrAppraisalEditor *xr_appraisal_editor_new (void);
void xr_appraisal_editor_set_candidate (XrAppraisalEditor *self, XrOffice *office,
                                        gint64 candidate);

G_END_DECLS
