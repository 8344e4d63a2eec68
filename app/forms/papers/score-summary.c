/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F7 评分汇总表: what every judge gave, what was left out, and the score that follows; each figure from the
 * breakdown that the result is worked out by. */

#include "config.h"

#include "forms/papers/common.h"
#include "rules/breakdown.h"

/* Judges beside each other; more go into further lines of a candidate. */
#define PER_LINE 10

static void
append_posts (XrOffice *office, gint64 round, gint64 component, GArray *subjects)
{
  g_autoptr (GPtrArray) posts = xr_office_query (office, xr_table_find ("post"), "round_id", round);

  for (guint i = 0; i < posts->len; i++)
    {
      XrFormSubject subject = { .post = xr_row_get_id (g_ptr_array_index (posts, i)),
                                .component = component };
      g_array_append_val (subjects, subject);
    }
}

static void
list_summaries (XrOffice *office, gint64 round, GArray *subjects)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, xr_table_find ("component"), "round_id",
                                                round);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (xr_row_get (g_ptr_array_index (rows, i), "method"), "judges") == 0)
      append_posts (office, round, xr_row_get_id (g_ptr_array_index (rows, i)), subjects);
}

typedef struct
{
  XrFill *fill;
  XrGrid *grid;
  const XrCase *contest;
  int index; /* of the component */
  const XrComponent *component;
  guint lines; /* of each candidate */
} Summary;

static guint
count_judges (GPtrArray *breakdowns, const XrPostResult *result)
{
  guint most = 0;

  for (guint i = 0; i < result->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (result->standings, i);
      const XrJudgesBreakdown *one = g_ptr_array_index (breakdowns, standing->application);
      most = MAX (most, one->n_judges);
    }
  return most;
}

static void
add_heads (Summary *self)
{
  for (guint line = 0; line < self->lines; line++)
    {
      xr_grid_row (self->grid, 8);
      xr_grid_repeat_row (self->grid);
      if (line == 0)
        {
          XrGridCell *first = xr_grid_label (self->grid, 1, "序号");
          XrGridCell *second = NULL;
          xr_grid_go_down (self->grid, first, self->lines);
          second = xr_grid_label (self->grid, 1, "姓名");
          xr_grid_go_down (self->grid, second, self->lines);
        }
      for (guint i = 0; i < PER_LINE; i++)
        xr_grid_label (self->grid, 1,
                       xr_fill_printf (self->fill, "评委%u", line * PER_LINE + i + 1));
      if (line == 0)
        {
          static const char *const heads[] = { "平均分", "得分", "备注" };
          for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
            xr_grid_go_down (self->grid, xr_grid_label (self->grid, 1, heads[i]), self->lines);
        }
    }
}

/* The marks of a judge whose sub-items are trimmed one by one: those left out stand in brackets. */
static const char *
say_marks (Summary *self, const XrJudgesBreakdown *breakdown, const XrJudgeLine *judge)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < breakdown->n_marks; i++)
    {
      const XrJudgeMark *mark = &judge->marks[i];
      gboolean dropped = mark->dropped_high || mark->dropped_low;
      const char *figure = mark->has_value
                             ? xr_fill_decimal (self->fill, mark->value, self->component->places)
                             : NULL;
      g_string_append_printf (text, "%s%s%s%s", i > 0 ? "\n" : "", dropped ? "（" : "",
                              figure ? figure : "", dropped ? "）" : "");
    }
  return xr_fill_printf (self->fill, "%s", text->str);
}

static const char *
say_score (Summary *self, const XrJudgesBreakdown *breakdown, const XrJudgeLine *judge)
{
  if (judge->recused)
    return "回避";
  if (judge->missing)
    return NULL;
  if (self->component->trimming == XR_TRIMMING_DIMENSIONS && breakdown->n_marks > 1)
    return say_marks (self, breakdown, judge);
  return xr_fill_decimal (self->fill, judge->sum, self->component->places);
}

static void
add_scores (Summary *self, const XrJudgesBreakdown *breakdown, guint line)
{
  for (guint i = line * PER_LINE; i < (line + 1) * PER_LINE; i++)
    {
      const XrJudgeLine *judge = breakdown != NULL && i < breakdown->n_judges
                                   ? &breakdown->judges[i]
                                   : NULL;
      XrGridCell *cell = xr_grid_value (self->grid, 1,
                                        judge != NULL ? say_score (self, breakdown, judge) : NULL);

      cell->field = "评委打分";
      cell->number = judge != NULL;
      cell->struck = judge != NULL && (judge->dropped_high || judge->dropped_low);
    }
}

static const char *
say_mean (Summary *self, const XrJudgesBreakdown *breakdown)
{
  if (breakdown == NULL || breakdown->mean == NULL)
    return NULL;
  return xr_fill_decimal (
    self->fill, xr_rational_round (breakdown->mean, XR_DECIMAL_PLACES, XR_ROUNDING_HALF_AWAY),
    XR_DECIMAL_PLACES);
}

/* Over how many marks the mean is taken, where somebody recused. */
static const char *
say_recusals (Summary *self, const XrJudgesBreakdown *breakdown)
{
  guint recused = 0;

  for (guint i = 0; breakdown != NULL && i < breakdown->n_judges; i++)
    recused += breakdown->judges[i].recused ? 1 : 0;
  return recused == 0 ? NULL
                      : xr_fill_printf (self->fill, "回避%u人，按%u人计", recused,
                                        breakdown->n_judges - recused);
}

