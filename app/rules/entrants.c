/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds those who applied for a post and gives them their components. Those whom the scores have
 * cut get no more; those who are out for another reason keep what can be worked out, but take no part
 * in anything that is decided by comparison. */

#include "config.h"

#include "rules/entrants.h"

static XrEntrant *
create_entrant (const XrCase *contest, int application)
{
  const XrApplication *entry = &g_array_index (contest->applications, XrApplication, application);
  XrEntrant *self = g_new0 (XrEntrant, 1);

  self->standing = g_new0 (XrStanding, 1);
  self->standing->application = application;
  self->standing->candidate = entry->candidate;
  self->standing->state = entry->state;
  self->standing->cut_by = -1;
  self->standing->decided_by = -1;
  self->standing->components = g_new0 (XrComponentResult, contest->plan->components->len);
  return self;
}

static void
free_entrant (gpointer data)
{
  XrEntrant *self = data;

  g_clear_pointer (&self->total, xr_rational_free);
  g_free (self);
}

XrEntrants *
xr_entrants_new (const XrEvidence *evidence, int post)
{
  const GArray *applications = evidence->contest->applications;
  XrEntrants *self = g_new0 (XrEntrants, 1);

  self->evidence = evidence;
  self->post = post;
  self->entrants = g_ptr_array_new_with_free_func (free_entrant);
  for (guint i = 0; i < applications->len; i++)
    if (g_array_index (applications, XrApplication, i).post == post)
      g_ptr_array_add (self->entrants, create_entrant (evidence->contest, (int) i));
  return self;
}

void
xr_entrants_free (XrEntrants *self)
{
  g_ptr_array_unref (self->entrants);
  g_free (self);
}

const XrPlan *
xr_entrants_get_plan (const XrEntrants *self)
{
  return self->evidence->contest->plan;
}

const XrPost *
xr_entrants_get_post (const XrEntrants *self)
{
  return g_ptr_array_index (xr_entrants_get_plan (self)->posts, self->post);
}

gboolean
xr_entrant_get_value (const XrEntrant *self, int component, XrDecimal *value)
{
  const XrComponentResult *result = &self->standing->components[component];

  if (result->has_value && value != NULL)
    *value = result->value;
  return result->has_value;
}

gboolean
xr_entrant_is_active (const XrEntrant *self)
{
  return self->standing->state == XR_STATE_ACTIVE;
}

static void
score_entrant (XrEntrants *self, XrEntrant *entrant, int component_index)
{
  const XrComponent *component = xr_evidence_get_component (self->evidence, component_index);
  XrComponentResult *result = &entrant->standing->components[component_index];
  g_autoptr (XrRational) score = NULL;
  XrProblem problem = { 0 };

  if (entrant->standing->state == XR_STATE_CUT)
    {
      result->missing = XR_MISSING_CUT;
      return;
    }
  score = xr_component_kind_work_out (self->evidence, component_index,
                                      entrant->standing->application, &problem);
  result->missing = problem.missing;
  result->detail = problem.detail;
  if (score == NULL)
    return;
  result->has_value = TRUE;
  result->value = xr_rational_round (score, component->places, component->rounding);
}

void
xr_entrants_score_component (XrEntrants *self, int component)
{
  for (guint i = 0; i < self->entrants->len; i++)
    score_entrant (self, g_ptr_array_index (self->entrants, i), component);
}
