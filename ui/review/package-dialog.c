/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for what a review package needs, writes the file and has it recorded. */
#include "config.h"

#include "review/package-dialog.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "dossier/people-checks.h"
#include "exchange/review-file.h"
#include "review/seal-file.h"
#include "round/review-package.h"
#include "widgets/dialogs.h"

#define XR_TYPE_PACKAGE_DIALOG (xr_package_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XrPackageDialog, xr_package_dialog, XR, PACKAGE_DIALOG, AdwWindow)

/* Of the places that may tell who it is. */
#define DOUBTS_SHOWN 6

struct _XrPackageDialog
{
  AdwWindow parent_instance;

  XrOffice *office;
  gint64 round;
  /* From the passphrase on, until the file is written */
  XrReviewPackage *package;
  char *passphrase;

  GtkEditable *reader, *position;
  GtkSwitch *blind;
  GtkLabel *blind_note;
  XrPeopleChecks *people;
  GtkWidget *write_button;
};

G_DEFINE_FINAL_TYPE (XrPackageDialog, xr_package_dialog, ADW_TYPE_WINDOW)

/* ---- the file */

static void
written_cb (GtkWidget *widget, const char *path, const GError *error, gpointer digest)
{
  XrPackageDialog *self = XR_PACKAGE_DIALOG (widget);
  g_autoptr (GError) refusal = NULL;

  if (error != NULL)
    {
      xr_window_report_error (widget, error);
      return;
    }
  if (!xr_review_package_give (self->office, self->round, self->package, digest, &refusal))
    {
      /* A file that the office knows nothing of must not go to anybody. */
      g_unlink (path);
      xr_window_report_error (widget, refusal);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
path_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  XrPackageDialog *self = XR_PACKAGE_DIALOG (widget);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GBytes) content = NULL;

  if (path == NULL)
    return;
  content = xr_review_package_to_bytes (self->package);
  xr_seal_file (widget, path, XR_SEALED_REVIEW, content, self->passphrase, written_cb,
                xr_review_digest (content), g_free);
}

static void
passphrase_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  XrPackageDialog *self = XR_PACKAGE_DIALOG (widget);
  g_autofree char *name = g_strdup_printf (_ ("Review package for %1$s, %2$s%3$s"),
                                           self->package->reader, self->package->round_title,
                                           XR_SEALED_SUFFIX);

  xr_sealed_passphrase_free (self->passphrase);
  self->passphrase = g_strdup (answers[0]);
  g_strdelimit (name, "/\\:*?\"<>|", '_');
  xr_dialog_save_file (widget, _ ("Save the review package"), name, path_chosen_cb, NULL, NULL);
}

static void
ask_passphrase (GtkWidget *widget, gpointer data)
{
  const XrAskField fields[] = {
    { .label = _ ("_Passphrase"), .secret = XR_ASK_NEW_PASSPHRASE },
    { .label = _ ("Passphrase _again"), .secret = XR_ASK_PASSPHRASE_AGAIN },
  };

  xr_dialog_ask (
    widget, _ ("Passphrase of the package"),
    _ ("Tell it to the reader by another way than the file, by phone for instance. It is "
       "kept nowhere: who loses it cannot open the file or its answer any more."),
    _ ("_Continue"), NULL, fields, G_N_ELEMENTS (fields), passphrase_cb, NULL, NULL);
}

/* The first few, and how many more there are. (transfer full) */
static char *
say_doubts (const GPtrArray *doubts)
{
  GString *text = g_string_new (
    _ ("These words stay in the package. Where they give somebody away, go back and change the "
       "dossier:"));

  for (guint i = 0; i < doubts->len && i < DOUBTS_SHOWN; i++)
    g_string_append_printf (text, "\n%s", (const char *) doubts->pdata[i]);
  if (doubts->len > DOUBTS_SHOWN)
    g_string_append_printf (
      text,
      ngettext ("\n… and %u more place", "\n… and %u more places", doubts->len - DOUBTS_SHOWN),
      doubts->len - DOUBTS_SHOWN);
  return g_string_free (text, FALSE);
}

