/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the files that an intake window is made of, and checks their rows for the first time, in a thread with
 * a connection of its own. The window comes when that is done. */
#include "config.h"

#include "stages/intake-window-private.h"

#include <glib/gi18n-lib.h>

#include "core/error-text.h"
#include "exchange/dossier-file.h"
#include "shell/progress-window.h"
#include "widgets/dialogs.h"

typedef struct
{
  char *office_path;
  gint64 round;
  char **paths;
  gint at; /* which of them is read; atomic */
  XrPreview *preview;
  GString *failures; /* sentences, a line each */
  GtkWindow *progress;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_free (reading->office_path);
  g_strfreev (reading->paths);
  g_clear_pointer (&reading->preview, xr_preview_free);
  g_string_free (reading->failures, TRUE);
  g_free (reading);
}

static void
add_failure (Reading *reading, const char *path, const char *text)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *line = g_strdup_printf (_ ("%1$s: %2$s"), name, text);

  g_string_append_printf (reading->failures, "%s%s", reading->failures->len > 0 ? "\n" : "", line);
}

static void
read_form (Reading *reading, const char *path)
{
  g_autoptr (GPtrArray) notes = xr_faults_new ();
  g_autoptr (GPtrArray) faults = xr_faults_new ();
  XrDossier *dossier = xr_dossier_file_read (path, notes, faults);

  if (dossier != NULL)
    xr_preview_add_dossier (reading->preview, path, dossier, notes);
  else
    add_failure (reading, path, ((XrFault *) g_ptr_array_index (faults, 0))->message);
}

static void
read_file (Reading *reading, XrOffice *office, const char *path, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  XrPersonSheet *sheet = xr_person_sheet_read (
    path, xr_column_is_known, xr_preview_get_progress (reading->preview), cancellable, &error);
  g_autofree char *signature = NULL;
  g_autofree char *remembered = NULL;
  g_autoptr (GArray) map = NULL;

  if (sheet == NULL)
    {
      add_failure (reading, path, xr_error_text (error));
      return;
    }
  signature = xr_column_map_signature (sheet);
  remembered = xr_round_dup_column_map (office, signature);
  map = xr_column_map_new (sheet, remembered);
  xr_preview_add (reading->preview, sheet, map);
}

/* The photo is read with its form, where that was chosen too. */
static void
pass_over_photo (Reading *reading, const char *path)
{
  for (guint i = 0; reading->paths[i] != NULL; i++)
    if (xr_dossier_file_is_photo_of (path, reading->paths[i]))
      return;
  add_failure (reading, path,
               _ ("This is the photo of a form. Choose the .lrm file beside it; the photo comes "
                  "with it."));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_office_open (reading->office_path, XR_OPEN_READ, &error);

  for (guint i = 0; office != NULL && reading->paths[i] != NULL; i++)
    {
      g_atomic_int_set (&reading->at, (gint) i);
      xr_progress_enter (xr_preview_get_progress (reading->preview), XR_PREVIEW_READS);
      if (xr_dossier_file_is_meant (reading->paths[i]))
        read_form (reading, reading->paths[i]);
      else if (xr_dossier_file_is_photo (reading->paths[i]))
        pass_over_photo (reading, reading->paths[i]);
      else
        read_file (reading, office, reading->paths[i], cancellable);
    }
  if (office != NULL && xr_preview_examine (reading->preview, office, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static char *
dup_progress_text_cb (int step, guint done, guint all, gpointer data)
{
  Reading *reading = data;
  g_autofree char *name = g_path_get_basename (reading->paths[g_atomic_int_get (&reading->at)]);

  return xr_intake_dup_progress_text (step, done, all, name);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (XrOffice) office = data;
  GtkWidget *window = GTK_WIDGET (source);
  GTask *task = G_TASK (result);
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (task, &error);

  xr_progress_window_finish (g_steal_pointer (&reading->progress));
  if (done && xr_preview_n_files (reading->preview) > 0)
    window = xr_intake_window_present (window, office, reading->round,
                                       g_steal_pointer (&reading->preview));
  if (reading->failures->len > 0 && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xr_dialog_tell (window, _ ("A file could not be read"), reading->failures->str);
  else if (!done)
    xr_window_report_error (window, error);
}

void
xr_intake_window_open (GtkWidget *widget, XrOffice *office, gint64 round, const char *const *paths)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (widget, cancellable, read_cb, g_object_ref (office));
  Reading *reading = g_new0 (Reading, 1);

  reading->office_path = g_strdup (xr_office_get_path (office));
  reading->round = round;
  reading->paths = g_strdupv ((char **) paths);
  reading->preview = xr_preview_new (round);
  reading->failures = g_string_new (NULL);
  reading->progress = xr_progress_window_present (widget, _ ("The list is being read…"),
                                                  cancellable);
  xr_progress_window_watch (reading->progress, xr_preview_get_progress (reading->preview),
                            dup_progress_text_cb, reading);
  g_task_set_task_data (task, reading, free_reading);
  g_task_run_in_thread (task, read_in_thread);
}
