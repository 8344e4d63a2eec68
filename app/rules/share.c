/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 票数比例: yes × 100 over the denominator that the plan names (INTERCHANGE 3, 4), and the comparison
 * with 推荐门槛, which is made on the votes themselves and never through a rounded per cent. */

#include "config.h"

#include "rules/component-kind.h"

/* Yes votes and what they are divided by. */
typedef struct
{
  gint64 yes, base;
} Share;

static const XrVote *
find_vote (const XrEvidence *evidence, int component, int candidate, int group)
{
  guint n_rows;
  const guint *rows = xr_index_lookup (&evidence->votes, component, candidate, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const XrVote *vote = &g_array_index (evidence->contest->votes, XrVote, rows[i]);

      if (vote->group == group)
        return vote;
    }
  return NULL;
}

/* FALSE when the group's count is not there. */
static gboolean
find_base (const XrVote *vote, const XrGroup *group, XrVoteBase kind, gint64 *base)
{
  switch (kind)
    {
    case XR_VOTE_BASE_VALID:
      *base = vote->yes + vote->no + vote->abstain;
      return TRUE;
    case XR_VOTE_BASE_FOR_AND_AGAINST:
      *base = vote->yes + vote->no;
      return TRUE;
    case XR_VOTE_BASE_PRESENT:
      *base = group != NULL ? group->present : XR_COUNT_NONE;
      return *base != XR_COUNT_NONE;
    case XR_VOTE_BASE_DUE:
      *base = group != NULL ? group->due : XR_COUNT_NONE;
      return *base != XR_COUNT_NONE;
    default:
      g_assert_not_reached ();
    }
}

/* The votes of one group (XR_GROUP_NONE: of a component without groups). */
static gboolean
add_group (Share *share, const XrEvidence *evidence, int component_index, int candidate, int group,
           XrVoteBase kind, XrProblem *problem)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  const XrGroup *counts = group >= 0 ? g_ptr_array_index (component->groups, group) : NULL;
  const XrVote *vote = find_vote (evidence, component_index, candidate, group);
  const char *name = xr_group_get_name (component, group);
  gint64 base;

  if (vote == NULL)
    {
      xr_problem_set (problem, XR_MISSING_GROUP, name);
      return FALSE;
    }
  if (!find_base (vote, counts, kind, &base))
    {
      xr_problem_set (problem, XR_MISSING_DENOMINATOR, name);
      return FALSE;
    }
  share->yes += vote->yes;
  share->base += base;
  return TRUE;
}

/* The votes of one group or, for XR_GROUP_ALL, of all: a tally that nobody entered is not a tally of
 * nought, so every group must have one. */
static gboolean
add_groups (Share *share, const XrEvidence *evidence, int component_index, int candidate, int group,
            XrVoteBase kind, XrProblem *problem)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);

  if (group != XR_GROUP_ALL)
    return add_group (share, evidence, component_index, candidate, group, kind, problem);
  if (component->groups->len == 0)
    return add_group (share, evidence, component_index, candidate, XR_GROUP_NONE, kind, problem);
  for (guint i = 0; i < component->groups->len; i++)
    if (!add_group (share, evidence, component_index, candidate, (int) i, kind, problem))
      return FALSE;
  return TRUE;
}

static XrRational *
average_group (const XrEvidence *evidence, int component_index, int application, int group,
               gint64 *ballots, XrProblem *problem)
{
  const XrComponent *component = xr_evidence_get_component (evidence, component_index);
  int candidate = xr_evidence_get_application (evidence, application)->candidate;
  g_autoptr (XrRational) mean = NULL;
  Share share = { 0 };

  *ballots = 0;
  if (!add_groups (&share, evidence, component_index, candidate, group, component->vote_base,
                   problem))
    return NULL;
  if (share.base <= 0)
    return xr_problem_set (problem, XR_MISSING_GROUP, xr_group_get_name (component, group));
  *ballots = share.base;
  mean = xr_rational_new_fraction (share.yes, share.base);
  xr_rational_multiply_decimal (mean, XR_DECIMAL_INT (100));
  return g_steal_pointer (&mean);
}

static XrRational *
score_application (const XrEvidence *evidence, int component, int application, XrProblem *problem)
{
  int candidate = xr_evidence_get_application (evidence, application)->candidate;
  guint n_rows;

  xr_index_lookup (&evidence->votes, component, candidate, &n_rows);
  if (n_rows == 0)
    return xr_problem_set (problem, XR_MISSING_ENTRY, NULL);
  return xr_groups_combine (evidence, component, application, average_group, problem);
}

static gboolean
find_full (const XrComponent *component, XrDecimal *full)
{
  *full = XR_DECIMAL_INT (100);
  return TRUE;
}

/* 100 × votes > threshold × count, over all groups whatever 分组计算 says. */
static XrVerdict
compare_with_threshold (const XrEvidence *evidence, int component, int application)
{
  const XrSettings *settings = &evidence->contest->plan->settings;
  int candidate = xr_evidence_get_application (evidence, application)->candidate;
  g_autoptr (XrRational) votes = xr_rational_new ();
  g_autoptr (XrRational) limit = NULL;
  XrProblem problem = { 0 };
  Share share = { 0 };

  if (!settings->has_threshold)
    return XR_VERDICT_UNKNOWN;
  if (!add_groups (&share, evidence, component, candidate, XR_GROUP_ALL, settings->threshold_base,
                   &problem))
    {
      xr_problem_clear (&problem);
      return XR_VERDICT_UNKNOWN;
    }
  xr_rational_add_product (votes, 100, share.yes);
  limit = xr_rational_new_decimal (settings->threshold);
  xr_rational_multiply_fraction (limit, share.base, 1);
  return xr_rational_compare (votes, limit) > 0 ? XR_VERDICT_PASSED : XR_VERDICT_FAILED;
}

const XrComponentKind xr_kind_share = {
  .method = XR_METHOD_VOTE_SHARE,
  .score = score_application,
  .full = find_full,
  .over_threshold = compare_with_threshold,
  .group_mean = average_group,
};
