/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates with or without a day: reading, writing and counting them in the proleptic Gregorian calendar.
 * It must not ask the clock but in xr_date_today(), and must not know of holidays. */

#include "config.h"

#include "core/date.h"
#include "core/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1850
#define LAST_YEAR  2200

G_DEFINE_QUARK (xr - date - error - quark, xr_date_error)

static gboolean
is_leap_year (guint year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static guint
count_days_of_month (guint year, guint month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

/* The number of the day, 1970-01-01 being 0. */
static int
get_day_number (XrDate date)
{
  /* Years from March on, so that the leap day is the last of a year. */
  int year = date.year - (date.month <= 2);
  int month = (date.month + 9) % 12;

  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day - 1
         - 719468;
}

static XrDate
get_date_of_day (int number)
{
  /* A year that is never too late; the loop below moves it on. */
  XrDate date = { number < 0 ? 1969 + number / 365 : 1970 + number / 366, 1, 1 };

  while (get_day_number ((XrDate){ date.year + 1, 1, 1 }) <= number)
    date.year++;
  while (date.month < 12 && get_day_number ((XrDate){ date.year, date.month + 1, 1 }) <= number)
    date.month++;
  date.day = 1 + number - get_day_number (date);
  return date;
}

/* Reads at most @most digits at *@at and moves past them. Returns FALSE where there is none, or more. */
static gboolean
read_number (const char **at, guint most, guint *value)
{
  const char *start = *at;

  *value = 0;
  for (; g_ascii_isdigit (**at); ++*at)
    {
      if (*at - start == most)
        return FALSE;
      *value = *value * 10 + (guint) (**at - '0');
    }
  return *at > start;
}

static gboolean
skip (const char **at, const char *sign)
{
  if (!g_str_has_prefix (*at, sign))
    return FALSE;
  *at += strlen (sign);
  return TRUE;
}

/* `20260301`, `202603` */
static gboolean
read_digits (const char *text, guint parts[3])
{
  gsize length = strspn (text, "0123456789");
  guint all;

  if (text[length] != '\0' || (length != 6 && length != 8))
    return FALSE;
  read_number (&text, 8, &all);
  parts[2] = length == 8 ? all % 100 : 0;
  if (length == 8)
    all /= 100;
  parts[1] = all % 100;
  parts[0] = all / 100;
  /* A day that is written as 00 must not pass for a month. */
  return length == 6 || parts[2] != 0;
}

/* 1975.1 may be an October whose zero a spreadsheet has dropped; 1975.8 can be nothing but August. */
static gboolean
may_be_october (char sign, const char *month)
{
  return sign == '.' && g_str_equal (month, "1");
}

/* `2026-3-1`, `2026.03`: one sign all through */
static gboolean
read_separated (const char *text, guint parts[3])
{
  const char *at = text;
  char sign[2] = "";
  const char *month;

  if (!read_number (&at, 4, &parts[0]) || at - text != 4 || !strchr ("-./", *at))
    return FALSE;
  sign[0] = *at;
  if (!skip (&at, sign))
    return FALSE;
  month = at;
  if (!read_number (&at, 2, &parts[1]))
    return FALSE;
  if (*at == '\0')
    return !may_be_october (sign[0], month);
  return skip (&at, sign) && read_number (&at, 2, &parts[2]) && parts[2] != 0 && *at == '\0';
}

/* `2026年3月1日`, `2026年3月` */
static gboolean
read_worded (const char *text, guint parts[3])
{
  const char *at = text;

  if (!read_number (&at, 4, &parts[0]) || at - text != 4 || !skip (&at, "年")
      || !read_number (&at, 2, &parts[1]) || !skip (&at, "月"))
    return FALSE;
  if (*at == '\0')
    return TRUE;
  return read_number (&at, 2, &parts[2]) && parts[2] != 0 && skip (&at, "日") && *at == '\0';
}

static gboolean
is_date (const guint parts[3])
{
  return parts[0] >= FIRST_YEAR && parts[0] <= LAST_YEAR && parts[1] >= 1 && parts[1] <= 12
         && parts[2] <= count_days_of_month (parts[0], parts[1]);
}

/* Whether @text is without blanks and signs that fold; a look at the characters, as most dates are. */
static gboolean
is_compact (const char *text)
{
  return text != NULL && text[strspn (text, "0123456789-./")] == '\0';
}

static char *
remove_spaces (const char *text)
{
  char *clean = xr_text_clean (text);
  char *out = clean;

  for (const char *in = clean; *in != '\0'; in++)
    if (*in != ' ')
      *out++ = *in;
  *out = '\0';
  return clean;
}

/* `1975.1` */
static gboolean
is_half_a_month (const char *text)
{
  const char *at = text;
  guint year;

  return read_number (&at, 4, &year) && at - text == 4 && g_str_equal (at, ".1");
}

static gboolean
read_parts (const char *text, guint parts[3])
{
  memset (parts, 0, 3 * sizeof *parts);
  if (read_digits (text, parts))
    return TRUE;
  memset (parts, 0, 3 * sizeof *parts);
  if (read_separated (text, parts))
    return TRUE;
  memset (parts, 0, 3 * sizeof *parts);
  return read_worded (text, parts);
}

gboolean
xr_date_parse (const char *text, gboolean month_is_enough, XrDate *date, GError **error)
{
  g_autofree char *compacted = is_compact (text) ? NULL : remove_spaces (text);
  const char *compact = compacted != NULL ? compacted : text;
  guint parts[3];

  if (!read_parts (compact, parts))
    {
      g_set_error (error, XR_DATE_ERROR, XR_DATE_ERROR_SYNTAX,
                   !month_is_enough ? _ ("“%s” is not a date; write it like 2026-03-01")
                   : is_half_a_month (compact)
                     ? _ ("“%s” may be January or October; write 2026.01 or "
                          "2026.10 with its two digits")
                     : _ ("“%s” is not a date; write it like 2026-03-01 or "
                          "2026.03"),
                   compact);
      return FALSE;
    }
  if (!is_date (parts))
    {
      g_set_error (error, XR_DATE_ERROR, XR_DATE_ERROR_NO_SUCH_DAY,
                   _ ("There is no such date as “%s”; check the month and the day"), compact);
      return FALSE;
    }
  if (parts[2] == 0 && !month_is_enough)
    {
      g_set_error (error, XR_DATE_ERROR, XR_DATE_ERROR_DAY_MISSING,
                   _ ("“%s” has no day; write it like 2026-03-01"), compact);
      return FALSE;
    }
  *date = (XrDate){ parts[0], parts[1], parts[2] };
  return TRUE;
}

char *
xr_date_to_iso (XrDate date)
{
  if (!xr_date_is_set (date))
    return g_strdup ("");
  if (date.day == 0)
    return g_strdup_printf ("%04u-%02u", date.year, date.month);
  return g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
}

char *
xr_date_to_text (XrDate date)
{
  if (!xr_date_is_set (date))
    return g_strdup ("");
  if (date.day == 0)
    return g_strdup_printf ("%u年%u月", date.year, date.month);
  return g_strdup_printf ("%u年%u月%u日", date.year, date.month, date.day);
}

char *
xr_date_to_form (XrDate date)
{
  if (!xr_date_is_set (date))
    return g_strdup ("");
  return g_strdup_printf ("%04u.%02u", date.year, date.month);
}

int
xr_date_compare (XrDate a, XrDate b)
{
  int left = (a.year * 16 + a.month) * 32 + a.day;
  int right = (b.year * 16 + b.month) * 32 + b.day;

  return (left > right) - (left < right);
}

int
xr_date_months_between (XrDate from, XrDate to)
{
  return 12 * (to.year - from.year) + to.month - from.month;
}

XrDate
xr_date_add_months (XrDate date, int months)
{
  int count = date.year * 12 + date.month - 1 + months;
  XrDate moved = { count / 12, count % 12 + 1, date.day };

  moved.day = MIN (moved.day, count_days_of_month (moved.year, moved.month));
  return moved;
}

XrDate
xr_date_add_days (XrDate date, int days)
{
  g_return_val_if_fail (date.day != 0, XR_DATE_NONE);

  return get_date_of_day (get_day_number (date) + days);
}

int
xr_date_days_between (XrDate from, XrDate to)
{
  g_return_val_if_fail (from.day != 0 && to.day != 0, 0);

  return get_day_number (to) - get_day_number (from);
}

int
xr_date_weekday (XrDate date)
{
  g_return_val_if_fail (date.day != 0, 1);

  /* 1970-01-01 was a Thursday; the number added keeps the remainder above 0 from 1850 on. */
  return (get_day_number (date) + 7 * 10000 + 3) % 7 + 1;
}

/* Serial 60 is a 1900-02-29 that never was; what stands after it is one too high. */
#define SERIAL_OF_NO_DAY 60
#define SERIAL_OF_1904   1462

static const XrDate serial_zero = { 1899, 12, 31 };

XrDate
xr_date_from_serial (gint64 serial, gboolean since_1904)
{
  const gint64 last = 110000; /* in 2201, beyond every date that is accepted */
  XrDate date;

  if (serial < 0 || serial > last)
    return XR_DATE_NONE;
  if (since_1904)
    serial += SERIAL_OF_1904;
  if (serial == 0 || serial == SERIAL_OF_NO_DAY)
    return XR_DATE_NONE;
  date = xr_date_add_days (serial_zero, (int) serial - (serial > SERIAL_OF_NO_DAY));
  return date.year <= LAST_YEAR ? date : XR_DATE_NONE;
}

gint64
xr_date_to_serial (XrDate date)
{
  int serial = xr_date_days_between (serial_zero, date);

  return serial >= SERIAL_OF_NO_DAY ? serial + 1 : serial;
}

static XrDate pretended_today;

void
xr_date_set_today (XrDate date)
{
  pretended_today = date;
}

XrDate
xr_date_today (void)
{
  g_autoptr (GDateTime) now = NULL;

  if (xr_date_is_set (pretended_today))
    return pretended_today;
  now = g_date_time_new_now_local ();
  return (XrDate){ g_date_time_get_year (now), g_date_time_get_month (now),
                   g_date_time_get_day_of_month (now) };
}
