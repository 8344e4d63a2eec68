/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a list from elsewhere are: a line for each with what stands in it, and the column of
 * the sheet 报名 that it is. */
#include "config.h"

#include "stages/column-dialog.h"

#include <glib/gi18n-lib.h>

#include "widgets/dialogs.h"

/* So many cells are shown of a column. */
#define SAMPLES 3

typedef struct
{
  GtkWidget *widget; /* weak */
  GtkWindow *window;
  guint file;
  XrColumnsChosen chosen;
  GPtrArray *choices; /* GtkDropDown, one a column */
} Dialog;

static void
free_dialog (gpointer data)
{
  Dialog *self = data;

  g_clear_weak_pointer (&self->widget);
  g_ptr_array_unref (self->choices);
  g_free (self);
}

/* "not taken in", then the fields in the order of the workbook. */
static GtkWidget *
make_choice (int field, const char *label)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *choice;

  gtk_string_list_append (names, _ ("– not taken in"));
  for (guint i = 0; i < XR_PERSON_N_FIELDS; i++)
    gtk_string_list_append (names, xr_person_field_title (i));
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), (guint) (field + 1));
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return choice;
}

/* What stands in the first cells of a column. (transfer full) */
static char *
dup_samples (const XrPersonSheet *sheet, guint column)
{
  g_autoptr (GString) samples = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < sheet->lines->len && n < SAMPLES; i++)
    {
      const XrPersonLine *line = g_ptr_array_index (sheet->lines, i);
      if (column >= line->n_cells || line->cells[column].text == NULL)
        continue;
      g_string_append_printf (samples, "%s%s", n++ > 0 ? "、" : "", line->cells[column].text);
    }
  return n > 0 ? g_markup_escape_text (samples->str, -1) : g_strdup (_ ("empty"));
}

static void
add_column (Dialog *self, GtkListBox *list, const XrPersonSheet *sheet, guint column, int field)
{
  const char *title = g_ptr_array_index (sheet->titles, column);
  g_autofree char *named = *title != '\0'
                             ? g_strdup (title)
                             : g_strdup_printf (_ ("Column %u, without a title"), column + 1);
  g_autofree char *escaped = g_markup_escape_text (named, -1);
  g_autofree char *samples = dup_samples (sheet, column);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choice = make_choice (field, named);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samples);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  gtk_list_box_append (list, row);
  g_ptr_array_add (self->choices, choice);
}

/* The field that two columns were given, or −1. */
static int
find_twice (const GArray *map)
{
  for (guint i = 0; i < map->len; i++)
    for (guint j = 0; j < i; j++)
      if (g_array_index (map, int, i) >= 0
          && g_array_index (map, int, i) == g_array_index (map, int, j))
        return g_array_index (map, int, i);
  return -1;
}

static gboolean
has_name (const GArray *map)
{
  int name = xr_person_field_find ("姓名");

  for (guint i = 0; i < map->len; i++)
    {
      if (g_array_index (map, int, i) == name)
        return TRUE;
    }
  return FALSE;
}

static void
accept_cb (Dialog *self)
{
  g_autoptr (GArray) map = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *text = NULL;
  int twice;

  for (guint i = 0; i < self->choices->len; i++)
    {
      int field = (int) gtk_drop_down_get_selected (g_ptr_array_index (self->choices, i)) - 1;
      g_array_append_val (map, field);
    }
  twice = find_twice (map);
  if (twice >= 0)
    text = g_strdup_printf (_ ("Two columns are %s. Leave one of them out."),
                            xr_person_field_title ((guint) twice));
  else if (!has_name (map))
    text = g_strdup (_ ("Say which column holds the names (姓名)."));
  if (text != NULL)
    {
      xr_dialog_tell (GTK_WIDGET (self->window), _ ("The columns do not fit yet"), text);
      return;
    }
  if (self->widget != NULL)
    self->chosen (self->widget, self->file, map);
  gtk_window_destroy (self->window);
}

static GtkWidget *
make_header (Dialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *accept = gtk_button_new_with_mnemonic (_ ("_Use these columns"));
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  gtk_widget_add_css_class (accept, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (accept, "clicked", G_CALLBACK (accept_cb), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), accept);
  return bar;
}

void
xr_column_dialog_present (GtkWidget *widget, const XrPersonSheet *sheet, const GArray *map,
                          guint file, XrColumnsChosen chosen)
{
  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *label = gtk_label_new (
    _ ("Say what each column of this list is. It is remembered with the "
       "import, for the next list with the same titles."));

  self->window = GTK_WINDOW (adw_window_new ());
  self->file = file;
  self->chosen = chosen;
  self->choices = g_ptr_array_new ();
  g_set_weak_pointer (&self->widget, widget);
  for (guint i = 0; i < sheet->titles->len; i++)
    add_column (self, GTK_LIST_BOX (list), sheet, i, g_array_index (map, int, i));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (inner), label);
  gtk_box_append (GTK_BOX (inner), list);
  gtk_widget_add_css_class (inner, "xr-dialog-content");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), inner);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_title (self->window, _ ("Columns of the list"));
  gtk_window_set_default_size (self->window, 560, 560);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_transient_for (self->window, GTK_WINDOW (gtk_widget_get_root (widget)));
  xr_window_close_on_escape (self->window);
  g_object_set_data_full (G_OBJECT (self->window), "xr-dialog", self, free_dialog);
  gtk_window_present (self->window);
}
