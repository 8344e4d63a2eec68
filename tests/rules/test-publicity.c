/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period of 公示: vectors.md C7, calendar days and the floor of five working days. */

#include "rules/publicity.h"

static XrDate
day (const char *text)
{
  g_autoptr (GError) error = NULL;
  XrDate date = XR_DATE_NONE;

  xr_date_parse (text, FALSE, &date, &error);
  g_assert_no_error (error);
  return date;
}

static XrPublicity *
publish (const char *posted, int days, gboolean calendar_days, gboolean same_day, GError **error)
{
  g_autoptr (XrPlan) plan = xr_plan_new ();

  plan->settings.publicity_days = days;
  plan->settings.publicity_max_days = 15;
  plan->settings.publicity_calendar_days = calendar_days;
  plan->settings.publicity_same_day = same_day;
  return xr_publicity_new (&plan->settings, xr_calendar_builtin (), day (posted), error);
}

static void
assert_date (XrDate date, const char *expected)
{
  g_autofree char *iso = xr_date_to_iso (date);

  g_assert_cmpstr (iso, ==, expected);
}

/* The counted days of @publicity must be @expected, five of them. */
static void
assert_counted (const XrPublicity *publicity, const char *const *expected)
{
  int ordinal = 0;

  for (guint i = 0; i < publicity->days->len; i++)
    {
      const XrPublicityDay *one = &g_array_index (publicity->days, XrPublicityDay, i);

      if (one->kind != XR_PUBLICITY_DAY_COUNTED)
        {
          g_assert_cmpint (one->ordinal, ==, 0);
          continue;
        }
      assert_date (one->date, expected[ordinal++]);
      g_assert_cmpint (one->ordinal, ==, ordinal);
    }
  g_assert_cmpint (ordinal, ==, 5);
  assert_date (publicity->first, expected[0]);
  assert_date (publicity->last, expected[4]);
  g_assert_cmpint (publicity->working_days, ==, 5);
  g_assert_true (publicity->floor_met);
}

static void
test_working_days (void)
{
  static const char *const autumn[] = { "2026-09-29", "2026-09-30", "2026-10-08", "2026-10-09",
                                        "2026-10-10" };
  static const char *const spring[] = { "2026-02-14", "2026-02-24", "2026-02-25", "2026-02-26",
                                        "2026-02-27" };
  g_autoptr (GError) error = NULL;
  g_autoptr (XrPublicity) first = publish ("2026-09-28", 5, FALSE, FALSE, &error);
  g_autoptr (XrPublicity) second = publish ("2026-02-13", 5, FALSE, FALSE, &error);

  g_assert_no_error (error);
  assert_counted (first, autumn);
  assert_counted (second, spring);
}

static void
test_strip (void)
{
  static const XrPublicityDayKind kinds[] = {
    XR_PUBLICITY_DAY_BEFORE,  XR_PUBLICITY_DAY_COUNTED, XR_PUBLICITY_DAY_WEEKEND,
    XR_PUBLICITY_DAY_WEEKEND, XR_PUBLICITY_DAY_COUNTED,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (XrPublicity) plain = publish ("2026-03-05", 2, FALSE, FALSE, &error);
  g_autoptr (XrPublicity) holiday = publish ("2026-09-30", 5, FALSE, TRUE, &error);
  const XrPublicityDay *second = &g_array_index (holiday->days, XrPublicityDay, 1);

  g_assert_no_error (error);
  g_assert_cmpuint (plain->days->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < plain->days->len; i++)
    g_assert_cmpint (g_array_index (plain->days, XrPublicityDay, i).kind, ==, kinds[i]);
  g_assert_false (plain->floor_met);
  assert_date (holiday->first, "2026-09-30");
  g_assert_cmpint (second->kind, ==, XR_PUBLICITY_DAY_HOLIDAY);
  g_assert_cmpstr (second->name, ==, "国庆节");
}

/* A week over a long holiday holds too few working days, whatever the plan says. */
static void
test_floor (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrPublicity) week = publish ("2026-03-05", 7, TRUE, FALSE, &error);
  g_autoptr (XrPublicity) holiday = publish ("2026-09-28", 7, TRUE, FALSE, &error);
  g_autoptr (XrPublicity) same_day = publish ("2026-03-05", 7, TRUE, TRUE, &error);
  g_autoptr (XrPublicity) long_one = publish ("2026-03-05", 16, TRUE, TRUE, &error);

  g_assert_no_error (error);
  assert_date (week->first, "2026-03-06");
  assert_date (week->last, "2026-03-12");
  g_assert_cmpint (week->working_days, ==, 5);
  g_assert_true (week->floor_met);
  assert_date (holiday->last, "2026-10-05");
  g_assert_cmpint (holiday->working_days, ==, 2);
  g_assert_false (holiday->floor_met);
  assert_date (same_day->last, "2026-03-11");
  g_assert_false (week->above_maximum);
  g_assert_true (long_one->above_maximum);
}

static void
test_refuse (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (publish ("2026-12-28", 5, TRUE, FALSE, &error));
  g_assert_error (error, XR_CALENDAR_ERROR, XR_CALENDAR_ERROR_YEAR_MISSING);
  g_clear_error (&error);
  g_assert_null (publish ("2026-03-05", XR_COUNT_NONE, TRUE, FALSE, &error));
  g_assert_error (error, XR_PUBLICITY_ERROR, XR_PUBLICITY_ERROR_NO_DAYS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/publicity/working-days", test_working_days);
  g_test_add_func ("/rules/publicity/strip", test_strip);
  g_test_add_func ("/rules/publicity/floor", test_floor);
  g_test_add_func ("/rules/publicity/refuse", test_refuse);
  return g_test_run ();
}
