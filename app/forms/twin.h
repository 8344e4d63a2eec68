/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/print-job.h"

G_BEGIN_DECLS

/**
 * xr_twin_write:
 * @job: copies of a form that is a list (XR_FORM_LIST)
 * @path: written as a whole or not at all
 *
 * The twin of a list as .xlsx, from the same tables as the paper: a sheet for each copy, ready to print
 * (paper, margins, repeated heads, as wide as the page).
 *
 * Returns: FALSE with XR_FORM_ERROR
 */
gboolean xr_twin_write (const XrPrintJob *job, const char *path, GCancellable *cancellable,
                        GError **error);

G_END_DECLS
