/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of a candidate out of the office file and into it. Which column holds which text of the form
 * stands in one table here; what a column cannot hold word for word is kept beside it and given back as
 * long as the column still means the same. */

#include "config.h"

#include "round/dossier.h"

#include <string.h>

#include "core/id-number.h"
#include "core/text.h"
#include "round/command.h"
#include "round/tables/tables.h"
#include "rules/form-date.h"
#include "rules/resume.h"

typedef enum
{
  OF_CANDIDATE,
  OF_DOSSIER,
} Place;

/* The texts that have a column of their own. */
static const struct
{
  XrDossierField field;
  Place place;
  const char *column;
} columns[] = {
  { XR_DOSSIER_NAME, OF_CANDIDATE, "name" },
  { XR_DOSSIER_SEX, OF_CANDIDATE, "sex" },
  { XR_DOSSIER_BORN, OF_CANDIDATE, "born" },
  { XR_DOSSIER_NATION, OF_CANDIDATE, "nation" },
  { XR_DOSSIER_NATIVE_PLACE, OF_DOSSIER, "native_place" },
  { XR_DOSSIER_BIRTH_PLACE, OF_DOSSIER, "birth_place" },
  { XR_DOSSIER_WORK_SINCE, OF_CANDIDATE, "work_since" },
  { XR_DOSSIER_RETIRES_ON, OF_DOSSIER, "retires_on" },
  { XR_DOSSIER_HEALTH, OF_DOSSIER, "health" },
  { XR_DOSSIER_TECHNICAL_POST, OF_DOSSIER, "technical_post" },
  { XR_DOSSIER_SPECIALITY, OF_DOSSIER, "speciality" },
  { XR_DOSSIER_FULL_EDUCATION, OF_DOSSIER, "full_education" },
  { XR_DOSSIER_FULL_DEGREE, OF_DOSSIER, "full_degree" },
  { XR_DOSSIER_FULL_EDUCATION_SCHOOL, OF_DOSSIER, "full_education_school" },
  { XR_DOSSIER_FULL_DEGREE_SCHOOL, OF_DOSSIER, "full_degree_school" },
  { XR_DOSSIER_PART_EDUCATION, OF_DOSSIER, "part_education" },
  { XR_DOSSIER_PART_DEGREE, OF_DOSSIER, "part_degree" },
  { XR_DOSSIER_PART_EDUCATION_SCHOOL, OF_DOSSIER, "part_education_school" },
  { XR_DOSSIER_PART_DEGREE_SCHOOL, OF_DOSSIER, "part_degree_school" },
  { XR_DOSSIER_POSITION, OF_CANDIDATE, "position" },
  { XR_DOSSIER_PROPOSED_POST, OF_DOSSIER, "proposed_post" },
  { XR_DOSSIER_REMOVED_POST, OF_DOSSIER, "removed_post" },
  { XR_DOSSIER_RESUME, OF_CANDIDATE, "resume" },
  { XR_DOSSIER_AWARDS, OF_DOSSIER, "awards" },
  { XR_DOSSIER_APPRAISALS, OF_CANDIDATE, "appraisals" },
  { XR_DOSSIER_REASON, OF_DOSSIER, "reason" },
  { XR_DOSSIER_REPORTING_UNIT, OF_DOSSIER, "reporting_unit" },
  { XR_DOSSIER_AGE_LIMIT, OF_DOSSIER, "age_limit" },
  { XR_DOSSIER_AGE_DATE, OF_DOSSIER, "age_date" },
  { XR_DOSSIER_FILLED_ON, OF_DOSSIER, "filled_on" },
  { XR_DOSSIER_FILLED_BY, OF_DOSSIER, "filled_by" },
  { XR_DOSSIER_ID_NUMBER, OF_CANDIDATE, "id_number" },
};

