/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/explain-ballot.h"
#include "rules/explain-trial.h"

G_BEGIN_DECLS

/* The search for one ballot while it goes on. Private to the files that search: one a kind of ballot. */
typedef struct
{
  XrTrial *trial;
  int component;
  int upper, lower;        /* applications of the whole case */
  const GPtrArray *sheets; /* XrBallotSheet, never NULL */
  const gboolean *hidden;  /* by group, last: none */
  XrBallotSwap *swap;
} XrBallotSearch;

const XrComponent *xr_ballot_search_get_component (const XrBallotSearch *self);
/* Whether ballots of the group may be looked at one by one. */
gboolean xr_ballot_search_shows (const XrBallotSearch *self, int group);
/* The most steps that are still of interest: one fewer than the best found. */
guint xr_ballot_search_get_limit (const XrBallotSearch *self, guint room);
/* Forgets what was found and keeps a better one, whose changes are then added. */
void xr_ballot_search_keep (XrBallotSearch *self, int group, guint steps);
void xr_ballot_search_add_change (XrBallotSearch *self, gboolean upper, int dimension, gint64 from,
                                  gint64 to);
/* The candidate of the upper or lower one in the trial's case. */
int xr_ballot_search_get_candidate (const XrBallotSearch *self, gboolean upper);

/* How a kind of ballot is searched. */
typedef struct
{
  /* Whether some ballot of the group, whatever stands on it, could swap the two. */
  gboolean (*could_swap) (XrBallotSearch *self, int group);
  /* Searches the groups that `could` names (by group, last: none). */
  void (*search) (XrBallotSearch *self, const gboolean *could);
} XrBallotSearchKind;

extern const XrBallotSearchKind xr_ballot_search_marks;
extern const XrBallotSearchKind xr_ballot_search_places;
extern const XrBallotSearchKind xr_ballot_search_votes;

G_END_DECLS
