/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F34 提请研究说明材料: the round on a few pages for the meeting: posts and applicants, scores, inspection, and
 * whom the personnel section proposes, with the reason where the order of scores was left. */

#include "config.h"

#include "forms/papers/common.h"

/* ---- 一、基本情况 */

static guint
count_state (GPtrArray *applications, const char *state)
{
  guint n = 0;

  for (guint i = 0; i < applications->len; i++)
    n += g_strcmp0 (xr_fill_get (applications->pdata[i], "state"), state) == 0;
  return n;
}

static void
fill_posts (XrFill *fill, GPtrArray *posts)
{
  xr_fill_line (fill, "职位情况", XR_BLOCK_TEXT, NULL);
  for (guint i = 0; xr_common_is_filled (fill) && i < posts->len; i++)
    {
      XrRow *post = posts->pdata[i];
      GPtrArray *applications = xr_fill_rows (fill, "application", "post_id", xr_row_get_id (post));
      guint withdrawn = count_state (applications, "withdrawn");
      guint ineligible = count_state (applications, "ineligible");

      xr_fill_line (fill, "职位情况", XR_BLOCK_TEXT,
                    xr_fill_printf (fill,
                                    "%s（%s名）：报名%u人，其中退出%u人、资格审查不合格%u人。",
                                    xr_fill_get (post, "name"), xr_fill_get (post, "vacancies"),
                                    applications->len, withdrawn, ineligible));
    }
}

/* ---- 二、成绩 */

static const char *
say_parts (XrFill *fill, const XrCase *contest, const XrStanding *standing)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < contest->plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (contest->plan->components, i);
      if (standing->components[i].has_value)
        g_string_append_printf (
          text, "，%s%s", component->name,
          xr_fill_decimal (fill, standing->components[i].value, component->places));
    }
  return xr_fill_keep (fill, text->str);
}

static void
fill_ranking_of (XrFill *fill, XrRow *post)
{
  const XrCase *contest = NULL;
  const XrPostResult *result = xr_fill_post_result (fill, xr_row_get_id (post), &contest);

  for (guint i = 0; result != NULL && i < result->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (result->standings, i);
      const XrCandidate *person = g_ptr_array_index (contest->candidates, standing->candidate);
      if (standing->rank > 0 && standing->has_total)
        xr_fill_line (fill, "成绩", XR_BLOCK_TEXT,
                      xr_fill_printf (fill, "%s第%d名　%s：总分%s%s。", xr_fill_get (post, "name"),
                                      standing->rank, person->name,
                                      xr_fill_decimal (fill, standing->total,
                                                       contest->plan->settings.total_places),
                                      say_parts (fill, contest, standing)));
    }
}

/* ---- 三、考察；四、建议 */

static const char *
say_checks (XrFill *fill, gint64 application)
{
  GPtrArray *checks = xr_fill_rows (fill, "inspection_check", "application_id", application);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < checks->len; i++)
    g_string_append_printf (
      text, "；%s%s",
      xr_fill_word (xr_fill_get (checks->pdata[i], "kind"),
                    "archive=档案审核;personal=个人有关事项查核;discipline=纪检监察机关意见;"
                    "complaints=信访举报查核;integrity=廉洁自律意见;audit=经济责任审计"),
      xr_fill_word (xr_fill_get (checks->pdata[i], "conclusion"),
                    "clear=未发现问题;minor=有情况，不影响任用;problem=有问题，影响任用;"
                    "not-due=不需要"));
  return xr_fill_keep (fill, text->str);
}

static const char *
say_inspection (XrRow *inspection)
{
  if (inspection == NULL)
    return "尚未考察";
  if (xr_row_get_int (inspection, "vetoed") != 0)
    return "考察中被一票否决";
  return xr_fill_word (xr_fill_get (inspection, "rating"),
                       "excellent=考察评价优秀;good=考察评价较好;fair=考察评价一般;"
                       "poor=考察评价较差");
}

static void
fill_person (XrFill *fill, XrRow *post, gint64 application)
{
  const char *name = xr_fill_get (xr_fill_person_of (fill, application), "name");
  XrRow *inspection = xr_fill_load (fill, "inspection", application);
  const char *reason = xr_fill_get (xr_fill_load (fill, "shortlist", application), "reason");
  const char *rating = say_inspection (inspection);
  gboolean vetoed = inspection != NULL && xr_row_get_int (inspection, "vetoed") != 0;

  xr_fill_line (fill, "考察", XR_BLOCK_TEXT,
                xr_fill_printf (fill, "%s（%s）：%s%s。", name, xr_fill_get (post, "name"),
                                rating ? rating : "考察评价尚未形成",
                                say_checks (fill, application)));
  if (!vetoed)
    xr_fill_line (fill, "建议", XR_BLOCK_TEXT,
                  xr_fill_printf (fill, "提请研究%s同志拟任%s。%s%s", name,
                                  xr_fill_get (post, "name"),
                                  reason ? "未按成绩名次提出的理由：" : "", reason ? reason : ""));
}

static void
fill_proposal (XrFill *fill)
{
  GPtrArray *posts = xr_fill_rows (fill, "post", "round_id", xr_fill_round (fill));

  fill_posts (fill, posts);
  xr_fill_line (fill, "成绩", XR_BLOCK_TEXT, NULL);
  xr_fill_line (fill, "考察", XR_BLOCK_TEXT, NULL);
  xr_fill_line (fill, "建议", XR_BLOCK_TEXT, NULL);
  for (guint i = 0; xr_common_is_filled (fill) && i < posts->len; i++)
    {
      gint64 id = xr_row_get_id (posts->pdata[i]);
      g_autoptr (GArray) shortlist = xr_round_shortlist (xr_fill_office (fill),
                                                         xr_fill_round (fill), id);
      fill_ranking_of (fill, posts->pdata[i]);
      for (guint j = 0; j < shortlist->len; j++)
        fill_person (fill, posts->pdata[i], g_array_index (shortlist, gint64, j));
    }
}

XR_FORM_DEFINE (proposal, .id = "proposal", .title = "提请研究说明材料", .scope = XR_SCOPE_ROUND,
                .stages = XR_AT_STAGE (8), .kind = XR_PAPER_DOCUMENT,
                .flags = XR_FORM_SEALED | XR_FORM_STAMPED, .fill = fill_proposal)
