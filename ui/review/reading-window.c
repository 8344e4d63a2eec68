/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reading mode: dossiers of a package, a form beside them, and one file out. What is written is kept as a
 * sealed draft on this computer until the answer is saved. */
#include "config.h"

#include "review/reading-window.h"

#include <glib/gi18n-lib.h>

#include "dossier/reading-view.h"
#include "exchange/review-draft.h"
#include "exchange/review-file.h"
#include "review/opinion-form.h"
#include "review/seal-file.h"
#include "round/table.h"
#include "widgets/dialogs.h"

/* How long the keyboard rests before what was written is kept. */
#define KEEP_AFTER 600 /* ms */

#define XR_TYPE_READING_WINDOW (xr_reading_window_get_type ())
G_DECLARE_FINAL_TYPE (XrReadingWindow, xr_reading_window, XR, READING_WINDOW, AdwApplicationWindow)

struct _XrReadingWindow
{
  AdwApplicationWindow parent_instance;

  XrReviewPackage *package;
  XrReviewAnswer *answer;
  XrOpinionDraft *drafts; /* as many as people */
  char *passphrase;
  gboolean unsaved;
  char *drafts_folder;
  guint keep_id; /* what was written waits to be kept */

  XrReadingView *view;
  XrOpinionForm *form;
  AdwWindowTitle *title;
  GtkLabel *missing, *kept;
};

G_DEFINE_FINAL_TYPE (XrReadingWindow, xr_reading_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- reading */

static XrReviewPerson *
get_person (XrReadingWindow *self, guint place)
{
  return self->package->people->pdata[place];
}

static void
load_cb (guint place, XrDossier **dossier, XrRow **row, gpointer data)
{
  XrReviewPerson *person = get_person (data, place);

  *dossier = xr_dossier_copy (person->dossier);
  *row = xr_row_new (xr_table_find ("candidate"), 0);
  for (guint i = 0; i < XR_REVIEW_N_FACTS; i++)
    xr_row_set (*row, xr_review_fact_names[i], person->facts[i]);
}

static guint
get_first_shown (XrReadingWindow *self)
{
  guint n;

  return xr_reading_view_get_shown (self->view, &n)[0];
}

/* Who reads, and how far the reader is. */
static void
show_subtitle (XrReadingWindow *self, guint place)
{
  const XrReviewPackage *package = self->package;
  g_autofree char *reader = g_strdup_printf (
    package->blind ? _ ("Reader: %s · blind review") : _ ("Reader: %s"), package->reader);
  g_autofree char *subtitle = g_strdup_printf ("%s · %u / %u", reader, place + 1,
                                               package->people->len);

  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
shown_cb (XrReadingWindow *self)
{
  guint place = get_first_shown (self);

  show_subtitle (self, place);
  xr_opinion_form_show (self->form, get_person (self, place), &self->drafts[place]);
}

static void
show_person (XrReadingWindow *self, guint place)
{
  xr_reading_view_show (self->view, &place, 1);
}

/* ---- what is missing */

typedef gboolean (*MissingFunc) (XrOpinionDraft *draft);

static gboolean
lacks_declaration (XrOpinionDraft *draft)
{
  return draft->opinion->conflict == XR_CONFLICT_UNSAID;
}

static gboolean
lacks_mark (XrOpinionDraft *draft)
{
  return draft->opinion->conflict != XR_CONFLICT_DECLARED && !draft->opinion->marked;
}

static gboolean
has_wrong_mark (XrOpinionDraft *draft)
{
  return draft->opinion->conflict != XR_CONFLICT_DECLARED
         && !xr_opinion_draft_read_mark (draft, NULL);
}

/* How many; *@first is the first one, *@names (transfer full) has the first few. */
static guint
find_missing (XrReadingWindow *self, MissingFunc is_missing, guint *first, char **names)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->package->people->len; i++)
    {
      if (!is_missing (&self->drafts[i]))
        continue;
      if (n == 0)
        *first = i;
      if (n < 5)
        g_string_append_printf (text, "%s%s", n > 0 ? _ (", ") : "", get_person (self, i)->label);
      else if (n == 5)
        g_string_append (text, "…");
      n++;
    }
  *names = g_string_free (g_steal_pointer (&text), FALSE);
  return n;
}

