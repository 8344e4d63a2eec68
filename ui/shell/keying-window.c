/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the file that is keyed into, tells how far it is, and leads to the pad or the grid. What was keyed
 * stays in the user's own folder until the person takes it away. */
#include "config.h"

#include "shell/keying-window.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "round/table.h"
#include "stages/keying-transfer.h"
#include "stages/second-window.h"
#include "widgets/dialogs.h"
#include "widgets/row-choice.h"

struct _XrKeyingWindow
{
  AdwApplicationWindow parent_instance;

  char *path;       /* of the keying file */
  char *passphrase; /* once it was right; the answer gets the same */
  XrOffice *office; /* that is keyed into; NULL while the file is locked */
  gulong changed_id;
  XrKeyingFile *file;

  GtkStack *stack;
  GtkEditable *entry;
  GtkLabel *fault, *title, *who, *progress, *missing;
  XrRowChoice *post;
  GtkWidget *key, *key_counts, *answer;
};

G_DEFINE_FINAL_TYPE (XrKeyingWindow, xr_keying_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- how far it is */

/* (transfer full) */
static char *
dup_progress (const XrKeyingProgress *progress)
{
  if (progress->wanted == 0)
    return g_strdup_printf (_ ("%u sheets keyed"), progress->keyed);
  if (progress->keyed > progress->done)
    /* Translators: 1 sheets to key, 2 of them keyed, 3 others keyed or begun */
    return g_strdup_printf (_ ("%2$u of %1$u sheets keyed, and %3$u others keyed or begun"),
                            progress->wanted, progress->done, progress->keyed - progress->done);
  return g_strdup_printf (_ ("%2$u of %1$u sheets keyed"), progress->wanted, progress->done);
}

#define SHOWN_MISSING 20

/* (transfer full) */
static char *
dup_missing (const XrKeyingProgress *progress)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (progress->missing->len, SHOWN_MISSING); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? _ (", ") : "",
                            (const char *) g_ptr_array_index (progress->missing, i));
  if (progress->missing->len > SHOWN_MISSING)
    g_string_append (text, " …");
  return g_string_free (text, FALSE);
}

static void
refresh (XrKeyingWindow *self)
{
  g_autoptr (XrKeyingProgress) progress = xr_keying_task_progress (self->office);
  g_autofree char *text = dup_progress (progress);
  g_autofree char *names = dup_missing (progress);
  g_autofree char *missing = *names != '\0' ? g_strdup_printf (_ ("Not keyed yet: %s"), names)
                                            : NULL;

  gtk_label_set_label (self->progress, text);
  gtk_label_set_label (self->missing, missing);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing != NULL);
  gtk_widget_set_visible (self->key, progress->ballots);
  gtk_widget_set_visible (self->key_counts, progress->counts);
}

/* ---- keying */

static void
begin (XrKeyingWindow *self, gboolean counts)
{
  xr_second_keying_present (GTK_WIDGET (self->stack), self->office, self->file->round,
                            self->file->component, xr_row_choice_get (self->post), 0, counts,
                            self->file->keyer);
}

static void
key_cb (XrKeyingWindow *self)
{
  begin (self, FALSE);
}

static void
key_counts_cb (XrKeyingWindow *self)
{
  begin (self, TRUE);
}

/* ---- the answer */

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (XrKeyingTransfer) transfer = NULL;
  g_autoptr (GError) error = NULL;

  if (!xr_keying_transfer_finish (result, &transfer, &error))
    xr_window_report_error (GTK_WIDGET (source), error);
  else
    xr_dialog_tell (GTK_WIDGET (source), _ ("What was keyed is written"),
                    _ ("Hand this file back; it opens with the same passphrase. What was keyed "
                       "stays on this computer until you remove it."));
}

static void
place_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  XrKeyingWindow *self = XR_KEYING_WINDOW (widget);
  g_autofree char *path = g_file_get_path (file);
  XrKeyingTransfer *transfer = xr_keying_transfer_new (XR_SEALED_KEYING_ANSWER, FALSE, path,
                                                       self->passphrase);
  g_autoptr (GError) error = NULL;

  transfer->answer = xr_keying_answer_make (self->office, &error);
  if (transfer->answer != NULL)
    xr_keying_transfer_run (widget, transfer, written_cb);
  else
    {
      xr_keying_transfer_free (transfer);
      xr_window_report_error (widget, error);
    }
}

