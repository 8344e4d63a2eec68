/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for names, passphrases and files, and hands them to the commands. It checks nothing itself. */
#include "config.h"

#include "stages/keying-away.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "stages/keying-transfer.h"
#include "widgets/dialogs.h"

#define SHOWN_FILES 3

struct _XrKeyingAway
{
  AdwBin parent_instance;

  XrOffice *office;
  gint64 component;
  char *keyer; /* as it was answered last, offered again */

  GtkLabel *files;
  GtkWidget *make, *take;
};

G_DEFINE_FINAL_TYPE (XrKeyingAway, xr_keying_away, ADW_TYPE_BIN)

/* ---- making a keying file */

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  XrKeyingAway *self = XR_KEYING_AWAY (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingTransfer) transfer = NULL;

  if (!xr_keying_transfer_finish (result, &transfer, &error))
    xr_window_report_error (GTK_WIDGET (self), error);
  else if (!xr_keying_task_note (self->office, transfer->task, &error))
    {
      /* Nobody would take in what is keyed from it. */
      g_unlink (transfer->path);
      xr_window_report_error (GTK_WIDGET (self), error);
    }
  else
    xr_window_toast (GTK_WIDGET (self), _ ("The keying file is made."), TRUE);
}

static void
free_transfer (gpointer data)
{
  xr_keying_transfer_free (data);
}

static XrKeyingTransfer *
copy_transfer (XrKeyingTransfer *transfer, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  XrKeyingTransfer *copy = xr_keying_transfer_new (transfer->kind, transfer->reads, path,
                                                   transfer->passphrase);

  copy->task = g_steal_pointer (&transfer->task);
  return copy;
}

static void
place_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  xr_keying_transfer_run (widget, copy_transfer (data, file), made_cb);
}

static void
make_answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  XrKeyingAway *self = XR_KEYING_AWAY (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingTask) task = xr_keying_task_make (self->office, self->component, answers[0],
                                                       &error);
  g_autofree char *component = xr_office_dup_title (self->office, xr_table_find ("component"),
                                                    self->component);
  g_autofree char *name = xr_keying_transfer_dup_name (_ ("Keying file"), component, answers[0]);
  XrKeyingTransfer *transfer = NULL;

  g_free (self->keyer);
  self->keyer = g_strdup (answers[0]);
  if (task == NULL)
    {
      xr_window_report_error (widget, error);
      return;
    }
  transfer = xr_keying_transfer_new (XR_SEALED_KEYING, FALSE, NULL, answers[1]);
  transfer->task = g_steal_pointer (&task);
  xr_dialog_save_file (widget, _ ("Save the keying file"), name, place_chosen_cb, transfer,
                       free_transfer);
}

static void
make_cb (XrKeyingAway *self)
{
  const XrAskField fields[] = {
    { _ ("_Second person"), self->keyer },
    { _ ("_Passphrase"), .secret = XR_ASK_NEW_PASSPHRASE },
    { _ ("Passphrase _again"), .secret = XR_ASK_PASSPHRASE_AGAIN },
  };

  xr_dialog_ask (GTK_WIDGET (self), _ ("Second keying on another computer"),
                 _ ("The keying file takes along what the sheets look like and which are to be "
                    "keyed, and no figure of the first keying. It opens with the passphrase only: "
                    "tell it by word of mouth, and do not send it with the file."),
                 _ ("_Choose where…"), NULL, fields, G_N_ELEMENTS (fields), make_answered_cb, NULL,
                 NULL);
}

/* ---- taking in what was keyed */

static void ask_passphrase (XrKeyingAway *self, const char *path, const char *body);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  XrKeyingAway *self = XR_KEYING_AWAY (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingTransfer) transfer = NULL;
  gboolean done = xr_keying_transfer_finish (result, &transfer, &error);

  if (g_error_matches (error, XR_SEALED_ERROR, XR_SEALED_ERROR_PASSPHRASE))
    ask_passphrase (self, transfer->path, error->message);
  else if (!done
           || !xr_keying_answer_take (self->office, self->component, transfer->answer, &error))
    xr_window_report_error (GTK_WIDGET (self), error);
  else
    xr_window_toast (GTK_WIDGET (self), _ ("What was keyed is taken in and compared."), TRUE);
}

