/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form beside a dossier that is reviewed. It writes into the opinion that it shows, and nowhere else. */
#include "config.h"

#include "review/opinion-form.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"

struct _XrOpinionForm
{
  AdwBin parent_instance;

  XrOpinionDraft *draft; /* borrowed */
  gboolean filling;

  GtkLabel *name, *posts, *fault;
  GtkCheckButton *none, *declared;
  GtkEditable *reason, *mark;
  GtkWidget *judgement; /* mark and opinion */
  GtkTextBuffer *opinion;
};

G_DEFINE_FINAL_TYPE (XrOpinionForm, xr_opinion_form, ADW_TYPE_BIN)

static guint changed_signal;

gboolean
xr_opinion_draft_read_mark (XrOpinionDraft *draft, GError **error)
{
  XrReviewOpinion *opinion = draft->opinion;

  opinion->marked = FALSE;
  if (xr_text_is_blank (draft->mark_text))
    return TRUE;
  if (!xr_decimal_parse (draft->mark_text, &opinion->mark, error))
    return FALSE;
  if (opinion->mark.units < 0 || xr_decimal_compare (opinion->mark, XR_REVIEW_FULL_MARK) > 0)
    {
      g_set_error_literal (error, XR_DECIMAL_ERROR, XR_DECIMAL_ERROR_RANGE,
                           _ ("A mark lies between 0 and 100."));
      return FALSE;
    }
  opinion->marked = TRUE;
  return TRUE;
}

/* ---- from the form */

static char *
dup_text (const char *text)
{
  g_autofree char *stripped = xr_text_strip (text);

  return stripped[0] != '\0' ? g_steal_pointer (&stripped) : NULL;
}

static void
read_mark (XrOpinionForm *self)
{
  g_autoptr (GError) error = NULL;

  g_free (self->draft->mark_text);
  self->draft->mark_text = dup_text (gtk_editable_get_text (self->mark));
  xr_opinion_draft_read_mark (self->draft, &error);
  gtk_label_set_label (self->fault, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), error != NULL);
}

static void
read_opinion (XrOpinionForm *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->opinion, &start, &end);
  text = gtk_text_buffer_get_text (self->opinion, &start, &end, FALSE);
  g_free (self->draft->opinion->opinion);
  self->draft->opinion->opinion = dup_text (text);
}

static void
allow (XrOpinionForm *self)
{
  gboolean tied = self->draft->opinion->conflict == XR_CONFLICT_DECLARED;

  gtk_widget_set_sensitive (GTK_WIDGET (self->reason), tied);
  gtk_widget_set_sensitive (self->judgement, !tied);
}

static void
changed_cb (XrOpinionForm *self)
{
  XrReviewOpinion *opinion;

  if (self->filling || self->draft == NULL)
    return;
  opinion = self->draft->opinion;
  if (gtk_check_button_get_active (self->declared))
    opinion->conflict = XR_CONFLICT_DECLARED;
  else if (gtk_check_button_get_active (self->none))
    opinion->conflict = XR_CONFLICT_NONE;
  g_free (opinion->conflict_reason);
  opinion->conflict_reason = dup_text (gtk_editable_get_text (self->reason));
  read_mark (self);
  read_opinion (self);
  allow (self);
  g_signal_emit (self, changed_signal, 0);
}

/* ---- to the form */

/* Neither of the two is on as long as nothing was declared. */
static void
show_conflict (XrOpinionForm *self, XrConflict conflict)
{
  gtk_check_button_set_active (self->none, conflict == XR_CONFLICT_NONE);
  gtk_check_button_set_active (self->declared, conflict == XR_CONFLICT_DECLARED);
}

static void
set_text (GtkEditable *editable, const char *text)
{
  gtk_editable_set_text (editable, text != NULL ? text : "");
}

void
xr_opinion_form_show (XrOpinionForm *self, const XrReviewPerson *person, XrOpinionDraft *draft)
{
  const XrReviewOpinion *opinion = draft->opinion;

  self->filling = TRUE;
  self->draft = draft;
  gtk_label_set_label (self->name, person->label);
  gtk_label_set_label (self->posts, person->posts != NULL ? person->posts : "");
  show_conflict (self, opinion->conflict);
  set_text (self->reason, opinion->conflict_reason);
  set_text (self->mark, draft->mark_text);
  gtk_text_buffer_set_text (self->opinion, opinion->opinion != NULL ? opinion->opinion : "", -1);
  read_mark (self);
  allow (self);
  self->filling = FALSE;
}

/* ---- construction */

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
name_control (GtkWidget *label, GtkWidget *control)
{
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), control);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
}

static GtkEditable *
add_entry (XrOpinionForm *self, GtkWidget *box, const char *name)
{
  GtkWidget *label = add_label (box, name, NULL);
  GtkWidget *entry = gtk_entry_new ();

  name_control (label, entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (box), entry);
  return GTK_EDITABLE (entry);
}

static GtkCheckButton *
add_choice (XrOpinionForm *self, GtkWidget *box, const char *label)
{
  GtkWidget *button = gtk_check_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  return GTK_CHECK_BUTTON (button);
}

static void
add_declaration (XrOpinionForm *self, GtkWidget *box)
{
  add_label (box, _ ("Conflict of interest"), "heading");
  self->none = add_choice (self, box, _ ("_None with this person"));
  self->declared = add_choice (self, box, _ ("_There is one; I leave no judgement"));
  gtk_check_button_set_group (self->declared, self->none);
  self->reason = add_entry (self, box, _ ("_What it is"));
}

static void
add_opinion (XrOpinionForm *self, GtkWidget *box)
{
  GtkWidget *label = add_label (box, _ ("_Opinion"), NULL);
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->opinion = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  g_object_set (view, "left-margin", 6, "right-margin", 6, "top-margin", 6, "bottom-margin", 6,
                NULL);
  name_control (label, view);
  g_signal_connect_swapped (self->opinion, "changed", G_CALLBACK (changed_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 120);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_add_css_class (scrolled, "xr-paragraph");
  gtk_box_append (GTK_BOX (box), scrolled);
}

static void
add_judgement (XrOpinionForm *self, GtkWidget *box)
{
  self->judgement = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_vexpand (self->judgement, TRUE);
  add_label (self->judgement, _ ("Judgement"), "heading");
  self->mark = add_entry (self, self->judgement, _ ("_Mark, 0 to 100"));
  gtk_entry_set_input_purpose (GTK_ENTRY (self->mark), GTK_INPUT_PURPOSE_NUMBER);
  self->fault = GTK_LABEL (add_label (self->judgement, "", "error"));
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  add_opinion (self, self->judgement);
  gtk_box_append (GTK_BOX (box), self->judgement);
}

static void
xr_opinion_form_class_init (XrOpinionFormClass *klass)
{
  changed_signal = g_signal_new ("changed", XR_TYPE_OPINION_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
xr_opinion_form_init (XrOpinionForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->name = GTK_LABEL (add_label (box, "", "title-3"));
  self->posts = GTK_LABEL (add_label (box, "", "dim-label"));
  gtk_label_set_use_underline (self->name, FALSE);
  gtk_label_set_use_underline (self->posts, FALSE);
  add_declaration (self, box);
  add_judgement (self, box);
  adw_bin_set_child (ADW_BIN (self), box);
}

XrOpinionForm *
xr_opinion_form_new (void)
{
  return g_object_new (XR_TYPE_OPINION_FORM, NULL);
}
