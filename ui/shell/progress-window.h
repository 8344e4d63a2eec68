/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows that something long is going on; closing it, or its button, cancels @cancellable. Close it with
 * xr_progress_window_finish() when the work is done. (transfer full) */
GtkWindow *xr_progress_window_present (GtkWidget *widget, const char *text,
                                       GCancellable *cancellable);
/* Says how far it is. */
void xr_progress_window_set_text (GtkWindow *window, const char *text);
void xr_progress_window_finish (GtkWindow *window);

G_END_DECLS
