/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet of the votes of the meetings (票决): the counts as they were entered and, by formulas from them, who
 * takes part, how many have to be there and to agree, and the result. Nothing here says who voted how or who
 * recused. Of a secret vote of too few people only the result stands here. */

#include "config.h"

#include "exchange/report-private.h"

#include "round/commands.h"

#define WITHHELD "不单列"

enum
{
  VOTE_DAY = XR_REPORT_KEY_COLUMNS,
  VOTE_METHOD,
  VOTE_MEMBERS,
  VOTE_DUE,
  VOTE_PRESENT,
  VOTE_RECUSED,
  VOTE_PART,
  VOTE_LEAST,
  VOTE_YES,
  VOTE_NO,
  VOTE_DEFER,
  VOTE_ABSTAIN,
  VOTE_POSTPONED,
  VOTE_BASE,
  VOTE_NEEDED,
  VOTE_RESULT,
};

static const struct
{
  const char *head;
  guint8 width;
} columns[] = {
  { "职位", 28 },     { "编号", 8 },     { "姓名", 12 },    { "会议日期", 12 },
  { "表决方式", 12 }, { "成员总数", 9 }, { "应到", 7 },     { "实到", 7 },
  { "回避", 7 },      { "参加表决", 9 }, { "至少到会", 9 }, { "同意", 7 },
  { "不同意", 7 },    { "缓议", 7 },     { "弃权", 7 },     { "会议决定缓议", 13 },
  { "表决分母", 9 },  { "须同意票", 9 }, { "结果", 16 },
};

typedef struct
{
  XrReport *report;
  XrSheet *sheet;
  XrVoteRule rule;
} Votes;

/* The cell of @column in the current row. */
static const char *
cell (const Votes *self, char *buffer, lxw_col_t column)
{
  return xr_ref (buffer, self->sheet->row, column);
}

static gint64
count_votes (XrRow *vote)
{
  return xr_row_get_int (vote, "yes") + xr_row_get_int (vote, "no") + xr_row_get_int (vote, "defer")
         + xr_row_get_int (vote, "abstain");
}

/* As the vote report F21 says it. */
static const char *
say_result (const XrVoteOutcome *outcome, gboolean postponed)
{
  if (postponed)
    return "缓议";
  if (!outcome->quorate)
    return "到会不足，无效";
  return outcome->passed ? "通过" : "未通过";
}

/* The least whole number that is at least @ratio of the cell @base, or with @more over it. */
static char *
share_formula (const char *base, XrRatio ratio, gboolean more)
{
  return g_strdup_printf (
    "=INT((%s*%" G_GINT64_FORMAT "+%" G_GINT64_FORMAT ")/%" G_GINT64_FORMAT ")%s", base,
    ratio.numerator, more ? 0 : ratio.denominator - 1, ratio.denominator, more ? "+1" : "");
}

/* "2/3" (transfer full) */
static char *
say_ratio (XrRatio ratio)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, ratio.numerator,
                          ratio.denominator);
}

/* ---- one vote, from left to right */

static void
write_meeting (const Votes *self, XrRow *meeting)
{
  const XrField *held_on = xr_table_find_field (xr_row_get_table (meeting), "held_on");
  g_autofree char *day = xr_field_format (held_on, xr_row_get (meeting, "held_on"));

  xr_sheet_text (self->sheet, VOTE_DAY, XR_STYLE_TEXT, day);
  xr_sheet_text (self->sheet, VOTE_METHOD, XR_STYLE_TEXT,
                 xr_vote_method_word (xr_row_get (meeting, "method")));
}

static void
write_body (const Votes *self, const XrVoteOutcome *outcome)
{
  char a[XR_REF_SIZE], b[XR_REF_SIZE];
  g_autofree char *part = NULL, *least = NULL;

  xr_sheet_integer (self->sheet, VOTE_MEMBERS, outcome->members);
  xr_sheet_integer (self->sheet, VOTE_DUE, outcome->due);
  xr_sheet_integer (self->sheet, VOTE_PRESENT, outcome->present + outcome->recused);
  xr_sheet_integer (self->sheet, VOTE_RECUSED, outcome->recused);
  part = g_strdup_printf ("=%s-%s", cell (self, a, VOTE_PRESENT), cell (self, b, VOTE_RECUSED));
  xr_sheet_formula_integer (self->sheet, VOTE_PART, part, outcome->present);
  least = share_formula (
    cell (self, a, self->rule.quorum_body == XR_BODY_DUE ? VOTE_DUE : VOTE_MEMBERS),
    self->rule.quorum, FALSE);
  xr_sheet_formula_integer (self->sheet, VOTE_LEAST, least, outcome->least_present);
}

