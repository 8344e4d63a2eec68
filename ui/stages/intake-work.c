/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The long work of an intake window: checking its rows and taking them in. Both run in a thread, which has a
 * connection of its own; what is typed meanwhile waits for it. */
#include "config.h"

#include "stages/intake-window-private.h"

#include <glib/gi18n-lib.h>

#include "shell/progress-window.h"
#include "widgets/dialogs.h"

/* ---- checking */

static void
examine_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  XrIntakeWindow *self = source;
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_office_open (data, XR_OPEN_READ, &error);

  if (office != NULL && xr_preview_examine (self->preview, office, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
clear_entry (gpointer data)
{
  g_free (((XrGridEntry *) data)->text);
}

GArray *
xr_intake_typed_new (void)
{
  GArray *typed = g_array_new (FALSE, FALSE, sizeof (XrGridEntry));

  g_array_set_clear_func (typed, clear_entry);
  return typed;
}

static void
write_typed (XrIntakeWindow *self)
{
  for (guint i = 0; i < self->typed->len; i++)
    {
      const XrGridEntry *entry = &g_array_index (self->typed, XrGridEntry, i);
      xr_preview_set_cell (self->preview, entry->row, entry->column, entry->text);
    }
  g_array_set_size (self->typed, 0);
}

static void
examined_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  XrIntakeWindow *self = XR_INTAKE_WINDOW (source);
  g_autoptr (GError) error = NULL;

  self->examining = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    xr_preview_settle (self->preview);
  else if (!self->done)
    xr_window_report_error (GTK_WIDGET (self), error);
  if (self->done)
    return;
  write_typed (self);
  if (self->again)
    xr_intake_window_examine (self);
  xr_intake_window_show_all (self);
}

void
xr_intake_window_examine (XrIntakeWindow *self)
{
  g_autoptr (GTask) task = NULL;

  self->again = self->examining;
  if (self->examining)
    return;
  self->examining = TRUE;
  task = g_task_new (self, NULL, examined_cb, NULL);
  g_task_set_task_data (task, g_strdup (xr_office_get_path (self->office)), g_free);
  g_task_run_in_thread (task, examine_in_thread);
  xr_intake_window_show_button (self);
}

void
xr_intake_window_type (XrIntakeWindow *self, guint row, guint field, const char *text)
{
  XrGridEntry entry = { row, field, g_strdup (text) };

  g_array_append_val (self->typed, entry);
  self->touched = TRUE;
  if (!self->examining)
    write_typed (self);
  xr_intake_window_examine (self);
}

/* ---- how far it is */

char *
xr_intake_dup_progress_text (int step, guint done, guint all, const char *file)
{
  guint percent = all > 0 ? (guint) ((guint64) done * 100 / all) : 0;

  switch (step)
    {
    case XR_PREVIEW_CHECKS:
      return g_strdup_printf (_ ("Checked: %1$u of %2$u rows (%3$u %%)"), done, all, percent);
    case XR_PREVIEW_WRITES:
      /* After the last row the record is written, of which nobody says how far it is. */
      return done < all ? g_strdup_printf (_ ("Written: %u %%"), percent)
                        : g_strdup (_ ("The record is being written…"));
    default:
      /* Translators: name of a file, per cent */
      return g_strdup_printf (_ ("Reading “%1$s”: %2$u %%"), file, percent);
    }
}

/* ---- taking in */

typedef struct
{
  XrOffice *office; /* the window's, which stays open as long as this */
  XrOffice *beside;
  GtkWindow *progress;
} Applying;

static void
free_applying (gpointer data)
{
  Applying *applying = data;

  g_clear_object (&applying->beside);
  g_clear_object (&applying->office);
  g_free (applying);
}

static char *
dup_progress_text_cb (int step, guint done, guint all, gpointer data)
{
  return xr_intake_dup_progress_text (step, done, all, NULL);
}

static void
apply_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  XrIntakeWindow *self = source;
  Applying *applying = data;
  GError *error = NULL;
  int n = xr_preview_apply (self->preview, applying->beside, cancellable, &error);

  if (n < 0)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, n);
}

static void
taken_in (XrIntakeWindow *self, gssize n)
{
  GtkWidget *owner = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *text = g_strdup_printf (_ ("%d rows of the list were taken in."), (int) n);

  if (owner != NULL)
    xr_window_toast (owner, text, TRUE);
  self->done = TRUE;
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  XrIntakeWindow *self = XR_INTAKE_WINDOW (source);
  Applying *applying = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gssize n = g_task_propagate_int (G_TASK (result), &error);

  self->examining = FALSE;
  xr_progress_window_finish (g_steal_pointer (&applying->progress));
  xr_preview_settle (self->preview);
  if (error == NULL)
    xr_office_emit_changed (applying->office);
  if (self->done)
    return;
  if (error == NULL)
    {
      taken_in (self, n);
      return;
    }
  xr_window_report_error (GTK_WIDGET (self), error);
  xr_intake_window_show_all (self);
}

void
xr_intake_window_apply (XrIntakeWindow *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = NULL;
  g_autoptr (XrOffice) beside = NULL;
  g_autoptr (GError) error = NULL;
  Applying *applying;

  if (self->examining || !xr_score_grid_commit (xr_intake_window_get_grid (self))
      || self->examining)
    return;
  beside = xr_office_open_beside (self->office, &error);
  if (beside == NULL)
    {
      xr_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  self->examining = TRUE;
  applying = g_new0 (Applying, 1);
  applying->office = g_object_ref (self->office);
  applying->beside = g_steal_pointer (&beside);
  applying->progress = xr_progress_window_present (GTK_WIDGET (self), _ ("People are taken in…"),
                                                   cancellable);
  xr_progress_window_watch (applying->progress, xr_preview_get_progress (self->preview),
                            dup_progress_text_cb, NULL);
  task = g_task_new (self, cancellable, applied_cb, NULL);
  /* Who cancels when everything is written already is told that it is. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, applying, free_applying);
  g_task_run_in_thread (task, apply_in_thread);
}
