/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "forms/form.h"

G_BEGIN_DECLS

/* The window in which the wording of a form is changed, beside the paper that comes of it; kept for the
 * round or for the whole office, or put back to the built-in one. */

#define XR_TYPE_WORDING_WINDOW (xr_wording_window_get_type ())
G_DECLARE_FINAL_TYPE (XrWordingWindow, xr_wording_window, XR, WORDING_WINDOW, AdwWindow)

/* @subject: the copy that is shown; (nullable): a blank one */
void xr_wording_window_present (GtkWidget *widget, XrOffice *office, gint64 round,
                                const XrForm *form, const XrFormSubject *subject);

G_END_DECLS
