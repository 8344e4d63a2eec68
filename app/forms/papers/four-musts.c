/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F17 凡提四必核查表: the four checks and what else has to be there before a proposal. What is not concluded
 * stays open. */

#include "config.h"

#include "forms/papers/common.h"

static XrRow *
find_check (GPtrArray *checks, const char *kind)
{
  for (guint i = 0; i < checks->len; i++)
    if (g_strcmp0 (xr_fill_get (g_ptr_array_index (checks, i), "kind"), kind) == 0)
      return g_ptr_array_index (checks, i);
  return NULL;
}

static int
conclusion_of (XrRow *check)
{
  static const char *const ids[] = { "clear", "minor", "problem", "not-due" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_strcmp0 (xr_fill_get (check, "conclusion"), ids[i]) == 0)
      return (int) i;
  return -1;
}

/* One check: two rows, its conclusion above what was found. */
static void
add_check (XrFill *fill, XrGrid *grid, const char *label, const char *paper, const char *detail,
           XrRow *check)
{
  xr_grid_row (grid, 10);
  xr_grid_go_down (grid, xr_grid_label (grid, 1, label), 3);
  xr_grid_label (grid, 1, "结论");
  xr_grid_checks (grid, 3, "未发现问题|有情况，不影响任用|有问题，影响任用|不需要",
                  conclusion_of (check));
  xr_grid_row (grid, 9);
  xr_grid_pair (grid, paper, 1, xr_fill_get (check, "paper"));
  xr_grid_pair (grid, "核查人\n及日期", 1,
                check ? xr_fill_printf (fill, "%s　%s", xr_fill_get (check, "done_by"),
                                        xr_fill_date (fill, check, "done_on"))
                      : NULL);
  xr_grid_row (grid, 18);
  xr_grid_pair (grid, detail, 3, xr_fill_get (check, "detail"))->align = XR_ALIGN_LEFT;
}

/* Reports that came in about the person while it was inspected. */
static const char *
say_complaints (XrFill *fill, gint64 application)
{
  GPtrArray *rows = xr_fill_rows (fill, "complaint", "application_id", application);
  guint open = 0;

  for (guint i = 0; i < rows->len; i++)
    open += g_strcmp0 (xr_fill_get (g_ptr_array_index (rows, i), "outcome"), "open") == 0;
  return rows->len > 0
           ? xr_fill_printf (fill, "登记的信访举报%u件，其中待查%u件。", rows->len, open)
           : NULL;
}

static void
fill_checklist (XrFill *fill)
{
  XrRow *person = xr_fill_candidate (fill);
  XrRow *application = xr_fill_application (fill);
  gint64 id = application ? xr_row_get_id (application) : 0;
  GPtrArray *checks = xr_fill_rows (fill, "inspection_check", "application_id", id);
  XrGrid *head = xr_fill_grid (fill, "基本情况", XR_COMMON_SIX);
  XrGrid *grid = xr_fill_grid (fill, "核查表", 30, 24, 46, 24, 46);

  xr_common_identity (fill, head, person);
  add_check (fill, grid, "一、干部人事\n档案必审", "审核表号", "三龄、两历、\n一身份",
             find_check (checks, "archive"));
  add_check (fill, grid, "二、个人有关\n事项报告必核", "查核结果\n文号", "查核情况\n及认定",
             find_check (checks, "personal"));
  add_check (fill, grid, "三、纪检监察\n机关意见必听", "复函文号", "意见",
             find_check (checks, "discipline"));
  add_check (fill, grid, "四、线索具体的\n信访举报必查", "查核报告\n文号", "查核情况",
             find_check (checks, "complaints"));
  add_check (fill, grid, "五、廉洁自律\n结论性意见", "文号", "意见",
             find_check (checks, "integrity"));
  add_check (fill, grid, "六、经济责任\n审计", "审计报告\n文号", "审计结果",
             find_check (checks, "audit"));
  xr_fill_text (fill, "信访登记", say_complaints (fill, id));
}

XR_FORM_DEFINE (four_musts, .id = "four-musts", .title = "凡提四必核查表",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (7), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED, .subjects = xr_common_shortlisted, .fill = fill_checklist)
