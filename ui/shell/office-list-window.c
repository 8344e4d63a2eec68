/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window around one list of rows that belong to no round. */
#include "config.h"

#include "shell/office-list-window.h"

#include "widgets/dialogs.h"
#include "widgets/row-list-view.h"

void
xr_office_list_window_present (XrWindow *parent, const char *table, const char *title)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  XrRowListView *list = xr_row_list_view_new (table);
  GtkWidget *overlay = adw_toast_overlay_new ();

  gtk_widget_add_css_class (GTK_WIDGET (list), "xr-dialog-content");
  gtk_widget_set_vexpand (GTK_WIDGET (list), TRUE);
  xr_row_list_view_set_owner (list, xr_window_get_office (parent), 0);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_default_size (GTK_WINDOW (window), 760, 480);
  xr_window_close_on_escape (GTK_WINDOW (window));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (parent));
  gtk_window_present (GTK_WINDOW (window));
}
