/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Message dialogs, file choosers and toasts. Each keeps its answer in a small closure that lives as long
 * as the dialog, holds the asking widget weakly, and calls back at most once. */
#include "config.h"

#include "widgets/dialogs.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "core/error-text.h"
#include "core/text.h"
#include "exchange/sealed-file.h"

typedef struct
{
  GWeakRef widget;
  GCallback func;
  gpointer data;
  GDestroyNotify free_data;
  GtkWindow *dialog;
  GArray *lines; /* AskLine, of xr_dialog_ask() */
} Question;

/* One line that is asked for. */
typedef struct
{
  GtkEditable *entry;
  GtkLabel *fault; /* what is wrong with it */
  gboolean optional, date;
  XrAskSecret secret;
} AskLine;

static Question *
create_question (GtkWidget *widget, GCallback func, gpointer data, GDestroyNotify free_data)
{
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->widget, widget);
  question->func = func;
  question->data = data;
  question->free_data = free_data;
  return question;
}

static void
free_question (Question *question)
{
  if (question->free_data != NULL)
    question->free_data (question->data);
  g_weak_ref_clear (&question->widget);
  g_clear_pointer (&question->lines, g_array_unref);
  g_free (question);
}

static void
free_question_closure (gpointer data, GClosure *closure)
{
  free_question (data);
}

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static AdwMessageDialog *
create_message (GtkWidget *widget, const char *heading, const char *body)
{
  return ADW_MESSAGE_DIALOG (adw_message_dialog_new (find_window (widget), heading, body));
}