static void
choose_place (GtkWidget *widget, gpointer data)
{
  XrKeyingWindow *self = XR_KEYING_WINDOW (widget);
  g_autofree char *component = xr_office_dup_title (self->office, xr_table_find ("component"),
                                                    self->file->component);
  g_autofree char *name = xr_keying_transfer_dup_name (_ ("Keyed"), component, self->file->keyer);

  xr_dialog_save_file (widget, _ ("Save what was keyed"), name, place_chosen_cb, NULL, NULL);
}

static void
answer_cb (XrKeyingWindow *self)
{
  g_autoptr (XrKeyingProgress) progress = xr_keying_task_progress (self->office);
  g_autofree char *names = dup_missing (progress);
  g_autofree char *body = NULL;

  if (progress->keyed == 0 || progress->missing->len == 0)
    {
      choose_place (GTK_WIDGET (self), NULL);
      return;
    }
  body = g_strdup_printf (_ ("Not keyed yet: %s.\nWhat is taken in counts as all that comes from "
                             "this keying file; what is missing needs a new one."),
                          names);
  xr_dialog_confirm (GTK_WIDGET (self), _ ("Hand back what is not finished?"), body,
                     _ ("_Hand back"), choose_place, NULL, NULL);
}

/* ---- leaving */

static void
close_office (XrKeyingWindow *self)
{
  if (self->office != NULL)
    g_clear_signal_handler (&self->changed_id, self->office);
  g_clear_object (&self->office);
}

static void
remove_confirmed_cb (GtkWidget *widget, gpointer data)
{
  XrKeyingWindow *self = XR_KEYING_WINDOW (widget);
  g_autofree char *path = g_strdup (xr_office_get_path (self->office));

  close_office (self);
  xr_keying_task_remove (path);
  gtk_stack_set_visible_child_name (self->stack, "removed");
}

static void
remove_cb (XrKeyingWindow *self)
{
  xr_dialog_confirm (GTK_WIDGET (self), _ ("Remove what was keyed from this computer?"),
                     _ ("What was keyed here is gone then, and can only be taken in from the file "
                        "that you handed back. The keying file itself stays where it is."),
                     _ ("_Remove"), remove_confirmed_cb, NULL, NULL);
}

/* ---- opening */

static void
say_fault (XrKeyingWindow *self, const char *text)
{
  gtk_label_set_label (self->fault, text);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), *text != '\0');
  gtk_editable_select_region (self->entry, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* One for each keying file, so that keying goes on where it was left. (transfer full) */
static char *
dup_work_path (const XrKeyingTask *task)
{
  g_autofree char *id = xr_keying_task_dup_id (task);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
  g_autofree char *name = g_strdup_printf ("%s.xuanren", digest);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "xuanren", "keying", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, name, NULL);
}

static void
show_work (XrKeyingWindow *self)
{
  g_autofree char *component = NULL;
  g_autofree char *round = NULL;
  g_autofree char *who = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  g_autoptr (XrRow) row = xr_office_load (self->office, xr_table_find ("component"),
                                          self->file->component, NULL);

  component = xr_office_dup_title (self->office, xr_table_find ("component"),
                                   self->file->component);
  round = xr_office_dup_title (self->office, xr_table_find ("round"), self->file->round);
  /* Translators: 1 the title of the round, 2 who keys */
  who = g_strdup_printf (_ ("%1$s. Keyed the second time by %2$s."), round, self->file->keyer);
  gtk_label_set_label (self->title, component);
  gtk_label_set_label (self->who, who);
  posts = xr_office_query (self->office, xr_table_find ("post"), "round_id", self->file->round);
  xr_row_choice_fill (self->post, posts, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->post),
                          posts->len > 1 && row != NULL
                            && g_str_equal (xr_row_get (row, "method"), "ranked"));
  gtk_stack_set_visible_child_name (self->stack, "work");
  self->changed_id = g_signal_connect_swapped (self->office, "changed", G_CALLBACK (refresh), self);
  refresh (self);
  gtk_widget_grab_focus (gtk_widget_get_visible (self->key) ? self->key : self->key_counts);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  XrKeyingWindow *self = XR_KEYING_WINDOW (source);
  g_autoptr (XrKeyingTransfer) transfer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (xr_keying_transfer_finish (result, &transfer, &error))
    {
      path = dup_work_path (transfer->task);
      self->office = xr_keying_task_open (transfer->task, path, &error);
    }
  if (self->office == NULL)
    {
      say_fault (self, error != NULL ? error->message : "");
      return;
    }
  self->passphrase = g_strdup (transfer->passphrase);
  self->file = xr_keying_file_load (self->office, NULL);
  gtk_editable_set_text (self->entry, "");
  show_work (self);
}

