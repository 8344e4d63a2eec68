/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/explain.h"

G_BEGIN_DECLS

/* How firm a rank is against one ballot: the smallest change of a single one that would swap two
 * neighbours, and what comes out when a single one is left out.
 *
 * A single change is one ballot filled in otherwise, as far as it is about the two; nothing else moves.
 *  - 民主测评: marks on one ballot, of one of the two or of both. A step is one grade up or down (of
 *    points: the step in which the component's marks are written). Abstentions stay abstentions.
 *  - 测评汇总: which marks stand on one sheet is not known; one mark of one of the two. Steps as above.
 *  - 民主推荐: the two get other places on one ballot, or none. Whoever stood in a place that is taken
 *    gets, in order, a place that became free. A step is one place; behind the last comes 未推荐.
 *  - 票数: one vote for one of the two. 同意, 弃权, 不同意 lie a step apart.
 * The smallest change takes the fewest steps. */

#define XR_SHEET_EMPTY (-1)

/* Ballots of one group that read alike as far as it matters. */
typedef struct
{
  int group;    /* index into the component's groups, −1 for none */
  gint64 count; /* how many, ≥ 1 */
  guint n;
  gint64
    *values; /* 民主测评: marks in units, XR_SHEET_EMPTY: abstention; so many for each person as
                     the component has dimensions. 民主推荐: the application in the 1st, 2nd … place,
                     XR_SHEET_EMPTY: none */
} XrBallotSheet;

/* @values is copied. */
XrBallotSheet *xr_ballot_sheet_new (int group, const gint64 *values, guint n);
void xr_ballot_sheet_free (XrBallotSheet *self);
/* Puts sheets that read alike into one and orders them, so that nothing shows which came first. Takes
 * @sheets. (element-type XrBallotSheet) (transfer full) */
GPtrArray *xr_ballot_sheets_group (GPtrArray *sheets);

/* ---- the smallest change */

/* What one vote says, a step apart. */
typedef enum
{
  XR_BALLOT_NO,
  XR_BALLOT_ABSTAIN,
  XR_BALLOT_YES,
} XrBallotVote;

typedef struct
{
  int application; /* index into the case */
  int dimension;   /* −1 where there are none */
  gint64 from, to; /* points in units; places, 0: 未推荐; or an XrBallotVote */
} XrBallotChange;

typedef struct
{
  int component;
  gboolean found;
  gboolean complete; /* every single change of the groups that may be looked at was tried */
  gboolean
    small_group; /* a ballot of a group that is withheld could do it, by the size of the group
                           and the plan's points alone: what stands on its ballots was not looked at */
  int group;     /* of the ballot, −1 for none */
  guint steps;
  GArray *changes; /* XrBallotChange */
} XrBallotSwap;

/* Whether the component is made of ballots or votes. */
gboolean xr_explain_is_voted (const XrComponent *component);

/**
 * xr_explain_ballot_swap:
 * @upper, @lower: applications of one post that have ranks, @upper before @lower
 * @sheets: (element-type XrBallotSheet): of a graded component the marks of @upper, then of @lower; of
 *   a ranked one all places. NULL or empty where the votes were counted by hand
 * @budget: how many applications may be worked out anew, 0 for no bound
 *
 * The smallest change of one ballot after which @lower ranks before @upper. Ballots of groups that
 * xr_withhold() withholds are not looked at. (transfer full)
 */
XrBallotSwap *xr_explain_ballot_swap (const XrCase *contest, int upper, int lower, int component,
                                      const GPtrArray *sheets, guint budget);
void xr_ballot_swap_free (XrBallotSwap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrBallotSwap, xr_ballot_swap_free)

/* ---- without one ballot */

/* The post without one ballot of the component. @sheet: of a graded component the marks of all
 * candidates in the order of the case. (transfer full) */
XrWithout *xr_explain_without_ballot (const XrCase *contest, const XrPostResult *post,
                                      int component, const XrBallotSheet *sheet);

/* Which ballots are not to be told of one by one: by group, and last those without a group. @voters: how
 * many ballots of each; @fewest: how many may be told of, by the plan. (transfer full) (array) */
gboolean *xr_explain_withheld (const gint64 *voters, guint n_groups, int fewest);

G_END_DECLS
