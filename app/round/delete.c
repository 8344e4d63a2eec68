/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes with a row that is deleted, and what forbids deleting it. */

#include "config.h"

#include "round/delete.h"

#include <glib/gi18n-lib.h>

#include "round/office-private.h"

typedef struct
{
  const char *table, *child, *column;
  const char *evidence; /* msgid of what it is called, NULL: it is deleted with the row */
} XrDependence;

static const XrDependence dependences[] = {
  { "round", "setting", "round_id", NULL },
  { "round", "rule", "round_id", NULL },
  { "round", "component", "round_id", NULL },
  { "round", "candidate", "round_id", N_ ("candidates") },
  { "round", "stage_event", "round_id", N_ ("closed stages") },
  { "round", "post", "round_id", NULL },
  { "round", "schedule", "round_id", NULL },
  { "round", "staff", "round_id", NULL },
  { "post", "application", "post_id", N_ ("applications") },
  { "post", "ballot", "post_id", N_ ("ballots") },
  { "post", "decision", "post_id", N_ ("decisions") },
  { "post", "rule", "post_id", NULL },
  { "post", "judge", "post_id", NULL },
  { "post", "lot", "post_id", N_ ("drawn lots") },
  { "component", "lot", "component_id", N_ ("drawn lots") },
  { "rule", "review", "rule_id", N_ ("verdicts of the review") },
  { "component", "ballot", "component_id", N_ ("ballots") },
  { "component", "tally", "component_id", N_ ("counted marks") },
  { "component", "vote_count", "component_id", N_ ("counted votes") },
  { "component", "direct_score", "component_id", N_ ("scores") },
  { "component", "judge", "component_id", NULL },
  { "component", "dimension", "component_id", NULL },
  { "component", "grade", "component_id", NULL },
  { "component", "place_points", "component_id", NULL },
  { "component", "voter_group", "component_id", NULL },
  { "dimension", "score", "dimension_id", N_ ("scores") },
  { "dimension", "mark", "dimension_id", N_ ("ballots") },
  { "dimension", "tally", "dimension_id", N_ ("counted marks") },
  { "dimension", "direct_score", "dimension_id", N_ ("scores") },
  { "voter_group", "ballot", "group_id", N_ ("ballots") },
  { "voter_group", "tally", "group_id", N_ ("counted marks") },
  { "voter_group", "vote_count", "group_id", N_ ("counted votes") },
  { "candidate", "mark", "candidate_id", N_ ("ballots") },
  { "candidate", "choice", "candidate_id", N_ ("ballots") },
  { "candidate", "tally", "candidate_id", N_ ("counted marks") },
  { "candidate", "vote_count", "candidate_id", N_ ("counted votes") },
  { "candidate", "direct_score", "candidate_id", N_ ("scores") },
  { "candidate", "application", "candidate_id", NULL },
  { "candidate", "dossier", "candidate_id", NULL },
  { "candidate", "relative", "candidate_id", NULL },
  { "candidate", "tenure", "candidate_id", NULL },
  { "candidate", "attachment", "candidate_id", NULL },
  { "candidate", "form_text", "candidate_id", NULL },
  { "candidate", "relation", "candidate_id", NULL },
  { "component", "second_sheet", "component_id", N_ ("figures of the second keying") },
  { "component", "keying_decision", "component_id", N_ ("decided differences of keying") },
  { "component", "keying_file", "component_id", N_ ("keying files that were given out") },
  { "post", "second_sheet", "post_id", N_ ("figures of the second keying") },
  { "voter_group", "second_sheet", "group_id", N_ ("figures of the second keying") },
  { "judge", "second_sheet", "judge_id", N_ ("figures of the second keying") },
  { "dimension", "second_cell", "dimension_id", N_ ("figures of the second keying") },
  { "candidate", "second_cell", "candidate_id", N_ ("figures of the second keying") },
  { "candidate", "vote_mark", "candidate_id", N_ ("ballots") },
  { "candidate", "review_opinion", "candidate_id", N_ ("review packages") },
  { "application", "score", "application_id", N_ ("scores") },
  { "application", "review", "application_id", N_ ("verdicts of the review") },
  { "application", "waiver", "application_id", N_ ("an exception") },
  { "rule", "waiver", "rule_id", N_ ("an exception") },
  { "application", "review_result", "application_id", N_ ("a conclusion of the review") },
  { "application", "lot_place", "application_id", N_ ("drawn lots") },
  { "application", "inspection", "application_id", N_ ("an inspection") },
  { "application", "consultation", "application_id", N_ ("opinions that were asked for") },
  { "application", "recusal", "application_id", N_ ("recusals") },
  { "application", "team_recusal", "application_id", N_ ("recusals") },
  { "application", "vote", "application_id", N_ ("votes of a meeting") },
  { "application", "complaint", "application_id", N_ ("complaints") },
  { "application", "appointment", "application_id", N_ ("an appointment") },
  { "judge", "score", "judge_id", N_ ("scores") },
  { "meeting", "vote", "meeting_id", N_ ("votes of a meeting") },
  { "meeting", "attendee", "meeting_id", NULL },
  { "attendee", "recusal", "attendee_id", NULL },
  { "team_member", "team_recusal", "team_member_id", NULL },
};

static gboolean
refuse_evidence (XrOffice *office, const XrTable *table, gint64 id, const char *evidence,
                 GError **error)
{
  g_autofree char *title = xr_office_dup_title (office, table, id);

  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED,
               _ ("“%1$s” can't be deleted: there are %2$s for it. Delete those first."), title,
               _ (evidence));
  return FALSE;
}

static gboolean
delete_children (XrOffice *office, const XrDependence *dependence, gint64 id, GError **error)
{
  const XrTable *child = xr_table_find (dependence->child);
  g_autoptr (GPtrArray) rows = NULL;

  if (child == NULL)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s = :id", dependence->child,
                                              dependence->column);
      g_autoptr (XrStatement) statement = xr_database_prepare (xr_office_get_database (office), sql,
                                                               error);

      if (statement == NULL)
        return FALSE;
      xr_statement_bind_int (statement, ":id", id);
      return xr_statement_run (statement, error);
    }
  rows = xr_office_query (office, child, dependence->column, id);
  for (guint i = 0; i < rows->len; i++)
    if (!xr_delete_row (office, child, xr_row_get_id (g_ptr_array_index (rows, i)), error))
      return FALSE;
  return TRUE;
}

static gboolean
clear_dependence (XrOffice *office, const XrTable *table, const XrDependence *dependence, gint64 id,
                  GError **error)
{
  g_autofree char *sql = NULL;

  if (dependence->evidence == NULL)
    return delete_children (office, dependence, id, error);
  sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM %s WHERE %s = :id)", dependence->child,
                         dependence->column);
  return xr_office_query_int (office, sql, id) == 0
         || refuse_evidence (office, table, id, dependence->evidence, error);
}

gboolean
xr_delete_row (XrOffice *office, const XrTable *table, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE %s = :id", table->name,
                                          table->key);
  g_autoptr (XrStatement) statement = NULL;
  GError *cause = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dependences); i++)
    if (g_str_equal (dependences[i].table, table->name)
        && !clear_dependence (office, table, &dependences[i], id, error))
      return FALSE;
  statement = xr_database_prepare (xr_office_get_database (office), sql, error);
  if (statement == NULL)
    return FALSE;
  xr_statement_bind_int (statement, ":id", id);
  if (xr_statement_run (statement, &cause))
    return TRUE;
  xr_office_propagate (office, error, cause);
  return FALSE;
}
