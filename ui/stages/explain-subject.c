/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the post in the newest result. */
#include "config.h"

#include "stages/explain-subject.h"

void
xr_explain_subject_clear (XrExplainSubject *self)
{
  self->post = NULL;
  g_clear_pointer (&self->contest, xr_case_free);
  g_clear_pointer (&self->result, xr_result_free);
}

gboolean
xr_explain_subject_refresh (XrExplainSubject *self)
{
  xr_explain_subject_clear (self);
  if (!xr_round_ref_result (self->office, self->round, &self->contest, &self->result, NULL))
    return FALSE;
  for (guint i = 0; i < self->result->posts->len; i++)
    {
      const XrPostResult *one = g_ptr_array_index (self->result->posts, i);
      const XrPost *post = g_ptr_array_index (self->contest->plan->posts, one->post);

      if (post->id == self->post_id && one->standings->len > 0)
        self->post = one;
    }
  if (self->post != NULL && self->position >= self->post->standings->len)
    self->position = 0;
  return self->post != NULL;
}

const XrStanding *
xr_explain_subject_get_standing (const XrExplainSubject *self, guint position)
{
  return g_ptr_array_index (self->post->standings, position);
}

const XrStanding *
xr_explain_subject_get_ranked (const XrExplainSubject *self, guint position)
{
  const XrStanding *standing = position < self->post->standings->len
                                 ? xr_explain_subject_get_standing (self, position)
                                 : NULL;

  return standing != NULL && standing->has_total ? standing : NULL;
}

const XrComponent *
xr_explain_subject_get_component (const XrExplainSubject *self, int component)
{
  return g_ptr_array_index (self->contest->plan->components, component);
}

const char *
xr_explain_subject_get_name (const XrExplainSubject *self, const XrStanding *standing)
{
  return ((XrCandidate *) g_ptr_array_index (self->contest->candidates, standing->candidate))->name;
}
