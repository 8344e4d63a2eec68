/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates: what is read, what is refused, and counting with them. */

#include "core/date.h"

static XrDate
day (const char *text)
{
  g_autoptr (GError) error = NULL;
  XrDate date = XR_DATE_NONE;

  xr_date_parse (text, TRUE, &date, &error);
  g_assert_no_error (error);
  return date;
}

static void
assert_iso (XrDate date, const char *expected)
{
  g_autofree char *iso = xr_date_to_iso (date);

  g_assert_cmpstr (iso, ==, expected);
}

static void
test_parse (void)
{
  static const char *const days[] = {
    "2026-03-01",           "2026.03.01",           "2026/3/1",   "20260301", "2026年3月1日",
    "２０２６－０３－０１", " 2026 年 3 月 1 日　", "2026．3．1", "2026-3-1", "2026年03月01日"
  };
  static const char *const months[] = { "2026.03", "2026-03", "202603",      "2026年3月",
                                        "2026/3",  "2026.3",  "２０２６．３" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;
      XrDate date = XR_DATE_NONE;

      g_assert_true (xr_date_parse (days[i], FALSE, &date, &error));
      assert_iso (date, "2026-03-01");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autoptr (GError) error = NULL;
      XrDate date = XR_DATE_NONE;

      assert_iso (day (months[i]), "2026-03");
      g_assert_false (xr_date_parse (months[i], FALSE, &date, &error));
      g_assert_error (error, XR_DATE_ERROR, XR_DATE_ERROR_DAY_MISSING);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    XrDateError code;
  } cases[] = {
    { "", XR_DATE_ERROR_SYNTAX },
    { "2026", XR_DATE_ERROR_SYNTAX },
    { "1975.1", XR_DATE_ERROR_SYNTAX },
    { "2026-03.01", XR_DATE_ERROR_SYNTAX },
    { "26-03-01", XR_DATE_ERROR_SYNTAX },
    { "2026-03-001", XR_DATE_ERROR_SYNTAX },
    { "2026-03-01x", XR_DATE_ERROR_SYNTAX },
    { "2026年3月1", XR_DATE_ERROR_SYNTAX },
    { "20260300", XR_DATE_ERROR_SYNTAX },
    { "2026-03-00", XR_DATE_ERROR_SYNTAX },
    { "2026030", XR_DATE_ERROR_SYNTAX },
    { "2026-13-01", XR_DATE_ERROR_NO_SUCH_DAY },
    { "2026-02-29", XR_DATE_ERROR_NO_SUCH_DAY },
    { "1900-02-29", XR_DATE_ERROR_NO_SUCH_DAY },
    { "1849-12-31", XR_DATE_ERROR_NO_SUCH_DAY },
    { "2201-01-01", XR_DATE_ERROR_NO_SUCH_DAY },
    { "202600", XR_DATE_ERROR_NO_SUCH_DAY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      XrDate date = XR_DATE_NONE;

      g_assert_false (xr_date_parse (cases[i].text, TRUE, &date, &error));
      g_assert_error (error, XR_DATE_ERROR, (int) cases[i].code);
      g_assert_false (xr_date_is_set (date));
    }
}

static void
test_write (void)
{
  g_autofree char *text = xr_date_to_text (day ("2026-08-07"));
  g_autofree char *month = xr_date_to_text (day ("2026-08"));
  g_autofree char *form = xr_date_to_form (day ("1975-08-07"));
  g_autofree char *none = xr_date_to_form (XR_DATE_NONE);

  g_assert_cmpstr (text, ==, "2026年8月7日");
  g_assert_cmpstr (month, ==, "2026年8月");
  g_assert_cmpstr (form, ==, "1975.08");
  g_assert_cmpstr (none, ==, "");
  assert_iso (XR_DATE_NONE, "");
}

static void
test_compare (void)
{
  g_assert_cmpint (xr_date_compare (day ("2026-03"), day ("2026-03-01")), <, 0);
  g_assert_cmpint (xr_date_compare (day ("2026-03"), day ("2026-02-28")), >, 0);
  g_assert_cmpint (xr_date_compare (day ("2026-03-18"), day ("2026.03.18")), ==, 0);
  g_assert_cmpint (xr_date_compare (XR_DATE_NONE, day ("1850-01-01")), <, 0);
}

static void
test_months (void)
{
  g_assert_cmpint (xr_date_months_between (day ("1975-04-30"), day ("2026-03-01")), ==, 611);
  g_assert_cmpint (xr_date_months_between (day ("2026-03"), day ("2025-12")), ==, -3);
  assert_iso (xr_date_add_months (day ("2025-08-31"), 6), "2026-02-28");
  assert_iso (xr_date_add_months (day ("2023-08-31"), 6), "2024-02-29");
  assert_iso (xr_date_add_months (day ("2026-01-15"), -1), "2025-12-15");
  assert_iso (xr_date_add_months (day ("2026-12"), 1), "2027-01");
}

/* Walks over every day from 1850 on, leap centuries among them. */
static void
test_days (void)
{
  XrDate date = day ("1850-01-01");
  int weekday = xr_date_weekday (date);

  for (int i = 0; i < 128000; i++)
    {
      XrDate next = xr_date_add_days (date, 1);

      weekday = weekday % 7 + 1;
      g_assert_cmpint (xr_date_weekday (next), ==, weekday);
      g_assert_cmpint (xr_date_days_between (date, next), ==, 1);
      g_assert_cmpint (xr_date_compare (date, next), <, 0);
      date = next;
    }
  assert_iso (xr_date_add_days (day ("2000-02-28"), 1), "2000-02-29");
  assert_iso (xr_date_add_days (day ("1900-02-28"), 1), "1900-03-01");
  assert_iso (xr_date_add_days (day ("2026-01-01"), -1), "2025-12-31");
  g_assert_cmpint (xr_date_weekday (day ("2026-11-22")), ==, 7);
  g_assert_cmpint (xr_date_days_between (day ("2026-03-01"), day ("2026-02-01")), ==, -28);
}

static void
test_serials (void)
{
  assert_iso (xr_date_from_serial (46083, FALSE), "2026-03-02");
  assert_iso (xr_date_from_serial (46083 - 1462, TRUE), "2026-03-02");
  assert_iso (xr_date_from_serial (0, TRUE), "1904-01-01");
  assert_iso (xr_date_from_serial (1, FALSE), "1900-01-01");
  assert_iso (xr_date_from_serial (59, FALSE), "1900-02-28");
  assert_iso (xr_date_from_serial (60, FALSE), "");
  assert_iso (xr_date_from_serial (61, FALSE), "1900-03-01");
  assert_iso (xr_date_from_serial (0, FALSE), "");
  assert_iso (xr_date_from_serial (-1, FALSE), "");
  assert_iso (xr_date_from_serial (G_MAXINT64, TRUE), "");
  g_assert_cmpint (xr_date_to_serial (day ("2026-03-02")), ==, 46083);
  g_assert_cmpint (xr_date_to_serial (day ("1900-02-28")), ==, 59);
  g_assert_cmpint (xr_date_to_serial (day ("1900-03-01")), ==, 61);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date/parse", test_parse);
  g_test_add_func ("/core/date/refuse", test_refuse);
  g_test_add_func ("/core/date/write", test_write);
  g_test_add_func ("/core/date/compare", test_compare);
  g_test_add_func ("/core/date/months", test_months);
  g_test_add_func ("/core/date/days", test_days);
  g_test_add_func ("/core/date/serials", test_serials);
  return g_test_run ();
}
