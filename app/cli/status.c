/* SPDX-License-Identifier: GPL-3.0-or-later */
/* status and advance: where a round stands, what holds it up, and one step further. */

#include "config.h"

#include "cli/call.h"
#include "round/round.h"
#include "round/stage.h"

/* ---- status */

/* (transfer full): the conditions of the current stage; none where the round is closed */
static GPtrArray *
current_gates (XrOffice *office, gint64 round)
{
  XrStage stage = xr_round_current_stage (office, round);

  if (stage > XR_STAGE_APPOINTMENT)
    return g_ptr_array_new ();
  return xr_stage_gates (office, round, stage);
}

static void
print_gate (const XrGate *gate)
{
  if (gate->met)
    xr_cli_print ("    [x] %s", gate->title);
  else
    {
      g_autofree char *text = g_strdup_printf (_ ("%1$s: %2$s"), gate->title, gate->why);
      xr_cli_print ("    [%c] %s", gate->warning ? '!' : ' ', text);
    }
}

static void
print_stages (XrOffice *office, gint64 round, GPtrArray *gates)
{
  for (XrStage stage = XR_STAGE_ANNOUNCE; stage <= XR_STAGE_APPOINTMENT; stage++)
    {
      XrStageState state = xr_round_stage_state (office, round, stage);
      xr_cli_print ("%2d  %s  %s", stage, _ (xr_stage_info (stage)->title),
                    xr_stage_state_label (state));
      for (guint i = 0; state == XR_STAGE_STATE_CURRENT && i < gates->len; i++)
        print_gate (g_ptr_array_index (gates, i));
    }
}

static void
add_stages (XrOffice *office, gint64 round, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "stages");
  json_builder_begin_array (builder);
  for (XrStage stage = XR_STAGE_ANNOUNCE; stage <= XR_STAGE_APPOINTMENT; stage++)
    {
      json_builder_begin_object (builder);
      xr_cli_add_text (builder, "stage", xr_stage_info (stage)->id);
      xr_cli_add_text (builder, "title", _ (xr_stage_info (stage)->title));
      xr_cli_add_text (builder, "state",
                       xr_stage_state_id (xr_round_stage_state (office, round, stage)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_gates (GPtrArray *gates, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "gates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < gates->len; i++)
    {
      const XrGate *gate = g_ptr_array_index (gates, i);
      json_builder_begin_object (builder);
      xr_cli_add_text (builder, "id", gate->id);
      xr_cli_add_text (builder, "title", gate->title);
      xr_cli_add_bool (builder, "met", gate->met);
      xr_cli_add_bool (builder, "warning", gate->warning);
      xr_cli_add_text (builder, "why", gate->why);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (XrOffice *office, gint64 round, GPtrArray *gates)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (XrRow) row = xr_round_load (office, round, NULL);
  XrStage stage = xr_round_current_stage (office, round);

  json_builder_begin_object (builder);
  xr_cli_add_int (builder, "round", round);
  xr_cli_add_text (builder, "title", xr_row_get (row, "title"));
  xr_cli_add_text (builder, "stage",
                   stage > XR_STAGE_APPOINTMENT ? "closed" : xr_stage_info (stage)->id);
  add_stages (office, round, builder);
  add_gates (gates, builder);
  json_builder_end_object (builder);
  xr_cli_print_json (builder);
}

XrCliStatus
xr_cli_status (const XrCall *call)
{
  g_autoptr (XrOffice) office = xr_cli_open (call, XR_OPEN_READ);
  g_autoptr (GPtrArray) gates = NULL;

  if (!office)
    return XR_CLI_REFUSED;
  gates = current_gates (office, call->round);
  if (call->json)
    print_json (office, call->round, gates);
  else
    print_stages (office, call->round, gates);
  return XR_CLI_DONE;
}

/* ---- advance */

static XrCliStatus
complain_unmet (GPtrArray *gates)
{
  for (guint i = 0; i < gates->len; i++)
    {
      const XrGate *gate = g_ptr_array_index (gates, i);
      if (!gate->met && !gate->warning)
        xr_cli_complain (_ ("%1$s: %2$s"), gate->title, gate->why);
    }
  return XR_CLI_DOES_NOT_HOLD;
}

static void
print_new_stage (XrOffice *office, gint64 round)
{
  XrStage stage = xr_round_current_stage (office, round);

  if (stage > XR_STAGE_APPOINTMENT)
    xr_cli_print ("%s", _ ("The round is closed."));
  else
    xr_cli_print (_ ("The round is now at: %s"), _ (xr_stage_info (stage)->title));
}

XrCliStatus
xr_cli_advance (const XrCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrOffice) office = xr_cli_open (call, XR_OPEN_WRITE);
  g_autoptr (GPtrArray) gates = NULL;

  if (!office)
    return XR_CLI_REFUSED;
  gates = current_gates (office, call->round);
  if (xr_gates_unmet (gates) > 0)
    return complain_unmet (gates);
  if (!xr_stage_close (office, call->round, xr_office_get_operator (office), NULL, &error))
    return xr_cli_refuse (error);
  print_new_stage (office, call->round);
  return XR_CLI_DONE;
}
