/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 票数: one vote for one of the two becomes another. There are six such changes a person and group, so all
 * are tried. */

#include "config.h"

#include "rules/explain-ballot-private.h"

static gint64 *
get_count (XrVote *vote, XrBallotVote kind)
{
  switch (kind)
    {
    case XR_BALLOT_NO:
      return &vote->no;
    case XR_BALLOT_ABSTAIN:
      return &vote->abstain;
    case XR_BALLOT_YES:
    default:
      return &vote->yes;
    }
}

static gboolean
swaps (XrBallotSearch *self, XrVote *vote, XrBallotVote from, XrBallotVote to)
{
  gboolean swapped;

  *get_count (vote, from) -= 1;
  *get_count (vote, to) += 1;
  swapped = xr_trial_swaps (self->trial);
  *get_count (vote, from) += 1;
  *get_count (vote, to) -= 1;
  return swapped;
}

/* The row's votes count for one of the two; @upper is set to which. */
static gboolean
is_about (const XrBallotSearch *self, const XrVote *vote, gboolean *upper)
{
  *upper = vote->candidate == xr_ballot_search_get_candidate (self, TRUE);
  return vote->component == self->component
         && (*upper || vote->candidate == xr_ballot_search_get_candidate (self, FALSE));
}

/* Votes may turn out below nought here: what was cast is not looked at. */
static gboolean
could_swap (XrBallotSearch *self, int group)
{
  GArray *votes = self->trial->view->contest.votes;
  gboolean upper;

  for (guint i = 0; i < votes->len; i++)
    {
      XrVote *vote = &g_array_index (votes, XrVote, i);

      if (!is_about (self, vote, &upper) || vote->group != group)
        continue;
      for (int from = XR_BALLOT_NO; from <= XR_BALLOT_YES; from++)
        for (int to = XR_BALLOT_NO; to <= XR_BALLOT_YES; to++)
          if (from != to && swaps (self, vote, (XrBallotVote) from, (XrBallotVote) to))
            return TRUE;
    }
  return FALSE;
}

static void
search_vote (XrBallotSearch *self, XrVote *vote, gboolean upper, guint steps)
{
  for (int from = XR_BALLOT_NO; from <= XR_BALLOT_YES; from++)
    for (int to = XR_BALLOT_NO; to <= XR_BALLOT_YES; to++)
      {
        if (self->swap->found || (guint) ABS (from - to) != steps
            || *get_count (vote, (XrBallotVote) from) == 0
            || !swaps (self, vote, (XrBallotVote) from, (XrBallotVote) to))
          continue;
        xr_ballot_search_keep (self, vote->group, steps);
        xr_ballot_search_add_change (self, upper, -1, from, to);
      }
}

static void
search (XrBallotSearch *self, const gboolean *could)
{
  GArray *votes = self->trial->view->contest.votes;
  guint none = xr_ballot_search_get_component (self)->groups->len;
  gboolean upper;

  for (guint steps = 1; steps <= XR_BALLOT_YES - XR_BALLOT_NO; steps++)
    for (guint i = 0; i < votes->len; i++)
      {
        XrVote *vote = &g_array_index (votes, XrVote, i);

        if (is_about (self, vote, &upper) && could[vote->group >= 0 ? (guint) vote->group : none])
          search_vote (self, vote, upper, steps);
      }
}

const XrBallotSearchKind xr_ballot_search_votes = { could_swap, search };
