/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands: what they write, and what they refuse with which sentence. */

#include "story.h"

#include "round/score-sheet.h"

#define OFFICE                 story->base.office
#define ROUND                  story->base.round
#define INT(sql)               fixture_int (&story->base, sql)
#define ADD(table, owner, ...) fixture_add (&story->base, table, owner, __VA_ARGS__, NULL)

static XrRow *
new_candidate (Story *story, const char *name)
{
  XrRow *row = xr_row_new (xr_table_find ("candidate"), ROUND);
  xr_row_set (row, "name", name);
  return row;
}

/* ---- registration */

static void
test_candidate_gets_next_number (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrRow) first = new_candidate (story, "张三");
  g_autoptr (XrRow) second = new_candidate (story, "李四");
  g_autoptr (XrRow) taken = new_candidate (story, "王五");

  story_reach (story, XR_STAGE_REGISTER);
  xr_row_set (first, "number", "08");
  g_assert_true (xr_candidate_register (OFFICE, first, story->post, &error));
  g_assert_true (xr_candidate_register (OFFICE, second, story->post, &error));
  g_assert_cmpstr (xr_row_get (second, "number"), ==, "09");
  g_assert_cmpint (INT ("SELECT count(*) FROM application"), ==, 2);
  xr_row_set (taken, "number", "8");
  g_assert_false (xr_candidate_register (OFFICE, taken, story->post, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "张三"));
}

