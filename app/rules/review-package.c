/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of review packages, and what a blind reader may see of a dossier. No file and no clock. */

#include "config.h"

#include "rules/review-package.h"

#include <string.h>

#include "rules/form-date.h"

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

/* ---- blind */

#define STRUCK "××"

/* What a blind reader may see. A field that is not listed stays away: a new one must be thought about. */
static const XrDossierField seen_blind[] = {
  XR_DOSSIER_NATION,
  XR_DOSSIER_NATIVE_PLACE,
  XR_DOSSIER_BIRTH_PLACE,
  XR_DOSSIER_PARTY_SINCE,
  XR_DOSSIER_WORK_SINCE,
  XR_DOSSIER_HEALTH,
  XR_DOSSIER_TECHNICAL_POST,
  XR_DOSSIER_SPECIALITY,
  XR_DOSSIER_FULL_EDUCATION,
  XR_DOSSIER_FULL_DEGREE,
  XR_DOSSIER_FULL_EDUCATION_SCHOOL,
  XR_DOSSIER_FULL_DEGREE_SCHOOL,
  XR_DOSSIER_PART_EDUCATION,
  XR_DOSSIER_PART_DEGREE,
  XR_DOSSIER_PART_EDUCATION_SCHOOL,
  XR_DOSSIER_PART_DEGREE_SCHOOL,
  XR_DOSSIER_POSITION,
  XR_DOSSIER_PROPOSED_POST,
  XR_DOSSIER_REMOVED_POST,
  XR_DOSSIER_RESUME,
  XR_DOSSIER_AWARDS,
  XR_DOSSIER_APPRAISALS,
  XR_DOSSIER_REASON,
  XR_DOSSIER_PARTY,
};

/* Adds @word with and without the blanks in it. A single character is no name, and would strike out
 * what it stands in by chance. */
static void
add_word (GPtrArray *words, const char *word)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (joined, g_utf8_get_char (at));
  if (g_utf8_strlen (joined->str, -1) < 2)
    return;
  g_ptr_array_add (words, g_strdup (word));
  g_ptr_array_add (words, g_strdup (joined->str));
}

/* The month of birth in the ways in which a résumé writes it. */
static void
add_birth (GPtrArray *words, const char *born)
{
  XrDate date = xr_form_date_to_date (born);

  if (!xr_date_is_set (date))
    return;
  g_ptr_array_add (words, g_strdup_printf ("%d.%02d", date.year, date.month));
  g_ptr_array_add (words, g_strdup_printf ("%d-%02d", date.year, date.month));
  g_ptr_array_add (words, g_strdup_printf ("%d年%02d月", date.year, date.month));
  g_ptr_array_add (words, g_strdup_printf ("%d年%d月", date.year, date.month));
}

/* The longer ones first: a name may begin like another. */
static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (*(const char *const *) a);
  gsize second = strlen (*(const char *const *) b);

  return (first < second) - (first > second);
}

static GPtrArray *
list_words (const XrDossier *dossier, const GPtrArray *others)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  add_word (words, xr_dossier_get (dossier, XR_DOSSIER_NAME));
  add_word (words, xr_dossier_get (dossier, XR_DOSSIER_ID_NUMBER));
  for (guint i = 0; i < dossier->relatives->len; i++)
    add_word (words, xr_relative_get (dossier->relatives->pdata[i], XR_RELATIVE_NAME));
  add_birth (words, xr_dossier_get (dossier, XR_DOSSIER_BORN));
  for (guint i = 0; others != NULL && i < others->len; i++)
    add_word (words, others->pdata[i]);
  g_ptr_array_sort (words, compare_lengths);
  return words;
}

/* 男 or 女 as a word of its own: between signs, at an end, or before 性. */
static gboolean
is_sex_at (const char *text, const char *at)
{
  gunichar c = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
  gunichar after = g_utf8_get_char (next);

  return (c == 0x7537 || c == 0x5973) && (before == 0 || !g_unichar_isalnum (before))
         && (after == 0 || !g_unichar_isalnum (after) || after == 0x6027);
}

static char *
strike_sex (const char *text)
{
  GString *struck = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (is_sex_at (text, at))
      g_string_append (struck, STRUCK);
    else
      g_string_append_unichar (struck, g_utf8_get_char (at));
  return g_string_free (struck, FALSE);
}

static char *
strike (const char *text, GPtrArray *words)
{
  g_autoptr (GString) struck = g_string_new (text);

  for (guint i = 0; i < words->len; i++)
    if (((char *) words->pdata[i])[0] != '\0')
      g_string_replace (struck, words->pdata[i], STRUCK, 0);
  return strike_sex (struck->str);
}

XrDossier *
xr_dossier_blind (const XrDossier *dossier, const char *label, const GPtrArray *others)
{
  g_autoptr (GPtrArray) words = list_words (dossier, others);
  XrDossier *blind = xr_dossier_new ();

  xr_dossier_set (blind, XR_DOSSIER_NAME, label);
  for (guint i = 0; i < G_N_ELEMENTS (seen_blind); i++)
    {
      g_autofree char *text = strike (xr_dossier_get (dossier, seen_blind[i]), words);

      xr_dossier_set (blind, seen_blind[i], text);
    }
  return blind;
}
