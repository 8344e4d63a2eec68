/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People over all rounds of an office: who was there before. */
#include "config.h"

#include "round/people.h"

#include "round/sql.h"

XrRow *
xr_people_find_earlier (XrOffice *office, gint64 round, const char *id_number, char **title)
{
  gint64 id = xr_sql_int (
    office,
    "SELECT id FROM candidate WHERE id_number = :number AND round_id <> :round"
    " ORDER BY round_id DESC LIMIT 1",
    XR_PARAMS (XR_TEXT (":number", id_number), XR_INT (":round", round)), 0);

  *title = NULL;
  if (id == 0)
    return NULL;
  *title = xr_sql_text (
    office,
    "SELECT round.title FROM round JOIN candidate ON candidate.round_id = round.id"
    " WHERE candidate.id = :id",
    XR_PARAMS (XR_INT (":id", id)));
  return xr_office_load (office, xr_table_find ("candidate"), id, NULL);
}
