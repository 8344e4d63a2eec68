/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F10 民主推荐票: names in their order of preference, or yes and no to each name. It bears no name of a voter,
 * no number, no seal and no time. */

#include "config.h"

#include "forms/papers/common.h"

static void
append_groups (XrOffice *office, XrFormSubject subject, GArray *subjects)
{
  g_autoptr (GPtrArray) groups = xr_office_query (office, xr_table_find ("voter_group"),
                                                  "component_id", subject.component);

  for (guint i = 0; i < groups->len; i++)
    {
      subject.group = xr_row_get_id (g_ptr_array_index (groups, i));
      g_array_append_val (subjects, subject);
    }
  if (groups->len == 0)
    g_array_append_val (subjects, subject);
}

static void
list_ballots (XrOffice *office, gint64 round, GArray *subjects)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, xr_table_find ("component"), "round_id",
                                                round);
  g_autoptr (GPtrArray) posts = xr_office_query (office, xr_table_find ("post"), "round_id", round);

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      const char *method = xr_row_get (row, "method");
      for (guint j = 0; j < posts->len; j++)
        {
          XrFormSubject subject = { .post = xr_row_get_id (g_ptr_array_index (posts, j)),
                                    .component = xr_row_get_id (row) };
          if (g_strcmp0 (method, "ranked") == 0 || g_strcmp0 (method, "share") == 0)
            append_groups (office, subject, subjects);
        }
    }
}

/* The places of a ranked ballot, 0 where the component is none. */
static guint
count_places (XrFill *fill, XrRow *component)
{
  GPtrArray *points = xr_fill_rows (fill, "place_points", "component_id",
                                    component ? xr_row_get_id (component) : 0);
  gint64 most = 0;

  for (guint i = 0; i < points->len; i++)
    most = MAX (most, xr_row_get_int (g_ptr_array_index (points, i), "place"));
  return g_strcmp0 (xr_fill_get (component, "method"), "share") == 0 ? 0 : MAX (most, 1);
}

static void
fill_places (XrFill *fill, guint n)
{
  XrGrid *grid = xr_fill_grid (fill, "表", 40, 120);

  xr_grid_row (grid, 11);
  xr_common_head (grid, 1, "推荐名次");
  xr_common_head (grid, 1, "推荐人选姓名");
  for (guint i = 0; i < n; i++)
    {
      xr_grid_row (grid, 14);
      xr_grid_words (grid, 1, xr_fill_printf (fill, "第%u名", i + 1));
      xr_grid_value (grid, 1, NULL);
    }
}

static void
add_name (XrGrid *grid, const char *name, const char *position)
{
  xr_grid_row (grid, 12);
  xr_grid_value (grid, 1, name)->field = "姓名";
  xr_grid_value (grid, 1, position)->field = "现任职务";
  xr_grid_checks (grid, 1, "同意", -1);
  xr_grid_checks (grid, 1, "不同意", -1);
  xr_grid_checks (grid, 1, "弃权", -1);
}

static void
fill_names (XrFill *fill, GPtrArray *applicants)
{
  static const char *const heads[] = { "姓名", "现任职务", "同意", "不同意", "弃权" };
  XrGrid *grid = xr_fill_grid (fill, "表", 32, 62, 24, 26, 24);

  xr_grid_row (grid, 11);
  xr_grid_repeat_row (grid);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_common_head (grid, 1, heads[i]);
  for (guint i = 0; i < applicants->len; i++)
    {
      XrRow *person = xr_fill_person_of (fill, xr_row_get_id (g_ptr_array_index (applicants, i)));
      add_name (grid, xr_fill_get (person, "name"), xr_common_position (fill, person));
    }
  for (guint i = 0; applicants->len == 0 && i < 8; i++)
    add_name (grid, NULL, NULL);
  xr_grid_row (grid, 12);
  xr_grid_label (grid, 1, "另选他人");
  xr_grid_value (grid, 4, NULL);
}

/* Whom one may name, by strokes. */
static const char *
join_names (XrFill *fill, GPtrArray *applicants)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < applicants->len; i++)
    {
      XrRow *person = xr_fill_person_of (fill, xr_row_get_id (g_ptr_array_index (applicants, i)));
      g_string_append_printf (names, "%s%s", i > 0 ? "、" : "", xr_fill_get (person, "name"));
    }
  return names->len > 0 ? xr_fill_keep (fill, names->str) : NULL;
}

static void
fill_ballot (XrFill *fill)
{
  const XrFormSubject *subject = xr_fill_subject (fill);
  XrRow *component = xr_fill_load (fill, "component", subject->component);
  XrRow *post = xr_fill_load (fill, "post", subject->post);
  GPtrArray *applicants = xr_fill_applicants (fill, subject->post, TRUE);
  guint places = count_places (fill, component);

  xr_fill_words (fill, "项目", component ? xr_fill_get (component, "name") : "民主推荐");
  xr_fill_words (fill, "组别",
                 xr_fill_get (xr_fill_load (fill, "voter_group", subject->group), "name"));
  xr_fill_words (fill, "职数", xr_fill_get (post, "vacancies"));
  xr_fill_text (fill, "参考名单", places > 0 ? join_names (fill, applicants) : NULL);
  xr_fill_words (
    fill, "填写说明",
    places > 0
      ? xr_fill_printf (fill,
                        "最多推荐%u名，按推荐先后填写姓名，同一人不得重复填写；超过规定名额的，"
                        "该票无效；一名也不填的，视为弃权。",
                        places)
      : "对每名人选只选一项，在相应的□内画“√”；不选的视为弃权，选两项以上的对该人选无效。"
        "同意的人数不受限制时，可以另选他人。");
  if (places > 0)
    fill_places (fill, places);
  else
    fill_names (fill, applicants);
}

XR_FORM_DEFINE (recommendation_ballot, .id = "recommendation-ballot", .title = "民主推荐票",
                .scope = XR_SCOPE_POST, .stages = XR_AT_STAGE (5), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_BALLOT, .subjects = list_ballots, .fill = fill_ballot)
