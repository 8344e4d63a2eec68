/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of the announcement. It only says what the plan says. */
#include "config.h"

#include "stages/announcement.h"

#include <glib/gi18n-lib.h>

#include "round/round.h"

static void
append_heading (GString *text, guint *number, const char *heading)
{
  static const char *const numerals[] = {
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"
  };

  g_string_append_printf (text, "\n<b>%s、%s</b>\n",
                          numerals[MIN (*number, G_N_ELEMENTS (numerals) - 1)], heading);
  (*number)++;
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

static void
append_rules (GString *text, guint *number, XrOffice *office, gint64 round)
{
  const XrTable *table = xr_table_find ("rule");
  g_autoptr (GPtrArray) rows = xr_office_query (office, table, "round_id", round);

  if (rows->len == 0)
    return;
  append_heading (text, number, _ ("Conditions of eligibility"));
  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      g_autofree char *kind = xr_office_dup_display (office, row,
                                                     xr_table_find_field (table, "kind"));
      g_autofree char *post = xr_office_dup_display (office, row,
                                                     xr_table_find_field (table, "post_id"));
      g_autofree char *scope = *post != '\0' ? g_strdup_printf (" (%s)", post) : g_strdup ("");
      append_line (text, "%u. %s: %s%s", i + 1, kind, xr_row_get (row, "value"), scope);
    }
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

static void
append_texts (GString *text, guint *number, XrOffice *office, gint64 round)
{
  for (const XrSetting *setting = xr_settings_all (); setting->field.name != NULL; setting++)
    {
      g_autofree char *value = NULL;

      if (setting->part != XR_SETTING_TEXT)
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
