/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "forms/print-job.h"

G_BEGIN_DECLS

/* The window 打印预览: the copies of one form as they will be printed, to look through, search, print,
 * save as PDF or, where the form is a list, as a workbook. It follows the file. */

#define XR_TYPE_PREVIEW_WINDOW (xr_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (XrPreviewWindow, xr_preview_window, XR, PREVIEW_WINDOW, AdwWindow)

/* @application: whose copy is shown first, 0: the first one; of a form that anybody may have
 * (XR_FORM_PERSONAL) the only copy. Says so where there is nothing to print yet
 * and shows the blank form. */
void xr_preview_window_present (GtkWidget *widget, XrOffice *office, gint64 round,
                                const XrForm *form, gint64 application);

G_END_DECLS
