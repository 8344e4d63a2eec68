/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F30 全程纪实表: one person's way through all stages, each figure from the rows and results that the stages
 * themselves show. */

#include "config.h"

#include "forms/papers/common.h"

#define ROW 7.2 /* mm: the record of a person who came to the end is one page */

static XrGridCell *
add_wide (XrGrid *grid, const char *label, const char *text)
{
  XrGridCell *cell = xr_grid_pair (grid, label, grid->widths->len - grid->column - 1, text);

  cell->align = XR_ALIGN_LEFT;
  return cell;
}

static void
add_section (XrGrid *grid, const char *title)
{
  XrGridCell *cell = NULL;

  xr_grid_row (grid, ROW);
  g_array_index (grid->rows, XrGridRow, grid->rows->len - 1).keep = TRUE;
  cell = xr_grid_words (grid, grid->widths->len, title);
  cell->align = XR_ALIGN_LEFT;
  cell->face = XR_FACE_HEI;
}

/* ---- before */

/* "有" or "无" once all seven reasons were looked at. */
static const char *
say_exclusion (XrFill *fill, gint64 application)
{
  GPtrArray *rows = xr_fill_rows (fill, "exclusion_check", "application_id", application);
  gboolean found = FALSE;

  for (guint i = 0; i < rows->len; i++)
    found |= xr_row_get_int (g_ptr_array_index (rows, i), "found") != 0;
  return found ? "有" : rows->len >= 7 ? "无" : NULL;
}

static const char *
say_vacancies (XrFill *fill, XrRow *post)
{
  const char *approved = xr_fill_get (post, "approved"), *filled = xr_fill_get (post, "filled");

  if (post == NULL)
    return NULL;
  return xr_fill_printf (fill, "核定%s，现有%s，空缺%s", approved ? approved : "　　",
                         filled ? filled : "　　", xr_fill_get (post, "vacancies"));
}

static void
add_before (XrFill *fill, XrGrid *grid, gint64 application, XrRow *person)
{
  XrRow *post = xr_fill_post (fill);
  XrRow *dossier = person ? xr_common_find (fill, "dossier", "candidate_id", xr_row_get_id (person))
                          : NULL;

  add_section (grid, "一、基本情况和动议");
  xr_common_identity (fill, grid, person);
  xr_grid_row (grid, ROW);
  xr_grid_pair (grid, "拟任职务", 1, xr_fill_get (post, "name"));
  xr_grid_pair (grid, "拟免职务", 1, xr_fill_get (dossier, "removed_post"));
  xr_grid_pair (grid, "人选来源", 1, xr_fill_get (person, "source"));
  xr_grid_row (grid, ROW);
  xr_grid_pair (grid, "职数情况", 1, say_vacancies (fill, post));
  xr_grid_pair (grid, "不得列为考察\n对象的情形", 1, say_exclusion (fill, application));
  xr_grid_pair (grid, "破格及理由", 1, NULL);
  xr_grid_row (grid, ROW);
  xr_grid_pair (grid, "方案研究\n日期", 1,
                person ? xr_fill_setting_date (fill, "decided_on") : NULL);
  xr_grid_pair (grid, "研究会议", 1, person ? xr_fill_setting (fill, "decided_at") : NULL);
  xr_grid_pair (grid, "征求上级\n意见", 1, NULL);
}

/* ---- votes and scores */

/* "name 85.30；…" of all components. */
static const char *
say_components (XrFill *fill, const XrStanding *standing, const XrCase *contest)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; standing != NULL && i < contest->plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (contest->plan->components, i);
      if (standing->components[i].has_value)
        g_string_append_printf (
          text, "%s%s %s", text->len > 0 ? "；" : "", component->name,
          xr_fill_decimal (fill, standing->components[i].value, component->places));
    }
  return text->len > 0 ? xr_fill_keep (fill, text->str) : NULL;
}

/* The account and the votes on the person in each component that people voted on. */
static void
add_votes (XrFill *fill, XrGrid *grid, const XrStanding *standing, const XrCase *contest)
{
  for (guint i = 0; standing != NULL && i < contest->plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (contest->plan->components, i);
      gint64 yes = 0, no = 0, abstain = 0;
      gboolean any = FALSE;

      for (guint j = 0; j < contest->votes->len; j++)
        {
          const XrVote *vote = &g_array_index (contest->votes, XrVote, j);
          if (vote->component != (int) i || vote->candidate != standing->candidate)
            continue;
          any = TRUE;
          yes += vote->yes;
          no += vote->no;
          abstain += vote->abstain;
        }
      if (!any)
        continue;
      xr_grid_row (grid, ROW);
      add_wide (grid, xr_fill_keep (fill, component->name),
                xr_fill_printf (fill, "推荐%d票，不推荐%d票，弃权%d票", (int) yes, (int) no,
                                (int) abstain));
    }
}

