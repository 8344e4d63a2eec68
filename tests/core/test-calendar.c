/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The working calendar: the built-in table and tables of a user. */

#include "core/calendar.h"

static XrDate
day (const char *text)
{
  g_autoptr (GError) error = NULL;
  XrDate date = XR_DATE_NONE;

  xr_date_parse (text, FALSE, &date, &error);
  g_assert_no_error (error);
  return date;
}

static void
assert_working (const char *text, gboolean expected)
{
  g_autoptr (GError) error = NULL;
  gboolean working;

  g_assert_true (xr_calendar_is_working (xr_calendar_builtin (), day (text), &working, &error));
  g_assert_no_error (error);
  g_assert_cmpint (working, ==, expected);
}

static void
test_builtin (void)
{
  const XrCalendar *calendar = xr_calendar_builtin ();

  assert_working ("2026-09-30", TRUE);
  assert_working ("2026-10-01", FALSE);
  assert_working ("2026-10-10", TRUE);
  assert_working ("2026-10-11", FALSE);
  assert_working ("2026-02-14", TRUE);
  assert_working ("2020-02-03", TRUE);
  assert_working ("2019-04-06", FALSE);
  g_assert_cmpstr (xr_calendar_name (calendar, day ("2026-10-01")), ==, "国庆节");
  g_assert_null (xr_calendar_name (calendar, day ("2026-10-11")));
  for (guint year = 2019; year <= 2026; year++)
    g_assert_true (xr_calendar_knows_year (calendar, year));
  g_assert_false (xr_calendar_knows_year (calendar, 2018));
  g_assert_false (xr_calendar_knows_year (calendar, 2027));
}

static void
test_working_days (void)
{
  const XrCalendar *calendar = xr_calendar_builtin ();
  g_autoptr (GError) error = NULL;
  XrDate date;
  int count;

  g_assert_true (xr_calendar_add_working_days (calendar, day ("2026-09-28"), 5, &date, &error));
  g_assert_cmpint (xr_date_compare (date, day ("2026-10-10")), ==, 0);
  g_assert_true (xr_calendar_add_working_days (calendar, day ("2026-10-10"), -5, &date, &error));
  g_assert_cmpint (xr_date_compare (date, day ("2026-09-28")), ==, 0);
  g_assert_true (xr_calendar_count_working_days (calendar, day ("2026-09-29"), day ("2026-10-10"),
                                                 &count, &error));
  g_assert_cmpint (count, ==, 5);
  g_assert_true (xr_calendar_count_working_days (calendar, day ("2026-10-02"), day ("2026-10-01"),
                                                 &count, &error));
  g_assert_cmpint (count, ==, 0);
}

static void
test_missing_year (void)
{
  const XrCalendar *calendar = xr_calendar_builtin ();
  g_autoptr (GError) error = NULL;
  XrDate date;
  int count;

  g_assert_false (xr_calendar_add_working_days (calendar, day ("2026-12-30"), 2, &date, &error));
  g_assert_error (error, XR_CALENDAR_ERROR, XR_CALENDAR_ERROR_YEAR_MISSING);
  g_assert_nonnull (g_strstr_len (error->message, -1, "2027"));
  g_clear_error (&error);
  g_assert_false (xr_calendar_count_working_days (calendar, day ("2018-12-31"), day ("2019-01-04"),
                                                  &count, &error));
  g_assert_error (error, XR_CALENDAR_ERROR, XR_CALENDAR_ERROR_YEAR_MISSING);
}

static void
test_parse (void)
{
  static const char *const broken[] = { "2027-01-01,off", "2027-01-01,holiday,元旦",
                                        "2027-01,off,元旦", "off,2027-01-01,元旦",
                                        "2027-01-01,off,元旦\n2027-01-01,work,元旦" };
  g_autoptr (GError) error = NULL;
  g_autoptr (XrCalendar) calendar = xr_calendar_parse (
    "\ufeffdate,kind,name\r\n\r\n2027-01-01,off, 元旦 \r\n", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (xr_calendar_name (calendar, day ("2027-01-01")), ==, "元旦");
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) fault = NULL;

      g_assert_null (xr_calendar_parse (broken[i], &fault));
      g_assert_error (fault, XR_CALENDAR_ERROR, XR_CALENDAR_ERROR_SYNTAX);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/calendar/builtin", test_builtin);
  g_test_add_func ("/core/calendar/working-days", test_working_days);
  g_test_add_func ("/core/calendar/missing-year", test_missing_year);
  g_test_add_func ("/core/calendar/parse", test_parse);
  return g_test_run ();
}
