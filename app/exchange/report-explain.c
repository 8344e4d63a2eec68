/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 说明排名 and 评委分析: why somebody ranks where he ranks, as values. All comes from rules/explain.h;
 * nothing is worked out here. */

#include "exchange/report-private.h"
#include "round/ballot-effects.h"
#include "round/explain-paper.h"

/* How many applications the search for one swap may work out anew. */
#define SWAP_BUDGET 4000
/* Of a larger field the swaps, and the ranks that move without a judge, are shown for the first only. */
/* Ballots times people up to which every ballot is left out in turn. */
#define MOST_TRIALS 20000
/* People of a post up to which every trial is worked out. */
#define LARGE_POST  200
#define MOST_PEOPLE 100

static const XrPost *
get_post (const XrReport *report, const XrPostResult *post)
{
  return g_ptr_array_index (report->contest->plan->posts, (guint) post->post);
}

static void
write_heads (XrSheet *sheet, lxw_col_t column, const char *const *heads)
{
  for (guint i = 0; heads[i] != NULL; i++)
    xr_sheet_text (sheet, (lxw_col_t) (column + i), XR_STYLE_HEAD, heads[i]);
}

static void
write_note (XrSheet *sheet, const char *note)
{
  xr_sheet_text (sheet, 0, XR_STYLE_NOTE, note);
  xr_sheet_next (sheet);
}

/* ---- 说明排名 */

static lxw_col_t
write_contributions (XrReport *report, XrSheet *sheet, const XrStanding *standing)
{
  guint n = report->contest->plan->components->len;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (XrRational) part = xr_explain_contribution (xr_report_component (report, (int) i),
                                                             &standing->components[i]);

      if (part != NULL)
        xr_sheet_decimal (sheet, (lxw_col_t) (XR_REPORT_KEY_COLUMNS + i), XR_STYLE_NUMBER4,
                          xr_rational_round (part, XR_DECIMAL_PLACES, XR_ROUNDING_HALF_AWAY));
    }
  return (lxw_col_t) (XR_REPORT_KEY_COLUMNS + n);
}

/* What asks for a whole result at every step is worked out for posts of a usual size only: the report of
 * a large round must not take longer than writing it. */
static gboolean
is_large (const XrPostResult *post)
{
  return post->standings->len > LARGE_POST;
}

static void
write_large_note (XrReport *report, XrSheet *sheet, const XrPostResult *post)
{
  g_autofree char *note = g_strdup_printf ("%s：人数超过%d人，不列逐项试算，可在程序中查看。",
                                           get_post (report, post)->name, LARGE_POST);

  write_note (sheet, note);
}

/* The smallest changes that would swap the two: of one mark, then of one ballot for each component. */
static void
write_swaps (XrReport *report, XrSheet *sheet, lxw_col_t column, const XrStanding *upper,
             const XrStanding *lower)
{
  XrSwap swap = xr_explain_swap (report->contest, upper->application, lower->application,
                                 SWAP_BUDGET);
  g_autofree char *text = xr_explain_paper_swap (report->contest, &swap);

  xr_sheet_text (sheet, column++, XR_STYLE_TEXT, text);
  for (int i = 0; i < (int) report->contest->plan->components->len; i++)
    {
      g_autoptr (XrBallotSwap) ballot = NULL;
      g_autofree char *words = NULL;

      if (!xr_explain_is_voted (xr_report_component (report, i)))
        continue;
      ballot = xr_round_find_ballot_swap (report->office, report->contest, i, upper->application,
                                          lower->application, SWAP_BUDGET, NULL);
      if (ballot != NULL)
        words = xr_explain_paper_ballot_swap (report->contest, ballot);
      if (words != NULL)
        xr_sheet_text (sheet, column, XR_STYLE_TEXT, words);
      column++;
    }
}

/* What separates @upper from the next. */
static void
write_neighbour (XrReport *report, XrSheet *sheet, lxw_col_t column, const XrStanding *upper,
                 const XrStanding *lower, gboolean search)
{
  int component = xr_explain_deciding (report->contest, upper, lower);
  XrStyle style = (XrStyle) (XR_STYLE_NUMBER0 + report->contest->plan->settings.total_places);

  xr_sheet_decimal (sheet, column, style, (XrDecimal){ upper->total.units - lower->total.units });
  xr_sheet_text (sheet, column + 1, XR_STYLE_TEXT,
                 component >= 0 ? xr_report_component (report, component)->name : "完全并列");
  if (search)
    write_swaps (report, sheet, column + 2, upper, lower);
}

