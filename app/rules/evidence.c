/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the evidence of a candidate: each array of a case is sorted once by component and subject
 * with a counting sort, which keeps the order of the rows. It judges nothing. */

#include "config.h"

#include "rules/evidence.h"

/* Says which component and subject row @row of an array belongs to. */
typedef void (*LocateRow) (const XrCase *contest, guint row, int *component, int *subject);

static void
locate_judge (const XrCase *contest, guint row, int *component, int *subject)
{
  const XrJudge *judge = g_ptr_array_index (contest->judges, row);

  *component = judge->component;
  *subject = judge->post;
}

static void
locate_score (const XrCase *contest, guint row, int *component, int *subject)
{
  const XrScore *score = &g_array_index (contest->scores, XrScore, row);
  const XrJudge *judge = g_ptr_array_index (contest->judges, score->judge);

  *component = judge->component;
  *subject = score->application;
}

static void
locate_tally (const XrCase *contest, guint row, int *component, int *subject)
{
  const XrTally *tally = &g_array_index (contest->tallies, XrTally, row);

  *component = tally->component;
  *subject = tally->candidate;
}

static void
locate_vote (const XrCase *contest, guint row, int *component, int *subject)
{
  const XrVote *vote = &g_array_index (contest->votes, XrVote, row);

  *component = vote->component;
  *subject = vote->candidate;
}

static void
locate_direct_score (const XrCase *contest, guint row, int *component, int *subject)
{
  const XrDirectScore *score = &g_array_index (contest->direct_scores, XrDirectScore, row);

  *component = score->component;
  *subject = score->candidate;
}

static void
locate_graded_sum (const XrCase *contest, guint row, int *component, int *subject)
{
  const XrGradedSum *sum = &g_array_index (contest->graded_sums, XrGradedSum, row);

  *component = sum->component;
  *subject = sum->candidate;
}

static void
locate_ranked_sum (const XrCase *contest, guint row, int *component, int *subject)
{
  const XrRankedSum *sum = &g_array_index (contest->ranked_sums, XrRankedSum, row);

  *component = sum->component;
  *subject = sum->application;
}

static void
locate_ranked_base (const XrCase *contest, guint row, int *component, int *subject)
{
  const XrRankedBase *base = &g_array_index (contest->ranked_bases, XrRankedBase, row);

  *component = base->component;
  *subject = base->post;
}

static gsize
find_slot (const XrCase *contest, LocateRow locate, guint row, guint n_subjects)
{
  int component, subject;

  locate (contest, row, &component, &subject);
  g_assert (component >= 0 && (guint) component < contest->plan->components->len);
  g_assert (subject >= 0 && (guint) subject < n_subjects);
  return (gsize) component * n_subjects + (gsize) subject;
}

static void
build_index (XrIndex *index, const XrCase *contest, guint n_rows, guint n_subjects,
             LocateRow locate)
{
  gsize n_slots = (gsize) contest->plan->components->len * n_subjects;
  g_autofree guint *next = NULL;

  index->n_subjects = n_subjects;
  index->offsets = g_new0 (guint, n_slots + 1);
  index->rows = g_new (guint, n_rows);
  for (guint row = 0; row < n_rows; row++)
    index->offsets[find_slot (contest, locate, row, n_subjects) + 1]++;
  for (gsize slot = 0; slot < n_slots; slot++)
    index->offsets[slot + 1] += index->offsets[slot];

  next = g_memdup2 (index->offsets, (n_slots + 1) * sizeof (guint));
  for (guint row = 0; row < n_rows; row++)
    index->rows[next[find_slot (contest, locate, row, n_subjects)]++] = row;
}

static void
clear_index (XrIndex *index)
{
  g_free (index->offsets);
  g_free (index->rows);
}

XrEvidence *
xr_evidence_new (const XrCase *contest)
{
  XrEvidence *self = g_new0 (XrEvidence, 1);
  guint posts = contest->plan->posts->len;
  guint candidates = contest->candidates->len;
  guint applications = contest->applications->len;

  self->contest = contest;
  build_index (&self->judges, contest, contest->judges->len, posts, locate_judge);
  build_index (&self->scores, contest, contest->scores->len, applications, locate_score);
  build_index (&self->tallies, contest, contest->tallies->len, candidates, locate_tally);
  build_index (&self->votes, contest, contest->votes->len, candidates, locate_vote);
  build_index (&self->direct_scores, contest, contest->direct_scores->len, candidates,
               locate_direct_score);
  build_index (&self->graded_sums, contest, contest->graded_sums->len, candidates,
               locate_graded_sum);
  build_index (&self->ranked_sums, contest, contest->ranked_sums->len, applications,
               locate_ranked_sum);
  build_index (&self->ranked_bases, contest, contest->ranked_bases->len, posts, locate_ranked_base);
  return self;
}

void
xr_evidence_free (XrEvidence *self)
{
  clear_index (&self->judges);
  clear_index (&self->scores);
  clear_index (&self->tallies);
  clear_index (&self->votes);
  clear_index (&self->direct_scores);
  clear_index (&self->graded_sums);
  clear_index (&self->ranked_sums);
  clear_index (&self->ranked_bases);
  g_free (self);
}

const guint *
xr_index_lookup (const XrIndex *index, int component, int subject, guint *n_rows)
{
  gsize slot = (gsize) component * index->n_subjects + (gsize) subject;

  *n_rows = index->offsets[slot + 1] - index->offsets[slot];
  return index->rows + index->offsets[slot];
}

const XrComponent *
xr_evidence_get_component (const XrEvidence *self, int component)
{
  return g_ptr_array_index (self->contest->plan->components, component);
}

const XrApplication *
xr_evidence_get_application (const XrEvidence *self, int application)
{
  return &g_array_index (self->contest->applications, XrApplication, application);
}