static void
show_missing (XrReadingWindow *self)
{
  g_autofree char *a = NULL, *b = NULL, *text = NULL;
  guint first;
  guint declarations = find_missing (self, lacks_declaration, &first, &a);
  guint marks = find_missing (self, lacks_mark, &first, &b);

  text = g_strdup_printf (_ ("Still missing: %1$u declarations, %2$u marks"), declarations, marks);
  gtk_label_set_label (self->missing, declarations + marks > 0 ? text : _ ("✓ Nothing is missing"));
}

/* ---- keeping what is written */

static void
show_kept (XrReadingWindow *self, const GError *error)
{
  g_autofree char *text = error == NULL
                            ? g_strdup (_ ("✓ Kept encrypted on this computer until the answer is "
                                           "saved"))
                            : g_strdup_printf (_ ("! What you write cannot be kept on this "
                                                  "computer; save the answer soon. %s"),
                                               error->message);

  gtk_label_set_label (self->kept, text);
}

static void
keep_now (XrReadingWindow *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->keep_id, g_source_remove);
  self->answer->saved_on = xr_date_today ();
  xr_review_draft_write (self->drafts_folder, self->answer, &error);
  show_kept (self, error);
}

static gboolean
keep_cb (gpointer data)
{
  XrReadingWindow *self = data;

  self->keep_id = 0;
  keep_now (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (XrReadingWindow *self)
{
  self->unsaved = TRUE;
  show_missing (self);
  gtk_label_set_label (self->kept, "");
  g_clear_handle_id (&self->keep_id, g_source_remove);
  self->keep_id = g_timeout_add (KEEP_AFTER, keep_cb, self);
}

static void
take_up (XrOpinionDraft *draft, XrReviewOpinion *kept)
{
  XrReviewOpinion *opinion = draft->opinion;

  opinion->marked = kept->marked;
  opinion->mark = kept->mark;
  opinion->conflict = kept->conflict;
  opinion->opinion = g_steal_pointer (&kept->opinion);
  opinion->conflict_reason = g_steal_pointer (&kept->conflict_reason);
  draft->mark_text = kept->marked ? xr_decimal_format_short (kept->mark) : NULL;
}

/* What was written before the window was closed, or the computer stopped, stands there again. */
static void
take_up_draft (XrReadingWindow *self)
{
  g_autoptr (XrReviewAnswer) kept = xr_review_draft_read (self->drafts_folder, self->package->token,
                                                          self->answer->digest);

  if (kept == NULL)
    return;
  for (guint i = 0; i < self->package->people->len; i++)
    for (guint j = 0; j < kept->opinions->len; j++)
      if (g_strcmp0 (get_person (self, i)->key, ((XrReviewOpinion *) kept->opinions->pdata[j])->key)
          == 0)
        take_up (&self->drafts[i], kept->opinions->pdata[j]);
  self->unsaved = TRUE;
  gtk_label_set_label (self->kept, _ ("✓ What you wrote before is here again"));
}

/* ---- saving */

static void
drop_draft (XrReadingWindow *self)
{
  g_clear_handle_id (&self->keep_id, g_source_remove);
  xr_review_draft_remove (self->drafts_folder, self->answer->digest);
  gtk_label_set_label (self->kept, "");
}

static void
written_cb (GtkWidget *widget, const char *path, const GError *error, gpointer data)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *body = NULL;

  if (error != NULL)
    {
      xr_window_report_error (widget, error);
      return;
    }
  XR_READING_WINDOW (widget)->unsaved = FALSE;
  drop_draft (XR_READING_WINDOW (widget));
  body = g_strdup_printf (
    _ ("Give the file “%s” back to the office that sent the package. It opens "
       "with the same passphrase."),
    name);
  xr_dialog_tell (widget, _ ("The answer is saved"), body);
}

/* Who has a tie leaves no judgement, also where one was written before. */
static void
leave_out_judgements (XrReviewAnswer *answer)
{
  for (guint i = 0; i < answer->opinions->len; i++)
    {
      XrReviewOpinion *opinion = answer->opinions->pdata[i];

      if (opinion->conflict == XR_CONFLICT_DECLARED)
        {
          opinion->marked = FALSE;
          g_clear_pointer (&opinion->opinion, g_free);
        }
      else
        g_clear_pointer (&opinion->conflict_reason, g_free);
    }
}

static void
path_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  XrReadingWindow *self = XR_READING_WINDOW (widget);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GBytes) content = NULL;

  if (path == NULL)
    return;
  leave_out_judgements (self->answer);
  self->answer->saved_on = xr_date_today ();
  content = xr_review_answer_to_bytes (self->answer);
  xr_seal_file (widget, path, XR_SEALED_REVIEW_ANSWER, content, self->passphrase, written_cb, NULL,
                NULL);
}

