/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of a plan: one table from which the windows, the workbook, the templates and the rules
 * all learn what there is and what it may hold. Values are kept as the workbook writes them. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"
#include "round/office-private.h"
#include "round/round.h"
#include "round/tables/tables.h"

static const XrChoice size_words[] = { { "进一", N_ ("Round up") },
                                       { "四舍五入", N_ ("Round half up") },
                                       { "舍去", N_ ("Round down") },
                                       { NULL } };
static const XrChoice rounding_words[] = { { "四舍五入", N_ ("Round half up") },
                                           { "截断", N_ ("Cut off") },
                                           { NULL } };
static const XrChoice yes_no_words[] = { { "是", N_ ("Yes") }, { "否", N_ ("No") }, { NULL } };
static const XrChoice rank_words[] = { { "舍入后", N_ ("The rounded total") },
                                       { "舍入前", N_ ("The exact total") },
                                       { NULL } };
static const XrChoice day_words[] = { { "工作日", N_ ("working days") },
                                      { "自然日", N_ ("calendar days") },
                                      { NULL } };
static const XrChoice start_words[] = { { "次日", N_ ("the day after posting") },
                                        { "当日", N_ ("the day of posting") },
                                        { NULL } };
static const XrChoice quorum_words[] = { { "成员总数", N_ ("All members") },
                                         { "应到", N_ ("Those due to attend") },
                                         { NULL } };
static const XrChoice majority_words[] = { { "应到", N_ ("Those due to attend") },
                                           { "成员总数", N_ ("All members") },
                                           { "实到", N_ ("Those present") },
                                           { "有效票", N_ ("Valid votes") },
                                           { NULL } };
static const XrChoice vote_words[] = { { "口头", N_ ("By word of mouth") },
                                       { "举手", N_ ("By show of hands") },
                                       { "无记名投票", N_ ("By secret ballot") },
                                       { NULL } };
static const XrChoice threshold_words[] = { { "实到", N_ ("Those present") },
                                            { "应到", N_ ("Those due to attend") },
                                            { "有效票", N_ ("Valid votes") },
                                            { NULL } };

#define RATIO_HELP N_ ("Candidates to vacancies, such as 1.2:1.")
#define RULE(word_, ...)                                                                           \
  {                                                                                                \
    .field = { __VA_ARGS__ }, .word = word_, .part = XR_SETTING_RULE                               \
  }
#define RULE_OR(word_, fallback_, ...)                                                             \
  {                                                                                                \
    .field = { __VA_ARGS__ }, .word = word_, .part = XR_SETTING_RULE, .fallback = fallback_        \
  }
#define PLAN_TEXT(name_, label_, help_, kind_, flags_)                                             \
  {                                                                                                \
    .field = { name_, label_, help_, kind_, flags_ }, .part = XR_SETTING_TEXT                      \
  }

