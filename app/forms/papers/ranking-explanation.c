/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 党组研究参考: what the party group should know of a ranking before it decides. What each component gave,
 * what separates neighbours, how firm the ranking is, and how the judges marked. It only tells. */

#include "config.h"

#include "forms/fill.h"
#include "round/ballot-effects.h"
#include "round/explain-paper.h"
#include "round/round.h"

/* How many applications a search may work out anew. */
#define SWAP_BUDGET 4000
/* Pairs of neighbours that are told of: those round the cut line come with them. */
#define MOST_PAIRS 12
/* Ballots times people up to which every ballot is left out in turn. */
#define MOST_TRIALS 20000
#define ROW_HEIGHT  7

typedef struct
{
  XrFill *fill;
  XrCase *contest;
  XrResult *result;
  const XrPostResult *post; /* NULL: nothing to explain */
} Explanation;

static const XrComponent *
get_component (const Explanation *self, int component)
{
  return g_ptr_array_index (self->contest->plan->components, component);
}

static const XrStanding *
get_standing (const Explanation *self, guint position)
{
  return g_ptr_array_index (self->post->standings, position);
}

static const char *
get_name (const Explanation *self, const XrStanding *standing)
{
  return ((XrCandidate *) g_ptr_array_index (self->contest->candidates, standing->candidate))->name;
}

static const XrJudge *
get_judge (const Explanation *self, int judge)
{
  return g_ptr_array_index (self->contest->judges, judge);
}

/* Keeps a text as long as the paper. */
static const char *
keep (const Explanation *self, char *text)
{
  const char *kept = xr_fill_printf (self->fill, "%s", text);

  g_free (text);
  return kept;
}

static const char *
print_decimal (const Explanation *self, XrDecimal value, guint places)
{
  return keep (self, xr_decimal_format (value, places));
}

/* ---- tables */

static XrGrid *
begin_table (const Explanation *self, const char *name, const double *widths, guint n,
             const char *const *heads)
{
  XrGrid *grid = xr_fill_new_grid (self->fill, name, widths, n);

  grid->size = 9;
  xr_grid_row (grid, ROW_HEIGHT);
  xr_grid_repeat_row (grid);
  for (guint i = 0; i < n; i++)
    xr_grid_label (grid, 1, heads[i])->face = XR_FACE_HEI;
  return grid;
}

static void
add_row (XrGrid *grid, const char *const *texts)
{
  xr_grid_row (grid, ROW_HEIGHT);
  for (guint i = 0; texts[i] != NULL; i++)
    xr_grid_value (grid, 1, texts[i]);
}

/* ---- 一、排名 */

static const char *
print_contribution (const Explanation *self, const XrStanding *standing, int component)
{
  g_autoptr (XrRational) part = xr_explain_contribution (get_component (self, component),
                                                         &standing->components[component]);

  if (part == NULL)
    return "—";
  return keep (self, xr_decimal_format_short (
                       xr_rational_round (part, XR_DECIMAL_PLACES, XR_ROUNDING_HALF_AWAY)));
}

static void
add_standing (const Explanation *self, XrGrid *grid, const XrStanding *standing)
{
  guint places = self->contest->plan->settings.total_places;

  xr_grid_row (grid, ROW_HEIGHT);
  xr_grid_value (grid, 1,
                 standing->rank > 0 ? xr_fill_printf (self->fill, "%d%s", standing->rank,
                                                      standing->tied ? "（并列）" : "")
                                    : "—");
  xr_grid_value (grid, 1, get_name (self, standing));
  for (int i = 0; i < (int) self->contest->plan->components->len; i++)
    xr_grid_value (grid, 1, print_contribution (self, standing, i));
  xr_grid_value (grid, 1,
                 standing->has_total ? print_decimal (self, standing->total, places) : "—");
  xr_grid_value (grid, 1, standing->shortlisted ? "入围" : "");
}

static void
fill_ranking (const Explanation *self)
{
  guint n = self->contest != NULL ? self->contest->plan->components->len : 0;
  g_autofree double *widths = g_new (double, n + 4);
  g_autofree const char **heads = g_new (const char *, n + 4);
  XrGrid *grid;

  for (guint i = 0; i < n + 4; i++)
    widths[i] = 20;
  widths[0] = 15;
  heads[0] = "名次";
  heads[1] = "姓名";
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *weight = xr_decimal_format_short (get_component (self, (int) i)->weight);

      heads[i + 2] = get_component (self, (int) i)->bonus
                       ? xr_fill_printf (self->fill, "%s\n（加分）",
                                         get_component (self, (int) i)->name)
                       : xr_fill_printf (self->fill, "%s\n（折合分，%s%%）",
                                         get_component (self, (int) i)->name, weight);
    }
  heads[n + 2] = "总分";
  heads[n + 3] = "入围线";
  grid = begin_table (self, "排名表", widths, n + 4, heads);
  for (guint i = 0; self->post != NULL && i < self->post->standings->len; i++)
    add_standing (self, grid, get_standing (self, i));
}

