/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F21 表决结果: the vote on each person with the denominator and the number that passes, as the window has
 * them. */

#include "config.h"

#include "forms/papers/meeting.h"

static const char *
say_outcome (const XrVoteOutcome *outcome, XrRow *vote)
{
  if (outcome == NULL)
    return NULL;
  if (xr_row_get_int (vote, "postponed") != 0)
    return "缓议";
  if (!outcome->quorate)
    return "到会不足，无效";
  return outcome->passed ? "通过" : "未通过";
}

static const char *
say_number (XrFill *fill, const XrVoteOutcome *outcome, gint64 number)
{
  return outcome != NULL ? xr_fill_printf (fill, "%d", (int) number) : NULL;
}

static void
add_vote (XrFill *fill, XrGrid *grid, XrRow *vote)
{
  static const char *const counts[] = { "issued", "returned", "yes", "no", "defer", "abstain" };
  static const char *const fields[] = { "发出", "收回", "同意", "不同意", "缓议", "弃权" };
  g_autoptr (XrVoteOutcome) outcome = vote ? xr_vote_outcome (xr_fill_office (fill),
                                                              xr_row_get_id (vote), NULL)
                                           : NULL;
  gint64 application = vote ? xr_row_get_int (vote, "application_id") : 0;
  XrRow *applied = xr_fill_load (fill, "application", application);
  XrRow *post = applied ? xr_fill_load (fill, "post", xr_row_get_int (applied, "post_id")) : NULL;
  XrRow *person = xr_fill_person_of (fill, application);

  xr_grid_row (grid, 11);
  xr_grid_value (grid, 1, xr_fill_get (person, "name"))->field = "姓名";
  xr_grid_value (grid, 1, vote ? "任" : NULL)->field = "任免";
  xr_grid_value (grid, 1, xr_fill_get (post, "name"))->field = "职务";
  xr_grid_value (grid, 1, xr_fill_get (post, "rank"))->field = "级别";
  xr_grid_value (grid, 1, xr_fill_get (post, "department"))->field = "单位";
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    xr_grid_value (grid, 1, xr_fill_get (vote, counts[i]))->field = fields[i];
  xr_grid_value (grid, 1, say_number (fill, outcome, outcome ? outcome->recused : 0))->field
    = "回避";
  xr_grid_value (grid, 1, say_number (fill, outcome, outcome ? outcome->present : 0))->field
    = "参加表决";
  xr_grid_value (grid, 1, say_number (fill, outcome, outcome ? outcome->base : 0))->field = "分母";
  xr_grid_value (grid, 1, say_number (fill, outcome, outcome ? outcome->needed : 0))->field
    = "所需票数";
  xr_grid_value (grid, 1, say_outcome (outcome, vote))->field = "结果";
}

static void
fill_votes (XrFill *fill, XrRow *meeting)
{
  static const char *const heads[] = { "姓名",       "任免", "职务",       "级别", "单位", "发出",
                                       "收回",       "同意", "不同意",     "缓议", "弃权", "回避",
                                       "参加\n表决", "分母", "所需\n票数", "结果" };
  GPtrArray *votes = xr_fill_rows (fill, "vote", "meeting_id",
                                   meeting ? xr_row_get_id (meeting) : 0);
  XrGrid *grid = xr_fill_grid (fill, "表决表", 22, 10, 34, 20, 22, 12, 12, 12, 14, 12, 12, 12, 12,
                               11, 11, 20);

  grid->size = 9;
  xr_grid_row (grid, 11);
  xr_grid_repeat_row (grid);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_common_head (grid, 1, heads[i]);
  for (guint i = 0; i < votes->len; i++)
    add_vote (fill, grid, g_ptr_array_index (votes, i));
  for (guint i = 0; votes->len == 0 && i < 6; i++)
    add_vote (fill, grid, NULL);
}

static void
fill_report (XrFill *fill)
{
  XrRow *meeting = xr_fill_row (fill);

  xr_meeting_fill (fill, meeting);
  fill_votes (fill, meeting);
}

XR_FORM_DEFINE (vote_report, .id = "vote-report", .title = "表决结果", .scope = XR_SCOPE_ROUND,
                .stages = XR_AT_STAGE (8), .kind = XR_PAPER_WIDE,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .table = "meeting", .fill = fill_report)
