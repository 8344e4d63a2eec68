/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/plan.h"

G_BEGIN_DECLS

/* The most that so many steps can move one person's marks on one ballot, all in one direction. Private
 * to rules/. */
typedef struct
{
  guint n_dimensions;
  guint n_steps;  /* the most that there is room for */
  gint64 *gains;  /* n_steps + 1: change of the sum of weight × points, ≥ 0, in units of both */
  guint *choices; /* (n_steps + 1) × n_dimensions: the steps of each dimension that give it */
} XrBallotSteps;

/* The values that a mark may have: the grades' points from low to high, or, without grades, 0 to 满分 in
 * steps of a grain. */
typedef struct
{
  GArray *points; /* gint64; empty without grades */
  gint64 grain, full;
} XrMarkLadder;

XrMarkLadder *xr_mark_ladder_new (const XrComponent *component, gint64 grain);
void xr_mark_ladder_free (XrMarkLadder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrMarkLadder, xr_mark_ladder_free)
/* How many steps there are from @mark up (@sign 1) or down (−1); 0 for a mark that is not on the
 * ladder. */
guint xr_mark_ladder_get_room (const XrMarkLadder *self, gint64 mark, int sign);
gint64 xr_mark_ladder_move (const XrMarkLadder *self, gint64 mark, int sign, guint steps);
/* From the lowest value to the highest. */
gint64 xr_mark_ladder_get_span (const XrMarkLadder *self);

/* @marks: one for each dimension, below 0 for an abstention, which stays one. NULL where there are more
 * steps than can be told apart in sensible time. */
XrBallotSteps *xr_ballot_steps_new (const XrComponent *component, const XrMarkLadder *ladder,
                                    const gint64 *marks, int sign);
void xr_ballot_steps_free (XrBallotSteps *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrBallotSteps, xr_ballot_steps_free)

G_END_DECLS
