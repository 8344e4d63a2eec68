/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Review packages in the office file, read: the package that a reader will see, and what has been given
 * out. Writing is in commands/review-package.c. */

#include "config.h"

#include "round/review-package.h"

#include "round/command.h"
#include "round/dossier.h"
#include "rules/blind.h"
#include "rules/form-date.h"

gboolean
xr_review_is_blind (XrOffice *office, gint64 round)
{
  g_autofree char *value = xr_round_dup_setting (office, round, "blind_review");

  return g_strcmp0 (value, "是") == 0;
}

/* ---- making a package */

static char *
dup_age_date (XrOffice *office, gint64 round)
{
  g_autoptr (XrCase) contest = xr_round_load_case (office, round, XR_LOAD_PLAN, NULL);

  return contest != NULL
           ? xr_form_date_from_date (xr_settings_reference_date (&contest->plan->settings))
           : NULL;
}

/* Sixteen digits that say nothing of the person. */
static char *
draw_key (void)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *digits = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uuid, -1);

  return g_strndup (digits, 16);
}

static gboolean
fill_person (XrOffice *office, gint64 round, XrReviewPerson *person, gint64 candidate,
             GError **error)
{
  g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("candidate"), candidate, error);
  g_autoptr (GPtrArray) posts = NULL;

  if (row == NULL)
    return FALSE;
  if (xr_row_get_owner (row) != round)
    return xr_command_refuse (error, XR_ROUND_ERROR_NOT_FOUND,
                              _ ("This person is not in the round any more."));
  xr_dossier_free (person->dossier);
  person->dossier = xr_dossier_load (office, candidate, error);
  if (person->dossier == NULL)
    {
      person->dossier = xr_dossier_new ();
      return FALSE;
    }
  person->candidate = candidate;
  person->key = draw_key ();
  person->label = g_strdup (xr_row_get (row, "name"));
  for (guint i = 0; i < XR_REVIEW_N_FACTS; i++)
    person->facts[i] = g_strdup (xr_row_get (row, xr_review_fact_names[i]));
  posts = xr_sql_texts (office,
                        "SELECT p.name FROM application a JOIN post p ON p.id = a.post_id"
                        " WHERE a.candidate_id = :candidate ORDER BY ifnull(a.wish, 999), p.id",
                        XR_PARAMS (XR_INT (":candidate", candidate)));
  g_ptr_array_add (posts, NULL);
  person->posts = g_strjoinv ("、", (char **) posts->pdata);
  return TRUE;
}

/* By the keys, which are drawn at random: no order of the office shows through. */
static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(XrReviewPerson *const *) a)->key, (*(XrReviewPerson *const *) b)->key);
}

/* Everybody in the round, and the families of those in the package: one dossier may speak of another's. */
static GPtrArray *
list_names (XrOffice *office, gint64 round, const XrReviewPackage *package)
{
  GPtrArray *names = xr_sql_texts (office, "SELECT name FROM candidate WHERE round_id = :round",
                                   XR_PARAMS (XR_INT (":round", round)));

  for (guint i = 0; i < package->people->len; i++)
    {
      const XrDossier *dossier = ((XrReviewPerson *) package->people->pdata[i])->dossier;

      for (guint j = 0; j < dossier->relatives->len; j++)
        g_ptr_array_add (
          names, g_strdup (xr_relative_get (dossier->relatives->pdata[j], XR_RELATIVE_NAME)));
    }
  return names;
}

static void
make_person_blind (XrReviewPerson *person, const GPtrArray *names)
{
  g_autoptr (XrBlinder) blinder = xr_blinder_new (person->dossier, names);
  XrDossier *blind = xr_blinder_copy (blinder, person->dossier, person->label);

  xr_dossier_free (person->dossier);
  person->dossier = blind;
  person->doubts = xr_blinder_doubts (blinder, blind);
  for (guint i = 0; i < XR_REVIEW_N_FACTS; i++)
    if (person->facts[i] != NULL)
      {
        char *struck = xr_blinder_strike (blinder, person->facts[i]);

        g_free (person->facts[i]);
        person->facts[i] = struck;
      }
}