/* clang-format off */
static const XrSetting settings[] = {
  RULE ("报名开始", "registration_from", N_ ("Registration begins on"), NULL, XR_FIELD_DATE),
  RULE ("报名截止", "registration_to", N_ ("Registration ends on"), NULL, XR_FIELD_DATE),
  RULE ("年龄计算日期", "age_date", N_ ("Ages and years count up to"),
        N_ ("Empty: the last day of registration. A month is enough."), XR_FIELD_MONTH),
  RULE ("开考比例", "opening_ratio", N_ ("Opening ratio"),
        N_ ("Applicants to vacancies that a post needs, such as 3:1. Empty: none is needed."),
        XR_FIELD_TEXT),
  RULE_OR ("总分小数位", "2", "total_places", N_ ("Decimals of the total"), NULL, XR_FIELD_INTEGER,
           0, 0, 4),
  RULE_OR ("总分舍入", "四舍五入", "total_rounding", N_ ("Rounding of the total"), NULL,
           XR_FIELD_CHOICE, .choices = rounding_words),
  RULE_OR ("排名依据", "舍入后", "rank_basis", N_ ("Ranks follow"), NULL, XR_FIELD_CHOICE,
           .choices = rank_words),
  RULE ("同分处理", "tie_breakers", N_ ("Equal totals are decided by"),
        N_ ("Components in their order, divided by 、. Empty: they share the rank."), XR_FIELD_TEXT),
  RULE ("最低分数线", "min_total", N_ ("Least total for the shortlist"), NULL, XR_FIELD_DECIMAL),
  RULE_OR ("考察比例", "1:1", "shortlist_ratio", N_ ("Ratio of the inspection"), RATIO_HELP,
           XR_FIELD_TEXT),
  RULE_OR ("考察名额取整", "进一", "shortlist_rounding", N_ ("Size of the shortlist"), NULL,
           XR_FIELD_CHOICE, .choices = size_words),
  RULE ("推荐门槛", "threshold", N_ ("Threshold of recommendation (%)"),
        N_ ("Met only by more than it."), XR_FIELD_DECIMAL, 0, 0, 100 * XR_DECIMAL_SCALE),
  RULE_OR ("推荐门槛分母", "实到", "threshold_base", N_ ("Threshold of"), NULL, XR_FIELD_CHOICE,
           .choices = threshold_words),
  RULE ("推荐到会比例", "recommendation_quorum", N_ ("Attendance at the recommendation"),
        N_ ("Share of those due, such as 2/3; met by at least it."), XR_FIELD_TEXT),
  RULE ("推荐有效期月数", "recommendation_months", N_ ("Recommendation is valid for months"), NULL,
        XR_FIELD_INTEGER, 0, 0, 1200),
  RULE_OR ("最少公开人数", "5", "fewest_shown", N_ ("Least voters of a group that is shown"),
           N_ ("How a smaller group voted is not shown by itself, so that nobody is found out."),
           XR_FIELD_INTEGER, 0, 1, 1000),
  RULE_OR ("盲审", "否", "blind_review", N_ ("Dossiers are reviewed blind"),
           N_ ("Readers of review packages see no name, photo, sex or age."), XR_FIELD_CHOICE,
           .choices = yes_no_words),
  RULE (NULL, "panel_min", N_ ("Least judges of a panel"),
        N_ ("Such as 7; a panel is of an odd number then. Empty: as many as there are."),
        XR_FIELD_INTEGER, 0, 1, 99),
  RULE ("考察组最少人数", "inspection_team_min", N_ ("Least members of the inspection team"), NULL,
        XR_FIELD_INTEGER, 0, 0, 1000),
  RULE ("考察预告提前工作日", "inspection_notice_days",
        N_ ("Working days from the notice to the inspection"), NULL, XR_FIELD_INTEGER, 0, 0, 365),
  RULE (NULL, "selects_for_others", N_ ("Selects for units below it"),
        N_ ("Whether 拟任职务 is the post's own name, without the unit that runs the round. Empty: "
            "told from the names of the unit and of the post's department."),
        XR_FIELD_CHOICE, .choices = yes_no_words),
  RULE (NULL, "appraisal_years", N_ ("Years of appraisals looked back on"),
        N_ ("For the reasons against inspection."), XR_FIELD_INTEGER, 0, 1, 10),
  RULE ("到会比例", "quorum", N_ ("Quorum"), N_ ("Such as 2/3; met by at least it."), XR_FIELD_TEXT),
  RULE_OR ("到会分母", "成员总数", "quorum_body", N_ ("Quorum of"), NULL, XR_FIELD_CHOICE,
           .choices = quorum_words),
  RULE ("通过比例", "majority", N_ ("Majority"), N_ ("Such as 1/2; met only by more than it."),
        XR_FIELD_TEXT),
  RULE_OR ("表决分母", "应到", "majority_body", N_ ("Majority of"), NULL, XR_FIELD_CHOICE,
           .choices = majority_words),
  RULE ("表决方式", "vote_method", N_ ("Form of vote"), NULL, XR_FIELD_CHOICE,
        .choices = vote_words),
  RULE (NULL, "vote_attempts", N_ ("Meetings that may vote on a person who failed"),
        N_ ("After so many the person is not put to the vote again. Empty: no limit."),
        XR_FIELD_INTEGER, 0, 1, 9),
  RULE ("公示天数", "publicity_days", N_ ("Days of publicity"), NULL, XR_FIELD_INTEGER, 0, 1, 365),
  RULE ("公示天数上限", "publicity_max_days", N_ ("Most days of publicity"), NULL, XR_FIELD_INTEGER,
        0, 1, 365),
  RULE_OR ("公示单位", "工作日", "publicity_unit", N_ ("Publicity is counted in"), NULL,
           XR_FIELD_CHOICE, .choices = day_words),
  RULE_OR ("公示起算", "次日", "publicity_start", N_ ("Publicity counts from"), NULL,
           XR_FIELD_CHOICE, .choices = start_words),
  RULE ("试用期月数", "probation_months", N_ ("Months of probation"), NULL, XR_FIELD_INTEGER, 0, 0,
        120),
  RULE ("试用延长月数", "probation_extension_months", N_ ("Months by which probation may be extended"),
        NULL, XR_FIELD_INTEGER, 0, 0, 120),

  PLAN_TEXT ("principles", N_ ("Principles"), NULL, XR_FIELD_PARAGRAPH, XR_FIELD_REQUIRED),
  PLAN_TEXT ("scope", N_ ("Scope of selection"), N_ ("Who may apply."), XR_FIELD_PARAGRAPH,
             XR_FIELD_REQUIRED),
  PLAN_TEXT ("basic_conditions", N_ ("Basic conditions"),
             N_ ("What everybody must meet beside the listed conditions."), XR_FIELD_PARAGRAPH, 0),
  PLAN_TEXT ("procedure", N_ ("More on the procedure"), NULL, XR_FIELD_PARAGRAPH, 0),
  PLAN_TEXT ("organisation", N_ ("Organisation and leadership"), NULL, XR_FIELD_PARAGRAPH,
             XR_FIELD_REQUIRED),
  PLAN_TEXT ("discipline", N_ ("Discipline"), NULL, XR_FIELD_PARAGRAPH, XR_FIELD_REQUIRED),
  PLAN_TEXT ("apply_how", N_ ("How to apply"), N_ ("Papers to bring, and the time of day."),
             XR_FIELD_PARAGRAPH, 0),
  PLAN_TEXT ("apply_where", N_ ("Place of registration"), NULL, XR_FIELD_TEXT, 0),
  PLAN_TEXT ("apply_phone", N_ ("Telephone of registration"), NULL, XR_FIELD_TEXT, 0),
  PLAN_TEXT ("supervision_phone", N_ ("Telephone of supervision"), NULL, XR_FIELD_TEXT, 0),
  PLAN_TEXT ("decided_on", N_ ("Plan decided on"), NULL, XR_FIELD_DATE, XR_FIELD_REQUIRED),
  PLAN_TEXT ("decided_at", N_ ("Meeting that decided the plan"), NULL, XR_FIELD_TEXT,
             XR_FIELD_REQUIRED),
  PLAN_TEXT ("template_notes", N_ ("Choices made by the template"),
             N_ ("Where its source is silent. Change what your unit does otherwise."),
             XR_FIELD_PARAGRAPH, 0),
  { .field = { NULL } },
};

