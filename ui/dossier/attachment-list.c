/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the table of attachments, and the ways of their contents in and out. Copies that were
 * opened are removed when the list goes. */
#include "config.h"

#include "dossier/attachment-list.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "dossier/file-bytes.h"
#include "round/dossier.h"
#include "widgets/dialogs.h"
#include "widgets/row-list-view.h"

struct _XrAttachmentList
{
  AdwBin parent_instance;

  XrOffice *office;
  gint64 candidate;
  XrRowListView *list;
  GtkLabel *about;
  GPtrArray *copies; /* char *: files that were opened */
};

G_DEFINE_FINAL_TYPE (XrAttachmentList, xr_attachment_list, ADW_TYPE_BIN)

static void
selected_cb (XrAttachmentList *self)
{
  XrRow *row = xr_row_list_view_get_selected (self->list);
  g_autofree char *sha256 = NULL;
  g_autofree char *size = NULL;
  g_autofree char *text = NULL;
  gint64 bytes = 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.open", row != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "attachment.save", row != NULL);
  gtk_label_set_label (self->about, "");
  if (row == NULL
      || !xr_stored_file_describe (self->office, xr_row_get_int (row, "file_id"), &sha256, &bytes))
    return;
  size = g_format_size ((guint64) bytes);
  /* Translators: size of a file, and its checksum */
  text = g_strdup_printf (_ ("%1$s, checksum (SHA-256) %2$s"), size, sha256);
  gtk_label_set_label (self->about, text);
}

/* ---- in */

static gboolean
add_file (XrAttachmentList *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = xr_file_load_bytes (file, XR_ATTACHMENT_MAX, &error);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;
  gint64 id = content != NULL
                ? xr_attachment_add (self->office, self->candidate, name, content, &error)
                : 0;

  if (id == 0)
    {
      xr_window_report_error (GTK_WIDGET (self), error);
      return FALSE;
    }
  xr_row_list_view_select (self->list, id);
  text = g_strdup_printf (_ ("Added: %s"), name);
  xr_window_toast (GTK_WIDGET (self), text, TRUE);
  return TRUE;
}

static void
file_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  add_file (XR_ATTACHMENT_LIST (gtk_widget_get_ancestor (widget, XR_TYPE_ATTACHMENT_LIST)), file);
}

static void
add_cb (GtkWidget *widget, gpointer data)
{
  xr_dialog_open_file (widget, _ ("Add attachment"), _ ("All files"), NULL, file_chosen_cb, NULL,
                       NULL);
}

static gboolean
dropped_cb (XrAttachmentList *self, const GValue *value)
{
  gboolean added = TRUE;

  for (GSList *l = g_value_get_boxed (value); l != NULL && added; l = l->next)
    added = add_file (self, l->data);
  return TRUE;
}

/* ---- out */

static GBytes *
load_selected (XrAttachmentList *self, char **name)
{
  XrRow *row = xr_row_list_view_get_selected (self->list);
  g_autoptr (GError) error = NULL;
  GBytes *content = row != NULL
                      ? xr_stored_file_load (self->office, xr_row_get_int (row, "file_id"), &error)
                      : NULL;

  if (error != NULL)
    xr_window_report_error (GTK_WIDGET (self), error);
  if (content != NULL)
    *name = g_strdelimit (g_strdup (xr_row_get (row, "name")), "/\\", '_');
  return content;
}

static gboolean
store (const char *path, GBytes *content, int mode, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (content, &size);

  return g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT, mode, error);
}

/* Nothing else would say that no program of the desktop takes such a file. */
static void
shown_cb (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (parent, result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xr_dialog_tell (GTK_WIDGET (parent), _ ("No program on this computer opens such a file."),
                    _ ("Save it with “Save as…” and open it on a computer that has one."));
}

/* The copy can only be read: what was changed in it would be lost without a word. */
static void
open_selected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrAttachmentList *self = XR_ATTACHMENT_LIST (widget);
  g_autofree char *name = NULL;
  g_autoptr (GBytes) content = load_selected (self, &name);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = content != NULL ? g_dir_make_tmp ("xuanren-XXXXXX", &error) : NULL;
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autofree char *uri = NULL;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (content == NULL)
    return;
  if (path == NULL || !store (path, content, 0400, &error))
    {
      xr_window_report_error (widget, error);
      return;
    }
  g_ptr_array_add (self->copies, g_strdup (path));
  uri = g_filename_to_uri (path, NULL, NULL);
  gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (window));
}

static void
save_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (path == NULL || !store (path, data, 0600, &error))
    {
      if (error != NULL)
        xr_window_report_error (widget, error);
      return;
    }
  xr_window_toast (widget, _ ("The file is saved."), FALSE);
}

static void
save_selected (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *name = NULL;
  GBytes *content = load_selected (XR_ATTACHMENT_LIST (widget), &name);

  if (content != NULL)
    xr_dialog_save_file (widget, _ ("Save attachment"), name, save_chosen_cb, content,
                         (GDestroyNotify) g_bytes_unref);
}

/* ---- construction */

static void
remove_copy (gpointer data)
{
  g_autofree char *path = data;
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

static void
xr_attachment_list_dispose (GObject *object)
{
  XrAttachmentList *self = XR_ATTACHMENT_LIST (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  G_OBJECT_CLASS (xr_attachment_list_parent_class)->dispose (object);
}

static void
xr_attachment_list_class_init (XrAttachmentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xr_attachment_list_dispose;
  gtk_widget_class_install_action (widget_class, "attachment.open", NULL, open_selected);
  gtk_widget_class_install_action (widget_class, "attachment.save", NULL, save_selected);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "attachment.open",
                                       NULL);
}

static GtkWidget *
create_tool (const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
xr_attachment_list_init (XrAttachmentList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->copies = g_ptr_array_new_with_free_func (remove_copy);
  self->list = xr_row_list_view_new ("attachment");
  xr_row_list_view_set_add (self->list, add_cb, NULL);
  xr_row_list_view_add_tool (
    self->list, create_tool (_ ("_Open"), _ ("Open a copy (Ctrl+O)"), "attachment.open"));
  xr_row_list_view_add_tool (self->list, create_tool (_ ("_Save as…"), NULL, "attachment.save"));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  self->about = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->about, 0);
  gtk_label_set_wrap (self->about, TRUE);
  gtk_label_set_wrap_mode (self->about, PANGO_WRAP_CHAR);
  gtk_label_set_selectable (self->about, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "caption");
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->about));
  adw_bin_set_child (ADW_BIN (self), box);
}

XrAttachmentList *
xr_attachment_list_new (void)
{
  return g_object_new (XR_TYPE_ATTACHMENT_LIST, NULL);
}

void
xr_attachment_list_set_candidate (XrAttachmentList *self, XrOffice *office, gint64 candidate)
{
  g_set_object (&self->office, office);
  self->candidate = candidate;
  xr_row_list_view_set_owner (self->list, office, candidate);
  selected_cb (self);
}
