/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 2: candidates and their applications. Facts about a person are never defaulted. */

#include "config.h"

#include "core/id-number.h"
#include "round/tables/tables.h"

static gboolean
check_id_number (XrRow *row, GError **error)
{
  const char *number = xr_row_get (row, "id_number");
  XrIdNumber parts;

  if (number == NULL)
    return TRUE;
  parts = xr_id_number_check (number, xr_date_today ());
  if (parts.fault != XR_ID_NUMBER_VALID)
    {
      g_autofree char *sentence = g_strdup_printf (
        _ ("ID number: %s. Compare it with the card and correct it."),
        xr_id_number_fault_text (parts.fault));
      return xr_check_fail (error, sentence);
    }
  xr_row_set (row, "id_number", parts.number);
  return TRUE;
}

static gboolean
check_candidate (XrOffice *office, XrRow *row, GError **error)
{
  XrDate born = xr_row_get_date (row, "born");
  XrDate work = xr_row_get_date (row, "work_since");

  if (xr_date_is_set (born) && xr_date_compare (born, xr_date_today ()) > 0)
    return xr_check_fail (error, _ ("The date of birth lies in the future."));
  if (xr_date_is_set (born) && xr_date_is_set (work) && xr_date_compare (work, born) <= 0)
    return xr_check_fail (error, _ ("Work began before birth. Correct one of the two dates."));
  return check_id_number (row, error);
}

/* An ID number that is written or corrected fills in birth and sex where nobody has said anything. */
static gboolean
follow_candidate (XrOffice *office, XrRow *before, XrRow *row, GError **error)
{
  const char *number = xr_row_get (row, "id_number");
  XrIdNumber parts;
  g_autofree char *born = NULL;

  if (before == NULL || number == NULL || g_strcmp0 (xr_row_get (before, "id_number"), number) == 0
      || (xr_row_get (row, "born") != NULL && xr_row_get (row, "sex") != NULL))
    return TRUE;
  parts = xr_id_number_check (number, xr_date_today ());
  born = xr_date_to_iso (parts.born);
  if (xr_row_get (row, "born") == NULL)
    xr_row_set (row, "born", born);
  if (xr_row_get (row, "sex") == NULL)
    xr_row_set (row, "sex", parts.female ? "女" : "男");
  return xr_office_write (office, row, error);
}

#define FACT(column, label)                                                                        \
  {                                                                                                \
    column, label, NULL, XR_FIELD_TEXT, 0                                                          \
  }

