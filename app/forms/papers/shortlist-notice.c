/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F33 入围名单公告: who is to be inspected, and how the list was made. */

#include "config.h"

#include "forms/papers/common.h"

static void
add_person (XrFill *fill, XrGrid *grid, const char *post, gint64 application)
{
  XrRow *person = application != 0 ? xr_fill_person_of (fill, application) : NULL;
  const XrCase *contest = NULL;
  const XrStanding *standing = application != 0 ? xr_fill_standing (fill, application, &contest)
                                                : NULL;

  xr_grid_row (grid, 11);
  xr_grid_value (grid, 1, post)->field = "职位";
  xr_grid_value (grid, 1, xr_fill_get (person, "name"))->field = "姓名";
  xr_grid_value (grid, 1, xr_fill_get (person, "number"))->field = "编号";
  xr_grid_value (grid, 1,
                 standing && standing->has_total
                   ? xr_fill_decimal (fill, standing->total, contest->plan->settings.total_places)
                   : NULL)
    ->field
    = "总分";
}

/* Names by strokes: the notice is no ranking. */
static guint
add_post (XrFill *fill, XrGrid *grid, XrRow *post)
{
  g_autoptr (GArray) shortlist = xr_round_shortlist (xr_fill_office (fill), xr_fill_round (fill),
                                                     xr_row_get_id (post));
  GPtrArray *applicants = xr_fill_applicants (fill, xr_row_get_id (post), FALSE);
  guint n = 0;

  for (guint i = 0; i < applicants->len; i++)
    for (guint j = 0; j < shortlist->len; j++)
      {
        gint64 application = xr_row_get_id (g_ptr_array_index (applicants, i));
        if (g_array_index (shortlist, gint64, j) == application && ++n > 0)
          add_person (fill, grid, xr_fill_get (post, "name"), application);
      }
  return n;
}

static void
fill_notice (XrFill *fill)
{
  static const char *const heads[] = { "职位", "姓名", "编号", "总分" };
  GPtrArray *posts = xr_fill_rows (fill, "post", "round_id", xr_fill_round (fill));
  XrGrid *grid = xr_fill_grid (fill, "名单", 66, 36, 24, 30);
  const char *ratio = xr_fill_setting (fill, "shortlist_ratio");
  guint n = 0;

  grid->size = 14;
  xr_grid_row (grid, 12);
  xr_grid_repeat_row (grid);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_common_head (grid, 1, heads[i]);
  for (guint i = 0; i < posts->len; i++)
    n += add_post (fill, grid, g_ptr_array_index (posts, i));
  for (guint i = 0; n == 0 && i < 6; i++)
    add_person (fill, grid, NULL, 0);
  xr_fill_words (fill, "比例", ratio ? ratio : "1:1");
  xr_fill_text (fill, "人数", n > 0 ? xr_fill_printf (fill, "%u", n) : NULL);
  xr_fill_words (fill, "监督电话", xr_fill_setting (fill, "supervision_phone"));
}

XR_FORM_DEFINE (shortlist_notice, .id = "shortlist-notice", .title = "入围名单公告",
                .scope = XR_SCOPE_ROUND, .stages = XR_AT_STAGE (6), .kind = XR_PAPER_DOCUMENT,
                .flags = XR_FORM_SEALED | XR_FORM_STAMPED, .fill = fill_notice)
