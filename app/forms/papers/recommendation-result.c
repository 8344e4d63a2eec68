/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F11 民主推荐结果表: who was recommended for a post by how many, over all and by groups of voters. Groups of
 * few voters are withheld. */

#include "config.h"

#include "forms/papers/account.h"
#include "forms/papers/common.h"
#include "rules/withhold.h"

#define ALL         (-1)
#define MOST_GROUPS 5
#define BLANK_ROWS  10

typedef struct
{
  XrFill *fill;
  XrGrid *grid;
  const XrCase *contest;
  const XrPostResult *post; /* NULL: nothing to tell */
  const XrComponent *component;
  int index;
  GPtrArray *groups; /* XrRow */
  guint n_groups;    /* that have columns */
  gboolean withheld[MOST_GROUPS];
} Recommendation;

static void
list_results (XrOffice *office, gint64 round, GArray *subjects)
{
  g_autoptr (GPtrArray) components = xr_office_query (office, xr_table_find ("component"),
                                                      "round_id", round);
  g_autoptr (GPtrArray) posts = xr_office_query (office, xr_table_find ("post"), "round_id", round);

  for (guint i = 0; i < components->len; i++)
    {
      const char *method = xr_row_get (components->pdata[i], "method");
      if (g_strcmp0 (method, "ranked") != 0 && g_strcmp0 (method, "share") != 0)
        continue;
      for (guint j = 0; j < posts->len; j++)
        {
          XrFormSubject subject = { .post = xr_row_get_id (posts->pdata[j]),
                                    .component = xr_row_get_id (components->pdata[i]) };
          g_array_append_val (subjects, subject);
        }
    }
}

/* ---- counting; a group is an index into those of the plan, or ALL */

static gboolean
is_of (int group, int wanted)
{
  return wanted == ALL || group == wanted;
}

static gint64
count_named (const Recommendation *self, const XrStanding *standing, int group)
{
  gint64 n = 0;

  for (guint i = 0; i < self->contest->ranked_sums->len; i++)
    {
      const XrRankedSum *sum = &g_array_index (self->contest->ranked_sums, XrRankedSum, i);
      if (sum->component == self->index && sum->application == standing->application
          && sum->place > 0 && is_of (sum->group, group))
        n += sum->count;
    }
  return n;
}

static gint64
count_yes (const Recommendation *self, const XrStanding *standing, int group, gint64 *base)
{
  gint64 n = 0;

  *base = 0;
  for (guint i = 0; i < self->contest->votes->len; i++)
    {
      const XrVote *vote = &g_array_index (self->contest->votes, XrVote, i);
      if (vote->component != self->index || vote->candidate != standing->candidate
          || !is_of (vote->group, group))
        continue;
      n += vote->yes;
      *base += vote->yes + vote->no + vote->abstain;
    }
  return n;
}

static gint64
count_ballots (const Recommendation *self, int group)
{
  gint64 n = 0;

  for (guint i = 0; i < self->contest->ranked_bases->len; i++)
    {
      const XrRankedBase *base = &g_array_index (self->contest->ranked_bases, XrRankedBase, i);
      if (base->component == self->index && base->post == self->post->post
          && is_of (base->group, group))
        n += base->ballots;
    }
  return n;
}

/* Votes for the person, and of how many. */
static gint64
count_votes (const Recommendation *self, const XrStanding *standing, int group, gint64 *base)
{
  if (self->component->method == XR_METHOD_VOTE_SHARE)
    return count_yes (self, standing, group, base);
  *base = count_ballots (self, group);
  return count_named (self, standing, group);
}

/* Which groups are shown of nobody, as they may not be of somebody. */
static void
find_withheld (Recommendation *self)
{
  int fewest = self->contest->plan->settings.fewest_shown;

  for (guint i = 0; i < self->post->standings->len; i++)
    {
      gint64 voters[MOST_GROUPS] = { 0 };
      gboolean one[MOST_GROUPS] = { FALSE };
      for (guint j = 0; j < self->n_groups; j++)
        count_votes (self, self->post->standings->pdata[i], (int) j, &voters[j]);
      xr_withhold (voters, self->n_groups, fewest, one);
      for (guint j = 0; j < self->n_groups; j++)
        self->withheld[j] |= one[j];
    }
}

/* ---- the table */

static void
add_heads (Recommendation *self)
{
  guint n = 6 + 2 * self->n_groups;
  g_autofree double *widths = g_new (double, n);
  const char *const firsts[] = { "序号", "推荐人选" }, *const lasts[] = { "得分", "名次" };

  for (guint i = 0; i < n; i++)
    widths[i] = i == 0 ? 11 : i == 1 ? 28 : 16;
  self->grid = xr_fill_new_grid (self->fill, "推荐表", widths, n);
  self->grid->size = 9;
  xr_grid_row (self->grid, 8);
  xr_grid_repeat_row (self->grid);
  for (guint i = 0; i < 2; i++)
    xr_grid_go_down (self->grid, xr_grid_label (self->grid, 1, firsts[i]), 2);
  xr_common_head (self->grid, 2, "合计");
  for (guint i = 0; i < self->n_groups; i++)
    xr_common_head (self->grid, 2, xr_fill_get (self->groups->pdata[i], "name"));
  for (guint i = 0; i < 2; i++)
    xr_grid_go_down (self->grid, xr_grid_label (self->grid, 1, lasts[i]), 2);
  xr_grid_row (self->grid, 7);
  xr_grid_repeat_row (self->grid);
  for (guint i = 0; i <= self->n_groups; i++)
    {
      xr_common_head (self->grid, 1, "票数");
      xr_common_head (self->grid, 1, "比率");
    }
}

