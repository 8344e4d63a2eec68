/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F9 民主测评汇总表: how many marks of each grade everybody has, element by element and over all, then group by
 * group. Groups of few voters are withheld in the whole paper. */

#include "config.h"

#include "core/rational.h"
#include "forms/papers/account.h"
#include "forms/papers/common.h"
#include "round/ballots.h"
#include "rules/withhold.h"

#define BLANK_PEOPLE 4
#define ALL          (-1) /* of groups, elements and grades */

typedef struct
{
  XrFill *fill;
  XrGrid *grid;
  gint64 component;
  GPtrArray *grades;     /* XrRow, best first; empty: the component takes points */
  GPtrArray *dimensions; /* XrRow */
  GPtrArray *groups;     /* XrRow */
  GPtrArray *people;     /* XrRow of candidate, by strokes */
  GArray *counts;        /* XrGradeCount */
} Summary;

static void
list_summaries (XrOffice *office, gint64 round, GArray *subjects)
{
  static const char *const methods[] = { "graded", NULL };

  xr_common_components (office, round, methods, subjects);
}

/* ---- counting */

static XrDecimal
points_of (XrRow *grade)
{
  XrDecimal points = XR_DECIMAL_ZERO;

  if (xr_row_get (grade, "points") != NULL)
    xr_decimal_parse (xr_row_get (grade, "points"), &points, NULL);
  return points;
}

static int
compare_grades (gconstpointer a, gconstpointer b)
{
  return xr_decimal_compare (points_of (*(XrRow **) b), points_of (*(XrRow **) a));
}

/* Marks of a person; @group, @dimension: ids, or ALL; the best @n_grades grades only, or ALL. */
static gint64
count_marks (const Summary *self, XrRow *person, gint64 group, gint64 dimension, int n_grades)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->counts->len; i++)
    {
      const XrGradeCount *count = &g_array_index (self->counts, XrGradeCount, i);
      gboolean counts = n_grades == ALL;
      if (count->candidate != xr_row_get_id (person) || (group != ALL && count->group != group)
          || (dimension != ALL && count->dimension != dimension))
        continue;
      for (int j = 0; j < n_grades && j < (int) self->grades->len; j++)
        counts |= xr_decimal_compare (count->points, points_of (self->grades->pdata[j])) == 0;
      sum += counts ? count->votes : 0;
    }
  return sum;
}

/* How many people of a group marked the person: the most marks in one element. */
static gint64
count_voters (const Summary *self, XrRow *person, XrRow *group)
{
  gint64 most = 0;

  for (guint i = 0; i < self->dimensions->len; i++)
    most = MAX (most, count_marks (self, person, xr_row_get_id (group),
                                   xr_row_get_id (self->dimensions->pdata[i]), ALL));
  return most;
}

/* Groups that are shown of nobody, as they may not be shown of somebody. (transfer full) */
static gboolean *
find_withheld (const Summary *self)
{
  guint n = self->groups->len;
  const char *said = xr_fill_setting (self->fill, "fewest_shown");
  int fewest = said != NULL ? atoi (said) : XR_FEWEST_SHOWN;
  gboolean *withheld = g_new0 (gboolean, MAX (n, 1));
  g_autofree gboolean *one = g_new0 (gboolean, MAX (n, 1));
  g_autofree gint64 *voters = g_new0 (gint64, MAX (n, 1));

  for (guint i = 0; i < self->people->len; i++)
    {
      for (guint j = 0; j < n; j++)
        voters[j] = count_voters (self, self->people->pdata[i], self->groups->pdata[j]);
      xr_withhold (voters, n, fewest, one);
      for (guint j = 0; j < n; j++)
        withheld[j] |= one[j];
    }
  return withheld;
}

/* ---- tables */

/* "优秀率", "称职及以上率" */
static const char *
rate_name (const Summary *self, guint grade)
{
  return xr_fill_printf (self->fill, "%s%s率", xr_fill_get (self->grades->pdata[grade], "name"),
                         grade > 0 ? "\n及以上" : "");
}

/* Columns that tell of marks: two a grade, how many marks, two rates; or marks and mean. */
static guint
count_columns (const Summary *self)
{
  return self->grades->len > 0 ? 2 * self->grades->len + 1 + MIN (self->grades->len, 2) : 2;
}