static void
add_candidate (Summary *self, guint number, const char *name, const XrJudgesBreakdown *breakdown,
               const XrComponentResult *result)
{
  for (guint line = 0; line < self->lines; line++)
    {
      xr_grid_row (self->grid, 9);
      if (line == 0)
        {
          xr_grid_go_down (self->grid,
                           xr_grid_words (self->grid, 1, xr_fill_printf (self->fill, "%u", number)),
                           self->lines);
          xr_grid_go_down (self->grid, xr_grid_value (self->grid, 1, name), self->lines);
        }
      add_scores (self, breakdown, line);
      if (line > 0)
        continue;
      xr_grid_go_down (self->grid, xr_grid_value (self->grid, 1, say_mean (self, breakdown)),
                       self->lines);
      xr_grid_go_down (self->grid,
                       xr_grid_value (self->grid, 1,
                                      result != NULL && result->has_value ? xr_fill_decimal (
                                        self->fill, result->value, self->component->places)
                                                                          : NULL),
                       self->lines);
      xr_grid_go_down (self->grid, xr_grid_value (self->grid, 1, say_recusals (self, breakdown)),
                       self->lines);
    }
}

static void
add_candidates (Summary *self, const XrPostResult *result, GPtrArray *breakdowns)
{
  guint number = 0;

  for (guint i = 0; i < result->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (result->standings, i);
      const XrCandidate *person = g_ptr_array_index (self->contest->candidates,
                                                     standing->candidate);
      if (standing->state != XR_STATE_INELIGIBLE && standing->state != XR_STATE_WITHDRAWN)
        add_candidate (self, ++number, xr_fill_keep (self->fill, person->name),
                       g_ptr_array_index (breakdowns, standing->application),
                       &standing->components[self->index]);
    }
}

static int
find_index (const XrCase *contest, gint64 component)
{
  for (guint i = 0; i < contest->plan->components->len; i++)
    if (((XrComponent *) g_ptr_array_index (contest->plan->components, i))->id == component)
      return (int) i;
  g_assert_not_reached ();
}

static void
fill_table (XrFill *fill, const XrPostResult *result, const XrCase *contest)
{
  const double widths[] = { 10, 22, 17, 17, 17, 17, 17, 17, 17, 17, 17, 17, 22, 20, 20 };
  Summary self = { .fill = fill, .contest = contest, .lines = 1 };
  g_autoptr (GPtrArray) breakdowns = NULL;

  self.grid = xr_fill_new_grid (fill, "表", widths, G_N_ELEMENTS (widths));
  self.grid->size = 9;
  if (result != NULL)
    {
      self.index = find_index (contest, xr_fill_subject (fill)->component);
      self.component = g_ptr_array_index (contest->plan->components, self.index);
      breakdowns = xr_judges_breakdown_all (contest, self.index);
      self.lines = MAX (1, (count_judges (breakdowns, result) + PER_LINE - 1) / PER_LINE);
    }
  add_heads (&self);
  if (result != NULL)
    add_candidates (&self, result, breakdowns);
  for (guint i = 0; result == NULL && i < 12; i++)
    add_candidate (&self, i + 1, NULL, NULL, NULL);
}

/* "1.name、2.name", for each panel. */
static void
fill_judges (XrFill *fill)
{
  const XrFormSubject *subject = xr_fill_subject (fill);
  GPtrArray *judges = xr_fill_rows (fill, "judge", "component_id", subject->component);
  g_autoptr (GString) names = g_string_new (NULL);
  const char *panel = "";
  guint number = 0;

  for (guint i = 0; i < judges->len; i++)
    {
      XrRow *judge = g_ptr_array_index (judges, i);
      const char *own = xr_fill_get (judge, "panel") ? xr_fill_get (judge, "panel") : "";
      if (xr_row_get_int (judge, "post_id") != subject->post)
        continue;
      if (!g_str_equal (own, panel))
        {
          g_string_append_printf (names, "%s%s：", names->len > 0 ? "；" : "", own);
          number = 0;
        }
      panel = own;
      g_string_append_printf (names, "%s%u.%s", number > 0 ? "、" : "", number + 1,
                              xr_fill_get (judge, "name"));
      number++;
    }
  xr_fill_text (fill, "评委名单", names->len > 0 ? xr_fill_keep (fill, names->str) : NULL);
}

static void
fill_summary (XrFill *fill)
{
  const XrFormSubject *subject = xr_fill_subject (fill);
  XrRow *component = xr_fill_load (fill, "component", subject->component);
  const XrCase *contest = NULL;
  const XrPostResult *result = xr_fill_post_result (fill, subject->post, &contest);
  gint64 high = component ? xr_row_get_int (component, "drop_high") : 0;
  gint64 low = component ? xr_row_get_int (component, "drop_low") : 0;

  xr_fill_words (fill, "项目", component ? xr_fill_get (component, "name") : "");
  xr_fill_words (fill, "满分", component ? xr_fill_get (component, "full_mark") : NULL);
  xr_fill_words (fill, "去分",
                 high + low > 0
                   ? xr_fill_printf (fill, "去掉%d个最高分和%d个最低分（表中划去或者加括号的）。",
                                     (int) high, (int) low)
                   : NULL);
  xr_fill_words (fill, "修正",
                 component && xr_row_get_int (component, "correction") != 0
                   ? "得分已按各考场平均分的系数修正。"
                   : NULL);
  fill_table (fill, result, contest);
  fill_judges (fill);
}

XR_FORM_DEFINE (score_summary, .id = "score-summary", .title = "评分汇总表", .scope = XR_SCOPE_POST,
                .stages = XR_AT_STAGE (4) | XR_AT_STAGE (5), .kind = XR_PAPER_WIDE,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .subjects = list_summaries,
                .fill = fill_summary)
