/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column of a foreign list is which of the sheet 报名: by its title, by the titles that other
 * programs give it, or as somebody said by hand before. */
#include "config.h"

#include "exchange/column-map.h"

#include "core/text.h"
#include "exchange/workbook-book.h"

#include <string.h>

/* In the order of the sheet 报名. */
static const char *const names[XR_PERSON_N_FIELDS] = {
  "post_id",    "name",        "number",         "id_number", "sex",    "born",
  "nation",     "party",       "education",      "degree",    "school", "major",
  "work_since", "party_since", "unit",           "position",  "rank",   "rank_since",
  "staffing",   "appraisals",  "punished_until", "phone",     "note",   "wish",
};

/* Titles of lists in use. */
static const struct
{
  const char *title;
  const char *field;
} synonyms[] = {
  { "报考职位", "职位" },
  { "报考岗位", "职位" },
  { "竞聘岗位", "职位" },
  { "竞聘职位", "职位" },
  { "竞聘职务", "职位" },
  { "应聘岗位", "职位" },
  { "应聘职位", "职位" },
  { "报考职务", "职位" },
  { "竞岗职位", "职位" },
  { "竞岗岗位", "职位" },
  { "报名职位", "职位" },
  { "报名岗位", "职位" },
  { "岗位", "职位" },
  { "志愿岗位", "职位" },
  { "拟竞聘职务", "职位" },
  { "名字", "姓名" },
  { "考生姓名", "姓名" },
  { "报名人", "姓名" },
  { "报名编号", "编号" },
  { "报名号", "编号" },
  { "准考证号", "编号" },
  { "身份证", "身份证号" },
  { "身份证号码", "身份证号" },
  { "公民身份号码", "身份证号" },
  { "公民身份证号码", "身份证号" },
  { "证件号码", "身份证号" },
  { "出生日期", "出生年月" },
  { "出生时间", "出生年月" },
  { "生日", "出生年月" },
  { "政治身份", "政治面貌" },
  { "最高学历", "学历" },
  { "文化程度", "学历" },
  { "学历学位", "学历" },
  { "最高学位", "学位" },
  { "毕业学校", "毕业院校" },
  { "毕业院校及专业", "毕业院校" },
  { "毕业院校系及专业", "毕业院校" },
  { "所学专业", "专业" },
  { "参加工作年月", "参加工作时间" },
  { "工作时间", "参加工作时间" },
  { "参工时间", "参加工作时间" },
  { "参加工作日期", "参加工作时间" },
  { "入党年月", "入党时间" },
  { "入党日期", "入党时间" },
  { "单位", "工作单位" },
  { "现工作单位", "工作单位" },
  { "所在单位", "工作单位" },
  { "部门", "工作单位" },
  { "单位名称", "工作单位" },
  { "职务", "现任职务" },
  { "现职务", "现任职务" },
  { "现任岗位", "现任职务" },
  { "工作单位及职务", "现任职务" },
  { "职级", "现职级" },
  { "职务级别", "现职级" },
  { "行政级别", "现职级" },
  { "现任职级", "现职级" },
  { "任职级时间", "任现职级时间" },
  { "现职级时间", "任现职级时间" },
  { "任现职时间", "任现职级时间" },
  { "编制性质", "编制" },
  { "编制类别", "编制" },
  { "人员编制", "编制" },
  { "考核结果", "年度考核" },
  { "年度考核结果", "年度考核" },
  { "近三年考核结果", "年度考核" },
  { "近三年年度考核", "年度考核" },
  { "处分影响期", "处分影响期至" },
  { "手机", "电话" },
  { "手机号", "电话" },
  { "手机号码", "电话" },
  { "联系电话", "电话" },
  { "联系方式", "电话" },
  { "电话号码", "电话" },
  { "说明", "备注" },
  { "志愿顺序", "志愿" },
  { "志愿序号", "志愿" },
  { "第几志愿", "志愿" },
};

const char *
xr_person_field_title (guint field)
{
  g_assert (xr_sheet_people.n_columns == XR_PERSON_N_FIELDS);
  return xr_sheet_people.columns[field].title;
}

gboolean
xr_person_field_is_fact (guint field)
{
  return !g_str_equal (names[field], "post_id") && !g_str_equal (names[field], "wish");
}

const char *
xr_person_field_name (guint field)
{
  return names[field];
}

int
xr_person_field_find (const char *title)
{
  for (guint i = 0; i < XR_PERSON_N_FIELDS; i++)
    {
      if (g_str_equal (xr_person_field_title (i), title))
        return (int) i;
    }
  return -1;
}

/* @title without blanks, and without what stands in brackets at its end. (transfer full) */
static char *
simplify (const char *title)
{
  GString *simple = g_string_new (NULL);

  for (const char *at = title; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '(' || c == 0xff08) /* （ */
        break;
      if (!xr_text_is_space (c) && c != '*' && c != 0xff0a)
        g_string_append_unichar (simple, c);
    }
  return g_string_free (simple, FALSE);
}

int
xr_column_guess (const char *title)
{
  g_autofree char *simple = simplify (title);
  int field = xr_person_field_find (simple);

  for (guint i = 0; field < 0 && i < G_N_ELEMENTS (synonyms); i++)
    {
      if (g_str_equal (synonyms[i].title, simple))
        field = xr_person_field_find (synonyms[i].field);
    }
  return field;
}

gboolean
xr_column_is_known (const char *title)
{
  return xr_column_guess (title) >= 0;
}

static gboolean
has_field (const GArray *map, int field)
{
  for (guint i = 0; i < map->len; i++)
    {
      if (g_array_index (map, int, i) == field)
        return TRUE;
    }
  return FALSE;
}

GArray *
xr_column_map_new (const XrPersonSheet *sheet, const char *remembered)
{
  GArray *map = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto (GStrv) said = remembered != NULL ? g_strsplit (remembered, "\n", -1) : NULL;
  guint n = said != NULL ? g_strv_length (said) : 0;

  for (guint i = 0; i < sheet->titles->len; i++)
    {
      int field = i < n
                    ? xr_person_field_find (said[i])
                    : (said == NULL ? xr_column_guess (g_ptr_array_index (sheet->titles, i)) : -1);

      if (field >= 0 && has_field (map, field))
        field = -1;
      g_array_append_val (map, field);
    }
  return map;
}

char *
xr_column_map_signature (const XrPersonSheet *sheet)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < sheet->titles->len; i++)
    {
      const char *title = g_ptr_array_index (sheet->titles, i);
      g_checksum_update (sum, (const guchar *) title, (gssize) strlen (title) + 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

char *
xr_column_map_to_text (const GArray *map)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < map->len; i++)
    {
      int field = g_array_index (map, int, i);
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                              field >= 0 ? xr_person_field_title ((guint) field) : "");
    }
  return g_string_free (text, FALSE);
}
