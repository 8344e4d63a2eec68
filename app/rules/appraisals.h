/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Results of 年度考核, low to high; 合格 and its kin count as 称职 and its kin. */
typedef enum
{
  XR_APPRAISAL_MISSING,   /* no result for the year, or two that differ, or a word not understood */
  XR_APPRAISAL_NO_GRADE,  /* 不定等次, 不进行考核: a result, but of no grade */
  XR_APPRAISAL_FAILED,    /* 不称职 */
  XR_APPRAISAL_BASIC,     /* 基本称职 */
  XR_APPRAISAL_COMPETENT, /* 称职 */
  XR_APPRAISAL_EXCELLENT, /* 优秀 */
} XrAppraisal;

/* Returns: the grade that @word names, or XR_APPRAISAL_MISSING. */
XrAppraisal xr_appraisal_from_word (const char *word);

/* The result of @year in @text, such as `2023优秀、2024年称职；2025年度 合格`. NULL is an empty text. */
XrAppraisal xr_appraisals_find (const char *text, guint year);

G_END_DECLS
