/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of stage 5: the components that the plan scores there, in one view. */
#include "config.h"

#include "stages/evaluation-page.h"

#include "stages/component-view.h"

struct _XrEvaluationPage
{
  XrStagePage parent_instance;

  XrComponentView *components;
};

G_DEFINE_FINAL_TYPE (XrEvaluationPage, xr_evaluation_page, XR_TYPE_STAGE_PAGE)

static XrStage
xr_evaluation_page_get_stage (XrStagePage *page)
{
  return XR_STAGE_EVALUATION;
}

static void
xr_evaluation_page_set_round (XrStagePage *page, XrOffice *office, gint64 round)
{
  xr_component_view_set_round (XR_EVALUATION_PAGE (page)->components, office, round);
}

static void
xr_evaluation_page_refresh (XrStagePage *page)
{
  xr_component_view_refresh (XR_EVALUATION_PAGE (page)->components,
                             xr_stage_page_get_editable (page));
}

static gboolean
xr_evaluation_page_go_to (XrStagePage *page, const char *place)
{
  return xr_component_view_go_to (XR_EVALUATION_PAGE (page)->components, place)
         || XR_STAGE_PAGE_CLASS (xr_evaluation_page_parent_class)->go_to (page, place);
}

static void
xr_evaluation_page_class_init (XrEvaluationPageClass *klass)
{
  XrStagePageClass *page_class = XR_STAGE_PAGE_CLASS (klass);

  page_class->get_stage = xr_evaluation_page_get_stage;
  page_class->set_round = xr_evaluation_page_set_round;
  page_class->refresh = xr_evaluation_page_refresh;
  page_class->go_to = xr_evaluation_page_go_to;
}

static void
xr_evaluation_page_init (XrEvaluationPage *self)
{
  self->components = xr_component_view_new (XR_STAGE_EVALUATION);
  xr_stage_page_set_content (XR_STAGE_PAGE (self), GTK_WIDGET (self->components));
}
