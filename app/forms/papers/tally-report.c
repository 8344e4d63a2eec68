/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F12 计票结果报告单: the account of the ballots, and what they gave each person. Parts that few voters made
 * are withheld just as the window withholds them. */

#include "config.h"

#include "forms/papers/account.h"
#include "forms/papers/common.h"
#include "round/ballots.h"
#include "rules/breakdown.h"
#include "rules/withhold.h"

static void
list_reports (XrOffice *office, gint64 round, GArray *subjects)
{
  static const char *const methods[] = { "graded", "ranked", "share", NULL };

  xr_common_components (office, round, methods, subjects);
}

/* ---- votes */

/* What is counted: grades, places, or yes and no. */
typedef enum
{
  GRADED,
  RANKED,
  SHARE,
} Method;

typedef struct
{
  XrFill *fill;
  XrGrid *grid;
  Method method;
  const XrCase *contest;
  int index;
  const XrComponent *component;
  GArray *means;        /* XrDimensionMean */
  GArray *grade_counts; /* XrGradeCount */
  GPtrArray *groups;    /* an array of XrGroupLine by application */
} Tally;

/* Yes, no and abstentions of all groups together. */
static gboolean
sum_votes (const Tally *self, int candidate, gint64 sums[3])
{
  gboolean any = FALSE;

  sums[0] = sums[1] = sums[2] = 0;
  for (guint i = 0; i < self->contest->votes->len; i++)
    {
      const XrVote *vote = &g_array_index (self->contest->votes, XrVote, i);
      if (vote->component != self->index || vote->candidate != candidate)
        continue;
      any = TRUE;
      sums[0] += vote->yes;
      sums[1] += vote->no;
      sums[2] += vote->abstain;
    }
  return any;
}

/* ---- parts of a score */

typedef struct
{
  const char *name;
  XrDecimal value;
  gint64 voters;
} Part;

/* "name figure；…" with those withheld that the window withholds. */
static const char *
say_parts (const Tally *self, GArray *parts, guint places)
{
  g_autofree gint64 *voters = g_new0 (gint64, MAX (parts->len, 1));
  g_autofree gboolean *withheld = g_new0 (gboolean, MAX (parts->len, 1));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    voters[i] = g_array_index (parts, Part, i).voters;
  xr_withhold (voters, parts->len, self->contest->plan->settings.fewest_shown, withheld);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      g_string_append_printf (text, "%s%s%s", i > 0 ? "；" : "", part->name,
                              withheld[i] ? XR_ACCOUNT_WITHHELD
                                          : xr_fill_decimal (self->fill, part->value, places));
    }
  return text->len > 0 ? xr_fill_keep (self->fill, text->str) : NULL;
}

static const char *
say_dimensions (const Tally *self, const XrStanding *standing)
{
  const XrCandidate *person = g_ptr_array_index (self->contest->candidates, standing->candidate);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < self->component->dimensions->len; i++)
    {
      const XrDimension *dimension = g_ptr_array_index (self->component->dimensions, i);
      for (guint j = 0; j < self->means->len; j++)
        {
          const XrDimensionMean *mean = &g_array_index (self->means, XrDimensionMean, j);
          Part part = { dimension->name, mean->mean, mean->marks };
          if (mean->candidate == person->id && mean->dimension == dimension->id)
            g_array_append_val (parts, part);
        }
    }
  return say_parts (self, parts, 2);
}

static const char *
say_groups (const Tally *self, const XrStanding *standing)
{
  GPtrArray *lines = g_ptr_array_index (self->groups, standing->application);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < lines->len; i++)
    {
      const XrGroupLine *line = g_ptr_array_index (lines, i);
      const XrGroup *group = line->group >= 0
                               ? g_ptr_array_index (self->component->groups, line->group)
                               : NULL;
      Part part = { group != NULL ? group->name : NULL, line->value, line->ballots };
      if (line->has_value && group != NULL)
        g_array_append_val (parts, part);
    }
  return say_parts (self, parts, self->component->places);
}

