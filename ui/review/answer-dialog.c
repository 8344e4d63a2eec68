/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer from its file to the record. Nothing is written before the preview was accepted. */
#include "config.h"

#include "review/answer-dialog.h"

#include <glib/gi18n-lib.h>

#include "exchange/review-file.h"
#include "review/opinion-rows.h"
#include "widgets/dialogs.h"
#include "widgets/unseal-dialog.h"

#define XR_TYPE_ANSWER_DIALOG (xr_answer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XrAnswerDialog, xr_answer_dialog, XR, ANSWER_DIALOG, AdwWindow)

struct _XrAnswerDialog
{
  AdwWindow parent_instance;

  XrOffice *office;
  gint64 round;
  XrReviewAnswer *answer;

  GtkLabel *head;
  GtkListBox *people;
};

G_DEFINE_FINAL_TYPE (XrAnswerDialog, xr_answer_dialog, ADW_TYPE_WINDOW)

/* ---- the preview */

static void
take_in_cb (XrAnswerDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!xr_review_answer_take_in (self->office, self->round, self->answer, &error))
    {
      xr_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  text = g_strdup_printf (_ ("The answer of %s is taken in."), self->answer->reader);
  xr_window_toast (GTK_WIDGET (self), text, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_preview (XrAnswerDialog *self, gint64 package)
{
  g_autoptr (XrReviewGiven) given = xr_review_answer_preview (self->office, package, self->answer);
  g_autofree char *saved = xr_date_to_text (given->saved_on);
  g_autofree char *head = g_strdup_printf (_ ("%1$s, saved on %2$s"), given->reader, saved);

  gtk_label_set_label (self->head, head);
  for (guint i = 0; i < given->people->len; i++)
    gtk_list_box_append (self->people, xr_opinion_row_new (given->people->pdata[i]));
}

static void
xr_answer_dialog_dispose (GObject *object)
{
  XrAnswerDialog *self = XR_ANSWER_DIALOG (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->answer, xr_review_answer_free);
  G_OBJECT_CLASS (xr_answer_dialog_parent_class)->dispose (object);
}

static void
xr_answer_dialog_class_init (XrAnswerDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_answer_dialog_dispose;
}

static GtkWidget *
create_header (XrAnswerDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *accept = gtk_button_new_with_mnemonic (_ ("_Take in"));

  gtk_widget_add_css_class (accept, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (accept, "clicked", G_CALLBACK (take_in_cb), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), accept);
  return header;
}

static void
xr_answer_dialog_init (XrAnswerDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->head = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->head, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "heading");
  self->people = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->people, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->people), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->people), GTK_ALIGN_START);
  gtk_widget_add_css_class (content, "xr-dialog-content");
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->people));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("A reader's answer"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 560);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  xr_window_close_on_escape (GTK_WINDOW (self));
}

/* ---- the file */

typedef struct
{
  GtkWidget *widget;
  XrOffice *office;
  gint64 round;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->widget);
  g_object_unref (opening->office);
  g_free (opening);
}

static void
opened_cb (GBytes *content, const char *passphrase, gpointer data)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XrReviewAnswer) answer = xr_review_answer_from_bytes (content, &error);
  gint64 package = answer != NULL
                     ? xr_review_answer_check (opening->office, opening->round, answer, &error)
                     : 0;
  XrAnswerDialog *self;

  if (package == 0)
    {
      xr_window_report_error (opening->widget, error);
      return;
    }
  self = g_object_new (XR_TYPE_ANSWER_DIALOG, NULL);
  self->office = g_object_ref (opening->office);
  self->round = opening->round;
  self->answer = g_steal_pointer (&answer);
  show_preview (self, package);
  gtk_window_set_transient_for (GTK_WINDOW (self),
                                GTK_WINDOW (gtk_widget_get_root (opening->widget)));
  gtk_window_present (GTK_WINDOW (self));
}

void
xr_answer_dialog_open (GtkWidget *widget, XrOffice *office, gint64 round, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sealed = xr_sealed_file_load (path, &error);
  Opening *opening;

  if (sealed == NULL)
    {
      xr_window_report_error (widget, error);
      return;
    }
  opening = g_new0 (Opening, 1);
  opening->widget = g_object_ref (widget);
  opening->office = g_object_ref (office);
  opening->round = round;
  xr_unseal_dialog_present (NULL, widget, sealed, XR_SEALED_REVIEW_ANSWER,
                            _ ("Open a reader's answer"),
                            _ ("Enter the passphrase that the review package was given."),
                            opened_cb, opening, (GDestroyNotify) opening_free);
}
