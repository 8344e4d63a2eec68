/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates that follow from an appointment. */

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
