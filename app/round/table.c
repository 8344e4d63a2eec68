/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The collection of all table descriptions, looked up by name, and what their checks share. A new table
 * is a description in round/tables/ and one line here. */

#include "config.h"

#include "round/table.h"

#include <glib/gi18n-lib.h>

#include "round/tables/tables.h"

static const XrTable *const tables[] = {
  &xr_table_holiday,
  &xr_table_juror,
  &xr_table_round,
  &xr_table_post,
  &xr_table_rule,
  &xr_table_schedule,
  &xr_table_staff,
  &xr_table_component,
  &xr_table_dimension,
  &xr_table_grade,
  &xr_table_place_points,
  &xr_table_voter_group,
  &xr_table_candidate,
  &xr_table_application,
  &xr_table_dossier,
  &xr_table_relative,
  &xr_table_tenure,
  &xr_table_attachment,
  &xr_table_judge,
  &xr_table_lot,
  &xr_table_tally,
  &xr_table_vote_count,
  &xr_table_direct_score,
  &xr_table_decision,
  &xr_table_shortlist,
  &xr_table_exclusion_check,
  &xr_table_waiver,
  &xr_table_team_member,
  &xr_table_inspection,
  &xr_table_talk,
  &xr_table_inspection_check,
  &xr_table_meeting,
  &xr_table_attendee,
  &xr_table_recusal,
  &xr_table_relation,
  &xr_table_team_recusal,
  &xr_table_vote,
  &xr_table_consultation,
  &xr_table_publicity,
  &xr_table_complaint,
  &xr_table_appointment,
  &xr_table_reserve,
  &xr_table_notification,
  &xr_table_signature,
  &xr_table_setting,
  &xr_table_stage_event,
  NULL,
};

const XrTable *const *
xr_table_all (void)
{
  return tables;
}

const XrTable *
xr_table_find (const char *name)
{
  for (guint i = 0; tables[i] != NULL; i++)
    if (g_strcmp0 (tables[i]->name, name) == 0)
      return tables[i];
  return NULL;
}

const char *
xr_table_word (const char *table, const char *column)
{
  const XrTable *found = xr_table_find (table);
  const XrField *field = found != NULL && column != NULL ? xr_table_find_field (found, column)
                                                         : NULL;

  if (column != NULL)
    return field != NULL ? _ (field->label) : NULL;
  if (g_strcmp0 (table, "sqlite_schema") == 0)
    return _ ("structure of the file");
  return found != NULL ? _ (found->title) : NULL;
}

const XrField *
xr_table_find_field (const XrTable *table, const char *name)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (g_strcmp0 (table->fields[i].name, name) == 0)
      return &table->fields[i];
  return NULL;
}

gboolean
xr_check_fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE, sentence);
  return FALSE;
}

gboolean
xr_check_order (XrRow *row, const char *earlier, const char *later, const char *sentence,
                GError **error)
{
  XrDate first = xr_row_get_date (row, earlier);
  XrDate second = xr_row_get_date (row, later);

  if (!xr_date_is_set (first) || !xr_date_is_set (second) || xr_date_compare (first, second) <= 0)
    return TRUE;
  return xr_check_fail (error, sentence);
}

gboolean
xr_check_at_most (XrRow *row, const char *less, const char *more, const char *sentence,
                  GError **error)
{
  if (xr_row_get (row, less) == NULL || xr_row_get (row, more) == NULL
      || xr_row_get_int (row, less) <= xr_row_get_int (row, more))
    return TRUE;
  return xr_check_fail (error, sentence);
}

gboolean
xr_check_given (XrRow *row, const char *field, const char *sentence, GError **error)
{
  return xr_row_get (row, field) != NULL || xr_check_fail (error, sentence);
}
