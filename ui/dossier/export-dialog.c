/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who goes out, in which format, where to. The files themselves are exchange/dossier-file.c's. */
#include "config.h"

#include "dossier/export-dialog.h"

#include <glib/gi18n-lib.h>

#include "dossier/export-run.h"
#include "dossier/people-checks.h"
#include "widgets/dialogs.h"

#define XR_TYPE_EXPORT_DIALOG (xr_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XrExportDialog, xr_export_dialog, XR, EXPORT_DIALOG, AdwWindow)

struct _XrExportDialog
{
  AdwWindow parent_instance;

  XrOffice *office;
  XrPeopleChecks *people;
  GtkDropDown *format;
  GtkWidget *export_button;
};

G_DEFINE_FINAL_TYPE (XrExportDialog, xr_export_dialog, ADW_TYPE_WINDOW)

/* ---- writing */

static void
written_cb (GtkWidget *widget)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
folder_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  XrExportDialog *self = XR_EXPORT_DIALOG (widget);
  g_autofree char *folder = g_file_get_path (file);
  g_autoptr (GArray) chosen = xr_people_checks_get_chosen (self->people);

  if (folder != NULL)
    xr_export_run (widget, self->office,
                   gtk_drop_down_get_selected (self->format) == 1 ? XR_DOSSIER_LRM
                                                                  : XR_DOSSIER_LRMX,
                   folder, chosen, written_cb);
  else
    xr_dialog_tell (widget, _ ("This could not be done"), xr_dialog_no_path_text ());
}

static void
export_cb (XrExportDialog *self)
{
  xr_dialog_choose_folder (GTK_WIDGET (self), _ ("Folder for the forms"), folder_chosen_cb, NULL,
                           NULL);
}

/* ---- choosing */

static void
chosen_cb (XrExportDialog *self)
{
  g_autoptr (GArray) chosen = xr_people_checks_get_chosen (self->people);

  gtk_widget_set_sensitive (self->export_button, chosen->len > 0);
}

/* ---- construction */

static void
xr_export_dialog_dispose (GObject *object)
{
  XrExportDialog *self = XR_EXPORT_DIALOG (object);

  g_clear_object (&self->office);
  G_OBJECT_CLASS (xr_export_dialog_parent_class)->dispose (object);
}

static void
xr_export_dialog_class_init (XrExportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_export_dialog_dispose;
}

static GtkWidget *
create_header (XrExportDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->export_button = gtk_button_new_with_mnemonic (_ ("_Export…"));
  gtk_widget_add_css_class (self->export_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->export_button, "clicked", G_CALLBACK (export_cb), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->export_button);
  return header;
}

static GtkWidget *
create_format (XrExportDialog *self)
{
  const char *const formats[] = { _ (".lrmx, the present format"),
                                  _ (".lrm, the older format, with .pic photos"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Format"));

  self->format = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (formats));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->format));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->format),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->format));
  return box;
}

static void
xr_export_dialog_init (XrExportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->people = xr_people_checks_new ();
  g_signal_connect_swapped (self->people, "changed", G_CALLBACK (chosen_cb), self);
  gtk_widget_add_css_class (content, "xr-dialog-content");
  gtk_box_append (GTK_BOX (content), create_format (self));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->people));
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Export appointment forms"));
  gtk_window_set_default_size (GTK_WINDOW (self), 420, 520);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  xr_window_close_on_escape (GTK_WINDOW (self));
}

void
xr_export_dialog_present (GtkWidget *widget, XrOffice *office, gint64 round, gint64 candidate)
{
  XrExportDialog *self = g_object_new (XR_TYPE_EXPORT_DIALOG, NULL);
  g_autoptr (GPtrArray) people = NULL;

  self->office = g_object_ref (office);
  people = xr_office_query_round (office, xr_table_find ("candidate"), round);
  xr_people_checks_fill (self->people, people, candidate);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (self));
}
