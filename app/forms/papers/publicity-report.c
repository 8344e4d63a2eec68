/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F25 公示情况报告: what came in while the notice stood, and what it led to. */

#include "config.h"

#include "forms/papers/common.h"

static void
add_complaint (XrFill *fill, XrGrid *grid, XrRow *row)
{
  XrRow *person = row ? xr_fill_person_of (fill, xr_row_get_int (row, "application_id")) : NULL;

  xr_grid_row (grid, 10);
  xr_grid_value (grid, 1, row ? xr_fill_printf (fill, "%d", (int) xr_row_get_id (row)) : NULL)
    ->field
    = "编号";
  xr_grid_value (grid, 1, xr_fill_date (fill, row, "received_on"))->field = "日期";
  xr_grid_value (grid, 1, xr_fill_get (person, "name"))->field = "被反映人";
  xr_grid_value (grid, 1, xr_fill_get (row, "matter"))->align = XR_ALIGN_LEFT;
  xr_grid_value (grid, 1, xr_fill_get (row, "inquiry"))->align = XR_ALIGN_LEFT;
  xr_grid_value (grid, 1,
                 xr_fill_word (xr_fill_get (row, "outcome"),
                               "open=待查;unfounded=未查实;minor=查实不影响;proved=查实影响"))
    ->field
    = "结论";
}

static void
fill_complaints (XrFill *fill)
{
  static const char *const heads[] = { "编号", "日期", "被反映人", "反映内容", "查核情况", "结论" };
  GPtrArray *rows = xr_fill_rows (fill, "complaint", "round", xr_fill_round (fill));
  XrGrid *grid = xr_fill_grid (fill, "反映表", 12, 26, 24, 42, 44, 22);
  guint n = 0, open = 0, proved = 0;

  xr_grid_row (grid, 9);
  xr_grid_repeat_row (grid);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_common_head (grid, 1, heads[i]);
  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      if (xr_row_get_int (row, "stage") != 9)
        continue;
      n++;
      open += g_strcmp0 (xr_fill_get (row, "outcome"), "open") == 0;
      proved += g_strcmp0 (xr_fill_get (row, "outcome"), "proved") == 0;
      add_complaint (fill, grid, row);
    }
  for (guint i = n; i < 4; i++)
    add_complaint (fill, grid, NULL);
  xr_fill_text (fill, "件数", xr_fill_printf (fill, "%u", n));
  xr_fill_text (fill, "结论",
                n == 0       ? "公示期间没有收到反映"
                : open > 0   ? "尚有反映没有查清，任职手续暂缓办理"
                : proved > 0 ? "查实影响任用的，取消其拟任资格"
                             : "反映的问题均已查清，不影响任用");
}

static void
fill_report (XrFill *fill)
{
  XrRow *publicity = xr_fill_row (fill);
  g_autoptr (GArray) chosen = g_array_new (FALSE, TRUE, sizeof (XrFormSubject));
  g_autoptr (GString) names = g_string_new (NULL);

  xr_common_chosen (xr_fill_office (fill), xr_fill_round (fill), chosen);
  for (guint i = 0; i < chosen->len; i++)
    {
      XrRow *person = xr_fill_person_of (fill,
                                         g_array_index (chosen, XrFormSubject, i).application);
      g_string_append_printf (names, "%s%s", i > 0 ? "、" : "", xr_fill_get (person, "name"));
    }
  xr_fill_text (fill, "公示对象", names->len > 0 ? xr_fill_keep (fill, names->str) : NULL);
  xr_common_period (fill, publicity);
  xr_fill_text (fill, "公示地点", xr_fill_get (publicity, "places"));
  fill_complaints (fill);
}

XR_FORM_DEFINE (publicity_report, .id = "publicity-report", .title = "公示情况报告",
                .scope = XR_SCOPE_ROUND, .stages = XR_AT_STAGE (9), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED, .table = "publicity", .fill = fill_report)
