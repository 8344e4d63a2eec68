/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "rules/explain-ballot.h"

G_BEGIN_DECLS

/* Ballots of one component as they lie in the office file, as sheets for the explanations. They are read
 * when they are asked for: a case holds only their sums. */
typedef struct _XrSheetReader XrSheetReader;

/* @contest, of xr_round_get_result(), must outlive the reader. @component and @post are its indexes. NULL
 * with @error. (transfer full) */
XrSheetReader *xr_sheet_reader_new (XrOffice *office, const XrCase *contest, int component,
                                    int post, GError **error);
void xr_sheet_reader_free (XrSheetReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrSheetReader, xr_sheet_reader_free)

/* What ballots say of two applications, equal ones as one, in no order that tells when they were keyed;
 * for xr_explain_ballot_swap(). Empty for other methods. (transfer full) (element-type XrBallotSheet) */
GPtrArray *xr_sheet_reader_load_pair (XrSheetReader *self, int upper, int lower, GError **error);

/* How many ballots there are, and how many of them in groups that may be told of one by one. */
guint xr_sheet_reader_count (const XrSheetReader *self);
guint xr_sheet_reader_count_shown (const XrSheetReader *self);

/* The next ballot as a whole, of the groups that may be told of; for xr_explain_without_ballot(). NULL
 * after the last. (transfer full) (nullable) */
XrBallotSheet *xr_sheet_reader_next (XrSheetReader *self);

G_END_DECLS