/* 入党时间 in its three facts. */
typedef struct
{
  char *party;  /* 政治面貌, NULL: the text does not say */
  XrDate since; /* of the party, or unset */
  char *others; /* further ones, joined by ；; NULL: none */
} Parties;

static void
parties_clear (Parties *parties)
{
  g_free (parties->party);
  g_free (parties->others);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parties, parties_clear)

#define PARTY_MEMBER "中共党员"

/* ---- texts to columns */

static char *
dup_or_null (char *text)
{
  if (text != NULL && text[0] != '\0')
    return text;
  g_free (text);
  return NULL;
}

/* What the column of @field holds for @text; NULL where it can hold nothing of it. */
static char *
to_column (XrDossierField field, const char *text)
{
  XrIdNumber number;

  if (text == NULL)
    return NULL;
  if (xr_dossier_field_info (field)->is_date)
    return dup_or_null (xr_date_to_iso (xr_form_date_to_date (text)));
  if (field == XR_DOSSIER_SEX)
    return g_str_equal (text, "男") || g_str_equal (text, "女") ? g_strdup (text) : NULL;
  if (field != XR_DOSSIER_ID_NUMBER)
    return g_strdup (text);
  number = xr_id_number_check (text, xr_date_today ());
  return number.fault == XR_ID_NUMBER_VALID ? g_strdup (number.number) : NULL;
}

/* What the form says for what stands in the column. */
static char *
from_column (XrDossierField field, const char *value)
{
  XrDate date = XR_DATE_NONE;

  if (value == NULL)
    return NULL;
  if (field == XR_DOSSIER_RESUME)
    return xr_resume_normalize (value);
  if (!xr_dossier_field_info (field)->is_date)
    return g_strdup (value);
  return xr_date_parse (value, TRUE, &date, NULL) ? xr_form_date_from_date (date) : NULL;
}

static char *
join_from (char **names, guint first)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = first; names[i] != NULL; i++)
    {
      g_autofree char *name = xr_text_strip (names[i]);

      if (name[0] != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? "；" : "", name);
    }
  return dup_or_null (g_string_free (g_steal_pointer (&joined), FALSE));
}

static void
parse_parties (const char *text, Parties *parties)
{
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", "；", -1);
  guint first = 0;

  *parties = (Parties){ 0 };
  if (names[0] == NULL)
    return;
  parties->since = xr_form_date_to_date (names[0]);
  first = 1;
  parties->party = xr_date_is_set (parties->since) ? g_strdup (PARTY_MEMBER)
                                                   : dup_or_null (xr_text_strip (names[0]));
  parties->others = join_from (names, first);
}

/* Whether the form leaves 入党时间 empty for the word. */
static gboolean
has_no_party_text (const char *party)
{
  static const char *const words[] = {
    "中共党员", "预备党员", "共青团员", "群众", "普通公民", NULL
  };

  return party == NULL || g_strv_contains (words, party);
}

static char *
format_parties (const char *party, XrDate since, const char *others)
{
  g_autofree char *date = xr_form_date_from_date (since);
  const char *first = date != NULL ? date : has_no_party_text (party) ? NULL : party;

  if (first == NULL)
    return g_strdup (others);
  return others != NULL ? g_strconcat (first, "；", others, NULL) : g_strdup (first);
}

/* ---- loading */

static XrRow *
load_dossier_row (XrOffice *office, gint64 candidate)
{
  XrRow *row = xr_office_load (office, &xr_table_dossier, candidate, NULL);

  return row != NULL ? row : xr_row_new (&xr_table_dossier, candidate);
}

/* The form has unit and post in one. */
static char *
join_position (const char *unit, const char *position)
{
  if (unit == NULL || (position != NULL && g_str_has_prefix (position, unit)))
    return g_strdup (position);
  return g_strconcat (unit, position, NULL);
}