static void
choose_path (GtkWidget *widget, gpointer data)
{
  XrReadingWindow *self = XR_READING_WINDOW (widget);
  g_autofree char *name = g_strdup_printf (_ ("Answer of %1$s, %2$s%3$s"), self->package->reader,
                                           self->package->round_title, XR_SEALED_SUFFIX);

  g_strdelimit (name, "/\\:*?\"<>|", '_');
  xr_dialog_save_file (widget, _ ("Save the answer"), name, path_chosen_cb, NULL, NULL);
}

static gboolean
refuse_missing (XrReadingWindow *self, MissingFunc is_missing, const char *sentence)
{
  g_autofree char *names = NULL, *body = NULL;
  guint first = 0;

  if (find_missing (self, is_missing, &first, &names) == 0)
    return FALSE;
  body = g_strdup_printf (sentence, names);
  show_person (self, first);
  xr_dialog_tell (GTK_WIDGET (self), _ ("The answer is not complete yet"), body);
  return TRUE;
}

static void
activate_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrReadingWindow *self = XR_READING_WINDOW (widget);
  g_autofree char *names = NULL, *body = NULL;
  guint first;

  if (refuse_missing (
        self, lacks_declaration,
        _ ("Say of each person whether there is a conflict of interest. Missing: %s."))
      || refuse_missing (self, has_wrong_mark,
                         _ ("Some marks are not numbers between 0 and 100: %s.")))
    return;
  if (find_missing (self, lacks_mark, &first, &names) == 0)
    {
      choose_path (widget, NULL);
      return;
    }
  body = g_strdup_printf (_ ("There is no mark for: %s."), names);
  xr_dialog_confirm (widget, _ ("Save without these marks?"), body, _ ("_Save"), choose_path, NULL,
                     NULL);
}

/* ---- closing */

static void
close_cb (GtkWidget *widget, gpointer data)
{
  XR_READING_WINDOW (widget)->unsaved = FALSE;
  gtk_window_close (GTK_WINDOW (widget));
}

static gboolean
xr_reading_window_close_request (GtkWindow *window)
{
  XrReadingWindow *self = XR_READING_WINDOW (window);

  if (self->keep_id != 0)
    keep_now (self);
  if (!self->unsaved)
    return GTK_WINDOW_CLASS (xr_reading_window_parent_class)->close_request (window);
  xr_dialog_confirm (
    GTK_WIDGET (self), _ ("Close without saving the answer?"),
    _ ("The office has nothing of what you have written until “Save answer” puts it "
       "into a sealed file. It stands here again when you open the package on this "
       "computer."),
    _ ("_Close"), close_cb, NULL, NULL);
  return TRUE;
}

