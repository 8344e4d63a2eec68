/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 1: the round itself, its posts, conditions, dates and staff, and the office's own holidays. */

#include "config.h"

#include "round/rank-rules.h"
#include "round/tables/tables.h"
#include "rules/rule-value.h"

static const XrChoice holiday_kinds[] = { { "off", N_ ("day off") },
                                          { "work", N_ ("working day") },
                                          { NULL } };

static const XrField holiday_fields[] = {
  { "date", N_ ("Day"), NULL, XR_FIELD_DATE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "kind", N_ ("Kind of day"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .choices = holiday_kinds },
  { "name", N_ ("Holiday"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
};

const XrTable xr_table_holiday = {
  .name = "holiday",
  .title = N_ ("Holidays and make-up working days"),
  .singular = N_ ("day"),
  .empty = N_ ("No days of your own yet. The built-in calendar is used; add days that it lacks."),
  .key = "id",
  .order = "date",
  XR_FIELDS (holiday_fields),
  .unique = "date",
};

static const XrField round_fields[] = {
  { "title", N_ ("Title of the round"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "unit", N_ ("Unit that holds it"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "template", N_ ("Plan template"), NULL, XR_FIELD_TEXT, XR_FIELD_HIDDEN | XR_FIELD_EVIDENCE },
  { "stage", N_ ("Stage"), NULL, XR_FIELD_INTEGER,
    XR_FIELD_REQUIRED | XR_FIELD_HIDDEN | XR_FIELD_EVIDENCE, 1, 11, .initial = "1" },
  { "announced_on", N_ ("Announced on"), NULL, XR_FIELD_DATE, XR_FIELD_HIDDEN | XR_FIELD_EVIDENCE },
  { "plan_hash", N_ ("Hash of the frozen plan"), NULL, XR_FIELD_TEXT,
    XR_FIELD_HIDDEN | XR_FIELD_EVIDENCE },
  { "archived", N_ ("Archived"), NULL, XR_FIELD_SWITCH,
    XR_FIELD_REQUIRED | XR_FIELD_HIDDEN | XR_FIELD_EVIDENCE, .initial = "0" },
};

const XrTable xr_table_round = {
  .name = "round",
  .title = N_ ("Rounds"),
  .singular = N_ ("round"),
  .empty = N_ ("No rounds yet. Begin one from a plan, or import one from a workbook."),
  .key = "id",
  .plan = TRUE,
  .order = "id",
  XR_FIELDS (round_fields),
};

/* Q15 of rules.md 2.1: within the approved number of leading posts. */
static gboolean
check_post (XrOffice *office, XrRow *row, GError **error)
{
  if (xr_row_get (row, "approved") == NULL || xr_row_get (row, "filled") == NULL)
    return TRUE;
  if (xr_row_get_int (row, "vacancies")
      <= xr_row_get_int (row, "approved") - xr_row_get_int (row, "filled"))
    return TRUE;
  return xr_check_fail (error, _ ("More vacancies than the approved number of posts leaves free: "
                                  "approved posts less filled ones is the most that can be "
                                  "selected for."));
}

static const XrField post_fields[] = {
  { "name", N_ ("Post"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "vacancies", N_ ("Vacancies"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 1,
    999 },
  { "rank", N_ ("Rank of the post"),
    N_ ("Conditions of the plan template for this rank are added."), XR_FIELD_TEXT,
    XR_FIELD_IN_LIST | XR_FIELD_SUGGEST, .choices = xr_words_rank },
  { "department", N_ ("Department"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "approved", N_ ("Approved number of posts"), NULL, XR_FIELD_INTEGER, XR_FIELD_IN_LIST, 0,
    9999 },
  { "filled", N_ ("Posts filled at present"), NULL, XR_FIELD_INTEGER, XR_FIELD_IN_LIST, 0, 9999 },
  { "note", N_ ("Description of the post"), NULL, XR_FIELD_PARAGRAPH, 0 },
  { "cancelled", N_ ("Withdrawn"), N_ ("Only by a recorded decision."), XR_FIELD_SWITCH,
    XR_FIELD_REQUIRED | XR_FIELD_EVIDENCE, .initial = "0" },
};

const XrTable xr_table_post = {
  .name = "post",
  .title = N_ ("Posts"),
  .singular = N_ ("post"),
  .empty = N_ ("No posts yet. Add each post that is to be filled, with its number of vacancies."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .plan = TRUE,
  .order = "id",
  XR_FIELDS (post_fields),
  .check = check_post,
  .unique = "name",
  .follow = xr_rank_rules_follow,
};

/* In the order of XrRuleKind. */
static const XrChoice rule_kinds[] = {
  { "max-age", N_ ("Greatest age") },
  { "min-education", N_ ("Least education") },
  { "min-degree", N_ ("Least degree") },
  { "years-worked", N_ ("Years of work") },
  { "rank", N_ ("Present rank is one of") },
  { "years-in-rank", N_ ("Years in the present rank") },
  { "party", N_ ("Political status is one of") },
  { "appraisals", N_ ("Annual appraisals") },
  { "staffing", N_ ("Staffing is one of") },
  { "punishment", N_ ("Period of a disciplinary action over") },
  { "by-hand", N_ ("Judged by a person") },
  { NULL },
};

static gboolean
check_rule (XrOffice *office, XrRow *row, GError **error)
{
  XrRuleKind kind;

  return !xr_rule_kind_from_id (xr_row_get (row, "kind"), &kind)
         || xr_rule_parse_value (kind, xr_row_get (row, "value"), error);
}

static const XrField rule_fields[] = {
  { "post_id", N_ ("For the post"), NULL, XR_FIELD_REFERENCE, XR_FIELD_IN_LIST, .target = "post",
    .none = N_ ("all posts") },
  { "kind", N_ ("Condition"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .choices = rule_kinds },
  { "value", N_ ("Requirement"), N_ ("For example 50, 大专, 副科级 2年, 近1年称职以上, 已满."),
    XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "alternative", N_ ("One of group"),
    N_ ("Conditions with the same number here are alternatives: one of them is enough. Empty: must "
        "be "
        "met by itself."),
    XR_FIELD_INTEGER, XR_FIELD_IN_LIST, .min = 1, .max = 99 },
};

const XrTable xr_table_rule = {
  .name = "rule",
  .title = N_ ("Conditions of eligibility"),
  .singular = N_ ("condition"),
  .empty = N_ ("No conditions yet. Add what a candidate must meet, such as age or education."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .plan = TRUE,
  .order = "post_id, id",
  XR_FIELDS (rule_fields),
  .check = check_rule,
  .unique = "post_id kind value",
};

static gboolean
check_schedule (XrOffice *office, XrRow *row, GError **error)
{
  return xr_check_order (row, "starts_on", "ends_on",
                         _ ("The last day comes before the first one. Correct one of them."),
                         error);
}

static const XrField schedule_fields[] = {
  { "stage", N_ ("Stage"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .choices = xr_choices_stage },
  { "starts_on", N_ ("First day"), NULL, XR_FIELD_DATE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "ends_on", N_ ("Last day"), NULL, XR_FIELD_DATE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "note", N_ ("Note"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
};

const XrTable xr_table_schedule = {
  .name = "schedule",
  .title = N_ ("Schedule"),
  .singular = N_ ("date"),
  .empty = N_ ("No dates yet. Add the first and last day of each stage."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .plan = TRUE,
  .order = "stage",
  XR_FIELDS (schedule_fields),
  .check = check_schedule,
  .unique = "stage",
};

static const XrField staff_fields[] = {
  { "role", N_ ("Duty"), NULL, XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_SUGGEST, .choices = xr_words_role },
  { "name", N_ ("Full name"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "position", N_ ("Unit and position"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "note", N_ ("Note"), NULL, XR_FIELD_TEXT, 0 },
};

const XrTable xr_table_staff = {
  .name = "staff",
  .title = N_ ("Organisation of the round"),
  .singular = N_ ("person"),
  .empty = N_ ("Nobody yet. Add who presides, keeps the scores, counts and supervises."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .order = "id",
  XR_FIELDS (staff_fields),
  .unique = "role name",
};