/* 政治面貌 where 入党时间 does not tell it. */
static void
take_party (XrDossier *dossier, XrRow *candidate, XrRow *details)
{
  const char *party = xr_row_get (candidate, "party");
  g_autofree char *text = format_parties (party, xr_row_get_date (candidate, "party_since"),
                                          xr_row_get (details, "other_parties"));
  g_auto (Parties) told = { 0 };

  xr_dossier_set (dossier, XR_DOSSIER_PARTY_SINCE, text);
  parse_parties (text, &told);
  if (g_strcmp0 (told.party, party) != 0)
    xr_dossier_set (dossier, XR_DOSSIER_PARTY, party);
}

static void
take_columns (XrDossier *dossier, XrRow *candidate, XrRow *details)
{
  g_autofree char *position = join_position (xr_row_get (candidate, "unit"),
                                             xr_row_get (candidate, "position"));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      XrRow *row = columns[i].place == OF_CANDIDATE ? candidate : details;
      g_autofree char *text = from_column (columns[i].field, xr_row_get (row, columns[i].column));

      xr_dossier_set (dossier, columns[i].field, text);
    }
  xr_dossier_set (dossier, XR_DOSSIER_POSITION, position);
  take_party (dossier, candidate, details);
}

static void
take_relatives (XrDossier *dossier, XrOffice *office, gint64 candidate)
{
  static const char *const names[] = { "relation", "name", "born", "party", "work" };
  g_autoptr (GPtrArray) rows = xr_office_query (office, &xr_table_relative, "candidate_id",
                                                candidate);

  for (guint i = 0; i < rows->len; i++)
    {
      XrRelative *relative = xr_dossier_add_relative (dossier);

      for (guint field = 0; field < XR_RELATIVE_N_FIELDS; field++)
        xr_relative_set (relative, field, xr_row_get (rows->pdata[i], names[field]));
      if (xr_date_is_set (xr_form_date_to_date (relative->texts[XR_RELATIVE_BORN])))
        {
          g_autofree char *born = xr_form_date_from_date (
            xr_form_date_to_date (relative->texts[XR_RELATIVE_BORN]));

          xr_relative_set (relative, XR_RELATIVE_BORN, born);
        }
      relative->extras = g_strdup (xr_row_get (rows->pdata[i], "extras"));
    }
}

