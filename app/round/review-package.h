/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "rules/review-package.h"

G_BEGIN_DECLS

/* Dossiers that go to a reader on another PC, and what the reader leaves on them. The office keeps who got
 * what and when, and the answer; marks and opinions are for those who decide and enter no total. */

/* Whether the plan says that readers must not know whom they read of. */
gboolean xr_review_is_blind (XrOffice *office, gint64 round);

/**
 * xr_review_package_prepare:
 * @candidates: row ids of @round, at least one
 * @reader: who will read
 * @position: (nullable): the reader's unit and post
 * @blind: has no effect where the plan asks for it anyway
 *
 * The package as the reader will see it, with the people in the order of their numbers, blind ones in an
 * order drawn at random. Writes nothing.
 *
 * Returns: (transfer full): %NULL with a sentence
 */
XrReviewPackage *xr_review_package_prepare (XrOffice *office, gint64 round,
                                            const gint64 *candidates, guint n_candidates,
                                            const char *reader, const char *position,
                                            gboolean blind, GError **error);

/* The places of a blind package that xr_review_package_prepare() made which may tell all the same who somebody is,
 * one line each: for whoever makes it, not for the reader. (transfer full) (element-type char *) */
GPtrArray *xr_review_package_list_doubts (XrOffice *office, const XrReviewPackage *package);

/* The day on which the reader of @package got another one with the same people or more, which then is the one whose
 * answer counts; unset where there is none. */
XrDate xr_review_package_replaced_on (XrOffice *office, gint64 package);

/* Records that @package was given out; @digest is SHA-256 of what its file says. One entry. */
gboolean xr_review_package_give (XrOffice *office, gint64 round, const XrReviewPackage *package,
                                 const char *digest, GError **error);

/* What the office knows of a person in a package that was given out. */
typedef struct
{
  gint64 candidate;
  char *name;            /* of the candidate */
  char *label;           /* in the package */
  XrReviewOpinion *left; /* says nothing before the answer is back */
} XrReviewGivenPerson;

typedef struct
{
  gint64 id;
  char *reader, *position; /* position NULL: not said */
  gboolean blind;
  XrDate given_on, saved_on, taken_on; /* the last two unset: has not come back */
  XrDate replaced_on; /* the reader got another one with the same people or more; unset: no */
  GPtrArray *people;  /* XrReviewGivenPerson */
} XrReviewGiven;

/* Every package of the round, the newest first. (transfer full) (element-type XrReviewGiven) */
GPtrArray *xr_review_packages (XrOffice *office, gint64 round);

/**
 * xr_review_answer_check:
 *
 * Whether @answer may be taken into @round, which xr_review_answer_take_in() asks too: it answers a package of
 * this round, exactly as it was given out, to this reader, and for the first time.
 *
 * Returns: the package's id; 0 with a sentence that says what is wrong and what to do
 */
gint64 xr_review_answer_check (XrOffice *office, gint64 round, const XrReviewAnswer *answer,
                               GError **error);
/* What the answer would say, with our names, for a preview. (transfer full): as in xr_review_packages() */
XrReviewGiven *xr_review_answer_preview (XrOffice *office, gint64 package,
                                         const XrReviewAnswer *answer);
/* One entry. */
gboolean xr_review_answer_take_in (XrOffice *office, gint64 round, const XrReviewAnswer *answer,
                                   GError **error);
void xr_review_given_free (XrReviewGiven *given);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrReviewGiven, xr_review_given_free)

G_END_DECLS
