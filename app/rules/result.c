/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result of a round: leads the field of each post through the components in their order, then
 * ranks it. What each step does is in the step's own file. */

#include "config.h"

#include "rules/entrants.h"

static void
free_standing (XrStanding *self, guint n_components)
{
  for (guint i = 0; i < n_components; i++)
    g_free (self->components[i].detail);
  g_free (self->components);
  g_free (self);
}

static void
free_post_result (XrPostResult *self, guint n_components)
{
  for (guint i = 0; i < self->standings->len; i++)
    free_standing (g_ptr_array_index (self->standings, i), n_components);
  g_ptr_array_unref (self->standings);
  g_ptr_array_unref (self->shortlist);
  g_free (self);
}

static XrPostResult *
compute_post (const XrEvidence *evidence, int post)
{
  const GPtrArray *components = evidence->contest->plan->components;
  g_autoptr (XrEntrants) race = xr_entrants_new (evidence, post);
  XrPostResult *self = g_new0 (XrPostResult, 1);

  self->post = post;
  self->standings = g_ptr_array_new ();
  self->shortlist = g_ptr_array_new ();
  for (int i = 0; i < (int) components->len; i++)
    {
      xr_entrants_score_component (race, i);
      xr_entrants_correct_panels (race, i);
      xr_entrants_apply_gate (race, i);
    }
  xr_entrants_rank (race);
  xr_entrants_shortlist (race, self);
  for (guint i = 0; i < race->entrants->len; i++)
    {
      const XrEntrant *entrant = g_ptr_array_index (race->entrants, i);

      g_ptr_array_add (self->standings, entrant->standing);
    }
  return self;
}

/* Whether nobody who is still in the running lacks a component. */
static gboolean
is_complete (const XrPostResult *self, guint n_components)
{
  for (guint i = 0; i < self->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (self->standings, i);

      for (guint c = 0; standing->state == XR_STATE_ACTIVE && c < n_components; c++)
        if (!standing->components[c].has_value)
          return FALSE;
    }
  return TRUE;
}

XrResult *
xr_result_compute (const XrCase *contest)
{
  g_autoptr (XrEvidence) evidence = xr_evidence_new (contest);
  XrResult *self = g_new0 (XrResult, 1);

  self->n_refs = 1;
  self->complete = TRUE;
  self->n_components = contest->plan->components->len;
  self->posts = g_ptr_array_new ();
  for (guint i = 0; i < contest->plan->posts->len; i++)
    {
      XrPostResult *post = compute_post (evidence, (int) i);

      g_ptr_array_add (self->posts, post);
      self->complete = self->complete && is_complete (post, self->n_components);
    }
  return self;
}

XrResult *
xr_result_ref (XrResult *self)
{
  g_atomic_int_inc (&self->n_refs);
  return self;
}

void
xr_result_free (XrResult *self)
{
  if (!g_atomic_int_dec_and_test (&self->n_refs))
    return;
  for (guint i = 0; i < self->posts->len; i++)
    free_post_result (g_ptr_array_index (self->posts, i), self->n_components);
  g_ptr_array_unref (self->posts);
  g_free (self);
}
