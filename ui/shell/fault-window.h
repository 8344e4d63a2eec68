/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Lists what is wrong with a workbook that was refused. (element-type XrFault) */
void xr_fault_window_present (GtkWidget *widget, const char *path, GPtrArray *faults);

G_END_DECLS
