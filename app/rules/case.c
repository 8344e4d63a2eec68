/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The case of a round as values: making and freeing it, and the order of candidate numbers. */

#include "rules/case.h"

#include <string.h>

#include "core/text.h"

static void
free_candidate (gpointer data)
{
  xr_candidate_free (data);
}

static void
free_judge (gpointer data)
{
  xr_judge_free (data);
}

XrCase *
xr_case_new (XrPlan *plan)
{
  XrCase *self = g_new0 (XrCase, 1);

  self->n_refs = 1;
  self->plan = plan;
  self->candidates = g_ptr_array_new_with_free_func (free_candidate);
  self->applications = g_array_new (FALSE, TRUE, sizeof (XrApplication));
  self->judges = g_ptr_array_new_with_free_func (free_judge);
  self->scores = g_array_new (FALSE, TRUE, sizeof (XrScore));
  self->tallies = g_array_new (FALSE, TRUE, sizeof (XrTally));
  self->votes = g_array_new (FALSE, TRUE, sizeof (XrVote));
  self->direct_scores = g_array_new (FALSE, TRUE, sizeof (XrDirectScore));
  self->graded_sums = g_array_new (FALSE, TRUE, sizeof (XrGradedSum));
  self->ranked_sums = g_array_new (FALSE, TRUE, sizeof (XrRankedSum));
  self->ranked_bases = g_array_new (FALSE, TRUE, sizeof (XrRankedBase));
  return self;
}

XrCase *
xr_case_ref (XrCase *self)
{
  g_atomic_int_inc (&self->n_refs);
  return self;
}

void
xr_case_free (XrCase *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->n_refs))
    return;
  xr_plan_free (self->plan);
  g_ptr_array_unref (self->candidates);
  g_array_unref (self->applications);
  g_ptr_array_unref (self->judges);
  g_array_unref (self->scores);
  g_array_unref (self->tallies);
  g_array_unref (self->votes);
  g_array_unref (self->direct_scores);
  g_array_unref (self->graded_sums);
  g_array_unref (self->ranked_sums);
  g_array_unref (self->ranked_bases);
  g_free (self);
}

XrCandidate *
xr_candidate_new (const char *number, const char *name)
{
  XrCandidate *candidate = g_new0 (XrCandidate, 1);

  candidate->number = g_strdup (number);
  candidate->name = g_strdup (name);
  return candidate;
}

void
xr_candidate_free (XrCandidate *candidate)
{
  if (candidate == NULL)
    return;
  g_free (candidate->number);
  g_free (candidate->name);
  g_free (candidate->id_number);
  g_free (candidate->sex);
  g_free (candidate->nation);
  g_free (candidate->party);
  g_free (candidate->education);
  g_free (candidate->degree);
  g_free (candidate->school);
  g_free (candidate->major);
  g_free (candidate->unit);
  g_free (candidate->position);
  g_free (candidate->rank);
  g_free (candidate->staffing);
  g_free (candidate->appraisals);
  g_free (candidate->phone);
  g_free (candidate->note);
  g_free (candidate);
}

XrJudge *
xr_judge_new (int component, int post, const char *panel, const char *name)
{
  XrJudge *judge = g_new0 (XrJudge, 1);

  judge->component = component;
  judge->post = post;
  judge->panel = g_strdup (panel);
  judge->name = g_strdup (name);
  return judge;
}

void
xr_judge_free (XrJudge *judge)
{
  if (judge == NULL)
    return;
  g_free (judge->panel);
  g_free (judge->name);
  g_free (judge);
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/* Digits of any length: the longer number is the larger one once leading zeros are gone. */
static int
compare_digits (const char *a, const char *b)
{
  const char *left = a + strspn (a, "0");
  const char *right = b + strspn (b, "0");
  gsize left_length = strlen (left);
  gsize right_length = strlen (right);

  if (left_length != right_length)
    return left_length < right_length ? -1 : 1;
  return strcmp (left, right);
}

int
xr_candidate_number_compare (const char *a, const char *b)
{
  g_autofree char *left = xr_text_clean (a);
  g_autofree char *right = xr_text_clean (b);
  gboolean left_digits = is_digits (left);
  gboolean right_digits = is_digits (right);

  if (left_digits && right_digits)
    return compare_digits (left, right);
  if (left_digits != right_digits)
    return left_digits ? -1 : 1;
  return strcmp (left, right);
}