static void
begin_table (Summary *self, const char *name, const char *third, gboolean has_score)
{
  guint n = 3 + count_columns (self) + (has_score ? 1 : 0);
  g_autofree double *widths = g_new (double, n);

  for (guint i = 0; i < n; i++)
    widths[i] = i < 3 + 2 * self->grades->len && i % 2 == 1 ? 13 : 16;
  widths[0] = 10;
  widths[1] = 24;
  widths[2] = 26;
  self->grid = xr_fill_new_grid (self->fill, name, widths, n);
  self->grid->size = 9;
  xr_grid_row (self->grid, 7);
  xr_grid_repeat_row (self->grid);
  for (guint i = 0; i < 3; i++)
    {
      XrGridCell *cell = xr_grid_label (self->grid, 1, i == 0 ? "序号" : i == 1 ? "姓名" : third);
      cell->face = XR_FACE_HEI;
      xr_grid_go_down (self->grid, cell, 2);
    }
}

static void
add_tall_head (Summary *self, const char *text)
{
  XrGridCell *cell = xr_grid_label (self->grid, 1, text);

  cell->face = XR_FACE_HEI;
  xr_grid_go_down (self->grid, cell, 2);
}

static void
add_heads (Summary *self, const char *name, const char *third, gboolean has_score)
{
  begin_table (self, name, third, has_score);
  for (guint i = 0; i < self->grades->len; i++)
    xr_common_head (self->grid, 2, xr_fill_get (self->grades->pdata[i], "name"));
  add_tall_head (self, "有效\n评价");
  if (self->grades->len == 0)
    add_tall_head (self, "平均分");
  for (guint i = 0; i < MIN (self->grades->len, 2); i++)
    add_tall_head (self, rate_name (self, i));
  if (has_score)
    add_tall_head (self, "得分");
  xr_grid_row (self->grid, 7);
  xr_grid_repeat_row (self->grid);
  for (guint i = 0; i < self->grades->len; i++)
    {
      xr_common_head (self->grid, 1, "票数");
      xr_common_head (self->grid, 1, "占比");
    }
}

static void
add_number (Summary *self, const char *field, const char *text)
{
  XrGridCell *cell = xr_grid_value (self->grid, 1, text);

  cell->field = field;
  cell->number = TRUE;
}

/* The mean of the points, for a component without grades. */
static const char *
say_mean (const Summary *self, XrRow *person, gint64 group, gint64 dimension)
{
  g_autoptr (XrRational) mean = NULL;
  gint64 marks = 0, units = 0;

  for (guint i = 0; i < self->counts->len; i++)
    {
      const XrGradeCount *count = &g_array_index (self->counts, XrGradeCount, i);
      if (count->candidate != xr_row_get_id (person) || (group != ALL && count->group != group)
          || (dimension != ALL && count->dimension != dimension))
        continue;
      marks += count->votes;
      units += count->votes * count->points.units;
    }
  if (marks == 0)
    return NULL;
  mean = xr_rational_new_fraction (units, marks * XR_DECIMAL_SCALE);
  return xr_fill_decimal (self->fill, xr_rational_round (mean, 2, XR_ROUNDING_HALF_AWAY), 2);
}

/* The figures of a row; @person NULL: empty. */
static void
add_figures (Summary *self, XrRow *person, gint64 group, gint64 dimension)
{
  gint64 before = 0, all = person ? count_marks (self, person, group, dimension, ALL) : 0;

  for (guint i = 0; i < self->grades->len; i++)
    {
      gint64 up_to = person ? count_marks (self, person, group, dimension, (int) i + 1) : 0;
      add_number (self, "票数",
                  all > 0 ? xr_fill_printf (self->fill, "%d", (int) (up_to - before)) : NULL);
      add_number (self, "占比", xr_common_share (self->fill, up_to - before, all));
      before = up_to;
    }
  add_number (self, "有效评价", all > 0 ? xr_fill_printf (self->fill, "%d", (int) all) : NULL);
  if (self->grades->len == 0)
    add_number (self, "平均分", person ? say_mean (self, person, group, dimension) : NULL);
  for (guint i = 0; i < MIN (self->grades->len, 2); i++)
    add_number (
      self, "比率",
      xr_common_share (
        self->fill, person ? count_marks (self, person, group, dimension, (int) i + 1) : 0, all));
}

static const char *
say_score (const Summary *self, XrRow *person)
{
  GPtrArray *applications = xr_fill_rows (self->fill, "application", "candidate_id",
                                          person ? xr_row_get_id (person) : 0);

  for (guint i = 0; i < applications->len; i++)
    {
      const XrCase *contest = NULL;
      const XrStanding *standing = xr_fill_standing (
        self->fill, xr_row_get_id (applications->pdata[i]), &contest);
      for (guint j = 0; standing != NULL && j < contest->plan->components->len; j++)
        {
          const XrComponent *one = g_ptr_array_index (contest->plan->components, j);
          if (one->id == self->component && standing->components[j].has_value)
            return xr_fill_decimal (self->fill, standing->components[j].value, one->places);
        }
    }
  return NULL;
}

