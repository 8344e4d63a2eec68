/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "forms/print-job.h"

G_BEGIN_DECLS

/* Asks where to, and writes the copies of @job (taken) as one PDF, or with @workbook as .xlsx, in a thread,
 * with a way out; a file that is broken off is not there. */
void xr_save_copies (GtkWidget *widget, XrPrintJob *job, gboolean workbook);

G_END_DECLS
