/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of stage 10. Who is appointed follows from the votes; the page only keeps what was done about
 * it. */
#include "config.h"

#include "stages/appointment-page.h"

#include <glib/gi18n-lib.h>

#include "round/commands.h"
#include "round/round.h"
#include "shell/preferences.h"
#include "stages/appointment-steps.h"
#include "stages/people.h"
#include "widgets/dialogs.h"
#include "widgets/person-list.h"
#include "widgets/row-dialog.h"
#include "widgets/row-list-view.h"
#include "widgets/row-panel.h"
#include "widgets/step-list.h"

struct _XrAppointmentPage
{
  XrStagePage parent_instance;

  XrPersonList *people, *untold;
  XrStepList *steps;
  GtkWidget *start, *outcome, *tell_box;
  GtkEditable *told_by;
  XrRowPanel *appointment;
  XrRowListView *reserve, *told;
};

G_DEFINE_FINAL_TYPE (XrAppointmentPage, xr_appointment_page, XR_TYPE_STAGE_PAGE)

static XrStage
xr_appointment_page_get_stage (XrStagePage *page)
{
  return XR_STAGE_APPOINTMENT;
}

static XrOffice *
get_office (XrAppointmentPage *self)
{
  return xr_stage_page_get_office (XR_STAGE_PAGE (self));
}

/* ---- one appointee */

/* Probation ends a year after the stage was closed; while the stage is open the form below has its
 * outcome. */
static gboolean
takes_outcome (XrAppointmentPage *self, gint64 application)
{
  return application != 0 && !xr_office_get_read_only (get_office (self))
         && !xr_office_check_open (get_office (self), xr_table_find ("appointment"),
                                   xr_stage_page_get_round (XR_STAGE_PAGE (self)), NULL)
         && xr_date_is_set (xr_appointment_probation_end (get_office (self), application));
}

static void
show_person (XrAppointmentPage *self)
{
  gint64 id = xr_person_list_get_selected (self->people);
  g_autoptr (GPtrArray) steps = id != 0 ? xr_appointment_steps (get_office (self), id)
                                        : xr_steps_new ();
  g_autofree char *name = xr_people_dup_name (get_office (self), id);
  g_autoptr (XrRow) row = xr_office_load (get_office (self), xr_table_find ("appointment"), id,
                                          NULL);

  xr_row_panel_set_owner (self->appointment, get_office (self), id);
  gtk_widget_set_visible (GTK_WIDGET (self->appointment), id != 0);
  xr_step_list_set_steps (self->steps, name, steps);
  gtk_widget_set_visible (self->start, row == NULL && id != 0
                                         && xr_stage_page_get_editable (XR_STAGE_PAGE (self)));
  gtk_widget_set_visible (self->outcome, takes_outcome (self, id));
}

static void
selected_cb (XrAppointmentPage *self)
{
  show_person (self);
}

static void
step_go_to_cb (XrAppointmentPage *self, const char *place)
{
  xr_stage_page_go_to (XR_STAGE_PAGE (self), place);
}

/* The day of the meeting whose vote on the person is the last one, or NULL. (transfer full) */
static char *
dup_decision_day (XrAppointmentPage *self, gint64 application)
{
  g_autoptr (GPtrArray) votes = xr_office_query (get_office (self), xr_table_find ("vote"),
                                                 "application_id", application);
  g_autoptr (XrRow) meeting = NULL;

  if (votes->len == 0)
    return NULL;
  meeting = xr_office_load (get_office (self), xr_table_find ("meeting"),
                            xr_row_get_owner (g_ptr_array_index (votes, votes->len - 1)), NULL);
  return meeting != NULL ? g_strdup (xr_row_get (meeting, "held_on")) : NULL;
}

static void
start_cb (XrAppointmentPage *self)
{
  gint64 id = xr_person_list_get_selected (self->people);
  g_autoptr (XrRow) row = xr_row_new (xr_table_find ("appointment"), id);
  g_autoptr (XrCase) contest = xr_round_load_case (
    get_office (self), xr_stage_page_get_round (XR_STAGE_PAGE (self)), XR_LOAD_PLAN, NULL);
  g_autofree char *day = dup_decision_day (self, id);
  g_autoptr (GError) error = NULL;

  xr_row_set (row, "decided_on", day);
  if (contest != NULL && contest->plan->settings.probation_months != XR_COUNT_NONE)
    xr_row_set_int (row, "probation_months", contest->plan->settings.probation_months);
  if (!xr_office_save (get_office (self), row, &error))
    xr_window_report_error (GTK_WIDGET (self), error);
}

/* ---- the end of probation */

static gboolean
save_outcome_cb (XrOffice *office, XrRow *row, gpointer data, GError **error)
{
  return xr_probation_record (office, xr_row_get_owner (row), xr_row_get (row, "outcome"),
                              xr_row_get_date (row, "outcome_on"),
                              (guint) xr_row_get_int (row, "extended_months"),
                              xr_row_get (row, "outcome_note"), error);
}

static void
outcome_cb (XrAppointmentPage *self)
{
  static const char *const fields[] = { "outcome", "outcome_on", "extended_months", "outcome_note",
                                        NULL };
  gint64 id = xr_person_list_get_selected (self->people);
  g_autoptr (XrRow) row = xr_office_load (get_office (self), xr_table_find ("appointment"), id,
                                          NULL);

  if (row != NULL)
    xr_row_dialog_present_fields (GTK_WIDGET (self), get_office (self), row,
                                  xr_stage_page_get_round (XR_STAGE_PAGE (self)), fields,
                                  save_outcome_cb, NULL);
}