static gboolean
find_field (const char *element, XrDossierField *field)
{
  for (guint i = 0; i < XR_DOSSIER_N_FIELDS; i++)
    if (g_str_equal (xr_dossier_field_info (i)->element, element))
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

/* Whether the form's own @text still says what stands in the columns. */
static gboolean
means_the_same (XrDossierField field, const char *text, const XrDossier *dossier, XrRow *candidate)
{
  g_autofree char *column = NULL;
  g_autofree char *back = NULL;
  g_auto (Parties) told = { 0 };

  if (field == XR_DOSSIER_VERSION)
    return TRUE;
  if (field == XR_DOSSIER_PARTY)
    return g_strcmp0 (text, xr_row_get (candidate, "party")) == 0;
  if (field == XR_DOSSIER_PARTY_SINCE)
    {
      parse_parties (text, &told);
      back = format_parties (told.party, told.since, told.others);
    }
  else
    {
      column = to_column (field, text);
      back = from_column (field, column);
    }
  return g_strcmp0 (back, dossier->texts[field]) == 0;
}

static void
take_form_texts (XrDossier *dossier, XrOffice *office, XrRow *candidate)
{
  g_autoptr (XrStatement) rows = xr_sql_rows (
    office, "SELECT element, text FROM form_text WHERE candidate_id = :candidate ORDER BY id",
    XR_PARAMS (XR_INT (":candidate", xr_row_get_id (candidate))));

  while (rows != NULL && xr_statement_step (rows, NULL) == XR_STEP_ROW)
    {
      const char *element = xr_statement_get_text (rows, 0);
      const char *text = xr_statement_get_text (rows, 1);
      XrDossierField field;

      if (text[0] == '<' || !find_field (element, &field))
        xr_dossier_add_extra (dossier, element, text);
      else if (means_the_same (field, text, dossier, candidate))
        xr_dossier_set (dossier, field, text);
    }
}

/* What the columns alone say. */
static XrDossier *
load_columns (XrOffice *office, XrRow *candidate)
{
  XrDossier *dossier = xr_dossier_new ();
  g_autoptr (XrRow) details = load_dossier_row (office, xr_row_get_id (candidate));

  take_columns (dossier, candidate, details);
  return dossier;
}

XrDossier *
xr_dossier_load (XrOffice *office, gint64 candidate, GError **error)
{
  g_autoptr (XrRow) row = xr_office_load (office, &xr_table_candidate, candidate, error);
  XrDossier *dossier;

  if (row == NULL)
    return NULL;
  dossier = load_columns (office, row);
  take_form_texts (dossier, office, row);
  take_relatives (dossier, office, candidate);
  dossier->photo = xr_dossier_load_photo (office, candidate);
  return dossier;
}

/* ---- storing */

static void
set_if_known (XrRow *row, const char *column, const char *value)
{
  if (value != NULL)
    xr_row_set (row, column, value);
}

static void
fill_parties (const XrDossier *dossier, XrRow *candidate)
{
  g_auto (Parties) told = { 0 };
  g_autofree char *since = NULL;

  parse_parties (dossier->texts[XR_DOSSIER_PARTY_SINCE], &told);
  since = dup_or_null (xr_date_to_iso (told.since));
  set_if_known (candidate, "party", told.party);
  /* A date says no more than the party; the word beside it may be 预备党员. */
  if (told.party == NULL || since != NULL)
    set_if_known (candidate, "party", dossier->texts[XR_DOSSIER_PARTY]);
  set_if_known (candidate, "party_since", since);
}

void
xr_dossier_fill_candidate (const XrDossier *dossier, XrRow *candidate)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].place == OF_CANDIDATE)
      {
        g_autofree char *value = to_column (columns[i].field, dossier->texts[columns[i].field]);

        set_if_known (candidate, columns[i].column, value);
      }
  fill_parties (dossier, candidate);
  set_if_known (candidate, "education", xr_dossier_highest_education (dossier));
  set_if_known (candidate, "degree", xr_dossier_highest_degree (dossier));
}

/* The career stands with the candidate, but in no column of a list: who takes a form in by a list's columns
 * has not written it yet. */
static gboolean
write_resume (XrOffice *office, XrRow *candidate, const XrDossier *dossier, GError **error)
{
  g_autofree char *resume = to_column (XR_DOSSIER_RESUME, dossier->texts[XR_DOSSIER_RESUME]);

  if (resume == NULL || g_strcmp0 (resume, xr_row_get (candidate, "resume")) == 0)
    return TRUE;
  xr_row_set (candidate, "resume", resume);
  return xr_office_write (office, candidate, error);
}

static gboolean
write_details (XrOffice *office, gint64 candidate, const XrDossier *dossier, GError **error)
{
  g_autoptr (XrRow) row = load_dossier_row (office, candidate);
  g_auto (Parties) told = { 0 };
  gint64 photo = 0;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].place == OF_DOSSIER)
      {
        g_autofree char *value = to_column (columns[i].field, dossier->texts[columns[i].field]);

        xr_row_set (row, columns[i].column, value);
      }
  parse_parties (dossier->texts[XR_DOSSIER_PARTY_SINCE], &told);
  xr_row_set (row, "other_parties", told.others);
  if (dossier->photo != NULL)
    {
      photo = xr_stored_file_add (office, dossier->photo, error);
      if (photo == 0)
        return FALSE;
      xr_row_set_int (row, "photo_id", photo);
    }
  return xr_office_write (office, row, error);
}

static gboolean
clear_rows (XrOffice *office, const char *sql, gint64 candidate, GError **error)
{
  return xr_sql_run (office, sql, XR_PARAMS (XR_INT (":candidate", candidate)), error);
}

