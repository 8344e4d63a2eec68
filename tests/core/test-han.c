/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in stroke and pinyin order and in Latin letters. The orders are those of printed lists of names;
 * strokes were counted by hand. */

#include "core/han.h"

#include <locale.h>
#include <string.h>

static void
assert_order (XrHanOrder order, const char *const *names)
{
  for (guint i = 0; names[i + 1] != NULL; i++)
    {
      int way = xr_han_name_compare (names[i], names[i + 1], order);

      if (way >= 0)
        g_test_message ("%s does not come before %s", names[i], names[i + 1]);
      g_assert_cmpint (way, <, 0);
      g_assert_cmpint (xr_han_name_compare (names[i + 1], names[i], order), >, 0);
    }
}

/* 2 丁, 3 马, 4 王 邓, 5 叶, 6 刘 孙, 7 苏 李 吴 何 沈 宋 张 陈, 8 范 林 罗 周 郑, 9 赵 胡, 10 钱 徐 高 郭 陶,
 * 11 黄 萧 梁, 12 彭 董 蒋 韩 谢, 13 雷, 14 蔡 谭 熊, 15 潘, 16 薛, 17 戴 魏. */
static void
test_strokes (void)
{
  static const char surnames[]
    = "丁马王邓叶刘孙苏李吴何沈宋张陈范林罗周郑赵胡钱徐高郭陶黄萧梁彭董蒋韩谢雷"
      "蔡谭熊潘薛戴魏";
  char before[16] = "";

  for (const char *at = surnames; *at != '\0'; at = g_utf8_next_char (at))
    {
      char name[16] = "";

      memcpy (name, at, (gsize) (g_utf8_next_char (at) - at));
      strcat (name, "一");
      if (*before != '\0')
        assert_order (XR_HAN_STROKES, (const char *const[]){ before, name, NULL });
      memcpy (before, name, sizeof before);
    }
}

/* Two characters before three; then by the strokes of the given name: 宁 5, 勇 9, 毅 15; 小 3, 玉 5. 芳 (7) has
 * one stroke fewer than ICU counts, so that it stands before 明 (8) and not after it. */
static void
test_given_names (void)
{
  assert_order (XR_HAN_STROKES,
                (const char *const[]){ "王宁", "王勇", "王毅", "王小洪", "王玉普", NULL });
  assert_order (XR_HAN_STROKES,
                (const char *const[]){ "支一", "区一", "尤一", "毛一", "长孙一", "仇一", "白一",
                                       "仝一", "令狐一", "乐一", "吴一", "员一", "岑一", NULL });
  assert_order (XR_HAN_STROKES, (const char *const[]){ "王兵", "王芳", "王昆", NULL });
}

static void
test_pinyin (void)
{
  static const char *const surnames[] = { "盖一", "缪一", "区一", "仇一", "任一",
                                          "单一", "解一", "曾一", "查一", NULL };

  assert_order (XR_HAN_PINYIN,
                (const char *const[]){ "安一", "白一", "陈一", "丁一", "李二", "李一", NULL });
  assert_order (XR_HAN_PINYIN, surnames);
  g_assert_cmpint (xr_han_name_compare ("安一", "安一", XR_HAN_PINYIN), ==, 0);
}

/* Two surnames of one sound stay apart, whatever the given names are. */
static void
test_one_surname_together (void)
{
  assert_order (XR_HAN_PINYIN, (const char *const[]){ "解安", "解周", "谢安", "谢周", NULL });
}

static void
test_blanks (void)
{
  g_autofree char *a = xr_han_name_pinyin ("王　宁");

  g_assert_cmpint (xr_han_name_compare ("王　宁", "王小洪", XR_HAN_STROKES), <, 0);
  g_assert_cmpstr (a, ==, "wang ning");
  g_assert_cmpint (xr_han_name_compare ("", "丁一", XR_HAN_STROKES), <, 0);
  g_assert_cmpint (xr_han_name_compare (NULL, "", XR_HAN_STROKES), ==, 0);
}

static void
test_reading (void)
{
  static const char *const cases[][2] = {
    { "单雄信", "shan xiong xin" },
    { "张单", "zhang dan" },
    { "曾国", "zeng guo" },
    { "仇英", "qiu ying" },
    { "解放", "xie fang" },
    { "查良", "zha liang" },
    { "尉迟恭", "yu chi gong" },
    { "吕布", "lv bu" },
    { "朴正", "piao zheng" },
    { "欧阳修", "ou yang xiu" },
    { "John", "john" },
    { "李A1", "li a1" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *reading = xr_han_name_pinyin (cases[i][0]);
      g_assert_cmpstr (reading, ==, cases[i][1]);
    }
}

static gboolean
is_found (const char *name, const char *wanted)
{
  g_autofree char *key = xr_han_search_key (name);

  return xr_han_search_matches (key, wanted);
}

static void
test_search (void)
{
  g_assert_true (is_found ("单雄信", "shanx"));
  g_assert_true (is_found ("单雄信", "danxiong"));
  g_assert_true (is_found ("单雄信", "sxx"));
  g_assert_true (is_found ("单雄信", "dx"));
  g_assert_true (is_found ("单雄信", "xiongxin"));
  g_assert_false (is_found ("单雄信", "hanx"));
  g_assert_false (is_found ("单雄信", "xin"));
  g_assert_true (is_found ("吕布", "lv"));
  g_assert_true (is_found ("吕布", "lubu"));
  g_assert_false (is_found ("John", "j"));
  g_assert_false (is_found (NULL, "j"));
}

static void
test_texts (void)
{
  g_autofree char *first = xr_han_text_key ("办公室", XR_HAN_PINYIN);
  g_autofree char *second = xr_han_text_key ("人事科", XR_HAN_PINYIN);

  g_assert_cmpint (strcmp (first, second), <, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/han/strokes", test_strokes);
  g_test_add_func ("/han/given-names", test_given_names);
  g_test_add_func ("/han/pinyin", test_pinyin);
  g_test_add_func ("/han/one-surname-together", test_one_surname_together);
  g_test_add_func ("/han/blanks", test_blanks);
  g_test_add_func ("/han/reading", test_reading);
  g_test_add_func ("/han/search", test_search);
  g_test_add_func ("/han/texts", test_texts);
  return g_test_run ();
}
