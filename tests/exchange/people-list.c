/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "people-list.h"

#include "core/id-number.h"

#include <string.h>

static const char *const titles[] = { "职位",         "姓名",     "身份证号", "性别",
                                      "出生年月",     "民族",     "政治面貌", "学历",
                                      "参加工作时间", "工作单位", "现任职务", "现职级",
                                      "任现职级时间", "年度考核", "电话",     "备注" };

const PeopleFault people_faults[PEOPLE_N_FAULTS] = {
  { 3, "身份证号", "990000197906150075" },
  { 17, "身份证号", "99000019790615" },
  { 40, "身份证号", "990000197913150074" },
  { 77, "身份证号", "99000X197906150074" },
  { 90, "姓名", "" },
  { 111, "姓名", " " },
  { 130, "职位", "办公室主仕" },
  { 131, "职位", "" },
  { 160, "性别", "雄" },
  { 187, "性别", "M" },
  { 203, "出生年月", "1980年13月" },
  { 233, "出生年月", "不详" },
  { 260, "参加工作时间", "2003/31/12" },
  { 290, "参加工作时间", "1950.01" },
  { 311, "任现职级时间", "去年" },
  { 340, "任现职级时间", "2020.00" },
  { 377, "出生年月", "2999-01" },
  { 401, "参加工作时间", "二〇〇一" },
  { 450, "性别", "男女" },
  { 499, "职位", "副主任" },
};

static char *
make_id_number (guint row, int year, int month)
{
  char digits[18];

  /* The 17th digit is odd for men. */
  g_snprintf (digits, sizeof digits, "990000%04d%02d%02d%02u%d", year, month, 1 + (int) row % 28,
              row % 100, row % 3 == 0 ? 2 : 1);
  return g_strdup_printf ("%s%c", digits, xr_id_number_check_character (digits));
}

static char *
make_name (guint row)
{
  static const char surnames[] = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许";
  static const char given[] = "建国明华丽芳伟强敏静军勇磊洋艳杰娟涛超霞";
  const char *surname = g_utf8_offset_to_pointer (surnames, row % 20);
  const char *first = g_utf8_offset_to_pointer (given, row / 20 % 20);
  const char *second = g_utf8_offset_to_pointer (given, (row / 400 + row) % 20);

  return g_strdup_printf ("%.3s%.3s%.3s", surname, first, second);
}

char *
people_list_cell (guint row, const char *column)
{
  int year = 1970 + (int) row % 25, month = 1 + (int) row % 12;

  if (strcmp (column, "职位") == 0)
    return g_strdup (row % 2 == 0 ? "办公室主任" : "政工科副科长");
  if (strcmp (column, "姓名") == 0)
    return make_name (row);
  if (strcmp (column, "身份证号") == 0)
    return make_id_number (row, year, month);
  if (strcmp (column, "性别") == 0)
    return g_strdup (row % 3 == 0 ? "女" : "男");
  if (strcmp (column, "出生年月") == 0)
    return g_strdup_printf (row % 4 == 0 ? "%d年%d月" : "%d.%02d", year, month);
  if (strcmp (column, "民族") == 0)
    return g_strdup (row % 9 == 0 ? "回族" : "汉族");
  if (strcmp (column, "政治面貌") == 0)
    return g_strdup ("中共党员");
  if (strcmp (column, "学历") == 0)
    return g_strdup (row % 5 == 0 ? "研究生" : "大学");
  if (strcmp (column, "参加工作时间") == 0)
    return g_strdup_printf ("%d.07", year + 23);
  if (strcmp (column, "工作单位") == 0)
    return g_strdup (row % 2 == 0 ? "市局办公室" : "政工科, 二楼");
  if (strcmp (column, "现职级") == 0)
    return g_strdup ("副科级");
  if (strcmp (column, "任现职级时间") == 0)
    return g_strdup ("2021.05");
  if (strcmp (column, "年度考核") == 0)
    return g_strdup ("2023优秀、2024称职、2025称职");
  if (strcmp (column, "备注") == 0)
    return g_strdup (row % 50 == 0 ? "说“可以”，\n另见附件 \"1\"" : "");
  return g_strdup ("");
}

static const char *
find_fault (guint row, const char *column)
{
  for (guint i = 0; i < PEOPLE_N_FAULTS; i++)
    {
      if (people_faults[i].row == row && strcmp (people_faults[i].column, column) == 0)
        return people_faults[i].spoilt;
    }
  return NULL;
}

static void
add_cell (GString *list, const char *text, char divider)
{
  if (strpbrk (text, "\"\n,;\t") == NULL)
    {
      g_string_append (list, text);
      return;
    }
  g_string_append_c (list, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (list, '"');
      g_string_append_c (list, *at);
    }
  g_string_append_c (list, '"');
}

char *
people_list_new (char divider, gboolean faults)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_string_append_printf (list, "%s%c", titles[i],
                            i + 1 < G_N_ELEMENTS (titles) ? divider : '\r');
  g_string_append_c (list, '\n');
  for (guint row = 0; row < PEOPLE_N; row++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
        {
          const char *spoilt = faults ? find_fault (row, titles[i]) : NULL;
          g_autofree char *text = people_list_cell (row, titles[i]);
          add_cell (list, spoilt != NULL ? spoilt : text, divider);
          g_string_append_c (list, i + 1 < G_N_ELEMENTS (titles) ? divider : '\r');
        }
      g_string_append_c (list, '\n');
    }
  return g_string_free (list, FALSE);
}
