/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog of one row: a field grid with a way to accept it. What is wrong is said under the field, or
 * above the buttons when it concerns the whole row; the dialog stays open until it is right. */
#include "config.h"

#include "widgets/row-dialog.h"

#include <glib/gi18n-lib.h>

#include "widgets/amendment.h"
#include "widgets/dialogs.h"

#define XR_TYPE_ROW_DIALOG (xr_row_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XrRowDialog, xr_row_dialog, XR, ROW_DIALOG, AdwWindow)

struct _XrRowDialog
{
  AdwWindow parent_instance;

  XrOffice *office;
  XrRow *row;
  const char *const *fields; /* names of those that are asked for, NULL: all */
  gint64 round;
  XrRowSaveFunc save;
  gpointer data;

  XrFieldGrid *grid;
  GtkLabel *message;
  GtkWidget *accept_button;
};

G_DEFINE_FINAL_TYPE (XrRowDialog, xr_row_dialog, ADW_TYPE_WINDOW)

static void
show_message (XrRowDialog *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static void
tell_saved (XrRowDialog *self)
{
  const XrTable *table = xr_row_get_table (self->row);
  gboolean is_new = xr_row_get_id (self->row) == 0;
  /* Translators: %s is the kind of row, "post" or "judge". */
  g_autofree char *text = g_strdup_printf (is_new ? _ ("Added: %s") : _ ("Changed: %s"),
                                           _ (table->singular));

  xr_window_toast (GTK_WIDGET (self), text, TRUE);
}

static void
accept_cb (XrRowDialog *self)
{
  g_autoptr (XrRow) edited = xr_row_copy (self->row);
  g_autoptr (GError) error = NULL;
  gboolean saved;

  show_message (self, NULL);
  if (!xr_field_grid_read_row (self->grid, edited))
    return;
  if (self->save != NULL)
    saved = self->save (self->office, edited, self->data, &error);
  else
    saved = xr_office_save (self->office, edited, &error);
  if (saved)
    {
      tell_saved (self);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, XR_ROUND_ERROR, XR_ROUND_ERROR_FROZEN))
    xr_amendment_ask (GTK_WIDGET (self), self->office, edited, FALSE);
  else
    show_message (self, error->message);
}

static void
xr_row_dialog_dispose (GObject *object)
{
  XrRowDialog *self = XR_ROW_DIALOG (object);

  g_clear_object (&self->office);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (xr_row_dialog_parent_class)->dispose (object);
}

static void
xr_row_dialog_class_init (XrRowDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_row_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
create_header (XrRowDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->accept_button = gtk_button_new_with_mnemonic (_ ("_OK"));
  gtk_widget_add_css_class (self->accept_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->accept_button, "clicked", G_CALLBACK (accept_cb), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept_button);
  return header;
}

static void
xr_row_dialog_init (XrRowDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->grid = xr_field_grid_new ();
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_xalign (self->message, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  gtk_widget_add_css_class (content, "xr-dialog-content");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->message));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->grid));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  /* Room for what is said below a field that is wrong. */
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 240);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 560);
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 620, -1);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept_button);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/* Whether the dialog asks for the field; whose row it is follows from the list that it is added to. */
static gboolean
asks_for (XrRowDialog *self, const XrField *field)
{
  const XrTable *table = xr_row_get_table (self->row);

  if (field->flags & XR_FIELD_HIDDEN)
    return FALSE;
  if (self->fields != NULL)
    return g_strv_contains (self->fields, field->name);
  return g_strcmp0 (field->name, table->owner) != 0 || xr_row_get_owner (self->row) == 0;
}

static void
offer_today (XrRow *row, const XrField *field)
{
  g_autofree char *today = xr_date_to_iso (xr_date_today ());

  if (field->flags & XR_FIELD_TODAY && xr_row_get (row, field->name) == NULL)
    xr_row_set (row, field->name, today);
}

static void
show_row (XrRowDialog *self)
{
  const XrTable *table = xr_row_get_table (self->row);
  gboolean is_new = xr_row_get_id (self->row) == 0;
  g_autofree char *title = g_strdup_printf (is_new ? _ ("Add %s") : _ ("Edit %s"),
                                            _ (table->singular));

  gtk_window_set_title (GTK_WINDOW (self), title);
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (is_new)
        offer_today (self->row, &table->fields[i]);
      if (asks_for (self, &table->fields[i]))
        xr_field_grid_add (self->grid, &table->fields[i]);
    }
  xr_field_grid_show_row (self->grid, self->office, self->row, self->round);
}

/* The first field that can be written in. */
static void
focus_first_field (XrRowDialog *self)
{
  GPtrArray *editors = xr_field_grid_get_editors (self->grid);
  gboolean is_new = xr_row_get_id (self->row) == 0;

  for (guint i = 0; i < editors->len; i++)
    {
      XrFieldEditor *editor = g_ptr_array_index (editors, i);
      if (is_new || !(xr_field_editor_get_field (editor)->flags & XR_FIELD_FIXED))
        {
          xr_field_editor_focus (editor);
          return;
        }
    }
}

void
xr_row_dialog_present (GtkWidget *widget, XrOffice *office, XrRow *row, gint64 round,
                       XrRowSaveFunc save, gpointer data)
{
  xr_row_dialog_present_fields (widget, office, row, round, NULL, save, data);
}

void
xr_row_dialog_present_fields (GtkWidget *widget, XrOffice *office, XrRow *row, gint64 round,
                              const char *const *fields, XrRowSaveFunc save, gpointer data)
{
  XrRowDialog *self = g_object_new (XR_TYPE_ROW_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->office = g_object_ref (office);
  self->row = xr_row_copy (row);
  self->round = round;
  self->fields = fields;
  self->save = save;
  self->data = data;
  show_row (self);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  focus_first_field (self);
  gtk_window_present (GTK_WINDOW (self));
}
