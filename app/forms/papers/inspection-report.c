/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F19 考察材料: what the team found, as text, with the results of votes and checks. */

#include "config.h"

#include "forms/papers/common.h"

/* Every vote on the person with its result, and the rank. */
static void
fill_results (XrFill *fill, gint64 application)
{
  const XrCase *contest = NULL;
  const XrStanding *standing = xr_fill_standing (fill, application, &contest);

  xr_fill_line (fill, "推荐测评", XR_BLOCK_TEXT, NULL);
  for (guint i = 0; standing != NULL && i < contest->plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (contest->plan->components, i);
      if (standing->components[i].has_value)
        xr_fill_line (fill, "推荐测评", XR_BLOCK_TEXT,
                      xr_fill_printf (
                        fill, "%s得%s分。", component->name,
                        xr_fill_decimal (fill, standing->components[i].value, component->places)));
    }
  if (standing != NULL && standing->has_total)
    xr_fill_line (
      fill, "推荐测评", XR_BLOCK_TEXT,
      xr_fill_printf (fill, "总分%s分，排名第%d。",
                      xr_fill_decimal (fill, standing->total, contest->plan->settings.total_places),
                      standing->rank));
}

/* How many were talked to, and what they thought of the appointment. */
static const char *
say_talks (XrFill *fill, gint64 application)
{
  static const char *const words[] = { "agree",    "同意",   "mostly",  "基本同意",
                                       "disagree", "不同意", "unknown", "不了解" };
  GPtrArray *talks = xr_fill_rows (fill, "talk", "application_id", application);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i += 2)
    {
      guint n = 0;
      for (guint j = 0; j < talks->len; j++)
        n += g_strcmp0 (xr_fill_get (g_ptr_array_index (talks, j), "attitude"), words[i]) == 0;
      if (n > 0)
        g_string_append_printf (text, "，%s%u人", words[i + 1], n);
    }
  return talks->len > 0 ? xr_fill_printf (fill, "个别谈话%u人%s。", talks->len, text->str) : NULL;
}

static void
fill_checks (XrFill *fill, gint64 application)
{
  GPtrArray *checks = xr_fill_rows (fill, "inspection_check", "application_id", application);

  xr_fill_line (fill, "核查", XR_BLOCK_TEXT, NULL);
  for (guint i = 0; i < checks->len; i++)
    {
      XrRow *row = g_ptr_array_index (checks, i);
      const char *detail = xr_fill_get (row, "detail");
      const char *kind = xr_fill_word (xr_fill_get (row, "kind"),
                                       "archive=干部人事档案审核;personal=个人有关事项报告查核;"
                                       "discipline=纪检监察机关意见;complaints=信访举报查核;"
                                       "integrity=廉洁自律结论性意见;audit=经济责任审计");
      const char *conclusion = xr_fill_word (xr_fill_get (row, "conclusion"),
                                             "clear=未发现问题;minor=有情况，不影响任用;"
                                             "problem=有问题，影响任用;not-due=不需要");
      xr_fill_line (fill, "核查", XR_BLOCK_TEXT,
                    xr_fill_printf (fill, "%s：%s%s%s。", kind, conclusion, detail ? "，" : "",
                                    detail ? detail : ""));
    }
}

/* Those who inspected this person; who recused is named behind them. */
static const char *
say_team (XrFill *fill, gint64 application)
{
  GPtrArray *team = xr_fill_rows (fill, "team_member", "round_id", xr_fill_round (fill));
  GPtrArray *recusals = xr_fill_rows (fill, "team_recusal", "application_id", application);
  g_autoptr (GPtrArray) there = g_ptr_array_new ();
  g_autoptr (GPtrArray) away = g_ptr_array_new ();

  for (guint i = 0; i < team->len; i++)
    {
      gboolean recused = FALSE;
      for (guint j = 0; j < recusals->len; j++)
        recused = recused
                  || xr_row_get_int (recusals->pdata[j], "team_member_id")
                       == xr_row_get_id (team->pdata[i]);
      g_ptr_array_add (recused ? away : there, team->pdata[i]);
    }
  if (away->len == 0)
    return xr_common_join (fill, there, "name");
  return xr_fill_printf (fill, "%s（%s回避）", xr_common_join (fill, there, "name"),
                         xr_common_join (fill, away, "name"));
}

static void
fill_report (XrFill *fill)
{
  XrRow *inspection = xr_fill_row (fill);
  XrRow *person = xr_fill_candidate (fill);
  gint64 application = inspection ? xr_row_get_id (inspection) : 0;

  xr_fill_text (fill, "姓名", xr_fill_get (person, "name"));
  xr_fill_text (fill, "现任", xr_common_position (fill, person));
  xr_fill_text (fill, "考察起", xr_fill_date (fill, inspection, "starts_on"));
  xr_fill_text (fill, "考察止", xr_fill_date (fill, inspection, "ends_on"));
  xr_fill_text (fill, "考察组成员", say_team (fill, application));
  xr_fill_text (fill, "谈话情况", say_talks (fill, application));
  fill_results (fill, application);
  xr_fill_line (fill, "优点", XR_BLOCK_TEXT, xr_fill_get (inspection, "strengths"));
  xr_fill_line (fill, "不足", XR_BLOCK_TEXT, xr_fill_get (inspection, "faults"));
  xr_fill_line (fill, "生活圈", XR_BLOCK_TEXT, xr_fill_get (inspection, "life_circle"));
  fill_checks (fill, application);
  xr_fill_text (fill, "等次",
                xr_fill_word (xr_fill_get (inspection, "rating"),
                              "excellent=优秀;good=较好;fair=一般;poor=较差"));
  xr_fill_line (fill, "意见", XR_BLOCK_TEXT, xr_fill_get (inspection, "opinion"));
  xr_fill_text (fill, "材料日期", xr_fill_date (fill, inspection, "reported_on"));
}

XR_FORM_DEFINE (inspection_report, .id = "inspection-report", .title = "考察材料",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (7), .kind = XR_PAPER_DOCUMENT,
                .flags = XR_FORM_SEALED, .table = "inspection", .fill = fill_report)
