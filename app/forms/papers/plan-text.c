/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plan says, as paragraphs of an official document: for the plan itself and its announcement. */

#include "config.h"

#include "forms/papers/plan-text.h"

#include "core/decimal.h"
#include "rules/rule-value.h"

/* Paragraphs "1.…" of the list @name. */
static void
add_item (XrFill *fill, const char *name, guint number, const char *text)
{
  xr_fill_line (fill, name, XR_BLOCK_TEXT, xr_fill_printf (fill, "%u.%s", number, text));
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

/* ---- posts */

/* The department before the post, where the post's name does not say it already. */
static const char *
say_post (XrFill *fill, XrRow *post)
{
  const char *name = xr_fill_get (post, "name"), *department = xr_fill_get (post, "department");

  if (department == NULL || g_str_has_prefix (name, department))
    return name;
  return xr_fill_printf (fill, "%s%s", department, name);
}

static void
fill_posts (XrFill *fill)
{
  GPtrArray *posts = xr_fill_rows (fill, "post", "round_id", xr_fill_round (fill));

  xr_fill_line (fill, "职位表", XR_BLOCK_TEXT, NULL);
  for (guint i = 0; i < posts->len; i++)
    {
      XrRow *post = g_ptr_array_index (posts, i);
      const char *rank = xr_fill_get (post, "rank");
      add_item (fill, "职位表", i + 1,
                xr_fill_printf (fill, "%s%s名%s。%s", say_post (fill, post),
                                xr_fill_get (post, "vacancies"),
                                rank ? xr_fill_printf (fill, "（%s）", rank) : "",
                                or_nothing (xr_fill_get (post, "note"))));
    }
}

/* ---- conditions */

static const char *
say_age (XrFill *fill, const XrRuleValue *value)
{
  g_autofree char *earliest = NULL;

  if (!xr_date_is_set (value->earliest_birth))
    return xr_fill_printf (fill, "年龄不超过%u周岁", value->number);
  earliest = xr_date_to_text (value->earliest_birth);
  return xr_fill_printf (fill, "年龄不超过%u周岁（%s及以后出生）", value->number, earliest);
}

static const char *
say_years_in_rank (XrFill *fill, const XrRuleValue *value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < value->terms->len; i++)
    {
      const XrRankTerm *term = &g_array_index (value->terms, XrRankTerm, i);
      g_string_append_printf (text, "%s任%s%u年以上", i > 0 ? "，或者" : "", term->rank,
                              term->years);
    }
  return xr_fill_printf (fill, "%s", text->str);
}

static const char *
say_rule (XrFill *fill, XrRuleKind kind, const XrRuleValue *value, const char *text)
{
  switch (kind)
    {
    case XR_RULE_MAX_AGE:
      return say_age (fill, value);
    case XR_RULE_MIN_EDUCATION:
      return xr_fill_printf (fill, "具有%s以上文化程度", text);
    case XR_RULE_MIN_DEGREE:
      return xr_fill_printf (fill, "具有%s以上学位", text);
    case XR_RULE_YEARS_WORKED:
      return xr_fill_printf (fill, "具有%u年以上工作经历", value->number);
    case XR_RULE_RANK:
      return xr_fill_printf (fill, "现职级为%s", text);
    case XR_RULE_YEARS_IN_RANK:
      return say_years_in_rank (fill, value);
    case XR_RULE_PARTY:
      return xr_fill_printf (fill, "政治面貌为%s", text);
    case XR_RULE_APPRAISALS:
      return xr_fill_printf (fill, "年度考核%s", text);
    case XR_RULE_STAFFING:
      return xr_fill_printf (fill, "编制为%s", text);
    case XR_RULE_PUNISHMENT:
      return "没有受处分尚在影响期内的情形";
    default:
      return text;
    }
}

const char *
xr_plan_text_rule (XrFill *fill, XrRow *rule)
{
  const char *text = xr_fill_get (rule, "value");
  g_autoptr (XrRuleValue) value = NULL;
  XrRuleKind kind = XR_RULE_BY_HAND;

  if (xr_rule_kind_from_id (xr_fill_get (rule, "kind"), &kind))
    value = xr_rule_value_parse (kind, text, NULL);
  return value != NULL ? say_rule (fill, kind, value, text) : text;
}

static void
fill_rules (XrFill *fill)
{
  GPtrArray *rules = xr_fill_rows (fill, "rule", "round_id", xr_fill_round (fill));

  xr_fill_line (fill, "资格条件", XR_BLOCK_TEXT, NULL);
  for (guint i = 0; i < rules->len; i++)
    {
      XrRow *rule = g_ptr_array_index (rules, i);
      XrRow *post = xr_fill_load (fill, "post", xr_row_get_int (rule, "post_id"));
      const char *text = xr_plan_text_rule (fill, rule);

      add_item (fill, "资格条件", i + 1,
                post ? xr_fill_printf (fill, "%s（%s）。", text, xr_fill_get (post, "name"))
                     : xr_fill_printf (fill, "%s。", text));
    }
}

/* ---- scoring */

static const char *
say_share (XrFill *fill, XrRow *component)
{
  if (g_strcmp0 (xr_fill_get (component, "inclusion"), "bonus") == 0)
    return "计入加分";
  if (xr_row_get_int (component, "weight") == 0)
    return "作为入围环节，不计入总分";
  return xr_fill_printf (fill, "占总分的%s%%", xr_fill_get (component, "weight"));
}

static const char *
say_trimming (XrFill *fill, XrRow *component)
{
  gint64 high = xr_row_get_int (component, "drop_high");
  gint64 low = xr_row_get_int (component, "drop_low");

  if (high == 0 && low == 0)
    return "";
  return xr_fill_printf (fill, "，去掉%d个最高分和%d个最低分后取平均分", (int) high, (int) low);
}