static void
make_blind (XrOffice *office, gint64 round, XrReviewPackage *package)
{
  g_autoptr (GPtrArray) names = list_names (office, round, package);

  g_ptr_array_sort (package->people, compare_keys);
  for (guint i = 0; i < package->people->len; i++)
    {
      XrReviewPerson *person = package->people->pdata[i];

      g_free (person->label);
      person->label = g_strdup_printf (_ ("No. %u"), i + 1);
      make_person_blind (person, names);
    }
}

GPtrArray *
xr_review_package_list_doubts (XrOffice *office, const XrReviewPackage *package)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < package->people->len; i++)
    {
      const XrReviewPerson *person = package->people->pdata[i];
      g_autofree char *name = xr_sql_text (office, "SELECT name FROM candidate WHERE id = :id",
                                           XR_PARAMS (XR_INT (":id", person->candidate)));

      for (guint j = 0; person->doubts != NULL && j < person->doubts->len; j++)
        {
          const XrBlindDoubt *doubt = person->doubts->pdata[j];

          /* Translators: a person; a field of the dossier; words out of it */
          g_ptr_array_add (lines, g_strdup_printf (_ ("%1$s, %2$s: “%3$s”"), name,
                                                   _ (xr_dossier_field_info (doubt->field)->label),
                                                   doubt->words));
        }
    }
  return lines;
}

static void
fill_head (XrOffice *office, gint64 round, XrReviewPackage *package)
{
  g_autoptr (XrRow) row = xr_round_load (office, round, NULL);

  package->token = g_uuid_string_random ();
  package->unit = g_strdup (row != NULL ? xr_row_get (row, "unit") : NULL);
  package->round_title = g_strdup (row != NULL ? xr_row_get (row, "title") : "");
  package->given_on = xr_date_today ();
  package->age_date = dup_age_date (office, round);
}

XrReviewPackage *
xr_review_package_prepare (XrOffice *office, gint64 round, const gint64 *candidates,
                           guint n_candidates, const char *reader, const char *position,
                           gboolean blind, GError **error)
{
  g_autoptr (XrReviewPackage) package = xr_review_package_new ();
  g_autofree char *post = xr_text_strip (position);

  if (!xr_command_need_text (reader, _ ("Enter the name of the reader."), error))
    return NULL;
  if (n_candidates == 0)
    {
      xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                         _ ("Choose at least one person whose dossier is to be read."));
      return NULL;
    }
  if (!xr_office_check_open (office, xr_table_find ("dossier"), round, error))
    return NULL;
  fill_head (office, round, package);
  package->reader = xr_text_strip (reader);
  package->position = post[0] != '\0' ? g_steal_pointer (&post) : NULL;
  package->blind = blind || xr_review_is_blind (office, round);
  for (guint i = 0; i < n_candidates; i++)
    if (!fill_person (office, round, xr_review_package_add (package), candidates[i], error))
      return NULL;
  if (package->blind)
    make_blind (office, round, package);
  return g_steal_pointer (&package);
}

/* ---- what was given out */

static void
given_person_free (XrReviewGivenPerson *person)
{
  g_free (person->name);
  g_free (person->label);
  g_free (person->left->key);
  g_free (person->left->opinion);
  g_free (person->left->conflict_reason);
  g_free (person->left);
  g_free (person);
}

void
xr_review_given_free (XrReviewGiven *given)
{
  g_free (given->reader);
  g_free (given->position);
  g_ptr_array_unref (given->people);
  g_free (given);
}

static XrDate
get_date (XrStatement *row, int column)
{
  const char *text = xr_statement_get_text (row, column);
  XrDate date = XR_DATE_NONE;

  if (text != NULL)
    xr_date_parse (text, FALSE, &date, NULL);
  return date;
}

static XrReviewGivenPerson *
read_person (XrStatement *row)
{
  XrReviewGivenPerson *person = g_new0 (XrReviewGivenPerson, 1);
  XrReviewOpinion *left = g_new0 (XrReviewOpinion, 1);

  person->left = left;
  person->candidate = xr_statement_get_int (row, 0);
  person->name = g_strdup (xr_statement_get_text (row, 1));
  person->label = g_strdup (xr_statement_get_text (row, 2));
  left->key = g_strdup (xr_statement_get_text (row, 3));
  left->marked = !xr_statement_is_null (row, 4);
  left->mark.units = left->marked ? xr_statement_get_int (row, 4) : 0;
  left->opinion = g_strdup (xr_statement_get_text (row, 5));
  if (!xr_statement_is_null (row, 6))
    left->conflict = xr_statement_get_int (row, 6) != 0 ? XR_CONFLICT_DECLARED : XR_CONFLICT_NONE;
  left->conflict_reason = g_strdup (xr_statement_get_text (row, 7));
  return person;
}

