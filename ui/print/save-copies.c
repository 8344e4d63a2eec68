/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving copies as PDF or workbook. The thread reads the office file through a connection of its own. */
#include "config.h"

#include "print/save-copies.h"

#include <glib/gi18n-lib.h>

#include "forms/twin.h"
#include "shell/progress-window.h"
#include "widgets/dialogs.h"

typedef struct
{
  XrPrintJob *job; /* its office is the window's: the thread opens its own */
  char *office_path, *path;
  GtkWindow *progress; /* of the window */
} Save;

static void
free_save (Save *save)
{
  xr_print_job_free (save->job);
  g_free (save->office_path);
  g_free (save->path);
  g_free (save);
}

typedef struct
{
  GtkWindow *window;
  guint done, all;
} Step;

static gboolean
show_step_cb (gpointer data)
{
  Step *step = data;
  g_autofree char *text = g_strdup_printf (_ ("Copy %1$u of %2$u…"), step->done + 1, step->all);

  xr_progress_window_set_text (step->window, text);
  return G_SOURCE_REMOVE;
}

static void
free_step (gpointer data)
{
  Step *step = data;

  g_object_unref (step->window);
  g_free (step);
}

/* In the thread: tells the window. */
static void
progress_cb (guint done, guint all, gpointer data)
{
  Save *save = data;
  Step *step = g_new0 (Step, 1);

  step->window = g_object_ref (save->progress);
  step->done = done;
  step->all = all;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_step_cb, step, free_step);
}

/* By what the file is called; only a list is offered as a workbook. */
static gboolean
write_copies (const XrPrintJob *job, Save *save, GCancellable *cancellable, GError **error)
{
  if ((job->form->flags & XR_FORM_LIST) != 0 && g_str_has_suffix (save->path, ".xlsx"))
    return xr_twin_write (job, save->path, cancellable, error);
  return xr_print_job_write_pdf (job, save->path, progress_cb, save, cancellable, error);
}

static void
run_save (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_office_open (save->office_path, XR_OPEN_READ, &error);
  XrPrintJob job = *save->job;

  job.office = office;
  if (office != NULL && write_copies (&job, save, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Save *save = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_path_get_basename (save->path);
  g_autofree char *text = g_strdup_printf (_ ("Written: %s"), name);
  g_autoptr (GError) error = NULL;

  xr_progress_window_finish (g_steal_pointer (&save->progress));
  if (g_task_propagate_boolean (G_TASK (result), &error))
    xr_window_toast (GTK_WIDGET (source), text, FALSE);
  else
    xr_window_report_error (GTK_WIDGET (source), error);
}

static void
chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (widget, cancellable, saved_cb, NULL);
  XrPrintJob **job = data;
  Save *save = g_new0 (Save, 1);

  save->job = g_steal_pointer (job);
  save->office_path = g_strdup (xr_office_get_path (save->job->office));
  save->path = g_file_get_path (file);
  save->progress = xr_progress_window_present (widget, _ ("The papers are being written…"),
                                               cancellable);
  g_task_set_task_data (task, save, (GDestroyNotify) free_save);
  g_task_run_in_thread (task, run_save);
}

static void
free_holder (gpointer data)
{
  XrPrintJob **job = data;

  g_clear_pointer (job, xr_print_job_free);
  g_free (job);
}

void
xr_save_copies (GtkWidget *widget, XrPrintJob *job, gboolean workbook)
{
  XrPrintJob **holder = g_new (XrPrintJob *, 1);
  g_autofree char *name = g_strdup_printf ("%s.%s", job->form->title, workbook ? "xlsx" : "pdf");

  *holder = job;
  xr_dialog_save_file (widget, workbook ? _ ("Save as Excel workbook") : _ ("Save as PDF"), name,
                       chosen_cb, holder, free_holder);
}
