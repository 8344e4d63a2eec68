/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 10, 任职: order, talk, filing and the start of probation for those chosen; the others are
 * told. The outcome of probation comes a year later and is recorded when it is there: it does not
 * keep the round open. */

#include "config.h"

#include "round/stages/stages.h"

static void
collect (XrGateList *list, GArray *chosen, const char *missing, GPtrArray *names)
{
  g_autofree char *sql = g_strconcat (
    "SELECT c.name FROM application a JOIN candidate c ON c.id = a.candidate_id"
    " WHERE a.id = :application AND a.state = 'active' AND NOT EXISTS"
    " (SELECT 1 FROM appointment WHERE application_id = a.id AND ",
    missing, ")", NULL);

  for (guint i = 0; i < chosen->len; i++)
    {
      char *name = xr_sql_text (
        list->office, sql, XR_PARAMS (XR_INT (":application", g_array_index (chosen, gint64, i))));
      if (name)
        g_ptr_array_add (names, name);
    }
}

/* @there: what has to hold of the row of `appointment`. */
static void
add_for_chosen (XrGateList *list, GArray *chosen, const char *id, const char *title,
                const char *sentence, const char *there)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  collect (list, chosen, there, names);
  xr_gate_list_add_names (list, id, title, sentence, "appointment", names);
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
add_told (XrGateList *list, GArray *chosen)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (XrStatement) row = xr_sql_rows (
    list->office,
    "SELECT a.id, c.name" XR_FROM_APPLICATIONS "AND a.state = 'active' AND NOT EXISTS"
    " (SELECT 1 FROM notification WHERE application_id = a.id) ORDER BY p.id, c.number",
    XR_PARAMS (XR_INT (":round", list->round)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    if (!contains (chosen, xr_statement_get_int (row, 0)))
      g_ptr_array_add (names, xr_statement_dup_text (row, 1));
  xr_gate_list_add_names (list, "told", _ ("Those who were not chosen are told"),
                          _ ("Not told yet that they were not chosen (%u): %s."), "notification",
                          names);
}

static void
add_conditions (XrGateList *list)
{
  g_autoptr (GArray) chosen = xr_round_chosen (list->office, list->round);

  add_for_chosen (list, chosen, "order",
                  _ ("The order of appointment is issued for everybody chosen"),
                  _ ("Decision date, notice date or number are missing (%u): %s."),
                  "decided_on IS NOT NULL AND notice_on IS NOT NULL"
                  " AND ifnull(notice_number, '') <> ''");
  add_for_chosen (list, chosen, "talk", _ ("The talk before taking office was held with everybody"),
                  _ ("The talk is not recorded yet (%u): %s."),
                  "talk_on IS NOT NULL AND ifnull(talk_by, '') <> ''");
  add_for_chosen (list, chosen, "filing", _ ("Every appointment is filed"),
                  _ ("Not filed yet (%u): %s."), "filed_on IS NOT NULL");
  add_for_chosen (list, chosen, "probation", _ ("Everybody's probation has begun"),
                  _ ("The months of probation are missing (%u): %s."),
                  "probation_months IS NOT NULL");
  add_told (list, chosen);
}

static char *
count_chosen (XrOffice *office, gint64 round)
{
  g_autoptr (GArray) chosen = NULL;

  if (xr_round_current_stage (office, round) < XR_STAGE_PUBLICITY)
    return NULL;
  chosen = xr_round_chosen (office, round);
  return chosen->len > 0 ? g_strdup_printf ("%u", chosen->len) : NULL;
}

const XrStageInfo xr_stage_appointment = {
  .stage = XR_STAGE_APPOINTMENT,
  .id = "appointment",
  .title = N_ ("Appointment"),
  .purpose = N_ (
    "Issue the order, hold the talk, file it and begin the probation; tell the others, "
    "and keep the strong ones in the reserve."),
  .tables = (const char *const[]){ "appointment", "reserve", "notification", NULL },
  .signers = (const char *const[]){ "leader", "keeper", NULL },
  .conditions = add_conditions,
  .figure = count_chosen,
};
