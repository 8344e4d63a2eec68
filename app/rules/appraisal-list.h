/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/appraisals.h"

G_BEGIN_DECLS

/* 年度考核结果 as a table of years, and as the one text that the file and the official form have. The text
 * is what is kept; the entries are for editing and checking it. An entry that nobody touches is written
 * back as it was read, letter by letter. */

typedef struct
{
  guint year;   /* 0: a text that names no year */
  char *word;   /* the result as written, such as 称职; "": none that is understood */
  char *note;   /* what else stands there, without brackets round it; "": nothing */
  char *source; /* as it was read; NULL: written by hand, or told with the entry before */
  gboolean
    with_previous; /* read out of the source of an entry before, as in 2022、2023年均为称职 */
} XrAppraisalEntry;

typedef struct
{
  GPtrArray *entries; /* XrAppraisalEntry, in the order of the text */
  char *between;      /* what this text has between a year and its result: "", 年, 年度 … */
  char *separator;    /* what this text has between two entries: 、 or ； or a line break … */
} XrAppraisalList;

/* The words of the official list, for choosing from; NULL at the end. */
extern const char *const xr_appraisal_words[];

/**
 * xr_appraisal_list_parse:
 * @text: (nullable): such as `2023优秀、2024年称职；2025年度 合格（记三等功）`, a year a line, several years with
 *   one result (`2022、2023年均为称职`) or a span of years (`2021-2023年均为称职`)
 *
 * What is not understood becomes an entry of its own, with its words as the note. A year counts as read
 * for several only where the text says 均 or 都.
 */
XrAppraisalList *xr_appraisal_list_parse (const char *text);
void xr_appraisal_list_free (XrAppraisalList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrAppraisalList, xr_appraisal_list_free)

/* The whole as one text, NULL when empty. (transfer full) (nullable) */
char *xr_appraisal_list_format (const XrAppraisalList *list);

/* Appends a year. @year: 0 for a text without one. Returns its index. */
guint xr_appraisal_list_add (XrAppraisalList *list, guint year, const char *word, const char *note);
/* Writes entry @index anew; one that says the same already is not touched. Entries that share its source
 * are written by themselves from then on. */
void xr_appraisal_list_set (XrAppraisalList *list, guint index, guint year, const char *word,
                            const char *note);
void xr_appraisal_list_remove (XrAppraisalList *list, guint index);

typedef struct
{
  guint entry;   /* index of the entry that it is about; G_MAXUINT: the whole */
  char *message; /* translated sentence */
} XrAppraisalRemark;

void xr_appraisal_remark_free (XrAppraisalRemark *remark);
/**
 * xr_appraisal_list_check:
 * @first: first year that the plan looks back on
 * @last: last such year; 0: the plan looks back on none
 * @this_year: the year that is not over
 *
 * Texts that do not count, years with two results, years that are not over, and years looked back on
 * that have none.
 *
 * Returns: (transfer full) (element-type XrAppraisalRemark)
 */
GPtrArray *xr_appraisal_list_check (const XrAppraisalList *list, guint first, guint last,
                                    guint this_year);

G_END_DECLS
