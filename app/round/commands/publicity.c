/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period of one publicity as it was posted, counted by the rules. */

#include "config.h"

#include "round/command.h"
#include "rules/publicity.h"

XrPublicity *
xr_publicity_count (XrOffice *office, gint64 publicity, GError **error)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office, "SELECT posted_on, days, unit, same_day FROM publicity WHERE id = :id",
    XR_PARAMS (XR_INT (":id", publicity)));
  XrSettings settings = { 0 };
  XrDate posted;

  if (!row || xr_statement_step (row, NULL) != XR_STEP_ROW)
    {
      xr_command_refuse (error, XR_ROUND_ERROR_NOT_FOUND, _ ("There is no such publicity."));
      return NULL;
    }
  if (!xr_date_parse (xr_statement_get_text (row, 0), FALSE, &posted, error))
    return NULL;
  settings.publicity_days = (int) xr_statement_get_int (row, 1);
  settings.publicity_max_days = XR_COUNT_NONE;
  settings.publicity_calendar_days = g_str_equal (xr_statement_get_text (row, 2), "calendar");
  settings.publicity_same_day = xr_statement_get_int (row, 3);
  return xr_publicity_new (&settings, xr_office_get_calendar (office), posted, error);
}

gboolean
xr_publicity_period (XrOffice *office, gint64 publicity, XrDate today, XrPublicityPeriod *period,
                     GError **error)
{
  g_autoptr (XrPublicity) counted = xr_publicity_count (office, publicity, error);

  if (!counted)
    return FALSE;
  *period = (XrPublicityPeriod){ counted->first, counted->last, counted->working_days,
                                 counted->floor_met, xr_date_compare (today, counted->last) > 0 };
  return TRUE;
}
