/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds cases for the tests of the rules, and reads results back as text. */

#include "config.h"

#include "contest.h"

XrDecimal
test_decimal (const char *text)
{
  XrDecimal value;
  g_autoptr (GError) error = NULL;
  gboolean parsed = xr_decimal_parse (text, &value, &error);

  g_assert_no_error (error);
  g_assert_true (parsed);
  return value;
}

XrCase *
test_case_new (guint vacancies, guint n)
{
  XrPlan *plan = xr_plan_new ();
  XrCase *contest = xr_case_new (plan);

  g_ptr_array_add (plan->posts, xr_post_new ("岗位", vacancies));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%02u", i + 1);
      XrApplication application = { .candidate = (int) i };

      g_ptr_array_add (contest->candidates, xr_candidate_new (number, number));
      g_array_append_val (contest->applications, application);
    }
  return contest;
}

XrComponent *
test_add_component (XrCase *contest, const char *name, XrMethod method, const char *weight)
{
  XrComponent *component = xr_component_new (name, method, test_decimal (weight));

  g_ptr_array_add (contest->plan->components, component);
  return component;
}

void
test_add_dimension (XrComponent *component, const char *name, const char *weight,
                    const char *full_mark)
{
  XrDimension *dimension = xr_dimension_new (name);

  if (weight != NULL)
    dimension->weight = test_decimal (weight);
  if (full_mark != NULL)
    dimension->full_mark = test_decimal (full_mark);
  g_ptr_array_add (component->dimensions, dimension);
}

void
test_add_grade (XrComponent *component, const char *name, const char *points)
{
  g_ptr_array_add (component->grades, xr_grade_new (name, test_decimal (points)));
}

void
test_add_place (XrComponent *component, guint place, const char *points)
{
  g_ptr_array_add (component->place_points, xr_place_points_new (place, test_decimal (points)));
}

XrGroup *
test_add_group (XrComponent *component, const char *name, const char *weight)
{
  XrGroup *group = xr_group_new (name);

  if (weight != NULL)
    {
      group->has_weight = TRUE;
      group->weight = test_decimal (weight);
    }
  g_ptr_array_add (component->groups, group);
  return group;
}

int
test_add_judge (XrCase *contest, int component, const char *panel, const char *name)
{
  g_ptr_array_add (contest->judges, xr_judge_new (component, 0, panel, name));
  return (int) contest->judges->len - 1;
}

void
test_score (XrCase *contest, int judge, int application, int dimension, const char *value)
{
  XrScore score = { .judge = judge, .application = application, .dimension = dimension };

  score.recused = value == NULL;
  if (value != NULL)
    score.value = test_decimal (value);
  g_array_append_val (contest->scores, score);
}

void
test_direct (XrCase *contest, int component, int candidate, int dimension, const char *value)
{
  XrDirectScore score = { 0, component, candidate, dimension, test_decimal (value) };

  g_array_append_val (contest->direct_scores, score);
}

void
test_vote (XrCase *contest, int component, int group, int candidate, gint64 yes, gint64 no,
           gint64 abstain)
{
  XrVote vote = { 0, component, group, candidate, yes, no, abstain };

  g_array_append_val (contest->votes, vote);
}

void
test_tally (XrCase *contest, int component, int group, int candidate, int dimension,
            const char *points, gint64 votes)
{
  XrTally tally = { 0, component, group, candidate, dimension, test_decimal (points), votes };

  g_array_append_val (contest->tallies, tally);
}

void
test_ranked_base (XrCase *contest, int component, int group, gint64 ballots)
{
  XrRankedBase base = { component, 0, group, ballots };

  g_array_append_val (contest->ranked_bases, base);
}

void
test_ranked_sum (XrCase *contest, int component, int group, int application, guint place,
                 gint64 count)
{
  XrRankedSum sum = { component, group, application, place, count };

  g_array_append_val (contest->ranked_sums, sum);
}

void
test_tie_breaker (XrCase *contest, const char *name)
{
  g_ptr_array_add (contest->plan->settings.tie_breakers, g_strdup (name));
}

const XrStanding *
test_find_standing (const XrResult *result, int application)
{
  const XrPostResult *post = g_ptr_array_index (result->posts, 0);

  for (guint i = 0; i < post->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (post->standings, i);

      if (standing->application == application)
        return standing;
    }
  g_assert_not_reached ();
}

static char *
format_value (gboolean has_value, XrDecimal value, guint places)
{
  return has_value ? xr_decimal_format (value, places) : NULL;
}

void
test_assert_component (const XrResult *result, const XrCase *contest, int application,
                       int component, const char *expected)
{
  const XrComponent *plan = g_ptr_array_index (contest->plan->components, component);
  const XrComponentResult *found = &test_find_standing (result, application)->components[component];
  g_autofree char *text = format_value (found->has_value, found->value, plan->places);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (found->missing == XR_MISSING_NOTHING, ==, found->has_value);
}

void
test_assert_total (const XrResult *result, const XrCase *contest, int application,
                   const char *expected)
{
  const XrStanding *standing = test_find_standing (result, application);
  g_autofree char *text = format_value (standing->has_total, standing->total,
                                        contest->plan->settings.total_places);

  g_assert_cmpstr (text, ==, expected);
}

static void
describe_standing (GString *text, const XrStanding *standing, const XrCase *contest)
{
  const XrCandidate *candidate = g_ptr_array_index (contest->candidates, standing->candidate);

  g_string_append_printf (text, "%s state %d rank %d%s%s decided %d total %" G_GINT64_FORMAT ":",
                          candidate->number, standing->state, standing->rank,
                          standing->tied ? " tied" : "", standing->shortlisted ? " in" : "",
                          standing->decided_by,
                          standing->has_total ? standing->total.units : G_GINT64_CONSTANT (-1));
  for (guint i = 0; i < contest->plan->components->len; i++)
    g_string_append_printf (text, " %" G_GINT64_FORMAT,
                            standing->components[i].has_value ? standing->components[i].value.units
                                                              : G_GINT64_CONSTANT (-1));
  g_string_append_c (text, '\n');
}

char *
test_describe (const XrResult *result, const XrCase *contest)
{
  GString *text = g_string_new (result->complete ? "complete\n" : "open\n");

  for (guint i = 0; i < result->posts->len; i++)
    {
      const XrPostResult *post = g_ptr_array_index (result->posts, i);

      g_string_append_printf (text, "post %d size %u%s\n", post->post, post->shortlist_size,
                              post->cutoff_tie ? " tie" : "");
      for (guint j = 0; j < post->standings->len; j++)
        describe_standing (text, g_ptr_array_index (post->standings, j), contest);
    }
  return g_string_free (text, FALSE);
}

void
test_expect (const XrCase *contest, int application, int component, const char *expected)
{
  g_autoptr (XrResult) result = xr_result_compute (contest);

  test_assert_component (result, contest, application, component, expected);
}

void
test_expect_missing (const XrCase *contest, int application, int component, XrMissing missing)
{
  g_autoptr (XrResult) result = xr_result_compute (contest);
  const XrComponentResult *found = &test_find_standing (result, application)->components[component];

  g_assert_false (found->has_value);
  g_assert_cmpint (found->missing, ==, missing);
}
