/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 8, 集体研究: the meeting that votes on everybody who passed the inspection. */

#include "config.h"

#include <stdlib.h>

#include "round/recusals.h"
#include "round/stages/stages.h"

#define FROM_PROPOSED                                                                              \
  XR_FROM_APPLICATIONS "AND a.state = 'active' AND a.id IN (SELECT application_id FROM "           \
                       "shortlist) "
#define FROM_VOTES                                                                                 \
  " FROM vote v JOIN meeting m ON m.id = v.meeting_id JOIN application a"                          \
  " ON a.id = v.application_id JOIN candidate c ON c.id = a.candidate_id WHERE m.round_id = "      \
  ":round "
/* Members with a vote who were in the room while the application was discussed. */
#define VOTERS                                                                                     \
  "(SELECT count(*) FROM attendee t WHERE t.meeting_id = m.id AND t.member = 1 AND t.present = 1"  \
  " AND NOT EXISTS (SELECT 1 FROM recusal WHERE attendee_id = t.id AND application_id = a.id))"

static void
add_meeting (XrGateList *list)
{
  gboolean held = xr_gate_list_count (list, "SELECT count(*) FROM meeting WHERE round_id = :round");

  xr_gate_list_add (list, "meeting", _ ("The meeting is recorded"),
                    held ? NULL : g_strdup (_ ("No meeting is recorded yet; add it.")), "meeting");
  xr_gate_list_add_none (list, "attendees", _ ("The members of every meeting are recorded"),
                         _ ("Meetings without members (%u): %s."), "attendee",
                         "SELECT held_on FROM meeting m WHERE round_id = :round AND NOT EXISTS"
                         " (SELECT 1 FROM attendee WHERE meeting_id = m.id AND member = 1)");
  xr_gate_list_add_none (
    list, "absences", _ ("Every absence has its reason"), _ ("Absent without a reason (%u): %s."),
    "attendee",
    "SELECT t.name FROM attendee t JOIN meeting m ON m.id = t.meeting_id WHERE m.round_id = :round"
    " AND t.member = 1 AND t.due = 1 AND t.present = 0 AND ifnull(t.absence, '') = ''");
  xr_gate_list_make_warning (list);
  xr_gate_list_add_none (
    list, "chair-last", _ ("The chair speaks last"),
    _ ("Meetings in which somebody speaks after the chair (%u): %s."), "attendee",
    "SELECT held_on FROM meeting m WHERE round_id = :round AND EXISTS"
    " (SELECT 1 FROM attendee t JOIN attendee h ON h.meeting_id = t.meeting_id"
    "  WHERE t.meeting_id = m.id AND h.name = m.chair AND t.member = 1 AND t.id <> h.id"
    "  AND t.speaking_order > ifnull(h.speaking_order, 0))");
  xr_gate_list_make_warning (list);
  xr_gate_list_add_none (list, "tellers", _ ("Secret votes have their tellers"),
                         _ ("Secret votes without tellers (%u): %s."), "meeting",
                         "SELECT held_on FROM meeting WHERE round_id = :round AND method = 'secret'"
                         " AND ifnull(tellers, '') = ''");
  xr_gate_list_make_warning (list);
}

static void
add_votes (XrGateList *list)
{
  xr_gate_list_add_none (
    list, "voted", _ ("Everybody proposed was voted on or put off"),
    _ ("Neither voted on nor put off (%u): %s."), "vote",
    "SELECT c.name" FROM_PROPOSED
    "AND NOT EXISTS (SELECT 1 FROM vote WHERE application_id = a.id) ORDER BY p.id, c.number");
  xr_gate_list_add_none (
    list, "vote-ballots", _ ("The ballots of every vote add up"),
    _ ("More ballots or votes than there can be (%u): %s."), "vote",
    "SELECT c.name" FROM_VOTES "AND (v.returned > v.issued OR v.issued > " VOTERS
    " OR v.yes + v.no + v.defer + v.abstain > ifnull(v.returned, " VOTERS "))");
  xr_gate_list_add_none (list, "put-off-reason", _ ("Everybody put off has a reason"),
                         _ ("Put off without a reason (%u): %s."), "vote",
                         "SELECT c.name" FROM_VOTES
                         "AND v.postponed = 1 AND ifnull(v.reason, '') = ''");
  xr_gate_list_make_warning (list);
  xr_gate_list_add_none (
    list, "vote-complaints", _ ("No report against a candidate is open"),
    _ ("Reports still to be looked into; they are not put to the meeting (%u): %s."), "complaint",
    "SELECT c.name" FROM_PROPOSED "AND EXISTS (SELECT 1 FROM complaint WHERE application_id = a.id"
    " AND stage = 7 AND outcome = 'open') ORDER BY p.id, c.number");
}