static void
write_ranks (XrReport *report, XrSheet *sheet, const XrPostResult *post)
{
  for (guint i = 0; i < post->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (post->standings, i);
      const XrStanding *next = i + 1 < post->standings->len
                                 ? g_ptr_array_index (post->standings, i + 1)
                                 : NULL;
      lxw_col_t column;

      xr_report_write_key (report, sheet, standing->application);
      column = write_contributions (report, sheet, standing);
      if (standing->has_total)
        {
          xr_sheet_decimal (
            sheet, column,
            (XrStyle) (XR_STYLE_NUMBER0 + report->contest->plan->settings.total_places),
            standing->total);
          xr_sheet_integer (sheet, column + 1, standing->rank);
        }
      if (next != NULL && next->has_total)
        write_neighbour (report, sheet, column + 2, standing, next, !is_large (post));
      xr_sheet_next (sheet);
    }
}

static void
write_rank_heads (XrReport *report, XrSheet *sheet)
{
  static const char *const heads[] = {
    "总分", "名次", "领先下一名", "起决定作用的项目", "使两人互换的最小单个分数改动", NULL
  };
  guint n = report->contest->plan->components->len;
  lxw_col_t column = (lxw_col_t) (XR_REPORT_KEY_COLUMNS + n);

  xr_report_write_key_heads (sheet);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *head = g_strdup_printf ("%s 折合分",
                                               xr_report_component (report, (int) i)->name);

      xr_sheet_text (sheet, (lxw_col_t) (XR_REPORT_KEY_COLUMNS + i), XR_STYLE_HEAD, head);
    }
  write_heads (sheet, column, heads);
  column += (lxw_col_t) (G_N_ELEMENTS (heads) - 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *head = NULL;

      if (!xr_explain_is_voted (xr_report_component (report, (int) i)))
        continue;
      head = g_strdup_printf ("%s 使两人互换的最小单张票改动",
                              xr_report_component (report, (int) i)->name);
      xr_sheet_text (sheet, column++, XR_STYLE_HEAD, head);
    }
  xr_sheet_next (sheet);
}

static void
write_change (XrSheet *sheet, lxw_col_t column, int points)
{
  g_autofree char *text = xr_explain_paper_points (points);

  xr_sheet_text (sheet, column, XR_STYLE_TEXT, text);
}

static void
write_weights (XrReport *report, XrSheet *sheet, const XrPostResult *post)
{
  g_autoptr (GPtrArray) changes = xr_explain_weights (report->contest, post);

  for (guint i = 0; i < changes->len; i++)
    {
      const XrWeightChange *change = g_ptr_array_index (changes, i);
      const XrComponent *component = xr_report_component (report, change->component);

      xr_sheet_text (sheet, 0, XR_STYLE_TEXT, get_post (report, post)->name);
      xr_sheet_text (sheet, 1, XR_STYLE_TEXT, component->name);
      xr_sheet_decimal (sheet, 2, XR_STYLE_SHORT, component->weight);
      write_change (sheet, 3, change->up);
      write_change (sheet, 4, change->down);
      xr_sheet_next (sheet);
    }
}

/* ---- without one ballot */

static void
write_effects (XrReport *report, XrSheet *sheet, const XrPostResult *post, int component)
{
  g_autoptr (XrBallotEffects) effects = xr_ballot_effects_new (report->office, report->contest,
                                                               post, component, NULL);

  if (effects == NULL || effects->n_ballots == 0
      || (guint64) effects->n_ballots * post->standings->len > MOST_TRIALS)
    return;
  while (xr_ballot_effects_step (effects))
    ;
  xr_sheet_text (sheet, 0, XR_STYLE_TEXT, get_post (report, post)->name);
  xr_sheet_text (sheet, 1, XR_STYLE_TEXT, xr_report_component (report, component)->name);
  xr_sheet_integer (sheet, 2, effects->n_ballots);
  xr_sheet_integer (sheet, 3, effects->n_tried);
  xr_sheet_integer (sheet, 4, effects->n_moving);
  xr_sheet_integer (sheet, 5, effects->most_moved);
  xr_sheet_integer (sheet, 6, effects->n_lists);
  xr_sheet_next (sheet);
}