static void
passphrase_answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  xr_keying_transfer_run (
    widget, xr_keying_transfer_new (XR_SEALED_KEYING_ANSWER, TRUE, data, answers[0]), read_cb);
}

static void
ask_passphrase (XrKeyingAway *self, const char *path, const char *body)
{
  const XrAskField field = { _ ("_Passphrase"), .secret = XR_ASK_PASSPHRASE };

  xr_dialog_ask (GTK_WIDGET (self), _ ("Take in what was keyed"), body, _ ("_Take in"), NULL,
                 &field, 1, passphrase_answered_cb, g_strdup (path), g_free);
}

static void
answer_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  ask_passphrase (XR_KEYING_AWAY (widget), path,
                  _ ("It has the passphrase of the keying file that it was keyed from."));
}

static void
take_cb (XrKeyingAway *self)
{
  xr_dialog_open_file (GTK_WIDGET (self), _ ("Choose what was keyed elsewhere"), _ ("Sealed files"),
                       XR_KEYING_SUFFIX, answer_chosen_cb, NULL, NULL);
}

/* ---- widget */

static void
xr_keying_away_dispose (GObject *object)
{
  g_clear_object (&XR_KEYING_AWAY (object)->office);
  G_OBJECT_CLASS (xr_keying_away_parent_class)->dispose (object);
}

static void
xr_keying_away_finalize (GObject *object)
{
  g_free (XR_KEYING_AWAY (object)->keyer);
  G_OBJECT_CLASS (xr_keying_away_parent_class)->finalize (object);
}

static void
xr_keying_away_class_init (XrKeyingAwayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_keying_away_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_keying_away_finalize;
}

static GtkWidget *
make_button (const char *text, GCallback callback, XrKeyingAway *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
xr_keying_away_init (XrKeyingAway *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->files = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->files, 0);
  gtk_label_set_wrap (self->files, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->files), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->files), "dim-label");
  self->make = make_button (_ ("_Keying file…"), G_CALLBACK (make_cb), self);
  self->take = make_button (_ ("Ta_ke in what was keyed…"), G_CALLBACK (take_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->files));
  gtk_box_append (GTK_BOX (box), self->make);
  gtk_box_append (GTK_BOX (box), self->take);
  adw_bin_set_child (ADW_BIN (self), box);
}

XrKeyingAway *
xr_keying_away_new (void)
{
  return g_object_new (XR_TYPE_KEYING_AWAY, NULL);
}

static void
append_file (GString *text, const XrKeyingFile *file)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (file->answered_on == NULL)
    /* Translators: 1 who keys, 2 a day, 3 sheets */
    g_string_append_printf (text,
                            _ ("Keying file for %1$s, made on %2$s for %3$u sheets: not back yet"),
                            file->keyer, file->made_on, file->sheets);
  else
    /* Translators: 1 who keyed, 2 and 3 days */
    g_string_append_printf (text, _ ("Keying file for %1$s, made on %2$s: taken in on %3$s"),
                            file->keyer, file->made_on, file->answered_on);
}

void
xr_keying_away_show (XrKeyingAway *self, XrOffice *office, gint64 component, gboolean editable)
{
  g_autoptr (GPtrArray) files = xr_keying_file_list (office, component);
  g_autoptr (GString) text = g_string_new (NULL);

  g_set_object (&self->office, office);
  self->component = component;
  for (guint i = 0; i < MIN (files->len, SHOWN_FILES); i++)
    append_file (text, g_ptr_array_index (files, i));
  gtk_label_set_label (self->files, files->len > 0
                                      ? text->str
                                      : _ ("The second person can also key on another computer, "
                                           "from a keying file that holds no figures."));
  gtk_widget_set_sensitive (self->make, editable);
  gtk_widget_set_sensitive (self->take, editable);
}
