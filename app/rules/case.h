/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/plan.h"

G_BEGIN_DECLS

/* A case is a plan with its people and their evidence: everything that a result is worked out from,
 * as plain values. The round loads it from the office file; the workbook reader fills it too. */

/* How a candidate stands in an application. `cut` is never stored: it follows from the scores. */
typedef enum
{
  XR_STATE_ACTIVE,
  XR_STATE_CUT,
  XR_STATE_INELIGIBLE,
  XR_STATE_WITHDRAWN,
  XR_STATE_ABSENT,
  XR_STATE_VETOED,
} XrState;

/* One person of the round. A text that nobody entered is NULL, a date that nobody entered unset. */
typedef struct
{
  gint64 id;
  char *number; /* 编号 as shown, such as "01" */
  char *name;
  char *id_number, *sex, *nation, *party, *education, *degree, *school, *major;
  char *unit, *position, *rank, *staffing, *appraisals, *phone, *note;
  XrDate born, work_since, party_since, rank_since;
  XrDate punished_until; /* 处分影响期至 */
} XrCandidate;

/* One candidate's application to one post. */
typedef struct
{
  gint64 id;
  int candidate; /* index into candidates */
  int post;      /* index into the plan's posts */
  int wish;      /* 志愿顺序 among the candidate's posts, from 1; 0: not said */
  XrState state;
} XrApplication;

/* A judge of a component for one post and one panel (考场, NULL where there are no panels). */
typedef struct
{
  gint64 id;
  int component, post;
  char *panel;
  char *name;
} XrJudge;

/* A judge's score of an application; dimension −1 where the component has no sub-items. */
typedef struct
{
  gint64 id;
  int judge, application, dimension;
  gboolean recused; /* 回避: value is void */
  XrDecimal value;
} XrScore;

/* 测评汇总: so many marks of `points` for one dimension; group −1 where the component has none. */
typedef struct
{
  gint64 id;
  int component, group, candidate, dimension;
  XrDecimal points;
  gint64 votes;
} XrTally;

/* 票数; group −1 where the component has none. */
typedef struct
{
  gint64 id;
  int component, group, candidate;
  gint64 yes, no, abstain;
} XrVote;

/* 直接计分; dimension −1 where the component has none. */
typedef struct
{
  gint64 id;
  int component, candidate, dimension;
  XrDecimal value;
} XrDirectScore;

/* Graded ballots, summed: of `count` ballots of one group, those whose counted dimensions weigh
 * `weight` together, `points` is the sum of weight × points. Weights are those of
 * xr_graded_counter_new(), reduced; points are ten-thousandths. One ballot's score of the candidate is
 * its own points / weight, so the sum over such ballots is points / weight. A ballot whose numbers do
 * not fit stands as a sum of weight 0, which leaves the component without a value. */
typedef struct
{
  int component, group, candidate;
  gint64 weight;
  gint64 points;
  gint64 count;
} XrGradedSum;

/* Ranked ballots, summed: `count` valid ballots of a group for a post name the application in `place`
 * (1 …). Those that do not name it follow from XrRankedBase. */
typedef struct
{
  int component, group, application;
  guint place;
  gint64 count;
} XrRankedSum;

/* The number of valid ranked ballots of a group for a post. */
typedef struct
{
  int component, post, group;
  gint64 ballots;
} XrRankedBase;

typedef struct
{
  XrPlan *plan;
  GPtrArray *candidates; /* XrCandidate */
  GArray *applications;  /* XrApplication */
  GPtrArray *judges;     /* XrJudge */
  GArray *scores;        /* XrScore */
  GArray *tallies;       /* XrTally */
  GArray *votes;         /* XrVote */
  GArray *direct_scores; /* XrDirectScore */
  GArray *graded_sums;   /* XrGradedSum */
  GArray *ranked_sums;   /* XrRankedSum */
  GArray *ranked_bases;  /* XrRankedBase */
  int n_refs;
} XrCase;

/* Takes @plan. */
XrCase *xr_case_new (XrPlan *plan);
/* A case that is shared must not be changed; the last xr_case_free() frees it. (transfer full) */
XrCase *xr_case_ref (XrCase *self);
void xr_case_free (XrCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrCase, xr_case_free)

XrCandidate *xr_candidate_new (const char *number, const char *name);
void xr_candidate_free (XrCandidate *candidate);
XrJudge *xr_judge_new (int component, int post, const char *panel, const char *name);
void xr_judge_free (XrJudge *judge);

/* Candidate numbers of digits only are compared by value (7, 07, ７ are one), others as text. Returns
 * <0, 0, >0 for the order in which lists show them: numbers before texts. */
int xr_candidate_number_compare (const char *a, const char *b);

/* Sums the marks of graded ballots as they stream past, in constant memory for each candidate.
 * All marks of one ballot and one candidate must come one after the other. */
typedef struct _XrGradedCounter XrGradedCounter;

/* @component_index is copied into the sums; @component must outlive the counter. */
XrGradedCounter *xr_graded_counter_new (const XrComponent *component, int component_index);
/* @ballot: any number that tells ballots apart; @group index or −1; @dimension index. Only marks that
 * are points are added, abstentions are simply not. */
void xr_graded_counter_add (XrGradedCounter *counter, gint64 ballot, int group, int candidate,
                            int dimension, XrDecimal points);
/* Appends the sums to @sums (XrGradedSum) and frees the counter. */
void xr_graded_counter_finish (XrGradedCounter *counter, GArray *sums);

G_END_DECLS
