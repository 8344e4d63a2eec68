/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rational.h"
#include "rules/result.h"

G_BEGIN_DECLS

/* Why somebody ranks where he ranks, and how firm that is: what a neighbour is ahead by, the smallest
 * change that would swap two, what comes out without a judge or with other weights, and how the judges
 * marked. All by the rules of the result itself; exact. Each question is worked out when it is asked,
 * so that a page over a thousand candidates asks only for what it shows. */

/* value × weight / 100, or the value of a bonus, exact. NULL where there is no value.
 * (transfer full) (nullable) */
XrRational *xr_explain_contribution (const XrComponent *component, const XrComponentResult *result);

/* The component that gives @upper the largest weighted lead over @lower; where the totals by which the
 * plan ranks are equal, the one that breaks the tie. −1 when none does. Both have totals. */
int xr_explain_deciding (const XrCase *contest, const XrStanding *upper, const XrStanding *lower);

/* ---- the smallest change of one judge's score */

typedef struct
{
  gboolean found;
  guint score; /* index into the case's scores */
  XrDecimal from, to;
  gboolean complete; /* every single change was looked at; else only those below `looked` */
  XrDecimal looked;
} XrSwap;

/* The step in which a component's marks are changed: the finest place that its marks use (whole points
 * where all are whole). */
XrDecimal xr_explain_grain (const XrCase *contest, int component);

/**
 * xr_explain_swap:
 * @upper, @lower: applications of one post that have ranks, @upper before @lower
 * @budget: how many applications may be worked out anew where one score can move other people too
 *   (入围比例, 考场修正); 0 for no bound. Other plans need none.
 *
 * The smallest change of one mark of one judge, between 0 and its full mark in steps of the grain,
 * after which @lower ranks before @upper.
 */
XrSwap xr_explain_swap (const XrCase *contest, int upper, int lower, guint budget);

/* ---- without one judge or ballot */

typedef struct
{
  gboolean known;        /* FALSE: without it too little remains for the result */
  guint n_moved;         /* how many of the ranked have another rank */
  gboolean list_changes; /* others on the list for inspection */
  guint n_people;
  int *ranks; /* by position in the standings of the post; 0: none */
  gboolean *shortlisted;
} XrWithout;

/* Works the post out without @judge, an index into the case's judges. (transfer full) */
XrWithout *xr_explain_without_judge (const XrCase *contest, const XrPostResult *post, int judge);
void xr_without_free (XrWithout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrWithout, xr_without_free)

/* The judges of a post whose scores count, in the order of the case. (element-type int)
 * (transfer full) */
GArray *xr_explain_list_judges (const XrCase *contest, int post);

/* ---- other weights */

#define XR_EXPLAIN_WEIGHT_POINTS 5

typedef struct
{
  int component;
  int up, down; /* from how many points more or less the list changes, 0: not up to the bound */
  int *best, *worst; /* by position in the standings: the ranks that come out, 0: none */
} XrWeightChange;

/* Moves the weight of each component by 1 to 5 points, the others in proportion so that the sum stays.
 * Components that count as a bonus or alone are left out. (element-type XrWeightChange) (transfer full) */
GPtrArray *xr_explain_weights (const XrCase *contest, const XrPostResult *post);

/* ---- judges */

typedef struct
{
  int judge;
  guint n_scored, n_recused;
  XrDecimal severity; /* mean deviation from the mean of the panel, 2 places; below 0 is strict */
  XrDecimal lowest, highest, mean; /* of the judge's totals; the mean to 2 places */
  XrDecimal spread;                /* standard deviation of the judge's totals, 2 places */
  guint n_pairs;       /* pairs of candidates compared for the agreement, 0: none can be */
  XrDecimal agreement; /* Kendall's τ against the mean of the others, −1 to 1, 2 places */
  guint n_dropped_high, n_dropped_low;
} XrJudgeFigures;

/* The judges of a component for a post, over the candidates whom all of a panel who are not recused
 * have marked. (element-type XrJudgeFigures) (transfer full) */
GArray *xr_explain_judges (const XrCase *contest, const XrPostResult *post, int component);

G_END_DECLS
