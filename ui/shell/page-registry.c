/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which widget shows which stage. */
#include "config.h"

#include "shell/page-registry.h"

#include "stages/announce-page.h"

static const struct
{
  XrStage stage;
  GType (*get_type) (void);
} pages[] = {
  { XR_STAGE_ANNOUNCE, xr_announce_page_get_type },
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
