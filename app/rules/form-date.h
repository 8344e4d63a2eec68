/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/* Dates and ages as the 干部任免审批表 has them (appointment-form.md sections 4 and 5). The files keep a
 * date as digits: `200203`, `20020303`, `2002`, or `2002春` where no more is known. */

typedef struct
{
  guint16 year;
  guint8 month; /* 1 to 12, also the one that 春, 底 … count as; 0: only the year is known */
  guint8 day;   /* 0: not known */
  gboolean is_vague; /* written with 春 夏 秋 冬 初 中 底 */
} XrFormDate;

/* Reads @text as the files have it, and every way of writing that xr_date_parse() reads. */
gboolean xr_form_date_parse (const char *text, XrFormDate *date);
/* The date where at least its month is known for sure, else unset. */
XrDate xr_form_date_to_date (const char *text);
/* `198001`, or `19800105` where the day is known; NULL for no date. (transfer full) */
char *xr_form_date_from_date (XrDate date);
/* As the form shows it: `2002.03`, `2002`, `2002春`; what is no date as it stands. (transfer full) */
char *xr_form_date_show (const char *text);
/* Full years of somebody born on @born at @reference, by month (by year where only that is known); −1
 * where either is no date or @reference comes first. */
int xr_form_date_age (const char *born, const char *reference);

/* 入党时间 as the form shows it: `2002.03`, `民盟（2002.03）`, `（民盟、民革）`. (transfer full) */
char *xr_form_party_show (const char *text);

/* The number in `改革前任职年龄界限为60岁`; 0 where there is none. */
guint xr_form_age_limit (const char *text);
/**
 * xr_form_retirement_month:
 * @born: at least a month
 * @base: 60, 55 or 50, the age before the reform
 *
 * 到龄时间 by the decision on delayed retirement of 2024.
 *
 * Returns: a month, unset where no delay is defined for @base
 */
XrDate xr_form_retirement_month (XrDate born, guint base);

G_END_DECLS