static void
add_scores (XrFill *fill, XrGrid *grid, gint64 application)
{
  const XrCase *contest = NULL;
  const XrStanding *standing = xr_fill_standing (fill, application, &contest);
  const XrPostResult *post = xr_fill_post_result (fill, xr_fill_subject (fill)->post, &contest);

  add_section (grid, "二、推荐和计分");
  add_votes (fill, grid, standing, contest);
  xr_grid_row (grid, ROW);
  add_wide (grid, "各项得分", say_components (fill, standing, contest));
  xr_grid_row (grid, ROW);
  xr_grid_pair (grid, "总分", 1,
                standing && standing->has_total
                  ? xr_fill_decimal (fill, standing->total, contest->plan->settings.total_places)
                  : NULL);
  xr_grid_pair (grid, "名次", 1,
                standing && standing->rank > 0 ? xr_fill_printf (fill, "%d", standing->rank)
                                               : NULL);
  xr_grid_pair (grid, "参加人数", 1,
                post ? xr_fill_printf (fill, "%u", post->standings->len) : NULL);
}

/* ---- inspection */

static const char *
say_check (XrFill *fill, gint64 application, const char *kind)
{
  GPtrArray *rows = xr_fill_rows (fill, "inspection_check", "application_id", application);

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      if (g_strcmp0 (xr_fill_get (row, "kind"), kind) == 0)
        return xr_fill_word (xr_fill_get (row, "conclusion"),
                             "clear=未发现问题;minor=有情况，不影响;problem=有问题，影响;"
                             "not-due=不需要");
    }
  return NULL;
}

static void
add_inspection (XrFill *fill, XrGrid *grid, gint64 application)
{
  XrRow *inspection = xr_common_find (fill, "inspection", "application_id", application);
  GPtrArray *team = xr_fill_rows (fill, "team_member", "round_id", xr_fill_round (fill));
  const char *from = xr_fill_date (fill, inspection, "starts_on");
  const char *to = xr_fill_date (fill, inspection, "ends_on");

  add_section (grid, "三、组织考察");
  xr_grid_row (grid, ROW);
  xr_grid_pair (grid, "考察预告", 1, xr_fill_date (fill, inspection, "notice_on"));
  xr_grid_pair (grid, "考察时间", 3, from && to ? xr_fill_printf (fill, "%s至%s", from, to) : from);
  xr_grid_row (grid, ROW);
  xr_grid_pair (grid, "考察组成员", 3, inspection ? xr_common_join (fill, team, "name") : NULL);
  xr_grid_pair (grid, "考察等次", 1,
                xr_fill_word (xr_fill_get (inspection, "rating"),
                              "excellent=优秀;good=较好;fair=一般;poor=较差"));
  xr_grid_row (grid, ROW);
  xr_grid_pair (grid, "档案审核", 1, say_check (fill, application, "archive"));
  xr_grid_pair (grid, "个人事项\n查核", 1, say_check (fill, application, "personal"));
  xr_grid_pair (grid, "纪检监察\n意见", 1, say_check (fill, application, "discipline"));
  xr_grid_row (grid, ROW);
  xr_grid_pair (grid, "信访举报\n查核", 1, say_check (fill, application, "complaints"));
  xr_grid_pair (grid, "廉洁自律\n意见", 1, say_check (fill, application, "integrity"));
  xr_grid_pair (grid, "经济责任\n审计", 1, say_check (fill, application, "audit"));
}

/* ---- decision */

static const char *
say_outcome (const XrVoteOutcome *outcome, XrRow *vote)
{
  if (xr_row_get_int (vote, "postponed") != 0)
    return "缓议";
  return !outcome->quorate ? "无效" : outcome->passed ? "通过" : "未通过";
}

/* Who was asked for an opinion before the meeting, and what they said. */
static const char *
say_consultations (XrFill *fill, gint64 application)
{
  GPtrArray *rows = xr_fill_rows (fill, "consultation", "application_id", application);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      const char *opinion = xr_fill_word (xr_fill_get (row, "opinion"),
                                          "agree=同意;disagree=不同意;other=另有意见");

      g_string_append_printf (text, "%s%s：%s", text->len > 0 ? "；" : "",
                              xr_fill_get (row, "asked"), opinion != NULL ? opinion : "未答复");
    }
  return text->len > 0 ? xr_fill_keep (fill, text->str) : NULL;
}

