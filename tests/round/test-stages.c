/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stages: what each asks for, signing, closing, overriding and going back. */

#include "story.h"

#include "round/sql.h"

#define OFFICE   story->base.office
#define ROUND    story->base.round
#define INT(sql) fixture_int (&story->base, sql)

/* Writes past the checks, for what no command would write. */
static void
force (Story *story, const char *sql)
{
  g_autoptr (GError) error = NULL;

  xr_office_begin (OFFICE, &error);
  g_assert_no_error (error);
  xr_sql_run (OFFICE, sql, NULL, &error);
  g_assert_no_error (error);
  xr_office_commit (OFFICE, "post.change", "", NULL, ROUND, XR_ENTRY_NORMAL, &error);
  g_assert_no_error (error);
}

static void
test_whole_round (Story *story, gconstpointer data)
{
  for (XrStage stage = XR_STAGE_ANNOUNCE; stage <= XR_STAGE_APPOINTMENT; stage++)
    {
      g_assert_cmpint (xr_round_current_stage (OFFICE, ROUND), ==, stage);
      story_reach (story, stage + 1);
      g_assert_cmpint (xr_round_stage_state (OFFICE, ROUND, stage), ==, XR_STAGE_STATE_DONE);
    }
  g_assert_cmpint (xr_round_current_stage (OFFICE, ROUND), ==, XR_STAGE_CLOSED);
}

static void
test_announce (Story *story, gconstpointer data)
{
  story_assert_gate (story, "plan-posts", TRUE);
  story_assert_gate (story, "plan-weights", TRUE);
  story_assert_gate (story, "plan-rules", FALSE);
  story_assert_gate (story, "plan-dates", FALSE);
  story_assert_gate (story, "plan-texts", FALSE);
  story_assert_gate (story, "plan-schedule", FALSE);
  story_assert_gate (story, "announced", FALSE);
  story_play (story, XR_STAGE_ANNOUNCE);
  story_assert_ready (story);
  story_assert_gate (story, "announced", TRUE);
  force (story, "UPDATE component SET weight = 399999 WHERE method = 'judges'");
  story_assert_gate (story, "plan-weights", FALSE);
  force (story, "INSERT INTO schedule (round_id, stage, starts_on, ends_on)"
                " VALUES (1, 9, '2026-03-03', '2026-03-04')");
  story_assert_gate (story, "plan-schedule-order", TRUE);
  story_assert_gate (story, "plan-schedule-publicity", FALSE);
  force (story, "UPDATE schedule SET starts_on = '2026-03-01' WHERE stage = 9");
  story_assert_gate (story, "plan-schedule-order", FALSE);
}

