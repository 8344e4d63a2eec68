/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for the first gap in scores and ballots. It shows nothing and judges nothing: what is a gap is
 * said by the result and by the account. */
#include "config.h"

#include "stages/missing.h"

#include "round/ballots.h"
#include "round/keying.h"
#include "round/round.h"

/* The first component of @stage without a value in @standing, NULL when there is none. */
static const XrComponent *
find_gap (const XrPlan *plan, const XrStanding *standing, XrStage stage)
{
  for (guint i = 0; i < plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (plan->components, i);
      if (component->stage == (int) stage && !standing->components[i].has_value)
        return component;
    }
  return NULL;
}

gint64
xr_find_missing_score (XrOffice *office, gint64 round, XrStage stage, gint64 *post)
{
  const XrCase *contest = NULL;
  const XrResult *result = xr_round_get_result (office, round, &contest, NULL);

  for (guint i = 0; result != NULL && i < result->posts->len; i++)
    {
      const XrPostResult *of_post = g_ptr_array_index (result->posts, i);
      for (guint j = 0; j < of_post->standings->len; j++)
        {
          const XrStanding *standing = g_ptr_array_index (of_post->standings, j);
          const XrComponent *gap = standing->state == XR_STATE_ACTIVE
                                     ? find_gap (contest->plan, standing, stage)
                                     : NULL;
          if (gap == NULL)
            continue;
          *post = ((const XrPost *) g_ptr_array_index (contest->plan->posts, of_post->post))->id;
          return gap->id;
        }
    }
  return 0;
}

gint64
xr_find_unkeyed_group (XrOffice *office, gint64 component, gint64 post, gint64 otherwise)
{
  g_autoptr (GPtrArray) groups = xr_office_query (office, xr_table_find ("voter_group"),
                                                  "component_id", component);

  for (guint i = 0; i < groups->len; i++)
    {
      XrRow *group = g_ptr_array_index (groups, i);
      g_autoptr (GPtrArray) ballots = xr_ballot_list (office, component, post,
                                                      xr_row_get_id (group));
      if (xr_row_get_int (group, "valid") != (gint64) ballots->len)
        return xr_row_get_id (group);
    }
  return otherwise;
}

gint64
xr_find_unsettled_keying (XrOffice *office, GPtrArray *components)
{
  gint64 any = 0;

  for (guint i = 0; i < components->len; i++)
    {
      gint64 component = xr_row_get_id (g_ptr_array_index (components, i));
      g_autoptr (XrKeyingComparison) comparison = NULL;

      if (xr_component_keyed_twice (office, component) == XR_TWICE_NO)
        continue;
      comparison = xr_component_compare_keyings (office, component);
      if (comparison->missing->len + comparison->differences->len > 0)
        return component;
      any = any != 0 ? any : component;
    }
  return any;
}
