/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a procedure and how far they are as a whole. No widgets. */
#include "config.h"

#include "widgets/step.h"

XrStageStep *
xr_stage_step_new (XrMark mark, const char *title, char *detail, const char *place)
{
  XrStageStep *step = g_new0 (XrStageStep, 1);

  step->mark = mark;
  step->title = g_strdup (title);
  step->detail = detail != NULL ? detail : g_strdup ("");
  step->place = g_strdup (place);
  return step;
}

void
xr_stage_step_free (XrStageStep *step)
{
  g_free (step->title);
  g_free (step->detail);
  g_free (step->place);
  g_free (step);
}

GPtrArray *
xr_steps_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) xr_stage_step_free);
}

static XrMark
get_mark (GPtrArray *steps, guint i)
{
  return ((XrStageStep *) g_ptr_array_index (steps, i))->mark;
}

void
xr_steps_mark_next (GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      XrStageStep *step = g_ptr_array_index (steps, i);
      if (step->mark == XR_MARK_NOW)
        return;
      if (step->mark == XR_MARK_TO_COME)
        {
          step->mark = XR_MARK_NOW;
          return;
        }
    }
}

static guint
count_mark (GPtrArray *steps, XrMark mark)
{
  guint n = 0;

  for (guint i = 0; i < steps->len; i++)
    n += get_mark (steps, i) == mark ? 1 : 0;
  return n;
}

guint
xr_steps_count_done (GPtrArray *steps)
{
  return count_mark (steps, XR_MARK_DONE) + count_mark (steps, XR_MARK_SKIPPED);
}

XrMark
xr_steps_sum_up (GPtrArray *steps)
{
  if (count_mark (steps, XR_MARK_BLOCKED) > 0)
    return XR_MARK_BLOCKED;
  if (count_mark (steps, XR_MARK_ATTENTION) > 0)
    return XR_MARK_ATTENTION;
  if (xr_steps_count_done (steps) == steps->len)
    return XR_MARK_DONE;
  return count_mark (steps, XR_MARK_DONE) > 0 ? XR_MARK_NOW : XR_MARK_TO_COME;
}
