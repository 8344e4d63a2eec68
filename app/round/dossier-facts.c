/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One source for each fact: which facts of a candidate follow from the tracks of education and from the
 * posts and ranks, and where the two do not agree. */

#include "config.h"

#include <string.h>

#include "round/command.h"
#include "round/dossier.h"
#include "round/tables/tables.h"
#include "rules/form-date.h"

/* ---- following */

/* Sets the candidate's @column to @value when it is empty or says what was derived @before; whether it
 * did. */
static gboolean
follow_fact (XrRow *candidate, const char *column, const char *before, const char *value)
{
  const char *there = xr_row_get (candidate, column);

  if (value == NULL || g_strcmp0 (there, value) == 0
      || (there != NULL && g_strcmp0 (there, before) != 0))
    return FALSE;
  xr_row_set (candidate, column, value);
  return TRUE;
}

static XrDossier *
read_tracks (XrRow *dossier)
{
  static const struct
  {
    XrDossierField field;
    const char *column;
  } tracks[] = { { XR_DOSSIER_FULL_EDUCATION, "full_education" },
                 { XR_DOSSIER_FULL_DEGREE, "full_degree" },
                 { XR_DOSSIER_PART_EDUCATION, "part_education" },
                 { XR_DOSSIER_PART_DEGREE, "part_degree" } };
  XrDossier *values = xr_dossier_new ();

  for (guint i = 0; dossier != NULL && i < G_N_ELEMENTS (tracks); i++)
    xr_dossier_set (values, tracks[i].field, xr_row_get (dossier, tracks[i].column));
  return values;
}

/* The candidate while its facts may be changed, else NULL: then nothing follows. */
static XrRow *
load_open_candidate (XrOffice *office, gint64 id)
{
  g_autoptr (XrRow) candidate = xr_office_load (office, &xr_table_candidate, id, NULL);

  if (candidate == NULL || !xr_office_check_row_open (office, candidate, NULL))
    return NULL;
  return g_steal_pointer (&candidate);
}

gboolean
xr_dossier_follow (XrOffice *office, XrRow *before, XrRow *dossier, GError **error)
{
  g_autoptr (XrRow) candidate = load_open_candidate (office, xr_row_get_owner (dossier));
  g_autoptr (XrDossier) old = read_tracks (before);
  g_autoptr (XrDossier) now = read_tracks (dossier);

  gboolean changed;

  if (candidate == NULL)
    return TRUE;
  changed = follow_fact (candidate, "education", xr_dossier_highest_education (old),
                         xr_dossier_highest_education (now));
  changed |= follow_fact (candidate, "degree", xr_dossier_highest_degree (old),
                          xr_dossier_highest_degree (now));
  return !changed || xr_office_write (office, candidate, error);
}

static gboolean
is_present_rank (XrRow *tenure)
{
  return tenure != NULL && g_strcmp0 (xr_row_get (tenure, "kind"), "rank") == 0
         && xr_row_get (tenure, "until") == NULL;
}

gboolean
xr_tenure_follow (XrOffice *office, XrRow *before, XrRow *tenure, GError **error)
{
  g_autoptr (XrRow) candidate = load_open_candidate (office, xr_row_get_owner (tenure));
  gboolean was = is_present_rank (before);
  gboolean changed;

  if (candidate == NULL || !is_present_rank (tenure))
    return TRUE;
  changed = follow_fact (candidate, "rank", was ? xr_row_get (before, "name") : NULL,
                         xr_row_get (tenure, "name"));
  if (g_strcmp0 (xr_row_get (candidate, "rank"), xr_row_get (tenure, "name")) == 0)
    changed |= follow_fact (candidate, "rank_since", was ? xr_row_get (before, "since") : NULL,
                            xr_row_get (tenure, "since"));
  return !changed || xr_office_write (office, candidate, error);
}

/* ---- assigning */

gboolean
xr_dossier_assign_education (XrOffice *office, gint64 candidate, gboolean full_time, GError **error)
{
  g_autoptr (XrRow) row = xr_office_load (office, &xr_table_candidate, candidate, error);
  g_autoptr (XrRow) details = xr_office_load (office, &xr_table_dossier, candidate, NULL);
  const char *education = full_time ? "full_education" : "part_education";
  const char *degree = full_time ? "full_degree" : "part_degree";
  g_autofree char *school = NULL;

  if (row == NULL)
    return FALSE;
  if (details == NULL)
    details = xr_row_new (&xr_table_dossier, candidate);
  if (xr_row_get (row, "education") == NULL && xr_row_get (row, "degree") == NULL)
    return xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                              _ ("No education is registered. Write it into the field itself."));
  if (xr_row_get (details, education) != NULL || xr_row_get (details, degree) != NULL)
    return xr_command_refuse (
      error, XR_ROUND_ERROR_REFUSED,
      _ ("Something else stands there already. Change it in the field itself."));
  school = g_strconcat (xr_row_get (row, "school") != NULL ? xr_row_get (row, "school") : "",
                        xr_row_get (row, "major"), NULL);
  xr_row_set (details, education, xr_row_get (row, "education"));
  xr_row_set (details, full_time ? "full_education_school" : "part_education_school", school);
  if (xr_row_get (row, "degree") != NULL)
    {
      xr_row_set (details, degree, xr_row_get (row, "degree"));
      xr_row_set (details, full_time ? "full_degree_school" : "part_degree_school", school);
    }
  return xr_office_save (office, details, error);
}

