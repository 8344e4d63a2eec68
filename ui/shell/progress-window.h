/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/progress.h"

G_BEGIN_DECLS

/* Shows that something long is going on; closing it, or its button, cancels @cancellable. Close it with
 * xr_progress_window_finish() when the work is done. (transfer full) */
GtkWindow *xr_progress_window_present (GtkWidget *widget, const char *text,
                                       GCancellable *cancellable);
/* Says how far it is. */
void xr_progress_window_set_text (GtkWindow *window, const char *text);

/* A sentence about @done pieces of @all; @all may be 0. (transfer full) */
typedef char *(*XrProgressText) (int step, guint done, guint all, gpointer data);

/* Shows from now on what a thread says in @progress, as a sentence and a bar, until the window is finished;
 * both live until then. */
void xr_progress_window_watch (GtkWindow *window, XrProgress *progress, XrProgressText text,
                               gpointer data);
void xr_progress_window_finish (GtkWindow *window);

G_END_DECLS
