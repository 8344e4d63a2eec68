/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 4, 演讲: the order by lot and what is scored on that day, also exams, interviews and field
 * reports where the plan has them. */

#include "config.h"

#include "round/recusals.h"
#include "round/stages/stages.h"

/* S9: panels of the size that the plan asks for, and of an odd number. */
static void
add_panels (XrGateList *list)
{
  g_autofree char *least = xr_round_dup_setting (list->office, list->round, "panel_min");

  if (least == NULL)
    return;
  xr_gate_list_add_none (
    list, "panel-size", _ ("Every panel has an odd number of judges, as many as the plan asks for"),
    _ ("Panels with too few judges, or an even number (%u): %s."), "judge",
    "SELECT k.name || ' – ' || p.name || iif (j.panel = '', '', ' ' || j.panel) || ' (' || count(*)"
    " || ')' FROM judge j JOIN component k ON k.id = j.component_id JOIN post p ON p.id = j.post_id"
    " WHERE k.round_id = :round AND k.stage = 4 AND p.cancelled = 0"
    " GROUP BY j.component_id, j.post_id, j.panel"
    " HAVING count(*) % 2 = 0 OR count(*) < (SELECT CAST (value AS INTEGER) FROM setting"
    "  WHERE round_id = :round AND name = 'panel_min') ORDER BY k.id, p.id, j.panel");
  xr_gate_list_make_warning (list);
}

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
  add_panels (list);
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
