/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, ages and the month of retirement by the tables of appointment-form.md. */

#include "rules/form-date.h"

static void
test_shown (void)
{
  static const char *const cases[][2] = {
    { "20020303", "2002.03" },  { "200203", "2002.03" }, { "2002", "2002" }, { "2002春", "2002春" },
    { "2002年3月", "2002.03" }, { "不详", "不详" },      { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = xr_form_date_show (cases[i][0]);

      g_assert_cmpstr (shown, ==, cases[i][1]);
    }
}

static void
test_party (void)
{
  static const char *const cases[][2] = {
    { "20020303", "2002.03" },
    { "20020303；民盟", "民盟（2002.03）" },
    { "20020303；民盟；民革", "民盟、民革（2002.03）" },
    { "民盟", "（民盟）" },
    { "民盟；", "（民盟）" },
    { "民盟；民革", "（民盟、民革）" },
    { "无党派", "无党派" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = xr_form_party_show (cases[i][0]);

      g_assert_cmpstr (shown, ==, cases[i][1]);
    }
}

static void
test_ages (void)
{
  g_assert_cmpint (xr_form_date_age ("198001", "202603"), ==, 46);
  g_assert_cmpint (xr_form_date_age ("198203", "202603"), ==, 44);
  g_assert_cmpint (xr_form_date_age ("198204", "202603"), ==, 43);
  g_assert_cmpint (xr_form_date_age ("1982", "202603"), ==, 44);
  g_assert_cmpint (xr_form_date_age ("1982春", "202603"), ==, 43);
  g_assert_cmpint (xr_form_date_age ("1982初", "202603"), ==, 44);
  g_assert_cmpint (xr_form_date_age ("", "202603"), ==, -1);
  g_assert_cmpint (xr_form_date_age ("198203", ""), ==, -1);
  g_assert_cmpint (xr_form_date_age ("203001", "202603"), ==, -1);
}

static void
test_retirement (void)
{
  static const struct
  {
    const char *born;
    guint base;
    const char *retires;
  } cases[] = {
    { "196412", 60, "202412" }, { "196501", 60, "202502" }, { "196505", 60, "202507" },
    { "197608", 60, "203907" }, { "197609", 60, "203909" }, { "198109", 55, "203909" },
    { "197503", 50, "202505" }, { "198411", 50, "203911" }, { "198411", 63, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XrDate month = xr_form_retirement_month (xr_form_date_to_date (cases[i].born), cases[i].base);
      g_autofree char *text = xr_form_date_from_date (month);

      g_assert_cmpstr (text, ==, cases[i].retires);
    }
  g_assert_cmpuint (xr_form_age_limit ("改革前任职年龄界限为60岁"), ==, 60);
  g_assert_cmpuint (xr_form_age_limit ("已到龄人员"), ==, 0);
  g_assert_cmpuint (xr_form_age_limit (NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-date/dates are shown as the form has them", test_shown);
  g_test_add_func ("/form-date/joining parties is shown as the form has it", test_party);
  g_test_add_func ("/form-date/ages are counted by month", test_ages);
  g_test_add_func ("/form-date/the month of retirement is the table's", test_retirement);
  return g_test_run ();
}
