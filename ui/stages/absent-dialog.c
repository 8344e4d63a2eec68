/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The question that Q in the grid of scores asks. What absence means is the command's business. */
#include "config.h"

#include "stages/absent-dialog.h"

#include <glib/gi18n-lib.h>

#include "round/commands.h"
#include "widgets/dialogs.h"

typedef struct
{
  XrOffice *office;
  gint64 application;
} Absence;

static void
free_absence (gpointer data)
{
  g_object_unref (((Absence *) data)->office);
  g_free (data);
}

static void
answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  const Absence *absence = data;
  g_autoptr (GError) error = NULL;
  XrDate on;

  if (xr_date_parse (answers[0], FALSE, &on, &error)
      && xr_application_leave (absence->office, absence->application, "absent", on, answers[1],
                               &error))
    xr_window_toast (widget, _ ("The candidate is absent and out of the running."), TRUE);
  else
    xr_window_report_error (widget, error);
}

void
xr_absent_dialog_ask (GtkWidget *widget, XrOffice *office, gint64 application, const char *name)
{
  g_autofree char *today = xr_date_to_iso (xr_date_today ());
  const XrAskField fields[] = { { _ ("_Date"), today, FALSE, TRUE },
                                { _ ("_Reason"), NULL, FALSE } };
  g_autofree char *heading = g_strdup_printf (_ ("Is %s absent?"), name);
  Absence *absence = g_new0 (Absence, 1);

  absence->office = g_object_ref (office);
  absence->application = application;
  xr_dialog_ask (
    widget, heading, _ ("Who is absent leaves the running for this post; this can be undone."),
    _ ("_Absent"), NULL, fields, G_N_ELEMENTS (fields), answered_cb, absence, free_absence);
}