/* How a value goes into the settings that the rules compute with. */
typedef enum { INTO_DATE, INTO_RATIO, INTO_SHARE, INTO_POINTS, INTO_COUNT, INTO_WORD, INTO_NAMES }
  XrInto;

#define AT(member) G_STRUCT_OFFSET (XrSettings, member)

static const int plain_order[] = { 0, 1, 2, 3 };
static const int majority_order[] = { XR_BODY_DUE, XR_BODY_MEMBERS, XR_BODY_PRESENT, XR_BODY_VALID };
static const int quorum_order[] = { XR_BODY_MEMBERS, XR_BODY_DUE };
static const int threshold_order[] = { XR_VOTE_BASE_PRESENT, XR_VOTE_BASE_DUE, XR_VOTE_BASE_VALID };

static const struct
{
  const char *name;
  XrInto into;
  gsize offset, has_offset; /* has_offset 0: there is no such flag */
  const int *values;        /* INTO_WORD: what the choices stand for, in their order */
} targets[] = {
  { "registration_from", INTO_DATE, AT (registration_from) },
  { "registration_to", INTO_DATE, AT (registration_to) },
  { "age_date", INTO_DATE, AT (age_date) },
  { "opening_ratio", INTO_RATIO, AT (opening_ratio), AT (has_opening_ratio) },
  { "total_places", INTO_COUNT, AT (total_places) },
  { "total_rounding", INTO_WORD, AT (total_rounding), 0, plain_order },
  { "rank_basis", INTO_WORD, AT (rank_unrounded), 0, plain_order },
  { "tie_breakers", INTO_NAMES, AT (tie_breakers) },
  { "min_total", INTO_POINTS, AT (min_total), AT (has_min_total) },
  { "shortlist_ratio", INTO_RATIO, AT (shortlist_ratio) },
  { "shortlist_rounding", INTO_WORD, AT (shortlist_rounding), 0, plain_order },
  { "threshold", INTO_POINTS, AT (threshold), AT (has_threshold) },
  { "threshold_base", INTO_WORD, AT (threshold_base), 0, threshold_order },
  { "recommendation_quorum", INTO_SHARE, AT (recommendation_quorum),
    AT (has_recommendation_quorum) },
  { "recommendation_months", INTO_COUNT, AT (recommendation_months) },
  { "fewest_shown", INTO_COUNT, AT (fewest_shown) },
  { "appraisal_years", INTO_COUNT, AT (appraisal_years) },
  { "inspection_team_min", INTO_COUNT, AT (inspection_team_min) },
  { "inspection_notice_days", INTO_COUNT, AT (inspection_notice_days) },
  { "quorum", INTO_SHARE, AT (quorum), AT (has_quorum) },
  { "quorum_body", INTO_WORD, AT (quorum_body), 0, quorum_order },
  { "majority", INTO_SHARE, AT (majority), AT (has_majority) },
  { "majority_body", INTO_WORD, AT (majority_body), 0, majority_order },
  { "publicity_days", INTO_COUNT, AT (publicity_days) },
  { "publicity_max_days", INTO_COUNT, AT (publicity_max_days) },
  { "publicity_unit", INTO_WORD, AT (publicity_calendar_days), 0, plain_order },
  { "publicity_start", INTO_WORD, AT (publicity_same_day), 0, plain_order },
  { "probation_months", INTO_COUNT, AT (probation_months) },
  { "probation_extension_months", INTO_COUNT, AT (probation_extension_months) },
};
/* clang-format on */