void
xr_dialog_tell (GtkWidget *widget, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = create_message (widget, heading, body);

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
xr_dialog_tell_alone (GtkApplication *application, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (NULL, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_set_icon_name (GTK_WINDOW (dialog), XR_APP_ID);
  gtk_window_set_application (GTK_WINDOW (dialog), application);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
xr_window_report_error (GtkWidget *widget, const GError *error)
{
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  xr_dialog_tell (widget, _ ("This could not be done"), xr_error_text (error));
}

static AdwToast *
create_toast (const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_timeout (toast, 4);
  return toast;
}

/* A widget of a dialog, or a window itself: the toast belongs to the first window with room for it. */
static GtkWidget *
find_toast_overlay (GtkWidget *widget)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  GtkWindow *window = find_window (widget);

  for (; overlay == NULL && window != NULL; window = gtk_window_get_transient_for (window))
    if (ADW_IS_APPLICATION_WINDOW (window))
      overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  return overlay;
}

/* What the last toast of an overlay offers to undo is not the last thing any more once something else was done. */
static void
dismiss_toast (GtkWidget *overlay)
{
  AdwToast *last = g_object_get_data (G_OBJECT (overlay), "xr-toast");

  if (last != NULL)
    adw_toast_dismiss (last);
  g_object_set_data (G_OBJECT (overlay), "xr-toast", NULL);
}

static void
show_toast (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = find_toast_overlay (widget);

  if (!ADW_IS_TOAST_OVERLAY (overlay))
    {
      g_object_unref (g_object_ref_sink (toast));
      return;
    }
  dismiss_toast (overlay);
  g_object_set_data_full (G_OBJECT (overlay), "xr-toast", g_object_ref (toast), g_object_unref);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

void
xr_window_toast (GtkWidget *widget, const char *text, gboolean undo)
{
  AdwToast *toast = create_toast (text);

  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  show_toast (widget, toast);
}

void
xr_window_toast_next (GtkWidget *widget, const char *text, const char *label, const char *name,
                      GVariant *target)
{
  AdwToast *toast = create_toast (text);

  adw_toast_set_button_label (toast, label);
  adw_toast_set_action_name (toast, name);
  adw_toast_set_action_target_value (toast, target);
  adw_toast_set_timeout (toast, 10);
  show_toast (widget, toast);
}

/* ---- yes or no */

static void
confirm_response_cb (Question *question, const char *response)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&question->widget);

  if (g_str_equal (response, "accept") && widget != NULL)
    ((XrConfirmFunc) question->func) (widget, question->data);
}

void
xr_dialog_confirm (GtkWidget *widget, const char *heading, const char *body, const char *accept,
                   XrConfirmFunc func, gpointer data, GDestroyNotify free_data)
{
  AdwMessageDialog *dialog = create_message (widget, heading, body);
  Question *question = create_question (widget, G_CALLBACK (func), data, free_data);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (confirm_response_cb), question,
                         free_question_closure, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- a few lines of text */

/* What is wrong with a line that is not blank. @before: what the line before has. */
static gboolean
check_text (const AskLine *line, const char *text, const char *before, GError **error)
{
  XrDate day;

  if (line->date)
    return xr_date_parse (text, FALSE, &day, error);
  if (line->secret == XR_ASK_NEW_PASSPHRASE)
    return xr_sealed_check_passphrase (text, error);
  if (line->secret != XR_ASK_PASSPHRASE_AGAIN || g_str_has_prefix (before, text))
    return TRUE;
  g_set_error_literal (error, XR_SEALED_ERROR, XR_SEALED_ERROR_WEAK,
                       _ ("Both passphrases have to be the same."));
  return FALSE;
}

/* Whether the line can be accepted; says below it what is wrong. */
static gboolean
check_line (AskLine *line, const char *before)
{
  const char *text = gtk_editable_get_text (line->entry);
  gboolean blank = xr_text_is_blank (text);
  gboolean same = line->secret != XR_ASK_PASSPHRASE_AGAIN || g_str_equal (before, text);
  g_autoptr (GError) error = NULL;

  if (!blank)
    check_text (line, text, before, &error);
  gtk_label_set_label (line->fault, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (line->fault), error != NULL);
  return error == NULL && same && (!blank || line->optional);
}

static void
update_acceptable_cb (Question *question)
{
  gboolean complete = TRUE;
  const char *before = "";

  for (guint i = 0; i < question->lines->len; i++)
    {
      AskLine *line = &g_array_index (question->lines, AskLine, i);
      complete &= check_line (line, before);
      before = gtk_editable_get_text (line->entry);
    }
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (question->dialog), "accept",
                                           complete);
}

static void
ask_response_cb (Question *question, const char *response)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&question->widget);
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_free);

  if (!g_str_equal (response, "accept") || widget == NULL)
    return;
  for (guint i = 0; i < question->lines->len; i++)
    {
      GtkEditable *entry = g_array_index (question->lines, AskLine, i).entry;
      g_ptr_array_add (answers, xr_text_strip (gtk_editable_get_text (entry)));
    }
  g_ptr_array_add (answers, NULL);
  ((XrAskFunc) question->func) (widget, (const char *const *) answers->pdata, question->data);
}

static GtkWidget *
create_ask_field (Question *question, const XrAskField *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new_with_mnemonic (field->label);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *fault = gtk_label_new (NULL);
  const AskLine line = { GTK_EDITABLE (entry), GTK_LABEL (fault), field->optional, field->date,
                         field->secret };

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), field->initial != NULL ? field->initial : "");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (update_acceptable_cb), question);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_visibility (GTK_ENTRY (entry), field->secret == XR_ASK_PLAIN);
  if (field->secret != XR_ASK_PLAIN)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_PASSWORD);
  gtk_box_append (GTK_BOX (box), label);
  gtk_label_set_xalign (GTK_LABEL (fault), 0);
  gtk_label_set_wrap (GTK_LABEL (fault), TRUE);
  gtk_widget_add_css_class (fault, "error");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), fault);
  g_array_append_val (question->lines, line);
  return box;
}