/* Number and name, over as many rows. */
static void
add_name (Summary *self, guint number, XrRow *person, guint rows)
{
  XrGridCell *cell = xr_grid_words (self->grid, 1, xr_fill_printf (self->fill, "%u", number));

  xr_grid_go_down (self->grid, cell, rows);
  cell = xr_grid_value (self->grid, 1, xr_fill_get (person, "name"));
  cell->field = "姓名";
  xr_grid_go_down (self->grid, cell, rows);
}

static void
add_person (Summary *self, guint number, XrRow *person)
{
  guint n = MAX (self->dimensions->len, 1), rows = n + (n > 1 ? 1 : 0);

  for (guint i = 0; i < rows; i++)
    {
      XrRow *dimension = i < self->dimensions->len ? self->dimensions->pdata[i] : NULL;
      xr_grid_row (self->grid, 7);
      if (i == 0)
        add_name (self, number, person, rows);
      xr_grid_words (self->grid, 1, dimension ? xr_fill_get (dimension, "name") : "合计");
      add_figures (self, person, ALL, dimension ? xr_row_get_id (dimension) : ALL);
      if (i == 0)
        {
          XrGridCell *cell = xr_grid_value (self->grid, 1, say_score (self, person));
          cell->field = "得分";
          cell->number = TRUE;
          xr_grid_go_down (self->grid, cell, rows);
        }
    }
}

static void
add_groups_of (Summary *self, guint number, XrRow *person, const gboolean *withheld)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      XrRow *group = self->groups->pdata[i];
      xr_grid_row (self->grid, 7);
      if (i == 0)
        add_name (self, number, person, self->groups->len);
      xr_grid_words (self->grid, 1, xr_fill_get (group, "name"));
      if (withheld[i])
        xr_grid_value (self->grid, count_columns (self), XR_ACCOUNT_WITHHELD)->field = "票数";
      else
        add_figures (self, person, xr_row_get_id (group), ALL);
    }
}

/* ---- the paper */

/* Everybody who has a mark, by strokes. */
static GPtrArray *
list_people (const Summary *self)
{
  GPtrArray *people = xr_fill_rows (self->fill, "candidate", "round_id",
                                    xr_fill_round (self->fill));

  for (guint i = people->len; i > 0; i--)
    if (count_marks (self, people->pdata[i - 1], ALL, ALL, ALL) == 0)
      g_ptr_array_remove_index (people, i - 1);
  xr_fill_sort_by_strokes (self->fill, people);
  return people;
}

static void
fill_tables (Summary *self)
{
  g_autofree gboolean *withheld = find_withheld (self);
  guint n = self->people->len > 0 ? self->people->len : BLANK_PEOPLE;

  add_heads (self, "汇总表", "测评内容", TRUE);
  for (guint i = 0; i < n; i++)
    add_person (self, i + 1, i < self->people->len ? self->people->pdata[i] : NULL);
  xr_fill_words (self->fill, "分组表", NULL);
  if (self->groups->len < 2)
    return;
  add_heads (self, "分组表", "组别", FALSE);
  for (guint i = 0; i < n; i++)
    add_groups_of (self, i + 1, i < self->people->len ? self->people->pdata[i] : NULL, withheld);
}

static void
fill_summary (XrFill *fill)
{
  gint64 id = xr_fill_subject (fill)->component;
  XrRow *component = xr_fill_load (fill, "component", id);
  const char *fewest = xr_fill_setting (fill, "fewest_shown");
  gboolean filled = xr_common_is_filled (fill) && component != NULL;
  g_autoptr (GArray) counts = filled ? xr_grade_counts (xr_fill_office (fill), id)
                                     : g_array_new (FALSE, FALSE, sizeof (XrGradeCount));
  Summary self = { .fill = fill,
                   .component = id,
                   .grades = xr_fill_rows (fill, "grade", "component_id", id),
                   .dimensions = xr_fill_rows (fill, "dimension", "component_id", id),
                   .groups = xr_fill_rows (fill, "voter_group", "component_id", id),
                   .counts = counts };

  g_ptr_array_sort (self.grades, compare_grades);
  self.people = list_people (&self);
  xr_fill_words (fill, "项目", component ? xr_fill_get (component, "name") : "");
  xr_fill_words (fill, "公开人数", fewest ? fewest : G_STRINGIFY (XR_FEWEST_SHOWN));
  xr_account_fill (fill);
  fill_tables (&self);
}

XR_FORM_DEFINE (evaluation_summary, .id = "evaluation-summary", .title = "民主测评汇总表",
                .scope = XR_SCOPE_ROUND, .stages = XR_AT_STAGE (5) | XR_AT_STAGE (7),
                .kind = XR_PAPER_WIDE, .flags = XR_FORM_SEALED | XR_FORM_LIST,
                .subjects = list_summaries, .fill = fill_summary)