static void
write_counts (const Votes *self, XrRow *vote)
{
  static const char *const names[] = { "yes", "no", "defer", "abstain" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    xr_sheet_integer (self->sheet, (lxw_col_t) (VOTE_YES + i), xr_row_get_int (vote, names[i]));
  xr_sheet_text (self->sheet, VOTE_POSTPONED, XR_STYLE_TEXT,
                 xr_row_get_int (vote, "postponed") != 0 ? "是" : "否");
}

/* What the majority is taken of. */
static char *
base_formula (const Votes *self)
{
  char a[XR_REF_SIZE], b[XR_REF_SIZE];

  switch (self->rule.majority_body)
    {
    case XR_BODY_VALID:
      return g_strdup_printf ("=SUM(%s:%s)", cell (self, a, VOTE_YES),
                              cell (self, b, VOTE_ABSTAIN));
    case XR_BODY_PRESENT:
      return g_strdup_printf ("=%s", cell (self, a, VOTE_PART));
    case XR_BODY_MEMBERS:
      return g_strdup_printf ("=%s", cell (self, a, VOTE_MEMBERS));
    case XR_BODY_DUE:
    default:
      return g_strdup_printf ("=%s", cell (self, a, VOTE_DUE));
    }
}

static void
write_result (const Votes *self, const XrVoteOutcome *outcome, gboolean postponed)
{
  char a[XR_REF_SIZE], b[XR_REF_SIZE], c[XR_REF_SIZE], d[XR_REF_SIZE], e[XR_REF_SIZE],
    f[XR_REF_SIZE];
  g_autofree char *base = base_formula (self);
  g_autofree char *needed = NULL, *result = NULL;

  xr_sheet_formula_integer (self->sheet, VOTE_BASE, base, outcome->base);
  needed = share_formula (cell (self, a, VOTE_BASE), self->rule.majority, TRUE);
  xr_sheet_formula_integer (self->sheet, VOTE_NEEDED, needed, outcome->needed);
  result = g_strdup_printf ("=IF(%s=\"是\",\"缓议\",IF(OR(%s=0,%s<%s),\"到会不足，无效\","
                            "IF(%s>=%s,\"通过\",\"未通过\")))",
                            cell (self, a, VOTE_POSTPONED), cell (self, b, VOTE_MEMBERS),
                            cell (self, c, VOTE_PART), cell (self, d, VOTE_LEAST),
                            cell (self, e, VOTE_YES), cell (self, f, VOTE_NEEDED));
  xr_sheet_formula_text (self->sheet, VOTE_RESULT, result, say_result (outcome, postponed));
}

/* A secret vote of few: what each of them did could be worked out from the counts. */
static void
write_withheld (const Votes *self, const XrVoteOutcome *outcome, gboolean postponed)
{
  for (lxw_col_t column = VOTE_YES; column <= VOTE_ABSTAIN; column++)
    xr_sheet_text (self->sheet, column, XR_STYLE_TEXT, WITHHELD);
  xr_sheet_text (self->sheet, VOTE_POSTPONED, XR_STYLE_TEXT, postponed ? "是" : "否");
  if (self->rule.majority_body != XR_BODY_VALID)
    {
      xr_sheet_integer (self->sheet, VOTE_BASE, outcome->base);
      xr_sheet_integer (self->sheet, VOTE_NEEDED, outcome->needed);
    }
  xr_sheet_text (self->sheet, VOTE_RESULT, XR_STYLE_TEXT, say_result (outcome, postponed));
}

static void
remember (const Votes *self, int application, const char *day, const char *ours)
{
  XrReportVote *known = g_new0 (XrReportVote, 1);
  g_autofree char *prefix = xr_sheet_dup_prefix (self->sheet);
  char result[XR_REF_SIZE];

  known->application = application;
  known->what = g_strdup_printf ("票决 %s", day);
  known->ours = g_strdup (ours);
  known->formula = g_strdup_printf ("=%s%s&\"\"", prefix, cell (self, result, VOTE_RESULT));
  g_ptr_array_add (self->report->votes, known);
}

static void
write_vote (const Votes *self, XrRow *meeting, XrRow *vote)
{
  int application = xr_report_find_application (self->report,
                                                xr_row_get_int (vote, "application_id"));
  g_autoptr (XrVoteOutcome) outcome = xr_vote_outcome (self->report->office, xr_row_get_id (vote),
                                                       NULL);
  gboolean postponed = xr_row_get_int (vote, "postponed") != 0;

  if (application < 0 || outcome == NULL)
    return;
  xr_report_write_key (self->report, self->sheet, application);
  write_meeting (self, meeting);
  write_body (self, outcome);
  if (g_strcmp0 (xr_row_get (meeting, "method"), "secret") == 0
      && MIN (count_votes (vote), outcome->present)
           < self->report->contest->plan->settings.fewest_shown)
    write_withheld (self, outcome, postponed);
  else
    {
      write_counts (self, vote);
      write_result (self, outcome, postponed);
    }
  remember (self, application, xr_row_get (meeting, "held_on"), say_result (outcome, postponed));
  xr_sheet_next (self->sheet);
}

/* ---- the sheet */

static void
write_heads (const Votes *self)
{
  guint8 widths[G_N_ELEMENTS (columns)];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    widths[i] = columns[i].width;
  xr_sheet_set_widths (self->sheet, widths, G_N_ELEMENTS (widths));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    xr_sheet_text (self->sheet, (lxw_col_t) i, XR_STYLE_HEAD, columns[i].head);
  xr_sheet_next (self->sheet);
  xr_sheet_freeze (self->sheet, 1, XR_REPORT_KEY_COLUMNS);
}

static const char *
body_word (XrBody body)
{
  switch (body)
    {
    case XR_BODY_MEMBERS:
      return "成员总数";
    case XR_BODY_PRESENT:
      return "实到（不含回避）";
    case XR_BODY_VALID:
      return "有效票";
    case XR_BODY_DUE:
    default:
      return "应到";
    }
}

static void
write_notes (const Votes *self)
{
  g_autofree char *quorum = say_ratio (self->rule.quorum);
  g_autofree char *majority = say_ratio (self->rule.majority);
  g_autofree char *rule = g_strdup_printf (
    "到会不少于%s的%s；同意票超过%s的%s为通过。回避的成员计入成员总数和应到，不计入参加表决。",
    body_word (self->rule.quorum_body), quorum, body_word (self->rule.majority_body), majority);
  g_autofree char *few = g_strdup_printf ("无记名投票的票数不足%d张的，为保密写“" WITHHELD
                                          "”，只列结果，不列公式。",
                                          self->report->contest->plan->settings.fewest_shown);

  xr_sheet_next (self->sheet);
  xr_sheet_text (self->sheet, 0, XR_STYLE_NOTE, rule);
  xr_sheet_next (self->sheet);
  xr_sheet_text (self->sheet, 0, XR_STYLE_NOTE, few);
}

void
xr_report_write_votes (XrReport *report)
{
  const Votes self = { report, xr_report_add_sheet (report, "票决"),
                       xr_vote_rule (&report->contest->plan->settings) };
  g_autoptr (GPtrArray) meetings = xr_office_query_round (report->office, xr_table_find ("meeting"),
                                                          report->round);

  write_heads (&self);
  for (guint m = 0; m < meetings->len; m++)
    {
      g_autoptr (GPtrArray) votes = xr_office_query (
        report->office, xr_table_find ("vote"), "meeting_id", xr_row_get_id (meetings->pdata[m]));

      for (guint v = 0; v < votes->len; v++)
        write_vote (&self, meetings->pdata[m], votes->pdata[v]);
    }
  write_notes (&self);
}
