/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a vote of the meeting amounts to, by the plan's ratio and denominator. */

#include "config.h"

#include "round/command.h"
#include "rules/quorum.h"

/* 表决方式 of the plan, and how a meeting keeps it. */
static const struct
{
  const char *word, *method;
} methods[] = { { "口头", "oral" }, { "举手", "hands" }, { "无记名投票", "secret" } };

const char *
xr_vote_method_word (const char *method)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_strcmp0 (method, methods[i].method) == 0)
      return methods[i].word;
  return NULL;
}

const char *
xr_vote_method_of_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_strcmp0 (word, methods[i].word) == 0)
      return methods[i].method;
  return NULL;
}

void
xr_vote_outcome_free (XrVoteOutcome *outcome)
{
  g_free (outcome->text);
  g_free (outcome);
}

/* A recused member stays in the body and among those due (rules.md section 4) but was not in the room
 * for this vote. @application 0: nobody is recused. */
static XrBodyCounts
count_body (XrOffice *office, gint64 meeting, gint64 application, XrVoteOutcome *outcome)
{
  XrBodyCounts counts = { 0 };
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT count(*), ifnull(sum(due), 0), ifnull(sum(present), 0), ifnull(sum(present = 1"
    " AND EXISTS (SELECT 1 FROM recusal WHERE attendee_id = t.id"
    "  AND application_id = :application)), 0)"
    " FROM attendee t WHERE t.meeting_id = :meeting AND t.member = 1",
    XR_PARAMS (XR_INT (":meeting", meeting), XR_INT (":application", application)));

  if (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      outcome->members = xr_statement_get_int (row, 0);
      outcome->due = xr_statement_get_int (row, 1);
      outcome->recused = xr_statement_get_int (row, 3);
      outcome->present = xr_statement_get_int (row, 2) - outcome->recused;
    }
  counts.members = (int) outcome->members;
  counts.due = (int) outcome->due;
  counts.present = (int) outcome->present;
  return counts;
}

/* Who is there; who recused is taken out where everybody sees it. (transfer full) */
static char *
describe_body (const XrVoteOutcome *outcome)
{
  if (outcome->recused == 0)
    return g_strdup_printf (_ ("%1$d members, %2$d present"), (int) outcome->members,
                            (int) outcome->present);
  return g_strdup_printf (_ ("%1$d members, %2$d present, %3$d of them recused: %4$d take part"),
                          (int) outcome->members, (int) (outcome->present + outcome->recused),
                          (int) outcome->recused, (int) outcome->present);
}

static char *
describe (const XrVoteOutcome *outcome, gboolean postponed)
{
  g_autofree char *body = describe_body (outcome);
  int least_present = (int) outcome->least_present;

  if (!outcome->quorate)
    return g_strdup_printf (_ ("%1$s, at least %2$d needed: the vote is void"), body,
                            least_present);
  if (postponed)
    return g_strdup_printf (_ ("%1$s (at least %2$d needed); put off"), body, least_present);
  return g_strdup_printf (outcome->passed ? _ ("%1$s (at least %2$d needed); "
                                               "%3$d in favour of %4$d, %5$d needed: passed")
                                          : _ ("%1$s (at least %2$d needed); "
                                               "%3$d in favour of %4$d, %5$d needed: not passed"),
                          body, least_present, (int) outcome->yes, (int) outcome->base,
                          (int) outcome->needed);
}

XrVoteRule
xr_vote_rule (const XrSettings *settings)
{
  XrVoteRule rule = { { 2, 3 }, { 1, 2 }, XR_BODY_MEMBERS, XR_BODY_DUE };

  if (settings->has_quorum)
    {
      rule.quorum = settings->quorum;
      rule.quorum_body = settings->quorum_body;
    }
  if (settings->has_majority)
    {
      rule.majority = settings->majority;
      rule.majority_body = settings->majority_body;
    }
  return rule;
}

static void
work_out (XrVoteOutcome *outcome, const XrSettings *settings, const XrBodyCounts *counts,
          gboolean postponed)
{
  XrVoteRule rule = xr_vote_rule (settings);
  XrShareCheck presence = xr_quorum_check_presence (rule.quorum, rule.quorum_body, counts);
  XrShareCheck majority = xr_quorum_check_majority (rule.majority, rule.majority_body, counts,
                                                    (int) outcome->yes);

  outcome->quorate = presence.known && presence.met && outcome->members > 0;
  outcome->least_present = presence.needed;
  outcome->needed = majority.needed;
  outcome->base = majority.base;
  outcome->passed = outcome->quorate && !postponed && majority.known && majority.met;
}

XrVoteOutcome *
xr_vote_outcome (XrOffice *office, gint64 vote, GError **error)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT m.round_id, v.yes, v.no, v.defer, v.abstain, v.postponed, m.id, v.application_id"
    " FROM vote v JOIN meeting m ON m.id = v.meeting_id WHERE v.id = :vote",
    XR_PARAMS (XR_INT (":vote", vote)));
  g_autoptr (XrCase) contest = NULL;
  XrVoteOutcome *outcome = NULL;
  XrBodyCounts counts;
  gboolean postponed;

  if (!row || xr_statement_step (row, NULL) != XR_STEP_ROW)
    {
      xr_command_refuse (error, XR_ROUND_ERROR_NOT_FOUND, _ ("There is no such vote."));
      return NULL;
    }
  contest = xr_round_load_case (office, xr_statement_get_int (row, 0), XR_LOAD_PLAN, error);
  if (!contest)
    return NULL;
  outcome = g_new0 (XrVoteOutcome, 1);
  counts = count_body (office, xr_statement_get_int (row, 6), xr_statement_get_int (row, 7),
                       outcome);
  outcome->yes = xr_statement_get_int (row, 1);
  counts.valid = (int) (outcome->yes + xr_statement_get_int (row, 2) + xr_statement_get_int (row, 3)
                        + xr_statement_get_int (row, 4));
  postponed = xr_statement_get_int (row, 5) != 0;
  work_out (outcome, &contest->plan->settings, &counts, postponed);
  outcome->text = describe (outcome, postponed);
  return outcome;
}

