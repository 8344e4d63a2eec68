/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 5, 民主测评: ballots that add up and are all keyed, votes and marks within them, and every
 * component of every active candidate there at its end. */

#include "config.h"

#include "round/jury.h"
#include "round/recusals.h"
#include "round/stages/stages.h"
#include "rules/ballot-account.h"

#define GROUPS                                                                                     \
  " FROM voter_group g JOIN component k ON k.id = g.component_id WHERE k.round_id = :round "
#define GROUP_NAME "k.name || ' – ' || g.name"

/* Ballots keyed for one post (or all, where a ballot is for no post), and for all posts together. */
#define KEYED                                                                                      \
  "(SELECT count(*) FROM ballot b WHERE b.component_id = k.id AND b.group_id = g.id"               \
  " AND ifnull(b.post_id, 0) = ifnull(x.post_id, 0))"
#define KEYED_IN_ALL                                                                               \
  "(SELECT count(*) FROM ballot b WHERE b.component_id = k.id AND b.group_id = g.id)"

static int
read_count (XrStatement *row, int column)
{
  return xr_statement_is_null (row, column) ? XR_COUNT_NONE
                                            : (int) xr_statement_get_int (row, column);
}

/* The group with the first thing that is wrong in its account, or NULL. */
static char *
describe_account (XrStatement *row)
{
  XrBallotAccount account = { XR_COUNT_NONE,       read_count (row, 1), read_count (row, 2),
                              read_count (row, 3), read_count (row, 4), read_count (row, 5),
                              read_count (row, 6) };
  g_autoptr (GArray) faults = xr_ballot_account_check (&account);
  const char *name = xr_statement_get_text (row, 0);

  if (faults->len > 0)
    return g_strdup_printf ("%s – %s", name,
                            xr_ballot_fault_text (g_array_index (faults, XrBallotFault, 0)));
  if (account.invalid == XR_COUNT_NONE && account.valid != XR_COUNT_NONE
      && account.returned != XR_COUNT_NONE && account.returned != account.valid)
    return g_strdup_printf (_ ("%1$s – %2$d returned, %3$d valid, and no number of invalid ones"),
                            name, account.returned, account.valid);
  return NULL;
}

static void
add_account_faults (XrGateList *list)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (XrStatement) row = xr_sql_rows (
    list->office,
    "SELECT " GROUP_NAME ", g.due, g.present, g.issued, g.returned, g.invalid, g.valid" GROUPS
    "ORDER BY k.position, k.id, g.id",
    XR_PARAMS (XR_INT (":round", list->round)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      char *fault = describe_account (row);
      if (fault)
        g_ptr_array_add (names, fault);
    }
  xr_gate_list_add_names (list, "ballot-accounts", _ ("The accounts of ballots add up"),
                          _ ("An account does not add up (%u): %s"), "voter_group", names);
}

static void
add_accounts (XrGateList *list)
{
  xr_gate_list_add_none (
    list, "ballot-counts", _ ("Every group of voters has its account of ballots"),
    _ ("Issued, returned or valid ballots are not written down yet (%u): %s."), "voter_group",
    "SELECT " GROUP_NAME GROUPS "AND k.method IN ('graded', 'ranked')"
    " AND (g.issued IS NULL OR g.returned IS NULL OR g.valid IS NULL)");
  add_account_faults (list);
  xr_gate_list_add_none (
    list, "ballots-keyed", _ ("As many ballots are keyed as are valid"),
    _ ("Ballots keyed and valid ballots differ (%u): %s."), "ballots",
    "SELECT " GROUP_NAME " || ' (' || " KEYED " || ' / ' || g.valid || ')'"
    " FROM voter_group g JOIN component k ON k.id = g.component_id"
    " JOIN (SELECT DISTINCT component_id, post_id FROM ballot) x ON x.component_id = k.id"
    " WHERE k.round_id = :round AND g.valid NOT IN (" KEYED ", " KEYED_IN_ALL ")");
}

static void
add_counted_by_hand (XrGateList *list)
{
  xr_gate_list_add_none (
    list, "votes-within", _ ("No candidate has more votes than there are valid ballots"),
    _ ("More votes than valid ballots (%u): %s."), "vote_count",
    "SELECT DISTINCT k.name || ' – ' || c.name FROM vote_count v"
    " JOIN candidate c ON c.id = v.candidate_id JOIN component k ON k.id = v.component_id"
    " JOIN voter_group g ON g.id = v.group_id"
    " WHERE k.round_id = :round AND v.yes + v.no + v.abstain > ifnull(g.valid, g.present)");
  xr_gate_list_add_none (
    list, "marks-within", _ ("No candidate has more marks than there are valid ballots"),
    _ ("More marks than valid ballots (%u): %s."), "tally",
    "SELECT DISTINCT k.name || ' – ' || c.name FROM tally t"
    " JOIN candidate c ON c.id = t.candidate_id JOIN component k ON k.id = t.component_id"
    " JOIN voter_group g ON g.id = t.group_id WHERE k.round_id = :round"
    " GROUP BY t.group_id, t.candidate_id, t.dimension_id HAVING sum(t.votes) > max(g.valid)");
}

