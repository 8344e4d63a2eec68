/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F31 发文稿纸: the cover on which a paper that goes out is checked and signed: the announcement, and each notice of
 * appointment. What only people know is written by hand. */

#include "config.h"

#include "forms/papers/common.h"
#include "forms/papers/notice.h"

/* Row 0 is the announcement. */
static void
list_sheets (XrOffice *office, gint64 round, GArray *subjects)
{
  XrFormSubject announcement = { 0 };

  g_array_append_val (subjects, announcement);
  xr_notice_list (office, round, subjects);
}

static const char *
say_title (XrFill *fill, XrRow *appointment)
{
  XrRow *round = xr_fill_load (fill, "round", xr_fill_round (fill));

  if (appointment != NULL)
    return xr_fill_printf (fill, "关于%s同志职务任免的通知",
                           xr_notice_people (fill, xr_notice_rows (fill, appointment)));
  return xr_fill_printf (fill, "%s公告", xr_fill_get (round, "title"));
}

static void
add_head (XrFill *fill, XrGrid *grid, XrRow *appointment)
{
  XrRow *round = xr_fill_load (fill, "round", xr_fill_round (fill));

  xr_grid_row (grid, 12);
  xr_grid_pair (grid, "发文字号", 3, xr_fill_get (appointment, "notice_number"));
  xr_grid_pair (grid, "密级", 1, NULL);
  xr_grid_row (grid, 12);
  xr_grid_pair (grid, "成文日期", 3,
                appointment != NULL ? xr_fill_date (fill, appointment, "notice_on")
                                    : xr_fill_date (fill, round, "announced_on"));
  xr_grid_pair (grid, "紧急程度", 1, NULL);
}

/* A label over what is written below it: opinions with a signature and a day. */
static void
add_opinions (XrGrid *grid, const char *left, const char *right)
{
  static const char foot[] = "签名：　　　　　　年　　月　　日";
  XrGridCell *cell = NULL;

  xr_grid_row (grid, 32);
  xr_grid_label (grid, 1, left);
  cell = xr_grid_words (grid, 2, foot);
  cell->place = XR_PLACE_BOTTOM;
  xr_grid_label (grid, 1, right);
  cell = xr_grid_words (grid, 2, foot);
  cell->place = XR_PLACE_BOTTOM;
}

static void
fill_sheet (XrFill *fill)
{
  XrRow *appointment = xr_fill_row (fill);
  XrGrid *grid = xr_fill_grid (fill, "表", 24, 32, 29, 24, 24, 37);

  add_head (fill, grid, appointment);
  add_opinions (grid, "签发", "会签");
  add_opinions (grid, "主办单位\n负责人核稿", "办公室\n核稿");
  xr_grid_row (grid, 12);
  xr_grid_pair (grid, "主办单位", 2, NULL);
  xr_grid_pair (grid, "拟稿人及\n电话", 2, NULL);
  xr_common_long (grid, "标题", say_title (fill, appointment), 24);
  xr_common_long (grid, "附件", NULL, 20);
  xr_common_long (grid, "主送", NULL, 20);
  xr_common_long (grid, "抄送", NULL, 20);
  xr_grid_row (grid, 12);
  xr_grid_pair (grid, "打字", 1, NULL);
  xr_grid_pair (grid, "校对", 1, NULL);
  xr_grid_pair (grid, "印数", 1, NULL);
}

XR_FORM_DEFINE (draft_sheet, .id = "draft-sheet", .title = "发文稿纸", .scope = XR_SCOPE_ROUND,
                .stages = XR_AT_STAGE (1) | XR_AT_STAGE (10), .kind = XR_PAPER_SHEET,
                .table = "appointment", .subjects = list_sheets, .fill = fill_sheet)
