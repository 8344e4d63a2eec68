/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions behind the menus. Each only starts what has a file of its own. */
#include "config.h"

#include "shell/window-actions.h"

#include <glib/gi18n-lib.h>

#include "print/preview-window.h"
#include "review/packages-window.h"
#include "round/demo.h"
#include "shell/help-window.h"
#include "shell/new-round-dialog.h"
#include "shell/office-list-window.h"
#include "shell/preferences.h"
#include "shell/program.h"
#include "shell/statistics-window.h"
#include "shell/transfer.h"
#include "shell/verify-window.h"
#include "stages/recusal-window.h"
#include "widgets/dialogs.h"

static void
activate_new_round (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xr_new_round_dialog_present (XR_WINDOW (widget), 0);
}

static void
activate_demo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XrOffice *office = xr_window_get_office (XR_WINDOW (widget));
  g_autoptr (GError) error = NULL;

  if (!xr_demo_create (office, &error))
    xr_window_report_error (widget, error);
  else
    xr_window_toast (widget, _ ("Three rounds with invented people are here to try."), FALSE);
}

/* ---- files */

static void
open_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  xr_program_open_file (XR_PROGRAM (application), file);
}

static void
activate_open_office (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xr_dialog_open_file (widget, _ ("Open file"), _ ("Office files and sealed files"),
                       "xuanren xrsealed", open_chosen_cb, NULL, NULL);
}

static void
import_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  xr_transfer_import (XR_WINDOW (widget), path);
}

static void
activate_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xr_dialog_open_file (widget, _ ("Import a workbook"), _ ("Workbooks (.xlsx)"), "xlsx",
                       import_chosen_cb, NULL, NULL);
}

static void
report_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  xr_transfer_export_report (XR_WINDOW (widget), path);
}

static void
activate_export_report (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *name = g_strdup_printf ("%s.xlsx", gtk_window_get_title (GTK_WINDOW (widget)));

  g_strdelimit (name, "/\\:*?\"<>|", '_');
  xr_dialog_save_file (widget, _ ("Write the Excel report"), name, report_chosen_cb, NULL, NULL);
}

static void
backup_chosen_cb (GtkWidget *widget, GFile *file, gpointer data)
{
  g_autofree char *path = g_file_get_path (file);

  xr_transfer_backup (XR_WINDOW (widget), path);
}

static void
activate_backup (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *today = xr_date_to_iso (xr_date_today ());
  g_autofree char *name = g_strdup_printf ("xuanren-%s.xuanren", today);

  xr_dialog_save_file (widget, _ ("Back up the office file"), name, backup_chosen_cb, NULL, NULL);
}

static void
activate_review_packages (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 round = xr_window_get_round (XR_WINDOW (widget));

  if (round != 0)
    xr_packages_window_present (widget, xr_window_get_office (XR_WINDOW (widget)), round);
}

static void
activate_recusals (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 round = xr_window_get_round (XR_WINDOW (widget));

  if (round != 0)
    xr_recusal_window_present (widget, xr_window_get_office (XR_WINDOW (widget)), round);
}

/* ---- papers */

static void
present_form (XrWindow *window, const XrForm *form)
{
  xr_preview_window_present (GTK_WIDGET (window), xr_window_get_office (window),
                             xr_window_get_round (window), form, 0);
}

static void
activate_print_form (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const XrForm *form = xr_form_find (g_variant_get_string (parameter, NULL));

  if (form != NULL && xr_window_get_round (XR_WINDOW (widget)) != 0)
    present_form (XR_WINDOW (widget), form);
}

/* The main paper of the stage that is on the screen: the first one in the table. */
static void
activate_print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  int stage = xr_window_get_stage (XR_WINDOW (widget));
  const XrForm *const *forms = xr_form_all ();

  for (guint i = 0; stage != 0 && forms[i] != NULL; i++)
    if ((forms[i]->stages & XR_AT_STAGE (stage)) != 0)
      {
        present_form (XR_WINDOW (widget), forms[i]);
        return;
      }
}

/* ---- the office's own dialogs */

static void
activate_verify (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xr_verify_window_present (XR_WINDOW (widget));
}

static void
activate_calendar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xr_office_list_window_present (XR_WINDOW (widget), "holiday", _ ("Working calendar"));
}

static void
activate_jury (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xr_office_list_window_present (XR_WINDOW (widget), "juror", _ ("Jury of the evaluations"));
}

static void
activate_statistics (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xr_statistics_window_present (GTK_WINDOW (widget), xr_window_get_office (XR_WINDOW (widget)));
}

static void
operator_chosen_cb (GtkWidget *widget, const char *name)
{
  xr_office_set_operator (xr_window_get_office (XR_WINDOW (widget)), name);
}

static void
activate_preferences (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xr_preferences_present (widget, operator_chosen_cb);
}

static void
activate_help (GtkWidget *widget, const char *action, GVariant *parameter)
{
  xr_help_window_present (GTK_WINDOW (widget), xr_window_get_stage (XR_WINDOW (widget)));
}

/* Made when it is asked for: where GtkApplication finds the words for it by itself, it makes the window with
 * each start. */
static void
activate_shortcuts (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
    "/org/xuanren/Xuanren/shell/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
activate_about (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_show_about_window (GTK_WINDOW (widget), "application-name", _ ("Xuanren"), "application-icon",
                         XR_APP_ID, "version", XR_VERSION, "license-type", GTK_LICENSE_GPL_3_0,
                         "comments",
                         _ ("Holds a round of competitive selection from its plan to the end of "
                            "probation, exactly and so that everybody can check it."),
                         NULL);
}

void
xr_window_install_menu_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.new-round", activate_new_round },
    { "win.demo", activate_demo },
    { "win.open-office", activate_open_office },
    { "win.import", activate_import },
    { "win.export-report", activate_export_report },
    { "win.review-packages", activate_review_packages },
    { "win.recusals", activate_recusals },
    { "win.print", activate_print },
    { "win.backup", activate_backup },
    { "win.verify", activate_verify },
    { "win.calendar", activate_calendar },
    { "win.jury", activate_jury },
    { "win.statistics", activate_statistics },
    { "win.preferences", activate_preferences },
    { "win.shortcuts", activate_shortcuts },
    { "win.help", activate_help },
    { "win.about", activate_about },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "win.print-form", "s", activate_print_form);
}