const XrSetting *
xr_settings_all (void)
{
  return settings;
}

const XrSetting *
xr_setting_find (const char *name)
{
  for (const XrSetting *setting = settings; setting->field.name != NULL; setting++)
    if (g_strcmp0 (setting->field.name, name) == 0)
      return setting;
  return NULL;
}

const XrSetting *
xr_setting_find_word (const char *word)
{
  for (const XrSetting *setting = settings; setting->field.name != NULL; setting++)
    if (setting->word != NULL && g_strcmp0 (setting->word, word) == 0)
      return setting;
  return NULL;
}

/* ---- reading values */

static gboolean
read_ratio (const char *text, gboolean is_share, XrRatio *ratio, GError **error)
{
  if (!xr_ratio_parse (text, ratio, error))
    return FALSE;
  if (is_share && ratio->numerator > ratio->denominator)
    return xr_check_fail (error, _ ("A share of a body is not above 1. Write it like 2/3."));
  return TRUE;
}

static int
read_word (const XrSetting *setting, const char *text, const int *values)
{
  int i = 0;

  while (strcmp (setting->field.choices[i].value, text) != 0)
    i++;
  return values[i];
}

static void
read_names (const char *text, GPtrArray *names)
{
  g_auto (GStrv) parts = g_strsplit (text, "、", -1);

  g_ptr_array_set_size (names, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!xr_text_is_blank (parts[i]))
      g_ptr_array_add (names, xr_text_strip (parts[i]));
}

