/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 7: the team, what it found, whom it talked to and what had to be checked. */

#include "config.h"

#include "round/tables/tables.h"

#define APPLICATION_FIELD                                                                          \
  {                                                                                                \
    "application_id", N_ ("Candidate and post"), NULL, XR_FIELD_REFERENCE,                         \
      XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .target = "application"               \
  }

static const XrField team_fields[] = {
  { "name", N_ ("Full name"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "position", N_ ("Unit and position"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "leader", N_ ("Leads the team"), NULL, XR_FIELD_SWITCH, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .initial = "0" },
  { "phone", N_ ("Telephone"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
};

const XrTable xr_table_team_member = {
  .name = "team_member",
  .title = N_ ("Members of the inspection team"),
  .singular = N_ ("member"),
  .empty = N_ ("No members yet. Add two or more; one of them leads the team."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .stage = 7,
  .order = "leader DESC, id",
  XR_FIELDS (team_fields),
  .unique = "name",
};

static const XrChoice ratings[] = { { "excellent", N_ ("Excellent") },
                                    { "good", N_ ("Good") },
                                    { "fair", N_ ("Fair") },
                                    { "poor", N_ ("Poor") },
                                    { NULL } };

static gboolean
check_inspection (XrOffice *office, XrRow *row, GError **error)
{
  if (!xr_check_order (row, "notice_on", "starts_on",
                       _ ("The inspection begins before its notice was posted."), error)
      || !xr_check_order (row, "starts_on", "ends_on", _ ("The inspection ends before it begins."),
                          error)
      || !xr_check_order (row, "starts_on", "reported_on",
                          _ ("The report is signed before the inspection begins."), error))
    return FALSE;
  if (xr_row_get_int (row, "vetoed") == 0)
    return TRUE;
  return xr_check_given (row, "veto_by", _ ("A veto needs the name of who vetoes."), error)
         && xr_check_given (row, "veto_reason", _ ("A veto needs its reason."), error);
}

static const XrField inspection_fields[] = {
  APPLICATION_FIELD,
  { "notice_on", N_ ("Notice of inspection posted on"), NULL, XR_FIELD_DATE, XR_FIELD_IN_LIST },
  { "notice_at", N_ ("Notice posted at"), NULL, XR_FIELD_TEXT, 0 },
  { "starts_on", N_ ("Inspection begins on"), NULL, XR_FIELD_DATE, XR_FIELD_IN_LIST },
  { "ends_on", N_ ("Inspection ends on"), NULL, XR_FIELD_DATE, 0 },
  { "strengths", N_ ("Main strengths"), NULL, XR_FIELD_PARAGRAPH, 0 },
  { "faults", N_ ("Main faults"), NULL, XR_FIELD_PARAGRAPH, 0 },
  { "life_circle", N_ ("Finding on life outside work"), N_ ("Where the plan asks for it."),
    XR_FIELD_PARAGRAPH, 0 },
  { "rating", N_ ("Rating"), NULL, XR_FIELD_CHOICE, XR_FIELD_IN_LIST, .choices = ratings },
  { "opinion", N_ ("Opinion on the post"), NULL, XR_FIELD_PARAGRAPH, 0 },
  { "reported_on", N_ ("Inspection report signed on"), NULL, XR_FIELD_DATE, XR_FIELD_IN_LIST },
  { "vetoed", N_ ("Vetoed"), NULL, XR_FIELD_SWITCH, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .initial = "0" },
  { "veto_by", N_ ("Vetoed by"), NULL, XR_FIELD_TEXT, 0 },
  { "veto_reason", N_ ("Reason of the veto"), NULL, XR_FIELD_PARAGRAPH, 0 },
};

const XrTable xr_table_inspection = {
  .name = "inspection",
  .title = N_ ("Inspections"),
  .singular = N_ ("inspection"),
  .empty = N_ ("No inspection yet. Add one for each candidate on the shortlist."),
  .key = "application_id",
  .owner = "application_id",
  .owner_table = "application",
  .stage = 7,
  .order = "application_id",
  XR_FIELDS (inspection_fields),
  .check = check_inspection,
};

static const XrChoice attitudes[] = { { "agree", N_ ("agrees") },
                                      { "mostly", N_ ("mostly agrees") },
                                      { "disagree", N_ ("disagrees") },
                                      { "unknown", N_ ("does not know the person") },
                                      { NULL } };

/* K2 of rules.md 2.5: two hold a talk. */
static gboolean
check_talk (XrOffice *office, XrRow *row, GError **error)
{
  g_auto (GStrv) names = g_regex_split_simple ("[、，,;；\\s]+", xr_row_get (row, "talkers"), 0, 0);

  if (g_strv_length (names) >= 2)
    return TRUE;
  return xr_check_fail (error,
                        _ ("Two members of the team hold a talk. Write both names, divided by "
                           "a comma."));
}

static const XrField talk_fields[] = {
  APPLICATION_FIELD,
  { "held_on", N_ ("Held on"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_TODAY },
  { "place", N_ ("Held at"), NULL, XR_FIELD_TEXT, 0 },
  { "with_name", N_ ("Talked to"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "with_position", N_ ("Unit and position"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "talkers", N_ ("Held by"), N_ ("Two or more names, divided by commas."), XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "attitude", N_ ("Attitude to the appointment"), NULL, XR_FIELD_CHOICE, XR_FIELD_IN_LIST,
    .choices = attitudes },
  { "content", N_ ("What was said"), NULL, XR_FIELD_PARAGRAPH, 0 },
};

const XrTable xr_table_talk = {
  .name = "talk",
  .title = N_ ("Inspection talks"),
  .singular = N_ ("talk"),
  .empty = N_ ("No talks yet. Add each talk with who was asked and what was said."),
  .key = "id",
  .owner = "application_id",
  .owner_table = "application",
  .stage = 7,
  .order = "application_id, held_on, id",
  XR_FIELDS (talk_fields),
  .check = check_talk,
};

static const XrChoice check_kinds[] = {
  { "archive", N_ ("Personnel file") },
  { "personal", N_ ("Report on personal matters") },
  { "discipline", N_ ("Opinion of the discipline inspection") },
  { "complaints", N_ ("Complaints that can be looked into") },
  { "integrity", N_ ("Conclusion on integrity") },
  { "audit", N_ ("Audit of economic responsibility") },
  { NULL },
};
static const XrChoice conclusions[] = { { "clear", N_ ("nothing found") },
                                        { "minor", N_ ("found, without effect") },
                                        { "problem", N_ ("found, with effect") },
                                        { "not-due", N_ ("not called for") },
                                        { NULL } };

static gboolean
check_inspection_check (XrOffice *office, XrRow *row, GError **error)
{
  const char *conclusion = xr_row_get (row, "conclusion");
  const char *kind = xr_row_get (row, "kind");

  if (g_strcmp0 (conclusion, "not-due") == 0 && g_strcmp0 (kind, "audit") != 0
      && g_strcmp0 (kind, "complaints") != 0 && g_strcmp0 (kind, "personal") != 0)
    return xr_check_fail (error, _ ("This check is called for in every case."));
  if (g_strcmp0 (conclusion, "clear") == 0 || g_strcmp0 (conclusion, "not-due") == 0)
    return TRUE;
  return xr_check_given (row, "detail", _ ("Write what was found."), error);
}

static const XrField inspection_check_fields[] = {
  APPLICATION_FIELD,
  { "kind", N_ ("Check"), NULL, XR_FIELD_CHOICE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .choices = check_kinds },
  { "conclusion", N_ ("Conclusion"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .choices = conclusions },
  { "detail", N_ ("Finding"), NULL, XR_FIELD_PARAGRAPH, XR_FIELD_IN_LIST },
  { "paper", N_ ("Number of the paper"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "done_by", N_ ("Checked by"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "done_on", N_ ("Checked on"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_TODAY },
};

const XrTable xr_table_inspection_check = {
  .name = "inspection_check",
  .title = N_ ("Checks before a proposal"),
  .singular = N_ ("check"),
  .empty = N_ ("No checks yet. Archive, personal matters, discipline opinion and complaints are "
               "checked for everybody."),
  .key = "id",
  .owner = "application_id",
  .owner_table = "application",
  .stage = 7,
  .order = "application_id, id",
  XR_FIELDS (inspection_check_fields),
  .check = check_inspection_check,
  .unique = "kind",
};
