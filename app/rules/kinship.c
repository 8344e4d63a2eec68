/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which family ties ask for a recusal. It knows the words of the official list and compares names; that two
 * people of one name are one person is for people to say. */
#include "config.h"

#include "rules/kinship.h"

#include <string.h>

#include "core/text.h"

/* The words of GB/T 4761 that the official form uses, by kind; a word stands between blanks. */
static const char *const words[] = {
  [XR_KINSHIP_SPOUSE] = " 丈夫 妻子 配偶 ",
  [XR_KINSHIP_LINEAL] = " 父亲 母亲 儿子 女儿 长子 次子 三子 四子 五子 养子 继子 长女 次女 三女 "
                        "四女 五女 养女 继女 其他女儿 "
                        "孙子 孙女 外孙子 外孙女 继父 养父 继母 养母 祖父 祖母 外祖父 外祖母 "
                        "曾祖父 曾祖母 独生子 独生女 ",
  [XR_KINSHIP_COLLATERAL] = " 哥哥 弟弟 姐姐 妹妹 伯父 叔父 姑母 舅父 姨母 堂兄 堂弟 堂姐 堂妹 "
                            "表兄 表弟 表姐 表妹 侄子 侄女 外甥 "
                            "外甥女 兄 弟 姐 妹 ",
  [XR_KINSHIP_AFFINE] = " 公公 婆婆 岳父 岳母 女婿 儿媳 长女婿 二女婿 三女婿 四女婿 五女婿 长儿媳 "
                        "二儿媳 三儿媳 四儿媳 五儿媳 "
                        "嫂子 弟媳 姐夫 妹夫 伯母 婶母 姑父 舅母 姨父 ",
};

XrKinship
xr_kinship_of (const char *relation)
{
  g_autofree char *clean = xr_text_clean (relation);
  g_autofree char *wanted = g_strdup_printf (" %s ", clean);

  if (*clean == '\0' || strchr (clean, ' ') != NULL)
    return XR_KINSHIP_NONE;
  for (guint i = XR_KINSHIP_SPOUSE; i < G_N_ELEMENTS (words); i++)
    {
      if (strstr (words[i], wanted) != NULL)
        return i;
    }
  return XR_KINSHIP_NONE;
}

const char *
xr_kinship_word (XrKinship kinship)
{
  static const char *const names[] = { NULL, "夫妻", "直系血亲", "三代以内旁系血亲", "近姻亲" };

  return names[kinship];
}

char *
xr_kinship_name_key (const char *name)
{
  GString *key = g_string_new (NULL);

  for (const char *at = name; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (!xr_text_is_space (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_utf8_get_char (at));
  return g_string_free (key, FALSE);
}
