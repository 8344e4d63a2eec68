/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The appraisals as a table: every way of writing is read, nothing is lost on the way back, and what
 * contradicts itself or is missing is told. */

#include "rules/appraisal-list.h"

#include <string.h>

/* `year/word/note` of each entry, with blanks between. */
static char *
describe (const char *text)
{
  g_autoptr (XrAppraisalList) list = xr_appraisal_list_parse (text);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < list->entries->len; i++)
    {
      const XrAppraisalEntry *entry = list->entries->pdata[i];

      g_string_append_printf (all, "%s%u/%s/%s", i > 0 ? " " : "", entry->year, entry->word,
                              entry->note);
    }
  return g_string_free (all, FALSE);
}

static const struct
{
  const char *text, *entries;
} forms[] = {
  { "2023优秀、2024年称职；2025年度 合格", "2023/优秀/ 2024/称职/ 2025/合格/" },
  { "2023优秀\n2024称职\n2025称职", "2023/优秀/ 2024/称职/ 2025/称职/" },
  { "2023年度考核结果为优秀等次。\r\n2024年度：称职。", "2023/优秀/ 2024/称职/" },
  { "２０２５ 年度考核：称职", "2025/称职/" },
  { "2024称职 2025称职", "2024/称职/ 2025/称职/" },
  { "2024称职2025称职", "2024/称职/ 2025/称职/" },
  { "2023优秀（记三等功）、2024称职(挂职（乡镇）)", "2023/优秀/记三等功 2024/称职/挂职（乡镇）" },
  { "2023优秀（2024年3月公布）", "2023/优秀/2024年3月公布" },
  { "2023优秀、先进个人、2024称职", "2023/优秀/ 0//先进个人 2024/称职/" },
  { "2022、2023年均为称职，2024优秀", "2022/称职/ 2023/称职/ 2024/优秀/" },
  { "2021-2023年年度考核均为称职", "2021/称职/ 2022/称职/ 2023/称职/" },
  { "2021年至2023年都称职；2024年优秀", "2021/称职/ 2022/称职/ 2023/称职/ 2024/优秀/" },
  /* Whether it is said of all of them is not for the program to guess. */
  { "2022、2023年称职", "2022// 2023/称职/" },
  { "2021-2023年称职", "2021// 2023/称职/" },
  { "2023年未参加考核（产假）、2024称职", "2023//未参加考核（产假） 2024/称职/" },
  { "2023（产假）2024称职", "2023//产假 2024/称职/" },
  { "2023优秀（没有右括号", "2023/优秀/ 0//（没有右括号" },
  { "近三年均为称职", "0//近三年均为称职" },
  { "2023-1993年均为称职", "2023// 1993/称职/" },
  { "20231231优秀", "0//20231231优秀" },
  { " \n", "" },
  { NULL, "" },
};

static void
test_forms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *entries = describe (forms[i].text);

      g_assert_cmpstr (entries, ==, forms[i].entries);
    }
}

/* What is read, written and read again is the same, and so is its text from then on. */
static void
test_round_trip (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (XrAppraisalList) list = xr_appraisal_list_parse (forms[i].text);
      g_autofree char *text = xr_appraisal_list_format (list);
      g_autofree char *entries = describe (text);
      g_autoptr (XrAppraisalList) again = xr_appraisal_list_parse (text);
      g_autofree char *twice = xr_appraisal_list_format (again);

      g_assert_cmpstr (entries, ==, forms[i].entries);
      g_assert_cmpstr (twice, ==, text);
    }
}

/* The same when every entry is written anew by hand. */
static void
test_rewritten (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (XrAppraisalList) list = xr_appraisal_list_parse (forms[i].text);

      for (guint j = 0; j < list->entries->len; j++)
        {
          const XrAppraisalEntry *entry = list->entries->pdata[j];
          guint year = entry->year;
          g_autofree char *word = g_strdup (entry->word);
          g_autofree char *note = g_strdup (entry->note);

          xr_appraisal_list_set (list, j, 1999, "优秀", "");
          xr_appraisal_list_set (list, j, year, word, note);
        }
      for (guint year = 2020; year <= 2025; year++)
        {
          g_autofree char *text = xr_appraisal_list_format (list);

          g_assert_cmpint (xr_appraisals_find (text, year), ==,
                           xr_appraisals_find (forms[i].text, year));
        }
    }
}

