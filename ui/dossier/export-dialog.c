/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who goes out, in which format, where to. The files themselves are exchange/dossier-file.c's. */
#include "config.h"

#include "dossier/export-dialog.h"

#include <glib/gi18n-lib.h>

#include "dossier/people-checks.h"
#include "exchange/dossier-file.h"
#include "round/dossier.h"
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

/* What the older format lost, a line a person. */
static void
tell_notes (GString *text, const char *name, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const XrFault *note = notes->pdata[i];

      g_string_append (text, i == 0 ? name : _ (", "));
      g_string_append_printf (text, "%s%s", i == 0 ? "  " : "", note->column);
    }
  if (notes->len > 0)
    g_string_append_c (text, '\n');
}

static gboolean
write_one (XrExportDialog *self, gint64 candidate, const char *folder, GHashTable *names,
           GString *losses, GError **error)
{
  XrDossierFormat format = gtk_drop_down_get_selected (self->format) == 1 ? XR_DOSSIER_LRM
                                                                          : XR_DOSSIER_LRMX;
  g_autoptr (XrRow) row = xr_office_load (self->office, xr_table_find ("candidate"), candidate,
                                          error);
  g_autoptr (XrDossier) dossier = row != NULL ? xr_dossier_load (self->office, candidate, error)
                                              : NULL;
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;

  if (dossier == NULL)
    return FALSE;
  name = xr_dossier_file_dup_name (dossier, xr_row_get (row, "number"), names);
  file = g_strconcat (name, xr_dossier_format_suffix (format), NULL);
  path = g_build_filename (folder, file, NULL);
  if (!xr_dossier_file_write (dossier, format, path, notes, error))
    return FALSE;
  tell_notes (losses, xr_row_get (row, "name"), notes);
  return TRUE;
}

static void
folder_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  XrExportDialog *self = XR_EXPORT_DIALOG (widget);
  g_autofree char *folder = g_file_get_path (file);
  g_autoptr (GArray) chosen = xr_people_checks_get_chosen (self->people);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) losses = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < chosen->len && error == NULL && folder != NULL; i++)
    if (write_one (self, g_array_index (chosen, gint64, i), folder, names, losses, &error))
      n++;
  if (error != NULL)
    {
      xr_window_report_error (widget, error);
      return;
    }
  text = g_strdup_printf (ngettext ("%u form written.", "%u forms written.", n), n);
  if (losses->len > 0)
    xr_dialog_tell (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                    _ ("The .lrm format has no place for this. Use .lrmx to hand it on."),
                    losses->str);
  xr_window_toast (widget, text, FALSE);
  gtk_window_close (GTK_WINDOW (self));
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