static void
read_people (XrOffice *office, XrReviewGiven *given)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT o.candidate_id, c.name, o.label, o.key, o.mark, o.opinion, o.conflict,"
    " o.conflict_reason FROM review_opinion o JOIN candidate c ON c.id = o.candidate_id"
    " WHERE o.package_id = :package ORDER BY c.number, c.id",
    XR_PARAMS (XR_INT (":package", given->id)));

  while (row != NULL && xr_statement_step (row, NULL) == XR_STEP_ROW)
    g_ptr_array_add (given->people, read_person (row));
}

XrDate
xr_review_package_replaced_on (XrOffice *office, gint64 package)
{
  g_autofree char *on = xr_sql_text (
    office,
    "SELECT p.given_on FROM review_package o JOIN review_package p ON p.round_id = o.round_id"
    " AND p.reader = o.reader AND ifnull(p.position, '') = ifnull(o.position, '') AND p.id > o.id"
    " WHERE o.id = :id AND NOT EXISTS (SELECT 1 FROM review_opinion x WHERE x.package_id = o.id"
    "  AND x.candidate_id NOT IN (SELECT candidate_id FROM review_opinion"
    "   WHERE package_id = p.id)) ORDER BY p.id DESC LIMIT 1",
    XR_PARAMS (XR_INT (":id", package)));
  XrDate date = XR_DATE_NONE;

  if (on != NULL)
    xr_date_parse (on, FALSE, &date, NULL);
  return date;
}

static GPtrArray *
read_packages (XrOffice *office, gint64 round, gint64 package)
{
  GPtrArray *packages = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_review_given_free);
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT id, reader, position, blind, given_on, saved_on, taken_on FROM review_package"
    " WHERE round_id = :round OR id = :package ORDER BY given_on DESC, rowid DESC",
    XR_PARAMS (XR_INT (":round", round), XR_INT (":package", package)));

  while (row != NULL && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      XrReviewGiven *given = g_new0 (XrReviewGiven, 1);

      given->id = xr_statement_get_int (row, 0);
      given->reader = g_strdup (xr_statement_get_text (row, 1));
      given->position = g_strdup (xr_statement_get_text (row, 2));
      given->blind = xr_statement_get_int (row, 3) != 0;
      given->given_on = get_date (row, 4);
      given->saved_on = get_date (row, 5);
      given->taken_on = get_date (row, 6);
      given->replaced_on = xr_review_package_replaced_on (office, given->id);
      given->people = g_ptr_array_new_with_free_func ((GDestroyNotify) given_person_free);
      read_people (office, given);
      g_ptr_array_add (packages, given);
    }
  return packages;
}

GPtrArray *
xr_review_packages (XrOffice *office, gint64 round)
{
  return read_packages (office, round, 0);
}

/* ---- a preview of an answer */

static void
show_opinion (XrReviewGiven *given, const XrReviewOpinion *opinion)
{
  for (guint i = 0; i < given->people->len; i++)
    {
      XrReviewOpinion *left = ((XrReviewGivenPerson *) given->people->pdata[i])->left;

      if (g_strcmp0 (left->key, opinion->key) != 0)
        continue;
      left->marked = opinion->marked;
      left->mark = opinion->mark;
      left->opinion = g_strdup (opinion->opinion);
      left->conflict = opinion->conflict;
      left->conflict_reason = g_strdup (opinion->conflict_reason);
    }
}

XrReviewGiven *
xr_review_answer_preview (XrOffice *office, gint64 package, const XrReviewAnswer *answer)
{
  g_autoptr (GPtrArray) packages = read_packages (office, 0, package);
  XrReviewGiven *given;

  g_return_val_if_fail (packages->len == 1, NULL);

  given = g_ptr_array_steal_index (packages, 0);
  given->saved_on = answer->saved_on;
  for (guint i = 0; i < answer->opinions->len; i++)
    show_opinion (given, answer->opinions->pdata[i]);
  return given;
}
