/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F22 讨论决定会议记录: who was there, who spoke in which order, how the vote on each person went. */

#include "config.h"

#include "forms/papers/meeting.h"

/* Members present in the order in which they spoke; what they said is written by hand. */
static void
fill_opinions (XrFill *fill, XrRow *meeting)
{
  GPtrArray *rows = xr_fill_rows (fill, "attendee", "meeting_id",
                                  meeting ? xr_row_get_id (meeting) : 0);
  XrGrid *grid = xr_fill_grid (fill, "发言表", 16, 30, 46, 78);
  guint n = 0;

  xr_grid_row (grid, 9);
  xr_grid_repeat_row (grid);
  xr_common_head (grid, 1, "次序");
  xr_common_head (grid, 1, "姓名");
  xr_common_head (grid, 1, "职务");
  xr_common_head (grid, 1, "意见");
  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      if (xr_row_get_int (row, "member") == 0 || xr_row_get_int (row, "present") == 0)
        continue;
      n++;
      xr_grid_row (grid, 11);
      xr_grid_value (grid, 1, xr_fill_get (row, "speaking_order"));
      xr_grid_value (grid, 1, xr_fill_get (row, "name"))->field = "姓名";
      xr_grid_value (grid, 1, xr_fill_get (row, "position"))->field = "职务";
      xr_grid_value (grid, 1, NULL);
    }
  for (; n < 1 || (n < 8 && meeting == NULL); n++)
    {
      xr_grid_row (grid, 11);
      for (guint i = 0; i < 4; i++)
        xr_grid_value (grid, 1, NULL);
    }
}

static const char *
say_decision (XrFill *fill, XrRow *vote, const XrVoteOutcome *outcome)
{
  if (xr_row_get_int (vote, "postponed") != 0)
    return "缓议";
  if (!outcome->quorate)
    return "到会人数不足，表决无效";
  return xr_fill_printf (fill, "应有%d票以上同意，%s", (int) outcome->needed,
                         outcome->passed ? "通过" : "未通过");
}

/* A paragraph for each person: counts, what they amount to, and the reason where one was given. */
static void
fill_results (XrFill *fill, XrRow *meeting)
{
  GPtrArray *votes = xr_fill_rows (fill, "vote", "meeting_id",
                                   meeting ? xr_row_get_id (meeting) : 0);

  xr_fill_line (fill, "表决情况", XR_BLOCK_PLAIN, NULL);
  for (guint i = 0; i < votes->len; i++)
    {
      XrRow *vote = g_ptr_array_index (votes, i);
      g_autoptr (XrVoteOutcome) outcome = xr_vote_outcome (xr_fill_office (fill),
                                                           xr_row_get_id (vote), NULL);
      gint64 application = xr_row_get_int (vote, "application_id");
      XrRow *applied = xr_fill_load (fill, "application", application);
      XrRow *post = xr_fill_load (fill, "post", xr_row_get_int (applied, "post_id"));
      const char *reason = xr_fill_get (vote, "reason");

      xr_fill_line (
        fill, "表决情况", XR_BLOCK_PLAIN,
        xr_fill_printf (fill, "%u.%s同志拟任%s：同意%s票，不同意%s票，缓议%s票，弃权%s票；%s。%s%s",
                        i + 1, xr_fill_get (xr_fill_person_of (fill, application), "name"),
                        xr_fill_get (post, "name"), xr_fill_get (vote, "yes"),
                        xr_fill_get (vote, "no"), xr_fill_get (vote, "defer"),
                        xr_fill_get (vote, "abstain"), say_decision (fill, vote, outcome),
                        reason ? "理由：" : "", reason ? reason : ""));
    }
}

static void
fill_minutes (XrFill *fill)
{
  XrRow *meeting = xr_fill_row (fill);
  XrGrid *grid = xr_fill_grid (fill, "会议表", 28, 57, 28, 57);

  xr_meeting_fill (fill, meeting);
  xr_grid_row (grid, 9);
  xr_grid_pair (grid, "会议名称\n及届次", 1, xr_fill_get (meeting, "number"));
  xr_grid_pair (grid, "时间", 1, xr_fill_date (fill, meeting, "held_on"));
  xr_grid_row (grid, 9);
  xr_grid_pair (grid, "地点", 1, xr_fill_get (meeting, "place"));
  xr_grid_pair (grid, "议题编号", 1, NULL);
  xr_grid_row (grid, 9);
  xr_grid_pair (grid, "主持人", 1, xr_fill_get (meeting, "chair"));
  xr_grid_pair (grid, "记录人", 1, xr_fill_get (meeting, "recorder"));
  xr_grid_row (grid, 9);
  xr_grid_pair (grid, "表决方式", 1, xr_vote_method_word (xr_fill_get (meeting, "method")));
  xr_grid_pair (grid, "监票、计票人", 1, xr_fill_get (meeting, "tellers"));
  xr_fill_text (fill, "备注", xr_fill_get (meeting, "note"));
  fill_opinions (fill, meeting);
  fill_results (fill, meeting);
}

XR_FORM_DEFINE (minutes, .id = "minutes", .title = "讨论决定会议记录", .scope = XR_SCOPE_ROUND,
                .stages = XR_AT_STAGE (8), .kind = XR_PAPER_SHEET, .flags = XR_FORM_SEALED,
                .table = "meeting", .fill = fill_minutes)
