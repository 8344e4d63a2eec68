/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a sealed file in a thread: making the key takes the better part of a second. */
#include "config.h"

#include "review/seal-file.h"

typedef struct
{
  char *path, *passphrase;
  XrSealedKind kind;
  GBytes *content;
  XrSealFileFunc func;
  gpointer data;
  GDestroyNotify free_data;
} Work;

static void
work_free (Work *work)
{
  g_free (work->path);
  xr_sealed_passphrase_free (work->passphrase);
  g_bytes_unref (work->content);
  if (work->free_data != NULL)
    work->free_data (work->data);
  g_free (work);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (xr_sealed_file_write (work->path, work->kind, work->content, work->passphrase, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_sensitive (GtkWidget *widget, gboolean sensitive)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (root), sensitive);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  set_sensitive (GTK_WIDGET (source), TRUE);
  work->func (GTK_WIDGET (source), work->path, error, work->data);
}

void
xr_seal_file (GtkWidget *widget, const char *path, XrSealedKind kind, GBytes *content,
              const char *passphrase, XrSealFileFunc func, gpointer data, GDestroyNotify free_data)
{
  g_autoptr (GTask) task = g_task_new (widget, NULL, written_cb, NULL);
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (path);
  work->passphrase = g_strdup (passphrase);
  work->kind = kind;
  work->content = g_bytes_ref (content);
  work->func = func;
  work->data = data;
  work->free_data = free_data;
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  set_sensitive (widget, FALSE);
  g_task_run_in_thread (task, run);
}