static void
assert_text (XrAppraisalList *list, const char *expected)
{
  g_autofree char *text = xr_appraisal_list_format (list);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_editing (void)
{
  g_autoptr (XrAppraisalList) list = xr_appraisal_list_parse (
    "2021、2022年均为称职；2023年度考核：优秀；借调一年");

  xr_appraisal_list_add (list, 2024, "称职", "挂职）期间");
  assert_text (
    list, "2021、2022年均为称职；2023年度考核：优秀；借调一年；2024年度考核:称职（挂职〕期间）");
  xr_appraisal_list_set (list, 2, 2023, "优秀", "");
  xr_appraisal_list_set (list, 3, 0, "", "借调");
  xr_appraisal_list_remove (list, 4);
  assert_text (list, "2021、2022年均为称职；2023年度考核：优秀；借调");
  xr_appraisal_list_set (list, 1, 2022, "优秀", "");
  xr_appraisal_list_remove (list, 2);
  assert_text (list, "2021年度考核:称职；2022年度考核:优秀；借调");
  xr_appraisal_list_set (list, 2, 0, "", "");
  xr_appraisal_list_remove (list, 0);
  assert_text (list, "2022年度考核:优秀");
  xr_appraisal_list_remove (list, 0);
  xr_appraisal_list_remove (list, 0);
  assert_text (list, NULL);
  xr_appraisal_list_add (list, 2024, "", "");
  assert_text (list, NULL);
  xr_appraisal_list_add (list, 2025, "称职", "");
  assert_text (list, "2025年度考核:称职");
}

static void
assert_remarks (const char *text, guint first, guint last, const char *expected)
{
  g_autoptr (XrAppraisalList) list = xr_appraisal_list_parse (text);
  g_autoptr (GPtrArray) remarks = xr_appraisal_list_check (list, first, last, 2026);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < remarks->len; i++)
    {
      const XrAppraisalRemark *remark = remarks->pdata[i];

      g_string_append_printf (found, "%s%d: %s", i > 0 ? " | " : "", (int) remark->entry,
                              remark->message);
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_string_free (found, TRUE);
}

static void
test_remarks (void)
{
  assert_remarks ("2023优秀、2024称职、2025称职", 2023, 2025, "");
  assert_remarks ("2025称职", 2023, 2025,
                  "-1: The plan looks back on 2023 to 2025; there is no result for 2023、2024.");
  assert_remarks ("2024称职", 2025, 2025,
                  "-1: The plan asks for the appraisal of 2025; there is no result for it.");
  assert_remarks ("2025称职", 0, 0, "");
  assert_remarks ("2025称职、2025优秀", 2025, 2025,
                  "1: 2025 has two results. Find out which is right and remove the other.");
  assert_remarks ("2025称职、2025合格", 2025, 2025,
                  "1: 2025 stands here twice. Remove one of the two.");
  assert_remarks (
    "2025（产假）、2025称职", 2025, 2025,
    "0: No result that the rules know is named for 2025. Choose one, or leave the words "
    "as they stand; the year counts as without a result. | "
    "1: 2025 stands here twice. Remove one of the two.");
  assert_remarks ("2026优秀", 0, 0, "0: The year 2026 is not over yet. Check the year.");
  assert_remarks ("近三年称职", 0, 0,
                  "0: No year is named, so it counts for none. It stays as it stands.");
  assert_remarks (
    "2025（产假）", 2025, 2025,
    "0: No result that the rules know is named for 2025. Choose one, or leave the words "
    "as they stand; the year counts as without a result.");
}

static void
test_words (void)
{
  for (guint i = 0; xr_appraisal_words[i] != NULL; i++)
    g_assert_cmpint (xr_appraisal_from_word (xr_appraisal_words[i]), !=, XR_APPRAISAL_MISSING);
  g_assert_cmpint (xr_appraisals_find ("2021-2023年均称职", 2022), ==, XR_APPRAISAL_COMPETENT);
  g_assert_cmpint (xr_appraisals_find ("2021-2023年称职", 2022), ==, XR_APPRAISAL_MISSING);
  g_assert_cmpint (xr_appraisals_find ("2023优秀（2024年3月公布）", 2024), ==,
                   XR_APPRAISAL_MISSING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/appraisal-list/forms", test_forms);
  g_test_add_func ("/rules/appraisal-list/round-trip", test_round_trip);
  g_test_add_func ("/rules/appraisal-list/rewritten", test_rewritten);
  g_test_add_func ("/rules/appraisal-list/editing", test_editing);
  g_test_add_func ("/rules/appraisal-list/remarks", test_remarks);
  g_test_add_func ("/rules/appraisal-list/words", test_words);
  return g_test_run ();
}
