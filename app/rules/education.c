/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ladders of education and degree: on which step a word stands. What is not in the lists is said
 * to be so and never guessed. */

#include "rules/education.h"

#include <string.h>

#include "core/text.h"

typedef struct
{
  const char *word;
  int step;
} Step;

static const Step education_steps[] = {
  { "小学", XR_EDUCATION_PRIMARY },        { "初中", XR_EDUCATION_MIDDLE },
  { "初级中学", XR_EDUCATION_MIDDLE },     { "高中", XR_EDUCATION_HIGH },
  { "普通高中", XR_EDUCATION_HIGH },       { "职高", XR_EDUCATION_HIGH },
  { "职业高中", XR_EDUCATION_HIGH },       { "中专", XR_EDUCATION_HIGH },
  { "中等专科", XR_EDUCATION_HIGH },       { "中师", XR_EDUCATION_HIGH },
  { "中技", XR_EDUCATION_HIGH },           { "技校", XR_EDUCATION_HIGH },
  { "中等职业教育", XR_EDUCATION_HIGH },   { "大专", XR_EDUCATION_COLLEGE },
  { "专科", XR_EDUCATION_COLLEGE },        { "大学专科", XR_EDUCATION_COLLEGE },
  { "高职", XR_EDUCATION_COLLEGE },        { "大学普通班", XR_EDUCATION_COLLEGE },
  { "专科教育", XR_EDUCATION_COLLEGE },    { "大学", XR_EDUCATION_UNIVERSITY },
  { "本科", XR_EDUCATION_UNIVERSITY },     { "大本", XR_EDUCATION_UNIVERSITY },
  { "大学本科", XR_EDUCATION_UNIVERSITY }, { "本科教育", XR_EDUCATION_UNIVERSITY },
  { "研究生", XR_EDUCATION_GRADUATE },     { "研究生班", XR_EDUCATION_GRADUATE },
  { "硕士研究生", XR_EDUCATION_GRADUATE }, { "博士研究生", XR_EDUCATION_GRADUATE },
  { "硕士", XR_EDUCATION_GRADUATE },       { "博士", XR_EDUCATION_GRADUATE },
  { "研究生教育", XR_EDUCATION_GRADUATE },
};

/* Whether and where one word of a text stands. */
typedef gboolean (*ReadWord) (const char *word, int *step);

/* Drops remarks in brackets, such as `（函授）`. */
static char *
drop_remarks (const char *text)
{
  GString *kept = g_string_new (NULL);
  int depth = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '(' || c == 0xff08)
        depth++;
      else if (c == ')' || c == 0xff09)
        depth = MAX (depth - 1, 0);
      else if (depth == 0 && !xr_text_is_space (c))
        g_string_append_unichar (kept, c);
    }
  return g_string_free (kept, FALSE);
}

static void
drop_suffix (char *word, const char *suffix)
{
  if (g_str_has_suffix (word, suffix) && strlen (word) > strlen (suffix))
    word[strlen (word) - strlen (suffix)] = '\0';
}

static const char *
skip_prefix (const char *word, const char *prefix)
{
  return g_str_has_prefix (word, prefix) ? word + strlen (prefix) : word;
}

static gboolean
find_education (const char *word, int *step)
{
  for (gsize i = 0; i < G_N_ELEMENTS (education_steps); i++)
    {
      if (strcmp (education_steps[i].word, word) == 0)
        {
          *step = education_steps[i].step;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
read_education (const char *word, int *step)
{
  g_autofree char *stem = drop_remarks (word);
  const char *school = strstr (stem, "党校");
  const char *kind = school != NULL ? school + strlen ("党校") : stem;
  gboolean broken_off = strstr (word, "结业") != NULL || strstr (word, "肄业") != NULL;

  drop_suffix (stem, "学历");
  drop_suffix (stem, "毕业");
  drop_suffix (stem, "结业");
  drop_suffix (stem, "肄业");
  kind = skip_prefix (kind, "全日制");
  kind = skip_prefix (kind, "在职");
  if (!find_education (kind, step))
    return FALSE;
  if (broken_off)
    *step = XR_EDUCATION_NONE;
  return TRUE;
}

static gboolean
read_degree (const char *word, int *step)
{
  g_autofree char *stem = drop_remarks (word);

  drop_suffix (stem, "学位");
  drop_suffix (stem, "专业");
  if (strcmp (stem, "无") == 0 || strcmp (stem, "名誉博士") == 0)
    *step = XR_DEGREE_NONE;
  else if (g_str_has_suffix (stem, "博士"))
    *step = XR_DEGREE_DOCTOR;
  else if (g_str_has_suffix (stem, "硕士"))
    *step = XR_DEGREE_MASTER;
  else if (g_str_has_suffix (stem, "学士"))
    *step = XR_DEGREE_BACHELOR;
  else
    return FALSE;
  return TRUE;
}

static GStrv
split_words (const char *text)
{
  g_autofree char *clean = xr_text_clean (text);
  g_autoptr (GString) joined = g_string_new (clean);

  /* `省（区、市）委党校` has a joining sign inside its brackets. */
  g_string_replace (joined, "（区、市）", "", 0);
  g_string_replace (joined, "(区、市)", "", 0);
  g_string_replace (joined, "，", "、", 0);
  g_string_replace (joined, "；", "、", 0);
  g_string_replace (joined, ",", "、", 0);
  g_string_replace (joined, ";", "、", 0);
  g_string_replace (joined, "/", "、", 0);
  g_string_replace (joined, "\n", "、", 0);
  return g_strsplit (joined->str, "、", -1);
}

/* The highest step of @text's words. */
static gboolean
read_highest (const char *text, ReadWord read_word, int *highest, gboolean *complete)
{
  g_auto (GStrv) words = split_words (text);
  gboolean found = FALSE;

  *highest = 0;
  *complete = TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      int step;

      if (xr_text_is_blank (words[i]))
        continue;
      if (read_word (words[i], &step))
        {
          found = TRUE;
          *highest = MAX (*highest, step);
        }
      else
        *complete = FALSE;
    }
  return found;
}

gboolean
xr_education_parse (const char *text, XrEducation *education, gboolean *complete)
{
  int highest;
  gboolean found = read_highest (text, read_education, &highest, complete);

  *education = (XrEducation) highest;
  return found;
}

gboolean
xr_degree_parse (const char *text, XrDegree *degree, gboolean *complete)
{
  int highest;
  gboolean found = read_highest (text, read_degree, &highest, complete);

  *degree = (XrDegree) highest;
  return found;
}
