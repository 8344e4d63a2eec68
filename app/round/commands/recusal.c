/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recusal is recorded where the figures come from: as 回避 on the judge's sheet, as a row of the meeting, as a
 * row of the inspection team. So it takes the person out of the denominators by itself. */

#include "config.h"

#include "round/commands/write-score.h"
#include "round/recusals.h"

/* ---- judges */

/* The judge's sheet of a component, as both people keyed it. */
typedef struct
{
  XrOffice *office;
  const XrRecusal *recusal;
  gint64 component;
  gint64 second; /* the sheet of the second keying, 0: none */
} JudgeSheet;

static JudgeSheet
find_sheet (XrOffice *office, const XrRecusal *recusal)
{
  JudgeSheet sheet = { office, recusal };

  sheet.component = xr_sql_int (office, "SELECT component_id FROM judge WHERE id = :id",
                                XR_PARAMS (XR_INT (":id", recusal->person)), 0);
  sheet.second = xr_sql_int (office, "SELECT id FROM second_sheet WHERE judge_id = :id",
                             XR_PARAMS (XR_INT (":id", recusal->person)), 0);
  return sheet;
}

/* What is no keyed figure carries nobody's name: else who records the recusal were one of the two who key. */
static gboolean
write_first (const JudgeSheet *sheet, const char *text, GError **error)
{
  gint64 dimension = xr_sql_int (sheet->office,
                                 "SELECT min(id) FROM dimension WHERE component_id = :component",
                                 XR_PARAMS (XR_INT (":component", sheet->component)), 0);

  return xr_write_score (sheet->office, sheet->recusal->person, sheet->recusal->application,
                         dimension, text, error)
         && xr_sql_run (sheet->office,
                        "UPDATE score SET keyer = NULL WHERE judge_id = :judge"
                        " AND application_id = :application",
                        XR_PARAMS (XR_INT (":judge", sheet->recusal->person),
                                   XR_INT (":application", sheet->recusal->application)),
                        error);
}

/* The second keying follows, or the recusal would be a difference between the two that somebody has to
 * settle, and might settle away. */
static gboolean
write_second (const JudgeSheet *sheet, gboolean recused, GError **error)
{
  const XrParam sheet_id = XR_INT (":sheet", sheet->second);
  const XrParam application = XR_INT (":application", sheet->recusal->application);

  if (sheet->second == 0)
    return TRUE;
  if (!xr_sql_run (sheet->office,
                   "DELETE FROM second_cell WHERE sheet_id = :sheet AND candidate_id ="
                   " (SELECT candidate_id FROM application WHERE id = :application)",
                   XR_PARAMS (sheet_id, application), error))
    return FALSE;
  return !recused
         || xr_sql_run (
           sheet->office,
           "INSERT INTO second_cell (sheet_id, candidate_id, dimension_id, part, value)"
           " SELECT :sheet, a.candidate_id, ifnull(d.id, 0), 0, NULL FROM application a"
           " LEFT JOIN dimension d ON d.component_id = :component WHERE a.id = :application",
           XR_PARAMS (sheet_id, application, XR_INT (":component", sheet->component)), error);
}

/* A recusal is no keying: anybody who may write records it, also who keyed the second time. */
static gboolean
set_judge (XrOffice *office, const XrRecusal *recusal, gboolean recused, const char *reason,
           GError **error)
{
  const JudgeSheet sheet = find_sheet (office, recusal);
  g_autofree char *title = xr_command_application_title (office, recusal->application);
  g_autofree char *subject = g_strdup_printf ("%s · %s", recusal->name, title);
  gint64 round = 0;

  if (!xr_check_component_open (office, sheet.component, &round, error)
      || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (office,
                            write_first (&sheet, recused ? "回避" : "", error)
                              && write_second (&sheet, recused, error),
                            recused ? "recusal.record" : "recusal.take-back", subject, reason,
                            round, XR_ENTRY_NORMAL, error);
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
    return set_judge (office, recusal, TRUE, reason, error);
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
    return set_judge (office, recusal, FALSE, NULL, error);
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
