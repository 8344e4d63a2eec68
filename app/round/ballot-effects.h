/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/ballot-sheets.h"

G_BEGIN_DECLS

/* What leaving out any one ballot of a component would do to a post: never of a single ballot, always over
 * all of them. Only ballots of groups that are not withheld are tried. */
typedef struct
{
  int component;
  guint n_ballots; /* of the component and post */
  guint n_tried;
  guint n_moving;   /* ballots without which somebody has another rank */
  guint n_lists;    /* ballots without which others are on the list */
  guint most_moved; /* how many ranks move at most */
  guint n_people;
  int *best, *worst; /* by position in the standings: the ranks that come out */
  guint *n_flips;    /* by position: ballots without which the person's place on the list changes */

  const XrCase *contest;
  const XrPostResult *post;
  XrSheetReader *reader;
} XrBallotEffects;

/* @contest and @post must outlive it. NULL with @error. (transfer full) */
XrBallotEffects *xr_ballot_effects_new (XrOffice *office, const XrCase *contest,
                                        const XrPostResult *post, int component, GError **error);
/* Tries the next ballot; FALSE when there is none. Each takes as long as working the post out. */
gboolean xr_ballot_effects_step (XrBallotEffects *self);
void xr_ballot_effects_free (XrBallotEffects *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrBallotEffects, xr_ballot_effects_free)

/* What @contest's ballots say of two, and the smallest change of one of them that swaps the two; NULL with
 * @error. (transfer full) */
XrBallotSwap *xr_round_find_ballot_swap (XrOffice *office, const XrCase *contest, int component,
                                         int upper, int lower, guint budget, GError **error);

G_END_DECLS
