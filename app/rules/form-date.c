/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of the 干部任免审批表: reading the digits of its files, showing them, counting ages and the month
 * of retirement. It knows no other field of the form. */

#include "rules/form-date.h"

#include <string.h>

#include "core/text.h"

#define DELAY_FROM_YEAR 2025

static const struct
{
  const char *word;
  guint8 month;
} parts_of_year[] = {
  { "春", 4 }, { "夏", 7 }, { "秋", 10 }, { "冬", 12 }, { "初", 3 }, { "中", 6 }, { "底", 12 },
};

static gboolean
parse_year (const char *text, XrFormDate *date)
{
  const char *rest = text + strspn (text, "0123456789");

  if (rest - text != 4)
    return FALSE;
  date->year = (guint16) g_ascii_strtoull (text, NULL, 10);
  if (date->year < 1850 || date->year > 2200)
    return FALSE;
  if (*rest == '\0' || strcmp (rest, "年") == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (parts_of_year); i++)
    if (strcmp (rest, parts_of_year[i].word) == 0)
      {
        date->month = parts_of_year[i].month;
        date->is_vague = TRUE;
        return TRUE;
      }
  return FALSE;
}

gboolean
xr_form_date_parse (const char *text, XrFormDate *date)
{
  g_autofree char *clean = xr_text_clean (text);
  XrDate exact = XR_DATE_NONE;

  *date = (XrFormDate){ 0 };
  if (parse_year (clean, date))
    return TRUE;
  if (!xr_date_parse (clean, TRUE, &exact, NULL))
    return FALSE;
  *date = (XrFormDate){ exact.year, exact.month, exact.day, FALSE };
  return TRUE;
}

XrDate
xr_form_date_to_date (const char *text)
{
  XrFormDate date;

  if (!xr_form_date_parse (text, &date) || date.month == 0 || date.is_vague)
    return XR_DATE_NONE;
  return (XrDate){ date.year, date.month, date.day };
}

char *
xr_form_date_from_date (XrDate date)
{
  if (!xr_date_is_set (date))
    return NULL;
  if (date.day == 0)
    return g_strdup_printf ("%04u%02u", date.year, date.month);
  return g_strdup_printf ("%04u%02u%02u", date.year, date.month, date.day);
}

char *
xr_form_date_show (const char *text)
{
  XrFormDate date;

  if (!xr_form_date_parse (text, &date) || date.is_vague)
    return xr_text_strip (text);
  if (date.month == 0)
    return g_strdup_printf ("%u", date.year);
  return xr_date_to_form ((XrDate){ date.year, date.month, 0 });
}

int
xr_form_date_age (const char *born, const char *reference)
{
  XrFormDate from, to;
  int months;

  if (!xr_form_date_parse (born, &from) || !xr_form_date_parse (reference, &to))
    return -1;
  if (from.month == 0 || to.month == 0)
    return to.year >= from.year ? to.year - from.year : -1;
  months = 12 * (to.year - from.year) + to.month - from.month;
  return months < 0 ? -1 : months / 12;
}

/* ---- 入党时间 */

static char *
join_parties (char **parts, guint first)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = first; parts[i] != NULL; i++)
    {
      g_autofree char *name = xr_text_strip (parts[i]);

      if (name[0] != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

char *
xr_form_party_show (const char *text)
{
  g_autofree char *clean = xr_text_strip (text);
  g_auto (GStrv) parts = NULL;
  g_autofree char *date = NULL;
  g_autofree char *names = NULL;
  XrFormDate parsed;
  gboolean dated;

  if (clean[0] == '\0' || strcmp (clean, "无党派") == 0)
    return g_steal_pointer (&clean);
  parts = g_strsplit (clean, "；", -1);
  dated = xr_form_date_parse (parts[0], &parsed);
  date = xr_form_date_show (parts[0]);
  names = join_parties (parts, dated ? 1 : 0);
  if (names[0] == '\0')
    return g_steal_pointer (&date);
  return dated ? g_strdup_printf ("%s（%s）", names, date) : g_strdup_printf ("（%s）", names);
}

/* ---- 到龄时间 */

guint
xr_form_age_limit (const char *text)
{
  const char *digits = text == NULL ? "" : text + strcspn (text, "0123456789");

  return strspn (digits, "0123456789") == 2 ? (guint) g_ascii_strtoull (digits, NULL, 10) : 0;
}

XrDate
xr_form_retirement_month (XrDate born, guint base)
{
  XrDate original, start = { DELAY_FROM_YEAR, 1, 0 };
  int step = base == 50 ? 2 : 4;
  int most = base == 50 ? 60 : 36;
  int n;

  if (!xr_date_is_set (born) || (base != 60 && base != 55 && base != 50))
    return XR_DATE_NONE;
  born.day = 0;
  original = xr_date_add_months (born, 12 * (int) base);
  n = xr_date_months_between (start, original) + 1;
  return n <= 0 ? original : xr_date_add_months (original, MIN (most, (n - 1) / step + 1));
}