/* 满分, and what a score has to reach to go on. */
static const char *
say_limits (XrFill *fill, XrRow *component)
{
  const char *pass = xr_fill_get (component, "pass_line");
  const char *ratio = xr_fill_get (component, "cut_ratio");
  gboolean scored = g_strcmp0 (xr_fill_get (component, "method"), "judges") == 0
                    || g_strcmp0 (xr_fill_get (component, "method"), "direct") == 0;

  return xr_fill_printf (fill, "%s%s%s%s%s%s", scored ? "，满分" : "",
                         scored ? xr_fill_get (component, "full_mark") : "", scored ? "分" : "",
                         pass ? xr_fill_printf (fill, "，合格线%s分", pass) : "",
                         ratio ? xr_fill_printf (fill, "，按%s的比例进入下一环节", ratio) : "",
                         xr_row_get_int (component, "threshold") != 0 ? "，得票率须超过推荐门槛"
                                                                      : "");
}

static void
fill_components (XrFill *fill)
{
  GPtrArray *components = xr_fill_rows (fill, "component", "round_id", xr_fill_round (fill));

  xr_fill_line (fill, "计分", XR_BLOCK_TEXT, NULL);
  for (guint i = 0; i < components->len; i++)
    {
      XrRow *component = g_ptr_array_index (components, i);
      const char *method = xr_fill_word (xr_fill_get (component, "method"),
                                         "judges=评委打分;graded=民主测评;ranked=民主推荐;"
                                         "share=按票数比例计分;direct=直接计分");
      add_item (fill, "计分", i + 1,
                xr_fill_printf (fill, "%s：%s%s%s，%s，保留%s位小数。",
                                xr_fill_get (component, "name"), method,
                                say_limits (fill, component), say_trimming (fill, component),
                                say_share (fill, component), xr_fill_get (component, "places")));
    }
}

static void
fill_ranking (XrFill *fill)
{
  const char *ratio = xr_fill_setting (fill, "shortlist_ratio");
  const char *size = xr_fill_setting (fill, "shortlist_rounding");
  const char *ties = xr_fill_setting (fill, "tie_breakers");
  const char *places = xr_fill_setting (fill, "total_places");
  const char *rounding = xr_fill_setting (fill, "total_rounding");

  xr_fill_line (
    fill, "成绩规则", XR_BLOCK_TEXT,
    xr_fill_printf (fill,
                    "总分保留%s位小数（%s），从高到低排名%s%s%s，按%s的比例确定考察对象，"
                    "名额不是整数的%s。",
                    places ? places : "2", rounding ? rounding : "四舍五入",
                    ties ? "，总分相同的依次比较" : "，总分相同的名次并列", or_nothing (ties),
                    ties ? "得分" : "", ratio ? ratio : "1:1", size ? size : "进一"));
}

/* ---- schedule */

static const char *
say_period (XrFill *fill, XrRow *row)
{
  const char *first = xr_fill_date (fill, row, "starts_on");
  const char *last = xr_fill_date (fill, row, "ends_on");

  return g_strcmp0 (first, last) == 0 ? first : xr_fill_printf (fill, "%s至%s", first, last);
}

static void
fill_schedule (XrFill *fill)
{
  static const char *const stages[] = { "",         "公布方案", "报名",         "资格审查",
                                        "演讲",     "民主测评", "确定考察对象", "组织考察",
                                        "集体研究", "任前公示", "任职" };
  GPtrArray *rows = xr_fill_rows (fill, "schedule", "round_id", xr_fill_round (fill));

  xr_fill_line (fill, "日程", XR_BLOCK_TEXT, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      gint64 stage = xr_row_get_int (row, "stage");
      add_item (
        fill, "日程", i + 1,
        xr_fill_printf (fill, "%s：%s。", stages[CLAMP (stage, 0, 10)], say_period (fill, row)));
    }
}

/* ---- settings */

static void
fill_settings (XrFill *fill)
{
  static const struct
  {
    const char *name, *setting;
    gboolean inline_text;
  } texts[] = {
    { "原则", "principles" },
    { "基本条件", "basic_conditions" },
    { "范围", "scope" },
    { "程序", "procedure" },
    { "组织领导", "organisation" },
    { "纪律", "discipline" },
    { "报名材料", "apply_how" },
    { "报名地点", "apply_where", TRUE },
    { "报名电话", "apply_phone", TRUE },
    { "监督电话", "supervision_phone", TRUE },
  };
  const char *first = xr_fill_setting_date (fill, "registration_from");
  const char *last = xr_fill_setting_date (fill, "registration_to");
  const char *age = xr_fill_setting_date (fill, "age_date");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].inline_text)
      xr_fill_words (fill, texts[i].name, xr_fill_setting (fill, texts[i].setting));
    else
      xr_fill_line (fill, texts[i].name, XR_BLOCK_TEXT, xr_fill_setting (fill, texts[i].setting));
  xr_fill_words (fill, "报名起止",
                 first && last ? xr_fill_printf (fill, "%s至%s", first, last) : NULL);
  age = age != NULL ? age : last;
  xr_fill_line (fill, "年龄计算", XR_BLOCK_TEXT,
                age ? xr_fill_printf (fill, "年龄、任职年限等计算到%s。", age) : NULL);
}

void
xr_plan_text_fill (XrFill *fill)
{
  fill_posts (fill);
  fill_rules (fill);
  fill_components (fill);
  fill_ranking (fill);
  fill_schedule (fill);
  fill_settings (fill);
}
