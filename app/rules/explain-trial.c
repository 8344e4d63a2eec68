/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works two neighbours out anew, with all who can move them. What is changed on the way, and put back,
 * is the business of those who search. */

#include "config.h"

#include "rules/explain-trial.h"

static const XrComponent *
get_component (const XrPlan *plan, guint component)
{
  return g_ptr_array_index (plan->components, component);
}

/* Whether a score of one candidate can move another's result. */
static gboolean
is_coupled (const XrPlan *plan)
{
  for (guint i = 0; i < plan->components->len; i++)
    if (get_component (plan, i)->has_cut_ratio || get_component (plan, i)->panel_correction)
      return TRUE;
  return FALSE;
}

static int
find_application (const XrCaseView *view, int application)
{
  for (int i = 0; i < (int) view->applications->len; i++)
    if (g_array_index (view->applications, int, i) == application)
      return i;
  g_assert_not_reached ();
}

XrTrial *
xr_trial_new (const XrCase *contest, int upper, int lower, guint budget)
{
  const int pair[] = { upper, lower };
  XrTrial *self = g_new0 (XrTrial, 1);

  self->post = g_array_index (contest->applications, XrApplication, upper).post;
  self->whole = is_coupled (contest->plan);
  self->budget = budget;
  if (self->whole)
    {
      g_autoptr (GArray) all = xr_case_view_list_post (contest, self->post);

      self->view = xr_case_view_new (contest, (const int *) all->data, all->len, -1);
    }
  else
    self->view = xr_case_view_new (contest, pair, G_N_ELEMENTS (pair), -1);
  self->upper = find_application (self->view, upper);
  self->lower = find_application (self->view, lower);
  return self;
}

void
xr_trial_free (XrTrial *self)
{
  xr_case_view_free (self->view);
  g_free (self);
}

static int
find_rank (const XrPostResult *post, int application)
{
  for (guint i = 0; i < post->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (post->standings, i);

      if (standing->application == application)
        return standing->rank;
    }
  g_assert_not_reached ();
}

gboolean
xr_trial_swaps (XrTrial *self)
{
  g_autoptr (XrResult) result = xr_result_compute (&self->view->contest);
  const XrPostResult *post = g_ptr_array_index (result->posts, self->post);
  int upper = find_rank (post, self->upper);
  int lower = find_rank (post, self->lower);

  self->spent += self->view->applications->len;
  return lower > 0 && (upper == 0 || lower < upper);
}

gboolean
xr_trial_is_spent (const XrTrial *self)
{
  return self->budget > 0 && self->spent >= self->budget;
}

gboolean
xr_trial_is_monotone (const XrTrial *self, int component)
{
  const XrPlan *plan = self->view->contest.plan;
  const XrComponent *changed = get_component (plan, (guint) component);
  gboolean gate = changed->has_cut_ratio || changed->has_pass_line || changed->over_threshold;

  for (guint i = (guint) component + 1; i < plan->components->len; i++)
    {
      const XrComponent *later = get_component (plan, i);

      if ((gate && later->panel_correction) || (changed->has_cut_ratio && later->has_cut_ratio))
        return FALSE;
    }
  return TRUE;
}
