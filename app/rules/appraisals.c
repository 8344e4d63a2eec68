/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yearly appraisals of a person as one text: which result a year has. A year whose result cannot
 * be told for sure counts as missing. */

#include "rules/appraisals.h"

#include <string.h>

#include "rules/appraisal-list.h"

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

XrAppraisal
xr_appraisals_find (const char *text, guint year)
{
  g_autoptr (XrAppraisalList) list = xr_appraisal_list_parse (text);
  XrAppraisal found = XR_APPRAISAL_MISSING;

  for (guint i = 0; i < list->entries->len; i++)
    {
      const XrAppraisalEntry *entry = list->entries->pdata[i];
      XrAppraisal appraisal;

      if (entry->year != year)
        continue;
      appraisal = xr_appraisal_from_word (entry->word);
      if (appraisal == XR_APPRAISAL_MISSING
          || (found != XR_APPRAISAL_MISSING && found != appraisal))
        return XR_APPRAISAL_MISSING;
      found = appraisal;
    }
  return found;
}
