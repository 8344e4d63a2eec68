/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 7, 组织考察: for everybody on the shortlist a notice in time, talks, the four musts, the
 * opinion on integrity, the report and a rating; or a veto. */

#include "config.h"

#include "round/recusals.h"
#include "round/stages/stages.h"

/* K2 and K4 of the rules, where the plan says nothing else. */
#define TEAM_MIN    2
#define NOTICE_DAYS 2

#define FROM_LISTED                                                                                \
  XR_FROM_APPLICATIONS "AND a.state = 'active' AND a.id IN (SELECT application_id FROM "           \
                       "shortlist) "
#define FROM_INSPECTED                                                                             \
  FROM_LISTED "AND NOT EXISTS (SELECT 1 FROM inspection"                                           \
              " WHERE application_id = a.id AND vetoed = 1) "
#define BY_NUMBER " ORDER BY p.id, c.number"

/* K2 holds for each person: who kept away does not count. */
static void
add_recused_team (XrGateList *list, gint64 needed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (XrStatement) row = xr_sql_rows (
    list->office,
    "SELECT c.name, (SELECT count(*) FROM team_member t WHERE t.round_id = :round AND NOT EXISTS"
    " (SELECT 1 FROM team_recusal WHERE team_member_id = t.id AND application_id = "
    "a.id))" FROM_INSPECTED "AND a.id IN (SELECT application_id FROM team_recusal)" BY_NUMBER,
    XR_PARAMS (XR_INT (":round", list->round)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    if (xr_statement_get_int (row, 1) < needed)
      /* Translators: candidate (how many inspect after recusals, how many have to) */
      g_ptr_array_add (names,
                       g_strdup_printf (_ ("%1$s (%2$d of %3$d)"), xr_statement_get_text (row, 0),
                                        (int) xr_statement_get_int (row, 1), (int) needed));
  xr_gate_list_add_names (list, "team-recused", _ ("Enough members inspect where some recused"),
                          _ ("Too few members are left after recusals (%u): %s."), "team_member",
                          names);
}

static void
add_team (XrGateList *list, const XrSettings *settings)
{
  gint64 needed = MAX (settings->inspection_team_min, TEAM_MIN);
  gint64 there = xr_gate_list_count (list,
                                     "SELECT count(*) FROM team_member WHERE round_id = :round");
  gboolean led = xr_gate_list_count (
    list, "SELECT count(*) FROM team_member WHERE round_id = :round AND leader = 1");

  xr_gate_list_add (list, "team", _ ("The inspection team is large enough"),
                    there >= needed
                      ? NULL
                      : g_strdup_printf (_ ("The team has %1$d members; it needs %2$d or more."),
                                         (int) there, (int) needed),
                    "team_member");
  xr_gate_list_add (list, "team-leader", _ ("The team has a leader"),
                    led ? NULL : g_strdup (_ ("Nobody is marked as the leader of the team.")),
                    "team_member");
  add_recused_team (list, needed);
  xr_gate_list_add_recusals (list, XR_STAGE_INSPECTION);
}

/* Why the notice for one person is not in order, or NULL. The last day on which it may be posted lies
 * so many working days before the inspection begins. */
static char *
check_notice (XrOffice *office, const char *notice, const char *start, int days)
{
  g_autoptr (GError) error = NULL;
  XrDate posted, begins, enough;

  if (!notice)
    return g_strdup (_ ("no notice"));
  if (!start)
    return g_strdup (_ ("no first day of the inspection"));
  if (!xr_date_parse (notice, FALSE, &posted, &error)
      || !xr_date_parse (start, FALSE, &begins, &error)
      || !xr_calendar_add_working_days (xr_office_get_calendar (office), posted, days, &enough,
                                        &error))
    return g_strdup (error->message);
  return xr_date_compare (enough, begins) <= 0 ? NULL : g_strdup (_ ("notice too late"));
}

static void
add_notices (XrGateList *list, const XrSettings *settings)
{
  int days = settings->inspection_notice_days > 0 ? settings->inspection_notice_days : NOTICE_DAYS;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = g_strdup_printf (
    _ ("The notice was posted %d working days before the inspection"), days);
  g_autoptr (XrStatement) row = xr_sql_rows (
    list->office,
    "SELECT c.name, (SELECT notice_on FROM inspection WHERE application_id = a.id),"
    " (SELECT starts_on FROM inspection WHERE application_id = a.id)" FROM_INSPECTED BY_NUMBER,
    XR_PARAMS (XR_INT (":round", list->round)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      g_autofree char *why = check_notice (list->office, xr_statement_get_text (row, 1),
                                           xr_statement_get_text (row, 2), days);
      if (why)
        g_ptr_array_add (names, g_strdup_printf ("%s (%s)", xr_statement_get_text (row, 0), why));
    }
  xr_gate_list_add_names (list, "notice", title, _ ("The notice is not in order (%u): %s."),
                          "inspection", names);
}

static void
add_checks (XrGateList *list)
{
  xr_gate_list_add_none (
    list, "four-musts", _ ("The four checks are concluded for everybody"),
    _ ("Archive, personal matters, discipline or complaints not concluded yet (%u): %s."),
    "inspection_check",
    "SELECT c.name" FROM_INSPECTED "AND 4 > (SELECT count(*) FROM inspection_check"
    " WHERE application_id = a.id AND kind IN"
    " ('archive', 'personal', 'discipline', 'complaints'))" BY_NUMBER);
  xr_gate_list_add_none (
    list, "integrity", _ ("The opinion on integrity is there for everybody"),
    _ ("The signed opinion on integrity is missing (%u): %s."), "inspection_check",
    "SELECT c.name" FROM_INSPECTED "AND NOT EXISTS (SELECT 1 FROM inspection_check"
    " WHERE application_id = a.id AND kind = 'integrity')" BY_NUMBER);
  xr_gate_list_add_none (
    list, "check-problems", _ ("No check found a problem that is left standing"),
    _ ("A check found a problem; settle it or record a veto (%u): %s."), "inspection_check",
    "SELECT c.name" FROM_INSPECTED "AND EXISTS (SELECT 1 FROM inspection_check"
    " WHERE application_id = a.id AND conclusion = 'problem')" BY_NUMBER);
}

static void
add_findings (XrGateList *list)
{
  xr_gate_list_add_none (
    list, "talks", _ ("Talks are recorded for everybody"), _ ("No talk is recorded yet (%u): %s."),
    "talk",
    "SELECT c.name" FROM_INSPECTED
    "AND NOT EXISTS (SELECT 1 FROM talk WHERE application_id = a.id)" BY_NUMBER);
  xr_gate_list_add_none (
    list, "report", _ ("The inspection report is complete and signed for everybody"),
    _ ("Strengths, faults, opinion or the date of the report are missing (%u): %s."), "inspection",
    "SELECT c.name" FROM_INSPECTED "AND NOT EXISTS (SELECT 1 FROM inspection"
    " WHERE application_id = a.id AND ifnull(strengths, '') <> '' AND ifnull(faults, '') <> ''"
    " AND ifnull(opinion, '') <> '' AND reported_on IS NOT NULL)" BY_NUMBER);
  xr_gate_list_add_none (list, "rating", _ ("Everybody has a rating"),
                         _ ("Not rated yet (%u): %s."), "inspection",
                         "SELECT c.name" FROM_INSPECTED "AND NOT EXISTS (SELECT 1 FROM inspection"
                         " WHERE application_id = a.id AND rating IS NOT NULL)" BY_NUMBER);
  xr_gate_list_add_none (
    list, "veto-reason", _ ("Every veto has its author and its reason"),
    _ ("A veto without author or reason (%u): %s."), "inspection",
    "SELECT c.name" FROM_LISTED "AND EXISTS (SELECT 1 FROM inspection WHERE application_id = a.id"
    " AND vetoed = 1 AND (ifnull(veto_by, '') = '' OR ifnull(veto_reason, '') = ''))" BY_NUMBER);
  xr_gate_list_add_none (
    list, "complaints", _ ("No report against a candidate is open"),
    _ ("Reports still to be looked into (%u): %s."), "complaint",
    "SELECT c.name" FROM_INSPECTED "AND EXISTS (SELECT 1 FROM complaint"
    " WHERE application_id = a.id AND stage = 7 AND outcome = 'open')" BY_NUMBER);
  xr_gate_list_add_none (
    list, "complaints-proved", _ ("No report that was proved is left without a veto"),
    _ ("A report was proved; record a veto (%u): %s."), "inspection",
    "SELECT c.name" FROM_INSPECTED "AND EXISTS (SELECT 1 FROM complaint"
    " WHERE application_id = a.id AND stage = 7 AND outcome = 'proved')" BY_NUMBER);
}

static void
add_conditions (XrGateList *list)
{
  g_autoptr (XrCase) contest = xr_round_load_case (list->office, list->round, XR_LOAD_PLAN, NULL);
  gboolean listed = xr_gate_list_count (list, "SELECT count(*)" FROM_LISTED);

  xr_gate_list_add (
    list, "listed", _ ("There is somebody to inspect"),
    listed ? NULL : g_strdup (_ ("The shortlist is empty; close the shortlist first.")), "ranking");
  if (contest)
    {
      add_team (list, &contest->plan->settings);
      add_notices (list, &contest->plan->settings);
    }
  add_checks (list);
  add_findings (list);
}

#define VETOED_HERE                                                                                \
  "id IN (SELECT i.application_id FROM inspection i JOIN application a ON a.id = i.application_id" \
  " JOIN post p ON p.id = a.post_id WHERE p.round_id = :round AND i.vetoed = 1)"

static gboolean
close_stage (XrOffice *office, gint64 round, GError **error)
{
  g_autofree char *today = xr_today_iso ();

  return xr_sql_run (office,
                     "UPDATE application SET state = 'vetoed', left_on = :today, left_reason ="
                     " (SELECT veto_reason FROM inspection WHERE application_id = application.id)"
                     " WHERE state = 'active' AND " VETOED_HERE,
                     XR_PARAMS (XR_INT (":round", round), XR_TEXT (":today", today)), error);
}

static gboolean
reopen_stage (XrOffice *office, gint64 round, GError **error)
{
  return xr_sql_run (office,
                     "UPDATE application SET state = 'active', left_on = NULL, left_reason = NULL"
                     " WHERE state = 'vetoed' AND " VETOED_HERE,
                     XR_PARAMS (XR_INT (":round", round)), error);
}

static char *
count_listed (XrOffice *office, gint64 round)
{
  gint64 n = xr_sql_int (office, "SELECT count(*)" FROM_LISTED,
                         XR_PARAMS (XR_INT (":round", round)), 0);
  return n > 0 ? g_strdup_printf ("%d", (int) n) : NULL;
}

const XrStageInfo xr_stage_inspection = {
  .stage = XR_STAGE_INSPECTION,
  .id = "inspection",
  .title = N_ ("Inspection"),
  .purpose = N_ (
    "Look closely at everybody on the shortlist: notice, talks, files, the four musts, "
    "report and rating."),
  .tables = (const char *const[]){ "team_member", "inspection", "talk", "inspection_check",
                                   "complaint", "team_recusal", NULL },
  .signers = (const char *const[]){ "team-leader", "team-member", NULL },
  .conditions = add_conditions,
  .close = close_stage,
  .reopen = reopen_stage,
  .figure = count_listed,
};
