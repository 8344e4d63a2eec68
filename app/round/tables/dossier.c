/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dossiers: what the 干部任免审批表 says beyond the candidate, relatives, posts held, attachments. They may
 * be completed until the round is over, as the form itself is needed last; facts that decide on
 * eligibility stay in `candidate`. */

#include "config.h"

#include "round/dossier.h"
#include "round/tables/tables.h"
#include "rules/form-date.h"

#define TEXT(column, label)                                                                        \
  {                                                                                                \
    column, label, NULL, XR_FIELD_TEXT, 0                                                          \
  }
#define SUGGEST(column, label, list)                                                               \
  {                                                                                                \
    column, label, NULL, XR_FIELD_TEXT, XR_FIELD_SUGGEST, .choices = list                          \
  }
#define OF_CANDIDATE .owner = "candidate_id", .owner_table = "candidate", .stage = 0

static const XrField dossier_fields[] = {
  TEXT ("native_place", N_ ("Native place")),
  TEXT ("birth_place", N_ ("Place of birth")),
  { "other_parties", N_ ("Further parties"), N_ ("Several divided by ；, such as 民盟；民革."),
    XR_FIELD_TEXT, XR_FIELD_SUGGEST, .choices = xr_words_party },
  SUGGEST ("health", N_ ("Health"), xr_words_health),
  TEXT ("technical_post", N_ ("Professional title")),
  TEXT ("speciality", N_ ("Field and special skills")),
  SUGGEST ("full_education", N_ ("Full-time education"), xr_words_education),
  TEXT ("full_education_school", N_ ("School and major of the full-time education")),
  SUGGEST ("full_degree", N_ ("Full-time degree"), xr_words_degree),
  TEXT ("full_degree_school", N_ ("School and major of the full-time degree")),
  SUGGEST ("part_education", N_ ("On-the-job education"), xr_words_education),
  TEXT ("part_education_school", N_ ("School and major of the on-the-job education")),
  SUGGEST ("part_degree", N_ ("On-the-job degree"), xr_words_degree),
  TEXT ("part_degree_school", N_ ("School and major of the on-the-job degree")),
  TEXT ("proposed_post", N_ ("Post to be given")),
  TEXT ("removed_post", N_ ("Post to be removed from")),
  { "awards", N_ ("Awards and punishments"), N_ ("Write 无 where there are none."),
    XR_FIELD_PARAGRAPH, 0 },
  { "reason", N_ ("Reason of the appointment or removal"), NULL, XR_FIELD_PARAGRAPH, 0 },
  { "reporting_unit", N_ ("Reporting unit"), NULL, XR_FIELD_PARAGRAPH, 0 },
  SUGGEST ("age_limit", N_ ("Age limit before the reform"), xr_words_age_limit),
  { "retires_on", N_ ("Reaches the age limit"), N_ ("Empty: counted from birth and age limit."),
    XR_FIELD_MONTH, 0 },
  { "age_date", N_ ("Age counted on"), NULL, XR_FIELD_MONTH, 0 },
  { "filled_on", N_ ("Filled in on"), NULL, XR_FIELD_MONTH, 0 },
  TEXT ("filled_by", N_ ("Filled in by")),
  TEXT ("email", N_ ("E-mail")),
  TEXT ("address", N_ ("Address")),
  TEXT ("contact", N_ ("Emergency contact")),
  { "photo_id", N_ ("Photo"), NULL, XR_FIELD_INTEGER, XR_FIELD_HIDDEN },
};

const XrTable xr_table_dossier = {
  .name = "dossier",
  .title = N_ ("Dossiers"),
  .singular = N_ ("dossier"),
  .empty = N_ ("No dossier yet. Open a candidate and fill it in."),
  .key = "candidate_id",
  OF_CANDIDATE,
  .order = "candidate_id",
  XR_FIELDS (dossier_fields),
  .follow = xr_dossier_follow,
};

/* ---- family */

