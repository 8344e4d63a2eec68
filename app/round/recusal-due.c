/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who judges or decides on a relative, or on somebody for whom they declared a conflict of interest, and has
 * not recused. Relatives are those of the dossiers, declarations those of answers to review packages; a name
 * alone tells it, so it is a warning that a person looks into. */
#include "config.h"

#include "round/recusal-due.h"

#include <glib/gi18n-lib.h>

#include "round/sql.h"
#include "rules/kinship.h"

/* Each gives: who judges or decides, who stands in the dossier, what that is to the candidate, the candidate. */
static const char of_judges[]
  = "SELECT DISTINCT j.name, r.name, r.relation, c.name FROM judge j"
    " JOIN component k ON k.id = j.component_id AND k.round_id = :round AND k.stage = :stage"
    " JOIN application a ON a.post_id = j.post_id AND a.state = 'active'"
    " JOIN candidate c ON c.id = a.candidate_id JOIN relative r ON r.candidate_id = c.id"
    " WHERE NOT EXISTS (SELECT 1 FROM score s WHERE s.judge_id = j.id"
    "  AND s.application_id = a.id AND s.value IS NULL) ORDER BY j.id, c.id, r.id";
static const char of_members[]
  = "SELECT DISTINCT t.name, r.name, r.relation, c.name FROM attendee t"
    " JOIN meeting m ON m.id = t.meeting_id AND m.round_id = :round"
    " JOIN vote v ON v.meeting_id = m.id JOIN application a ON a.id = v.application_id"
    " JOIN candidate c ON c.id = a.candidate_id JOIN relative r ON r.candidate_id = c.id"
    " WHERE t.member = 1 AND t.present = 1 AND :stage > 0 AND NOT EXISTS (SELECT 1 FROM recusal"
    "  WHERE attendee_id = t.id AND application_id = a.id) ORDER BY t.id, c.id, r.id";

/* A conflict of interest that somebody of that name declared in the answer to a review package: who judges
 * or decides, the reader, the reason, the candidate. */
#define DECLARED                                                                                   \
  " JOIN review_opinion o ON o.candidate_id = c.id AND o.conflict = 1"                             \
  " JOIN review_package p ON p.id = o.package_id"
static const char declared_by_judges[]
  = "SELECT DISTINCT j.name, p.reader, ifnull(o.conflict_reason, ''), c.name FROM judge j"
    " JOIN component k ON k.id = j.component_id AND k.round_id = :round AND k.stage = :stage"
    " JOIN application a ON a.post_id = j.post_id AND a.state = 'active'"
    " JOIN candidate c ON c.id = a.candidate_id" DECLARED
    " WHERE NOT EXISTS (SELECT 1 FROM score s WHERE s.judge_id = j.id"
    "  AND s.application_id = a.id AND s.value IS NULL) ORDER BY j.id, c.id, o.id";
static const char declared_by_members[]
  = "SELECT DISTINCT t.name, p.reader, ifnull(o.conflict_reason, ''), c.name FROM attendee t"
    " JOIN meeting m ON m.id = t.meeting_id AND m.round_id = :round"
    " JOIN vote v ON v.meeting_id = m.id JOIN application a ON a.id = v.application_id"
    " JOIN candidate c ON c.id = a.candidate_id" DECLARED
    " WHERE t.member = 1 AND t.present = 1 AND :stage > 0 AND NOT EXISTS (SELECT 1 FROM recusal"
    "  WHERE attendee_id = t.id AND application_id = a.id) ORDER BY t.id, c.id, o.id";

static void
add_relatives (GPtrArray *due, XrOffice *office, gint64 round, XrStage stage)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office, stage == XR_STAGE_DELIBERATION ? of_members : of_judges,
    XR_PARAMS (XR_INT (":round", round), XR_INT (":stage", stage)));

  while (row != NULL && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      const char *relation = xr_statement_get_text (row, 2);
      XrKinship kinship = xr_kinship_of (relation);

      if (kinship != XR_KINSHIP_NONE
          && xr_kinship_same_name (xr_statement_get_text (row, 0), xr_statement_get_text (row, 1)))
        /* Translators: who judges; the candidate; what the first is to the second, such as 妻子; the tie */
        g_ptr_array_add (due, g_strdup_printf (_ ("%1$s (of %2$s: %3$s, %4$s)"),
                                               xr_statement_get_text (row, 0),
                                               xr_statement_get_text (row, 3), relation,
                                               xr_kinship_word (kinship)));
    }
}

static void
add_declared (GPtrArray *due, XrOffice *office, gint64 round, XrStage stage)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office, stage == XR_STAGE_DELIBERATION ? declared_by_members : declared_by_judges,
    XR_PARAMS (XR_INT (":round", round), XR_INT (":stage", stage)));

  while (row != NULL && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      const char *reason = xr_statement_get_text (row, 2);

      if (xr_kinship_same_name (xr_statement_get_text (row, 0), xr_statement_get_text (row, 1)))
        /* Translators: who judges; the candidate; the reason that was declared */
        g_ptr_array_add (due, g_strdup_printf (reason[0] != '\0'
                                                 ? _ ("%1$s (of %2$s: conflict declared, %3$s)")
                                                 : _ ("%1$s (of %2$s: conflict declared)"),
                                               xr_statement_get_text (row, 0),
                                               xr_statement_get_text (row, 3), reason));
    }
}

GPtrArray *
xr_recusals_due (XrOffice *office, gint64 round, XrStage stage)
{
  GPtrArray *due = g_ptr_array_new_with_free_func (g_free);

  add_relatives (due, office, round, stage);
  add_declared (due, office, round, stage);
  return due;
}

void
xr_gate_list_add_recusals (XrGateList *list, XrStage stage, const char *place)
{
  g_autoptr (GPtrArray) due = xr_recusals_due (list->office, list->round, stage);

  xr_gate_list_add_names (list, "recusals", _ ("Those with ties to candidates have recused"),
                          _ ("Seem to have ties to a candidate and have not recused (%u): %s."),
                          place, due);
  xr_gate_list_make_warning (list);
}