/* ---- construction */

static void
xr_reading_window_finalize (GObject *object)
{
  XrReadingWindow *self = XR_READING_WINDOW (object);

  for (guint i = 0; self->package != NULL && i < self->package->people->len; i++)
    g_free (self->drafts[i].mark_text);
  g_free (self->drafts);
  g_clear_pointer (&self->package, xr_review_package_free);
  g_clear_pointer (&self->answer, xr_review_answer_free);
  xr_sealed_passphrase_free (self->passphrase);
  g_free (self->drafts_folder);
  g_clear_handle_id (&self->keep_id, g_source_remove);
  G_OBJECT_CLASS (xr_reading_window_parent_class)->finalize (object);
}

static void
xr_reading_window_class_init (XrReadingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xr_reading_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = xr_reading_window_close_request;
  gtk_widget_class_install_action (widget_class, "review.save", NULL, activate_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "review.save",
                                       NULL);
  xr_reading_view_bind_keys (widget_class);
}

static GtkWidget *
create_header (XrReadingWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save answer…"));

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (NULL, NULL));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_widget_set_tooltip_text (save, _ ("Save answer (Ctrl+S)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "review.save");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  xr_reading_view_attach (self->view, GTK_WIDGET (self), ADW_HEADER_BAR (header));
  return header;
}

static GtkWidget *
create_side (XrReadingWindow *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->missing = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->missing, 0);
  gtk_label_set_wrap (self->missing, TRUE);
  gtk_widget_add_css_class (side, "xr-dialog-content");
  gtk_widget_set_size_request (side, 340, -1);
  /* With large text the form is higher than a small screen. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->form));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (side), scrolled);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->missing));
  self->kept = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->kept, 0);
  gtk_label_set_wrap (self->kept, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->kept), "dim-label");
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->kept));
  return side;
}

static void
xr_reading_window_init (XrReadingWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->view = xr_reading_view_new ();
  self->form = xr_opinion_form_new ();
  g_signal_connect_swapped (self->view, "shown", G_CALLBACK (shown_cb), self);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (both), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (both), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (both), create_side (self));
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), both);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 1200, 680);
}

static XrReviewAnswer *
begin_answer (XrReadingWindow *self, const char *digest)
{
  XrReviewAnswer *answer = xr_review_answer_new ();

  answer->token = g_strdup (self->package->token);
  answer->digest = g_strdup (digest);
  answer->round_title = g_strdup (self->package->round_title);
  answer->reader = g_strdup (self->package->reader);
  self->drafts = g_new0 (XrOpinionDraft, self->package->people->len);
  for (guint i = 0; i < self->package->people->len; i++)
    self->drafts[i].opinion = xr_review_answer_add (answer, get_person (self, i)->key);
  return answer;
}

static void
show_package (XrReadingWindow *self)
{
  const XrReviewPackage *package = self->package;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < package->people->len; i++)
    g_ptr_array_add (names, get_person (self, i)->label);
  adw_window_title_set_title (self->title, package->round_title);
  gtk_window_set_title (GTK_WINDOW (self), package->round_title);
  xr_reading_view_set_people (self->view, (const char *const *) names->pdata, names->len,
                              package->blind ? NULL : package->age_date, load_cb, self);
}

void
xr_reading_window_present (GtkApplication *application, XrReviewPackage *package,
                           const char *digest, const char *passphrase)
{
  XrReadingWindow *self = g_object_new (XR_TYPE_READING_WINDOW, "application", application,
                                        "icon-name", XR_APP_ID, NULL);

  self->package = package;
  self->passphrase = g_strdup (passphrase);
  self->drafts_folder = xr_review_draft_folder ();
  self->answer = begin_answer (self, digest);
  take_up_draft (self);
  show_package (self);
  show_person (self, 0);
  show_missing (self);
  gtk_window_present (GTK_WINDOW (self));
}
