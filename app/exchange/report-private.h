/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/report-sheet.h"
#include "round/ballot-reader.h"
#include "round/round.h"

G_BEGIN_DECLS

/* What the files of the report share. A component's score sheet says, for every application, where its
 * score stands; the ranking sheet takes it from there. */

/* Whole numbers in formulas stay below this: spreadsheets compare numbers with some 47 bits only. A
 * component that could go beyond is written as values, and 说明 says so. */
#define XR_REPORT_MAX_INTEGER (G_GINT64_CONSTANT (1) << 46)

typedef struct
{
  gboolean live;      /* formulas from the raw marks; else values */
  char *prefix;       /* of the sheet that holds the scores */
  lxw_col_t quotient; /* column of the score × 10^places as a whole number */
  lxw_col_t passed;   /* column of the recommendation threshold, 0: none */
  lxw_row_t *rows;    /* by application */
  gint64 *values; /* by application: the whole-number score before panel correction, −1 none */
} XrScoreColumn;

/* The result of a vote of the meeting: ours, and the formula that has it from 票决. */
typedef struct
{
  int application;
  char *what, *ours, *formula;
} XrReportVote;

typedef struct
{
  XrOffice *office;
  gint64 round;
  const XrCase *contest;
  const XrResult *result;
  GCancellable *cancellable;
  XrBook book;
  GArray *order;           /* application indexes: by post, then by number */
  XrStanding **standings;  /* by application */
  XrScoreColumn *columns;  /* by component */
  lxw_row_t *ranking_rows; /* by application: its row of 总分排名 */
  GPtrArray *votes;        /* XrReportVote: what 核对 compares of 票决 */
  GPtrArray *sheets;       /* XrSheet: freed, and asked for their status, at the end */
} XrReport;

/* The index of an application by its row id, −1 where it has no part in the result. */
int xr_report_find_application (const XrReport *report, gint64 id);

/* A sheet that the report owns. (transfer none) */
XrSheet *xr_report_add_sheet (XrReport *report, const char *name);

XrComponent *xr_report_component (const XrReport *report, int component);
XrApplication *xr_report_application (const XrReport *report, int application);
XrCandidate *xr_report_candidate (const XrReport *report, int application);
XrPost *xr_report_post (const XrReport *report, int application);

/* A group by its row id, NULL where there is none. */
const char *xr_report_group_name (const XrComponent *component, gint64 id);
/* The points of the best mark of a graded component, in ten-thousandths. */
gint64 xr_report_best_points (const XrComponent *component);
gboolean xr_report_has_graded_ballots (const XrReport *report, int component);

/* 职位, 编号, 姓名 in the first three columns of the current row. */
#define XR_REPORT_KEY_COLUMNS 3
void xr_report_write_key (XrReport *report, XrSheet *sheet, int application);
void xr_report_write_key_heads (XrSheet *sheet);

/* ---- a quotient of whole numbers, rounded: the four columns 分子 分母 得分×10ⁿ 得分 */

#define XR_QUOTIENT_COLUMNS 4

/* How a fraction becomes a score of so many places: numerator × up / (denominator × down). */
typedef struct
{
  gint64 up, down;
  XrRounding rounding;
  guint places;
  gint64 cap; /* the highest whole-number score, −1: none */
} XrScale;

/* Reduces @up / @down; FALSE when they do not fit. */
gboolean xr_scale_init (XrScale *scale, __int128 up, __int128 down, XrRounding rounding,
                        guint places);
/* The scale of a component whose sums, over their counts, are ten-thousandths of a point times @divisor /
 * @unit: out of @full_mark ten-thousandths to 100, or for a bonus as they stand, capped at its 满分. */
gboolean xr_scale_init_component (XrScale *scale, const XrComponent *component, gint64 unit,
                                  __int128 divisor, gint64 full_mark);
void xr_report_write_quotient_heads (XrSheet *sheet, lxw_col_t column);
/* @condition: a formula that holds when there is a score, or NULL for always; @has: whether it holds.
 * Returns the whole-number score. */