/* ---- contradictions */

static void
add (GPtrArray *remarks, XrDossierField field, char *message)
{
  XrDossierRemark *remark = g_new0 (XrDossierRemark, 1);

  remark->field = (int) field;
  remark->message = message;
  g_ptr_array_add (remarks, remark);
}

static void
check_track (GPtrArray *remarks, XrDossierField field, const char *registered, const char *tracks,
             const char *name)
{
  if (registered != NULL && tracks == NULL)
    /* Translators: 1 education or degree, 2 what is registered */
    add (
      remarks, field,
      g_strdup_printf (_ ("%1$s %2$s is registered, but neither full-time nor on the job. Write it "
                          "where it belongs."),
                       name, registered));
  else if (tracks != NULL && g_strcmp0 (registered, tracks) != 0)
    /* Translators: 1 education or degree, 2 what is registered, 3 what the tracks say */
    add (
      remarks, field,
      g_strdup_printf (_ ("%1$s: registered is %2$s, which the review counts; by the tracks it is "
                          "%3$s. Correct one of the two."),
                       name, registered != NULL ? registered : "—", tracks));
}

/* The rank that is held now by the list, the latest where there are several. */
static XrRow *
find_present_rank (XrOffice *office, gint64 candidate)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, &xr_table_tenure, "candidate_id",
                                                candidate);

  for (guint i = 0; i < rows->len; i++)
    if (is_present_rank (rows->pdata[i]))
      return g_object_ref (rows->pdata[i]);
  return NULL;
}

static void
check_rank (GPtrArray *remarks, XrOffice *office, XrRow *candidate)
{
  g_autoptr (XrRow) held = find_present_rank (office, xr_row_get_id (candidate));
  XrDate since = xr_row_get_date (candidate, "rank_since");
  g_autofree char *registered = xr_date_to_form (since);
  g_autofree char *listed = NULL;
  XrDate begun;

  if (held == NULL)
    return;
  if (g_strcmp0 (xr_row_get (held, "name"), xr_row_get (candidate, "rank")) != 0)
    {
      add (remarks, XR_DOSSIER_POSITION,
           g_strdup_printf (
             _ ("Registered is the rank %1$s, the list of posts and ranks says %2$s."),
             xr_row_get (candidate, "rank") != NULL ? xr_row_get (candidate, "rank") : "—",
             xr_row_get (held, "name")));
      return;
    }
  begun = xr_row_get_date (held, "since");
  listed = xr_date_to_form (begun);
  if (xr_date_is_set (since) && xr_date_is_set (begun)
      && xr_date_months_between (since, begun) != 0)
    add (remarks, XR_DOSSIER_POSITION,
         g_strdup_printf (_ ("Registered is the rank since %1$s, the list of posts and ranks says "
                             "%2$s."),
                          registered, listed));
}

static gboolean
names_punishment (const char *text)
{
  static const char *const words[] = { "处分", "警告",     "记过", "记大过", "降级",
                                       "撤职", "留党察看", "诫勉", NULL };

  for (guint i = 0; text != NULL && words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
check_punishment (GPtrArray *remarks, XrRow *candidate, const char *awards)
{
  gboolean registered = xr_row_get (candidate, "punished_until") != NULL;
  gboolean named = names_punishment (awards);

  if (named && !registered)
    add (
      remarks, XR_DOSSIER_AWARDS,
      g_strdup (_ ("The text names a punishment, but no month is registered until which it is in "
                   "effect.")));
  else if (registered && awards != NULL && !named)
    add (remarks, XR_DOSSIER_AWARDS,
         g_strdup (_ ("A punishment in effect is registered, but the text names none.")));
}

GPtrArray *
xr_dossier_contradictions (XrOffice *office, gint64 candidate)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_dossier_remark_free);
  g_autoptr (XrRow) row = xr_office_load (office, &xr_table_candidate, candidate, NULL);
  g_autoptr (XrRow) details = xr_office_load (office, &xr_table_dossier, candidate, NULL);
  g_autoptr (XrDossier) tracks = read_tracks (details);

  if (row == NULL)
    return remarks;
  check_track (remarks, XR_DOSSIER_FULL_EDUCATION, xr_row_get (row, "education"),
               xr_dossier_highest_education (tracks), _ ("Education"));
  check_track (remarks, XR_DOSSIER_FULL_DEGREE, xr_row_get (row, "degree"),
               xr_dossier_highest_degree (tracks), _ ("Degree"));
  check_rank (remarks, office, row);
  check_punishment (remarks, row, details != NULL ? xr_row_get (details, "awards") : NULL);
  return remarks;
}
