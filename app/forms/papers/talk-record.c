/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F16 考察谈话记录: one for each talk. */

#include "config.h"

#include "forms/papers/common.h"

static int
attitude_of (XrRow *talk)
{
  static const char *const ids[] = { "agree", "mostly", "disagree", "unknown" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_strcmp0 (xr_fill_get (talk, "attitude"), ids[i]) == 0)
      return (int) i;
  return -1;
}

static void
fill_talk (XrFill *fill)
{
  XrRow *talk = xr_fill_row (fill);
  XrRow *person = xr_fill_candidate (fill);
  XrGrid *grid = xr_fill_grid (fill, "表", 28, 57, 28, 57);

  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "考察对象", 1, xr_fill_get (person, "name"));
  xr_grid_pair (grid, "拟任职位", 1, xr_fill_get (xr_fill_post (fill), "name"));
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "时间", 1, xr_fill_date (fill, talk, "held_on"));
  xr_grid_pair (grid, "地点", 1, xr_fill_get (talk, "place"));
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "谈话对象", 1, xr_fill_get (talk, "with_name"));
  xr_grid_pair (grid, "单位及职务", 1, xr_fill_get (talk, "with_position"));
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "谈话人", 1, xr_fill_get (talk, "talkers"));
  xr_grid_pair (grid, "与考察对象\n的关系", 1, NULL);
  xr_grid_row (grid, 10);
  xr_grid_label (grid, 1, "对任用的\n态度");
  xr_grid_checks (grid, 3, "同意|基本同意|不同意|不了解", attitude_of (talk));
  xr_common_long (grid, "谈话内容", xr_fill_get (talk, "content"), 150);
}

XR_FORM_DEFINE (talk_record, .id = "talk-record", .title = "考察谈话记录",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (7), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED, .table = "talk", .fill = fill_talk)