/* "优秀31　称职32 …": the marks of each grade in all elements together; NULL where points are given. */
static const char *
say_grades (const Tally *self, const XrStanding *standing)
{
  const XrCandidate *person = g_ptr_array_index (self->contest->candidates, standing->candidate);
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 all = 0;

  for (guint i = 0; i < self->component->grades->len; i++)
    {
      const XrGrade *grade = g_ptr_array_index (self->component->grades, i);
      gint64 votes = 0;
      for (guint j = 0; j < self->grade_counts->len; j++)
        {
          const XrGradeCount *count = &g_array_index (self->grade_counts, XrGradeCount, j);
          if (count->candidate == person->id
              && xr_decimal_compare (count->points, grade->points) == 0)
            votes += count->votes;
        }
      g_string_append_printf (text, "%s%s%d", i > 0 ? "；" : "", grade->name, (int) votes);
      all += votes;
    }
  return all > 0 ? xr_fill_keep (self->fill, text->str) : NULL;
}

/* ---- the table */

/* How many ballots name the person, whatever the place. */
static gint64
count_named (const Tally *self, int application)
{
  gint64 n = 0;

  for (guint i = 0; i < self->contest->ranked_sums->len; i++)
    {
      const XrRankedSum *sum = &g_array_index (self->contest->ranked_sums, XrRankedSum, i);
      if (sum->component == self->index && sum->application == application && sum->place > 0)
        n += sum->count;
    }
  return n;
}

/* What was counted for the person, as many cells as the method has counts. */
static void
add_counts (Tally *self, const XrStanding *standing)
{
  gint64 votes[3];
  guint n = self->method == SHARE ? 3 : self->method == RANKED ? 1 : 0;
  gboolean counted = standing != NULL;

  if (standing != NULL && self->method == SHARE)
    counted = sum_votes (self, standing->candidate, votes);
  if (standing != NULL && self->method == RANKED)
    votes[0] = count_named (self, standing->application);
  for (guint i = 0; i < n; i++)
    xr_grid_value (self->grid, 1,
                   counted ? xr_fill_printf (self->fill, "%d", (int) votes[i]) : NULL)
      ->number
      = TRUE;
}

static void
add_person (Tally *self, guint number, const XrStanding *standing)
{
  const XrCandidate *person = standing
                                ? g_ptr_array_index (self->contest->candidates, standing->candidate)
                                : NULL;
  const XrComponentResult *result = standing ? &standing->components[self->index] : NULL;

  xr_grid_row (self->grid, 9);
  xr_grid_words (self->grid, 1, xr_fill_printf (self->fill, "%u", number));
  xr_grid_value (self->grid, 1, person ? xr_fill_keep (self->fill, person->name) : NULL)->field
    = "姓名";
  add_counts (self, standing);
  xr_grid_value (self->grid, 1,
                 result && result->has_value
                   ? xr_fill_decimal (self->fill, result->value, self->component->places)
                   : NULL)
    ->number
    = TRUE;
  if (self->method == GRADED)
    {
      xr_grid_value (self->grid, 1, standing ? say_grades (self, standing) : NULL)->align
        = XR_ALIGN_LEFT;
      xr_grid_value (self->grid, 1, standing ? say_dimensions (self, standing) : NULL)->align
        = XR_ALIGN_LEFT;
    }
  xr_grid_value (self->grid, 1, standing ? say_groups (self, standing) : NULL)->align
    = XR_ALIGN_LEFT;
}

static void
make_grid (Tally *self)
{
  static const double widths[][7] = { { 12, 24, 16, 36, 46, 40 },
                                      { 12, 30, 26, 26, 76 },
                                      { 12, 30, 20, 20, 20, 22, 46 } };
  static const char *const heads[][8] = {
    { "序号", "姓名", "得分", "各等次票数", "各项平均", "各组得分", NULL },
    { "序号", "姓名", "推荐票数", "得分", "各组得分", NULL },
    { "序号", "姓名", "赞成", "不赞成", "弃权", "得分", "各组得分", NULL },
  };

  self->grid = xr_fill_new_grid (self->fill, "结果表", widths[self->method],
                                 g_strv_length ((char **) heads[self->method]));
  xr_grid_row (self->grid, 9);
  xr_grid_repeat_row (self->grid);
  for (guint i = 0; heads[self->method][i] != NULL; i++)
    xr_common_head (self->grid, 1, heads[self->method][i]);
}

