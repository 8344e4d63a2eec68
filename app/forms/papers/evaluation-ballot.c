/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F8 民主测评票: one for each graded component, and for each group of voters where the plan counts by
 * group. It bears no name of a voter, no number, no seal and no time. */

#include "config.h"

#include "core/decimal.h"
#include "forms/fill.h"

static void
append_groups (XrOffice *office, gint64 component, GArray *subjects)
{
  g_autoptr (GPtrArray) groups = xr_office_query (office, xr_table_find ("voter_group"),
                                                  "component_id", component);
  XrFormSubject subject = { .component = component };

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

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      if (g_strcmp0 (xr_row_get (row, "method"), "graded") == 0)
        append_groups (office, xr_row_get_id (row), subjects);
    }
}

/* "优秀|称职|…", NULL where the component takes points. */
static const char *
join_grades (XrFill *fill)
{
  GPtrArray *grades = xr_fill_rows (fill, "grade", "component_id",
                                    xr_fill_subject (fill)->component);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < grades->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "",
                            xr_fill_get (g_ptr_array_index (grades, i), "name"));
  return grades->len > 0 ? xr_fill_printf (fill, "%s", names->str) : NULL;
}

/* Everybody still in the running, each once, by strokes. */
static GPtrArray *
list_people (XrFill *fill)
{
  GPtrArray *people = xr_fill_rows (fill, "candidate", "round_id", xr_fill_round (fill));

  for (guint i = people->len; i > 0; i--)
    {
      XrRow *person = g_ptr_array_index (people, i - 1);
      GPtrArray *applications = xr_fill_rows (fill, "application", "candidate_id",
                                              xr_row_get_id (person));
      gboolean active = FALSE;
      for (guint j = 0; j < applications->len; j++)
        active |= g_strcmp0 (xr_fill_get (g_ptr_array_index (applications, j), "state"), "active")
                  == 0;
      if (!active)
        g_ptr_array_remove_index (people, i - 1);
    }
  xr_fill_sort_by_strokes (fill, people);
  return people;
}

static void
add_head (XrGrid *grid, GPtrArray *dimensions)
{
  xr_grid_row (grid, 10);
  xr_grid_repeat_row (grid);
  xr_grid_label (grid, 1, "姓名")->face = XR_FACE_HEI;
  for (guint i = 0; i < dimensions->len; i++)
    xr_grid_label (grid, 1, xr_fill_get (g_ptr_array_index (dimensions, i), "name"))->face
      = XR_FACE_HEI;
  if (dimensions->len == 0)
    xr_grid_label (grid, 1, "总体评价")->face = XR_FACE_HEI;
}

static void
add_person (XrGrid *grid, const char *name, const char *grades, guint n_dimensions)
{
  xr_grid_row (grid, 12);
  xr_grid_value (grid, 1, name)->field = "姓名";
  for (guint i = 0; i < MAX (n_dimensions, 1); i++)
    if (grades != NULL)
      xr_grid_checks (grid, 1, grades, -1);
    else
      xr_grid_digits (grid, 1, "000");
}

static void
fill_table (XrFill *fill, const char *grades)
{
  GPtrArray *dimensions = xr_fill_rows (fill, "dimension", "component_id",
                                        xr_fill_subject (fill)->component);
  GPtrArray *people = list_people (fill);
  guint n = MAX (dimensions->len, 1) + 1;
  g_autofree double *widths = g_new (double, n);
  XrGrid *grid = NULL;

  for (guint i = 0; i < n; i++)
    widths[i] = i == 0 ? 0.8 : 1;
  grid = xr_fill_new_grid (fill, "表", widths, n);
  add_head (grid, dimensions);
  for (guint i = 0; i < people->len; i++)
    add_person (grid, xr_fill_get (g_ptr_array_index (people, i), "name"), grades, dimensions->len);
  for (guint i = 0; people->len == 0 && i < 10; i++)
    add_person (grid, NULL, grades, dimensions->len);
}

static void
fill_ballot (XrFill *fill)
{
  const XrFormSubject *subject = xr_fill_subject (fill);
  XrRow *component = xr_fill_load (fill, "component", subject->component);
  XrRow *group = xr_fill_load (fill, "voter_group", subject->group);
  const char *grades = join_grades (fill);

  xr_fill_words (fill, "项目", component ? xr_fill_get (component, "name") : "");
  xr_fill_words (fill, "组别", xr_fill_get (group, "name"));
  xr_fill_words (fill, "填写说明",
                 grades != NULL
                   ? "每人每项只选一个等次，在相应的□内画“√”；一项也不选的，视为弃权。"
                   : "每人每项填写0分至满分之间的整数，一格一个数字；不填的，视为弃权。");
  fill_table (fill, grades);
}

XR_FORM_DEFINE (evaluation_ballot, .id = "evaluation-ballot", .title = "民主测评票",
                .scope = XR_SCOPE_ROUND, .stages = XR_AT_STAGE (5) | XR_AT_STAGE (7),
                .kind = XR_PAPER_WIDE, .flags = XR_FORM_BALLOT, .subjects = list_ballots,
                .fill = fill_ballot)
