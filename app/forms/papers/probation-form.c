/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F29 试用期满考核表: how the trial went and what was decided at its end. */

#include "config.h"

#include "forms/papers/common.h"

static int
outcome_of (XrRow *appointment)
{
  static const char *const ids[] = { "confirmed", "extended", "removed" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_strcmp0 (xr_fill_get (appointment, "outcome"), ids[i]) == 0)
      return (int) i;
  return -1;
}

static void
add_ballot (XrGrid *grid)
{
  static const char *const heads[] = { "应到", "实到", "优秀", "称职", "基本称职", "不称职" };

  xr_grid_row (grid, 9);
  xr_grid_go_down (grid, xr_grid_label (grid, 1, "民主测评"), 3);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_grid_label (grid, 1, heads[i]);
  for (guint row = 0; row < 2; row++)
    {
      xr_grid_row (grid, 9);
      for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
        if (row == 0)
          xr_grid_value (grid, 1, NULL);
        else
          xr_grid_words (grid, 1, i < 2 ? NULL : "　　　%");
    }
}

static void
add_outcome (XrFill *fill, XrGrid *grid, XrRow *appointment)
{
  xr_grid_row (grid, 10);
  xr_grid_label (grid, 1, "考核结果");
  xr_grid_checks (grid, 3, "胜任，正式任职|基本胜任，延长试用|不胜任，免去职务",
                  outcome_of (appointment));
  xr_grid_label (grid, 1, "延长月数");
  xr_grid_value (grid, 2, xr_common_count (fill, appointment, "extended_months", "个月"));
  xr_grid_row (grid, 10);
  xr_grid_label (grid, 1, "决定日期");
  xr_grid_value (grid, 3, xr_fill_date (fill, appointment, "outcome_on"));
  xr_grid_label (grid, 1, "说明");
  xr_grid_value (grid, 2, xr_fill_get (appointment, "outcome_note"));
}

static void
fill_form (XrFill *fill)
{
  XrRow *appointment = xr_fill_row (fill);
  XrRow *person = xr_fill_candidate (fill);
  XrGrid *grid = xr_fill_grid (fill, "表", 26, 24, 24, 24, 24, 24, 24);
  const char *until = appointment
                        ? xr_fill_day (fill, xr_appointment_probation_end (
                                               xr_fill_office (fill), xr_row_get_id (appointment)))
                        : NULL;

  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "姓名", 1, xr_fill_get (person, "name"));
  xr_grid_pair (grid, "性别", 1, xr_fill_get (person, "sex"));
  xr_grid_pair (grid, "出生年月", 2, xr_common_born (fill, person));
  xr_grid_row (grid, 10);
  xr_grid_label (grid, 1, "试任职务");
  xr_grid_value (grid, 3, xr_fill_get (xr_fill_post (fill), "name"));
  xr_grid_label (grid, 1, "通知文号");
  xr_grid_value (grid, 2, xr_fill_get (appointment, "notice_number"));
  xr_grid_row (grid, 10);
  xr_grid_label (grid, 1, "试用期起");
  xr_grid_value (grid, 3, xr_fill_date (fill, appointment, "notice_on"));
  xr_grid_label (grid, 1, "试用期止");
  xr_grid_value (grid, 2, until);
  xr_common_long (grid, "本人述职\n要点", NULL, 45);
  add_ballot (grid);
  xr_common_long (grid, "个别谈话\n情况", NULL, 28);
  xr_common_opinion (grid, "考察组意见", "考察组负责人签名：　　　　　　年　　月　　日", 26);
  add_outcome (fill, grid, appointment);
  xr_common_opinion (grid, "党委（党组）\n意见", "（盖章）　　　　　　年　　月　　日", 28);
}

XR_FORM_DEFINE (probation_form, .id = "probation-form", .title = "试用期满考核表",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (10), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED, .table = "appointment", .fill = fill_form)
