/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "forms/form.h"

G_BEGIN_DECLS

/* A form on a page of the program: the paper as it would be printed now, with a button to preview and
 * print it. Property: `form` (char *, construct): id of the form. */

#define XR_TYPE_FORM_VIEW (xr_form_view_get_type ())
G_DECLARE_FINAL_TYPE (XrFormView, xr_form_view, XR, FORM_VIEW, AdwBin)

/* @subject: (nullable): what the copy is about; NULL: the first copy, or a blank one */
void xr_form_view_show (XrFormView *self, XrOffice *office, gint64 round,
                        const XrFormSubject *subject);
/* All that the paper says, a line a paragraph, for the clipboard. (transfer full) */
char *xr_form_view_dup_text (XrFormView *self);

G_END_DECLS