/* ---- 二、相邻两人 */

static void
append_swaps (const Explanation *self, GString *text, const XrStanding *upper,
              const XrStanding *lower)
{
  g_autoptr (GArray) judges = xr_explain_list_judges (self->contest, self->post->post);

  if (judges->len > 0)
    {
      XrSwap swap = xr_explain_swap (self->contest, upper->application, lower->application,
                                     SWAP_BUDGET);
      g_autofree char *words = xr_explain_paper_swap (self->contest, &swap);

      g_string_append_printf (text, "%s%s。", swap.found ? "使两人互换的最小单个分数改动：" : "",
                              words);
    }
  for (int i = 0; i < (int) self->contest->plan->components->len; i++)
    {
      g_autoptr (XrBallotSwap) swap = NULL;
      g_autofree char *words = NULL;

      if (!xr_explain_is_voted (get_component (self, i)))
        continue;
      swap = xr_round_find_ballot_swap (xr_fill_office (self->fill), self->contest, i,
                                        upper->application, lower->application, SWAP_BUDGET, NULL);
      if (swap == NULL)
        continue;
      words = xr_explain_paper_ballot_swap (self->contest, swap);
      g_string_append_printf (text, "%s。", words);
    }
}

static void
add_pair (const Explanation *self, XrGrid *grid, const XrStanding *upper, const XrStanding *lower)
{
  guint places = self->contest->plan->settings.total_places;
  const XrDecimal margin = { upper->total.units - lower->total.units };
  int deciding = xr_explain_deciding (self->contest, upper, lower);
  g_autoptr (GString) text = g_string_new (NULL);

  if (deciding >= 0)
    g_string_append_printf (text, "起决定作用的是%s。", get_component (self, deciding)->name);
  else
    g_string_append (text, "完全并列。");
  append_swaps (self, text, upper, lower);
  xr_grid_row (grid, ROW_HEIGHT);
  xr_grid_value (grid, 1,
                 xr_fill_printf (self->fill, "第%d名%s\n第%d名%s", upper->rank,
                                 get_name (self, upper), lower->rank, get_name (self, lower)));
  xr_grid_value (grid, 1, print_decimal (self, margin, places));
  xr_grid_value (grid, 1, text->str)->align = XR_ALIGN_LEFT;
  xr_grid_value (grid, 1, upper->shortlisted && !lower->shortlisted ? "入围线" : "");
}

static void
fill_pairs (const Explanation *self)
{
  static const double widths[] = { 30, 15, 110, 15 };
  static const char *const heads[] = { "相邻两人", "相差", "说明", "入围线" };
  XrGrid *grid = begin_table (self, "相邻表", widths, G_N_ELEMENTS (widths), heads);
  guint first = 0;

  if (self->post == NULL)
    return;
  /* A long list: those round the cut line. */
  if (self->post->standings->len > MOST_PAIRS && self->post->shortlist->len > MOST_PAIRS / 2)
    first = self->post->shortlist->len - MOST_PAIRS / 2;
  for (guint i = first; i + 1 < self->post->standings->len && i < first + MOST_PAIRS; i++)
    if (get_standing (self, i + 1)->has_total)
      add_pair (self, grid, get_standing (self, i), get_standing (self, i + 1));
}

/* ---- 三、去掉一位评委或一张票 */

static void
fill_without_judges (const Explanation *self)
{
  static const double widths[] = { 40, 30, 30, 40 };
  static const char *const heads[] = { "项目", "去掉的评委", "名次变动人数", "入围名单" };
  XrGrid *grid = begin_table (self, "去掉评委表", widths, G_N_ELEMENTS (widths), heads);
  g_autoptr (GArray) judges = self->post != NULL
                                ? xr_explain_list_judges (self->contest, self->post->post)
                                : NULL;

  for (guint i = 0; judges != NULL && i < judges->len; i++)
    {
      const XrJudge *judge = get_judge (self, g_array_index (judges, int, i));
      g_autoptr (XrWithout) without = xr_explain_without_judge (self->contest, self->post,
                                                                g_array_index (judges, int, i));
      const char *texts[] = { get_component (self, judge->component)->name, judge->name,
                              xr_fill_printf (self->fill, "%u", without->n_moved),
                              without->list_changes ? "！改变" : "不变", NULL };

      if (!without->known)
        texts[2] = texts[3] = "余下评委不足";
      add_row (grid, texts);
    }
}

