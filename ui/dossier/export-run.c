/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms on their way into a folder. The thread reads the office file through a connection of its own; each
 * file is whole or not there, and none that was there before is replaced without a word. */
#include "config.h"

#include "dossier/export-run.h"

#include <glib/gi18n-lib.h>

#include "core/progress.h"
#include "round/dossier.h"
#include "shell/progress-window.h"
#include "widgets/dialogs.h"

typedef struct
{
  char *office_path, *folder;
  XrDossierFormat format;
  GArray *candidates; /* gint64 */
  XrExportDone done;
  gboolean replace; /* somebody said so */
  /* What the thread has to tell: */
  XrProgress progress;
  GPtrArray *names; /* char *, of files that stand there */
  guint n_written;
  GString *losses; /* what the older format lost, a line a person */
  GtkWindow *window;
} Export;

static void
free_export (gpointer data)
{
  Export *self = data;

  g_free (self->office_path);
  g_free (self->folder);
  g_array_unref (self->candidates);
  g_ptr_array_unref (self->names);
  g_string_free (self->losses, TRUE);
  g_free (self);
}

static Export *
export_new (const char *office_path, XrDossierFormat format, const char *folder,
            const GArray *candidates, XrExportDone done)
{
  Export *self = g_new0 (Export, 1);

  self->office_path = g_strdup (office_path);
  self->folder = g_strdup (folder);
  self->format = format;
  self->candidates = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->candidates, candidates->data, candidates->len);
  self->done = done;
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->losses = g_string_new (NULL);
  return self;
}

/* ---- in the thread */

typedef struct
{
  char *name; /* of the person */
  char *path;
  XrDossier *dossier;
} Form;

static void
clear_form (Form *form)
{
  g_free (form->name);
  g_free (form->path);
  g_clear_pointer (&form->dossier, xr_dossier_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Form, clear_form)

/* @names keeps people of one name apart. */
static gboolean
load_form (Export *self, XrOffice *office, guint index, GHashTable *names, Form *form,
           GError **error)
{
  gint64 candidate = g_array_index (self->candidates, gint64, index);
  g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("candidate"), candidate, error);
  g_autofree char *stem = NULL;
  g_autofree char *file = NULL;

  form->dossier = row != NULL ? xr_dossier_load (office, candidate, error) : NULL;
  if (form->dossier == NULL)
    return FALSE;
  stem = xr_dossier_file_dup_name (form->dossier, xr_row_get (row, "number"), names);
  file = g_strconcat (stem, xr_dossier_format_suffix (self->format), NULL);
  form->name = g_strdup (xr_row_get (row, "name"));
  form->path = g_build_filename (self->folder, file, NULL);
  return TRUE;
}

static void
note_losses (Export *self, const Form *form, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const XrFault *note = notes->pdata[i];

      g_string_append (self->losses, i == 0 ? form->name : _ (", "));
      g_string_append_printf (self->losses, "%s%s", i == 0 ? "  " : "", note->column);
    }
  if (notes->len > 0)
    g_string_append_c (self->losses, '\n');
}

/* Looks at one form, or writes it. */
static gboolean
treat_form (Export *self, const Form *form, gboolean write, GError **error)
{
  g_autoptr (GPtrArray) notes = xr_faults_new ();

  if (!write)
    {
      if (g_file_test (form->path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (self->names, g_path_get_basename (form->path));
      return TRUE;
    }
  if (!xr_dossier_file_write (form->dossier, self->format, form->path, notes, error))
    return FALSE;
  note_losses (self, form, notes);
  self->n_written++;
  return TRUE;
}

static gboolean
treat_all (Export *self, XrOffice *office, gboolean write, GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  xr_progress_begin (&self->progress, self->candidates->len);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      g_auto (Form) form = { NULL };

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !load_form (self, office, i, names, &form, error)
          || !treat_form (self, &form, write, error))
        return FALSE;
      xr_progress_set (&self->progress, i + 1);
    }
  return TRUE;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_office_open (self->office_path, XR_OPEN_READ, &error);

  if (office != NULL && (self->replace || treat_all (self, office, FALSE, cancellable, &error))
      && (self->names->len > 0 || treat_all (self, office, TRUE, cancellable, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* ---- in the window */

static void start (GtkWidget *widget, Export *self);

static void
replace_cb (GtkWidget *widget, gpointer data)
{
  const Export *asked = data;
  Export *self = export_new (asked->office_path, asked->format, asked->folder, asked->candidates,
                             asked->done);

  self->replace = TRUE;
  start (widget, self);
}

/* Takes what it needs of @self, which ends with its task. */
static void
ask (GtkWidget *widget, const Export *self)
{
  g_autofree char *heading = g_strdup_printf (
    ngettext ("Replace %u file?", "Replace %u files?", self->names->len), self->names->len);
  g_autofree char *body = g_strdup_printf (
    _ ("The folder has a file of this name already, such as “%s”. Choose another "
       "folder if it is still needed."),
    (const char *) self->names->pdata[0]);

  xr_dialog_confirm (
    widget, heading, body, _ ("_Replace"), replace_cb,
    export_new (self->office_path, self->format, self->folder, self->candidates, self->done),
    free_export);
}

/* Forms that were written before it was cancelled or failed are whole; they are told of too. */
static void
tell (GtkWidget *widget, const Export *self)
{
  g_autofree char *text = g_strdup_printf (
    ngettext ("%u form written.", "%u forms written.", self->n_written), self->n_written);

  if (self->losses->len > 0)
    xr_dialog_tell (widget, _ ("The .lrm format has no place for this. Use .lrmx to hand it on."),
                    self->losses->str);
  xr_window_toast (widget, text, FALSE);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  GtkWindow *owner = gtk_window_get_transient_for (GTK_WINDOW (widget));
  Export *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  xr_progress_window_finish (g_steal_pointer (&self->window));
  if (done && self->names->len > 0)
    {
      ask (widget, self);
      return;
    }
  if (self->n_written > 0)
    tell (owner != NULL ? GTK_WIDGET (owner) : widget, self);
  if (done)
    self->done (widget);
  else
    xr_window_report_error (widget, error);
}

static char *
dup_text (int step, guint done, guint all, gpointer data)
{
  return g_strdup_printf (_ ("Form %1$u of %2$u…"), MIN (done + 1, MAX (all, 1)), MAX (all, 1));
}

/* Takes @self. */
static void
start (GtkWidget *widget, Export *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (widget, cancellable, done_cb, NULL);

  self->window = xr_progress_window_present (widget, _ ("The forms are being written…"),
                                             cancellable);
  xr_progress_window_watch (self->window, &self->progress, dup_text, self);
  /* Who cancels when everything is written already is told that it is. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, free_export);
  g_task_run_in_thread (task, run);
}

void
xr_export_run (GtkWidget *widget, XrOffice *office, XrDossierFormat format, const char *folder,
               const GArray *candidates, XrExportDone done)
{
  start (widget, export_new (xr_office_get_path (office), format, folder, candidates, done));
}