static void
test_leaving_needs_reason_and_can_be_taken_back (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  XrDate on = { 2026, 3, 9 };

  story_reach (story, XR_STAGE_ELIGIBILITY);
  g_assert_false (
    xr_application_leave (OFFICE, story->applications[0], "withdrawn", on, "", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (
    xr_application_leave (OFFICE, story->applications[0], "withdrawn", on, "本人放弃", &error));
  g_assert_cmpint (INT ("SELECT count(*) FROM application WHERE state = 'withdrawn'"), ==, 1);
  g_assert_true (xr_application_return (OFFICE, story->applications[0], &error));
  g_assert_cmpint (INT ("SELECT count(*) FROM application WHERE state = 'active'"), ==, 3);
}

/* ---- review */

static void
test_overruling_needs_reason (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reviews = NULL;
  const XrApplicationReview *review = NULL;
  const XrRuleReview *rule = NULL;

  story_reach (story, XR_STAGE_ELIGIBILITY);
  reviews = xr_round_review (OFFICE, ROUND, &error);
  g_assert_no_error (error);
  g_assert_cmpint (reviews->len, ==, 3);
  review = g_ptr_array_index (reviews, 0);
  g_assert_cmpint (review->state, ==, XR_VERDICT_MET);
  rule = g_ptr_array_index (review->rules, 0);
  g_assert_false (
    xr_review_rule (OFFICE, review->application, rule->rule, "failed", NULL, "审一", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (
    xr_review_rule (OFFICE, review->application, rule->rule, "failed", "档案有误", "审一", &error));
  g_assert_false (
    xr_review_conclude (OFFICE, review->application, "eligible", NULL, "审一", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (xr_review_conclude_clear (OFFICE, ROUND, "审一", &error), ==, 3);
  g_assert_cmpint (INT ("SELECT count(*) FROM review_result WHERE verdict = 'ineligible'"
                        " AND reason = '档案有误'"),
                   ==, 1);
}

static void
test_unknown_is_never_concluded_by_itself (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrRow) nobody = NULL;

  story_reach (story, XR_STAGE_REGISTER);
  nobody = new_candidate (story, "赵六");
  xr_row_set (nobody, "number", "09");
  g_assert_true (xr_candidate_register (OFFICE, nobody, story->post, &error));
  story_play (story, XR_STAGE_REGISTER);
  g_assert_cmpint (xr_review_conclude_clear (OFFICE, ROUND, "审一", &error), ==, 3);
  g_assert_cmpint (INT ("SELECT count(*) FROM application a WHERE NOT EXISTS"
                        " (SELECT 1 FROM review_result WHERE application_id = a.id)"),
                   ==, 1);
}

/* ---- scores */

static void
test_scores_are_checked (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  static const char *const wrong[] = { "100.01", "-1", "九十", "90.12345" };

  story_reach (story, XR_STAGE_SPEECH);
  story_play (story, XR_STAGE_SPEECH);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (
        xr_score_set (OFFICE, story->judges[0], story->applications[0], 0, wrong[i], &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
  g_assert_true (
    xr_score_set (OFFICE, story->judges[0], story->applications[0], 0, "８８．５", &error));
  g_assert_cmpint (INT ("SELECT value FROM score WHERE judge_id = 1 AND application_id = 1"), ==,
                   885000);
  g_assert_true (xr_score_set (OFFICE, story->judges[0], story->applications[0], 0, "h", &error));
  g_assert_cmpint (
    INT ("SELECT value IS NULL FROM score WHERE judge_id = 1 AND application_id = 1"), ==, 1);
  g_assert_true (xr_score_set (OFFICE, story->judges[0], story->applications[0], 0, "", &error));
  g_assert_cmpint (INT ("SELECT count(*) FROM score WHERE judge_id = 1 AND application_id = 1"), ==,
                   0);
}

static void
test_closed_stages_take_no_scores (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  story_reach (story, XR_STAGE_EVALUATION);
  g_assert_false (xr_score_set (OFFICE, story->judges[0], story->applications[0], 0, "50", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_CLOSED);
}

static void
count_cb (int *n)
{
  (*n)++;
}

static void
test_score_sheet (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrScoreSheet) sheet = NULL;
  guint row = 0;
  int changed = 0;

  story_reach (story, XR_STAGE_SPEECH);
  story_play (story, XR_STAGE_SPEECH);
  sheet = xr_score_sheet_new (OFFICE, story->speech, story->post);
  g_signal_connect_swapped (sheet, "changed", G_CALLBACK (count_cb), &changed);
  g_assert_cmpint (xr_score_sheet_n_rows (sheet), ==, 3);
  g_assert_cmpint (xr_score_sheet_n_columns (sheet), ==, 2);
  g_assert_cmpstr (xr_score_sheet_column_title (sheet, 0), ==, "评委甲");
  while (!g_str_has_suffix (xr_score_sheet_row_title (sheet, row), "李四"))
    row++;
  g_assert_cmpstr (xr_score_sheet_cell (sheet, row, 0), ==, "80");
  g_assert_cmpstr (xr_score_sheet_row_score (sheet, row), ==, "81.00");
  g_assert_cmpint (xr_score_sheet_row_rank (sheet, row), ==, 2);
  g_assert_true (xr_score_sheet_set (sheet, row, 1, "", &error));
  g_assert_cmpint (changed, ==, 1);
  g_assert_cmpint (xr_score_sheet_cell_flags (sheet, row, 1), ==, XR_CELL_MISSING);
  g_assert_cmpstr (xr_score_sheet_row_score (sheet, row), ==, "");
  g_assert_nonnull (strstr (xr_score_sheet_row_missing (sheet, row), "评委乙"));
  g_assert_true (xr_score_sheet_set (sheet, row, 1, "回避", &error));
  g_assert_cmpint (xr_score_sheet_cell_flags (sheet, row, 1), ==, XR_CELL_RECUSED);
}

static void
test_pasting_is_all_or_nothing (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrScoreSheet) sheet = NULL;
  gint64 entries = 0;

  story_reach (story, XR_STAGE_SPEECH);
  story_play (story, XR_STAGE_SPEECH);
  sheet = xr_score_sheet_new (OFFICE, story->speech, story->post);
  g_assert_false (xr_score_sheet_paste (sheet, 0, 0, "60\t61\n62\t630\n", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_cmpstr (xr_score_sheet_cell (sheet, 0, 0), !=, "60");
  g_assert_false (xr_score_sheet_paste (sheet, 2, 0, "60\n61\n", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  entries = INT ("SELECT count(*) FROM record");
  g_assert_true (xr_score_sheet_paste (sheet, 0, 0, "60\t61\r\n62\t63\r\n", &error));
  g_assert_cmpstr (xr_score_sheet_cell (sheet, 1, 1), ==, "63");
  g_assert_cmpint (INT ("SELECT count(*) FROM record"), ==, entries + 1);
}

/* ---- ballots */

static gint64
add_graded (Story *story, gint64 *group, gint64 *dimension)
{
  gint64 component = ADD ("component", ROUND, "name", "民主测评", "method", "graded", "weight", "0",
                          "stage", "5");
  *dimension = ADD ("dimension", component, "name", "德");
  *group = ADD ("voter_group", component, "name", "干部");
  ADD ("grade", component, "name", "优秀", "points", "100");
  ADD ("grade", component, "name", "称职", "points", "80");
  return component;
}

static void
test_graded_ballots (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 group, dimension, ballot;
  gint64 component = add_graded (story, &group, &dimension);
  XrBallotMark mark = { 0 };

  story_reach (story, XR_STAGE_EVALUATION);
  mark = (XrBallotMark){ story->candidates[0], dimension, FALSE, XR_DECIMAL_INT (80) };
  ballot = xr_ballot_save_graded (OFFICE, component, group, 0, NULL, &mark, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ballot, >, 0);
  g_assert_cmpint (INT ("SELECT number FROM ballot"), ==, 1);
  g_assert_cmpint (xr_ballot_save_graded (OFFICE, component, group, 0, "01", &mark, 1, &error), ==,
                   0);
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_cmpint (xr_ballot_save_graded (OFFICE, component, 0, 0, NULL, &mark, 1, &error), ==, 0);
  g_clear_error (&error);
  mark.points = XR_DECIMAL_INT (81);
  g_assert_cmpint (xr_ballot_save_graded (OFFICE, component, group, ballot, NULL, &mark, 1, &error),
                   ==, 0);
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  mark.abstains = TRUE;
  g_assert_cmpint (xr_ballot_save_graded (OFFICE, component, group, ballot, NULL, &mark, 1, &error),
                   ==, ballot);
  g_assert_cmpint (INT ("SELECT count(*) FROM mark WHERE points IS NULL"), ==, 1);
  g_assert_true (xr_ballot_delete (OFFICE, ballot, &error));
  g_assert_cmpint (INT ("SELECT count(*) FROM mark"), ==, 0);
}

static void
test_ranked_ballots (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 component = ADD ("component", ROUND, "name", "民主推荐", "method", "ranked", "weight", "0",
                          "stage", "5");
  gint64 twice[2], blank[2];

  ADD ("place_points", component, "place", "0", "points", "0.6");
  ADD ("place_points", component, "place", "1", "points", "1");
  ADD ("place_points", component, "place", "2", "points", "0.9");
  story_reach (story, XR_STAGE_EVALUATION);
  twice[0] = twice[1] = story->candidates[0];
  g_assert_cmpint (
    xr_ballot_save_ranked (OFFICE, component, story->post, 0, 0, NULL, twice, 2, &error), ==, 0);
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_cmpint (xr_ballot_save_ranked (OFFICE, component, story->post, 0, 0, NULL,
                                          story->candidates, 3, &error),
                   ==, 0);
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  blank[0] = 0;
  blank[1] = story->candidates[1];
  g_assert_cmpint (
    xr_ballot_save_ranked (OFFICE, component, story->post, 0, 0, NULL, blank, 2, &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (INT ("SELECT place FROM choice"), ==, 2);
}

/* ---- votes */

static void
test_votes_in_figures (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrVoteOutcome) passed = NULL;
  g_autoptr (XrVoteOutcome) failed = NULL;
  g_autoptr (GArray) chosen = NULL;

  story_reach (story, XR_STAGE_PUBLICITY);
  passed = xr_vote_outcome (OFFICE, story->votes[0], &error);
  g_assert_no_error (error);
  g_assert_cmpint (passed->members, ==, 3);
  g_assert_cmpint (passed->base, ==, 3);
  g_assert_cmpint (passed->needed, ==, 2);
  g_assert_true (passed->quorate && passed->passed);
  failed = xr_vote_outcome (OFFICE, story->votes[1], &error);
  g_assert_false (failed->passed);
  chosen = xr_round_chosen (OFFICE, ROUND);
  g_assert_cmpint (chosen->len, ==, 1);
  g_assert_cmpint (g_array_index (chosen, gint64, 0), ==, story->applications[0]);
}

/* ---- probation */

static void
test_probation_ends_after_the_round (Story *story, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  XrDate on = { 2027, 4, 2 };
  XrDate end;

  story_reach (story, XR_STAGE_CLOSED);
  g_assert_false (
    xr_probation_record (OFFICE, story->applications[0], "extended", on, 0, NULL, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (
    xr_probation_record (OFFICE, story->applications[1], "confirmed", on, 0, NULL, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (xr_probation_record (OFFICE, story->applications[0], "confirmed",
                                       (XrDate){ 2020, 1, 1 }, 0, NULL, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_true (
    xr_probation_record (OFFICE, story->applications[0], "extended", on, 6, NULL, &error));
  end = xr_appointment_probation_end (OFFICE, story->applications[0]);
  g_assert_cmpint (end.year * 10000 + end.month * 100 + end.day, ==, 20271002);
  g_assert_true (
    xr_probation_record (OFFICE, story->applications[0], "confirmed", on, 0, NULL, &error));
  g_assert_cmpint (INT ("SELECT extended_months FROM appointment WHERE outcome = 'confirmed'"), ==,
                   6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, function)                                                                       \
  g_test_add ("/commands/" name, Story, NULL, story_set_up, function, story_tear_down)
  TEST ("a new candidate gets the next free number", test_candidate_gets_next_number);
  TEST ("leaving needs a reason and can be taken back",
        test_leaving_needs_reason_and_can_be_taken_back);
  TEST ("overruling needs a reason", test_overruling_needs_reason);
  TEST ("an unknown is never concluded by itself", test_unknown_is_never_concluded_by_itself);
  TEST ("scores are checked", test_scores_are_checked);
  TEST ("closed stages take no scores", test_closed_stages_take_no_scores);
  TEST ("the score sheet shows and takes scores", test_score_sheet);
  TEST ("pasting is all or nothing", test_pasting_is_all_or_nothing);
  TEST ("graded ballots", test_graded_ballots);
  TEST ("ranked ballots", test_ranked_ballots);
  TEST ("votes in figures", test_votes_in_figures);
  TEST ("probation ends after the round", test_probation_ends_after_the_round);
  return g_test_run ();
}
