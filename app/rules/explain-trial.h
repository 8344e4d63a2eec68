/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/case-view.h"
#include "rules/result.h"

G_BEGIN_DECLS

/* "What if" for two neighbours: a smaller case whose evidence is changed and worked out anew by
 * xr_result_compute(). Private to rules/.
 *
 * Two are swapped when the lower one has a rank and the upper one has none or a later one, after all
 * rounding, gates and tie rules of the plan. Sharing a rank is no swap. */
typedef struct
{
  XrCaseView *view;
  int post;
  int upper, lower;      /* applications of the view */
  gboolean whole;        /* the view holds the whole post, else only the two */
  guint64 spent, budget; /* applications worked out anew; budget 0: no bound */
} XrTrial;

/* @upper, @lower: applications of one post. The whole post is taken where people move each other. */
XrTrial *xr_trial_new (const XrCase *contest, int upper, int lower, guint budget);
void xr_trial_free (XrTrial *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrTrial, xr_trial_free)

/* Works the view out as it now is. */
gboolean xr_trial_swaps (XrTrial *self);

/* Whether the bound was passed: nothing more is to be tried. */
gboolean xr_trial_is_spent (const XrTrial *self);

/* Whether a worse upper and a better lower one in @component can only bring the two nearer to a swap.
 * Not so where who passes that component decides what others get later. */
gboolean xr_trial_is_monotone (const XrTrial *self, int component);

G_END_DECLS
