/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of the announcement. It only says what the plan says. */
#include "config.h"

#include "stages/announcement.h"

#include <glib/gi18n-lib.h>

#include "round/round.h"
#include "rules/rule-value.h"

static void
append_heading (GString *text, guint *number, const char *heading)
{
  static const char *const numerals[] = {
    "", "一", "二", "三", "四", "五", "六", "七", "八", "九"
  };

  (*number)++;
  g_string_append_printf (text, "\n<b>%s%s%s、%s</b>\n",
                          *number >= 20 ? numerals[*number / 10] : "", *number >= 10 ? "十" : "",
                          numerals[*number % 10], heading);
}

static void
append_line (GString *text, const char *format, ...)
{
  g_autofree char *line = NULL;
  g_autofree char *escaped = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  escaped = g_markup_escape_text (line, -1);
  g_string_append_printf (text, "%s\n", escaped);
}

static void
append_posts (GString *text, guint *number, XrOffice *office, gint64 round)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, xr_table_find ("post"), "round_id", round);

  if (rows->len == 0)
    return;
  append_heading (text, number, _ ("Posts and vacancies"));
  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      const char *rank = xr_row_get (row, "rank");
      const char *department = xr_row_get (row, "department");
      append_line (text, _ ("%1$u. %2$s: %3$s %4$s %5$s"), i + 1, xr_row_get (row, "name"),
                   xr_row_get (row, "vacancies"), rank != NULL ? rank : "",
                   department != NULL ? department : "");
    }
}

/* @value's rule as the announcement says it. (transfer full) */
static char *
dup_age_sentence (const XrRuleValue *value)
{
  g_autofree char *earliest = NULL;

  if (!xr_date_is_set (value->earliest_birth))
    return g_strdup_printf (_ ("not older than %u years"), value->number);
  earliest = xr_date_to_text (value->earliest_birth);
  return g_strdup_printf (_ ("not older than %1$u years, or born in %2$s or later"), value->number,
                          earliest);
}

static char *
dup_years_in_rank_sentence (const XrRuleValue *value)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < value->terms->len; i++)
    {
      const XrRankTerm *term = &g_array_index (value->terms, XrRankTerm, i);

      if (i > 0)
        g_string_append (text, _ (", or "));
      g_string_append_printf (text, _ ("in the rank of %1$s for %2$u years or more"), term->rank,
                              term->years);
    }
  return g_string_free (text, FALSE);
}

/* What is required, in words; @text is the value as it is written. (transfer full) */
static char *
dup_rule_sentence (XrRuleKind kind, const XrRuleValue *value, const char *text)
{
  switch (kind)
    {
    case XR_RULE_MAX_AGE:
      return dup_age_sentence (value);
    case XR_RULE_MIN_EDUCATION:
      return g_strdup_printf (_ ("education of %s or above"), text);
    case XR_RULE_MIN_DEGREE:
      return g_strdup_printf (_ ("a degree of %s or above"), text);
    case XR_RULE_YEARS_WORKED:
      return g_strdup_printf (_ ("%u years of work or more"), value->number);
    case XR_RULE_RANK:
      return g_strdup_printf (_ ("a present rank of %s"), text);
    case XR_RULE_YEARS_IN_RANK:
      return dup_years_in_rank_sentence (value);
    case XR_RULE_PARTY:
      return g_strdup_printf (_ ("political status: %s"), text);
    case XR_RULE_APPRAISALS:
      return g_strdup_printf (_ ("annual appraisals: %s"), text);
    case XR_RULE_STAFFING:
      return g_strdup_printf (_ ("staffing: %s"), text);
    case XR_RULE_PUNISHMENT:
      return g_strdup (_ ("no disciplinary action in effect"));
    default:
      return g_strdup (text);
    }
}

static void
append_rule (GString *text, guint number, XrOffice *office, XrRow *row)
{
  g_autofree char *post = xr_office_dup_display (
    office, row, xr_table_find_field (xr_row_get_table (row), "post_id"));
  const char *content = xr_row_get (row, "value");
  g_autoptr (XrRuleValue) value = NULL;
  g_autofree char *sentence = NULL;
  XrRuleKind kind;

  if (xr_rule_kind_from_id (xr_row_get (row, "kind"), &kind))
    value = xr_rule_value_parse (kind, content, NULL);
  sentence = value ? dup_rule_sentence (kind, value, content) : g_strdup (content);
  if (*post != '\0')
    append_line (text, _ ("%1$u. %2$s (%3$s)"), number, sentence, post);
  else
    append_line (text, "%u. %s", number, sentence);
}