/* Component result first, then the order of the list that they came in. */
static int
compare_results (gconstpointer a, gconstpointer b, gpointer data)
{
  const Tally *self = data;
  const XrComponentResult *first = &(*(XrStanding **) a)->components[self->index];
  const XrComponentResult *second = &(*(XrStanding **) b)->components[self->index];

  if (first->has_value != second->has_value)
    return first->has_value ? -1 : 1;
  return first->has_value ? xr_decimal_compare (second->value, first->value) : 0;
}

static void
add_post (Tally *self, const XrPostResult *post)
{
  const XrPost *described = g_ptr_array_index (self->contest->plan->posts, post->post);
  g_autoptr (GPtrArray) standings = g_ptr_array_new ();
  XrGridCell *cell = NULL;

  for (guint i = 0; i < post->standings->len; i++)
    {
      XrStanding *standing = g_ptr_array_index (post->standings, i);
      if (standing->state != XR_STATE_INELIGIBLE && standing->state != XR_STATE_WITHDRAWN)
        g_ptr_array_add (standings, standing);
    }
  g_ptr_array_sort_with_data (standings, compare_results, self);
  xr_grid_row (self->grid, 9);
  g_array_index (self->grid->rows, XrGridRow, self->grid->rows->len - 1).keep = TRUE;
  cell = xr_grid_label (self->grid, self->grid->widths->len,
                        xr_fill_keep (self->fill, described->name));
  cell->align = XR_ALIGN_LEFT;
  cell->face = XR_FACE_HEI;
  for (guint i = 0; i < standings->len; i++)
    add_person (self, i + 1, g_ptr_array_index (standings, i));
}

static gboolean
find_component (Tally *self, gint64 component)
{
  for (guint i = 0; i < self->contest->plan->components->len; i++)
    {
      self->component = g_ptr_array_index (self->contest->plan->components, i);
      self->index = (int) i;
      if (self->component->id == component)
        return TRUE;
    }
  return FALSE;
}

static void
fill_results (XrFill *fill, XrRow *component)
{
  const char *method = xr_fill_get (component, "method");
  Tally self = { .fill = fill,
                 .method = g_strcmp0 (method, "share") == 0    ? SHARE
                           : g_strcmp0 (method, "ranked") == 0 ? RANKED
                                                               : GRADED };
  const XrResult *result = xr_fill_result (fill, &self.contest);

  make_grid (&self);
  if (result != NULL && find_component (&self, xr_row_get_id (component)))
    {
      self.means = xr_dimension_means (xr_fill_office (fill), xr_row_get_id (component));
      self.grade_counts = xr_grade_counts (xr_fill_office (fill), xr_row_get_id (component));
      self.groups = xr_groups_breakdown_all (self.contest, self.index);
      for (guint i = 0; i < result->posts->len; i++)
        add_post (&self, g_ptr_array_index (result->posts, i));
      g_ptr_array_unref (self.groups);
      g_array_unref (self.means);
      g_array_unref (self.grade_counts);
    }
  for (guint i = 0; result == NULL && i < 9; i++)
    add_person (&self, i + 1, NULL);
}

static void
fill_others (XrFill *fill)
{
  XrGrid *grid = xr_fill_grid (fill, "另选表", 40, 45, 40, 45);

  xr_grid_row (grid, 9);
  xr_common_head (grid, 1, "另选人姓名");
  xr_common_head (grid, 1, "得票数");
  xr_common_head (grid, 1, "另选人姓名");
  xr_common_head (grid, 1, "得票数");
  for (guint i = 0; i < 2; i++)
    {
      xr_grid_row (grid, 9);
      for (guint j = 0; j < 4; j++)
        xr_grid_value (grid, 1, NULL);
    }
}

static void
fill_report (XrFill *fill)
{
  XrRow *component = xr_fill_load (fill, "component", xr_fill_subject (fill)->component);
  const char *fewest = xr_fill_setting (fill, "fewest_shown");

  xr_fill_words (fill, "项目", component ? xr_fill_get (component, "name") : "");
  xr_fill_words (fill, "公开人数", fewest ? fewest : G_STRINGIFY (XR_FEWEST_SHOWN));
  xr_account_fill (fill);
  fill_results (fill, component);
  fill_others (fill);
}

XR_FORM_DEFINE (tally_report, .id = "tally-report", .title = "计票结果报告单",
                .scope = XR_SCOPE_ROUND, .stages = XR_AT_STAGE (5), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .subjects = list_reports,
                .fill = fill_report)
