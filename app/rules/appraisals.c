/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yearly appraisals of a person as one text: which result a year has. A year whose result cannot
 * be told for sure counts as missing. */

#include "rules/appraisals.h"

#include <string.h>

#include "core/text.h"

static const struct
{
  const char *word;
  XrAppraisal appraisal;
} words[] = {
  { "优秀", XR_APPRAISAL_EXCELLENT },      { "称职", XR_APPRAISAL_COMPETENT },
  { "合格", XR_APPRAISAL_COMPETENT },      { "基本称职", XR_APPRAISAL_BASIC },
  { "基本合格", XR_APPRAISAL_BASIC },      { "不称职", XR_APPRAISAL_FAILED },
  { "不合格", XR_APPRAISAL_FAILED },       { "不定等次", XR_APPRAISAL_NO_GRADE },
  { "未定等次", XR_APPRAISAL_NO_GRADE },   { "不确定等次", XR_APPRAISAL_NO_GRADE },
  { "不进行考核", XR_APPRAISAL_NO_GRADE },
};

XrAppraisal
xr_appraisal_from_word (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (words[i].word, word) == 0)
        return words[i].appraisal;
    }
  return XR_APPRAISAL_MISSING;
}

/* Words and signs that stand between a year and its result and say nothing. */
static const char *
skip_filler (const char *at)
{
  static const char *const fillers[] = { "年度", "年", "考核", "结果", "为", ":", " ", "-", "\t" };
  gboolean skipped = TRUE;

  while (skipped)
    {
      skipped = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (fillers); i++)
        {
          if (!g_str_has_prefix (at, fillers[i]))
            continue;
          at += strlen (fillers[i]);
          skipped = TRUE;
        }
    }
  return at;
}

static gboolean
ends_word (gunichar c)
{
  return c == '\0' || c == ' ' || c == '\n' || c == '\t' || c == ',' || c == ';' || c == 0x3001
         || c == 0x3002 || c == 0xff0c || c == 0xff1b || (c >= '0' && c <= '9');
}

static char *
read_word (const char **at)
{
  const char *start = *at;

  while (!ends_word (g_utf8_get_char (*at)))
    *at = g_utf8_next_char (*at);
  return g_strndup (start, *at - start);
}

XrAppraisal
xr_appraisals_find (const char *text, guint year)
{
  g_autofree char *clean = xr_text_clean (text);
  XrAppraisal found = XR_APPRAISAL_MISSING;
  const char *at = clean;

  while (*(at += strcspn (at, "0123456789")) != '\0')
    {
      gsize length = strspn (at, "0123456789");
      gboolean is_year = length == 4 && g_ascii_strtoull (at, NULL, 10) == year;
      g_autofree char *word = NULL;
      XrAppraisal appraisal;

      at = skip_filler (at + length);
      word = read_word (&at);
      if (!is_year)
        continue;
      appraisal = xr_appraisal_from_word (word);
      if (appraisal == XR_APPRAISAL_MISSING
          || (found != XR_APPRAISAL_MISSING && found != appraisal))
        return XR_APPRAISAL_MISSING;
      found = appraisal;
    }
  return found;
}
