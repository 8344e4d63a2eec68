/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thread, a window that says so, and what came of it. What is done with it is the caller's. */
#include "config.h"

#include "stages/keying-transfer.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "shell/progress-window.h"

G_STATIC_ASSERT (sizeof XR_SEALED_SUFFIX == sizeof "." XR_KEYING_SUFFIX);

XrKeyingTransfer *
xr_keying_transfer_new (XrSealedKind kind, gboolean reads, const char *path, const char *passphrase)
{
  XrKeyingTransfer *transfer = g_new0 (XrKeyingTransfer, 1);

  transfer->kind = kind;
  transfer->reads = reads;
  transfer->path = g_strdup (path);
  transfer->passphrase = g_strdup (passphrase);
  return transfer;
}

void
xr_keying_transfer_free (XrKeyingTransfer *transfer)
{
  g_free (transfer->path);
  g_free (transfer->passphrase);
  g_clear_pointer (&transfer->task, xr_keying_task_free);
  g_clear_pointer (&transfer->answer, xr_keying_answer_free);
  g_free (transfer);
}

static gboolean
write_file (const XrKeyingTransfer *self, GError **error)
{
  if (self->kind == XR_SEALED_KEYING)
    return xr_keying_file_write (self->path, self->task, self->passphrase, NULL, error);
  return xr_keying_answer_write (self->path, self->answer, self->passphrase, NULL, error);
}

static gboolean
read_file (XrKeyingTransfer *self, GError **error)
{
  if (self->kind == XR_SEALED_KEYING)
    self->task = xr_keying_file_read (self->path, self->passphrase, error);
  else
    self->answer = xr_keying_answer_read (self->path, self->passphrase, error);
  return self->task != NULL || self->answer != NULL;
}

typedef struct
{
  XrKeyingTransfer *transfer;
  GtkWindow *progress;
} Run;

static void
free_run (Run *run)
{
  g_clear_pointer (&run->transfer, xr_keying_transfer_free);
  g_free (run);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  XrKeyingTransfer *transfer = ((Run *) data)->transfer;
  g_autoptr (GError) error = NULL;

  if (!(transfer->reads ? read_file (transfer, &error) : write_file (transfer, &error)))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

void
xr_keying_transfer_run (GtkWidget *widget, XrKeyingTransfer *transfer, GAsyncReadyCallback done)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (widget, cancellable, done, NULL);
  Run *run = g_new0 (Run, 1);

  run->transfer = transfer;
  run->progress = xr_progress_window_present (
    widget, transfer->reads ? _ ("The file is being opened…") : _ ("The file is being sealed…"),
    cancellable);
  g_task_set_task_data (task, run, (GDestroyNotify) free_run);
  g_task_run_in_thread (task, run_thread);
}

gboolean
xr_keying_transfer_finish (GAsyncResult *result, XrKeyingTransfer **transfer, GError **error)
{
  Run *run = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) cause = NULL;

  *transfer = g_steal_pointer (&run->transfer);
  xr_progress_window_finish (g_steal_pointer (&run->progress));
  if (g_task_propagate_boolean (G_TASK (result), &cause))
    return TRUE;
  /* A cancelled thread has written to its end; a file that failed never got its name. */
  if (!(*transfer)->reads && g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_unlink ((*transfer)->path);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

char *
xr_keying_transfer_dup_name (const char *what, const char *component, const char *keyer)
{
  char *name = g_strdup_printf ("%s-%s-%s" XR_SEALED_SUFFIX, what, component, keyer);

  return g_strdelimit (name, "/\\:*?\"<>|\n", '_');
}