static char *
describe_outlook (const XrVoteOutcome *outcome)
{
  g_autofree char *body = describe_body (outcome);
  int least_present = (int) outcome->least_present;

  if (outcome->members == 0)
    return g_strdup (_ ("Nobody is entered yet."));
  if (!outcome->quorate)
    return g_strdup_printf (_ ("%1$s, at least %2$d needed: nothing can be decided"), body,
                            least_present);
  if (outcome->needed == 0)
    return g_strdup_printf (_ ("%1$s (at least %2$d needed)"), body, least_present);
  return g_strdup_printf (_ ("%1$s (at least %2$d needed); %3$d votes in favour pass"), body,
                          least_present, (int) outcome->needed);
}

XrVoteOutcome *
xr_meeting_outlook (XrOffice *office, gint64 meeting, GError **error)
{
  gint64 round = xr_sql_int (office, "SELECT round_id FROM meeting WHERE id = :meeting",
                             XR_PARAMS (XR_INT (":meeting", meeting)), 0);
  g_autoptr (XrCase) contest = xr_round_load_case (office, round, XR_LOAD_PLAN, error);
  XrVoteOutcome *outcome = NULL;
  XrBodyCounts counts;

  if (!contest)
    return NULL;
  outcome = g_new0 (XrVoteOutcome, 1);
  counts = count_body (office, meeting, 0, outcome);
  counts.valid = XR_COUNT_NONE;
  work_out (outcome, &contest->plan->settings, &counts, FALSE);
  outcome->text = describe_outlook (outcome);
  return outcome;
}

/* The vote that counts for an application is the last one. */
GArray *
xr_round_chosen (XrOffice *office, gint64 round)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT v.id, a.id FROM application a JOIN post p ON p.id = a.post_id JOIN vote v"
    " ON v.id = (SELECT w.id FROM vote w JOIN meeting m ON m.id = w.meeting_id"
    "  WHERE w.application_id = a.id ORDER BY m.held_on DESC, w.id DESC LIMIT 1)"
    " WHERE p.round_id = :round AND a.state = 'active' ORDER BY p.id, a.id",
    XR_PARAMS (XR_INT (":round", round)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      g_autoptr (XrVoteOutcome) outcome = xr_vote_outcome (office, xr_statement_get_int (row, 0),
                                                           NULL);
      gint64 application = xr_statement_get_int (row, 1);
      if (outcome && outcome->passed)
        g_array_append_val (chosen, application);
    }
  return chosen;
}