static void
add_effects (const Explanation *self, XrGrid *grid, int component)
{
  g_autoptr (XrBallotEffects) effects = xr_ballot_effects_new (
    xr_fill_office (self->fill), self->contest, self->post, component, NULL);
  const char *texts[6] = { NULL };

  if (effects == NULL || effects->n_ballots == 0
      || (guint64) effects->n_ballots * self->post->standings->len > MOST_TRIALS)
    return;
  while (xr_ballot_effects_step (effects))
    ;
  texts[0] = get_component (self, component)->name;
  texts[1] = xr_fill_printf (self->fill, "%u／%u", effects->n_tried, effects->n_ballots);
  texts[2] = xr_fill_printf (self->fill, "%u", effects->n_moving);
  texts[3] = xr_fill_printf (self->fill, "%u", effects->most_moved);
  texts[4] = effects->n_lists > 0
               ? xr_fill_printf (self->fill, "！%u张使名单改变", effects->n_lists)
               : "不变";
  add_row (grid, texts);
}

static void
fill_without_ballots (const Explanation *self)
{
  static const double widths[] = { 40, 28, 32, 28, 40 };
  static const char *const heads[] = { "项目", "试算票数／总票数", "使名次变动的票", "最多变动人数",
                                       "入围名单" };
  XrGrid *grid = begin_table (self, "去掉票表", widths, G_N_ELEMENTS (widths), heads);

  for (int i = 0; self->post != NULL && i < (int) self->contest->plan->components->len; i++)
    if (xr_explain_is_voted (get_component (self, i)))
      add_effects (self, grid, i);
}

/* ---- 四、权重 */

static void
fill_weights (const Explanation *self)
{
  static const double widths[] = { 45, 25, 50, 50 };
  static const char *const heads[] = { "项目", "权重（%）", "增加5分以内", "减少5分以内" };
  XrGrid *grid = begin_table (self, "权重表", widths, G_N_ELEMENTS (widths), heads);
  g_autoptr (GPtrArray) changes = self->post != NULL
                                    ? xr_explain_weights (self->contest, self->post)
                                    : NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const XrWeightChange *change = g_ptr_array_index (changes, i);
      const XrComponent *component = get_component (self, change->component);
      const char *const texts[] = { component->name,
                                    keep (self, xr_decimal_format_short (component->weight)),
                                    keep (self, xr_explain_paper_points (change->up)),
                                    keep (self, xr_explain_paper_points (change->down)), NULL };

      add_row (grid, texts);
    }
}

/* ---- 五、分布 */

static void
add_distribution (const Explanation *self, XrGrid *grid, int index)
{
  const XrComponent *component = get_component (self, index);
  XrDecimal lowest = { G_MAXINT64 }, highest = { G_MININT64 };
  XrStrip *strip = xr_strip_new (XR_STRIP_COUNTS, lowest, highest);
  const char *texts[] = { component->name, NULL, NULL, NULL, NULL };

  for (guint i = 0; i < self->post->standings->len; i++)
    {
      const XrComponentResult *one = &get_standing (self, i)->components[index];

      if (one->has_value)
        xr_strip_add (strip, one->value);
      if (one->has_value)
        lowest.units = MIN (lowest.units, one->value.units);
      if (one->has_value)
        highest.units = MAX (highest.units, one->value.units);
    }
  texts[1] = xr_fill_printf (self->fill, "%u", strip->values->len);
  texts[2] = strip->values->len > 0 ? print_decimal (self, lowest, component->places) : "—";
  texts[3] = strip->values->len > 0 ? print_decimal (self, highest, component->places) : "—";
  strip->lowest = lowest;
  strip->highest = highest;
  add_row (grid, texts);
  if (strip->values->len == 0)
    g_clear_pointer (&strip, xr_strip_free);
  xr_grid_strip (grid, strip);
}

static void
fill_distributions (const Explanation *self)
{
  static const double widths[] = { 45, 18, 25, 25, 57 };
  static const char *const heads[] = { "项目", "人数", "最低分", "最高分",
                                       "最低分到最高分分十段的人数" };
  XrGrid *grid = begin_table (self, "分布表", widths, G_N_ELEMENTS (widths), heads);

  for (int i = 0; self->post != NULL && i < (int) self->contest->plan->components->len; i++)
    add_distribution (self, grid, i);
}

/* ---- 六、评委 */