static void
add_decision (XrFill *fill, XrGrid *grid, gint64 application)
{
  GPtrArray *votes = xr_fill_rows (fill, "vote", "application_id", application);
  XrRow *vote = votes->len > 0 ? g_ptr_array_index (votes, votes->len - 1) : NULL;
  XrRow *meeting = vote ? xr_fill_load (fill, "meeting", xr_row_get_owner (vote)) : NULL;
  g_autoptr (XrVoteOutcome) outcome = vote ? xr_vote_outcome (xr_fill_office (fill),
                                                              xr_row_get_id (vote), NULL)
                                           : NULL;

  add_section (grid, "四、酝酿和讨论决定");
  xr_grid_row (grid, ROW);
  add_wide (grid, "酝酿情况", say_consultations (fill, application));
  xr_grid_row (grid, ROW);
  xr_grid_pair (grid, "时间", 1, xr_fill_date (fill, meeting, "held_on"));
  xr_grid_pair (grid, "届次", 3, xr_fill_get (meeting, "number"));
  xr_grid_row (grid, ROW);
  add_wide (grid, "到会情况",
            outcome ? xr_fill_printf (fill, "成员总数%d人，应到%d人，参加表决%d人，回避%d人；%s",
                                      (int) outcome->members, (int) outcome->due,
                                      (int) outcome->present, (int) outcome->recused,
                                      outcome->quorate ? "符合到会规定" : "不符合到会规定")
                    : NULL);
  xr_grid_row (grid, ROW);
  add_wide (grid, "表决结果",
            outcome ? xr_fill_printf (fill, "同意%s票，不同意%s票，缓议%s票，弃权%s票；%s",
                                      xr_fill_get (vote, "yes"), xr_fill_get (vote, "no"),
                                      xr_fill_get (vote, "defer"), xr_fill_get (vote, "abstain"),
                                      say_outcome (outcome, vote))
                    : NULL);
}

/* ---- appointment */

static const char *
say_complaints (XrFill *fill, gint64 application)
{
  GPtrArray *rows = xr_fill_rows (fill, "complaint", "application_id", application);
  guint open = 0, proved = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const char *outcome = xr_fill_get (g_ptr_array_index (rows, i), "outcome");
      open += g_strcmp0 (outcome, "open") == 0;
      proved += g_strcmp0 (outcome, "proved") == 0;
    }
  if (application == 0)
    return NULL;
  return rows->len == 0
           ? "无"
           : xr_fill_printf (fill, "%u件，待查%u件，查实影响%u件", rows->len, open, proved);
}

static void
add_appointment (XrFill *fill, XrGrid *grid, gint64 application)
{
  XrRow *row = xr_common_find (fill, "appointment", "application_id", application);
  GPtrArray *notices = xr_fill_rows (fill, "publicity", "round_id", xr_fill_round (fill));
  g_autoptr (XrPublicity) counted = row != NULL && notices->len > 0 ? xr_publicity_count (
                                      xr_fill_office (fill),
                                      xr_row_get_id (g_ptr_array_index (notices, notices->len - 1)),
                                      NULL)
                                                                    : NULL;

  add_section (grid, "五、公示和任职");
  xr_grid_row (grid, ROW);
  xr_grid_pair (grid, "公示时间", 3,
                counted ? xr_fill_printf (fill, "%s至%s", xr_fill_day (fill, counted->first),
                                          xr_fill_day (fill, counted->last))
                        : NULL);
  xr_grid_pair (grid, "信访举报", 1, say_complaints (fill, application));
  xr_grid_row (grid, ROW);
  xr_grid_pair (grid, "决定日期", 1, xr_fill_date (fill, row, "decided_on"));
  xr_grid_pair (grid, "通知日期", 1, xr_fill_date (fill, row, "notice_on"));
  xr_grid_pair (grid, "通知文号", 1, xr_fill_get (row, "notice_number"));
  xr_grid_row (grid, ROW);
  xr_grid_pair (grid, "谈话日期", 1, xr_fill_date (fill, row, "talk_on"));
  xr_grid_pair (grid, "备案日期", 1, xr_fill_date (fill, row, "filed_on"));
  xr_grid_pair (grid, "试用期满\n结果", 1,
                xr_fill_word (xr_fill_get (row, "outcome"),
                              "confirmed=正式任职;extended=延长试用;removed=免去职务"));
}

static void
fill_record (XrFill *fill)
{
  XrRow *application = xr_fill_application (fill);
  gint64 id = application ? xr_row_get_id (application) : 0;
  XrGrid *grid = xr_fill_grid (fill, "表", XR_COMMON_SIX);

  add_before (fill, grid, id, xr_fill_candidate (fill));
  add_scores (fill, grid, id);
  add_inspection (fill, grid, id);
  add_decision (fill, grid, id);
  add_appointment (fill, grid, id);
}

XR_FORM_DEFINE (process_record, .id = "process-record", .title = "全程纪实表",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (10), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED, .subjects = xr_common_shortlisted, .fill = fill_record)