/* @text is canonical. */
static gboolean
read_target (const XrSetting *setting, guint target, const char *text, XrSettings *values,
             GError **error)
{
  gpointer at = (char *) values + targets[target].offset;

  if (targets[target].has_offset != 0)
    *(gboolean *) ((char *) values + targets[target].has_offset) = TRUE;
  switch (targets[target].into)
    {
    case INTO_DATE:
      return xr_date_parse (text, TRUE, at, error);
    case INTO_RATIO:
    case INTO_SHARE:
      return read_ratio (text, targets[target].into == INTO_SHARE, at, error);
    case INTO_POINTS:
      return xr_decimal_parse (text, at, error);
    case INTO_COUNT:
      *(int *) at = (int) g_ascii_strtoll (text, NULL, 10);
      return TRUE;
    case INTO_WORD:
      *(int *) at = read_word (setting, text, targets[target].values);
      return TRUE;
    case INTO_NAMES:
      read_names (text, *(GPtrArray **) at);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
parse_setting (const XrSetting *setting, const char *text, XrSettings *values, char **canonical,
               GError **error)
{
  g_autofree char *clean = NULL;

  /* Per cents may be written with their sign. */
  if (setting->field.kind == XR_FIELD_DECIMAL)
    {
      clean = xr_text_clean (text);
      if (g_str_has_suffix (clean, "%"))
        clean[strlen (clean) - 1] = '\0';
      text = clean;
    }
  if (!xr_field_parse (&setting->field, text, canonical, error))
    return FALSE;
  for (guint i = 0; *canonical != NULL && i < G_N_ELEMENTS (targets); i++)
    if (strcmp (targets[i].name, setting->field.name) == 0
        && !read_target (setting, i, *canonical, values, error))
      {
        g_prefix_error (error, _ ("%s: "), _ (setting->field.label));
        return FALSE;
      }
  return TRUE;
}

gboolean
xr_settings_read (GHashTable *values, XrSettings *result, GError **error)
{
  for (const XrSetting *setting = settings; setting->field.name != NULL; setting++)
    {
      const char *text = g_hash_table_lookup (values, setting->field.name);
      g_autofree char *canonical = NULL;

      if (text != NULL && !parse_setting (setting, text, result, &canonical, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- settings in the file */

static gboolean
check_setting (XrOffice *office, XrRow *row, GError **error)
{
  const XrSetting *setting = xr_setting_find (xr_row_get (row, "name"));
  g_autoptr (XrPlan) plan = xr_plan_new ();
  g_autofree char *canonical = NULL;

  if (setting == NULL)
    return xr_check_fail (error, _ ("There is no setting of this name."));
  if (!parse_setting (setting, xr_row_get (row, "value"), &plan->settings, &canonical, error))
    return FALSE;
  xr_row_set (row, "value", canonical);
  return TRUE;
}

static const XrField setting_fields[] = {
  { "name", N_ ("Setting"), NULL, XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST },
  { "value", N_ ("Content"), NULL, XR_FIELD_PARAGRAPH, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
};

const XrTable xr_table_setting = {
  .name = "setting",
  .title = N_ ("Settings of the plan"),
  .singular = N_ ("setting"),
  .empty = N_ ("The plan says nothing yet; the usual values hold."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .plan = TRUE,
  .order = "name",
  XR_FIELDS (setting_fields),
  .check = check_setting,
  .unique = "name",
};

XrRow *
xr_round_load_setting (XrOffice *office, gint64 round, const char *name)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, &xr_table_setting, "round_id", round);
  XrRow *row;

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (xr_row_get (g_ptr_array_index (rows, i), "name"), name) == 0)
      return g_object_ref (g_ptr_array_index (rows, i));
  row = xr_row_new (&xr_table_setting, round);
  xr_row_set (row, "name", name);
  return row;
}

char *
xr_round_dup_setting (XrOffice *office, gint64 round, const char *name)
{
  g_autoptr (XrRow) row = xr_round_load_setting (office, round, name);

  return g_strdup (xr_row_get (row, "value"));
}

static gboolean
write_setting (XrOffice *office, XrRow *row, const char *text, GError **error)
{
  if (!xr_text_is_blank (text))
    {
      xr_row_set (row, "value", text);
      return xr_office_write (office, row, error);
    }
  if (xr_row_get_id (row) == 0)
    return TRUE;
  return xr_office_remove (office, &xr_table_setting, xr_row_get_id (row), error);
}

gboolean
xr_round_set_setting (XrOffice *office, gint64 round, const char *name, const char *text,
                      GError **error)
{
  const XrSetting *setting = xr_setting_find (name);
  g_autoptr (XrRow) row = xr_round_load_setting (office, round, name);

  g_return_val_if_fail (setting != NULL, FALSE);
  if (!xr_office_begin (office, error))
    return FALSE;
  if (!write_setting (office, row, text, error))
    {
      xr_office_rollback (office);
      return FALSE;
    }
  return xr_office_commit (office, "plan.setting", _ (setting->field.label), NULL, round,
                           XR_ENTRY_NORMAL, error);
}