/* A month is kept as everywhere; a year, or 1962春, as the form has it. */
static gboolean
check_relative (XrOffice *office, XrRow *row, GError **error)
{
  const char *born = xr_row_get (row, "born");
  g_autofree char *iso = xr_date_to_iso (xr_form_date_to_date (born));
  XrFormDate date;

  if (xr_row_get (row, "relation") == NULL && xr_row_get (row, "name") == NULL
      && xr_row_get (row, "work") == NULL)
    return xr_check_fail (error, _ ("Write the relation and the name."));
  if (born != NULL && !xr_form_date_parse (born, &date))
    return xr_check_fail (error,
                          _ ("The date of birth is not readable. Write it like 1975.08, or the "
                             "year alone."));
  if (iso[0] != '\0')
    xr_row_set (row, "born", iso);
  return TRUE;
}

static const XrField relative_fields[] = {
  { "relation", N_ ("Relation"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST | XR_FIELD_SUGGEST,
    .choices = xr_words_relation },
  { "name", N_ ("Full name"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "born", N_ ("Born"), N_ ("Such as 1975.08, or the year alone."), XR_FIELD_TEXT,
    XR_FIELD_IN_LIST },
  { "party", N_ ("Political status"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST | XR_FIELD_SUGGEST,
    .choices = xr_words_party },
  { "work", N_ ("Unit and post"),
    N_ ("Retired or dead: after the former unit, （已退休）, （已去世）."), XR_FIELD_TEXT,
    XR_FIELD_IN_LIST },
  { "position", N_ ("Order on the form"), NULL, XR_FIELD_INTEGER,
    XR_FIELD_REQUIRED | XR_FIELD_HIDDEN, .initial = "0" },
  { "extras", N_ ("From the imported form"), NULL, XR_FIELD_PARAGRAPH, XR_FIELD_HIDDEN },
};

const XrTable xr_table_relative = {
  .name = "relative",
  .title = N_ ("Family and important social relations"),
  .singular = N_ ("relative"),
  .empty = N_ ("Nobody yet. Add spouse, children and parents, and relatives in high office."),
  .key = "id",
  OF_CANDIDATE,
  .order = "position, id",
  XR_FIELDS (relative_fields),
  .check = check_relative,
};

/* ---- posts and ranks */

static const XrChoice tenure_kinds[] = { { "post", N_ ("Post") },
                                         { "rank", N_ ("Rank") },
                                         { NULL } };

static gboolean
check_tenure (XrOffice *office, XrRow *row, GError **error)
{
  return xr_check_order (row, "since", "until", _ ("It ends before it begins."), error);
}

static const XrField tenure_fields[] = {
  { "kind", N_ ("Post or rank"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .choices = tenure_kinds },
  { "name", N_ ("Post or rank in words"), NULL, XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_SUGGEST, .choices = xr_words_rank },
  { "level", N_ ("Level"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST | XR_FIELD_SUGGEST,
    .choices = xr_words_level },
  { "since", N_ ("From"), NULL, XR_FIELD_MONTH, XR_FIELD_IN_LIST },
  { "until", N_ ("Until"), N_ ("Empty: still held."), XR_FIELD_MONTH, XR_FIELD_IN_LIST },
  { "document", N_ ("Number of the order"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
};

const XrTable xr_table_tenure = {
  .name = "tenure",
  .title = N_ ("Posts and ranks"),
  .singular = N_ ("post or rank"),
  .empty = N_ ("None yet. Add the posts and ranks held, each with its months."),
  .key = "id",
  OF_CANDIDATE,
  .order = "since DESC, id DESC",
  XR_FIELDS (tenure_fields),
  .check = check_tenure,
  .follow = xr_tenure_follow,
};

/* ---- attachments */

static const XrField attachment_fields[] = {
  { "name", N_ ("File"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "kind", N_ ("What it is"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST | XR_FIELD_SUGGEST,
    .choices = xr_words_attachment },
  { "added_on", N_ ("Added on"), NULL, XR_FIELD_DATE, XR_FIELD_IN_LIST | XR_FIELD_TODAY },
  { "note", N_ ("Note"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "file_id", N_ ("Stored file"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED | XR_FIELD_HIDDEN },
};

const XrTable xr_table_attachment = {
  .name = "attachment",
  .title = N_ ("Attachments"),
  .singular = N_ ("attachment"),
  .empty = N_ (
    "No attachments yet. Add copies of diplomas, appraisals and the like, or drop them here."),
  .key = "id",
  OF_CANDIDATE,
  .order = "id",
  XR_FIELDS (attachment_fields),
};
