/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stages 9 and 10: publicity and complaints, appointment, the reserve and those who are told. */

#include "config.h"

#include "round/tables/tables.h"

#define APPLICATION_FIELD                                                                          \
  {                                                                                                \
    "application_id", N_ ("Candidate and post"), NULL, XR_FIELD_REFERENCE,                         \
      XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .target = "application"               \
  }

static const XrChoice day_units[] = { { "working", N_ ("working days") },
                                      { "calendar", N_ ("calendar days") },
                                      { NULL } };

static const XrField publicity_fields[] = {
  { "posted_on", N_ ("Posted on"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_TODAY },
  { "days", N_ ("Days"), NULL, XR_FIELD_INTEGER, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, 1, 365 },
  { "unit", N_ ("Counted in"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .choices = day_units },
  { "same_day", N_ ("The day of posting counts"), NULL, XR_FIELD_SWITCH,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, .initial = "0" },
  { "places", N_ ("Posted at"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "phone", N_ ("Telephone for reports"), NULL, XR_FIELD_TEXT, 0 },
  { "address", N_ ("Address for reports"), NULL, XR_FIELD_TEXT, 0 },
  { "note", N_ ("Note"), NULL, XR_FIELD_PARAGRAPH, 0 },
};

const XrTable xr_table_publicity = {
  .name = "publicity",
  .title = N_ ("Publicity"),
  .singular = N_ ("notice"),
  .empty = N_ (
    "Nothing posted yet. Add the day on which the notice is posted and how long it stays."),
  .key = "id",
  .owner = "round_id",
  .owner_table = "round",
  .stage = 9,
  .order = "posted_on, id",
  XR_FIELDS (publicity_fields),
};

static const XrChoice complaint_stages[] = { { "7", N_ ("Inspection") },
                                             { "9", N_ ("Publicity") },
                                             { NULL } };
static const XrChoice ways[] = { { "letter", N_ ("letter") },
                                 { "visit", N_ ("visit") },
                                 { "phone", N_ ("telephone") },
                                 { "net", N_ ("internet") },
                                 { NULL } };
static const XrChoice complaint_outcomes[] = {
  { "open", N_ ("still open") },
  { "unfounded", N_ ("not proved") },
  { "minor", N_ ("proved, without effect") },
  { "proved", N_ ("proved, with effect") },
  { NULL },
};

static gboolean
check_complaint (XrOffice *office, XrRow *row, GError **error)
{
  gboolean open = g_strcmp0 (xr_row_get (row, "outcome"), "open") == 0;
  gboolean closed = xr_row_get (row, "closed_on") != NULL;

  if (closed && open)
    return xr_check_fail (error, _ ("A complaint that is closed needs its outcome."));
  if (!closed && !open)
    return xr_check_fail (error, _ ("Write the day on which the complaint was closed."));
  if (closed
      && !xr_check_given (row, "inquiry", _ ("Write how the complaint was looked into."), error))
    return FALSE;
  return xr_check_order (row, "received_on", "closed_on",
                         _ ("The complaint is closed before it came in."), error)
         && xr_check_order (row, "received_on", "answered_on",
                            _ ("The complaint is answered before it came in."), error);
}

static const XrField complaint_fields[] = {
  APPLICATION_FIELD,
  { "stage", N_ ("Came in during"), NULL, XR_FIELD_CHOICE,
    XR_FIELD_REQUIRED | XR_FIELD_FIXED | XR_FIELD_IN_LIST, .choices = complaint_stages },
  { "received_on", N_ ("Received on"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_TODAY },
  { "way", N_ ("Came by"), NULL, XR_FIELD_CHOICE, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST,
    .choices = ways },
  { "named", N_ ("Signed with a name"), NULL, XR_FIELD_SWITCH,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "matter", N_ ("Matter"), NULL, XR_FIELD_PARAGRAPH, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "handler", N_ ("Handled by"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "inquiry", N_ ("Inquiry"), NULL, XR_FIELD_PARAGRAPH, 0 },
  { "outcome", N_ ("Outcome of the inquiry"), NULL, XR_FIELD_CHOICE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST, .choices = complaint_outcomes, .initial = "open" },
  { "closed_on", N_ ("Closed on"), NULL, XR_FIELD_DATE, XR_FIELD_IN_LIST },
  { "answered_on", N_ ("Answered on"), N_ ("A signed report is answered."), XR_FIELD_DATE, 0 },
};

const XrTable xr_table_complaint = {
  .name = "complaint",
  .title = N_ ("Complaints and reports"),
  .singular = N_ ("complaint"),
  .empty = N_ ("No complaints. Add each one that comes in, named or not."),
  .key = "id",
  .owner = "application_id",
  .owner_table = "application",
  .order = "received_on, id",
  XR_FIELDS (complaint_fields),
  .check = check_complaint,
};

static const XrChoice outcomes[] = { { "confirmed", N_ ("confirmed in the post") },
                                     { "extended", N_ ("probation extended") },
                                     { "removed", N_ ("removed from the post") },
                                     { NULL } };

/* A4 and A5 of rules.md 2.8: two clocks, the decision and then the notice. */
static gboolean
check_appointment (XrOffice *office, XrRow *row, GError **error)
{
  if (!xr_check_order (row, "decided_on", "notice_on",
                       _ ("The notice is dated before the decision."), error)
      || !xr_check_order (row, "notice_on", "outcome_on",
                          _ ("Probation ends before the notice of appointment."), error))
    return FALSE;
  if (xr_row_get (row, "talk_on") != NULL
      && !xr_check_given (row, "talk_by", _ ("Write who held the talk."), error))
    return FALSE;
  if (xr_row_get (row, "outcome") != NULL
      && !xr_check_given (row, "outcome_on", _ ("Write the day of the decision on probation."),
                          error))
    return FALSE;
  if (g_strcmp0 (xr_row_get (row, "outcome"), "extended") == 0)
    return xr_check_given (row, "extended_months",
                           _ ("Write by how many months probation is extended."), error);
  return TRUE;
}

static const XrField appointment_fields[] = {
  APPLICATION_FIELD,
  { "decided_on", N_ ("Appointment decided on"), N_ ("Time in the post counts from here."),
    XR_FIELD_DATE, XR_FIELD_IN_LIST },
  { "notice_on", N_ ("Notice of appointment dated"), N_ ("Probation counts from here."),
    XR_FIELD_DATE, XR_FIELD_IN_LIST },
  { "notice_number", N_ ("Number of the notice"), NULL, XR_FIELD_TEXT, XR_FIELD_IN_LIST },
  { "talk_on", N_ ("Appointment talk held on"), NULL, XR_FIELD_DATE, XR_FIELD_IN_LIST },
  { "talk_by", N_ ("Appointment talk held by"), NULL, XR_FIELD_TEXT, 0 },
  { "talk_note", N_ ("Content of the talk"), NULL, XR_FIELD_PARAGRAPH, 0 },
  { "filed_on", N_ ("Filed on"), NULL, XR_FIELD_DATE, XR_FIELD_IN_LIST },
  { "filed_with", N_ ("Filed with"), NULL, XR_FIELD_TEXT, 0 },
  { "probation_months", N_ ("Months of probation"), NULL, XR_FIELD_INTEGER, XR_FIELD_IN_LIST, 0,
    60 },
  { "outcome", N_ ("Outcome of probation"), NULL, XR_FIELD_CHOICE, XR_FIELD_IN_LIST,
    .choices = outcomes },
  { "outcome_on", N_ ("Outcome decided on"), NULL, XR_FIELD_DATE, 0 },
  { "extended_months", N_ ("Extended by months"), NULL, XR_FIELD_INTEGER, 0, 0, 60 },
  { "outcome_note", N_ ("Note on probation"), NULL, XR_FIELD_PARAGRAPH, 0 },
};

const XrTable xr_table_appointment = {
  .name = "appointment",
  .title = N_ ("Appointments"),
  .singular = N_ ("appointment"),
  .empty = N_ ("No appointments yet. Add one for everybody who was chosen."),
  .key = "application_id",
  .owner = "application_id",
  .owner_table = "application",
  .stage = 10,
  .order = "application_id",
  XR_FIELDS (appointment_fields),
  .check = check_appointment,
};

static const XrField reserve_fields[] = {
  APPLICATION_FIELD,
  { "entered_on", N_ ("Entered on"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_TODAY },
  { "reason", N_ ("Reason"), NULL, XR_FIELD_PARAGRAPH, XR_FIELD_IN_LIST },
};

const XrTable xr_table_reserve = {
  .name = "reserve",
  .title = N_ ("Reserve"),
  .singular = N_ ("entry of the reserve"),
  .empty = N_ ("Nobody yet. Add strong candidates who missed out."),
  .key = "application_id",
  .owner = "application_id",
  .owner_table = "application",
  .stage = 10,
  .order = "entered_on, application_id",
  XR_FIELDS (reserve_fields),
};

static const XrField notification_fields[] = {
  APPLICATION_FIELD,
  { "told_on", N_ ("Told on"), NULL, XR_FIELD_DATE,
    XR_FIELD_REQUIRED | XR_FIELD_IN_LIST | XR_FIELD_TODAY },
  { "told_by", N_ ("Told by"), NULL, XR_FIELD_TEXT, XR_FIELD_REQUIRED | XR_FIELD_IN_LIST },
  { "note", N_ ("Note"), NULL, XR_FIELD_PARAGRAPH, XR_FIELD_IN_LIST },
};

const XrTable xr_table_notification = {
  .name = "notification",
  .title = N_ ("Those who were told"),
  .singular = N_ ("person told"),
  .empty = N_ ("Nobody told yet. Those who were not chosen are told by somebody in person."),
  .key = "application_id",
  .owner = "application_id",
  .owner_table = "application",
  .stage = 10,
  .order = "told_on, application_id",
  XR_FIELDS (notification_fields),
};
