/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* Ballots one at a time, for whoever must show them: lists by a shuffled order, marks on demand. */

typedef struct
{
  gint64 id;
  gint64 post;  /* 0: not a ranked ballot */
  gint64 group; /* 0: none */
} XrBallotHead;

/* The ballots of a component by post and group, within these in the order of a hash of the ballot's
 * number, which says nothing of the order of keying. (transfer full) (element-type XrBallotHead) */
GArray *xr_ballot_heads (XrOffice *office, gint64 component, GError **error);

typedef void (*XrBallotMarkFunc) (gint64 candidate, gint64 dimension, gboolean abstains,
                                  XrDecimal points, gpointer data);
gboolean xr_ballot_foreach_mark (XrOffice *office, gint64 ballot, XrBallotMarkFunc func,
                                 gpointer data, GError **error);

typedef void (*XrBallotChoiceFunc) (guint place, gint64 candidate, gpointer data);
gboolean xr_ballot_foreach_choice (XrOffice *office, gint64 ballot, XrBallotChoiceFunc func,
                                   gpointer data, GError **error);

G_END_DECLS
