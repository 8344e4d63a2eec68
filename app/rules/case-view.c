/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a case down to some applications of a post, with or without one of the judges. It only copies
 * evidence; what comes out is worked out by the rules like any other case. */

#include "config.h"

#include "rules/case-view.h"

/* Where things of the whole case stand in the view, −1 for what is left out. */
typedef struct
{
  const XrCase *whole;
  int *applications, *judges, *candidates;
} Places;

static void
copy_scores (XrCaseView *self, const Places *places)
{
  for (guint i = 0; i < places->whole->scores->len; i++)
    {
      XrScore score = g_array_index (places->whole->scores, XrScore, i);

      score.application = places->applications[score.application];
      score.judge = places->judges[score.judge];
      if (score.application < 0 || score.judge < 0)
        continue;
      g_array_append_val (self->contest.scores, score);
      g_array_append_val (self->scores, i);
    }
}

/* Copies the rows of an array of @Type that are about candidates who are kept. */
#define COPY_ROWS(Type, array)                                                                     \
  for (guint i = 0; i < places->whole->array->len; i++)                                            \
    {                                                                                              \
      Type row = g_array_index (places->whole->array, Type, i);                                    \
                                                                                                   \
      row.candidate = places->candidates[row.candidate];                                           \
      if (row.candidate >= 0)                                                                      \
        g_array_append_val (self->contest.array, row);                                             \
    }

static void
copy_candidate_rows (XrCaseView *self, const Places *places)
{
  COPY_ROWS (XrTally, tallies)
  COPY_ROWS (XrVote, votes)
  COPY_ROWS (XrDirectScore, direct_scores)
  COPY_ROWS (XrGradedSum, graded_sums)
}

static void
copy_ranked_sums (XrCaseView *self, const Places *places)
{
  for (guint i = 0; i < places->whole->ranked_sums->len; i++)
    {
      XrRankedSum sum = g_array_index (places->whole->ranked_sums, XrRankedSum, i);

      sum.application = places->applications[sum.application];
      if (sum.application >= 0)
        g_array_append_val (self->contest.ranked_sums, sum);
    }
}

/* Where a candidate stands in the view, who is added when he is first asked for. */
static int
place_candidate (XrCaseView *self, Places *places, int candidate)
{
  if (places->candidates[candidate] < 0)
    {
      places->candidates[candidate] = (int) self->contest.candidates->len;
      g_ptr_array_add (self->contest.candidates,
                       g_ptr_array_index (places->whole->candidates, candidate));
    }
  return places->candidates[candidate];
}

static void
copy_applications (XrCaseView *self, Places *places, const int *applications, guint n)
{
  for (guint i = 0; i < places->whole->applications->len; i++)
    places->applications[i] = -1;
  for (guint i = 0; i < places->whole->candidates->len; i++)
    places->candidates[i] = -1;
  for (guint i = 0; i < n; i++)
    {
      XrApplication row = g_array_index (places->whole->applications, XrApplication,
                                         applications[i]);

      places->applications[applications[i]] = (int) i;
      row.candidate = place_candidate (self, places, row.candidate);
      g_array_append_val (self->contest.applications, row);
      g_array_append_val (self->applications, applications[i]);
    }
}

static void
copy_judges (XrCaseView *self, Places *places, int without)
{
  for (int i = 0; i < (int) places->whole->judges->len; i++)
    {
      places->judges[i] = i == without ? -1 : (int) self->contest.judges->len;
      if (i != without)
        g_ptr_array_add (self->contest.judges, g_ptr_array_index (places->whole->judges, i));
    }
}

static void
make_arrays (XrCaseView *self, const XrCase *contest)
{
  XrCase *view = &self->contest;

  view->plan = contest->plan;
  view->candidates = g_ptr_array_new ();
  view->judges = g_ptr_array_new ();
  view->applications = g_array_new (FALSE, TRUE, sizeof (XrApplication));
  view->scores = g_array_new (FALSE, TRUE, sizeof (XrScore));
  view->tallies = g_array_new (FALSE, TRUE, sizeof (XrTally));
  view->votes = g_array_new (FALSE, TRUE, sizeof (XrVote));
  view->direct_scores = g_array_new (FALSE, TRUE, sizeof (XrDirectScore));
  view->graded_sums = g_array_new (FALSE, TRUE, sizeof (XrGradedSum));
  view->ranked_sums = g_array_new (FALSE, TRUE, sizeof (XrRankedSum));
  view->ranked_bases = g_array_new (FALSE, TRUE, sizeof (XrRankedBase));
  g_array_append_vals (view->ranked_bases, contest->ranked_bases->data, contest->ranked_bases->len);
  self->applications = g_array_new (FALSE, FALSE, sizeof (int));
  self->scores = g_array_new (FALSE, FALSE, sizeof (guint));
}

XrCaseView *
xr_case_view_new (const XrCase *contest, const int *applications, guint n, int without_judge)
{
  XrCaseView *self = g_new0 (XrCaseView, 1);
  Places places = { .whole = contest,
                    .applications = g_new (int, MAX (contest->applications->len, 1)),
                    .judges = g_new (int, MAX (contest->judges->len, 1)),
                    .candidates = g_new (int, MAX (contest->candidates->len, 1)) };

  make_arrays (self, contest);
  copy_applications (self, &places, applications, n);
  copy_judges (self, &places, without_judge);
  copy_scores (self, &places);
  copy_candidate_rows (self, &places);
  copy_ranked_sums (self, &places);
  g_free (places.applications);
  g_free (places.judges);
  g_free (places.candidates);
  return self;
}

void
xr_case_view_free (XrCaseView *self)
{
  g_ptr_array_unref (self->contest.candidates);
  g_ptr_array_unref (self->contest.judges);
  g_array_unref (self->contest.applications);
  g_array_unref (self->contest.scores);
  g_array_unref (self->contest.tallies);
  g_array_unref (self->contest.votes);
  g_array_unref (self->contest.direct_scores);
  g_array_unref (self->contest.graded_sums);
  g_array_unref (self->contest.ranked_sums);
  g_array_unref (self->contest.ranked_bases);
  g_array_unref (self->applications);
  g_array_unref (self->scores);
  g_free (self);
}

GArray *
xr_case_view_list_post (const XrCase *contest, int post)
{
  GArray *applications = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < (int) contest->applications->len; i++)
    if (g_array_index (contest->applications, XrApplication, i).post == post)
      g_array_append_val (applications, i);
  return applications;
}
