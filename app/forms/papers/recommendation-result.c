/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F11 民主推荐结果表: who was recommended for a post by how many, over all and by groups of voters. Groups of
 * few voters are withheld. */

#include "config.h"

#include "forms/papers/account.h"
#include "forms/papers/common.h"
#include "rules/withhold.h"

#define ALL         (-1)
#define MOST_BESIDE 5 /* groups that have room beside each other */
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
  GArray *withheld;  /* gboolean, per group */
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
      g_autofree gint64 *voters = g_new0 (gint64, self->n_groups);
      g_autofree gboolean *one = g_new0 (gboolean, self->n_groups);
      for (guint j = 0; j < self->n_groups; j++)
        count_votes (self, self->post->standings->pdata[i], (int) j, &voters[j]);
      xr_withhold (voters, self->n_groups, fewest, one);
      for (guint j = 0; j < self->n_groups; j++)
        g_array_index (self->withheld, gboolean, j) |= one[j];
    }
}

/* ---- the table */

/* Groups stand beside each other, the further ones below them in a row of their own. */
static guint
n_bands (const Recommendation *self)
{
  return MAX ((self->n_groups + MOST_BESIDE - 1) / MOST_BESIDE, 1);
}

static guint
n_beside (const Recommendation *self)
{
  return (self->n_groups + n_bands (self) - 1) / n_bands (self);
}

/* A cell as high as all bands of groups. */
static void
span_bands (Recommendation *self, XrGridCell *cell)
{
  xr_grid_go_down (self->grid, cell, n_bands (self));
}

/* Over 票数 and 比率. */
static XrGridCell *
add_head (Recommendation *self, const char *text)
{
  XrGridCell *cell = xr_grid_label (self->grid, 2, text);

  cell->face = XR_FACE_HEI;
  return cell;
}

static void
add_heads_of_votes (Recommendation *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      xr_common_head (self->grid, 1, "票数");
      xr_common_head (self->grid, 1, "比率");
    }
}

/* The heads of a band: names of groups over 票数 and 比率. */
static void
add_heads_of_band (Recommendation *self, guint band)
{
  static const char *const firsts[] = { "序号", "推荐人选" }, *const lasts[] = { "得分", "名次" };
  guint first = band * n_beside (self), rows = 2 * n_bands (self);

  xr_grid_row (self->grid, 8);
  xr_grid_repeat_row (self->grid);
  for (guint i = 0; band == 0 && i < 2; i++)
    xr_grid_go_down (self->grid, xr_grid_label (self->grid, 1, firsts[i]), rows);
  if (band == 0)
    xr_grid_go_down (self->grid, add_head (self, "合计"), rows - 1);
  for (guint i = first; i < first + n_beside (self); i++)
    add_head (self, i < self->n_groups ? xr_fill_get (self->groups->pdata[i], "name") : "");
  for (guint i = 0; band == 0 && i < 2; i++)
    xr_grid_go_down (self->grid, xr_grid_label (self->grid, 1, lasts[i]), rows);
  xr_grid_row (self->grid, 7);
  xr_grid_repeat_row (self->grid);
  add_heads_of_votes (self, n_beside (self) + (band + 1 == n_bands (self) ? 1 : 0));
}

static void
add_heads (Recommendation *self)
{
  guint n = 6 + 2 * n_beside (self);
  g_autofree double *widths = g_new (double, n);

  for (guint i = 0; i < n; i++)
    widths[i] = i == 0 ? 11 : i == 1 ? 28 : 16;
  self->grid = xr_fill_new_grid (self->fill, "推荐表", widths, n);
  self->grid->size = 9;
  for (guint band = 0; band < n_bands (self); band++)
    add_heads_of_band (self, band);
}

/* The cells of 票数 and 比率, high as @rows bands. */
static void
add_votes (Recommendation *self, const XrStanding *standing, int group, guint rows)
{
  gint64 base = 0, n = standing != NULL ? count_votes (self, standing, group, &base) : 0;
  XrGridCell *cell = NULL;

  if (group != ALL && g_array_index (self->withheld, gboolean, group))
    {
      xr_grid_value (self->grid, 2, XR_ACCOUNT_WITHHELD)->field = "票数";
      return;
    }
  cell = xr_grid_value (self->grid, 1,
                        base > 0 ? xr_fill_printf (self->fill, "%d", (int) n) : NULL);
  cell->field = "票数";
  cell->number = TRUE;
  xr_grid_go_down (self->grid, cell, rows);
  cell = xr_grid_value (self->grid, 1, xr_common_share (self->fill, n, base));
  cell->field = "比率";
  xr_grid_go_down (self->grid, cell, rows);
}

/* The votes of a band; the last one may have fewer groups. */
static void
add_band (Recommendation *self, const XrStanding *standing, guint band)
{
  for (guint i = band * n_beside (self); i < (band + 1) * n_beside (self); i++)
    if (i < self->n_groups)
      add_votes (self, standing, (int) i, 1);
    else
      xr_grid_words (self->grid, 2, "");
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
  XrGridCell *cell = NULL;

  xr_grid_row (self->grid, 8);
  span_bands (self, xr_grid_words (self->grid, 1, xr_fill_printf (self->fill, "%u", number)));
  cell = xr_grid_value (self->grid, 1, person ? xr_fill_keep (self->fill, person->name) : NULL);
  cell->field = "推荐人选";
  span_bands (self, cell);
  add_votes (self, standing, ALL, n_bands (self));
  add_band (self, standing, 0);
  cell = xr_grid_value (self->grid, 1,
                        result != NULL && result->has_value
                          ? xr_fill_decimal (self->fill, result->value, self->component->places)
                          : NULL);
  cell->field = "得分";
  span_bands (self, cell);
  cell = xr_grid_value (self->grid, 1, standing != NULL ? say_place (self, standing) : NULL);
  cell->field = "名次";
  span_bands (self, cell);
  for (guint band = 1; band < n_bands (self); band++)
    {
      xr_grid_row (self->grid, 8);
      add_band (self, standing, band);
    }
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
  g_autoptr (GArray) withheld = g_array_new (FALSE, TRUE, sizeof (gboolean));
  Recommendation self = { .fill = fill, .withheld = withheld };

  self.post = xr_fill_post_result (fill, subject->post, &self.contest);
  self.groups = xr_fill_rows (fill, "voter_group", "component_id", subject->component);
  self.n_groups = self.groups->len > 1 ? self.groups->len : 0;
  g_array_set_size (withheld, self.n_groups);
  find_component (&self, subject->component);
  xr_fill_words (fill, "项目", component ? xr_fill_get (component, "name") : "民主推荐");
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
