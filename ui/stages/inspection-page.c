/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of stage 7. At the left who is inspected, at the right what is on record about the one who is
 * selected; the team belongs to the whole round. */
#include "config.h"

#include "stages/inspection-page.h"

#include <glib/gi18n-lib.h>

#include "stages/check-tiles.h"
#include "stages/inspection-steps.h"
#include "stages/people.h"
#include "stages/recusal-window.h"
#include "widgets/dialogs.h"
#include "widgets/person-list.h"
#include "widgets/row-list-view.h"
#include "widgets/row-panel.h"
#include "widgets/step-list.h"

struct _XrInspectionPage
{
  XrStagePage parent_instance;

  XrPersonList *people;
  XrCheckTiles *tiles;
  XrStepList *steps;
  XrRowPanel *inspection;
  XrRowListView *talks, *complaints, *team;
  GtkButton *veto_button;
};

G_DEFINE_FINAL_TYPE (XrInspectionPage, xr_inspection_page, XR_TYPE_STAGE_PAGE)

static XrStage
xr_inspection_page_get_stage (XrStagePage *page)
{
  return XR_STAGE_INSPECTION;
}

static void
xr_inspection_page_set_round (XrStagePage *page, XrOffice *office, gint64 round)
{
  xr_row_list_view_set_owner (XR_INSPECTION_PAGE (page)->team, office, round);
}

/* ---- the person at the right */

static gboolean
is_vetoed (XrInspectionPage *self)
{
  XrOffice *office = xr_stage_page_get_office (XR_STAGE_PAGE (self));
  g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("inspection"),
                                          xr_person_list_get_selected (self->people), NULL);

  return row != NULL && xr_row_get_int (row, "vetoed") != 0;
}

static void
show_person (XrInspectionPage *self)
{
  XrStagePage *page = XR_STAGE_PAGE (self);
  XrOffice *office = xr_stage_page_get_office (page);
  gint64 id = xr_person_list_get_selected (self->people);
  gboolean editable = xr_stage_page_get_editable (page);
  g_autoptr (GPtrArray) steps = id != 0 ? xr_inspection_steps (office, id) : xr_steps_new ();
  g_autofree char *name = xr_people_dup_name (office, id);

  xr_row_panel_set_owner (self->inspection, office, id);
  xr_row_list_view_set_owner (self->talks, office, id);
  xr_row_list_view_set_owner (self->complaints, office, id);
  gtk_widget_set_visible (GTK_WIDGET (self->tiles), id != 0);
  xr_check_tiles_show (self->tiles, office, id, editable);
  xr_step_list_set_steps (self->steps, name, steps);
  gtk_button_set_label (self->veto_button,
                        is_vetoed (self) ? _ ("_Withdraw the veto") : _ ("_Veto…"));
  gtk_widget_set_visible (GTK_WIDGET (self->veto_button), editable && id != 0);
}

static void
selected_cb (XrInspectionPage *self)
{
  show_person (self);
}

static void
step_go_to_cb (XrInspectionPage *self, const char *place)
{
  xr_stage_page_go_to (XR_STAGE_PAGE (self), place);
}

/* ---- the people at the left */

static void
add_person (XrInspectionPage *self, XrOffice *office, gint64 application)
{
  g_autofree char *name = xr_people_dup_name (office, application);
  g_autofree char *post = xr_people_dup_post (office, application);
  g_autoptr (GPtrArray) steps = xr_inspection_steps (office, application);
  XrMark mark = xr_steps_sum_up (steps);
  g_autofree char *detail = g_strdup_printf (
    _ ("%1$u of %2$u steps, %3$s"), xr_steps_count_done (steps), steps->len, xr_mark_word (mark));
  const XrPersonItem item = { application, post, name, detail, mark };

  xr_person_list_add (self->people, &item);
}

static void
xr_inspection_page_refresh (XrStagePage *page)
{
  XrInspectionPage *self = XR_INSPECTION_PAGE (page);
  XrOffice *office = xr_stage_page_get_office (page);
  g_autoptr (GArray) list = xr_people_shortlisted (office, xr_stage_page_get_round (page));

  xr_person_list_begin (self->people);
  for (guint i = 0; i < list->len; i++)
    add_person (self, office, g_array_index (list, gint64, i));
  xr_person_list_end (self->people);
  show_person (self);
}

/* ---- veto */

