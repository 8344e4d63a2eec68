/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lines of the résumé and of the appraisals are made of. It knows nothing of what they hold. */
#include "config.h"

#include "dossier/line-parts.h"

#include "core/text.h"

#define INDEX "xr-line"

GtkWidget *
xr_line_new (guint index)
{
  GtkWidget *line = gtk_grid_new ();

  g_object_set_data (G_OBJECT (line), INDEX, GUINT_TO_POINTER (index));
  gtk_grid_set_column_spacing (GTK_GRID (line), 6);
  return line;
}

GtkGrid *
xr_line_find (GtkWidget *part)
{
  return GTK_GRID (gtk_widget_get_ancestor (part, GTK_TYPE_GRID));
}

guint
xr_line_get_index (GtkWidget *part)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (xr_line_find (part)), INDEX));
}

static gboolean
show_whole (GBinding *binding, const GValue *text, GValue *tooltip, gpointer data)
{
  const char *whole = g_value_get_string (text);

  g_value_set_string (tooltip, xr_text_is_blank (whole) ? NULL : whole);
  return TRUE;
}

GtkWidget *
xr_line_entry_new (const char *text, const char *label, int chars, gboolean editable,
                   GCallback left, gpointer data)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_editable (GTK_EDITABLE (entry), editable);
  gtk_widget_set_hexpand (entry, chars == 0);
  /* What is longer than the field can be read whole by pointing at it. */
  if (chars == 0)
    g_object_bind_property_full (entry, "text", entry, "tooltip-text", G_BINDING_SYNC_CREATE,
                                 show_whole, NULL, NULL, NULL);
  else
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), chars);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), chars);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (focus, "leave", left, data);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

void
xr_line_entry_set_error (GtkWidget *entry, const char *error)
{
  if (error != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, error);
}

GtkWidget *
xr_line_button_new (const char *icon, const char *label, GCallback clicked, gpointer data)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "clicked", clicked, data);
  return button;
}

void
xr_line_clear_remarks (GtkGrid *line)
{
  while (gtk_grid_get_child_at (line, 0, 1) != NULL)
    gtk_grid_remove_row (line, 1);
}

/* Remarks go below all fields, over the whole width. */
void
xr_line_add_remark (GtkGrid *line, const char *message)
{
  GtkWidget *label = gtk_label_new (message);
  int columns = 0;
  int place = 1;

  while (gtk_grid_get_child_at (line, columns, 0) != NULL)
    columns++;
  while (gtk_grid_get_child_at (line, 0, place) != NULL)
    place++;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "warning");
  gtk_widget_add_css_class (label, "caption");
  gtk_grid_attach (line, label, 0, place, columns, 1);
}
