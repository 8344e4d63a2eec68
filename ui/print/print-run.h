/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "forms/print-job.h"

G_BEGIN_DECLS

/* Prints the copies of @job by the desktop's own print dialog: printer, page range, copies. A tab of ours
 * has the order of the sides and where on the paper this printer puts things; that is kept for each
 * printer. */
void xr_print_run (GtkWidget *widget, XrPrintJob *job);

G_END_DECLS
