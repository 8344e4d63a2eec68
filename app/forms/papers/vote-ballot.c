/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F21 表决票: one sheet with everybody who is put to the meeting. It bears no name of a voter, no number, no
 * seal and no time. */

#include "config.h"

#include "forms/papers/common.h"

static void
add_name (XrGrid *grid, const char *name, const char *now, const char *post)
{
  xr_grid_row (grid, 14);
  xr_grid_value (grid, 1, name)->field = "姓名";
  xr_grid_value (grid, 1, now)->field = "现任职务";
  xr_grid_value (grid, 1, post)->field = "拟任职务";
  xr_grid_checks (grid, 1, "同意", -1);
  xr_grid_checks (grid, 1, "不同意", -1);
  xr_grid_checks (grid, 1, "缓议", -1);
}

static void
fill_ballot (XrFill *fill)
{
  static const char *const heads[] = { "姓名", "现任职务", "拟任职务", "同意", "不同意", "缓议" };
  g_autoptr (GArray) subjects = g_array_new (FALSE, TRUE, sizeof (XrFormSubject));
  XrGrid *grid = xr_fill_grid (fill, "表", 26, 42, 42, 19, 22, 19);
  guint n = 0;

  xr_grid_row (grid, 11);
  xr_grid_repeat_row (grid);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_common_head (grid, 1, heads[i]);
  xr_common_shortlisted (xr_fill_office (fill), xr_fill_round (fill), subjects);
  for (guint i = 0; xr_common_is_filled (fill) && i < subjects->len; i++)
    {
      const XrFormSubject *subject = &g_array_index (subjects, XrFormSubject, i);
      XrRow *application = xr_fill_load (fill, "application", subject->application);
      XrRow *person = xr_fill_person_of (fill, subject->application);

      if (g_strcmp0 (xr_fill_get (application, "state"), "active") != 0)
        continue;
      add_name (grid, xr_fill_get (person, "name"), xr_common_position (fill, person),
                xr_fill_get (xr_fill_load (fill, "post", subject->post), "name"));
      n++;
    }
  for (; n < 1 || (n < 8 && !xr_common_is_filled (fill)); n++)
    add_name (grid, NULL, NULL, NULL);
}

XR_FORM_DEFINE (vote_ballot, .id = "vote-ballot", .title = "表决票", .scope = XR_SCOPE_ROUND,
                .stages = XR_AT_STAGE (8), .kind = XR_PAPER_SHEET, .flags = XR_FORM_BALLOT,
                .fill = fill_ballot)
