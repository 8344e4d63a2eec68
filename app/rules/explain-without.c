/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result of a post without one judge or one ballot: a smaller case that never had it, worked out like
 * any other. A ballot that is left out stands in it as one ballot less with what it said. */

#include "config.h"

#include "rules/case-view.h"
#include "rules/explain-ballot.h"

static void
compare_standing (XrWithout *self, const XrPostResult *post, guint position,
                  const XrStanding *after)
{
  const XrStanding *before = g_ptr_array_index (post->standings, position);

  self->ranks[position] = after->rank;
  self->shortlisted[position] = after->shortlisted;
  self->known = self->known && (before->rank == 0 || after->rank > 0 || after->cut_by >= 0);
  self->n_moved += before->rank > 0 && before->rank != after->rank;
  self->list_changes = self->list_changes || before->shortlisted != after->shortlisted;
}

/* The view lists the applications in the order of the standings. */
static XrCaseView *
view_post (const XrCase *contest, const XrPostResult *post, int without_judge)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < post->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (post->standings, i);

      g_array_append_val (all, standing->application);
    }
  return xr_case_view_new (contest, (const int *) all->data, all->len, without_judge);
}

static XrWithout *
work_out (const XrCaseView *view, const XrPostResult *post)
{
  g_autoptr (XrResult) result = xr_result_compute (&view->contest);
  const XrPostResult *after = g_ptr_array_index (result->posts, post->post);
  XrWithout *self = g_new0 (XrWithout, 1);

  self->known = TRUE;
  self->n_people = post->standings->len;
  self->ranks = g_new0 (int, MAX (self->n_people, 1));
  self->shortlisted = g_new0 (gboolean, MAX (self->n_people, 1));
  for (guint i = 0; i < after->standings->len; i++)
    {
      const XrStanding *standing = g_ptr_array_index (after->standings, i);

      compare_standing (self, post, (guint) standing->application, standing);
    }
  return self;
}

XrWithout *
xr_explain_without_judge (const XrCase *contest, const XrPostResult *post, int judge)
{
  g_autoptr (XrCaseView) view = view_post (contest, post, judge);

  return work_out (view, post);
}

void
xr_without_free (XrWithout *self)
{
  g_free (self->ranks);
  g_free (self->shortlisted);
  g_free (self);
}

/* ---- without one ballot */

/* One ballot less for a person, with what it said of him. */
static void
take_marks (XrCase *view, const XrComponent *component, int candidate, const XrBallotSheet *sheet,
            const XrGradedSum *frame, const gint64 *marks)
{
  XrGradedSum sum = *frame;

  sum.candidate = candidate;
  sum.group = sheet->group;
  for (guint i = 0; i < component->dimensions->len; i++)
    {
      gint64 weight = ((XrDimension *) g_ptr_array_index (component->dimensions, i))->weight.units;

      if (marks[i] < 0)
        continue;
      sum.weight += weight;
      sum.points -= weight * marks[i];
    }
  /* A ballot that abstains on everything does not count for the person. */
  if (sum.weight > 0)
    g_array_append_val (view->graded_sums, sum);
}

static void
take_graded (XrCaseView *view, const XrCase *contest, int component, const XrBallotSheet *sheet)
{
  const XrComponent *plan = g_ptr_array_index (contest->plan->components, component);
  const XrGradedSum frame = { .component = component, .count = -1 };
  g_autofree gboolean *taken = g_new0 (gboolean, MAX (view->contest.candidates->len, 1));

  for (guint i = 0; i < view->contest.applications->len; i++)
    {
      int candidate = g_array_index (view->contest.applications, XrApplication, i).candidate;
      int application = g_array_index (view->applications, int, i);
      int whole = g_array_index (contest->applications, XrApplication, application).candidate;

      if (!taken[candidate])
        take_marks (&view->contest, plan, candidate, sheet, &frame,
                    sheet->values + (gsize) whole * plan->dimensions->len);
      taken[candidate] = TRUE;
    }
}

static void
take_ranked (XrCaseView *view, int post, int component, const XrBallotSheet *sheet)
{
  XrRankedBase base = { component, post, sheet->group, -1 };

  for (guint i = 0; i < view->contest.applications->len; i++)
    for (guint place = 0; place < sheet->n; place++)
      {
        XrRankedSum sum = { component, sheet->group, (int) i, place + 1, -1 };

        if (sheet->values[place] == g_array_index (view->applications, int, i))
          g_array_append_val (view->contest.ranked_sums, sum);
      }
  g_array_append_val (view->contest.ranked_bases, base);
}

XrWithout *
xr_explain_without_ballot (const XrCase *contest, const XrPostResult *post, int component,
                           const XrBallotSheet *sheet)
{
  const XrComponent *plan = g_ptr_array_index (contest->plan->components, component);
  g_autoptr (XrCaseView) view = view_post (contest, post, -1);

  if (plan->method == XR_METHOD_GRADED_BALLOT)
    take_graded (view, contest, component, sheet);
  else
    take_ranked (view, post->post, component, sheet);
  return work_out (view, post);
}