/* ---- the lists of people */

static void
show_appointees (XrAppointmentPage *self, gint64 round)
{
  g_autoptr (GArray) chosen = xr_round_chosen (get_office (self), round);

  xr_person_list_begin (self->people);
  for (guint i = 0; i < chosen->len; i++)
    {
      gint64 id = g_array_index (chosen, gint64, i);
      g_autofree char *name = xr_people_dup_name (get_office (self), id);
      g_autofree char *post = xr_people_dup_post (get_office (self), id);
      g_autoptr (GPtrArray) steps = xr_appointment_steps (get_office (self), id);
      g_autofree char *detail = g_strdup_printf (_ ("%1$u of %2$u steps"),
                                                 xr_steps_count_done (steps), steps->len);
      const XrPersonItem item = { id, post, name, detail, xr_steps_sum_up (steps) };
      xr_person_list_add (self->people, &item);
    }
  xr_person_list_end (self->people);
}

static void
show_untold (XrAppointmentPage *self, gint64 round)
{
  g_autoptr (GArray) untold = xr_people_untold (get_office (self), round);
  gboolean editable = xr_stage_page_get_editable (XR_STAGE_PAGE (self));

  xr_person_list_begin (self->untold);
  for (guint i = 0; i < untold->len; i++)
    {
      gint64 id = g_array_index (untold, gint64, i);
      g_autofree char *name = xr_people_dup_name (get_office (self), id);
      g_autofree char *post = xr_people_dup_post (get_office (self), id);
      const XrPersonItem item = { id, post, name, NULL, XR_MARK_TO_COME };
      xr_person_list_add (self->untold, &item);
    }
  xr_person_list_end (self->untold);
  gtk_widget_set_visible (self->tell_box, editable && untold->len > 0);
}

/* ---- telling */

static void
tell_cb (XrAppointmentPage *self)
{
  gint64 id = xr_person_list_get_selected (self->untold);
  const char *by = gtk_editable_get_text (self->told_by);
  g_autoptr (XrRow) row = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *today = xr_date_to_iso (xr_date_today ());

  if (id == 0 || !xr_stage_page_get_editable (XR_STAGE_PAGE (self)))
    return;
  if (*by == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->told_by));
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  row = xr_row_new (xr_table_find ("notification"), id);
  xr_row_set (row, "told_on", today);
  xr_row_set (row, "told_by", by);
  if (xr_office_save (get_office (self), row, &error))
    xr_window_toast (GTK_WIDGET (self), _ ("Recorded as told today."), TRUE);
  else
    xr_window_report_error (GTK_WIDGET (self), error);
}

/* ---- page */

static void
xr_appointment_page_set_round (XrStagePage *page, XrOffice *office, gint64 round)
{
  XrAppointmentPage *self = XR_APPOINTMENT_PAGE (page);

  xr_row_list_view_set_round (self->reserve, office, round);
  xr_row_list_view_set_round (self->told, office, round);
  if (office != NULL && *gtk_editable_get_text (self->told_by) == '\0')
    {
      g_autofree char *operator_name = xr_preferences_dup_named_operator ();
      gtk_editable_set_text (self->told_by, operator_name != NULL ? operator_name : "");
    }
}

static void
xr_appointment_page_refresh (XrStagePage *page)
{
  XrAppointmentPage *self = XR_APPOINTMENT_PAGE (page);

  show_appointees (self, xr_stage_page_get_round (page));
  show_untold (self, xr_stage_page_get_round (page));
  show_person (self);
}

static void
xr_appointment_page_class_init (XrAppointmentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XrStagePageClass *page_class = XR_STAGE_PAGE_CLASS (klass);

  page_class->get_stage = xr_appointment_page_get_stage;
  page_class->set_round = xr_appointment_page_set_round;
  page_class->refresh = xr_appointment_page_refresh;
  g_type_ensure (XR_TYPE_PERSON_LIST);
  g_type_ensure (XR_TYPE_STEP_LIST);
  g_type_ensure (XR_TYPE_ROW_PANEL);
  g_type_ensure (XR_TYPE_ROW_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuanren/Xuanren/stages/appointment-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XrAppointmentPage, people);
  gtk_widget_class_bind_template_child (widget_class, XrAppointmentPage, untold);
  gtk_widget_class_bind_template_child (widget_class, XrAppointmentPage, steps);
  gtk_widget_class_bind_template_child (widget_class, XrAppointmentPage, start);
  gtk_widget_class_bind_template_child (widget_class, XrAppointmentPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, XrAppointmentPage, tell_box);
  gtk_widget_class_bind_template_child (widget_class, XrAppointmentPage, told_by);
  gtk_widget_class_bind_template_child (widget_class, XrAppointmentPage, appointment);
  gtk_widget_class_bind_template_child (widget_class, XrAppointmentPage, reserve);
  gtk_widget_class_bind_template_child (widget_class, XrAppointmentPage, told);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_go_to_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_cb);
  gtk_widget_class_bind_template_callback (widget_class, tell_cb);
}

static void
xr_appointment_page_init (XrAppointmentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