gint64 xr_report_write_quotient (XrSheet *sheet, lxw_col_t column, const XrScale *scale,
                                 const char *condition, const char *numerator,
                                 const char *denominator, gboolean has, gint64 numerator_value,
                                 gint64 denominator_value);
/* The largest number that the quotient's formulas meet. */
gboolean xr_scale_fits (const XrScale *scale, gint64 max_numerator, gint64 max_denominator);
/* The score as a value: for components that are not live. */
void xr_report_write_value (XrReport *report, XrSheet *sheet, lxw_col_t column, int application,
                            int component);

gint64 xr_gcd (gint64 a, gint64 b);
/* 0 on overflow */
gint64 xr_lcm (gint64 a, gint64 b);
gint64 xr_power_of_ten (guint n);

/* ---- a score put together from parts: groups of voters, or one pooled part */

typedef struct
{
  gint64 weight; /* reduced */
  char *name;
} XrPart;

typedef struct
{
  gint64 sum, count; /* the part's own value is sum / count */
} XrPartValue;

/* The parts of a component: its groups where they are weighted, else one. (transfer full) */
GArray *xr_report_parts (const XrComponent *component, gint64 *weight_sum);
/* Writes heads for 2 columns a part, 最小公倍数, and the quotient. Returns the first free column. */
lxw_col_t xr_report_write_part_heads (XrSheet *sheet, lxw_col_t column, GArray *parts);
/* @sums, @counts: a formula for each part. */
void xr_report_write_parts (XrSheet *sheet, lxw_col_t column, GArray *parts, const XrScale *scale,
                            GPtrArray *sums, GPtrArray *counts, const XrPartValue *values);
gboolean xr_report_parts_fit (GArray *parts, const XrScale *scale, const XrPartValue *values);
lxw_col_t xr_report_part_quotient (lxw_col_t column, GArray *parts);

/* ---- the sheets */

void xr_report_write_plan (XrReport *report); /* report-plan.c */
void xr_report_write_table (XrReport *report, const char *sheet, const char *table);
void xr_report_write_eligibility (XrReport *report);
void xr_report_write_shortlist (XrReport *report);
/* 票决: the votes of the meetings, for 核对 to compare. */
void xr_report_write_votes (XrReport *report);                 /* report-votes.c */
void xr_report_write_judges (XrReport *report, int component); /* report-judges.c */
/* @panels: by application, NULL where there is none */
void xr_report_write_panels (XrReport *report, int component, const char *const *panels);
gboolean xr_report_write_graded (XrReport *report, int component,
                                 GError **error); /* report-graded.c */
/* Tallies counted by hand and, when there are ballots too, values only. */
void xr_report_write_tallies (XrReport *report, int component); /* report-tallies.c */
gboolean xr_report_write_ranked (XrReport *report, int component, GError **error);
void xr_report_write_share (XrReport *report, int component); /* report-counts.c */
void xr_report_write_direct (XrReport *report, int component);
/* Whether a group of voters of the component has too few people to be shown; then 成绩 is written by
 * xr_report_write_withheld(), and nothing else of the component. */
gboolean xr_report_withholds (const XrReport *report, int component); /* report-withheld.c */
void xr_report_write_withheld (XrReport *report, int component);
/* Whether the application still takes part before a component: 1 yes, 2 yes but its score is open at a
 * gate, 0 no; and the cell of 总分排名 that says so, from other sheets. */
int xr_report_taking_part (const XrReport *report, int application, int component);
const char *xr_report_taking_part_ref (const XrReport *report, char *buffer, int application,
                                       int component);
/* 说明排名 and 评委分析, as values. */
void xr_report_write_explanation (XrReport *report); /* report-explain.c */
void xr_report_write_judge_analysis (XrReport *report);
#define XR_REPORT_RANKING_SHEET "总分排名"
/* Writes the ranking and, from its cells, 核对. */
void xr_report_write_ranking (XrReport *report, XrSheet *ranking,
                              XrSheet *check); /* report-ranking.c */

G_END_DECLS
