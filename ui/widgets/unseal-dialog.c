/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passphrase of a sealed file, as often as it takes. What stands in the file is the caller's. */
#include "config.h"

#include "widgets/unseal-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/error-text.h"
#include "widgets/dialogs.h"

#define XR_TYPE_UNSEAL_DIALOG (xr_unseal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XrUnsealDialog, xr_unseal_dialog, XR, UNSEAL_DIALOG, AdwWindow)

struct _XrUnsealDialog
{
  AdwWindow parent_instance;

  GBytes *sealed;
  XrSealedKind kind;
  XrUnsealFunc func;
  gpointer data;
  GDestroyNotify free_data;

  GtkLabel *heading, *body, *fault;
  GtkEditable *passphrase;
  GtkWidget *open;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (XrUnsealDialog, xr_unseal_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  GBytes *sealed;
  XrSealedKind kind;
  char *passphrase;
} Attempt;

static void
attempt_free (Attempt *attempt)
{
  g_bytes_unref (attempt->sealed);
  xr_sealed_passphrase_free (attempt->passphrase);
  g_free (attempt);
}

static void
run_attempt (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Attempt *attempt = data;
  GError *error = NULL;
  GBytes *content = xr_sealed_open (attempt->sealed, attempt->kind, attempt->passphrase, &error);

  if (content != NULL)
    g_task_return_pointer (task, content, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
set_busy (XrUnsealDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->passphrase), !busy);
  gtk_widget_set_sensitive (self->open, !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
show_fault (XrUnsealDialog *self, const GError *error)
{
  gtk_label_set_label (self->fault, xr_error_text (error));
  gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
  gtk_editable_select_region (self->passphrase, 0, -1);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  XrUnsealDialog *self = XR_UNSEAL_DIALOG (source);
  Attempt *attempt = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = g_task_propagate_pointer (G_TASK (result), &error);

  /* Closed in the meantime: nobody waits for the answer. */
  if (self->sealed == NULL)
    return;
  set_busy (self, FALSE);
  if (content == NULL)
    {
      show_fault (self, error);
      return;
    }
  /* What opens now stands in its place, not under it. */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->func (content, attempt->passphrase, self->data);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
open_cb (XrUnsealDialog *self)
{
  g_autoptr (GTask) task = NULL;
  Attempt *attempt;

  if (!gtk_widget_get_sensitive (self->open))
    return;
  attempt = g_new0 (Attempt, 1);
  attempt->sealed = g_bytes_ref (self->sealed);
  attempt->kind = self->kind;
  attempt->passphrase = g_strdup (gtk_editable_get_text (self->passphrase));
  set_busy (self, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  task = g_task_new (self, NULL, opened_cb, NULL);
  g_task_set_task_data (task, attempt, (GDestroyNotify) attempt_free);
  g_task_run_in_thread (task, run_attempt);
}

/* ---- construction */

static void
xr_unseal_dialog_dispose (GObject *object)
{
  XrUnsealDialog *self = XR_UNSEAL_DIALOG (object);

  g_clear_pointer (&self->sealed, g_bytes_unref);
  if (self->free_data != NULL)
    g_clear_pointer (&self->data, self->free_data);
  G_OBJECT_CLASS (xr_unseal_dialog_parent_class)->dispose (object);
}

static void
xr_unseal_dialog_class_init (XrUnsealDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_unseal_dialog_dispose;
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
create_buttons (XrUnsealDialog *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->open = gtk_button_new_with_mnemonic (_ ("_Open"));
  gtk_widget_add_css_class (self->open, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_cb), self);
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), self->open);
  return buttons;
}

static void
xr_unseal_dialog_init (XrUnsealDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_password_entry_row_new ();

  gtk_widget_add_css_class (box, "xr-dialog-content");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Passphrase"));
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  g_signal_connect_swapped (entry, "entry-activated", G_CALLBACK (open_cb), self);
  self->passphrase = GTK_EDITABLE (entry);
  self->heading = add_label (box, "title-4");
  self->body = add_label (box, "body");
  gtk_box_append (GTK_BOX (box), list);
  self->fault = add_label (box, "error");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  gtk_box_append (GTK_BOX (box), create_buttons (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 460, -1);
  gtk_window_set_resizable (GTK_WINDOW (self), FALSE);
  xr_window_close_on_escape (GTK_WINDOW (self));
}

void
xr_unseal_dialog_present (GtkApplication *application, GtkWidget *parent, GBytes *sealed,
                          XrSealedKind kind, const char *heading, const char *body,
                          XrUnsealFunc func, gpointer data, GDestroyNotify free_data)
{
  XrUnsealDialog *self = g_object_new (XR_TYPE_UNSEAL_DIALOG, "application", application,
                                       "icon-name", XR_APP_ID, "title", heading, NULL);

  self->sealed = g_bytes_ref (sealed);
  self->kind = kind;
  self->func = func;
  self->data = data;
  self->free_data = free_data;
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->body, body);
  if (parent != NULL)
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
      gtk_window_set_modal (GTK_WINDOW (self), TRUE);
    }
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}