/* N2: the recommendation meeting counts only when enough of those due came. */
static void
add_attendance (XrGateList *list, const XrPlan *plan)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  XrRatio quorum = plan->settings.recommendation_quorum;

  if (!plan->settings.has_recommendation_quorum)
    return;
  for (guint i = 0; i < plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (plan->components, i);
      gint64 due = 0, present = 0;

      if (component->method != XR_METHOD_RANKED_BALLOT && component->method != XR_METHOD_VOTE_SHARE)
        continue;
      for (guint j = 0; j < component->groups->len; j++)
        {
          const XrGroup *group = g_ptr_array_index (component->groups, j);
          due += MAX (group->due, 0);
          present += MAX (group->present, 0);
        }
      if (due == 0 || present * quorum.denominator < due * quorum.numerator)
        /* Translators: component (those who came of those who were due) */
        g_ptr_array_add (names, g_strdup_printf (_ ("%1$s (%2$d of %3$d)"), component->name,
                                                 (int) present, (int) due));
    }
  xr_gate_list_add_names (list, "recommendation-attendance",
                          _ ("Enough voters came to the recommendation"),
                          _ ("Too few of those who were due came (%u): %s."), "voter_group", names);
}

/* N4: a recommendation has to offer a choice. It is asked for where the plan counts how long a
 * recommendation holds, which is the mark of the regulations' own procedure. */
static void
add_choice (XrGateList *list, const XrPlan *plan)
{
  xr_gate_list_add_none (
    list, "choice", _ ("More names than posts are voted on"),
    _ ("Posts with no more candidates than vacancies (%u): %s."), "decision",
    "SELECT name FROM post p WHERE round_id = :round AND cancelled = 0 AND vacancies >="
    " (SELECT count(*) FROM application WHERE post_id = p.id AND state = 'active')");
  if (plan->settings.recommendation_months == XR_COUNT_NONE)
    xr_gate_list_make_warning (list);
}

static void
add_jury_faults (XrGateList *list, const XrComponent *component, GPtrArray *names)
{
  for (guint i = 0; i < component->groups->len; i++)
    {
      const XrGroup *group = g_ptr_array_index (component->groups, i);
      guint in_term;
      guint kept = xr_jury_count (list->office, group->name, xr_date_today (), &in_term);

      if (kept > 0 && group->due != XR_COUNT_NONE && in_term < (guint) group->due)
        /* Translators: component – group (jurors in their term of those who are due) */
        g_ptr_array_add (names, g_strdup_printf (_ ("%1$s – %2$s (%3$u of %4$d)"), component->name,
                                                 group->name, in_term, group->due));
    }
}

/* S7: where the office keeps a jury, its terms are long enough to fill every group. */
static void
add_jury (XrGateList *list, const XrPlan *plan)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (xr_gate_list_count (list, "SELECT count(*) FROM juror WHERE :round") == 0)
    return;
  for (guint i = 0; i < plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (plan->components, i);
      if (component->method == XR_METHOD_GRADED_BALLOT)
        add_jury_faults (list, component, names);
    }
  xr_gate_list_add_names (list, "jury", _ ("Enough jurors are in their term"),
                          _ ("Fewer jurors are in their term than are due (%u): %s."),
                          "voter_group", names);
  xr_gate_list_make_warning (list);
}

static void
add_conditions (XrGateList *list)
{
  g_autoptr (XrCase) contest = xr_round_load_case (list->office, list->round, XR_LOAD_PLAN, NULL);

  add_accounts (list);
  add_counted_by_hand (list);
  xr_gate_list_add_second_keying (list);
  if (contest)
    {
      add_attendance (list, contest->plan);
      add_jury (list, contest->plan);
      add_choice (list, contest->plan);
    }
  xr_gate_list_add_components (list, "components-complete", 0);
  xr_gate_list_add_recusals (list, XR_STAGE_EVALUATION);
}

static gboolean
plan_has_it (XrOffice *office, gint64 round)
{
  return xr_sql_int (office, "SELECT count(*) FROM component WHERE round_id = :round AND stage = 5",
                     XR_PARAMS (XR_INT (":round", round)), 0)
         > 0;
}

const XrStageInfo xr_stage_evaluation = {
  .stage = XR_STAGE_EVALUATION,
  .id = "evaluation",
  .title = N_ ("Evaluation"),
  .purpose = N_ (
    "Count and key the ballots of every group of voters, and the scores of the leaders "
    "and of the regular appraisal."),
  .tables = (const char *const[]){ "voter_group", "ballot", "tally", "vote_count", "judge", "score",
                                   "direct_score", NULL },
  .signers = (const char *const[]){ "scrutineer", "teller", "supervisor", NULL },
  .conditions = add_conditions,
  .exists = plan_has_it,
};
