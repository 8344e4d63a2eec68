/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The résumé: every usual way of writing is read, one is written, gaps and overlaps are found. */

#include "rules/resume.h"

#include <string.h>

#define NORMAL                                                                                     \
  "1998.09--2002.07  某大学某系学习\n2002.07--2010.03  某局科员\n2010.03--         某局副科长"

static void
test_ways (void)
{
  static const char *const dashes[] = { "--", "—",  "——", "–",  "～", "〜",
                                        "~",  "－", "-",  "至", " - " };

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      g_autofree char *text = g_strdup_printf ("　1998.09%s2002.07　某大学某系学习\r\n"
                                               "200207%s201003  某局科员\r\n"
                                               "2010年3月%s    某局副科长\r\n",
                                               dashes[i], dashes[i], dashes[i]);
      g_autofree char *normal = xr_resume_normalize (text);

      g_assert_cmpstr (normal, ==, NORMAL);
    }
}

static void
assert_normal (const char *text, const char *expected)
{
  g_autofree char *normal = xr_resume_normalize (text);
  g_autofree char *again = xr_resume_normalize (normal);

  g_assert_cmpstr (normal, ==, expected);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_lines (void)
{
  assert_normal (NULL, NULL);
  assert_normal (" \n　\n", NULL);
  assert_normal ("没有日期", "没有日期");
  assert_normal ("2010.03至今 某局", "2010.03--         某局");
  assert_normal ("2010.03--今后某局", "2010.03--         今后某局");
  assert_normal ("2002.07--\n200506", "2002.07--         \n                  200506");
  assert_normal ("2002.07--\n今 某局", "2002.07--         \n                  今 某局");
  assert_normal ("2010.13--2011.01 某局", "2010.13--2011.01 某局");
  assert_normal ("2002.07--2010.03 某局\n（其间：2003.03--2003.07党校学习）",
                 "2002.07--2010.03  某局\n                  （其间：2003.03--2003.07党校学习）");
  assert_normal ("2010.03-- 某局\n\n\n第三届市委委员\n2012.01--2015.01 某委",
                 "2010.03--         某局\n\n第三届市委委员\n2012.01--2015.01  某委");
}

static guint
count_remarks (const char *text, const char *work_since, const char *word)
{
  g_autoptr (GPtrArray) lines = xr_resume_parse (text);
  g_autoptr (GPtrArray) remarks = NULL;
  XrDate date = XR_DATE_NONE;

  if (work_since != NULL)
    xr_date_parse (work_since, TRUE, &date, NULL);
  remarks = xr_resume_check (lines, date);
  if (remarks->len > 0)
    g_assert_nonnull (strstr (((XrResumeRemark *) remarks->pdata[0])->message, word));
  return remarks->len;
}

static void
test_checks (void)
{
  g_assert_cmpuint (count_remarks (NORMAL, "2002-07", ""), ==, 0);
  g_assert_cmpuint (count_remarks (NORMAL, NULL, ""), ==, 0);
  g_assert_cmpuint (count_remarks (NORMAL, "1998-08", "later"), ==, 1);
  g_assert_cmpuint (count_remarks ("2001.01--2002.01 甲\n2002.02-- 乙", NULL, "Gap"), ==, 1);
  g_assert_cmpuint (count_remarks ("2001.01--2002.03 甲\n2002.02-- 乙", NULL, "Overlap"), ==, 1);
  g_assert_cmpuint (count_remarks ("2001.01-- 甲\n2002.02-- 乙", NULL, "no end"), ==, 1);
  g_assert_cmpuint (count_remarks ("2003.01--2002.03 甲\n2002.03-- 乙", NULL, "before it begins"),
                    ==, 1);
  g_assert_cmpuint (count_remarks ("2001.01--2002.03 甲", NULL, "closed"), ==, 1);
  g_assert_cmpuint (count_remarks ("2001.01--", NULL, "no unit"), ==, 1);
  g_assert_cmpuint (count_remarks ("甲", NULL, "no dates"), ==, 1);
  g_assert_cmpuint (count_remarks ("2010.03-- 某局\n\n第三届市委委员", NULL, ""), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resume/all ways of writing give the official one", test_ways);
  g_test_add_func ("/resume/no line is lost", test_lines);
  g_test_add_func ("/resume/gaps, overlaps and the like are found", test_checks);
  return g_test_run ();
}