static void
test_announce_refuses_incomplete_plan (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  XrDate on = { 2026, 2, 27 };

  g_assert_false (xr_round_announce (OFFICE, ROUND, on, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_GATE);
}

static void
test_plan_hash_follows_plan (Story *story, gconstpointer data)
{
  g_autofree char *before = xr_round_dup_plan_hash (OFFICE, ROUND);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;

  force (story, "UPDATE component SET drop_high = 1 WHERE method = 'judges'");
  after = xr_round_dup_plan_hash (OFFICE, ROUND);
  g_assert_cmpstr (before, !=, after);
  force (story, "UPDATE component SET drop_high = 0 WHERE method = 'judges'");
  back = xr_round_dup_plan_hash (OFFICE, ROUND);
  g_assert_cmpstr (before, ==, back);
}

static void
test_register (Story *story, gconstpointer data)
{
  story_reach (story, XR_STAGE_REGISTER);
  story_assert_gate (story, "opening-ratio", FALSE);
  story_play (story, XR_STAGE_REGISTER);
  story_assert_ready (story);
  story_set_today ("2026-03-06");
  story_assert_gate (story, "registration-over", FALSE);
  story_set_today ("2026-03-07");
  force (story, "UPDATE application SET state = 'withdrawn' WHERE id = 1");
  story_assert_gate (story, "opening-ratio", FALSE);
  force (story,
         "INSERT INTO decision (round_id, stage, post_id, kind, reason, decided_by, decided_on)"
         " VALUES (1, 2, 1, 'proceed', '人选集中', '党组', '2026-03-07')");
  story_assert_gate (story, "opening-ratio", TRUE);
}

static void
test_eligibility (Story *story, gconstpointer data)
{
  story_reach (story, XR_STAGE_ELIGIBILITY);
  story_assert_gate (story, "decided", FALSE);
  story_play (story, XR_STAGE_ELIGIBILITY);
  story_assert_ready (story);
  force (story, "UPDATE review_result SET approved_on = NULL WHERE application_id = 2");
  story_assert_gate (story, "approved", FALSE);
}

static void
test_ineligible_leave_on_closing_and_return_on_reopening (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  story_reach (story, XR_STAGE_ELIGIBILITY);
  story_play (story, XR_STAGE_ELIGIBILITY);
  xr_review_conclude (OFFICE, story->applications[2], "ineligible", "材料不实", "审一", &error);
  g_assert_no_error (error);
  g_assert_cmpint (xr_review_approve (OFFICE, ROUND, "局长", &error), ==, 1);
  story_sign (story);
  xr_stage_close (OFFICE, ROUND, "经办", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (INT ("SELECT count(*) FROM application WHERE state = 'ineligible'"
                        " AND left_reason = '材料不实'"),
                   ==, 1);
  xr_stage_reopen (OFFICE, ROUND, XR_STAGE_ELIGIBILITY, "经办", "复核", &error);
  g_assert_no_error (error);
  g_assert_cmpint (INT ("SELECT count(*) FROM application WHERE state = 'active'"), ==, 3);
}

static void
test_speech (Story *story, gconstpointer data)
{
  story_reach (story, XR_STAGE_SPEECH);
  story_assert_gate (story, "scores-complete", FALSE);
  story_play (story, XR_STAGE_SPEECH);
  story_assert_ready (story);
  force (story, "DELETE FROM score WHERE application_id = 1 AND judge_id = 1");
  story_assert_gate (story, "scores-complete", FALSE);
}

static void
test_evaluation (Story *story, gconstpointer data)
{
  story_reach (story, XR_STAGE_EVALUATION);
  story_assert_gate (story, "components-complete", FALSE);
  story_play (story, XR_STAGE_EVALUATION);
  story_assert_ready (story);
}

static void
test_ballots_must_add_up (Story *story, gconstpointer data)
{
  story_reach (story, XR_STAGE_EVALUATION);
  force (story, "INSERT INTO component (id, round_id, name, method, weight, stage)"
                " VALUES (90, 1, '民主测评', 'graded', 0, 5)");
  force (story, "INSERT INTO voter_group (id, component_id, name, issued, returned, valid)"
                " VALUES (90, 90, '干部', 3, 3, NULL)");
  story_assert_gate (story, "ballot-counts", FALSE);
  force (story, "UPDATE voter_group SET valid = 2 WHERE id = 90");
  story_assert_gate (story, "ballot-counts", TRUE);
  story_assert_gate (story, "ballot-accounts", FALSE);
  force (story, "UPDATE voter_group SET invalid = 1 WHERE id = 90");
  story_assert_gate (story, "ballot-accounts", TRUE);
  force (story, "INSERT INTO ballot (component_id, group_id, number) VALUES (90, 90, '1')");
  story_assert_gate (story, "ballots-keyed", FALSE);
  force (story, "INSERT INTO ballot (component_id, group_id, number) VALUES (90, 90, '2')");
  story_assert_gate (story, "ballots-keyed", TRUE);
}

static void
test_shortlist (Story *story, gconstpointer data)
{
  story_reach (story, XR_STAGE_SHORTLIST);
  story_assert_gate (story, "cutoff-ties", TRUE);
  story_assert_gate (story, "exclusions-checked", FALSE);
  story_play (story, XR_STAGE_SHORTLIST);
  story_assert_ready (story);
  force (story, "UPDATE exclusion_check SET found = 1 WHERE application_id = 2 AND item = 'X4'");
  story_assert_gate (story, "exclusions-clear", FALSE);
}

/* X3 and X6 of rules.md 2.3: somebody who found nothing says why, where the file knows of something. */
static void
test_shortlist_agrees_with_the_file (Story *story, gconstpointer data)
{
  story_reach (story, XR_STAGE_SHORTLIST);
  story_play (story, XR_STAGE_SHORTLIST);
  story_assert_gate (story, "exclusions-facts", TRUE);
  force (story, "UPDATE candidate SET appraisals = '2025基本称职、2024称职' WHERE id = 2");
  story_assert_gate (story, "exclusions-facts", FALSE);
  force (story, "UPDATE exclusion_check SET note = '已复核，考核结果已更正'"
                " WHERE application_id = 2 AND item = 'X3'");
  story_assert_gate (story, "exclusions-facts", TRUE);
  force (story, "UPDATE candidate SET punished_until = '2026-03-12' WHERE id = 1");
  story_assert_gate (story, "exclusions-facts", FALSE);
  story_set_today ("2026-03-13");
  story_assert_gate (story, "exclusions-facts", TRUE);
}

/* S9 of rules.md 2.4 */
static void
test_panels_are_odd_and_large_enough (Story *story, gconstpointer data)
{
  story_reach (story, XR_STAGE_SPEECH);
  story_play (story, XR_STAGE_SPEECH);
  force (story, "INSERT INTO setting (round_id, name, value) VALUES (1, 'panel_min', '3')");
  story_assert_gate (story, "panel-size", FALSE);
  force (story, "INSERT INTO judge (component_id, post_id, name) VALUES (1, 1, '评委丙')");
  story_assert_gate (story, "panel-size", TRUE);
  force (story, "INSERT INTO judge (component_id, post_id, name) VALUES (1, 1, '评委丁')");
  story_assert_gate (story, "panel-size", FALSE);
  force (story, "INSERT INTO judge (component_id, post_id, name) VALUES (1, 1, '评委戊')");
  story_assert_gate (story, "panel-size", TRUE);
  force (story, "UPDATE setting SET value = '7' WHERE name = 'panel_min'");
  story_assert_gate (story, "panel-size", FALSE);
}

static void
test_cutoff_tie_needs_decision (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  XrDate on = { 2026, 3, 12 };

  story_reach (story, XR_STAGE_SHORTLIST);
  force (story, "UPDATE score SET value = (SELECT value FROM score s WHERE s.judge_id ="
                " score.judge_id AND s.application_id = 2) WHERE application_id = 3");
  force (story, "UPDATE direct_score SET value = 900000 WHERE candidate_id = 3");
  story_assert_gate (story, "cutoff-ties", FALSE);
  g_assert_false (
    xr_shortlist_decide (OFFICE, story->post, story->applications, 2, NULL, "党组", on, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (xr_shortlist_is_decided (OFFICE, story->post));
  xr_shortlist_decide (OFFICE, story->post, story->applications, 2, "业绩突出", "党组", on, &error);
  g_assert_no_error (error);
  g_assert_true (xr_shortlist_is_decided (OFFICE, story->post));
  story_assert_gate (story, "cutoff-ties", TRUE);
}

static void
test_inspection (Story *story, gconstpointer data)
{
  story_reach (story, XR_STAGE_INSPECTION);
  story_assert_gate (story, "team", FALSE);
  story_assert_gate (story, "notice", FALSE);
  story_play (story, XR_STAGE_INSPECTION);
  story_assert_ready (story);
  /* 2026-03-14 is a Saturday: one working day is left before Tuesday. */
  force (story, "UPDATE inspection SET notice_on = '2026-03-16' WHERE application_id = 1");
  story_assert_gate (story, "notice", FALSE);
  force (story, "DELETE FROM inspection_check WHERE application_id = 1 AND kind = 'archive'");
  story_assert_gate (story, "four-musts", FALSE);
  force (story, "INSERT INTO complaint (application_id, stage, received_on, way, named, matter)"
                " VALUES (1, 7, '2026-03-18', 'letter', 0, '线索')");
  story_assert_gate (story, "complaints", FALSE);
}

static void
test_vetoed_leave_and_nobody_moves_up (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) list = NULL;

  story_reach (story, XR_STAGE_INSPECTION);
  story_play (story, XR_STAGE_INSPECTION);
  force (story, "UPDATE inspection SET vetoed = 1, veto_by = '纪检', veto_reason = '有问题'"
                " WHERE application_id = 2");
  story_sign (story);
  xr_stage_close (OFFICE, ROUND, "经办", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (INT ("SELECT count(*) FROM application WHERE id = 2 AND state = 'vetoed'"), ==,
                   1);
  list = xr_round_shortlist (OFFICE, ROUND, story->post);
  g_assert_cmpint (list->len, ==, 2);
  xr_stage_reopen (OFFICE, ROUND, XR_STAGE_INSPECTION, "经办", "重新核查", &error);
  g_assert_no_error (error);
  g_assert_cmpint (INT ("SELECT count(*) FROM application WHERE id = 2 AND state = 'active'"), ==,
                   1);
}

static void
test_deliberation (Story *story, gconstpointer data)
{
  story_reach (story, XR_STAGE_DELIBERATION);
  story_assert_gate (story, "meeting", FALSE);
  story_assert_gate (story, "voted", FALSE);
  story_play (story, XR_STAGE_DELIBERATION);
  story_assert_ready (story);
  story_assert_gate (story, "chair-last", TRUE);
  force (story, "UPDATE attendee SET speaking_order = 9 WHERE name = '委员甲'");
  story_assert_gate (story, "chair-last", FALSE);
  force (story, "UPDATE vote SET yes = 3, no = 0");
  story_assert_gate (story, "vacancies", FALSE);
  force (story, "UPDATE vote SET yes = 1");
  force (story, "UPDATE attendee SET present = 0 WHERE name <> '局长'");
  story_assert_gate (story, "quorum", FALSE);
}

/* D19 of rules.md: the second vote of the story failed, 1 of 3 in favour. */
static void
test_votes_end_after_failures (Story *story, gconstpointer data)
{
  story_reach (story, XR_STAGE_DELIBERATION);
  story_play (story, XR_STAGE_DELIBERATION);
  force (story, "INSERT INTO setting (round_id, name, value) VALUES (1, 'vote_attempts', '2')");
  for (guint i = 2; i <= 3; i++)
    {
      g_autofree char *sql = g_strdup_printf (
        "INSERT INTO meeting (id, round_id, held_on, chair, recorder, method)"
        " VALUES (%1$u, 1, '2026-03-2%1$u', '局长', '记一', 'secret');",
        i + 2);
      g_autofree char *people = g_strdup_printf ("INSERT INTO attendee (meeting_id, name) SELECT "
                                                 "%u, name FROM attendee WHERE meeting_id = 1",
                                                 i + 2);
      g_autofree char *vote = g_strdup_printf (
        "INSERT INTO vote (meeting_id, application_id, yes, no) VALUES (%u, 2, 1, 2)", i + 2);
      story_assert_gate (story, "vote-attempts", TRUE);
      force (story, sql);
      force (story, people);
      force (story, vote);
    }
  story_assert_gate (story, "vote-attempts", FALSE);
}

/* D15 of rules.md: what was asked is answered before the meeting; a month of silence is consent only of
 * those who have a say in managing the post. */
static void
test_consultation (Story *story, gconstpointer data)
{
  g_autoptr (XrRow) row = NULL;
  g_autoptr (GError) error = NULL;

  story_reach (story, XR_STAGE_DELIBERATION);
  story_play (story, XR_STAGE_DELIBERATION);
  story_assert_gate (story, "opinions", TRUE);
  force (story,
         "INSERT INTO setting (round_id, name, value) VALUES (1, 'recommendation_months', '12')");
  story_assert_gate (story, "consulted", FALSE);
  row = xr_row_new (xr_table_find ("consultation"), 1);
  xr_row_set (row, "asked", "分管领导");
  xr_row_set (row, "asked_on", "2026-02-10");
  xr_row_set (row, "opinion", "disagree");
  xr_row_set (row, "answered_on", "2026-02-11");
  g_assert_false (xr_office_save (OFFICE, row, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  xr_row_set (row, "note", "经历单一");
  xr_office_save (OFFICE, row, &error);
  g_assert_no_error (error);
  story_assert_gate (story, "opinions", TRUE);
  force (story,
         "UPDATE consultation SET answered_on = date ((SELECT held_on FROM meeting), '+1 day')");
  story_assert_gate (story, "opinions", FALSE);
  force (story, "UPDATE consultation SET opinion = NULL, answered_on = NULL,"
                " asked_on = date ((SELECT held_on FROM meeting), '-1 month')");
  story_assert_gate (story, "opinions", FALSE);
  force (story, "UPDATE consultation SET shared = 1");
  story_assert_gate (story, "opinions", TRUE);
  force (story, "UPDATE consultation SET asked_on = date (asked_on, '+1 day')");
  story_assert_gate (story, "opinions", FALSE);
  story_assert_ready (story);
}

static void
test_publicity (Story *story, gconstpointer data)
{
  story_reach (story, XR_STAGE_PUBLICITY);
  story_assert_gate (story, "publicity-posted", FALSE);
  story_play (story, XR_STAGE_PUBLICITY);
  story_assert_ready (story);
  story_set_today ("2026-03-31");
  story_assert_gate (story, "publicity-over", FALSE);
  force (story, "UPDATE publicity SET days = 4");
  story_assert_gate (story, "publicity-floor", FALSE);
  force (story, "INSERT INTO complaint (application_id, stage, received_on, way, named, matter)"
                " VALUES (1, 9, '2026-03-30', 'letter', 0, '线索')");
  story_assert_gate (story, "publicity-complaints", FALSE);
}

static void
test_proved_report_puts_out (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  story_reach (story, XR_STAGE_PUBLICITY);
  story_play (story, XR_STAGE_PUBLICITY);
  force (story, "INSERT INTO complaint (application_id, stage, received_on, way, named, matter,"
                " outcome, closed_on) VALUES (1, 9, '2026-03-30', 'letter', 0, '属实', 'proved',"
                " '2026-03-31')");
  story_sign (story);
  xr_stage_close (OFFICE, ROUND, "经办", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (INT ("SELECT count(*) FROM application WHERE id = 1 AND state = 'vetoed'"), ==,
                   1);
}

static void
test_appointment (Story *story, gconstpointer data)
{
  XrDate end;

  story_reach (story, XR_STAGE_APPOINTMENT);
  story_assert_gate (story, "order", FALSE);
  story_assert_gate (story, "told", FALSE);
  story_play (story, XR_STAGE_APPOINTMENT);
  story_assert_ready (story);
  end = xr_appointment_probation_end (OFFICE, story->applications[0]);
  g_assert_cmpint (end.year * 10000 + end.month * 100 + end.day, ==, 20270402);
  force (story, "UPDATE appointment SET filed_on = NULL");
  story_assert_gate (story, "filing", FALSE);
}

static void
test_signatures (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  XrDate on = { 2026, 3, 10 };

  story_reach (story, XR_STAGE_SPEECH);
  g_assert_false (xr_stage_sign (OFFICE, ROUND, XR_STAGE_SPEECH, "chair", "甲", on, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (xr_stage_sign (OFFICE, ROUND, XR_STAGE_REGISTER, "registrar", "甲", on, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_clear_error (&error);
  story_assert_gate (story, "signature-recorder", FALSE);
  g_assert_true (xr_stage_sign (OFFICE, ROUND, XR_STAGE_SPEECH, "recorder", "甲", on, &error));
  story_assert_gate (story, "signature-recorder", TRUE);
  g_assert_false (xr_stage_sign (OFFICE, ROUND, XR_STAGE_SPEECH, "supervisor", "甲", on, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_assert_null (xr_office_dup_undo_label (OFFICE));
}

static void
test_closing_needs_conditions_or_reason (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *seal = NULL;

  g_assert_false (xr_stage_close (OFFICE, ROUND, "经办", NULL, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_GATE);
  g_clear_error (&error);
  g_assert_null (xr_stage_dup_seal (OFFICE, ROUND, XR_STAGE_ANNOUNCE));
  g_assert_true (xr_stage_close (OFFICE, ROUND, "经办", "党组同意", &error));
  g_assert_no_error (error);
  g_assert_cmpint (xr_round_stage_state (OFFICE, ROUND, XR_STAGE_ANNOUNCE), ==,
                   XR_STAGE_STATE_OVERRIDDEN);
  g_assert_cmpint (INT ("SELECT count(*) FROM stage_event WHERE kind = 'overridden'"
                        " AND unmet <> '' AND reason = '党组同意'"),
                   ==, 1);
  summary = xr_stage_dup_summary (OFFICE, ROUND, XR_STAGE_ANNOUNCE);
  g_assert_nonnull (strstr (summary, "党组同意"));
  seal = xr_stage_dup_seal (OFFICE, ROUND, XR_STAGE_ANNOUNCE);
  g_assert_nonnull (seal);
  g_assert_nonnull (strstr (summary, seal));
}

static void
test_reopening (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  story_reach (story, XR_STAGE_EVALUATION);
  first = xr_stage_dup_seal (OFFICE, ROUND, XR_STAGE_REGISTER);
  g_assert_false (xr_stage_reopen (OFFICE, ROUND, XR_STAGE_SPEECH, "经办", " ", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (xr_stage_reopen (OFFICE, ROUND, XR_STAGE_EVALUATION, "经办", "更正", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (xr_stage_reopen (OFFICE, ROUND, XR_STAGE_REGISTER, "经办", "更正", &error));
  g_assert_cmpint (xr_round_current_stage (OFFICE, ROUND), ==, XR_STAGE_REGISTER);
  g_assert_cmpint (INT ("SELECT count(*) FROM signature WHERE stage >= 2"), ==, 0);
  g_assert_cmpint (INT ("SELECT count(*) FROM signature WHERE stage = 1"), ==, 1);
  story_sign (story);
  xr_stage_close (OFFICE, ROUND, "经办", NULL, &error);
  g_assert_no_error (error);
  second = xr_stage_dup_seal (OFFICE, ROUND, XR_STAGE_REGISTER);
  g_assert_cmpstr (first, !=, second);
}

static void
test_stages_that_the_plan_lacks_are_skipped (Story *story, gconstpointer data)
{
  force (story, "DELETE FROM component WHERE method = 'judges'");
  force (story, "UPDATE component SET weight = 1000000");
  story_reach (story, XR_STAGE_SPEECH);
  g_assert_cmpint (xr_round_current_stage (OFFICE, ROUND), ==, XR_STAGE_EVALUATION);
  g_assert_cmpint (xr_round_stage_state (OFFICE, ROUND, XR_STAGE_SPEECH), ==,
                   XR_STAGE_STATE_SKIPPED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, function)                                                                       \
  g_test_add ("/stages/" name, Story, NULL, story_set_up, function, story_tear_down)
  TEST ("a whole round goes from plan to appointment", test_whole_round);
  TEST ("announce", test_announce);
  TEST ("an incomplete plan is not announced", test_announce_refuses_incomplete_plan);
  TEST ("the hash of the plan follows the plan", test_plan_hash_follows_plan);
  TEST ("register", test_register);
  TEST ("eligibility", test_eligibility);
  TEST ("the ineligible leave on closing and return on reopening",
        test_ineligible_leave_on_closing_and_return_on_reopening);
  TEST ("speech", test_speech);
  TEST ("panels are odd and large enough", test_panels_are_odd_and_large_enough);
  TEST ("evaluation", test_evaluation);
  TEST ("ballots must add up", test_ballots_must_add_up);
  TEST ("shortlist", test_shortlist);
  TEST ("the shortlist agrees with the file", test_shortlist_agrees_with_the_file);
  TEST ("a tie across the cut needs a decision", test_cutoff_tie_needs_decision);
  TEST ("inspection", test_inspection);
  TEST ("the vetoed leave and nobody moves up", test_vetoed_leave_and_nobody_moves_up);
  TEST ("deliberation", test_deliberation);
  TEST ("votes end after failures", test_votes_end_after_failures);
  TEST ("consultation", test_consultation);
  TEST ("publicity", test_publicity);
  TEST ("a proved report puts out", test_proved_report_puts_out);
  TEST ("appointment", test_appointment);
  TEST ("signatures are of different people in the roles of the stage", test_signatures);
  TEST ("closing needs all conditions or a reason", test_closing_needs_conditions_or_reason);
  TEST ("reopening voids signatures and keeps what happened", test_reopening);
  TEST ("stages that the plan lacks are skipped", test_stages_that_the_plan_lacks_are_skipped);
  return g_test_run ();
}
