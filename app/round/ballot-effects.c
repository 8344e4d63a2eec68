/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the ballots of a component, one a step, so that a window stays awake meanwhile. */

#include "config.h"

#include "round/ballot-effects.h"

XrBallotEffects *
xr_ballot_effects_new (XrOffice *office, const XrCase *contest, const XrPostResult *post,
                       int component, GError **error)
{
  g_autoptr (XrSheetReader) reader = xr_sheet_reader_new (office, contest, component, post->post,
                                                          error);
  XrBallotEffects *self;

  if (reader == NULL)
    return NULL;
  self = g_new0 (XrBallotEffects, 1);
  self->component = component;
  self->contest = contest;
  self->post = post;
  self->n_ballots = xr_sheet_reader_count (reader);
  self->reader = g_steal_pointer (&reader);
  self->n_people = post->standings->len;
  self->best = g_new0 (int, MAX (self->n_people, 1));
  self->worst = g_new0 (int, MAX (self->n_people, 1));
  self->n_flips = g_new0 (guint, MAX (self->n_people, 1));
  for (guint i = 0; i < self->n_people; i++)
    self->best[i] = self->worst[i] = ((XrStanding *) g_ptr_array_index (post->standings, i))->rank;
  return self;
}

gboolean
xr_ballot_effects_step (XrBallotEffects *self)
{
  XrBallotSheet *sheet = xr_sheet_reader_next (self->reader);
  g_autoptr (XrWithout) without = NULL;

  if (sheet == NULL)
    return FALSE;
  without = xr_explain_without_ballot (self->contest, self->post, self->component, sheet);
  xr_ballot_sheet_free (sheet);
  self->n_tried++;
  self->n_moving += without->n_moved > 0;
  self->n_lists += without->list_changes;
  self->most_moved = MAX (self->most_moved, without->n_moved);
  for (guint i = 0; i < self->n_people; i++)
    {
      const XrStanding *standing = g_ptr_array_index (self->post->standings, i);

      self->best[i] = MIN (self->best[i], without->ranks[i]);
      self->worst[i] = MAX (self->worst[i], without->ranks[i]);
      self->n_flips[i] += standing->shortlisted != without->shortlisted[i];
    }
  return TRUE;
}

void
xr_ballot_effects_free (XrBallotEffects *self)
{
  xr_sheet_reader_free (self->reader);
  g_free (self->best);
  g_free (self->worst);
  g_free (self->n_flips);
  g_free (self);
}

XrBallotSwap *
xr_round_find_ballot_swap (XrOffice *office, const XrCase *contest, int component, int upper,
                           int lower, guint budget, GError **error)
{
  int post = g_array_index (contest->applications, XrApplication, upper).post;
  g_autoptr (XrSheetReader) reader = xr_sheet_reader_new (office, contest, component, post, error);
  g_autoptr (GPtrArray) sheets = NULL;

  if (reader == NULL)
    return NULL;
  sheets = xr_sheet_reader_load_pair (reader, upper, lower, error);
  if (sheets == NULL)
    return NULL;
  return xr_explain_ballot_swap (contest, upper, lower, component, sheets, budget);
}
