/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Announcing: the plan is frozen, and its hash says later whether it is still the same. */

#include "config.h"

#include "round/command.h"

/* Every statement gives one text a row of the plan, in an order that does not depend on chance. The ids
 * and what is a decision rather than plan (cancelled, counts of ballots) stay out. */
static const char *const plan_rows[] = {
  "SELECT name || char(31) || value FROM setting WHERE round_id = :round ORDER BY name",
  "SELECT name || char(31) || vacancies || char(31) || ifnull(rank, '') || char(31)"
  " || ifnull(department, '') || char(31) || ifnull(note, '') || char(31) || ifnull(approved, '')"
  " || char(31) || ifnull(filled, '') FROM post WHERE round_id = :round ORDER BY id",
  "SELECT ifnull(p.name, '') || char(31) || r.kind || char(31) || r.value"
  " || CASE WHEN r.alternative IS NULL THEN '' ELSE char(31) || r.alternative END FROM rule r"
  " LEFT JOIN post p ON p.id = r.post_id WHERE r.round_id = :round ORDER BY r.id",
  "SELECT concat FROM (SELECT name || char(31) || method || char(31) || weight || char(31) || stage"
  " || char(31) || full_mark || char(31) || drop_high || char(31) || drop_low || char(31) || places"
  " || char(31) || rounding || char(31) || grouping || char(31) || trimming || char(31) || "
  "vote_base"
  " || char(31) || inclusion || char(31) || ifnull(pass_line, '') || char(31) || threshold"
  " || char(31) || ifnull(cut_ratio, '') || char(31) || correction || char(31) || correction_trim"
  " || CASE keyed_twice WHEN 'no' THEN '' ELSE char(31) || keyed_twice END"
  " AS concat FROM component WHERE round_id = :round ORDER BY position, id)",
  "SELECT k.name || char(31) || d.name || char(31) || d.weight || char(31) || ifnull(d.full_mark, "
  "'')"
  " FROM dimension d JOIN component k ON k.id = d.component_id WHERE k.round_id = :round"
  " ORDER BY k.position, k.id, d.id",
  "SELECT k.name || char(31) || g.name || char(31) || g.points FROM grade g"
  " JOIN component k ON k.id = g.component_id WHERE k.round_id = :round"
  " ORDER BY k.position, k.id, g.id",
  "SELECT k.name || char(31) || g.place || char(31) || g.points FROM place_points g"
  " JOIN component k ON k.id = g.component_id WHERE k.round_id = :round"
  " ORDER BY k.position, k.id, g.place",
  "SELECT k.name || char(31) || g.name || char(31) || ifnull(g.weight, '') FROM voter_group g"
  " JOIN component k ON k.id = g.component_id WHERE k.round_id = :round"
  " ORDER BY k.position, k.id, g.id",
};

char *
xr_round_dup_plan_hash (XrOffice *office, gint64 round)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < G_N_ELEMENTS (plan_rows); i++)
    {
      g_autoptr (GPtrArray) rows = xr_sql_texts (office, plan_rows[i],
                                                 XR_PARAMS (XR_INT (":round", round)));
      for (guint j = 0; j < rows->len; j++)
        {
          const char *text = g_ptr_array_index (rows, j);
          g_checksum_update (checksum, (const guchar *) text, -1);
          g_checksum_update (checksum, (const guchar *) "\n", 1);
        }
      g_checksum_update (checksum, (const guchar *) "\f", 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/* Announcing needs all that closing needs, but itself and the signatures. */
static gboolean
check_ready (XrOffice *office, gint64 round, GError **error)
{
  g_autoptr (GPtrArray) gates = xr_stage_gates (office, round, XR_STAGE_ANNOUNCE);

  for (guint i = 0; i < gates->len; i++)
    {
      const XrGate *gate = g_ptr_array_index (gates, i);
      if (gate->met || gate->warning || g_str_equal (gate->id, "announced")
          || g_str_has_prefix (gate->id, "signature-"))
        continue;
      g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_GATE, _ ("%1$s: %2$s"), gate->title,
                   gate->why);
      return FALSE;
    }
  return TRUE;
}

gboolean
xr_round_announce (XrOffice *office, gint64 round, XrDate on, GError **error)
{
  g_autoptr (XrRow) row = xr_round_load (office, round, error);
  g_autofree char *date = xr_date_to_iso (on);
  g_autofree char *hash = NULL;

  if (!row)
    return FALSE;
  if (xr_row_get (row, "plan_hash"))
    return xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                              _ ("The plan is announced already; amend it with a reason."));
  if (!xr_date_is_set (on) || on.day == 0)
    return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                              _ ("Write the day of the announcement."));
  if (!check_ready (office, round, error) || !xr_office_begin (office, error))
    return FALSE;
  hash = xr_round_dup_plan_hash (office, round);
  return xr_command_finish (
    office,
    xr_sql_run (
      office, "UPDATE round SET announced_on = :on, plan_hash = :hash WHERE id = :round",
      XR_PARAMS (XR_TEXT (":on", date), XR_TEXT (":hash", hash), XR_INT (":round", round)), error),
    "round.announce", xr_row_get (row, "title"), NULL, round, XR_ENTRY_BARRIER, error);
}