static void
add_quorum (XrGateList *list)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (XrStatement) row = xr_sql_rows (list->office,
                                             "SELECT v.id, c.name" FROM_VOTES "AND v.postponed = 0",
                                             XR_PARAMS (XR_INT (":round", list->round)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XrVoteOutcome) outcome = xr_vote_outcome (list->office,
                                                           xr_statement_get_int (row, 0), &error);
      if (!outcome || !outcome->quorate)
        g_ptr_array_add (names, g_strdup_printf ("%s – %s", xr_statement_get_text (row, 1),
                                                 outcome ? outcome->text : error->message));
    }
  xr_gate_list_add_names (list, "quorum", _ ("Enough members were present at every vote"),
                          _ ("The vote is void, too few members were present (%u): %s."),
                          "attendee", names);
}

/* D19: votes on one person, in the order of the meetings. */
typedef struct
{
  gint64 application;
  int failed; /* so far */
} Attempts;

/* Whether the vote of @row comes after as many failed ones as the plan allows. */
static gboolean
is_beyond_attempts (XrOffice *office, XrStatement *row, int allowed, Attempts *attempts)
{
  gint64 application = xr_statement_get_int (row, 1);
  g_autoptr (XrVoteOutcome) outcome = xr_vote_outcome (office, xr_statement_get_int (row, 0), NULL);
  gboolean beyond;

  if (application != attempts->application)
    *attempts = (Attempts){ application, 0 };
  beyond = attempts->failed >= allowed;
  if (outcome && outcome->quorate && !outcome->passed)
    attempts->failed++;
  return beyond;
}

static void
add_attempts (XrGateList *list)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *allowed = xr_round_dup_setting (list->office, list->round, "vote_attempts");
  g_autoptr (XrStatement) row = xr_sql_rows (list->office,
                                             "SELECT v.id, a.id, c.name" FROM_VOTES
                                             "AND v.postponed = 0 ORDER BY a.id, m.held_on, m.id",
                                             XR_PARAMS (XR_INT (":round", list->round)));
  Attempts attempts = { 0, 0 };

  if (allowed == NULL)
    return;
  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    if (is_beyond_attempts (list->office, row, atoi (allowed), &attempts))
      g_ptr_array_add (names, g_strdup (xr_statement_get_text (row, 2)));
  xr_gate_list_add_names (
    list, "vote-attempts", _ ("Nobody is voted on again after failing as often as the plan allows"),
    _ ("Voted on again although the plan allows no further vote (%u): %s."), "vote", names);
}

static gint64
count_chosen (XrOffice *office, GArray *chosen, gint64 post)
{
  gint64 n = 0;

  for (guint i = 0; i < chosen->len; i++)
    n += xr_sql_int (office, "SELECT post_id = :post FROM application WHERE id = :application",
                     XR_PARAMS (XR_INT (":post", post),
                                XR_INT (":application", g_array_index (chosen, gint64, i))),
                     0);
  return n;
}

static void
add_vacancies (XrGateList *list)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) chosen = xr_round_chosen (list->office, list->round);
  g_autoptr (XrStatement) post = xr_sql_rows (
    list->office, "SELECT id, name, vacancies FROM post WHERE round_id = :round",
    XR_PARAMS (XR_INT (":round", list->round)));

  while (post && xr_statement_step (post, NULL) == XR_STEP_ROW)
    {
      gint64 n = count_chosen (list->office, chosen, xr_statement_get_int (post, 0));
      if (n > xr_statement_get_int (post, 2))
        /* Translators: post (people who passed of the vacancies there are) */
        g_ptr_array_add (names, g_strdup_printf (_ ("%1$s (%2$d passed, %3$d vacancies)"),
                                                 xr_statement_get_text (post, 1), (int) n,
                                                 (int) xr_statement_get_int (post, 2)));
    }
  xr_gate_list_add_names (list, "vacancies", _ ("No more people passed than there are vacancies"),
                          _ ("More people passed than there are vacancies (%u): %s."), "vote",
                          names);
}

/* D15: whether the opinion of @row (see below) is there on @day: given by then, or by
 * a month of silence where silence is consent. */
static gboolean
is_opinion_in (XrStatement *row, XrDate day)
{
  XrDate asked, answered;

  if (xr_date_parse (xr_statement_get_text (row, 4), FALSE, &answered, NULL))
    return xr_date_compare (answered, day) <= 0;
  return xr_statement_get_int (row, 3) != 0
         && xr_date_parse (xr_statement_get_text (row, 2), FALSE, &asked, NULL)
         && xr_date_compare (xr_date_add_months (asked, 1), day) <= 0;
}