static void
open_cb (XrKeyingWindow *self)
{
  g_autofree char *passphrase = xr_text_strip (gtk_editable_get_text (self->entry));

  if (*passphrase == '\0')
    say_fault (self, _ ("Write the passphrase that you were told."));
  else
    xr_keying_transfer_run (GTK_WIDGET (self),
                            xr_keying_transfer_new (XR_SEALED_KEYING, TRUE, self->path, passphrase),
                            opened_cb);
}

/* ---- the window */

static void
xr_keying_window_dispose (GObject *object)
{
  close_office (XR_KEYING_WINDOW (object));
  G_OBJECT_CLASS (xr_keying_window_parent_class)->dispose (object);
}

static void
xr_keying_window_finalize (GObject *object)
{
  XrKeyingWindow *self = XR_KEYING_WINDOW (object);

  g_free (self->path);
  g_free (self->passphrase);
  g_clear_pointer (&self->file, xr_keying_file_free);
  G_OBJECT_CLASS (xr_keying_window_parent_class)->finalize (object);
}

static void
xr_keying_window_class_init (XrKeyingWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = xr_keying_window_dispose;
  object_class->finalize = xr_keying_window_finalize;
}

static GtkLabel *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_xalign (label, 0);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static GtkWidget *
add_button (GtkWidget *box, const char *text, GCallback callback, XrKeyingWindow *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_page (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "xr-dialog-content");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
make_locked (XrKeyingWindow *self)
{
  GtkWidget *box = make_page ();
  GtkLabel *label;
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *open;

  add_label (box, _ ("A keying file"), "title-1");
  add_label (box,
             _ ("Somebody gave you sheets of paper to key a second time. Write the passphrase that "
                "you were told together with this file."),
             NULL);
  label = add_label (box, NULL, NULL);
  gtk_label_set_text_with_mnemonic (label, _ ("_Passphrase"));
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_entry_set_visibility (GTK_ENTRY (self->entry), FALSE);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_PASSWORD);
  gtk_label_set_mnemonic_widget (label, GTK_WIDGET (self->entry));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (open_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  self->fault = add_label (box, NULL, "error");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  open = add_button (buttons, _ ("_Open"), G_CALLBACK (open_cb), self);
  gtk_widget_add_css_class (open, "suggested-action");
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

static GtkWidget *
make_work (XrKeyingWindow *self)
{
  GtkWidget *box = make_page ();
  GtkWidget *keying = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *leaving = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->title = add_label (box, NULL, "title-1");
  self->who = add_label (box, NULL, NULL);
  add_label (box,
             _ ("Key every sheet from the paper. Whoever gave them to you compares them with the "
                "first keying; figures of that are not in this file."),
             NULL);
  self->progress = add_label (box, NULL, "heading");
  self->missing = add_label (box, NULL, "dim-label");
  self->post = xr_row_choice_new (_ ("P_ost"));
  gtk_box_append (GTK_BOX (keying), GTK_WIDGET (self->post));
  self->key = add_button (keying, _ ("_Key sheets"), G_CALLBACK (key_cb), self);
  self->key_counts = add_button (keying, _ ("Key _counts"), G_CALLBACK (key_counts_cb), self);
  gtk_widget_add_css_class (self->key, "suggested-action");
  gtk_box_append (GTK_BOX (box), keying);
  self->answer = add_button (leaving, _ ("_Hand back…"), G_CALLBACK (answer_cb), self);
  add_button (leaving, _ ("_Remove from this computer…"), G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (box), leaving);
  return box;
}

static GtkWidget *
make_removed (void)
{
  GtkWidget *box = make_page ();

  add_label (box, _ ("Removed"), "title-1");
  add_label (box, _ ("What was keyed is gone from this computer. This window can be closed."),
             NULL);
  return box;
}

static void
xr_keying_window_init (XrKeyingWindow *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_locked (self), "locked");
  gtk_stack_add_named (self->stack, make_work (self), "work");
  gtk_stack_add_named (self->stack, make_removed (), "removed");
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->stack));
  gtk_widget_set_vexpand (clamp, TRUE);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), clamp);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), outer);
  gtk_window_set_default_size (GTK_WINDOW (self), 760, 520);
  gtk_window_set_icon_name (GTK_WINDOW (self), XR_APP_ID);
}

XrKeyingWindow *
xr_keying_window_new (GtkApplication *application, const char *path)
{
  XrKeyingWindow *self = g_object_new (XR_TYPE_KEYING_WINDOW, "application", application, NULL);
  g_autofree char *name = g_path_get_basename (path);

  self->path = g_strdup (path);
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return self;
}

const char *
xr_keying_window_get_path (XrKeyingWindow *self)
{
  return self->path;
}
