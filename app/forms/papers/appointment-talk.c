/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F27 任职谈话记录. */

#include "config.h"

#include "forms/papers/common.h"

static void
fill_talk (XrFill *fill)
{
  XrRow *appointment = xr_fill_row (fill);
  XrRow *person = xr_fill_candidate (fill);
  XrGrid *grid = xr_fill_grid (fill, "表", 28, 57, 28, 57);

  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "谈话对象", 1, xr_fill_get (person, "name"));
  xr_grid_pair (grid, "任职职务", 1, xr_fill_get (xr_fill_post (fill), "name"));
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "时间", 1, xr_fill_date (fill, appointment, "talk_on"));
  xr_grid_pair (grid, "地点", 1, NULL);
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "谈话人", 1, xr_fill_get (appointment, "talk_by"));
  xr_grid_label (grid, 1, "谈话方式");
  xr_grid_checks (grid, 1, "集体|个别", -1);
  xr_common_long (grid, "谈话内容", xr_fill_get (appointment, "talk_note"), 110);
  xr_common_long (grid, "本人表态", NULL, 55);
}

XR_FORM_DEFINE (appointment_talk, .id = "appointment-talk", .title = "任职谈话记录",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (10), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED, .table = "appointment", .fill = fill_talk)
