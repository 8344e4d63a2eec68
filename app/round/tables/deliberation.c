/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 8: the opinions asked for before the meeting, who was there, who left, and the votes. */

#include "config.h"

#include "round/tables/tables.h"
#include "store/database.h"

static const XrChoice methods[] = { { "oral", N_ ("By word of mouth") },
                                    { "hands", N_ ("By show of hands") },
                                    { "secret", N_ ("By secret ballot") },
                                    { NULL } };

static const XrField meeting_fields[] = {
  { "held_on", N_ ("Held on"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_TODAY },
  { "number", N_ ("Number of the meeting"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "place", N_ ("Held at"), NULL, XR_FIELD_TEXT, 0 },
  { "chair", N_ ("Chair"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "recorder", N_ ("Minutes kept by"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "method", N_ ("Form of vote"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .choices = methods, .initial = "secret" },
  { "tellers", N_ ("Tellers"), N_ ("Those who watch and those who count."), XR_FIELD_TEXT, 0 },
  { "note", N_ ("Note"), NULL, XR_FIELD_PARAGRAPH, 0 },
};

const XrTable xr_table_meeting = {
  .name = "meeting",
  .title = N_ ("Meetings"),
  .singular = N_ ("meeting"),
  .empty = N_ ("No meeting yet. Add the meeting that discusses and decides."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .stage = 8,
  .order = "held_on, id",
  XR_FIELDS (meeting_fields),
};

/* rules.md section 4: those who attend without a vote are never due; who has no vote is no member. */
static gboolean
check_attendee (XrOffice *office, XrRow *row, GError **error)
{
  gboolean member = xr_row_get_int (row, "member") != 0;
  gboolean due = xr_row_get_int (row, "due") != 0;
  gboolean present = xr_row_get_int (row, "present") != 0;

  if (!member && due)
    return xr_check_fail (error, _ ("Somebody who attends without a vote is not among those due to "
                                    "attend."));
  if (member && present && !due)
    return xr_check_fail (error, _ ("A member who is present was due to attend."));
  if (present && xr_row_get (row, "absence") != NULL)
    return xr_check_fail (error, _ ("Somebody who is present has no reason of absence."));
  return TRUE;
}

static const XrField attendee_fields[] = {
  { "name", N_ ("Full name"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "position", N_ ("Unit and position"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "member", N_ ("Member with a vote"), NULL, XR_FIELD_SWITCH,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, .initial = "1" },
  { "due", N_ ("Due to attend"), NULL, XR_FIELD_SWITCH, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .initial = "1" },
  { "present", N_ ("Present"), NULL, XR_FIELD_SWITCH, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .initial = "1" },
  { "absence", N_ ("Reason of absence"), NULL, XR_FIELD_TEXT, 0 },
  { "speaking_order", N_ ("Speaking order"), N_ ("The chair speaks last."), XR_FIELD_INTEGER,
    XR_FIELD_IN_LIST, 1, 999 },
  { "meeting_id", N_ ("Meeting"), NULL, XR_FIELD_REFERENCE, XR_FIELD_REQUIRED | XR_FIELD_FIXED,
    .target = "meeting" },
};

const XrTable xr_table_attendee = {
  .name = "attendee",
  .title = N_ ("Attendance"),
  .singular = N_ ("person"),
  .empty = N_ (
    "Nobody yet. Add all members of the body, those absent too, and who attends without a "
    "vote."),
  .key = "id",
  .owner = "meeting_id",
  .owner_table = "meeting",
  .stage = 8,
  .order = "member DESC, speaking_order IS NULL, speaking_order, id",
  XR_FIELDS (attendee_fields),
  .check = check_attendee,
  .unique = "name",
};

static const XrField recusal_fields[] = {
  { "attendee_id", N_ ("Member who left the room"), NULL, XR_FIELD_REFERENCE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .target = "attendee" },
  { "application_id", N_ ("While this was discussed"), NULL, XR_FIELD_REFERENCE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, .target = "application" },
  { "reason", N_ ("Reason"), N_ ("Such as kinship."), XR_FIELD_TEXT,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
};

const XrTable xr_table_recusal = {
  .name = "recusal",
  .title = N_ ("Recusals"),
  .singular = N_ ("recusal"),
  .empty = N_ ("No recusals. Add one when a member leaves while a candidate is discussed."),
  .key = "id",
  .owner = "attendee_id",
  .owner_table = "attendee",
  .stage = 8,
  .order = "attendee_id, application_id",
  XR_FIELDS (recusal_fields),
  .unique = "application_id",
};

/* Members with a vote who are present and were not recused for the application of @row. */
static gint64
count_voters (XrOffice *office, XrRow *row)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (
    xr_office_get_database (office),
    "SELECT count(*) FROM attendee WHERE meeting_id = :meeting AND member = 1 AND present = 1"
    "  AND NOT EXISTS (SELECT 1 FROM recusal WHERE attendee_id = attendee.id"
    "                  AND application_id = :application)",
    NULL);

  xr_statement_bind_int (statement, ":meeting", xr_row_get_owner (row));
  xr_statement_bind_int (statement, ":application", xr_row_get_int (row, "application_id"));
  return xr_statement_step (statement, NULL) == XR_STEP_ROW ? xr_statement_get_int (statement, 0)
                                                            : 0;
}

static gboolean
check_vote (XrOffice *office, XrRow *row, GError **error)
{
  gint64 votes = xr_row_get_int (row, "yes") + xr_row_get_int (row, "no")
                 + xr_row_get_int (row, "defer") + xr_row_get_int (row, "abstain");
  gint64 voters = count_voters (office, row);

  if (votes > voters)
    {
      g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
                   _ ("%1$d votes, but only %2$d members are present and not recused. Correct the "
                      "votes or the attendance."),
                   (int) votes, (int) voters);
      return FALSE;
    }
  if (!xr_check_at_most (row, "returned", "issued",
                         _ ("More ballots are returned than were issued: the vote is void and has "
                            "to be taken again."),
                         error))
    return FALSE;
  if (xr_row_get (row, "returned") != NULL && votes > xr_row_get_int (row, "returned"))
    return xr_check_fail (error, _ ("More votes than ballots returned."));
  if (xr_row_get_int (row, "postponed") != 0)
    return xr_check_given (row, "reason", _ ("Write why the meeting put it off."), error);
  return TRUE;
}

static const XrField vote_fields[] = {
  { "application_id", N_ ("Candidate and post"), NULL, XR_FIELD_REFERENCE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .target = "application" },
  { "issued", N_ ("Ballots issued"), NULL, XR_FIELD_INTEGER, 0, 0, 9999 },
  { "returned", N_ ("Ballots returned"), NULL, XR_FIELD_INTEGER, 0, 0, 9999 },
  { "yes", N_ ("Agree"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0, 9999 },
  { "no", N_ ("Disagree"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0, 9999,
    .initial = "0" },
  { "defer", N_ ("Put off"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0, 9999,
    .initial = "0" },
  { "abstain", N_ ("Abstained"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 0,
    9999, .initial = "0" },
  { "postponed", N_ ("Put off by the meeting"), NULL, XR_FIELD_SWITCH,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, .initial = "0" },
  { "reason", N_ ("Reason"), N_ ("Why it departs from the ranking, or why it was put off."),
    XR_FIELD_PARAGRAPH, 0 },
  { "meeting_id", N_ ("Meeting"), NULL, XR_FIELD_REFERENCE, XR_FIELD_REQUIRED | XR_FIELD_FIXED,
    .target = "meeting" },
};

const XrTable xr_table_vote = {
  .name = "vote",
  .title = N_ ("Votes of the meeting"),
  .singular = N_ ("vote"),
  .empty = N_ ("No votes yet. Add the vote on each candidate who was discussed."),
  .key = "id",
  .owner = "meeting_id",
  .owner_table = "meeting",
  .stage = 8,
  .order = "id",
  XR_FIELDS (vote_fields),
  .check = check_vote,
  .unique = "application_id",
};

static const XrChoice opinions[] = { { "agree", N_ ("agrees") },
                                     { "disagree", N_ ("disagrees") },
                                     { "other", N_ ("other opinion") },
                                     { NULL } };

/* rules.md D15 */
static gboolean
check_consultation (XrOffice *office, XrRow *row, GError **error)
{
  const char *opinion = xr_row_get (row, "opinion");

  if (opinion != NULL
      && !xr_check_given (row, "answered_on", _ ("Write the day on which the opinion came in."),
                          error))
    return FALSE;
  if (opinion == NULL && xr_row_get (row, "answered_on") != NULL)
    return xr_check_fail (error, _ ("Choose what the opinion was."));
  if (opinion != NULL && strcmp (opinion, "agree") != 0
      && !xr_check_given (row, "note", _ ("Write what was said against it."), error))
    return FALSE;
  return xr_check_order (row, "asked_on", "answered_on",
                         _ ("The opinion came in before it was asked for."), error);
}

static const XrField consultation_fields[] = {
  { "application_id", N_ ("Candidate and post"), NULL, XR_FIELD_REFERENCE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .target = "application" },
  { "asked", N_ ("Opinion asked of"),
    N_ ("Leaders in charge; for a person outside the party the united front department too."),
    XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "asked_on", N_ ("Asked on"), NULL, XR_FIELD_DATE, XR_FIELD_REQUIRED | XR_FIELD_TODAY },
  { "shared", N_ ("Has a say in managing the post"),
    N_ ("Asked in writing; no answer within a month is consent."), XR_FIELD_SWITCH,
    XR_FIELD_REQUIRED, .initial = "0" },
  { "opinion", N_ ("Opinion"), NULL, XR_FIELD_CHOICE, XR_FIELD_IN_LIST, .choices = opinions },
  { "answered_on", N_ ("Opinion came in on"), NULL, XR_FIELD_DATE, XR_FIELD_IN_LIST },
  { "note", N_ ("What was said, document number"), NULL, XR_FIELD_PARAGRAPH, 0 },
};

const XrTable xr_table_consultation = {
  .name = "consultation",
  .title = N_ ("Consultation"),
  .singular = N_ ("opinion"),
  .empty = N_ ("Nobody was asked yet. Add each opinion that is asked for before the meeting."),
  .key = "id",
  .owner = "application_id",
  .owner_table = "application",
  .stage = 8,
  .order = "application_id, asked_on, id",
  XR_FIELDS (consultation_fields),
  .check = check_consultation,
};
