/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rational.h"
#include "rules/result.h"

G_BEGIN_DECLS

/* How the score of one application came about, for pages and reports that explain it: which scores
 * were dropped, what each group gave. The result itself is worked out through the same code. */

/* What a judge gave for one sub-item (or the one score of a component without sub-items). */
typedef struct
{
  gboolean has_value;
  XrDecimal value;
  gboolean dropped_high, dropped_low; /* 去极值 要素: this mark does not count */
} XrJudgeMark;

typedef struct
{
  int judge;                          /* index into the case's judges */
  gboolean recused;                   /* 回避 */
  gboolean missing;                   /* not recused, and a mark is not there */
  XrDecimal sum;                      /* of the marks that are there */
  gboolean dropped_high, dropped_low; /* 去极值 总分: this judge does not count */
  XrJudgeMark *marks;                 /* n_marks of them */
} XrJudgeLine;

/* The judges of a component for the post and panel of one application, in the order of the case. Of
 * equal scores the first judge's is the one marked as dropped. Nothing is marked as dropped while a
 * score is missing or where none would remain. */
typedef struct
{
  guint n_judges;
  guint n_marks; /* number of sub-items, 1 where there are none */
  XrJudgeLine *judges;
  XrRational *mean; /* exact, not scaled; NULL while there is none */
  gboolean has_value;
  XrDecimal value;   /* scaled to 100 and rounded, before panel correction */
  XrMissing missing; /* why there is no value */
  char *detail;
} XrJudgesBreakdown;

/* Returns: (transfer full): the breakdown of a component of XR_METHOD_JUDGES for one application */
XrJudgesBreakdown *xr_judges_breakdown (const XrCase *contest, int component, int application);
/* Returns: (transfer full): an XrJudgesBreakdown for every application of the case, in its order */
GPtrArray *xr_judges_breakdown_all (const XrCase *contest, int component);
void xr_judges_breakdown_free (XrJudgesBreakdown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrJudgesBreakdown, xr_judges_breakdown_free)

/* What one voter group gave an application. It shows how few people voted: whoever prints it withholds
 * small groups. */
typedef struct
{
  int group;        /* index into the component's groups; −1: all voters together */
  gint64 ballots;   /* the number of ballots the mean is of; 0 when there is no mean */
  XrRational *mean; /* exact, not scaled to 100 (votes: per cent); NULL while there is none */
  gboolean has_value;
  XrDecimal value; /* scaled to 100 and rounded as the component is */
  XrMissing missing;
  char *detail;
} XrGroupLine;

/* Returns: (transfer full): an XrGroupLine for every group of a ballot or vote component, in the order
 * of the plan; a single one for all voters where the component has no groups. Empty for components
 * that nobody votes on. */
GPtrArray *xr_groups_breakdown (const XrCase *contest, int component, int application);
/* Returns: (transfer full): such an array for every application of the case, in its order. The evidence is
 * put in order once for all of them: this is the one for many applications. */
GPtrArray *xr_groups_breakdown_all (const XrCase *contest, int component);
void xr_group_line_free (XrGroupLine *self);

G_END_DECLS
