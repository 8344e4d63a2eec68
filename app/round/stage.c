/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of the ten stages and what can be read of them: where a round stands, which conditions
 * hold, who signed. Signing, closing and reopening stand in round/stage-act.c. */

#include "config.h"

#include "round/stages/stages.h"

static const XrStageInfo *const stages[] = {
  &xr_stage_announce,   &xr_stage_register,    &xr_stage_eligibility, &xr_stage_speech,
  &xr_stage_evaluation, &xr_stage_shortlist,   &xr_stage_inspection,  &xr_stage_deliberation,
  &xr_stage_publicity,  &xr_stage_appointment,
};

G_STATIC_ASSERT (G_N_ELEMENTS (stages) == XR_N_STAGES);

static const struct
{
  const char *id, *label;
} roles[] = {
  { "leader", N_ ("leader") },
  { "registrar", N_ ("registrar") },
  { "reviewer", N_ ("reviewer") },
  { "second-reviewer", N_ ("second reviewer") },
  { "recorder", N_ ("record keeper") },
  { "supervisor", N_ ("supervisor") },
  { "scrutineer", N_ ("scrutineer") },
  { "teller", N_ ("teller") },
  { "team-leader", N_ ("leader of the inspection team") },
  { "team-member", N_ ("member of the inspection team") },
  { "chair", N_ ("chair") },
  { "handler", N_ ("clerk in charge") },
  { "keeper", N_ ("keeper of the files") },
};

const XrStageInfo *
xr_stage_info (XrStage stage)
{
  g_return_val_if_fail (stage >= XR_STAGE_ANNOUNCE && stage <= XR_STAGE_APPOINTMENT, NULL);
  return stages[stage - 1];
}

const char *
xr_role_label (const char *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].id, role))
      return _ (roles[i].label);
  return role;
}

const char *
xr_stage_state_id (XrStageState state)
{
  static const char *const ids[] = { "to-come", "current", "done", "overridden", "skipped" };
  return ids[state];
}

const char *
xr_stage_state_label (XrStageState state)
{
  switch (state)
    {
    case XR_STAGE_STATE_CURRENT:
      return C_ ("stage", "current");
    case XR_STAGE_STATE_DONE:
      return C_ ("stage", "done");
    case XR_STAGE_STATE_OVERRIDDEN:
      return C_ ("stage", "done by override");
    case XR_STAGE_STATE_SKIPPED:
      return C_ ("stage", "skipped");
    default:
      return C_ ("stage", "to come");
    }
}

XrStage
xr_round_current_stage (XrOffice *office, gint64 round)
{
  return (XrStage) xr_sql_int (office, "SELECT stage FROM round WHERE id = :round",
                               XR_PARAMS (XR_INT (":round", round)), XR_STAGE_ANNOUNCE);
}

static gboolean
plan_has_stage (XrOffice *office, gint64 round, XrStage stage)
{
  const XrStageInfo *info = xr_stage_info (stage);
  return !info->exists || info->exists (office, round);
}

XrStageState
xr_round_stage_state (XrOffice *office, gint64 round, XrStage stage)
{
  XrStage current = xr_round_current_stage (office, round);
  g_autofree char *last = NULL;

  if (stage == current)
    return XR_STAGE_STATE_CURRENT;
  if (stage > current)
    return plan_has_stage (office, round, stage) ? XR_STAGE_STATE_TO_COME : XR_STAGE_STATE_SKIPPED;
  last = xr_sql_text (office,
                      "SELECT kind FROM stage_event WHERE round_id = :round AND stage = :stage"
                      " AND kind IN ('closed', 'overridden', 'skipped') ORDER BY id DESC LIMIT 1",
                      XR_PARAMS (XR_INT (":round", round), XR_INT (":stage", stage)));
  if (g_strcmp0 (last, "overridden") == 0)
    return XR_STAGE_STATE_OVERRIDDEN;
  return g_strcmp0 (last, "skipped") == 0 ? XR_STAGE_STATE_SKIPPED : XR_STAGE_STATE_DONE;
}

static void
add_signature_gate (XrGateList *list, const char *role)
{
  g_autofree char *id = g_strconcat ("signature-", role, NULL);
  g_autofree char *title = g_strdup_printf (_ ("Signed: %s"), xr_role_label (role));
  gint64 signatures = xr_sql_int (
    list->office,
    "SELECT count(*) FROM signature WHERE round_id = :round AND stage = :stage AND role = :role",
    XR_PARAMS (XR_INT (":round", list->round), XR_INT (":stage", list->stage),
               XR_TEXT (":role", role)),
    0);

  xr_gate_list_add (list, id, title,
                    signatures > 0 ? NULL
                                   : g_strdup_printf (_ ("The stage is not signed yet by: %s."),
                                                      xr_role_label (role)),
                    "signature");
}

