/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Registration: a candidate with the application in one step, and leaving the running. */

#include "config.h"

#include "round/command.h"
#include "rules/case.h"

char *
xr_candidate_dup_next_number (XrOffice *office, gint64 round)
{
  g_autoptr (GPtrArray) numbers = xr_sql_texts (
    office, "SELECT number FROM candidate WHERE round_id = :round",
    XR_PARAMS (XR_INT (":round", round)));
  guint highest = 0;

  for (guint i = 0; i < numbers->len; i++)
    {
      guint64 number = 0;
      if (g_ascii_string_to_unsigned (g_ptr_array_index (numbers, i), 10, 0, G_MAXUINT - 1, &number,
                                      NULL))
        highest = MAX (highest, (guint) number);
    }
  return g_strdup_printf ("%02u", highest + 1);
}

/* 7, 07 and ７ are one number: refused when another candidate has it. */
static gboolean
check_number (XrOffice *office, gint64 round, XrRow *candidate, GError **error)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office, "SELECT id, number, name FROM candidate WHERE round_id = :round",
    XR_PARAMS (XR_INT (":round", round)));
  const char *number = xr_row_get (candidate, "number");

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    if (xr_statement_get_int (row, 0) != xr_row_get_id (candidate)
        && xr_candidate_number_compare (xr_statement_get_text (row, 1), number) == 0)
      {
        g_set_error (
          error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
          _ ("The number %1$s belongs to %2$s already; write another one or leave it empty."),
          number, xr_statement_get_text (row, 2));
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_applicable (XrOffice *office, gint64 post, gint64 round, GError **error)
{
  if (xr_command_round_of_post (office, post, error) != round)
    {
      if (error && *error == NULL)
        xr_command_refuse (error, XR_ROUND_ERROR_VALUE, _ ("This post is of another round."));
      return FALSE;
    }
  return xr_command_check_stage (office, round, XR_STAGE_REGISTER, error);
}

static gboolean
add_application (XrOffice *office, gint64 candidate, gint64 post, GError **error)
{
  g_autofree char *today = xr_today_iso ();

  return xr_sql_run (
    office,
    "INSERT INTO application (candidate_id, post_id, received_on)"
    " VALUES (:candidate, :post, :today) ON CONFLICT DO NOTHING",
    XR_PARAMS (XR_INT (":candidate", candidate), XR_INT (":post", post), XR_TEXT (":today", today)),
    error);
}

gboolean
xr_candidate_write (XrOffice *office, XrRow *candidate, gint64 post, GError **error)
{
  gint64 round = xr_row_get_owner (candidate);
  g_autofree char *number = NULL;

  if (!xr_row_get (candidate, "number"))
    {
      number = xr_candidate_dup_next_number (office, round);
      xr_row_set (candidate, "number", number);
    }
  return check_number (office, round, candidate, error)
         && (post == 0 || check_applicable (office, post, round, error))
         && xr_office_write (office, candidate, error)
         && (post == 0 || add_application (office, xr_row_get_id (candidate), post, error));
}

gboolean
xr_candidate_register (XrOffice *office, XrRow *candidate, gint64 post, GError **error)
{
  gboolean is_new = xr_row_get_id (candidate) == 0;
  g_autofree char *name = g_strdup (xr_row_get (candidate, "name"));

  if (!xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (office, xr_candidate_write (office, candidate, post, error),
                            is_new ? "candidate.add" : "candidate.change", name, NULL,
                            xr_row_get_owner (candidate), XR_ENTRY_NORMAL, error);
}

gboolean
xr_application_leave (XrOffice *office, gint64 application, const char *state, XrDate on,
                      const char *reason, GError **error)
{
  static const char *const ways[] = { "withdrawn", "absent", "vetoed", "ineligible", NULL };
  gint64 round = xr_command_round_of_application (office, application, error);
  g_autofree char *title = xr_command_application_title (office, application);
  g_autofree char *date = xr_date_to_iso (on);

  if (round == 0)
    return FALSE;
  if (!g_strv_contains (ways, state))
    return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                              _ ("Choose how the candidate leaves the running."));
  if (!xr_date_is_set (on))
    return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                              _ ("Write the day on which the candidate left."));
  if (!xr_command_need_text (reason, _ ("Write why the candidate leaves the running."), error)
      || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (
    office,
    xr_sql_run (office,
                "UPDATE application SET state = :state, left_on = :on, left_reason = :reason"
                " WHERE id = :application",
                XR_PARAMS (XR_TEXT (":state", state), XR_TEXT (":on", date),
                           XR_TEXT (":reason", reason), XR_INT (":application", application)),
                error),
    "application.leave", title, reason, round, XR_ENTRY_NORMAL, error);
}

gboolean
xr_application_return (XrOffice *office, gint64 application, GError **error)
{
  gint64 round = xr_command_round_of_application (office, application, error);
  g_autofree char *title = xr_command_application_title (office, application);

  if (round == 0 || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (
    office,
    xr_sql_run (office,
                "UPDATE application SET state = 'active', left_on = NULL, left_reason = NULL"
                " WHERE id = :application",
                XR_PARAMS (XR_INT (":application", application)), error),
    "application.return", title, NULL, round, XR_ENTRY_NORMAL, error);
}
