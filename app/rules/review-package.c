/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of review packages. No file and no clock. */

#include "config.h"

#include "rules/review-package.h"

const char *const xr_review_fact_names[XR_REVIEW_N_FACTS] = {
  "education", "degree", "school", "major", "rank", "rank_since", "staffing", "punished_until"
};

/* ---- values */

static void
person_free (XrReviewPerson *person)
{
  g_free (person->key);
  g_free (person->label);
  g_free (person->posts);
  for (guint i = 0; i < XR_REVIEW_N_FACTS; i++)
    g_free (person->facts[i]);
  xr_dossier_free (person->dossier);
  g_clear_pointer (&person->doubts, g_ptr_array_unref);
  g_free (person);
}

XrReviewPackage *
xr_review_package_new (void)
{
  XrReviewPackage *package = g_new0 (XrReviewPackage, 1);

  package->people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  return package;
}

void
xr_review_package_free (XrReviewPackage *package)
{
  g_free (package->token);
  g_free (package->unit);
  g_free (package->round_title);
  g_free (package->reader);
  g_free (package->position);
  g_free (package->age_date);
  g_ptr_array_unref (package->people);
  g_free (package);
}

XrReviewPerson *
xr_review_package_add (XrReviewPackage *package)
{
  XrReviewPerson *person = g_new0 (XrReviewPerson, 1);

  person->dossier = xr_dossier_new ();
  g_ptr_array_add (package->people, person);
  return person;
}

static void
opinion_free (XrReviewOpinion *opinion)
{
  g_free (opinion->key);
  g_free (opinion->opinion);
  g_free (opinion->conflict_reason);
  g_free (opinion);
}

XrReviewAnswer *
xr_review_answer_new (void)
{
  XrReviewAnswer *answer = g_new0 (XrReviewAnswer, 1);

  answer->opinions = g_ptr_array_new_with_free_func ((GDestroyNotify) opinion_free);
  return answer;
}

void
xr_review_answer_free (XrReviewAnswer *answer)
{
  g_free (answer->token);
  g_free (answer->digest);
  g_free (answer->round_title);
  g_free (answer->reader);
  g_ptr_array_unref (answer->opinions);
  g_free (answer);
}

XrReviewOpinion *
xr_review_answer_add (XrReviewAnswer *answer, const char *key)
{
  XrReviewOpinion *opinion = g_new0 (XrReviewOpinion, 1);

  opinion->key = g_strdup (key);
  g_ptr_array_add (answer->opinions, opinion);
  return opinion;
}
