/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Probation: when it ends, and how it ended. */

#include "config.h"

#include "round/command.h"

/* A4: probation runs from the notice; A3: it may be extended once. A period of months ends
 * on the same day of the month, else on its last (民法典 art. 202). */
XrDate
xr_appointment_probation_end (XrOffice *office, gint64 application)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT notice_on, probation_months, ifnull(extended_months, 0) FROM appointment"
    " WHERE application_id = :application",
    XR_PARAMS (XR_INT (":application", application)));
  XrDate notice;

  if (!row || xr_statement_step (row, NULL) != XR_STEP_ROW || xr_statement_is_null (row, 1)
      || !xr_date_parse (xr_statement_get_text (row, 0), FALSE, &notice, NULL))
    return XR_DATE_NONE;
  return xr_date_add_months (notice,
                             (int) (xr_statement_get_int (row, 1) + xr_statement_get_int (row, 2)));
}

/* Probation runs from the notice, so nobody can say before it how it ended. */
static gboolean
is_before_notice (XrOffice *office, gint64 application, XrDate on)
{
  g_autofree char *notice = xr_sql_text (
    office, "SELECT notice_on FROM appointment WHERE application_id = :application",
    XR_PARAMS (XR_INT (":application", application)));
  g_autofree char *day = xr_date_to_iso (on);

  /* ISO dates have the order of their texts. */
  return notice && day && strcmp (day, notice) < 0;
}

static gboolean
check_outcome (const char *outcome, XrDate on, guint extended_months, GError **error)
{
  static const char *const outcomes[] = { "confirmed", "extended", "removed", NULL };

  if (!outcome)
    return TRUE;
  if (!g_strv_contains (outcomes, outcome))
    return xr_command_refuse (error, XR_ROUND_ERROR_VALUE, _ ("Choose how probation ended."));
  if (!xr_date_is_set (on) || on.day == 0)
    return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                              _ ("Write the day of the decision on probation."));
  if (g_str_equal (outcome, "extended") && extended_months == 0)
    return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                              _ ("Write by how many months probation is extended."));
  return TRUE;
}

/* Probation that was extended ends with a second outcome; the months of the extension stay. */
static gboolean
write_outcome (XrOffice *office, gint64 application, const char *outcome, XrDate on,
               guint extended_months, const char *note, GError **error)
{
  g_autofree char *date = outcome ? xr_date_to_iso (on) : NULL;

  return xr_sql_run (
    office,
    "UPDATE appointment SET outcome = :outcome, outcome_on = :on, outcome_note = :note,"
    " extended_months = CASE WHEN :months > 0 THEN :months ELSE extended_months END"
    " WHERE application_id = :application",
    XR_PARAMS (XR_TEXT (":outcome", outcome), XR_TEXT (":on", date), XR_TEXT (":note", note),
               XR_INT (":months", extended_months), XR_INT (":application", application)),
    error);
}

gboolean
xr_probation_record (XrOffice *office, gint64 application, const char *outcome, XrDate on,
                     guint extended_months, const char *note, GError **error)
{
  gint64 round = xr_command_round_of_application (office, application, error);
  g_autofree char *title = xr_command_application_title (office, application);

  if (round == 0 || !check_outcome (outcome, on, extended_months, error))
    return FALSE;
  if (!xr_date_is_set (xr_appointment_probation_end (office, application)))
    return xr_command_refuse (
      error, XR_ROUND_ERROR_REFUSED,
      _ ("Probation has not begun: record the notice and the months first."));
  if (outcome && is_before_notice (office, application, on))
    return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                              _ ("Probation ends before the notice of appointment."));
  if (!xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (
    office, write_outcome (office, application, outcome, on, extended_months, note, error),
    "probation.record", title, note, round, XR_ENTRY_NORMAL, error);
}