void
xr_dialog_ask (GtkWidget *widget, const char *heading, const char *body, const char *accept,
               GtkWidget *extra, const XrAskField *fields, guint n_fields, XrAskFunc func,
               gpointer data, GDestroyNotify free_data)
{
  AdwMessageDialog *dialog = create_message (widget, heading, body);
  Question *question = create_question (widget, G_CALLBACK (func), data, free_data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  question->dialog = GTK_WINDOW (dialog);
  question->lines = g_array_new (FALSE, FALSE, sizeof (AskLine));
  if (extra != NULL)
    gtk_box_append (GTK_BOX (box), extra);
  for (guint i = 0; i < n_fields; i++)
    gtk_box_append (GTK_BOX (box), create_ask_field (question, &fields[i]));
  gtk_widget_set_size_request (box, 360, -1);
  adw_message_dialog_set_extra_child (dialog, box);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (ask_response_cb), question,
                         free_question_closure, G_CONNECT_SWAPPED);
  update_acceptable_cb (question);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- files */

const char *
xr_dialog_no_path_text (void)
{
  return _ ("The file lies in a place that only the file manager reaches, such as a phone or a "
            "network address. Copy it to a folder of this computer first.");
}

static void
tell_no_path (GtkWidget *widget)
{
  xr_dialog_tell (widget, _ ("This could not be done"), xr_dialog_no_path_text ());
}

static void
file_response_cb (Question *question, int response, GtkNativeDialog *native)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&question->widget);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));

  if (response == GTK_RESPONSE_ACCEPT && widget != NULL && file != NULL)
    {
      if (g_file_peek_path (file) != NULL)
        ((XrFileFunc) question->func) (widget, file, question->data);
      else
        tell_no_path (widget);
    }
  g_object_unref (native);
}

static void
files_response_cb (Question *question, int response, GtkNativeDialog *native)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&question->widget);
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (native));
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      if (g_file_peek_path (file) != NULL)
        g_ptr_array_add (paths, g_file_get_path (file));
    }
  if (response == GTK_RESPONSE_ACCEPT && widget != NULL
      && paths->len < g_list_model_get_n_items (files))
    tell_no_path (widget);
  g_ptr_array_add (paths, NULL);
  if (response == GTK_RESPONSE_ACCEPT && widget != NULL && paths->len > 1)
    ((XrFilesFunc) question->func) (widget, (const char *const *) paths->pdata, question->data);
  g_object_unref (native);
}

static void
show_chooser_with (GtkFileChooserNative *native, GCallback response, Question *question)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_data (native, "response", response, question, free_question_closure,
                         G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
show_chooser (GtkFileChooserNative *native, Question *question)
{
  show_chooser_with (native, G_CALLBACK (file_response_cb), question);
}

void
xr_dialog_open_file (GtkWidget *widget, const char *title, const char *filter_name,
                     const char *suffix, XrFileFunc func, gpointer data, GDestroyNotify free_data)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
    title, find_window (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_auto (GStrv) suffixes = g_strsplit (suffix != NULL ? suffix : "", " ", -1);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, filter_name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffix != NULL)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  show_chooser (native, create_question (widget, G_CALLBACK (func), data, free_data));
}

void
xr_dialog_choose_folder (GtkWidget *widget, const char *title, XrFileFunc func, gpointer data,
                         GDestroyNotify free_data)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, find_window (widget),
                                                              GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                              _ ("_Choose"), _ ("_Cancel"));

  show_chooser (native, create_question (widget, G_CALLBACK (func), data, free_data));
}

void
xr_dialog_open_files (GtkWidget *widget, const char *title, const char *filter_name,
                      const char *const *suffixes, XrFilesFunc func, gpointer data,
                      GDestroyNotify free_data)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
    title, find_window (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, filter_name);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (native), TRUE);
  show_chooser_with (native, G_CALLBACK (files_response_cb),
                     create_question (widget, G_CALLBACK (func), data, free_data));
}

void
xr_dialog_save_file (GtkWidget *widget, const char *title, const char *name, XrFileFunc func,
                     gpointer data, GDestroyNotify free_data)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
    title, find_window (widget), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  show_chooser (native, create_question (widget, G_CALLBACK (func), data, free_data));
}

void
xr_window_close_on_escape (GtkWindow *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}
