/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of stage 4: the components that the plan scores there, in one view. */
#include "config.h"

#include "stages/speech-page.h"

#include "stages/component-view.h"

struct _XrSpeechPage
{
  XrStagePage parent_instance;

  XrComponentView *components;
};

G_DEFINE_FINAL_TYPE (XrSpeechPage, xr_speech_page, XR_TYPE_STAGE_PAGE)

static XrStage
xr_speech_page_get_stage (XrStagePage *page)
{
  return XR_STAGE_SPEECH;
}

static void
xr_speech_page_set_round (XrStagePage *page, XrOffice *office, gint64 round)
{
  xr_component_view_set_round (XR_SPEECH_PAGE (page)->components, office, round);
}

static void
xr_speech_page_refresh (XrStagePage *page)
{
  xr_component_view_refresh (XR_SPEECH_PAGE (page)->components, xr_stage_page_get_editable (page));
}

static gboolean
xr_speech_page_go_to (XrStagePage *page, const char *place)
{
  return xr_component_view_go_to (XR_SPEECH_PAGE (page)->components, place)
         || XR_STAGE_PAGE_CLASS (xr_speech_page_parent_class)->go_to (page, place);
}

static void
xr_speech_page_class_init (XrSpeechPageClass *klass)
{
  XrStagePageClass *page_class = XR_STAGE_PAGE_CLASS (klass);

  page_class->get_stage = xr_speech_page_get_stage;
  page_class->set_round = xr_speech_page_set_round;
  page_class->refresh = xr_speech_page_refresh;
  page_class->go_to = xr_speech_page_go_to;
}

static void
xr_speech_page_init (XrSpeechPage *self)
{
  self->components = xr_component_view_new (XR_STAGE_SPEECH);
  xr_stage_page_set_content (XR_STAGE_PAGE (self), GTK_WIDGET (self->components));
}