static void
write_ballots (XrReport *report, XrSheet *sheet)
{
  static const char *const heads[] = { "职位",           "项目",
                                       "票数",           "去掉一张试算的票数",
                                       "使名次变动的票", "最多变动人数",
                                       "使名单改变的票", NULL };

  xr_sheet_next (sheet);
  write_heads (sheet, 0, heads);
  xr_sheet_next (sheet);
  for (guint i = 0; i < report->result->posts->len; i++)
    for (int k = 0; k < (int) report->contest->plan->components->len; k++)
      if (xr_explain_is_voted (xr_report_component (report, k)))
        write_effects (report, sheet, g_ptr_array_index (report->result->posts, i), k);
  write_note (sheet, XR_EXPLAIN_PAPER_WITHOUT
              "人数过少、不能公开的组的票和人工计票的票不试算；票数与人数之积过大的不列。");
}

void
xr_report_write_explanation (XrReport *report)
{
  static const char *const heads[] = { "职位", "项目", "权重", "权重增加5分以内", "权重减少5分以内",
                                       NULL };
  XrSheet *sheet = xr_report_add_sheet (report, "说明排名");

  write_rank_heads (report, sheet);
  for (guint i = 0; i < report->result->posts->len; i++)
    {
      const XrPostResult *post = g_ptr_array_index (report->result->posts, i);

      write_ranks (report, sheet, post);
      if (is_large (post))
        write_large_note (report, sheet, post);
    }
  xr_sheet_next (sheet);
  write_heads (sheet, 0, heads);
  xr_sheet_next (sheet);
  for (guint i = 0; i < report->result->posts->len; i++)
    write_weights (report, sheet, g_ptr_array_index (report->result->posts, i));
  write_note (sheet, XR_EXPLAIN_PAPER_WEIGHTS);
  write_note (sheet, XR_EXPLAIN_PAPER_CHANGE);
  write_ballots (report, sheet);
}

/* ---- 评委分析 */

static void
write_judge (XrReport *report, XrSheet *sheet, const XrPostResult *post,
             const XrJudgeFigures *figures)
{
  const XrJudge *judge = g_ptr_array_index (report->contest->judges, (guint) figures->judge);

  xr_sheet_text (sheet, 0, XR_STYLE_TEXT, get_post (report, post)->name);
  xr_sheet_text (sheet, 1, XR_STYLE_TEXT, xr_report_component (report, judge->component)->name);
  xr_sheet_text (sheet, 2, XR_STYLE_TEXT, judge->name);
  xr_sheet_integer (sheet, 3, figures->n_scored);
  xr_sheet_integer (sheet, 4, figures->n_recused);
  if (figures->n_scored > 0)
    {
      xr_sheet_decimal (sheet, 5, XR_STYLE_NUMBER2, figures->mean);
      xr_sheet_decimal (sheet, 6, XR_STYLE_NUMBER2, figures->severity);
      xr_sheet_decimal (sheet, 7, XR_STYLE_NUMBER2, figures->spread);
      xr_sheet_decimal (sheet, 8, XR_STYLE_SHORT, figures->lowest);
      xr_sheet_decimal (sheet, 9, XR_STYLE_SHORT, figures->highest);
      if (figures->n_scored >= XR_EXPLAIN_FEWEST_COMPARED && figures->n_pairs > 0)
        xr_sheet_decimal (sheet, 10, XR_STYLE_NUMBER2, figures->agreement);
      xr_sheet_integer (sheet, 11, figures->n_dropped_high);
      xr_sheet_integer (sheet, 12, figures->n_dropped_low);
    }
  xr_sheet_next (sheet);
}

