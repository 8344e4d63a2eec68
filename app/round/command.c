/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands have in common: refusing, ending a transaction, finding the round of a row. */

#include "config.h"

#include "round/command.h"

gboolean
xr_command_refuse (GError **error, XrRoundError code, const char *message)
{
  g_set_error_literal (error, XR_ROUND_ERROR, code, message);
  return FALSE;
}

gboolean
xr_command_need_text (const char *text, const char *message, GError **error)
{
  return !xr_text_is_blank (text) || xr_command_refuse (error, XR_ROUND_ERROR_VALUE, message);
}

gboolean
xr_command_finish (XrOffice *office, gboolean done, const char *kind, const char *subject,
                   const char *reason, gint64 round, XrEntryFlags flags, GError **error)
{
  if (done)
    return xr_office_commit (office, kind, subject, reason, round, flags, error);
  xr_office_rollback (office);
  return FALSE;
}

static gint64
find_round (XrOffice *office, const char *sql, gint64 id, GError **error)
{
  gint64 round = xr_sql_int (office, sql, XR_PARAMS (XR_INT (":id", id)), 0);

  if (round == 0)
    xr_command_refuse (error, XR_ROUND_ERROR_NOT_FOUND,
                       _ ("This entry is no longer in the file; somebody removed it."));
  return round;
}

gint64
xr_command_round_of_application (XrOffice *office, gint64 application, GError **error)
{
  return find_round (office,
                     "SELECT p.round_id FROM application a JOIN post p ON p.id = a.post_id"
                     " WHERE a.id = :id",
                     application, error);
}

gint64
xr_command_round_of_post (XrOffice *office, gint64 post, GError **error)
{
  return find_round (office, "SELECT round_id FROM post WHERE id = :id", post, error);
}

gint64
xr_command_round_of_component (XrOffice *office, gint64 component, GError **error)
{
  return find_round (office, "SELECT round_id FROM component WHERE id = :id", component, error);
}

char *
xr_command_application_title (XrOffice *office, gint64 application)
{
  char *title = xr_sql_text (office,
                             "SELECT c.name || ' · ' || p.name FROM application a"
                             " JOIN candidate c ON c.id = a.candidate_id"
                             " JOIN post p ON p.id = a.post_id WHERE a.id = :application",
                             XR_PARAMS (XR_INT (":application", application)));
  return title ? title : g_strdup ("");
}

char *
xr_command_name_of (XrOffice *office, const char *table, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM %s WHERE id = :id", table);
  char *name = xr_sql_text (office, sql, XR_PARAMS (XR_INT (":id", id)));
  return name ? name : g_strdup ("");
}

gboolean
xr_command_check_stage (XrOffice *office, gint64 round, XrStage stage, GError **error)
{
  if (stage >= xr_round_current_stage (office, round))
    return TRUE;
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_CLOSED,
               _ ("The stage “%s” is closed; reopen it with a reason to correct it."),
               _ (xr_stage_info (stage)->title));
  return FALSE;
}
