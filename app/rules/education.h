/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The ladder of codes.md section 3, low to high. */
typedef enum
{
  XR_EDUCATION_NONE, /* below the ladder, or broken off */
  XR_EDUCATION_PRIMARY,
  XR_EDUCATION_MIDDLE,
  XR_EDUCATION_HIGH,    /* 高中, 中专, 中技 */
  XR_EDUCATION_COLLEGE, /* 大专, 大学普通班 */
  XR_EDUCATION_UNIVERSITY,
  XR_EDUCATION_GRADUATE,
} XrEducation;

typedef enum
{
  XR_DEGREE_NONE, /* none, or an honorary one */
  XR_DEGREE_BACHELOR,
  XR_DEGREE_MASTER,
  XR_DEGREE_DOCTOR,
} XrDegree;

/**
 * xr_education_parse:
 * @text: 学历 as written: a word of ZB64 or GB/T 4658 or a common synonym, of a party school, 全日制 or
 *   在职, with or without 毕业 and 学历; several joined by `、`, of which the highest counts
 * @education: (out): the highest step; 结业 and 肄业 reach none
 * @complete: (out): whether every word was understood; if not, the true step may be higher
 *
 * Returns: FALSE when @text is blank or nothing in it was understood
 */
gboolean xr_education_parse (const char *text, XrEducation *education, gboolean *complete);

/* The same for 学位: `工学硕士`, `法律硕士专业`, `学士`, `无`; 名誉博士 is none. */
gboolean xr_degree_parse (const char *text, XrDegree *degree, gboolean *complete);

G_END_DECLS
