/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A cell of a list: one line of text, cut off with an ellipsis where it is too long and then told whole by
 * its tooltip; a dash where there is none. */

/* @n_chars: how wide it likes to be; the column may make it wider. (transfer floating) */
GtkWidget *xr_text_cell_new (guint n_chars, gboolean align_right);
/* @text: (nullable) */
void xr_text_cell_set_text (GtkWidget *cell, const char *text);
/* What stands in the cell less than fully: somebody who is out. Not for an empty cell, which is dim. */
void xr_text_cell_set_dim (GtkWidget *cell, gboolean dim);

G_END_DECLS
