/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F4 资格审查表: each condition with the fact that decided, and who says so. What nobody knows stays open;
 * it is never turned into a verdict. */

#include "config.h"

#include "forms/papers/common.h"
#include "forms/papers/plan-text.h"
#include "round/commands.h"

static const XrRuleReview *
find_rule (const XrApplicationReview *review, gint64 rule)
{
  for (guint i = 0; review != NULL && i < review->rules->len; i++)
    {
      const XrRuleReview *one = g_ptr_array_index (review->rules, i);
      if (one->rule == rule)
        return one;
    }
  return NULL;
}

/* The fact in the words of papers: months as 1975.04. */
static const char *
say_fact (XrFill *fill, const XrRuleReview *review, XrRow *person)
{
  switch (review->kind)
    {
    case XR_RULE_MAX_AGE:
      return xr_common_born (fill, person);
    case XR_RULE_YEARS_WORKED:
      return xr_fill_month (fill, person, "work_since");
    case XR_RULE_YEARS_IN_RANK:
      if (xr_fill_get (person, "rank") == NULL
          || xr_fill_month (fill, person, "rank_since") == NULL)
        return xr_fill_get (person, "rank");
      return xr_fill_printf (fill, "%s（%s任）", xr_fill_get (person, "rank"),
                             xr_fill_month (fill, person, "rank_since"));
    case XR_RULE_APPRAISALS:
      return xr_fill_get (person, "appraisals");
    case XR_RULE_PUNISHMENT:
      return xr_fill_month (fill, person, "punished_until");
    default:
      return xr_fill_keep (fill, review->judgement.fact);
    }
}

/* The reviewer's word before the program's; −1: nobody knows yet. */
static int
verdict_of (const XrRuleReview *review)
{
  if (review->verdict != NULL)
    return g_str_equal (review->verdict, "met") ? 0 : 1;
  if (review->judgement.state == XR_VERDICT_UNKNOWN)
    return -1;
  return review->judgement.state == XR_VERDICT_MET ? 0 : 1;
}

static void
add_rule (XrFill *fill, XrGrid *grid, XrRow *rule, const XrRuleReview *review, XrRow *person)
{
  XrRuleKind kind = XR_RULE_BY_HAND;

  xr_rule_kind_from_id (xr_fill_get (rule, "kind"), &kind);
  xr_grid_row (grid, 11);
  xr_grid_words (grid, 1, xr_rule_kind_word (kind));
  xr_grid_words (grid, 1, xr_plan_text_rule (fill, rule))->align = XR_ALIGN_LEFT;
  xr_grid_value (grid, 1, review ? say_fact (fill, review, person) : NULL);
  xr_grid_value (grid, 1, review ? xr_fill_keep (fill, review->reason) : NULL)->align
    = XR_ALIGN_LEFT;
  xr_grid_checks (grid, 1, "符合|不符合", review ? verdict_of (review) : -1);
  xr_grid_value (grid, 1, review ? xr_fill_keep (fill, review->reviewer) : NULL);
}

static void
fill_rules (XrFill *fill, const XrApplicationReview *review, XrRow *person)
{
  const XrFormSubject *subject = xr_fill_subject (fill);
  GPtrArray *rules = xr_fill_rows (fill, "rule", "round_id", xr_fill_round (fill));
  XrGrid *grid = xr_fill_grid (fill, "条件表", 22, 42, 36, 30, 22, 18);
  static const char *const heads[] = { "条件",           "要求",     "本人情况",
                                       "依据材料及说明", "审查意见", "审查人" };

  xr_grid_row (grid, 9);
  xr_grid_repeat_row (grid);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_common_head (grid, 1, heads[i]);
  for (guint i = 0; i < rules->len; i++)
    {
      XrRow *rule = g_ptr_array_index (rules, i);
      gint64 post = xr_row_get_int (rule, "post_id");
      if (post == 0 || subject->post == 0 || post == subject->post)
        add_rule (fill, grid, rule, find_rule (review, xr_row_get_id (rule)), person);
    }
}

/* "2026年3月2日　reason" of somebody who withdrew. */
static const char *
say_withdrawal (XrFill *fill, XrRow *application)
{
  const char *on = xr_fill_date (fill, application, "left_on");
  const char *reason = xr_fill_get (application, "left_reason");

  if (g_strcmp0 (xr_fill_get (application, "state"), "withdrawn") != 0)
    return NULL;
  return xr_fill_printf (fill, "%s　%s", on ? on : "", reason ? reason : "");
}

static void
fill_conclusion (XrFill *fill, const XrApplicationReview *review, XrRow *person)
{
  const char *verdict = review ? review->verdict : NULL;
  XrGrid *grid = xr_fill_grid (fill, "结论表", 26, 59, 26, 59);

  xr_grid_row (grid, 9);
  xr_grid_pair (grid, "推荐方式", 1, xr_fill_get (person, "source"));
  xr_grid_label (grid, 1, "信息核对");
  xr_grid_checks (grid, 1, "一致|不一致，说明：", -1);
  xr_grid_row (grid, 9);
  xr_grid_label (grid, 1, "破格情形");
  xr_grid_checks (grid, 3, "无|有，类别、批件及理由：", -1)->align = XR_ALIGN_LEFT;
  xr_grid_row (grid, 9);
  xr_grid_label (grid, 1, "退出报名");
  xr_grid_value (grid, 3, say_withdrawal (fill, xr_fill_application (fill)));
  xr_grid_row (grid, 9);
  xr_grid_label (grid, 1, "审查结论");
  xr_grid_checks (grid, 1, "合格|不合格",
                  verdict == NULL ? -1 : g_strcmp0 (verdict, "eligible") != 0);
  xr_grid_pair (grid, "原因", 1, review ? xr_fill_keep (fill, review->reason) : NULL);
  xr_grid_row (grid, 9);
  xr_grid_pair (grid, "审查人", 1, review ? xr_fill_keep (fill, review->reviewer) : NULL);
  xr_grid_pair (grid, "审查日期", 1, review ? xr_fill_day (fill, review->reviewed_on) : NULL);
  xr_grid_row (grid, 9);
  xr_grid_pair (grid, "审定人", 1, review ? xr_fill_keep (fill, review->approved_by) : NULL);
  xr_grid_pair (grid, "审定日期", 1, review ? xr_fill_day (fill, review->approved_on) : NULL);
}

static void
fill_review (XrFill *fill)
{
  XrRow *person = xr_fill_candidate (fill);
  XrGrid *grid = xr_fill_grid (fill, "基本情况", XR_COMMON_SIX);
  g_autoptr (GPtrArray) reviews = person ? xr_round_review (xr_fill_office (fill),
                                                            xr_fill_round (fill), NULL)
                                         : NULL;
  const XrApplicationReview *review = xr_common_find_review (reviews,
                                                             xr_fill_subject (fill)->application);

  xr_fill_text (fill, "编号", xr_fill_get (person, "number"));
  xr_common_identity (fill, grid, person);
  fill_rules (fill, review, person);
  fill_conclusion (fill, review, person);
}

XR_FORM_DEFINE (review_form, .id = "review-form", .title = "资格审查表",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (3), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED, .fill = fill_review)