/* D15: the opinions are there when the meeting begins. */
static void
add_opinions (XrGateList *list)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *held = xr_sql_text (list->office,
                                       "SELECT max(held_on) FROM meeting WHERE round_id = :round",
                                       XR_PARAMS (XR_INT (":round", list->round)));
  g_autoptr (XrStatement) row = xr_sql_rows (
    list->office,
    "SELECT c.name, o.asked, o.asked_on, o.shared, ifnull(o.answered_on, '') FROM consultation o"
    " JOIN application a ON a.id = o.application_id JOIN candidate c ON c.id = a.candidate_id"
    " WHERE c.round_id = :round AND a.state = 'active' ORDER BY a.post_id, c.number, o.id",
    XR_PARAMS (XR_INT (":round", list->round)));
  XrDate day;

  if (!held || !xr_date_parse (held, FALSE, &day, NULL))
    day = xr_date_today ();
  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    if (!is_opinion_in (row, day))
      g_ptr_array_add (names, g_strdup_printf ("%s – %s", xr_statement_get_text (row, 0),
                                               xr_statement_get_text (row, 1)));
  xr_gate_list_add_names (list, "opinions", _ ("Every opinion asked for was in before the meeting"),
                          _ ("Opinions not in by the day of the meeting (%u): %s."), "consultation",
                          names);
  xr_gate_list_make_warning (list);
}

/* The procedure of the regulations asks for a consultation; other plans may hold one. Its mark is that
 * the plan counts how long a recommendation holds. */
static void
add_consultation (XrGateList *list)
{
  g_autoptr (XrCase) contest = xr_round_load_case (list->office, list->round, XR_LOAD_PLAN, NULL);

  if (contest && contest->plan->settings.recommendation_months != XR_COUNT_NONE)
    {
      xr_gate_list_add_none (
        list, "consulted", _ ("Opinions were asked for on everybody proposed"),
        _ ("Nobody was asked for an opinion on (%u): %s."), "consultation",
        "SELECT c.name" FROM_PROPOSED
        "AND NOT EXISTS (SELECT 1 FROM consultation WHERE application_id = a.id)"
        " ORDER BY p.id, c.number");
      xr_gate_list_make_warning (list);
    }
  add_opinions (list);
}

/* N1: a recommendation lapses; counted from the day on which its stage was closed. */
static void
add_freshness (XrGateList *list)
{
  g_autoptr (XrCase) contest = xr_round_load_case (list->office, list->round, XR_LOAD_PLAN, NULL);
  XrParam params[] = { XR_INT (":round", list->round), { NULL } };
  g_autofree char *held = xr_sql_text (
    list->office, "SELECT max(held_on) FROM meeting WHERE round_id = :round", params);
  g_autofree char *closed = xr_sql_text (
    list->office,
    "SELECT max(on_date) FROM stage_event WHERE round_id = :round AND stage = 5"
    " AND kind IN ('closed', 'overridden')",
    params);
  XrDate meeting, recommended;
  int months = contest ? contest->plan->settings.recommendation_months : XR_COUNT_NONE;
  gboolean lapsed = FALSE;

  if (months == XR_COUNT_NONE || !held || !closed || !xr_date_parse (held, FALSE, &meeting, NULL)
      || !xr_date_parse (closed, FALSE, &recommended, NULL))
    return;
  lapsed = xr_date_compare (meeting, xr_date_add_months (recommended, months)) > 0;
  xr_gate_list_add (
    list, "recommendation-valid", _ ("The recommendation still holds"),
    lapsed ? g_strdup_printf (
      _ ("The recommendation was counted on %1$s and held for %2$d months; vote again."), closed,
      months)
           : NULL,
    "meeting");
}

static void
add_conditions (XrGateList *list)
{
  add_consultation (list);
  add_meeting (list);
  xr_gate_list_add_recusals (list, XR_STAGE_DELIBERATION);
  add_votes (list);
  add_quorum (list);
  add_attempts (list);
  add_vacancies (list);
  add_freshness (list);
}

const XrStageInfo xr_stage_deliberation = {
  .stage = XR_STAGE_DELIBERATION,
  .id = "deliberation",
  .title = N_ ("Deliberation"),
  .purpose = N_ (
    "Record the opinions asked for beforehand and the meeting: who came, who withdrew, "
    "who spoke in what order, and how the vote on each person went."),
  .tables = (const char *const[]){ "consultation", "meeting", "attendee", "recusal", "vote", NULL },
  .signers = (const char *const[]){ "scrutineer", "teller", "recorder", "chair", NULL },
  .conditions = add_conditions,
};
