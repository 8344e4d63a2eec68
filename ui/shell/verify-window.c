/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verification in a thread over a connection of its own. */
#include "config.h"

#include "shell/verify-window.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "shell/progress-window.h"
#include "widgets/dialogs.h"

typedef struct
{
  char *path;
  char *seal; /* to look for, or NULL */
  GtkWindow *progress;
} Check;

static void
free_check (Check *check)
{
  g_free (check->path);
  g_free (check->seal);
  g_free (check);
}

static void
run_check (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Check *check = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (XrDatabase) db = xr_database_open (check->path, XR_OPEN_READ, &error);
  XrVerification *verification = db != NULL
                                   ? xr_record_verify (db, check->seal, cancellable, &error)
                                   : NULL;

  if (verification == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, verification, (GDestroyNotify) xr_verification_free);
}

/* What the check found, in words. (transfer full) */
static char *
describe (const XrVerification *verification, const char *seal)
{
  GString *text = g_string_new (NULL);
  g_autofree char *entries = g_strdup_printf ("%" G_GINT64_FORMAT, verification->entries);
  g_autofree char *height = g_strdup_printf ("%" G_GINT64_FORMAT, verification->seal_height);

  g_string_append_printf (text, _ ("%s entries were replayed and compared with every table."),
                          entries);
  if (verification->waiting > 0)
    g_string_append_printf (
      text, _ ("\n%d keyed ballots wait for their batch and are not in the record yet."),
      (int) verification->waiting);
  if (seal != NULL && verification->seal_height > 0)
    g_string_append_printf (text, _ ("\nThe seal belongs to entry %s."), height);
  else if (seal != NULL)
    g_string_append (text, _ ("\nNo entry of this file has that seal."));
  for (guint i = 0; i < verification->faults->len && i < 10; i++)
    g_string_append_printf (text, "\n○ %s", (char *) g_ptr_array_index (verification->faults, i));
  return g_string_free (text, FALSE);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Check *check = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (XrVerification) verification = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;

  xr_progress_window_finish (g_steal_pointer (&check->progress));
  if (verification == NULL)
    {
      xr_window_report_error (GTK_WIDGET (source), error);
      return;
    }
  text = describe (verification, check->seal);
  xr_dialog_tell (GTK_WIDGET (source),
                  verification->intact ? _ ("✓ The office file is intact")
                                       : _ ("! The office file was changed outside the program"),
                  text);
}

static void
verify_answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  XrOffice *office = xr_window_get_office (XR_WINDOW (widget));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (widget, cancellable, checked_cb, NULL);
  g_autoptr (GError) error = NULL;
  Check *check = g_new0 (Check, 1);

  check->path = g_strdup (xr_office_get_path (office));
  g_task_set_task_data (task, check, (GDestroyNotify) free_check);
  if (*answers[0] != '\0')
    check->seal = xr_seal_parse (answers[0], &error);
  if (error != NULL)
    {
      xr_window_report_error (widget, error);
      return;
    }
  check->progress = xr_progress_window_present (widget, _ ("The record is being replayed…"),
                                                cancellable);
  g_task_run_in_thread (task, run_check);
}

void
xr_verify_window_present (XrWindow *window)
{
  const XrAskField field = { _ ("_Seal from a paper, to look for"), NULL, TRUE };
  XrOffice *office = xr_window_get_office (window);
  g_autofree char *seal = xr_record_dup_seal (xr_office_get_database (office));
  g_autofree char *text = seal != NULL ? g_strdup_printf (
                            _ ("The seal of the file as it stands now:\n%s"), seal)
                                       : g_strdup (_ ("Nothing has been recorded yet."));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  xr_dialog_ask (GTK_WIDGET (window), _ ("Verify and seal"),
                 _ ("The whole record is replayed into an empty file and compared with this one."),
                 _ ("_Verify"), label, &field, 1, verify_answered_cb, NULL, NULL);
}
