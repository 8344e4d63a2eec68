/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/ballot-effects.h"
#include "round/round.h"

G_BEGIN_DECLS

/* What the pages of the explanation are about: a post of a round, and one of its candidates. Case and
 * result are held, so that work in steps may go on while the office file changes below it. */
typedef struct
{
  XrOffice *office;
  gint64 round, post_id;
  guint position; /* in the standings */

  XrCase *contest; /* NULL when the post is not there */
  XrResult *result;
  const XrPostResult *post;
} XrExplainSubject;

/* Takes what the file says now; FALSE when there is nothing to explain. */
gboolean xr_explain_subject_refresh (XrExplainSubject *self);
void xr_explain_subject_clear (XrExplainSubject *self);

const XrStanding *xr_explain_subject_get_standing (const XrExplainSubject *self, guint position);
/* NULL unless he has a rank. */
const XrStanding *xr_explain_subject_get_ranked (const XrExplainSubject *self, guint position);
const XrComponent *xr_explain_subject_get_component (const XrExplainSubject *self, int component);
const char *xr_explain_subject_get_name (const XrExplainSubject *self, const XrStanding *standing);

/* ---- sentences (transfer full) */

/* The smallest change of one mark of a judge. */
char *xr_explain_describe_swap (const XrCase *contest, const XrSwap *swap);
/* The smallest change of one ballot. */
char *xr_explain_describe_ballot_swap (const XrCase *contest, const XrBallotSwap *swap);
/* "3", or "2–4"; a dash where there is none. */
char *xr_explain_describe_ranks (int best, int worst);

G_END_DECLS
