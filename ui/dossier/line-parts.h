/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Parts of the editors that show a text as lines, each line a grid: its fields, its buttons, and under
 * them what is said about it. */

/* Lines are numbered from 0. */
GtkWidget *xr_line_new (guint index);
/* The grid that @part is in, and its number. */
GtkGrid *xr_line_find (GtkWidget *part);
guint xr_line_get_index (GtkWidget *part);

/* @chars: its width, 0: as wide as there is room. @left: called with (@data, the focus controller) when the
 * keyboard leaves it. */
GtkWidget *xr_line_entry_new (const char *text, const char *label, int chars, gboolean editable,
                              GCallback left, gpointer data);
/* @error: a sentence about what stands in it; NULL: nothing is wrong. */
void xr_line_entry_set_error (GtkWidget *entry, const char *error);
/* @clicked: called with (@data, the button). */
GtkWidget *xr_line_button_new (const char *icon, const char *label, GCallback clicked,
                               gpointer data);

void xr_line_clear_remarks (GtkGrid *line);
void xr_line_add_remark (GtkGrid *line, const char *message);

G_END_DECLS