/* The date at which ages count, or else the last day of registration. */
static void
append_age_date (GString *text, XrOffice *office, gint64 round)
{
  g_autofree char *age_date = xr_round_dup_setting (office, round, "age_date");
  g_autofree char *last_day = xr_round_dup_setting (office, round, "registration_to");
  const char *value = age_date ? age_date : last_day;
  g_autofree char *day = NULL;
  XrDate date;

  if (value == NULL || !xr_date_parse (value, TRUE, &date, NULL))
    return;
  day = xr_date_to_text (date);
  append_line (text, _ ("Ages and years count up to %s."), day);
}

static void
append_rules (GString *text, guint *number, XrOffice *office, gint64 round)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, xr_table_find ("rule"), "round_id", round);

  if (rows->len == 0)
    return;
  append_heading (text, number, _ ("Conditions of eligibility"));
  for (guint i = 0; i < rows->len; i++)
    append_rule (text, i + 1, office, g_ptr_array_index (rows, i));
  append_age_date (text, office, round);
}

static void
append_components (GString *text, guint *number, XrOffice *office, gint64 round)
{
  const XrTable *table = xr_table_find ("component");
  g_autoptr (GPtrArray) rows = xr_office_query (office, table, "round_id", round);

  if (rows->len == 0)
    return;
  append_heading (text, number, _ ("Scoring"));
  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      g_autofree char *method = xr_office_dup_display (office, row,
                                                       xr_table_find_field (table, "method"));
      append_line (text, _ ("%1$u. %2$s: %3$s %% (%4$s)"), i + 1, xr_row_get (row, "name"),
                   xr_row_get (row, "weight"), method);
    }
}

static void
append_schedule (GString *text, guint *number, XrOffice *office, gint64 round)
{
  const XrTable *table = xr_table_find ("schedule");
  g_autoptr (GPtrArray) rows = xr_office_query (office, table, "round_id", round);

  if (rows->len == 0)
    return;
  append_heading (text, number, _ ("Schedule"));
  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      g_autofree char *stage = xr_office_dup_display (office, row,
                                                      xr_table_find_field (table, "stage"));
      g_autofree char *first = xr_date_to_text (xr_row_get_date (row, "starts_on"));
      g_autofree char *last = xr_date_to_text (xr_row_get_date (row, "ends_on"));
      if (g_str_equal (first, last))
        append_line (text, _ ("%1$s: %2$s"), stage, first);
      else
        append_line (text, _ ("%1$s: %2$s to %3$s"), stage, first, last);
    }
}

/* Whether the public is told: not how the plan came about inside the office. */
static gboolean
is_public (const XrSetting *setting)
{
  static const char *const inside[] = { "decided_on", "decided_at", "template_notes", NULL };

  return setting->part == XR_SETTING_TEXT && !g_strv_contains (inside, setting->field.name);
}

static void
append_texts (GString *text, guint *number, XrOffice *office, gint64 round)
{
  for (const XrSetting *setting = xr_settings_all (); setting->field.name != NULL; setting++)
    {
      g_autofree char *value = NULL;

      if (!is_public (setting))
        continue;
      value = xr_round_dup_setting (office, round, setting->field.name);
      if (value == NULL || *value == '\0')
        continue;
      append_heading (text, number, _ (setting->field.label));
      append_line (text, "%s", value);
    }
}

char *
xr_announcement_dup_markup (XrOffice *office, gint64 round)
{
  GString *text = g_string_new (NULL);
  g_autoptr (XrRow) row = xr_round_load (office, round, NULL);
  const char *unit = row != NULL ? xr_row_get (row, "unit") : NULL;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  guint number = 0;

  if (row == NULL)
    return g_string_free (text, FALSE);
  title = g_markup_printf_escaped ("<span size='x-large' weight='bold'>%s</span>\n",
                                   xr_row_get (row, "title"));
  g_string_append (text, title);
  append_posts (text, &number, office, round);
  append_rules (text, &number, office, round);
  append_components (text, &number, office, round);
  append_schedule (text, &number, office, round);
  append_texts (text, &number, office, round);
  day = xr_date_to_text (xr_row_get_date (row, "announced_on"));
  append_line (text, "\n%s\n%s", unit != NULL ? unit : "", day);
  return g_string_free (text, FALSE);
}
