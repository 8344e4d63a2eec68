/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Import, report and backup. A thread never touches the window's own connection: it reads and writes through
 * one of its own. */
#include "config.h"

#include "shell/transfer.h"

#include <glib/gi18n-lib.h>

#include "exchange/report.h"
#include "exchange/workbook.h"
#include "round/round.h"
#include "shell/fault-window.h"
#include "shell/progress-window.h"
#include "widgets/dialogs.h"

typedef struct
{
  char *office_path;
  gint64 round; /* the open one; of an import: the one to add to, 0 for a new one */
  char *path;
  XrOffice *beside;  /* for an import to write through */
  GPtrArray *faults; /* XrFault, of an import */
  GtkWindow *progress;
} Transfer;

static void
free_transfer (Transfer *transfer)
{
  g_clear_object (&transfer->beside);
  g_free (transfer->office_path);
  g_free (transfer->path);
  g_ptr_array_unref (transfer->faults);
  g_free (transfer);
}

/* Starts @run in a thread with the progress window over it. Takes @beside, NULL for what only reads. */
static void
start (XrWindow *window, gint64 round, const char *path, XrOffice *beside, const char *text,
       GTaskThreadFunc run, GAsyncReadyCallback done)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (window, cancellable, done, NULL);
  Transfer *transfer = g_new0 (Transfer, 1);

  transfer->office_path = g_strdup (xr_office_get_path (xr_window_get_office (window)));
  transfer->round = round;
  transfer->path = g_strdup (path);
  transfer->beside = beside;
  transfer->faults = xr_faults_new ();
  transfer->progress = xr_progress_window_present (GTK_WIDGET (window), text, cancellable);
  /* Who cancels when everything is written already is told that it is. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, transfer, (GDestroyNotify) free_transfer);
  g_task_run_in_thread (task, run);
}

static void
finish_progress (GTask *task)
{
  Transfer *transfer = g_task_get_task_data (task);

  xr_progress_window_finish (g_steal_pointer (&transfer->progress));
}

/* ---- report */

static void
run_report (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Transfer *transfer = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_office_open (transfer->office_path, XR_OPEN_READ, &error);

  if (office != NULL
      && xr_report_write (office, transfer->round, transfer->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = G_TASK (result);
  Transfer *transfer = g_task_get_task_data (task);
  g_autofree char *name = g_path_get_basename (transfer->path);
  g_autofree char *text = g_strdup_printf (_ ("Written: %s"), name);
  g_autoptr (GError) error = NULL;

  finish_progress (task);
  if (g_task_propagate_boolean (task, &error))
    xr_window_toast (GTK_WIDGET (source), text, FALSE);
  else
    xr_window_report_error (GTK_WIDGET (source), error);
}

void
xr_transfer_export_report (XrWindow *window, const char *path)
{
  start (window, xr_window_get_round (window), path, NULL, _ ("The report is being written…"),
         run_report, written_cb);
}

/* ---- backup */

static void
run_backup (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Transfer *transfer = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XrDatabase) db = xr_database_open (transfer->office_path, XR_OPEN_READ, &error);

  if (db != NULL && xr_database_backup (db, transfer->path, TRUE, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
xr_transfer_backup (XrWindow *window, const char *path)
{
  start (window, 0, path, NULL, _ ("The office file is being copied…"), run_backup, written_cb);
}

/* ---- import */

/* Returns the round, 0 where the workbook has faults. */
static void
run_import (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Transfer *transfer = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XrIntake) intake = NULL;
  XrIntake *base = NULL;
  gint64 round = 0;

  if (transfer->round != 0)
    base = xr_round_load_intake (transfer->beside, transfer->round, &error);
  if (error == NULL)
    intake = xr_workbook_read (transfer->path, base, xr_plan_template_load, cancellable,
                               transfer->faults, &error);
  if (intake != NULL)
    round = xr_round_import (transfer->beside, intake, transfer->round, cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_int (task, round);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  XrWindow *window = XR_WINDOW (source);
  GTask *task = G_TASK (result);
  Transfer *transfer = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gssize round = g_task_propagate_int (task, &error);

  finish_progress (task);
  if (round > 0)
    xr_office_emit_changed (xr_window_get_office (window));
  if (round > 0 && round == transfer->round)
    xr_window_toast (GTK_WIDGET (window), _ ("The workbook was added to this round."), TRUE);
  else if (round > 0)
    {
      xr_window_open_round (window, round);
      xr_window_toast (GTK_WIDGET (window), _ ("The workbook was imported as a new round."), TRUE);
    }
  else if (error != NULL)
    xr_window_report_error (GTK_WIDGET (window), error);
  else
    xr_fault_window_present (GTK_WIDGET (window), transfer->path, transfer->faults);
}

static void
start_import (XrWindow *window, gint64 round, const char *path)
{
  g_autoptr (GError) error = NULL;
  XrOffice *beside = xr_office_open_beside (xr_window_get_office (window), &error);

  if (beside != NULL)
    start (window, round, path, beside, _ ("The workbook is being read…"), run_import, imported_cb);
  else
    xr_window_report_error (GTK_WIDGET (window), error);
}

void
xr_transfer_import (XrWindow *window, const char *path)
{
  start_import (window, 0, path);
}

void
xr_transfer_import_into_round (XrWindow *window, const char *path)
{
  start_import (window, xr_window_get_round (window), path);
}
