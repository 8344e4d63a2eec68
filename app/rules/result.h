/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/case.h"

G_BEGIN_DECLS

/* The result of a round: one set of values from which the ranking page, the forms, the report and
 * `result --json` are all made. */

/* Why a component has no value. */
typedef enum
{
  XR_MISSING_NOTHING,     /* it has a value */
  XR_MISSING_ENTRY,       /* nothing was entered for the candidate */
  XR_MISSING_JUDGE,       /* a judge who is not recused has no score (detail: the judge) */
  XR_MISSING_ALL_DROPPED, /* no score remains after recusal and dropping */
  XR_MISSING_GROUP,       /* a group has no counting ballot (detail: the group) */
  XR_MISSING_DENOMINATOR, /* a count that the plan divides by is not there (detail: the group) */
  XR_MISSING_PANEL,       /* a panel has nothing left, or a mean of 0 (detail: the panel) */
  XR_MISSING_CUT,         /* the candidate was cut before */
  XR_MISSING_PLAN,        /* the plan lacks what the component needs (grades, place points …) */
  XR_MISSING_MIXED,       /* ballots and a hand count for the same voters: one too many (detail: the
                               group) */
} XrMissing;

typedef struct
{
  gboolean has_value;
  XrDecimal value; /* rounded to the component's places */
  XrMissing missing;
  char *detail; /* who or what is missing, or NULL */
} XrComponentResult;

typedef struct
{
  int application; /* index into the case */
  int candidate;
  XrState state;                 /* the stored one, or cut */
  int cut_by;                    /* the component that cut the candidate, −1 */
  XrComponentResult *components; /* as many as the plan has */
  gboolean has_total;
  XrDecimal total;      /* rounded to total_places */
  int rank;             /* 0: none */
  gboolean tied;        /* shares the rank after the tie rules */
  gboolean shortlisted; /* by the ranking; a recorded decision may say otherwise */
  int decided_by;       /* the tie-breaking component that separates it from the next, −1 */
} XrStanding;

typedef struct
{
  int post;
  guint shortlist_size; /* the size wanted */
  gboolean cutoff_tie;
  GPtrArray *standings; /* XrStanding: by rank, equal ranks by number, then those without a total */
  GPtrArray *shortlist; /* XrStanding (borrowed), in rank order */
} XrPostResult;

typedef struct
{
  gboolean complete; /* no component of an active candidate is null */
  guint n_components;
  GPtrArray *posts; /* XrPostResult, in the order of the plan */
  int n_refs;
} XrResult;

/**
 * xr_result_compute:
 *
 * Works the round out: components, gates, totals, ranks and shortlists, by INTERCHANGE 3 and nothing
 * else. Exact fractions throughout; pure: no clock, no file. The only rounding is that of the
 * components, of panel correction and of the total.
 *
 * Returns: (transfer full)
 */
XrResult *xr_result_compute (const XrCase *contest);
/* The last xr_result_free() frees it. (transfer full) */
XrResult *xr_result_ref (XrResult *result);
void xr_result_free (XrResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrResult, xr_result_free)

/* Vacancies × ratio, rounded as the plan says, never below 1 (the table of vectors.md C3). */
guint xr_shortlist_size (guint vacancies, XrRatio ratio, XrSizeRounding rounding);

G_END_DECLS
