/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F35 信访举报登记表: one for each report. Who reported is not in the file and is written on the confidential copy
 * only. */

#include "config.h"

#include "forms/papers/common.h"

static int
index_of (const char *value, const char *const *values)
{
  for (int i = 0; value != NULL && values[i] != NULL; i++)
    if (g_str_equal (values[i], value))
      return i;
  return -1;
}

static void
add_source (XrFill *fill, XrGrid *grid, XrRow *complaint)
{
  static const char *const ways[] = { "letter", "visit", "phone", "net", NULL };

  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "编号", 1,
                complaint ? xr_fill_printf (fill, "%d", (int) xr_row_get_id (complaint)) : NULL);
  xr_grid_pair (grid, "收到日期", 1, xr_fill_date (fill, complaint, "received_on"));
  xr_grid_row (grid, 10);
  xr_grid_label (grid, 1, "反映方式");
  xr_grid_checks (grid, 1, "来信|来访|来电|网络", index_of (xr_fill_get (complaint, "way"), ways));
  xr_grid_label (grid, 1, "署名情况");
  xr_grid_checks (grid, 1, "署名|匿名",
                  xr_fill_get (complaint, "named") == NULL   ? -1
                  : xr_row_get_int (complaint, "named") != 0 ? 0
                                                             : 1);
}

static void
add_inquiry (XrFill *fill, XrGrid *grid, XrRow *complaint)
{
  static const char *const outcomes[] = { "unfounded", "minor", "proved", "open", NULL };

  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "承办人", 1, xr_fill_get (complaint, "handler"));
  xr_grid_label (grid, 1, "线索是否\n具体可查");
  xr_grid_checks (grid, 1, "是|否", -1);
  xr_common_long (grid, "查核经过", xr_fill_get (complaint, "inquiry"), 55);
  xr_grid_row (grid, 10);
  xr_grid_label (grid, 1, "结论");
  xr_grid_checks (grid, 3, "未查实|查实不影响|查实影响|待查",
                  index_of (xr_fill_get (complaint, "outcome"), outcomes));
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "办结日期", 1, xr_fill_date (fill, complaint, "closed_on"));
  xr_grid_pair (grid, "反馈日期", 1, xr_fill_date (fill, complaint, "answered_on"));
  xr_common_long (grid, "处理意见", NULL, 25);
  xr_common_opinion (grid, "领导签字", "年　　月　　日", 20);
}

static void
fill_record (XrFill *fill)
{
  XrRow *complaint = xr_fill_row (fill);
  XrRow *person = xr_fill_candidate (fill);
  XrGrid *grid = xr_fill_grid (fill, "表", 26, 66, 26, 52);

  add_source (fill, grid, complaint);
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "被反映人", 1, xr_fill_get (person, "name"));
  xr_grid_pair (grid, "现任职务", 1, xr_common_position (fill, person));
  xr_common_long (grid, "主要内容", xr_fill_get (complaint, "matter"), 45);
  add_inquiry (fill, grid, complaint);
}

XR_FORM_DEFINE (complaint_record, .id = "complaint-record", .title = "信访举报登记表",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (9) | XR_AT_STAGE (7),
                .kind = XR_PAPER_SHEET, .flags = XR_FORM_SEALED, .table = "complaint",
                .fill = fill_record)