static XrRow *
load_inspection (XrInspectionPage *self, gint64 application)
{
  const XrTable *table = xr_table_find ("inspection");
  XrRow *row = xr_office_load (xr_stage_page_get_office (XR_STAGE_PAGE (self)), table, application,
                               NULL);

  return row != NULL ? row : xr_row_new (table, application);
}

static void
save_veto (XrInspectionPage *self, gint64 application, const char *by, const char *reason)
{
  g_autoptr (XrRow) row = load_inspection (self, application);
  g_autoptr (GError) error = NULL;

  xr_row_set (row, "vetoed", by != NULL ? "1" : "0");
  xr_row_set (row, "veto_by", by);
  xr_row_set (row, "veto_reason", reason);
  if (!xr_office_save (xr_stage_page_get_office (XR_STAGE_PAGE (self)), row, &error))
    xr_window_report_error (GTK_WIDGET (self), error);
  else
    xr_window_toast (GTK_WIDGET (self),
                     by != NULL ? _ ("The veto is recorded.") : _ ("The veto is withdrawn."), TRUE);
}

static void
veto_answered_cb (GtkWidget *widget, const char *const *answers, gpointer data)
{
  const gint64 *application = data;

  save_veto (XR_INSPECTION_PAGE (widget), *application, answers[1], answers[0]);
}

static void
veto_clicked_cb (XrInspectionPage *self)
{
  const XrAskField fields[] = { { _ ("_Reason"), NULL, FALSE }, { _ ("Vetoed _by"), NULL, FALSE } };
  gint64 *application = g_new (gint64, 1);
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  *application = xr_person_list_get_selected (self->people);
  if (is_vetoed (self))
    {
      save_veto (self, *application, NULL, NULL);
      g_free (application);
      return;
    }
  name = xr_people_dup_name (xr_stage_page_get_office (XR_STAGE_PAGE (self)), *application);
  heading = g_strdup_printf (_ ("Veto %s?"), name);
  xr_dialog_ask (GTK_WIDGET (self), heading,
                 _ ("Whoever is vetoed leaves the round when this stage is closed. The reason and "
                    "the name stay in the record."),
                 _ ("_Veto"), NULL, fields, G_N_ELEMENTS (fields), veto_answered_cb, application,
                 g_free);
}

/* ---- object */

static void
prepare_complaint_cb (XrInspectionPage *self, XrRow *row)
{
  xr_row_set (row, "stage", "7");
}

static void
xr_inspection_page_class_init (XrInspectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  XrStagePageClass *page_class = XR_STAGE_PAGE_CLASS (klass);

  page_class->get_stage = xr_inspection_page_get_stage;
  page_class->set_round = xr_inspection_page_set_round;
  page_class->refresh = xr_inspection_page_refresh;
  g_type_ensure (XR_TYPE_PERSON_LIST);
  g_type_ensure (XR_TYPE_CHECK_TILES);
  g_type_ensure (XR_TYPE_STEP_LIST);
  g_type_ensure (XR_TYPE_ROW_PANEL);
  g_type_ensure (XR_TYPE_ROW_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuanren/Xuanren/stages/inspection-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XrInspectionPage, people);
  gtk_widget_class_bind_template_child (widget_class, XrInspectionPage, tiles);
  gtk_widget_class_bind_template_child (widget_class, XrInspectionPage, steps);
  gtk_widget_class_bind_template_child (widget_class, XrInspectionPage, inspection);
  gtk_widget_class_bind_template_child (widget_class, XrInspectionPage, talks);
  gtk_widget_class_bind_template_child (widget_class, XrInspectionPage, complaints);
  gtk_widget_class_bind_template_child (widget_class, XrInspectionPage, team);
  gtk_widget_class_bind_template_child (widget_class, XrInspectionPage, veto_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_go_to_cb);
  gtk_widget_class_bind_template_callback (widget_class, veto_clicked_cb);
}

static void
xr_inspection_page_init (XrInspectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xr_row_list_view_hide_columns (self->talks, (const char *const[]){ "application_id", NULL });
  xr_row_list_view_hide_columns (self->complaints, (const char *const[]){ "application_id", NULL });
  xr_row_list_view_add_tool (self->team, xr_recusal_button_new ());
  g_signal_connect_object (self->complaints, "prepare-row", G_CALLBACK (prepare_complaint_cb), self,
                           G_CONNECT_SWAPPED);
}
