/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds people by a part of what stands in their row. Registers of a round are small enough to be looked
 * through afresh at every key. */
#include "config.h"

#include "shell/people-search.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "round/stage.h"

#define MAX_FOUND 12

struct _XrPeopleSearch
{
  GtkPopover parent_instance;

  XrWindow *window;
  GtkEditable *entry;
  GtkListBox *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (XrPeopleSearch, xr_people_search, GTK_TYPE_POPOVER)

static gboolean
matches (XrRow *row, const char *wanted)
{
  static const char *const fields[] = { "name", "number", "unit" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = xr_row_get (row, fields[i]);
      g_autofree char *folded = value != NULL ? g_utf8_casefold (value, -1) : NULL;
      if (folded != NULL && strstr (folded, wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_found (XrPeopleSearch *self, XrRow *row)
{
  const char *unit = xr_row_get (row, "unit");
  g_autofree char *text = g_strdup_printf ("%s  %s  %s", xr_row_get (row, "number"),
                                           xr_row_get (row, "name"), unit != NULL ? unit : "");
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *item = gtk_list_box_row_new ();
  gint64 *id = g_new (gint64, 1);

  *id = xr_row_get_id (row);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item), label);
  g_object_set_data_full (G_OBJECT (item), "xr-id", id, g_free);
  gtk_list_box_append (self->list, item);
}

static void
search_changed_cb (XrPeopleSearch *self)
{
  g_autofree char *text = xr_text_clean (gtk_editable_get_text (self->entry));
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *child;
  guint found = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  rows = xr_office_query (xr_window_get_office (self->window), xr_table_find ("candidate"),
                          "round_id", xr_window_get_round (self->window));
  for (guint i = 0; i < rows->len && *wanted != '\0' && found < MAX_FOUND; i++)
    {
      if (matches (g_ptr_array_index (rows, i), wanted))
        {
          add_found (self, g_ptr_array_index (rows, i));
          found++;
        }
    }
  gtk_stack_set_visible_child_name (self->stack, found > 0 ? "found" : "nobody");
  gtk_widget_set_visible (GTK_WIDGET (self->stack), *wanted != '\0');
}

static void
go_to_row (XrPeopleSearch *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "xr-id");
  g_autofree char *place = g_strdup_printf ("candidate/%" G_GINT64_FORMAT, *id);

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-place", "(is)",
                              XR_STAGE_REGISTER, place);
}

static void
search_activate_cb (XrPeopleSearch *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first != NULL)
    go_to_row (self, first);
}

static void
shown_cb (XrPeopleSearch *self)
{
  gtk_editable_set_text (self->entry, "");
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
xr_people_search_class_init (XrPeopleSearchClass *klass)
{
}

static void
xr_people_search_init (XrPeopleSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *hint = gtk_label_new (_ ("Nobody has such a name, number or unit."));

  self->entry = GTK_EDITABLE (gtk_search_entry_new ());
  g_object_set (self->entry, "placeholder-text", _ ("Name, number or unit"), NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->list), "found");
  gtk_stack_add_named (self->stack, hint, "nobody");
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_widget_set_size_request (box, 320, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (go_to_row), self);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

void
xr_people_search_set_window (XrPeopleSearch *self, XrWindow *window)
{
  self->window = window;
}
