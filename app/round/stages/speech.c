/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 4, 演讲: the order by lot and what is scored on that day, also exams, interviews and field
 * reports where the plan has them. */

#include "config.h"

#include "round/recusals.h"
#include "round/stages/stages.h"

static void
add_conditions (XrGateList *list)
{
  xr_gate_list_add_components (list, "scores-complete", XR_STAGE_SPEECH);
  xr_gate_list_add_second_keying (list);
  xr_gate_list_add_none (
    list, "lots-drawn", _ ("The order was drawn by lot"),
    _ ("Posts without a drawn order (%u): %s."), "lot",
    "SELECT name FROM post p WHERE round_id = :round AND cancelled = 0 AND NOT EXISTS"
    " (SELECT 1 FROM lot WHERE round_id = :round AND kind = 'order' AND (post_id = p.id OR post_id"
    "  IS NULL)) AND 1 < (SELECT count(*) FROM application"
    "  WHERE post_id = p.id AND state = 'active') AND EXISTS (SELECT 1 FROM component"
    "  WHERE round_id = :round AND stage = 4 AND method = 'judges') ORDER BY id");
  xr_gate_list_make_warning (list);
  xr_gate_list_add_recusals (list, XR_STAGE_SPEECH);
}

static gboolean
plan_has_it (XrOffice *office, gint64 round)
{
  return xr_sql_int (office, "SELECT count(*) FROM component WHERE round_id = :round AND stage = 4",
                     XR_PARAMS (XR_INT (":round", round)), 0)
         > 0;
}

const XrStageInfo xr_stage_speech = {
  .stage = XR_STAGE_SPEECH,
  .id = "speech",
  .title = N_ ("Speech"),
  .purpose = N_ ("Draw the order by lot and key the judges' scores, and those of exams and "
                 "interviews where the plan has them."),
  .tables = (const char *const[]){ "lot", "judge", "score", "direct_score", NULL },
  .signers = (const char *const[]){ "recorder", "supervisor", NULL },
  .conditions = add_conditions,
  .exists = plan_has_it,
};
