/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The faults of a workbook, one a line, so that they can be copied and mended in one go. */
#include "config.h"

#include "shell/fault-window.h"

#include <glib/gi18n-lib.h>

#include "exchange/fault.h"
#include "widgets/dialogs.h"

static char *
join_faults (const char *path, GPtrArray *faults)
{
  g_autofree char *book = g_path_get_basename (path);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = xr_fault_to_line (g_ptr_array_index (faults, i), book);
      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

void
xr_fault_window_present (GtkWidget *widget, const char *path, GPtrArray *faults)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  g_autofree char *text = join_faults (path, faults);
  g_autofree char *head = g_strdup_printf (
    _ ("Nothing was imported: %u places of the workbook must be mended first."), faults->len);
  GtkWidget *label = gtk_label_new (head);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "xr-dialog-content");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 18);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 18);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (view), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Faults of the workbook"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("The workbook was refused"));
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 480);
  xr_window_close_on_escape (GTK_WINDOW (window));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (window));
}
