/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/progress.h"
#include "round/intake.h"
#include "round/office.h"
#include "round/stage.h"
#include "rules/dossier.h"
#include "rules/eligibility.h"
#include "rules/publicity.h"

G_BEGIN_DECLS

/* The commands that are more than saving a row. Each checks stage and values, is one transaction and one
 * entry, and says in @error what to do when it refuses. */

/* ---- 1 announce */

/* Freezes the plan: stores the hash of its canonical text, and the date. The conditions of the stage but
 * this one and the signatures must hold. A barrier. */
gboolean xr_round_announce (XrOffice *office, gint64 round, XrDate on, GError **error);
/* SHA-256 of the plan's canonical text: its rows and settings in the order of their ids, without ids.
 * (transfer full) */
char *xr_round_dup_plan_hash (XrOffice *office, gint64 round);

/* ---- 2 register */

/* Saves a candidate (id 0: new, an empty number becomes the next free one) and the application to
 * @post when it is not 0 and not there yet. One entry. */
gboolean xr_candidate_register (XrOffice *office, XrRow *candidate, gint64 post, GError **error);
/* The same inside a transaction that the command has begun. */
gboolean xr_candidate_write (XrOffice *office, XrRow *candidate, gint64 post, GError **error);
/* The number that such a candidate would get. (transfer full) */
char *xr_candidate_dup_next_number (XrOffice *office, gint64 round);
/* A fact of a candidate who is in the round already. */
typedef struct
{
  gint64 candidate;
  gint64 application; /* whose field it is; 0: the candidate's */
  const char *field;  /* of table application, or candidate */
  const char *text;   /* as a person writes it */
} XrFactChange;

/* The form that came with somebody. */
typedef struct
{
  int candidate; /* index into the people's candidates */
  const XrDossier *dossier;
} XrFormOf;

typedef struct
{
  XrIntake
    *people; /* the round's plan and people; candidates and applications with id 0 are written */
  const XrFactChange *changes;
  guint n_changes;
  const XrFormOf *forms;
  guint n_forms;
  GHashTable
    *maps; /* how the columns of foreign lists were read, by their signatures: remembered with
                     * the office */
} XrTakeIn;

/* All or nothing, one entry in the record, about @subject. @progress (nullable) is told how many rows are
 * written of all; cancelled before the last of them nothing is. */
gboolean xr_round_take_in (XrOffice *office, gint64 round, const XrTakeIn *taken,
                           const char *subject, XrProgress *progress, GCancellable *cancellable,
                           GError **error);
/* What xr_round_take_in() remembered for a signature. (transfer full) (nullable) */
char *xr_round_dup_column_map (XrOffice *office, const char *signature);
gboolean xr_application_leave (XrOffice *office, gint64 application, const char *state, XrDate on,
                               const char *reason, GError **error);
gboolean xr_application_return (XrOffice *office, gint64 application, GError **error);

/* ---- 3 eligibility */

typedef struct
{
  gint64 rule; /* row id */
  XrRuleKind kind;
  char *requirement;     /* the rule as a sentence */
  XrJudgement judgement; /* the program's own */
  char *verdict;         /* the reviewer's: met, failed, or NULL */
  gboolean overruled;    /* it differs from the program's */
  char *reason, *reviewer;
  guint group; /* one of the rules of this number is enough; 0: the rule stands by itself */
  XrVerdict group_state; /* of the group; without one of the rule itself */
  gint64 waiver;         /* row of 破格, 0: none */
  char *waiver_text;     /* its document, in words, or NULL */
  char *source;          /* where the facts come from */
} XrRuleReview;

/* How the rule stands in the end: 破格, else the reviewer's word, else what the program judges. */
XrVerdict xr_rule_review_state (const XrRuleReview *review);

typedef struct
{
  gint64 application;
  char *number, *name, *post;
  GPtrArray *rules;                      /* XrRuleReview, in the order of the plan */
  XrVerdict state;                       /* of the whole, reviewers' verdicts counted */
  char *verdict;                         /* eligible, ineligible or NULL: the conclusion */
  char *reason, *reviewer, *approved_by; /* of the conclusion; (nullable) */
  XrDate reviewed_on, approved_on;
  gboolean approved;
} XrApplicationReview;

void xr_application_review_free (XrApplicationReview *review);
/* Every application of the round, judged. (transfer full) (element-type XrApplicationReview) */
GPtrArray *xr_round_review (XrOffice *office, gint64 round, GError **error);
/* The reviewer's word on one rule; @verdict NULL takes it back. Overruling needs @reason. */
gboolean xr_review_rule (XrOffice *office, gint64 application, gint64 rule, const char *verdict,
                         const char *reason, const char *reviewer, GError **error);
/**
 * xr_waiver_grant:
 * @waiver: a row of `waiver`, new or of the file
 *
 * 破格 (rules.md Q8). Refused for conditions that may not be waived, for one that is met, and within a year of
 * the last promotion. A conclusion on the application does not stand any more.
 */
gboolean xr_waiver_grant (XrOffice *office, XrRow *waiver, GError **error);
gboolean xr_waiver_take_back (XrOffice *office, gint64 waiver, GError **error);
/* Concludes every application whose rules are all met or failed as computed; returns how many, −1 with
 * @error. */
