/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rounds: one line a round, nothing where there is none. */

#include "config.h"

#include "cli/call.h"
#include "core/text.h"
#include "round/round.h"
#include "round/stage.h"

static const char *
stage_id (XrStage stage)
{
  return stage > XR_STAGE_APPOINTMENT ? "closed" : xr_stage_info (stage)->id;
}

static const char *
stage_title (XrStage stage)
{
  return stage > XR_STAGE_APPOINTMENT ? _ ("closed") : _ (xr_stage_info (stage)->title);
}

static void
print_lines (XrOffice *office, GPtrArray *rounds)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      XrRow *row = g_ptr_array_index (rounds, i);
      gint64 id = xr_row_get_id (row);
      g_autofree char *title = xr_text_to_line (xr_row_get (row, "title"));
      xr_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s", id,
                    stage_title (xr_round_current_stage (office, id)), title);
    }
}

static void
print_json (XrOffice *office, GPtrArray *rounds)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "rounds");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rounds->len; i++)
    {
      XrRow *row = g_ptr_array_index (rounds, i);
      gint64 id = xr_row_get_id (row);
      json_builder_begin_object (builder);
      xr_cli_add_int (builder, "round", id);
      xr_cli_add_text (builder, "stage", stage_id (xr_round_current_stage (office, id)));
      xr_cli_add_text (builder, "title", xr_row_get (row, "title"));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  xr_cli_print_json (builder);
}

XrCliStatus
xr_cli_rounds (const XrCall *call)
{
  g_autoptr (XrOffice) office = xr_cli_open (call, XR_OPEN_READ);
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (GError) error = NULL;

  if (!office)
    return XR_CLI_REFUSED;
  if (!xr_office_check_whole (office, &error))
    return xr_cli_refuse (error);
  rounds = xr_round_list (office);
  if (call->json)
    print_json (office, rounds);
  else
    print_lines (office, rounds);
  return XR_CLI_DONE;
}