static void
write_cb (XrPackageDialog *self)
{
  g_autoptr (GArray) chosen = xr_people_checks_get_chosen (self->people);
  g_autoptr (GPtrArray) doubts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  g_clear_pointer (&self->package, xr_review_package_free);
  self->package = xr_review_package_prepare (
    self->office, self->round, (const gint64 *) (gpointer) chosen->data, chosen->len,
    gtk_editable_get_text (self->reader), gtk_editable_get_text (self->position),
    gtk_switch_get_active (self->blind), &error);
  if (self->package == NULL)
    {
      xr_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  doubts = xr_review_package_list_doubts (self->office, self->package);
  if (doubts->len == 0)
    {
      ask_passphrase (GTK_WIDGET (self), NULL);
      return;
    }
  body = say_doubts (doubts);
  xr_dialog_confirm (GTK_WIDGET (self), _ ("Some words may still tell who it is"), body,
                     _ ("_Leave them and continue"), ask_passphrase, NULL, NULL);
}

/* ---- construction */

static void
xr_package_dialog_dispose (GObject *object)
{
  XrPackageDialog *self = XR_PACKAGE_DIALOG (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->package, xr_review_package_free);
  g_clear_pointer (&self->passphrase, xr_sealed_passphrase_free);
  G_OBJECT_CLASS (xr_package_dialog_parent_class)->dispose (object);
}

static void
xr_package_dialog_class_init (XrPackageDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_package_dialog_dispose;
}

static GtkWidget *
create_header (XrPackageDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->write_button = gtk_button_new_with_mnemonic (_ ("_Write file…"));
  gtk_widget_add_css_class (self->write_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->write_button, "clicked", G_CALLBACK (write_cb), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->write_button);
  return header;
}

static GtkEditable *
add_entry (GtkWidget *list, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return GTK_EDITABLE (row);
}

static void
add_blind (XrPackageDialog *self, GtkWidget *list)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Blind review"));
  adw_action_row_set_subtitle (
    ADW_ACTION_ROW (row), _ ("Without name, photo, sex and age, family and ID number; where the "
                             "texts name them, they are struck out. Posts, schools and résumé "
                             "stay: who knows the person may recognize them."));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Blind review"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  self->blind = GTK_SWITCH (toggle);
}

static GtkLabel *
create_note (const char *text)
{
  GtkLabel *note = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_xalign (note, 0);
  gtk_label_set_wrap (note, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (note), "dim-label");
  return note;
}

static void
xr_package_dialog_init (XrPackageDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  self->reader = add_entry (list, _ ("Name of the reader"));
  self->position = add_entry (list, _ ("Unit and post of the reader (may stay empty)"));
  add_blind (self, list);
  self->blind_note = create_note (_ ("The plan of this round asks for it."));
  self->people = xr_people_checks_new ();
  gtk_widget_set_vexpand (GTK_WIDGET (self->people), TRUE);
  gtk_widget_add_css_class (content, "xr-dialog-content");
  gtk_box_append (GTK_BOX (content), list);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->blind_note));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (create_note (
                                       _ ("Attachments stay here; none goes into a package."))));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->people));
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("New review package"));
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 600);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  xr_window_close_on_escape (GTK_WINDOW (self));
}

void
xr_package_dialog_present (GtkWidget *widget, XrOffice *office, gint64 round)
{
  XrPackageDialog *self = g_object_new (XR_TYPE_PACKAGE_DIALOG, NULL);
  gboolean blind = xr_review_is_blind (office, round);
  g_autoptr (GPtrArray) people = xr_office_query_round (office, xr_table_find ("candidate"), round);

  self->office = g_object_ref (office);
  self->round = round;
  gtk_switch_set_active (self->blind, blind);
  gtk_widget_set_sensitive (GTK_WIDGET (self->blind), !blind);
  gtk_widget_set_visible (GTK_WIDGET (self->blind_note), blind);
  xr_people_checks_fill (self->people, people, 0);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
}