GPtrArray *
xr_stage_gates (XrOffice *office, gint64 round, XrStage stage)
{
  const XrStageInfo *info = xr_stage_info (stage);
  XrGateList list = { office, round, stage,
                      g_ptr_array_new_with_free_func ((GDestroyNotify) xr_gate_free) };

  info->conditions (&list);
  for (guint i = 0; info->signers[i]; i++)
    add_signature_gate (&list, info->signers[i]);
  return list.gates;
}

static gboolean
gate_holds_up (const XrGate *gate)
{
  return !gate->met && !gate->warning;
}

guint
xr_gates_unmet (GPtrArray *gates)
{
  guint n = 0;

  for (guint i = 0; i < gates->len; i++)
    n += gate_holds_up (g_ptr_array_index (gates, i));
  return n;
}

const XrGate *
xr_gates_first_unmet (GPtrArray *gates)
{
  for (guint i = 0; i < gates->len; i++)
    if (gate_holds_up (g_ptr_array_index (gates, i)))
      return g_ptr_array_index (gates, i);
  return NULL;
}

/* The n-th closing of a round is both its n-th closing event and its n-th closing entry of the record,
 * as neither is ever taken back. */
char *
xr_stage_dup_seal (XrOffice *office, gint64 round, XrStage stage)
{
  g_autofree char *hash = NULL;
  gint64 event = 0;
  gint64 earlier = 0;

  if (stage >= xr_round_current_stage (office, round))
    return NULL;
  event = xr_sql_int (office,
                      "SELECT max(id) FROM stage_event WHERE round_id = :round AND stage = :stage"
                      " AND kind IN ('closed', 'overridden')",
                      XR_PARAMS (XR_INT (":round", round), XR_INT (":stage", stage)), 0);
  if (event == 0)
    return NULL;
  earlier = xr_sql_int (office,
                        "SELECT count(*) FROM stage_event WHERE round_id = :round"
                        " AND kind IN ('closed', 'overridden') AND id < :event",
                        XR_PARAMS (XR_INT (":round", round), XR_INT (":event", event)), 0);
  hash = xr_sql_text (office,
                      "SELECT hash FROM record WHERE round = :round"
                      " AND kind IN ('stage.close', 'stage.override')"
                      " ORDER BY height LIMIT 1 OFFSET :earlier",
                      XR_PARAMS (XR_INT (":round", round), XR_INT (":earlier", earlier)));
  return hash ? xr_seal_from_hash (hash) : NULL;
}

static void
append_signatures (XrOffice *office, gint64 round, XrStage stage, GString *text)
{
  g_autoptr (GPtrArray) names = xr_sql_texts (
    office, "SELECT name FROM signature WHERE round_id = :round AND stage = :stage ORDER BY id",
    XR_PARAMS (XR_INT (":round", round), XR_INT (":stage", stage)));
  g_autofree char *joined = xr_names_join (names);

  if (names->len > 0)
    g_string_append_printf (text, _ (" · signed by %s"), joined);
}

char *
xr_stage_dup_summary (XrOffice *office, gint64 round, XrStage stage)
{
  g_autoptr (XrStatement) event = xr_sql_rows (
    office,
    "SELECT kind, on_date, by_name, reason FROM stage_event"
    " WHERE round_id = :round AND stage = :stage AND kind IN ('closed', 'overridden', 'skipped')"
    " ORDER BY id DESC LIMIT 1",
    XR_PARAMS (XR_INT (":round", round), XR_INT (":stage", stage)));
  g_autofree char *seal = xr_stage_dup_seal (office, round, stage);
  GString *text = NULL;
  const char *kind = NULL;

  if (!event || xr_statement_step (event, NULL) != XR_STEP_ROW)
    return g_strdup (_ ("Not closed yet"));
  kind = xr_statement_get_text (event, 0);
  if (g_str_equal (kind, "skipped"))
    return g_strdup (_ ("Skipped: the plan does not have this stage"));

  text = g_string_new (NULL);
  g_string_append_printf (text, _ ("Closed on %1$s by %2$s"), xr_statement_get_text (event, 1),
                          xr_statement_get_text (event, 2));
  if (g_str_equal (kind, "overridden"))
    g_string_append_printf (text, _ (" although conditions were not met, because: %s"),
                            xr_statement_get_text (event, 3));
  append_signatures (office, round, stage, text);
  if (seal)
    g_string_append_printf (text, _ (" · seal %s"), seal);
  return g_string_free (text, FALSE);
}
