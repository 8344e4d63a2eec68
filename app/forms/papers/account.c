/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 应到 … 无效: the account of the ballots of a component by groups of voters, as every paper on votes has it. */

#include "config.h"

#include "forms/papers/account.h"

#include "forms/papers/common.h"

static const char *const counts[] = { "due", "present", "issued", "returned", "valid", "invalid" };

/* The sum over the groups, NULL where one of them has no count. */
static const char *
sum_counts (XrFill *fill, GPtrArray *groups, const char *field)
{
  gint64 sum = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      XrRow *group = g_ptr_array_index (groups, i);
      if (xr_fill_get (group, field) == NULL)
        return NULL;
      sum += xr_row_get_int (group, field);
    }
  return groups->len > 0 ? xr_fill_printf (fill, "%d", (int) sum) : NULL;
}

static void
fill_counts (XrFill *fill)
{
  static const char *const heads[] = { "组别", "应到", "实到", "发出", "收回", "有效", "无效" };
  GPtrArray *groups = xr_fill_rows (fill, "voter_group", "component_id",
                                    xr_fill_subject (fill)->component);
  XrGrid *grid = xr_fill_grid (fill, "票数表", 50, 20, 20, 20, 20, 20, 20);

  xr_grid_row (grid, 9);
  xr_grid_repeat_row (grid);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_common_head (grid, 1, heads[i]);
  for (guint i = 0; i < groups->len; i++)
    {
      XrRow *group = g_ptr_array_index (groups, i);
      xr_grid_row (grid, 9);
      xr_grid_words (grid, 1, xr_fill_get (group, "name"));
      for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
        xr_grid_value (grid, 1, xr_fill_get (group, counts[j]))->field = heads[j + 1];
    }
  xr_grid_row (grid, 9);
  xr_grid_words (grid, 1, "合计");
  for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
    xr_grid_value (grid, 1, sum_counts (fill, groups, counts[j]))->field = heads[j + 1];
}

/* 收回 ≤ 发出 in every group, where both are known. */
static const char *
say_validity (XrFill *fill)
{
  GPtrArray *groups = xr_fill_rows (fill, "voter_group", "component_id",
                                    xr_fill_subject (fill)->component);

  for (guint i = 0; i < groups->len; i++)
    {
      XrRow *group = g_ptr_array_index (groups, i);
      if (xr_fill_get (group, "issued") == NULL || xr_fill_get (group, "returned") == NULL)
        return NULL;
      if (xr_row_get_int (group, "returned") > xr_row_get_int (group, "issued"))
        return "收回的票多于发出的票，本次投票无效";
    }
  return groups->len > 0 ? "收回的票不多于发出的票，本次投票有效" : NULL;
}

void
xr_account_fill (XrFill *fill)
{
  xr_fill_text (fill, "有效性", say_validity (fill));
  fill_counts (fill);
}