static void
write_judges (XrReport *report, XrSheet *sheet, const XrPostResult *post)
{
  for (guint i = 0; i < report->contest->plan->components->len; i++)
    {
      g_autoptr (GArray) figures = NULL;

      if (xr_report_component (report, (int) i)->method != XR_METHOD_JUDGES)
        continue;
      figures = xr_explain_judges (report->contest, post, (int) i);
      for (guint k = 0; k < figures->len; k++)
        write_judge (report, sheet, post, &g_array_index (figures, XrJudgeFigures, k));
    }
}

/* One line for a judge: what changes without him, and the rank that each candidate would have. */
static void
write_without (XrReport *report, XrSheet *sheet, const XrPostResult *post, int index)
{
  g_autoptr (XrWithout) without = xr_explain_without_judge (report->contest, post, index);
  const XrJudge *judge = g_ptr_array_index (report->contest->judges, (guint) index);

  xr_sheet_text (sheet, 0, XR_STYLE_TEXT, get_post (report, post)->name);
  xr_sheet_text (sheet, 1, XR_STYLE_TEXT, xr_report_component (report, judge->component)->name);
  xr_sheet_text (sheet, 2, XR_STYLE_TEXT, judge->name);
  if (!without->known)
    xr_sheet_text (sheet, 3, XR_STYLE_TEXT, "余下评委不足，无法计算");
  else
    {
      xr_sheet_integer (sheet, 3, without->n_moved);
      xr_sheet_text (sheet, 4, XR_STYLE_TEXT, without->list_changes ? "名单改变" : "名单不变");
    }
  xr_sheet_next (sheet);
  for (guint i = 0; without->known && i < MIN (post->standings->len, MOST_PEOPLE); i++)
    {
      const XrStanding *standing = g_ptr_array_index (post->standings, i);

      if (standing->rank == without->ranks[i] && standing->shortlisted == without->shortlisted[i])
        continue;
      xr_sheet_text (sheet, 5, XR_STYLE_TEXT,
                     xr_report_candidate (report, standing->application)->name);
      xr_sheet_integer (sheet, 6, standing->rank);
      xr_sheet_integer (sheet, 7, without->ranks[i]);
      if (standing->shortlisted != without->shortlisted[i])
        xr_sheet_text (sheet, 8, XR_STYLE_TEXT, without->shortlisted[i] ? "进入名单" : "退出名单");
      xr_sheet_next (sheet);
    }
}

static void
write_all_without (XrReport *report, XrSheet *sheet, const XrPostResult *post)
{
  g_autoptr (GArray) judges = xr_explain_list_judges (report->contest, post->post);

  if (is_large (post))
    write_large_note (report, sheet, post);
  for (guint i = 0; !is_large (post) && i < judges->len; i++)
    write_without (report, sheet, post, g_array_index (judges, int, i));
}

void
xr_report_write_judge_analysis (XrReport *report)
{
  static const char *const heads[] = { "职位",
                                       "项目",
                                       "评委",
                                       "评分人数",
                                       "回避人数",
                                       "平均分",
                                       "与评委组均值之差",
                                       "离散程度",
                                       "最低分",
                                       "最高分",
                                       "与其他评委排序一致度",
                                       "去高次数",
                                       "去低次数",
                                       NULL };
  static const char *const without[] = { "职位",     "项目",       "去掉的评委", "名次变动人数",
                                         "名单",     "变动的人员", "原名次",     "去掉后名次",
                                         "名单变化", NULL };
  XrSheet *sheet;

  if (report->contest->judges->len == 0)
    return;
  sheet = xr_report_add_sheet (report, "评委分析");
  write_heads (sheet, 0, heads);
  xr_sheet_next (sheet);
  for (guint i = 0; i < report->result->posts->len; i++)
    write_judges (report, sheet, g_ptr_array_index (report->result->posts, i));
  write_note (sheet, XR_EXPLAIN_PAPER_JUDGES);
  xr_sheet_next (sheet);
  write_heads (sheet, 0, without);
  xr_sheet_next (sheet);
  for (guint i = 0; i < report->result->posts->len; i++)
    write_all_without (report, sheet, g_ptr_array_index (report->result->posts, i));
  write_note (sheet, XR_EXPLAIN_PAPER_WITHOUT "名次为0表示没有名次；只列前100名的变动。");
}