static const XrField candidate_fields[] = {
  { "number", N_ ("Candidate number"), N_ ("Empty: the next free number."), XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_FILLED | XR_FIELD_IN_LIST },
  { "name", N_ ("Full name"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "sex", N_ ("Sex"), NULL, XR_FIELD_CHOICE, XR_FIELD_IN_LIST, .choices = xr_words_sex },
  { "born", N_ ("Born"), NULL, XR_FIELD_MONTH, XR_FIELD_IN_LIST },
  { "id_number", N_ ("ID number"), NULL, XR_FIELD_TEXT, 0 },
  { "nation", N_ ("Ethnic group"), NULL, XR_FIELD_TEXT, XR_FIELD_SUGGEST,
    .choices = xr_words_nation },
  { "party", N_ ("Political status"), NULL, XR_FIELD_TEXT, XR_FIELD_SUGGEST,
    .choices = xr_words_party },
  { "party_since", N_ ("Joined the party"), NULL, XR_FIELD_MONTH, 0 },
  { "education", N_ ("Education"), NULL, XR_FIELD_TEXT, XR_FIELD_SUGGEST,
    .choices = xr_words_education },
  { "degree", N_ ("Degree"), NULL, XR_FIELD_TEXT, XR_FIELD_SUGGEST, .choices = xr_words_degree },
  FACT ("school", N_ ("School of graduation")),
  FACT ("major", N_ ("Major")),
  { "work_since", N_ ("Began work"), NULL, XR_FIELD_MONTH, 0 },
  { "unit", N_ ("Unit"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "position", N_ ("Present position"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "rank", N_ ("Present rank"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST | XR_FIELD_SUGGEST,
    .choices = xr_words_rank },
  { "rank_since", N_ ("In the present rank since"), NULL, XR_FIELD_MONTH, 0 },
  { "staffing", N_ ("Staffing"), NULL, XR_FIELD_TEXT, XR_FIELD_SUGGEST,
    .choices = xr_words_staffing },
  { "appraisals", N_ ("Annual appraisals"), N_ ("Such as 2023优秀、2024称职、2025称职."),
    XR_FIELD_PARAGRAPH, 0 },
  { "punished_until", N_ ("Disciplinary action in effect until"), N_ ("Empty: none."),
    XR_FIELD_MONTH, 0 },
  FACT ("phone", N_ ("Telephone")),
  { "source", N_ ("How the candidate came forward"), NULL, XR_FIELD_TEXT, XR_FIELD_SUGGEST,
    .choices = xr_words_source },
  { "resume", N_ ("Career"), NULL, XR_FIELD_PARAGRAPH, 0 },
  { "note", N_ ("Note"), NULL, XR_FIELD_PARAGRAPH, 0 },
};

/* Facts may be completed while the eligibility is reviewed; applications end with registration. */
const XrTable xr_table_candidate = {
  .name = "candidate",
  .title = N_ ("Candidates"),
  .singular = N_ ("candidate"),
  .empty = N_ ("No candidates yet. Add them by hand, or import the registration list."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .stage = 3,
  .order = "length (number), number",
  XR_FIELDS (candidate_fields),
  .check = check_candidate,
  .unique = "number",
  .follow = follow_candidate,
};

static const XrChoice states[] = {
  { "active", N_ ("in the running") }, { "ineligible", N_ ("not eligible") },
  { "withdrawn", N_ ("withdrawn") },   { "absent", N_ ("absent") },
  { "vetoed", N_ ("vetoed") },         { NULL },
};

static gboolean
check_application (XrOffice *office, XrRow *row, GError **error)
{
  if (g_strcmp0 (xr_row_get (row, "state"), "active") == 0)
    {
      if (xr_row_get (row, "left_on") != NULL || xr_row_get (row, "left_reason") != NULL)
        return xr_check_fail (error, _ ("A candidate in the running has neither a day nor a reason "
                                        "of leaving."));
      return TRUE;
    }
  return xr_check_given (row, "left_on", _ ("Write the day on which the candidate left."), error)
         && xr_check_given (row, "left_reason", _ ("Write the reason why the candidate left."),
                            error);
}

static const XrField application_fields[] = {
  { "candidate_id", N_ ("Candidate"), NULL, XR_FIELD_REFERENCE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .target = "candidate" },
  { "post_id", N_ ("Post"), NULL, XR_FIELD_REFERENCE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .target = "post" },
  { "wish", N_ ("Order of wishes"), N_ ("1 for the post wanted most."), XR_FIELD_INTEGER,
    XR_FIELD_IN_LIST, .min = 1, .max = 20 },
  { "received_on", N_ ("Received on"), NULL, XR_FIELD_DATE, XR_FIELD_IN_LIST | XR_FIELD_TODAY },
  { "state", N_ ("State"), NULL, XR_FIELD_CHOICE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_HIDDEN, .choices = states,
    .initial = "active" },
  { "left_on", N_ ("Left on"), NULL, XR_FIELD_DATE, XR_FIELD_HIDDEN },
  { "left_reason", N_ ("Reason of leaving"), NULL, XR_FIELD_PARAGRAPH, XR_FIELD_HIDDEN },
};

const XrTable xr_table_application = {
  .name = "application",
  .title = N_ ("Applications"),
  .singular = N_ ("application"),
  .empty = N_ ("No applications yet. Add the posts that the candidate applies for."),
  .key = "id",
  .owner = "candidate_id",
  .owner_table = "candidate",
  .stage = 2,
  .order = "ifnull (wish, 99), post_id, id",
  XR_FIELDS (application_fields),
  .check = check_application,
  .unique = "post_id",
};
