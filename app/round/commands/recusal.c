/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recusal is recorded where the figures come from: as 回避 on the judge's sheet, as a row of the meeting, as a
 * row of the inspection team. So it takes the person out of the denominators by itself. */

#include "config.h"

#include "round/commands/write-score.h"
#include "round/recusals.h"

/* ---- judges */

static gboolean
write_judge (XrOffice *office, const XrRecusal *recusal, gint64 component, const char *text,
             GError **error)
{
  gint64 dimension = xr_sql_int (office,
                                 "SELECT min(id) FROM dimension WHERE component_id = :component",
                                 XR_PARAMS (XR_INT (":component", component)), 0);

  return xr_write_score (office, recusal->person, recusal->application, dimension, text, error);
}

static gboolean
set_judge (XrOffice *office, const XrRecusal *recusal, const char *text, const char *kind,
           const char *reason, GError **error)
{
  gint64 component = xr_sql_int (office, "SELECT component_id FROM judge WHERE id = :id",
                                 XR_PARAMS (XR_INT (":id", recusal->person)), 0);
  g_autofree char *title = xr_command_application_title (office, recusal->application);
  g_autofree char *subject = g_strdup_printf ("%s · %s", recusal->name, title);
  gint64 round = 0;

  if (!xr_check_component_open (office, component, &round, error)
      || !xr_check_first_keyer (office, component, 0, recusal->person, error)
      || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (office, write_judge (office, recusal, component, text, error), kind,
                            subject, reason, round, XR_ENTRY_NORMAL, error);
}

/* ---- the team and the meeting */

static const struct
{
  const char *table, *owner;
} rows[] = {
  [XR_DUTY_INSPECTOR] = { "team_recusal", "team_member_id" },
  [XR_DUTY_MEMBER] = { "recusal", "attendee_id" },
};

static XrRow *
find_row (XrOffice *office, const XrRecusal *recusal)
{
  g_autoptr (GPtrArray) found = xr_office_query (office, xr_table_find (rows[recusal->duty].table),
                                                 rows[recusal->duty].owner, recusal->person);

  for (guint i = 0; i < found->len; i++)
    if (xr_row_get_int (found->pdata[i], "application_id") == recusal->application)
      return g_object_ref (found->pdata[i]);
  return NULL;
}

gboolean
xr_recusal_record (XrOffice *office, const XrRecusal *recusal, const char *reason, GError **error)
{
  g_autoptr (XrRow) row = NULL;

  if (!xr_command_need_text (reason, _ ("Write why there is a recusal."), error))
    return FALSE;
  if (recusal->duty == XR_DUTY_JUDGE)
    return set_judge (office, recusal, "回避", "recusal.record", reason, error);
  row = xr_row_new (xr_table_find (rows[recusal->duty].table), recusal->person);
  xr_row_set_int (row, "application_id", recusal->application);
  xr_row_set (row, "reason", reason);
  return xr_office_save (office, row, error);
}

gboolean
xr_recusal_take_back (XrOffice *office, const XrRecusal *recusal, GError **error)
{
  g_autoptr (XrRow) row = NULL;

  if (recusal->duty == XR_DUTY_JUDGE)
    return set_judge (office, recusal, "", "recusal.take-back", NULL, error);
  row = find_row (office, recusal);
  if (row == NULL)
    return xr_command_refuse (error, XR_ROUND_ERROR_NOT_FOUND, _ ("There is no such recusal."));
  return xr_office_delete (office, xr_row_get_table (row), xr_row_get_id (row), error);
}

gboolean
xr_recusal_deny (XrOffice *office, gint64 round, const XrRecusal *recusal, const char *note,
                 GError **error)
{
  g_autoptr (XrRow) row = xr_row_new (xr_table_find ("relation"), round);

  xr_row_set (row, "person", recusal->name);
  xr_row_set_int (row, "candidate_id", recusal->candidate);
  xr_row_set (row, "kind", "namesake");
  xr_row_set (row, "note", note);
  return xr_office_save (office, row, error);
}
