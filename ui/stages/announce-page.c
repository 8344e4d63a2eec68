/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of stage 1. Posts, conditions, schedule and staff are plain lists; scoring has a widget of its
 * own; the announcement is shown as it will be posted, made from the plan as it stands now. */
#include "config.h"

#include "stages/announce-page.h"

#include <glib/gi18n-lib.h>

#include "round/commands.h"
#include "print/form-view.h"
#include "round/round.h"
#include "stages/schedule-line.h"
#include "stages/scoring-editor.h"
#include "widgets/dialogs.h"
#include "widgets/row-list-view.h"
#include "widgets/settings-form.h"
#include "widgets/time-line.h"

struct _XrAnnouncePage
{
  XrStagePage parent_instance;

  GtkStack *stack;
  XrRowListView *posts, *rules, *schedule, *staff;
  XrScoringEditor *scoring;
  XrSettingsForm *rule_settings, *dates, *bodies, *texts;
  XrTimeLine *time_line;
  GtkLabel *periods, *announced;
  XrFormView *paper;
  GtkWidget *publish_button;
};

G_DEFINE_FINAL_TYPE (XrAnnouncePage, xr_announce_page, XR_TYPE_STAGE_PAGE)

static XrStage
xr_announce_page_get_stage (XrStagePage *page)
{
  return XR_STAGE_ANNOUNCE;
}

static void
xr_announce_page_set_round (XrStagePage *page, XrOffice *office, gint64 round)
{
  XrAnnouncePage *self = XR_ANNOUNCE_PAGE (page);

  xr_row_list_view_set_owner (self->posts, office, round);
  xr_row_list_view_set_owner (self->rules, office, round);
  xr_row_list_view_set_owner (self->schedule, office, round);
  xr_row_list_view_set_owner (self->staff, office, round);
  xr_scoring_editor_set_round (self->scoring, office, round);
  xr_settings_form_set_round (self->rule_settings, office, round);
  xr_settings_form_set_round (self->dates, office, round);
  xr_settings_form_set_round (self->bodies, office, round);
  xr_settings_form_set_round (self->texts, office, round);
}

static void
show_announced (XrAnnouncePage *self, XrRow *round)
{
  XrDate on = xr_row_get_date (round, "announced_on");
  g_autofree char *day = xr_date_to_text (on);
  g_autofree char *text = NULL;

  if (xr_date_is_set (on))
    text = g_strdup_printf (_ ("Announced on %s. The plan is frozen; changes are amendments with a "
                               "reason and two names."),
                            day);
  else
    text = g_strdup (_ ("Publishing freezes the plan. After that a change is an amendment with a "
                        "reason and two names."));
  gtk_label_set_label (self->announced, text);
  gtk_widget_set_visible (self->publish_button,
                          !xr_date_is_set (on)
                            && xr_stage_page_get_editable (XR_STAGE_PAGE (self)));
}

static void
xr_announce_page_refresh (XrStagePage *page)
{
  XrAnnouncePage *self = XR_ANNOUNCE_PAGE (page);
  XrOffice *office = xr_stage_page_get_office (page);
  gint64 id = xr_stage_page_get_round (page);
  g_autofree char *periods = xr_schedule_line_dup_periods (office, id);
  g_autoptr (XrRow) round = xr_round_load (office, id, NULL);

  xr_schedule_line_show (self->time_line, office, id);
  gtk_label_set_label (self->periods, periods);
  xr_form_view_show (self->paper, office, id, NULL);
  if (round != NULL)
    show_announced (self, round);
}

static void
publish_answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  XrStagePage *page = XR_STAGE_PAGE (widget);
  g_autoptr (GError) error = NULL;
  XrDate on;

  if (!xr_date_parse (answers[0], FALSE, &on, &error)
      || !xr_round_announce (xr_stage_page_get_office (page), xr_stage_page_get_round (page), on,
                             &error))
    xr_window_report_error (widget, error);
  else
    xr_window_toast (widget, _ ("The plan is published and frozen."), FALSE);
}

static void
publish_clicked_cb (XrAnnouncePage *self)
{
  g_autofree char *today = xr_date_to_iso (xr_date_today ());
  const XrAskField field = { _ ("_Day of the announcement"), today, FALSE, TRUE };

  xr_dialog_ask (
    GTK_WIDGET (self), _ ("Publish the plan?"),
    _ ("The plan is frozen with this. Posts, conditions and scoring can then be changed "
       "by an amendment only."),
    _ ("_Publish"), NULL, &field, 1, publish_answered_cb, NULL, NULL);
}

/* Whether it is the days of registration that the plan does not say, or says the wrong way round. */
static gboolean
lacks_dates (XrStagePage *page)
{
  XrOffice *office = xr_stage_page_get_office (page);
  gint64 round = xr_stage_page_get_round (page);
  g_autofree char *from = xr_round_dup_setting (office, round, "registration_from");
  g_autofree char *to = xr_round_dup_setting (office, round, "registration_to");

  /* ISO dates have the order of their texts. */
  return from == NULL || to == NULL || strcmp (to, from) < 0;
}

static void
go_to_settings (XrAnnouncePage *self)
{
  gboolean dates = lacks_dates (XR_STAGE_PAGE (self));

  gtk_stack_set_visible_child_name (self->stack, dates ? "schedule" : "organisation");
  xr_settings_form_focus_gap (dates ? self->dates : self->texts);
}

static gboolean
xr_announce_page_go_to (XrStagePage *page, const char *place)
{
  XrAnnouncePage *self = XR_ANNOUNCE_PAGE (page);

  if (g_str_equal (place, "component") || xr_scoring_editor_shows (place))
    {
      gtk_stack_set_visible_child_name (self->stack, "scoring");
      return TRUE;
    }
  if (g_str_equal (place, "setting"))
    {
      go_to_settings (self);
      return TRUE;
    }
  return XR_STAGE_PAGE_CLASS (xr_announce_page_parent_class)->go_to (page, place);
}

static void
xr_announce_page_class_init (XrAnnouncePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XrStagePageClass *page_class = XR_STAGE_PAGE_CLASS (klass);

  page_class->get_stage = xr_announce_page_get_stage;
  page_class->set_round = xr_announce_page_set_round;
  page_class->refresh = xr_announce_page_refresh;
  page_class->go_to = xr_announce_page_go_to;
  g_type_ensure (XR_TYPE_ROW_LIST_VIEW);
  g_type_ensure (XR_TYPE_SETTINGS_FORM);
  g_type_ensure (XR_TYPE_SCORING_EDITOR);
  g_type_ensure (XR_TYPE_TIME_LINE);
  g_type_ensure (XR_TYPE_FORM_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuanren/Xuanren/stages/announce-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, stack);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, posts);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, rules);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, scoring);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, schedule);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, staff);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, rule_settings);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, dates);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, bodies);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, texts);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, time_line);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, periods);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, paper);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, announced);
  gtk_widget_class_bind_template_child (widget_class, XrAnnouncePage, publish_button);
  gtk_widget_class_bind_template_callback (widget_class, publish_clicked_cb);
}

static void
xr_announce_page_init (XrAnnouncePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