static void
add_votes (Recommendation *self, const XrStanding *standing, int group)
{
  gint64 base = 0, n = standing != NULL ? count_votes (self, standing, group, &base) : 0;
  XrGridCell *cell = NULL;

  if (group != ALL && self->withheld[group])
    {
      xr_grid_value (self->grid, 2, XR_ACCOUNT_WITHHELD)->field = "票数";
      return;
    }
  cell = xr_grid_value (self->grid, 1,
                        base > 0 ? xr_fill_printf (self->fill, "%d", (int) n) : NULL);
  cell->field = "票数";
  cell->number = TRUE;
  xr_grid_value (self->grid, 1, xr_common_share (self->fill, n, base))->field = "比率";
}

static const XrComponentResult *
result_of (const Recommendation *self, const XrStanding *standing)
{
  return &standing->components[self->index];
}

/* 1 for the highest score; equal scores share a place. */
static const char *
say_place (const Recommendation *self, const XrStanding *standing)
{
  guint place = 1;

  if (!result_of (self, standing)->has_value)
    return NULL;
  for (guint i = 0; i < self->post->standings->len; i++)
    {
      const XrComponentResult *other = result_of (self, self->post->standings->pdata[i]);
      if (other->has_value
          && xr_decimal_compare (other->value, result_of (self, standing)->value) > 0)
        place++;
    }
  return xr_fill_printf (self->fill, "%u", place);
}

static void
add_person (Recommendation *self, guint number, const XrStanding *standing)
{
  const XrCandidate *person = standing != NULL
                                ? g_ptr_array_index (self->contest->candidates, standing->candidate)
                                : NULL;
  const XrComponentResult *result = standing != NULL ? result_of (self, standing) : NULL;

  xr_grid_row (self->grid, 8);
  xr_grid_words (self->grid, 1, xr_fill_printf (self->fill, "%u", number));
  xr_grid_value (self->grid, 1, person ? xr_fill_keep (self->fill, person->name) : NULL)->field
    = "推荐人选";
  for (int i = ALL; i < (int) self->n_groups; i++)
    add_votes (self, standing, i);
  xr_grid_value (self->grid, 1,
                 result != NULL && result->has_value
                   ? xr_fill_decimal (self->fill, result->value, self->component->places)
                   : NULL)
    ->field
    = "得分";
  xr_grid_value (self->grid, 1, standing != NULL ? say_place (self, standing) : NULL)->field
    = "名次";
}

/* By score; those without one last. */
static int
compare_standings (gconstpointer a, gconstpointer b, gpointer data)
{
  const XrComponentResult *first = result_of (data, *(XrStanding **) a);
  const XrComponentResult *second = result_of (data, *(XrStanding **) b);

  if (first->has_value != second->has_value)
    return first->has_value ? -1 : 1;
  return first->has_value ? xr_decimal_compare (second->value, first->value) : 0;
}

static void
add_people (Recommendation *self)
{
  g_autoptr (GPtrArray) standings = g_ptr_array_new ();

  for (guint i = 0; i < self->post->standings->len; i++)
    {
      XrStanding *standing = g_ptr_array_index (self->post->standings, i);
      if (standing->state != XR_STATE_INELIGIBLE && standing->state != XR_STATE_WITHDRAWN)
        g_ptr_array_add (standings, standing);
    }
  g_ptr_array_sort_with_data (standings, compare_standings, self);
  find_withheld (self);
  for (guint i = 0; i < standings->len; i++)
    add_person (self, i + 1, g_ptr_array_index (standings, i));
}

static void
find_component (Recommendation *self, gint64 id)
{
  for (guint i = 0; self->post != NULL && i < self->contest->plan->components->len; i++)
    if (((XrComponent *) g_ptr_array_index (self->contest->plan->components, i))->id == id)
      {
        self->component = g_ptr_array_index (self->contest->plan->components, i);
        self->index = (int) i;
      }
}

static void
fill_result (XrFill *fill)
{
  const XrFormSubject *subject = xr_fill_subject (fill);
  XrRow *component = xr_fill_load (fill, "component", subject->component);
  XrRow *post = xr_fill_load (fill, "post", subject->post);
  Recommendation self = { .fill = fill };

  self.post = xr_fill_post_result (fill, subject->post, &self.contest);
  self.groups = xr_fill_rows (fill, "voter_group", "component_id", subject->component);
  self.n_groups = self.groups->len > 1 ? MIN (self.groups->len, MOST_GROUPS) : 0;
  find_component (&self, subject->component);
  xr_fill_words (fill, "项目", component ? xr_fill_get (component, "name") : "");
  xr_fill_words (fill, "名额", xr_fill_get (post, "vacancies"));
  xr_fill_words (fill, "范围", xr_common_join (fill, self.groups, "name"));
  xr_account_fill (fill);
  add_heads (&self);
  if (self.component != NULL)
    add_people (&self);
  for (guint i = 0; self.component == NULL && i < BLANK_ROWS; i++)
    add_person (&self, i + 1, NULL);
}

XR_FORM_DEFINE (recommendation_result, .id = "recommendation-result", .title = "民主推荐结果表",
                .scope = XR_SCOPE_POST, .stages = XR_AT_STAGE (5), .kind = XR_PAPER_WIDE,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .subjects = list_results,
                .fill = fill_result)
