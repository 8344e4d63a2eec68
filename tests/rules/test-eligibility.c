/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Eligibility rules: the grammar of their values and the judging of candidates at the boundaries. */

#include "rules/eligibility.h"

static XrDate
day (const char *text)
{
  g_autoptr (GError) error = NULL;
  XrDate date = XR_DATE_NONE;

  if (text == NULL)
    return date;
  xr_date_parse (text, TRUE, &date, &error);
  g_assert_no_error (error);
  return date;
}

/* Judges @candidate, which it frees, at @reference; @fact and @limit may be NULL for "do not look". */
static void
assert_judged (XrRuleKind kind, const char *value, XrCandidate *candidate, const char *reference,
               XrVerdict state, const char *fact, const char *limit)
{
  g_autoptr (XrPlan) plan = xr_plan_new ();
  XrRule *rule = xr_rule_new (-1, kind, value);
  g_auto (XrJudgement) judgement = { 0 };

  g_ptr_array_add (plan->rules, rule);
  plan->settings.registration_to = day (reference);
  xr_eligibility_judge (rule, candidate, &plan->settings, &judgement);
  g_test_message ("%s", judgement.text);
  g_assert_cmpstr (xr_verdict_id (judgement.state), ==, xr_verdict_id (state));
  g_assert_nonnull (judgement.text);
  if (fact != NULL)
    g_assert_cmpstr (judgement.fact, ==, fact);
  if (limit != NULL)
    g_assert_cmpstr (judgement.limit, ==, limit);
  xr_candidate_free (candidate);
}

static XrCandidate *
born (const char *text)
{
  XrCandidate *candidate = xr_candidate_new ("01", "甲");

  candidate->born = day (text);
  return candidate;
}

/* A candidate of whom the text at @offset is known. */
static XrCandidate *
with_text (gsize offset, const char *text)
{
  XrCandidate *candidate = xr_candidate_new ("01", "甲");

  G_STRUCT_MEMBER (char *, candidate, offset) = g_strdup (text);
  return candidate;
}

static XrCandidate *
in_rank (const char *rank, const char *since)
{
  XrCandidate *candidate = with_text (G_STRUCT_OFFSET (XrCandidate, rank), rank);

  candidate->rank_since = day (since);
  return candidate;
}

static void
test_age (void)
{
  const XrRuleKind kind = XR_RULE_MAX_AGE;
  const char *explicit = "50周岁 最早出生年月 1975.01";

  assert_judged (kind, "50", born ("1975-04"), "2026-03", XR_VERDICT_MET, "1975-04", "50");
  assert_judged (kind, "50", born ("1975-03"), "2026-03", XR_VERDICT_FAILED, "1975-03", "50");
  /* The day is ignored, also where both are known. */
  assert_judged (kind, "50周岁", born ("1975-03-31"), "2026-03-01", XR_VERDICT_FAILED, "1975-03",
                 "50");
  assert_judged (kind, "50周岁", born ("1975-04-01"), "2026-03-31", XR_VERDICT_MET, "1975-04",
                 "50");
  assert_judged (kind, explicit, born ("1975-01"), "2026-03", XR_VERDICT_MET, NULL, "50");
  assert_judged (kind, explicit, born ("1974-12"), "2026-03", XR_VERDICT_FAILED, NULL, "50");
  /* The explicit month lets people in, it shuts nobody out. */
  assert_judged (kind, "50 最早出生年月 1975.09", born ("1975-04"), "2026-03", XR_VERDICT_MET, NULL,
                 "50");
  assert_judged (kind, "50", born (NULL), "2026-03", XR_VERDICT_UNKNOWN, NULL, "50");
  assert_judged (kind, "50", born ("1975-04"), NULL, XR_VERDICT_UNKNOWN, "1975-04", "50");
  assert_judged (kind, "50", born ("2027-04"), "2026-03", XR_VERDICT_UNKNOWN, "2027-04", "50");
  g_assert_cmpint (
    xr_date_compare (xr_eligibility_earliest_birth (day ("2026-03-18"), 50), day ("1975-04")), ==,
    0);
}

