/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/plan.h"

G_BEGIN_DECLS

/* Everything that is counted at one vote; XR_COUNT_NONE where nobody entered it. */
typedef struct
{
  int members;  /* 成员总数 */
  int due;      /* 应到 */
  int present;  /* 实到 */
  int issued;   /* 发出 */
  int returned; /* 收回 */
  int invalid;  /* 无效 */
  int valid;    /* 有效 */
} XrBallotAccount;

#define XR_BALLOT_ACCOUNT_NONE                                                                     \
  ((XrBallotAccount){ XR_COUNT_NONE, XR_COUNT_NONE, XR_COUNT_NONE, XR_COUNT_NONE, XR_COUNT_NONE,   \
                      XR_COUNT_NONE, XR_COUNT_NONE })

/* The invariants of rules.md section 4 (and D21: 收回 ≤ 发出). */
typedef enum
{
  XR_BALLOT_FAULT_DUE,      /* more due than members */
  XR_BALLOT_FAULT_PRESENT,  /* more present than due */
  XR_BALLOT_FAULT_ISSUED,   /* more issued than present */
  XR_BALLOT_FAULT_RETURNED, /* more returned than issued: the vote is void */
  XR_BALLOT_FAULT_INVALID,  /* more invalid than returned */
  XR_BALLOT_FAULT_VALID,    /* valid is not returned − invalid, or more than returned */
  XR_BALLOT_FAULT_NEGATIVE, /* a count below 0 */
} XrBallotFault;

/* Returns: (transfer full): XrBallotFault values in the order of the enum; empty when all that is
 * entered agrees. A count that is not there breaks nothing. */
GArray *xr_ballot_account_check (const XrBallotAccount *account);

/* Whether the marks for one name (同意 + 不同意 + 弃权, each ≥ 0) fit @valid ballots; fewer may be, where
 * a ballot is void for that name only. XR_COUNT_NONE for @valid fits all. */
gboolean xr_ballot_account_fits (int valid, gint64 yes, gint64 no, gint64 abstain);

/* Returns: (transfer none): the translated sentence of @fault, such as "More ballots were returned
 * than handed out; the vote is void and must be held again." */
const char *xr_ballot_fault_text (XrBallotFault fault);

G_END_DECLS
