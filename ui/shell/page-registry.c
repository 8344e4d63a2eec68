/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which widget shows which stage. */
#include "config.h"

#include "shell/page-registry.h"

#include "stages/announce-page.h"
#include "stages/eligibility-page.h"
#include "stages/register-page.h"
#include "stages/shortlist-page.h"
#include "stages/appointment-page.h"
#include "stages/deliberation-page.h"
#include "stages/inspection-page.h"
#include "stages/publicity-page.h"
#include "stages/evaluation-page.h"
#include "stages/speech-page.h"

static const struct
{
  XrStage stage;
  GType (*get_type) (void);
} pages[] = {
  { XR_STAGE_ANNOUNCE, xr_announce_page_get_type },
  { XR_STAGE_REGISTER, xr_register_page_get_type },
  { XR_STAGE_ELIGIBILITY, xr_eligibility_page_get_type },
  { XR_STAGE_SHORTLIST, xr_shortlist_page_get_type },
  { XR_STAGE_INSPECTION, xr_inspection_page_get_type },
  { XR_STAGE_DELIBERATION, xr_deliberation_page_get_type },
  { XR_STAGE_PUBLICITY, xr_publicity_page_get_type },
  { XR_STAGE_APPOINTMENT, xr_appointment_page_get_type },
  { XR_STAGE_SPEECH, xr_speech_page_get_type },
  { XR_STAGE_EVALUATION, xr_evaluation_page_get_type },
};

XrStagePage *
xr_page_registry_create (XrStage stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (pages[i].stage == stage)
        return g_object_new (pages[i].get_type (), NULL);
    }
  return NULL;
}