int xr_review_conclude_clear (XrOffice *office, gint64 round, const char *reviewer, GError **error);
gboolean xr_review_conclude (XrOffice *office, gint64 application, const char *verdict,
                             const char *reason, const char *reviewer, GError **error);
/* The leader approves all conclusions that are not approved yet. */
int xr_review_approve (XrOffice *office, gint64 round, const char *leader, GError **error);

/* ---- 4 and 5: scores */

/* A table of scores for typing: judges × candidates, or sub-items; see round/score-sheet.h. */

/* @text: a score, "回避" (or "H"), or "" to clear. */
gboolean xr_score_set (XrOffice *office, gint64 judge, gint64 application, gint64 dimension,
                       const char *text, GError **error);
gboolean xr_direct_score_set (XrOffice *office, gint64 component, gint64 candidate,
                              gint64 dimension, const char *text, GError **error);

/* ---- 5: ballots */

typedef struct
{
  gint64 candidate, dimension;
  gboolean abstains;
  XrDecimal points;
} XrBallotMark;

/* Writes (ballot 0: a new one) a graded ballot with all its marks. Returns the ballot's id, 0 with
 * @error. @group 0: the component has none. @number NULL: the next free one. */
gint64 xr_ballot_save_graded (XrOffice *office, gint64 component, gint64 group, gint64 ballot,
                              const char *number, const XrBallotMark *marks, guint n_marks,
                              GError **error);
/* @candidates: by place, 0 for a place left blank. A name twice, or more names than places, is refused. */
gint64 xr_ballot_save_ranked (XrOffice *office, gint64 component, gint64 post, gint64 group,
                              gint64 ballot, const char *number, const gint64 *candidates,
                              guint n_places, GError **error);
gboolean xr_ballot_delete (XrOffice *office, gint64 ballot, GError **error);

/* ---- 6: shortlist */

/* The list as it stands: the recorded one, else the ranking's. (transfer full) (element-type gint64) */
GArray *xr_round_shortlist (XrOffice *office, gint64 round, gint64 post);
/* Records the list of @post; @reason is needed when it differs from the ranking's. */
gboolean xr_shortlist_decide (XrOffice *office, gint64 post, const gint64 *applications, guint n,
                              const char *reason, const char *by, XrDate on, GError **error);

/* Whether a decision with a reason settled the list of @post, a tie across the cut with it. */
gboolean xr_shortlist_is_decided (XrOffice *office, gint64 post);

/* ---- 8: the vote in words and figures */

/* 表决方式 of the plan for what the column `method` of a meeting says, such as 举手 for hands, and the other
 * way round. Returns: NULL for NULL and for what is none */
const char *xr_vote_method_word (const char *method);
const char *xr_vote_method_of_word (const char *word);

/* How many have to be there, of whom, and more than how much of what has to agree. */
typedef struct
{
  XrRatio quorum, majority;
  XrBody quorum_body, majority_body;
} XrVoteRule;

/* What the plan says, and where it is silent D1 and D2 of rules.md. */
XrVoteRule xr_vote_rule (const XrSettings *settings);

typedef struct
{
  gint64 members, due,
    present; /* of the meeting, recused ones counted as rules.md section 4 says */
  gint64 recused;
  gboolean quorate;
  gint64 least_present; /* how many have to be there */
  gint64 needed;        /* votes in favour that pass */
  gint64 base;          /* the denominator */
  gint64 yes;
  gboolean passed;
  char *text; /* "9 members, 7 present (at least 6 needed); 5 in favour …" */
} XrVoteOutcome;

void xr_vote_outcome_free (XrVoteOutcome *outcome);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrVoteOutcome, xr_vote_outcome_free)
XrVoteOutcome *xr_vote_outcome (XrOffice *office, gint64 vote, GError **error);
/* The same for a meeting before a vote: who is there, how many have to be, how many votes pass. @yes is 0
 * and nobody is recused; @needed is 0 where the plan's denominator is the valid votes. */
XrVoteOutcome *xr_meeting_outlook (XrOffice *office, gint64 meeting, GError **error);
/* Applications that the meeting passed: who goes on to publicity. (transfer full) (element-type gint64) */
GArray *xr_round_chosen (XrOffice *office, gint64 round);

/* ---- 9: publicity */

typedef struct
{
  XrDate first, last;
  int working_days;     /* in the period */
  gboolean long_enough; /* the floor of five working days holds */
  gboolean over;        /* by @today */
} XrPublicityPeriod;

/* The period day by day, as it was posted. (transfer full): NULL where the calendar lacks a year */
XrPublicity *xr_publicity_count (XrOffice *office, gint64 publicity, GError **error);
gboolean xr_publicity_period (XrOffice *office, gint64 publicity, XrDate today,
                              XrPublicityPeriod *period, GError **error);

/* ---- 10: appointment */

/* The last day of probation, unset where the notice or the months are not there. */
XrDate xr_appointment_probation_end (XrOffice *office, gint64 application);

/**
 * xr_probation_record:
 * @outcome: confirmed, extended or removed; NULL takes it back
 * @extended_months: for extended, ≥ 1; else 0
 * @note: or NULL
 *
 * Records how probation ended. It ends a year after the appointment, so this works while stage 10 is
 * open and also when the round is closed, and is the only thing that then still changes.
 */
gboolean xr_probation_record (XrOffice *office, gint64 application, const char *outcome, XrDate on,
                              guint extended_months, const char *note, GError **error);

G_END_DECLS
