/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/* 简历 as lines, and as the text that the official form has (appointment-form.md section 3). The text is
 * what is kept; the lines are for editing and checking it. */

typedef struct
{
  XrDate from; /* a month; unset: a paragraph without dates */
  XrDate to;   /* a month; unset: to the present */
  char *text; /* unit and post; further lines of it, such as （其间：…）, after a line break */
  gboolean set_apart; /* a blank line stands before it, as before posts of the 委员 kind */
} XrResumeLine;

XrResumeLine *xr_resume_line_new (XrDate from, XrDate to, const char *text);
XrResumeLine *xr_resume_line_copy (const XrResumeLine *line);
void xr_resume_line_free (XrResumeLine *line);

/**
 * xr_resume_parse:
 * @text: (nullable): any of the usual ways of writing: `2002.07--2010.03  某局科员`, `200207至201003 …`,
 *   `—`, `–`, `－`, `～`, `〜`, `~`, `-` between the dates, blanks of any kind in front
 *
 * A line that does not begin with two dates, or one and a dash, continues the line before.
 *
 * Returns: (transfer full) (element-type XrResumeLine)
 */
GPtrArray *xr_resume_parse (const char *text);
/* The lines in the official form; NULL where there are none. (transfer full) */
char *xr_resume_format (GPtrArray *lines);
/* @text in the official form. (transfer full) (nullable) */
char *xr_resume_normalize (const char *text);
/* The dates of a line as they stand in front of it: `2002.07--2010.03`, `2010.03--`, "". (transfer full) */
char *xr_resume_line_period (const XrResumeLine *line);

typedef struct
{
  guint line;    /* index of the line that it is about */
  char *message; /* translated sentence */
} XrResumeRemark;

void xr_resume_remark_free (XrResumeRemark *remark);
/**
 * xr_resume_check:
 * @work_since: 参加工作时间, or unset
 *
 * Gaps and overlaps between lines, an end before its beginning, a beginning after the first job, and a
 * last line that is closed.
 *
 * Returns: (transfer full) (element-type XrResumeRemark): in the order of the lines
 */
GPtrArray *xr_resume_check (GPtrArray *lines, XrDate work_since);

G_END_DECLS
