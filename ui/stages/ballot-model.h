/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/ballots.h"
#include "widgets/grid-model.h"

G_BEGIN_DECLS

/* One ballot on its way into the file, as a model of a grid: candidates × dimensions of a graded ballot,
 * places of a ranked one, or candidates with one vote each. */

typedef struct _XrBallotDraft XrBallotDraft;

/* @keyer: (nullable): who keys the second time; NULL: the first keying, by the operator. @draft: (out)
 * (transfer none): lives as long as the model. (transfer full) */
XrGridModel *xr_ballot_model_new (XrOffice *office, gint64 round, gint64 component, gint64 post,
                                  const char *keyer, XrBallotDraft **draft);
gboolean xr_ballot_draft_is_ranked (XrBallotDraft *draft);
/* The keys in a line: "1 优秀  2 称职 … 0 弃权". (transfer full) */
char *xr_ballot_draft_dup_legend (XrBallotDraft *draft);
/* Begins an empty ballot (0), or shows one of the file. */
void xr_ballot_draft_open (XrBallotDraft *draft, XrGridModel *model, gint64 ballot);
gint64 xr_ballot_draft_get_ballot (XrBallotDraft *draft);
/* The first cell with nothing in it; FALSE: all are filled. Ranked ballots may have blank places. */
gboolean xr_ballot_draft_first_empty (XrBallotDraft *draft, guint *row, guint *column);
/* Whether nothing at all is written on it. */
gboolean xr_ballot_draft_is_blank (XrBallotDraft *draft);
/* Writes the ballot; cells with nothing in them are abstentions. 0 with @error. */
gint64 xr_ballot_draft_save (XrBallotDraft *draft, gint64 group, const char *number,
                             GError **error);

G_END_DECLS
