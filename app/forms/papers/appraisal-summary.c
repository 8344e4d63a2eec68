/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 平时考核成绩汇总表: scores that come from elsewhere, item by item, as they were entered (F7). */

#include "config.h"

#include "forms/papers/common.h"

static void
list_summaries (XrOffice *office, gint64 round, GArray *subjects)
{
  static const char *const methods[] = { "direct", NULL };

  xr_common_components (office, round, methods, subjects);
}

/* The score that was entered for a person; @dimension 0: the component has none. */
static const char *
find_score (XrFill *fill, GPtrArray *scores, gint64 candidate, gint64 dimension, XrRow *component)
{
  for (guint i = 0; i < scores->len; i++)
    {
      XrRow *row = g_ptr_array_index (scores, i);
      XrDecimal value = XR_DECIMAL_ZERO;
      if (xr_row_get_int (row, "candidate_id") == candidate
          && xr_row_get_int (row, "dimension_id") == dimension
          && xr_decimal_parse (xr_fill_get (row, "value"), &value, NULL))
        return xr_fill_decimal (fill, value, (guint) xr_row_get_int (component, "places"));
    }
  return NULL;
}

static const char *
say_result (XrFill *fill, gint64 application, XrRow *component)
{
  const XrCase *contest = NULL;
  const XrStanding *standing = xr_fill_standing (fill, application, &contest);

  for (guint i = 0; standing != NULL && i < contest->plan->components->len; i++)
    {
      const XrComponent *one = g_ptr_array_index (contest->plan->components, i);
      if (one->id == xr_row_get_id (component) && standing->components[i].has_value)
        return xr_fill_decimal (fill, standing->components[i].value, one->places);
    }
  return NULL;
}

static void
add_row (XrFill *fill, XrGrid *grid, guint number, XrRow *application, GPtrArray *dimensions,
         GPtrArray *scores, XrRow *component)
{
  XrRow *person = application ? xr_fill_person_of (fill, xr_row_get_id (application)) : NULL;
  gint64 candidate = person ? xr_row_get_id (person) : 0;

  xr_grid_row (grid, 9);
  xr_grid_words (grid, 1, xr_fill_printf (fill, "%u", number));
  xr_grid_value (grid, 1, xr_fill_get (person, "name"))->field = "姓名";
  xr_grid_value (grid, 1, xr_fill_get (person, "number"));
  for (guint i = 0; i < dimensions->len; i++)
    xr_grid_value (grid, 1,
                   find_score (fill, scores, candidate,
                               xr_row_get_id (g_ptr_array_index (dimensions, i)), component))
      ->number
      = TRUE;
  if (dimensions->len == 0)
    xr_grid_value (grid, 1, find_score (fill, scores, candidate, 0, component))->number = TRUE;
  xr_grid_value (grid, 1,
                 application ? say_result (fill, xr_row_get_id (application), component) : NULL)
    ->number
    = TRUE;
  xr_grid_value (grid, 1, NULL);
}

static void
add_head (XrGrid *grid, GPtrArray *dimensions)
{
  xr_grid_row (grid, 9);
  xr_grid_repeat_row (grid);
  xr_common_head (grid, 1, "序号");
  xr_common_head (grid, 1, "姓名");
  xr_common_head (grid, 1, "编号");
  for (guint i = 0; i < dimensions->len; i++)
    xr_common_head (grid, 1, xr_fill_get (g_ptr_array_index (dimensions, i), "name"));
  if (dimensions->len == 0)
    xr_common_head (grid, 1, "考核成绩");
  xr_common_head (grid, 1, "得分");
  xr_common_head (grid, 1, "备注");
}

static XrGrid *
make_grid (XrFill *fill, guint n_dimensions)
{
  guint n = MAX (n_dimensions, 1) + 5;
  g_autofree double *widths = g_new (double, n);

  for (guint i = 0; i < n; i++)
    widths[i] = 24;
  widths[0] = 12;
  widths[1] = 28;
  widths[2] = 16;
  return xr_fill_new_grid (fill, "表", widths, n);
}

static void
add_post (XrFill *fill, XrGrid *grid, XrRow *post, GPtrArray *dimensions, GPtrArray *scores,
          XrRow *component)
{
  GPtrArray *applicants = xr_fill_applicants (fill, xr_row_get_id (post), TRUE);
  XrGridCell *cell = NULL;

  if (applicants->len == 0)
    return;
  xr_grid_row (grid, 9);
  g_array_index (grid->rows, XrGridRow, grid->rows->len - 1).keep = TRUE;
  cell = xr_grid_label (grid, grid->widths->len, xr_fill_get (post, "name"));
  cell->align = XR_ALIGN_LEFT;
  cell->face = XR_FACE_HEI;
  for (guint i = 0; i < applicants->len; i++)
    add_row (fill, grid, i + 1, g_ptr_array_index (applicants, i), dimensions, scores, component);
}

static void
fill_summary (XrFill *fill)
{
  XrRow *component = xr_fill_load (fill, "component", xr_fill_subject (fill)->component);
  gint64 id = component ? xr_row_get_id (component) : 0;
  GPtrArray *dimensions = xr_fill_rows (fill, "dimension", "component_id", id);
  GPtrArray *scores = xr_fill_rows (fill, "direct_score", "component_id", id);
  GPtrArray *posts = xr_fill_rows (fill, "post", "round_id", xr_fill_round (fill));
  XrGrid *grid = make_grid (fill, dimensions->len);
  gboolean empty = FALSE;

  xr_fill_words (fill, "项目", component ? xr_fill_get (component, "name") : "平时考核");
  xr_fill_words (fill, "满分", xr_fill_get (component, "full_mark"));
  add_head (grid, dimensions);
  for (guint i = 0; component != NULL && i < posts->len; i++)
    add_post (fill, grid, g_ptr_array_index (posts, i), dimensions, scores, component);
  empty = grid->rows->len == 1;
  for (guint i = 0; empty && i < 15; i++)
    add_row (fill, grid, i + 1, NULL, dimensions, scores, component);
}

XR_FORM_DEFINE (appraisal_summary, .id = "appraisal-summary", .title = "平时考核成绩汇总表",
                .scope = XR_SCOPE_ROUND, .stages = XR_AT_STAGE (5), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .subjects = list_summaries,
                .fill = fill_summary)
