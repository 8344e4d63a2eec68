/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/keying.h"

G_BEGIN_DECLS

/* The ballots that are keyed, of one group or of all. Enter opens one (signal `open` with its id),
 * Delete takes it away, which can be undone. */

#define XR_TYPE_BALLOT_LIST_VIEW (xr_ballot_list_view_get_type ())
G_DECLARE_FINAL_TYPE (XrBallotListView, xr_ballot_list_view, XR, BALLOT_LIST_VIEW, AdwBin)

XrBallotListView *xr_ballot_list_view_new (void);
/* @newest_first: as the pad lists them. @post 0: graded ballots. @group 0: all. */
void xr_ballot_list_view_show (XrBallotListView *self, XrOffice *office, XrKeying keying,
                               gint64 component, gint64 post, gint64 group, gboolean newest_first);
guint xr_ballot_list_view_get_n_ballots (XrBallotListView *self);

G_END_DECLS
