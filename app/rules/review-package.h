/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/decimal.h"
#include "rules/dossier.h"

G_BEGIN_DECLS

/* A review package: dossiers that a reader gets as one sealed file, and the reader's answer. Plain values;
 * round/review-package.h makes them and takes them in, exchange/review-file.h writes and reads them. */

/* Facts of table `candidate` that a reader sees beside the form. None of them tells age, sex or name. */
#define XR_REVIEW_N_FACTS 8
extern const char *const xr_review_fact_names[XR_REVIEW_N_FACTS];

/* The highest mark that a reader gives; the lowest is 0. */
#define XR_REVIEW_FULL_MARK XR_DECIMAL_INT (100)

typedef enum
{
  XR_CONFLICT_UNSAID, /* the reader has not declared anything */
  XR_CONFLICT_NONE,
  XR_CONFLICT_DECLARED,
} XrConflict;

/* What a reader leaves on one person. */
typedef struct
{
  char *key;       /* of the person in the package */
  gboolean marked; /* with @mark */
  XrDecimal mark;
  char *opinion; /* NULL: none */
  XrConflict conflict;
  char *conflict_reason; /* NULL: none */
} XrReviewOpinion;

typedef struct
{
  char *key;                      /* drawn at random for this package */
  gint64 candidate;               /* row id in the office; 0 at the reader's */
  char *label;                    /* what the reader calls the person: the name, or 1号 */
  char *posts;                    /* applied for, joined by 、 */
  char *facts[XR_REVIEW_N_FACTS]; /* canonical; NULL: empty */
  XrDossier *dossier;
  GPtrArray *doubts; /* XrBlindDoubt, in a blind package that is being made; else NULL */
} XrReviewPerson;

typedef struct
{
  char *token; /* drawn at random; the answer carries it */
  char *unit;  /* or NULL */
  char *round_title;
  char *reader;
  char *position; /* the reader's unit and post, or NULL */
  gboolean blind;
  XrDate given_on;
  char *age_date;    /* date that ages count up to, as the form's files have it; or NULL */
  GPtrArray *people; /* XrReviewPerson */
} XrReviewPackage;

typedef struct
{
  char *token;
  char *digest; /* SHA-256 of the package's content: the answer is to exactly that package */
  char *round_title;
  char *reader;
  XrDate saved_on;
  GPtrArray *opinions; /* XrReviewOpinion */
} XrReviewAnswer;

XrReviewPackage *xr_review_package_new (void);
void xr_review_package_free (XrReviewPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrReviewPackage, xr_review_package_free)
/* A new last person, with an empty dossier. (transfer none) */
XrReviewPerson *xr_review_package_add (XrReviewPackage *package);

XrReviewAnswer *xr_review_answer_new (void);
void xr_review_answer_free (XrReviewAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrReviewAnswer, xr_review_answer_free)
/* A new last opinion that says nothing yet. (transfer none) */
XrReviewOpinion *xr_review_answer_add (XrReviewAnswer *answer, const char *key);

G_END_DECLS