/* The totals that the judge gave, one for each candidate. */
static XrStrip *
create_dots (const Explanation *self, const XrJudgeFigures *figures, XrDecimal lowest,
             XrDecimal highest)
{
  XrStrip *strip = xr_strip_new (XR_STRIP_DOTS, lowest, highest);
  g_autofree gint64 *sums = g_new0 (gint64, MAX (self->contest->applications->len, 1));

  for (guint i = 0; i < self->contest->scores->len; i++)
    {
      const XrScore *score = &g_array_index (self->contest->scores, XrScore, i);

      if (score->judge == figures->judge && !score->recused)
        sums[score->application] += score->value.units;
    }
  for (guint i = 0; i < self->contest->applications->len; i++)
    if (sums[i] > 0)
      xr_strip_add (strip, (XrDecimal){ sums[i] });
  xr_strip_set_mark (strip, figures->mean);
  return strip;
}

static void
add_judge (const Explanation *self, XrGrid *grid, const XrJudgeFigures *figures, XrDecimal lowest,
           XrDecimal highest)
{
  const XrJudge *judge = get_judge (self, figures->judge);
  gboolean compared = figures->n_scored >= XR_EXPLAIN_FEWEST_COMPARED && figures->n_pairs > 0;
  const char *const texts[] = { get_component (self, judge->component)->name,
                                judge->name,
                                print_decimal (self, figures->mean, 2),
                                print_decimal (self, figures->severity, 2),
                                print_decimal (self, figures->spread, 2),
                                compared ? print_decimal (self, figures->agreement, 2) : "—",
                                xr_fill_printf (self->fill, "%u／%u", figures->n_dropped_high,
                                                figures->n_dropped_low),
                                NULL };

  add_row (grid, texts);
  xr_grid_strip (grid, create_dots (self, figures, lowest, highest));
}

static void
add_judges (const Explanation *self, XrGrid *grid, int component)
{
  g_autoptr (GArray) figures = xr_explain_judges (self->contest, self->post, component);
  XrDecimal lowest = { G_MAXINT64 }, highest = XR_DECIMAL_ZERO;

  for (guint i = 0; i < figures->len; i++)
    {
      const XrJudgeFigures *one = &g_array_index (figures, XrJudgeFigures, i);

      if (one->n_scored == 0)
        continue;
      lowest.units = MIN (lowest.units, one->lowest.units);
      highest.units = MAX (highest.units, one->highest.units);
    }
  for (guint i = 0; i < figures->len; i++)
    if (g_array_index (figures, XrJudgeFigures, i).n_scored > 0)
      add_judge (self, grid, &g_array_index (figures, XrJudgeFigures, i), lowest, highest);
}

static void
fill_judges (const Explanation *self)
{
  static const double widths[] = { 32, 20, 16, 20, 16, 16, 18, 40 };
  static const char *const heads[] = { "项目",     "评委",   "平均分",     "与评委组之差",
                                       "离散程度", "一致度", "去高／去低", "打分（竖线为平均分）" };
  XrGrid *grid = begin_table (self, "评委表", widths, G_N_ELEMENTS (widths), heads);

  for (int i = 0; self->post != NULL && i < (int) self->contest->plan->components->len; i++)
    if (get_component (self, i)->method == XR_METHOD_JUDGES)
      add_judges (self, grid, i);
}

/* ---- the paper */

static void
find_post (Explanation *self)
{
  gint64 id = xr_fill_subject (self->fill)->post;

  if (!xr_round_ref_result (xr_fill_office (self->fill), xr_fill_round (self->fill), &self->contest,
                            &self->result, NULL))
    return;
  for (guint i = 0; i < self->result->posts->len; i++)
    {
      const XrPostResult *one = g_ptr_array_index (self->result->posts, i);

      if (((XrPost *) g_ptr_array_index (self->contest->plan->posts, one->post))->id == id)
        self->post = one;
    }
}

static void
fill_explanation (XrFill *fill)
{
  Explanation self = { .fill = fill };

  find_post (&self);
  fill_ranking (&self);
  fill_pairs (&self);
  fill_without_judges (&self);
  fill_without_ballots (&self);
  fill_weights (&self);
  fill_distributions (&self);
  fill_judges (&self);
  xr_fill_words (fill, "互换说明", XR_EXPLAIN_PAPER_CHANGE);
  xr_fill_words (fill, "试算说明", XR_EXPLAIN_PAPER_WITHOUT);
  xr_fill_words (fill, "权重说明", XR_EXPLAIN_PAPER_WEIGHTS);
  xr_fill_words (fill, "评委说明", XR_EXPLAIN_PAPER_JUDGES);
  g_clear_pointer (&self.contest, xr_case_free);
  g_clear_pointer (&self.result, xr_result_free);
}

XR_FORM_DEFINE (ranking_explanation, .id = "ranking-explanation",
                .title = "排名情况说明（党组研究参考）", .scope = XR_SCOPE_POST,
                .stages = XR_AT_STAGE (6) | XR_AT_STAGE (8), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED, .fill = fill_explanation)