static gboolean
write_relatives (XrOffice *office, gint64 candidate, GPtrArray *relatives, GError **error)
{
  if (!clear_rows (office, "DELETE FROM relative WHERE candidate_id = :candidate", candidate,
                   error))
    return FALSE;
  for (guint i = 0; i < relatives->len; i++)
    {
      const XrRelative *relative = relatives->pdata[i];
      g_autofree char *iso = dup_or_null (
        xr_date_to_iso (xr_form_date_to_date (relative->texts[XR_RELATIVE_BORN])));
      const char *born = iso != NULL ? iso : relative->texts[XR_RELATIVE_BORN];

      /* As the file has it, also what a dialog would not take. */
      if (
        !xr_sql_run (
          office,
          "INSERT INTO relative (candidate_id, position, relation, name, born, party, work, extras)"
          " VALUES (:candidate, :position, :relation, :name, :born, :party, :work, :extras)",
          XR_PARAMS (XR_INT (":candidate", candidate), XR_INT (":position", i + 1),
                     XR_TEXT (":relation", relative->texts[XR_RELATIVE_RELATION]),
                     XR_TEXT (":name", relative->texts[XR_RELATIVE_NAME]), XR_TEXT (":born", born),
                     XR_TEXT (":party", relative->texts[XR_RELATIVE_PARTY]),
                     XR_TEXT (":work", relative->texts[XR_RELATIVE_WORK]),
                     XR_TEXT (":extras", relative->extras)),
          error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_form_text (XrOffice *office, gint64 candidate, const char *element, const char *text,
                 GError **error)
{
  return xr_sql_run (office,
                     "INSERT INTO form_text (candidate_id, element, text)"
                     " VALUES (:candidate, :element, :text)",
                     XR_PARAMS (XR_INT (":candidate", candidate), XR_TEXT (":element", element),
                                XR_TEXT (":text", text)),
                     error);
}

static gboolean
write_form_texts (XrOffice *office, XrRow *candidate, const XrDossier *dossier, GError **error)
{
  gint64 id = xr_row_get_id (candidate);
  g_autoptr (XrDossier) kept = load_columns (office, candidate);

  if (!clear_rows (office, "DELETE FROM form_text WHERE candidate_id = :candidate", id, error))
    return FALSE;
  for (guint i = 0; i < XR_DOSSIER_N_FIELDS; i++)
    if (dossier->texts[i] != NULL && g_strcmp0 (dossier->texts[i], kept->texts[i]) != 0
        && !write_form_text (office, id, xr_dossier_field_info (i)->element, dossier->texts[i],
                             error))
      return FALSE;
  for (guint i = 0; i < dossier->extras->len; i++)
    {
      const XrDossierExtra *extra = dossier->extras->pdata[i];

      if (!write_form_text (office, id, extra->name, extra->xml, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
xr_dossier_write (XrOffice *office, gint64 candidate, const XrDossier *dossier, GError **error)
{
  g_autoptr (XrRow) row = xr_office_load (office, &xr_table_candidate, candidate, error);

  return row != NULL && write_resume (office, row, dossier, error)
         && write_details (office, candidate, dossier, error)
         && write_relatives (office, candidate, dossier->relatives, error)
         && write_form_texts (office, row, dossier, error);
}

gboolean
xr_dossier_import (XrOffice *office, XrRow *candidate, gint64 post, const XrDossier *dossier,
                   GError **error)
{
  gint64 round = xr_row_get_owner (candidate);
  g_autofree char *name = NULL;

  xr_dossier_fill_candidate (dossier, candidate);
  name = g_strdup (xr_row_get (candidate, "name"));
  if (!xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (
    office,
    xr_candidate_write (office, candidate, post, error)
      && xr_dossier_write (office, xr_row_get_id (candidate), dossier, error),
    "dossier.import", name, NULL, round, XR_ENTRY_NORMAL, error);
}