static void
test_age_date (void)
{
  g_autoptr (XrPlan) plan = xr_plan_new ();
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (
    (GDestroyNotify) xr_candidate_free);
  XrRule *rule = xr_rule_new (0, XR_RULE_MAX_AGE, "50");
  g_auto (XrJudgement) judgement = { 0 };

  g_ptr_array_add (plan->rules, rule);
  g_ptr_array_add (people, born ("1975-03"));
  plan->settings.registration_to = day ("2026-03-18");
  plan->settings.age_date = day ("2026-02");
  xr_eligibility_judge (rule, people->pdata[0], &plan->settings, &judgement);
  g_assert_cmpint (judgement.state, ==, XR_VERDICT_MET);
  g_assert_nonnull (g_strstr_len (judgement.text, -1, "1975.03"));
  g_assert_true (xr_rule_applies (rule, 0));
  g_assert_false (xr_rule_applies (rule, 1));
}

static void
test_education (void)
{
  static const struct
  {
    const char *floor, *education;
    XrVerdict state;
  } cases[] = {
    { "大专", "大专", XR_VERDICT_MET },
    { "大专", "大学普通班", XR_VERDICT_MET },
    { "大专", "大学本科", XR_VERDICT_MET },
    { "大专", "中专", XR_VERDICT_FAILED },
    { "大专", "大专肄业", XR_VERDICT_FAILED },
    { "大专", "大学（结业）", XR_VERDICT_FAILED },
    { "大专", "大学专科", XR_VERDICT_MET },
    { "大学", "大学专科", XR_VERDICT_FAILED },
    { "大学", "大学普通班", XR_VERDICT_FAILED },
    { "大学", "本科", XR_VERDICT_MET },
    { "大学", "省（区、市）委党校大学", XR_VERDICT_MET },
    { "研究生", "省(区、市)委党校大学", XR_VERDICT_FAILED },
    { "本科", "中央党校研究生", XR_VERDICT_MET },
    { "研究生", "硕士研究生", XR_VERDICT_MET },
    { "研究生", "在职研究生", XR_VERDICT_MET },
    { "研究生", "大学", XR_VERDICT_FAILED },
    { "高中", "中技", XR_VERDICT_MET },
    { "中技", "高中", XR_VERDICT_MET },
    { "高中", "初中毕业", XR_VERDICT_FAILED },
    { "研究生", "全日制大学、在职研究生", XR_VERDICT_MET },
    { "大专", "大学、其他", XR_VERDICT_MET },
    { "研究生", "大学、其他", XR_VERDICT_UNKNOWN },
    { "大专", "其他", XR_VERDICT_UNKNOWN },
    { "大专", " ", XR_VERDICT_UNKNOWN },
    { "大专", NULL, XR_VERDICT_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_judged (XR_RULE_MIN_EDUCATION, cases[i].floor,
                   with_text (G_STRUCT_OFFSET (XrCandidate, education), cases[i].education),
                   "2026-03", cases[i].state, NULL, cases[i].floor);
}

static void
test_degree (void)
{
  static const struct
  {
    const char *floor, *degree;
    XrVerdict state;
  } cases[] = {
    { "学士", "学士", XR_VERDICT_MET },
    { "学士", "工学硕士", XR_VERDICT_MET },
    { "硕士", "法律硕士专业", XR_VERDICT_MET },
    { "硕士", "理学学士学位", XR_VERDICT_FAILED },
    { "博士", "名誉博士", XR_VERDICT_FAILED },
    { "学士", "名誉博士", XR_VERDICT_FAILED },
    { "博士", "临床医学博士", XR_VERDICT_MET },
    { "学士", "无", XR_VERDICT_FAILED },
    { "学士", "文学学士、法学学士", XR_VERDICT_MET },
    { "学士", "MBA", XR_VERDICT_UNKNOWN },
    { "学士", NULL, XR_VERDICT_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_judged (XR_RULE_MIN_DEGREE, cases[i].floor,
                   with_text (G_STRUCT_OFFSET (XrCandidate, degree), cases[i].degree), "2026-03",
                   cases[i].state, cases[i].degree, cases[i].floor);
}

static void
test_years_worked (void)
{
  static const struct
  {
    const char *since;
    XrVerdict state;
  } cases[] = {
    { "2024-03", XR_VERDICT_MET },
    { "2024-03-31", XR_VERDICT_MET },
    { "2024-04", XR_VERDICT_FAILED },
    { NULL, XR_VERDICT_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XrCandidate *candidate = xr_candidate_new ("01", "甲");

      candidate->work_since = day (cases[i].since);
      assert_judged (XR_RULE_YEARS_WORKED, "2年", candidate, "2026-03-01", cases[i].state, NULL,
                     "2");
    }
}

static void
test_rank (void)
{
  const gsize rank = G_STRUCT_OFFSET (XrCandidate, rank);
  const XrRuleKind years = XR_RULE_YEARS_IN_RANK;
  const char *two = "副科级实职 2年 或 四级主任科员 3年";

  assert_judged (XR_RULE_RANK, "副科级、正科级", with_text (rank, "正科级"), "2026-03",
                 XR_VERDICT_MET, "正科级", NULL);
  assert_judged (XR_RULE_RANK, "副科级、正科级", with_text (rank, "科员"), "2026-03",
                 XR_VERDICT_FAILED, NULL, NULL);
  assert_judged (XR_RULE_RANK, "副科级", with_text (rank, NULL), "2026-03", XR_VERDICT_UNKNOWN,
                 NULL, NULL);
  assert_judged (years, "副科级 2年", in_rank ("副科级", "2024-03-31"), "2026-03-01",
                 XR_VERDICT_MET, "副科级 2024-03", NULL);
  assert_judged (years, "副科级 2年", in_rank ("副科级", "2024-04"), "2026-03", XR_VERDICT_FAILED,
                 NULL, NULL);
  assert_judged (years, "副科级2年", in_rank ("副科级", NULL), "2026-03", XR_VERDICT_UNKNOWN,
                 "副科级", NULL);
  assert_judged (years, "副科级 2年", in_rank ("科员", NULL), "2026-03", XR_VERDICT_FAILED, NULL,
                 NULL);
  assert_judged (years, "副科级 2年", in_rank (NULL, "2020-01"), "2026-03", XR_VERDICT_UNKNOWN,
                 NULL, NULL);
  assert_judged (years, two, in_rank ("副科级", "2024-03"), "2026-03", XR_VERDICT_MET, NULL, NULL);
  assert_judged (years, two, in_rank ("四级主任科员", "2024-03"), "2026-03", XR_VERDICT_FAILED,
                 NULL, NULL);
  assert_judged (years, two, in_rank ("四级主任科员", "2023-03"), "2026-03", XR_VERDICT_MET, NULL,
                 NULL);
}

static void
test_appraisals (void)
{
  static const struct
  {
    const char *value, *text;
    XrVerdict state;
  } cases[] = {
    { "近1年称职以上", "2023优秀、2024称职、2025称职", XR_VERDICT_MET },
    { "近3年称职以上", "2023优秀、2024称职、2025称职", XR_VERDICT_MET },
    { "近2年优秀", "2024年优秀；2025年度优秀", XR_VERDICT_MET },
    { "近2年优秀", "2024优秀,2025称职", XR_VERDICT_FAILED },
    { "近3年称职以上", "2024称职 2025称职", XR_VERDICT_UNKNOWN },
    { "近3年称职以上", "2024基本称职", XR_VERDICT_FAILED },
    { "近1年称职以上", "2025合格", XR_VERDICT_MET },
    { "近1年合格以上", "２０２５ 年度考核：称职", XR_VERDICT_MET },
    { "近1年称职以上", "2025不称职", XR_VERDICT_FAILED },
    { "近1年称职以上", "2025不定等次", XR_VERDICT_FAILED },
    { "近1年称职以上", "2025不进行考核", XR_VERDICT_FAILED },
    { "近1年称职以上", "2025未参加", XR_VERDICT_UNKNOWN },
    { "近1年称职以上", "2025称职、2025优秀", XR_VERDICT_UNKNOWN },
    { "近1年称职以上", "2026称职", XR_VERDICT_UNKNOWN },
    { "近3年称职以上", "2023、2024年均为优秀；2025年称职（记三等功）", XR_VERDICT_MET },
    { "近3年称职以上", "2023-2025年称职", XR_VERDICT_UNKNOWN },
    { "近1年基本称职以上", "2025基本合格", XR_VERDICT_MET },
    { "近1年称职以上", NULL, XR_VERDICT_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_judged (XR_RULE_APPRAISALS, cases[i].value,
                   with_text (G_STRUCT_OFFSET (XrCandidate, appraisals), cases[i].text),
                   "2026-03-18", cases[i].state, cases[i].text, cases[i].value);
}

static void
test_appraisal_years (void)
{
  g_autoptr (XrPlan) plan = xr_plan_new ();

  g_assert_cmpuint (xr_eligibility_appraisal_years (plan), ==, 1);
  g_ptr_array_add (plan->rules, xr_rule_new (-1, XR_RULE_APPRAISALS, "近3年称职以上"));
  g_ptr_array_add (plan->rules, xr_rule_new (-1, XR_RULE_APPRAISALS, "近2年优秀"));
  g_assert_cmpuint (xr_eligibility_appraisal_years (plan), ==, 3);
  plan->settings.appraisal_years = 5;
  g_assert_cmpuint (xr_eligibility_appraisal_years (plan), ==, 5);
}

static void
test_words (void)
{
  const gsize party = G_STRUCT_OFFSET (XrCandidate, party);
  const gsize staffing = G_STRUCT_OFFSET (XrCandidate, staffing);

  assert_judged (XR_RULE_PARTY, "中共党员", with_text (party, "中国共产党党员"), NULL,
                 XR_VERDICT_MET, NULL, NULL);
  assert_judged (XR_RULE_PARTY, "中共党员", with_text (party, "中共预备党员"), NULL,
                 XR_VERDICT_FAILED, NULL, NULL);
  assert_judged (XR_RULE_PARTY, "中共党员、群众", with_text (party, " 群众 "), NULL, XR_VERDICT_MET,
                 "群众", NULL);
  assert_judged (XR_RULE_STAFFING, "本局在编", with_text (staffing, "本局在编"), NULL,
                 XR_VERDICT_MET, NULL, NULL);
  assert_judged (XR_RULE_STAFFING, "本局在编", with_text (staffing, "借调"), NULL,
                 XR_VERDICT_FAILED, NULL, NULL);
  assert_judged (XR_RULE_STAFFING, "本局在编", with_text (staffing, NULL), NULL, XR_VERDICT_UNKNOWN,
                 NULL, NULL);
  assert_judged (XR_RULE_BY_HAND, "身体健康", born ("1975-04"), "2026-03", XR_VERDICT_UNKNOWN, NULL,
                 "身体健康");
}

static void
test_punishment (void)
{
  static const struct
  {
    const char *until, *reference;
    XrVerdict state;
  } cases[] = {
    { NULL, "2026-03-18", XR_VERDICT_MET },
    { NULL, NULL, XR_VERDICT_MET },
    { "2026-03-17", "2026-03-18", XR_VERDICT_MET },
    { "2026-03-18", "2026-03-18", XR_VERDICT_FAILED },
    { "2026-02", "2026-03-01", XR_VERDICT_MET },
    { "2026-03", "2026-03-31", XR_VERDICT_FAILED },
    { "2026-03-10", "2026-03", XR_VERDICT_UNKNOWN },
    { "2026-04", "2026-03", XR_VERDICT_FAILED },
    { "2026-02-28", NULL, XR_VERDICT_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XrCandidate *candidate = xr_candidate_new ("01", "甲");

      candidate->punished_until = day (cases[i].until);
      assert_judged (XR_RULE_PUNISHMENT, "已满", candidate, cases[i].reference, cases[i].state,
                     cases[i].until, "已满");
    }
}

static void
test_grammar (void)
{
  static const struct
  {
    XrRuleKind kind;
    const char *text;
    gboolean accepted;
  } cases[] = {
    { XR_RULE_MAX_AGE, "５０周岁", TRUE },
    { XR_RULE_MAX_AGE, "50 最早出生年月 1975年4月", TRUE },
    { XR_RULE_MAX_AGE, "五十", FALSE },
    { XR_RULE_MAX_AGE, "50 1975.04", FALSE },
    { XR_RULE_MAX_AGE, "0", FALSE },
    { XR_RULE_MAX_AGE, "-5", FALSE },
    { XR_RULE_MIN_EDUCATION, "研究生", TRUE },
    { XR_RULE_MIN_EDUCATION, "大专结业", FALSE },
    { XR_RULE_MIN_EDUCATION, "高学历", FALSE },
    { XR_RULE_MIN_DEGREE, "硕士", TRUE },
    { XR_RULE_MIN_DEGREE, "名誉博士", FALSE },
    { XR_RULE_YEARS_WORKED, "2", TRUE },
    { XR_RULE_YEARS_WORKED, "两年", FALSE },
    { XR_RULE_RANK, "副科级、", FALSE },
    { XR_RULE_YEARS_IN_RANK, "副科级", FALSE },
    { XR_RULE_YEARS_IN_RANK, "2年", FALSE },
    { XR_RULE_YEARS_IN_RANK, "副科级 2年 或", FALSE },
    { XR_RULE_APPRAISALS, "近2年优秀以上", TRUE },
    { XR_RULE_APPRAISALS, "近1年称职", FALSE },
    { XR_RULE_APPRAISALS, "称职以上", FALSE },
    { XR_RULE_APPRAISALS, "近0年称职以上", FALSE },
    { XR_RULE_APPRAISALS, "近1年不称职以上", FALSE },
    { XR_RULE_PUNISHMENT, "未满", FALSE },
    { XR_RULE_BY_HAND, "任何话", TRUE },
    { XR_RULE_BY_HAND, " ", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean accepted = xr_rule_parse_value (cases[i].kind, cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (accepted, ==, cases[i].accepted);
      if (!accepted)
        g_assert_error (error, XR_RULE_ERROR, XR_RULE_ERROR_VALUE);
    }
}

static void
test_kinds (void)
{
  XrRuleKind kind;

  for (guint i = 0; i < XR_RULE_KIND_COUNT; i++)
    {
      g_assert_true (xr_rule_kind_from_id (xr_rule_kind_id (i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_true (xr_rule_kind_from_word (xr_rule_kind_word (i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (xr_rule_kind_from_id ("age", &kind));
  g_assert_false (xr_rule_kind_from_word (NULL, &kind));
}

static void
test_combine (void)
{
  const XrVerdict met = XR_VERDICT_MET, unknown = XR_VERDICT_UNKNOWN, failed = XR_VERDICT_FAILED;

  g_assert_cmpint (xr_verdict_combine (met, met), ==, met);
  g_assert_cmpint (xr_verdict_combine (unknown, met), ==, unknown);
  g_assert_cmpint (xr_verdict_combine (unknown, failed), ==, failed);
  g_assert_cmpint (xr_verdict_combine (failed, met), ==, failed);
}

/* Worked by hand at 2026-03-15. Ages and years go by months, so the day of a birthday changes nothing; the
 * end of a punishment goes by the day. */
static void
test_boundaries (void)
{
  static const char date[] = "2026-03-15";
  XrCandidate *worked = xr_candidate_new ("01", "甲");
  XrCandidate *fresh = xr_candidate_new ("02", "乙");

  assert_judged (XR_RULE_MAX_AGE, "50", born ("1975-03-14"), date, XR_VERDICT_FAILED, NULL, NULL);
  assert_judged (XR_RULE_MAX_AGE, "50", born ("1975-03-15"), date, XR_VERDICT_FAILED, NULL, NULL);
  assert_judged (XR_RULE_MAX_AGE, "50", born ("1975-03-16"), date, XR_VERDICT_FAILED, NULL, NULL);
  assert_judged (XR_RULE_MAX_AGE, "50", born ("1975-04-01"), date, XR_VERDICT_MET, NULL, NULL);
  assert_judged (XR_RULE_YEARS_IN_RANK, "副科级 2年", in_rank ("副科级", "2024-03-31"), date,
                 XR_VERDICT_MET, NULL, NULL);
  assert_judged (XR_RULE_YEARS_IN_RANK, "副科级 2年", in_rank ("副科级", "2024-03-16"), date,
                 XR_VERDICT_MET, NULL, NULL);
  assert_judged (XR_RULE_YEARS_IN_RANK, "副科级 2年", in_rank ("副科级", "2024-04-01"), date,
                 XR_VERDICT_FAILED, NULL, NULL);
  worked->work_since = day ("2024-03");
  assert_judged (XR_RULE_YEARS_WORKED, "2", worked, date, XR_VERDICT_MET, NULL, NULL);
  fresh->work_since = day ("2024-04");
  assert_judged (XR_RULE_YEARS_WORKED, "2", fresh, date, XR_VERDICT_FAILED, NULL, NULL);
}

static void
test_groups (void)
{
  const XrVerdict met = XR_VERDICT_MET, unknown = XR_VERDICT_UNKNOWN, failed = XR_VERDICT_FAILED;
  const XrRuleVerdict one_met[] = { { 0, met }, { 1, failed }, { 1, met } };
  const XrRuleVerdict one_unknown[] = { { 1, failed }, { 0, met }, { 1, unknown } };
  const XrRuleVerdict none[] = { { 1, failed }, { 0, unknown }, { 1, failed }, { 2, met } };
  const XrRuleVerdict alone[] = { { 1, met }, { 0, failed } };

  g_assert_cmpint (xr_verdict_of_all (one_met, 3), ==, met);
  g_assert_cmpint (xr_verdict_of_all (one_unknown, 3), ==, unknown);
  g_assert_cmpint (xr_verdict_of_all (none, 4), ==, failed);
  g_assert_cmpint (xr_verdict_of_all (alone, 2), ==, failed);
  g_assert_cmpint (xr_verdict_of_all (NULL, 0), ==, met);
  g_assert_cmpint (xr_verdict_of_group (none, 4, 2), ==, met);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/eligibility/age", test_age);
  g_test_add_func ("/rules/eligibility/age-date", test_age_date);
  g_test_add_func ("/rules/eligibility/education", test_education);
  g_test_add_func ("/rules/eligibility/degree", test_degree);
  g_test_add_func ("/rules/eligibility/years-worked", test_years_worked);
  g_test_add_func ("/rules/eligibility/rank", test_rank);
  g_test_add_func ("/rules/eligibility/appraisals", test_appraisals);
  g_test_add_func ("/rules/eligibility/appraisal-years", test_appraisal_years);
  g_test_add_func ("/rules/eligibility/words", test_words);
  g_test_add_func ("/rules/eligibility/punishment", test_punishment);
  g_test_add_func ("/rules/eligibility/grammar", test_grammar);
  g_test_add_func ("/rules/eligibility/kinds", test_kinds);
  g_test_add_func ("/rules/eligibility/combine", test_combine);
  g_test_add_func ("/rules/eligibility/boundaries", test_boundaries);
  g_test_add_func ("/rules/eligibility/groups", test_groups);
  return g_test_run ();
}
