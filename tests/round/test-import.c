/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is imported is what is loaded; every built-in plan makes a valid plan. */

#include "fixture.h"

static void
test_templates (Fixture *fixture, gconstpointer data)
{
  const XrPlanTemplate *template = xr_plan_templates ();
  guint n = 0;

  for (; template->id != NULL; template ++, n++)
    {
      g_autoptr (GError) error = NULL;
      gint64 round = xr_round_create (fixture->office, template->title, "市局", template->id,
                                      &error);
      g_autoptr (XrCase) contest = NULL;
      gint64 weights = 0;

      g_assert_no_error (error);
      contest = xr_round_load_case (fixture->office, round, XR_LOAD_PLAN, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < contest->plan->components->len; i++)
        weights += ((XrComponent *) g_ptr_array_index (contest->plan->components, i))->weight.units;
      g_assert_cmpint (weights, ==, 100 * XR_DECIMAL_SCALE);
      g_assert_true (contest->plan->settings.has_quorum);
      g_assert_cmpint (contest->plan->settings.probation_months, ==, 12);
      g_assert_nonnull (template->description);
    }
  g_assert_cmpuint (n, ==, 5);
}

/* Every row that a template makes would also be taken from a person's hands. */
static void
test_template_rows_pass_checks (Fixture *fixture, gconstpointer data)
{
  static const char *const tables[] = { "setting", "rule",         "component",  "dimension",
                                        "grade",   "place_points", "voter_group" };

  for (const XrPlanTemplate *template = xr_plan_templates (); template->id != NULL; template ++)
    {
      g_autoptr (GError) error = NULL;
      gint64 round = xr_round_create (fixture->office, template->title, NULL, template->id, &error);

      for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        {
          g_autoptr (GPtrArray) rows = xr_office_query_round (fixture->office,
                                                              xr_table_find (tables[i]), round);
          for (guint j = 0; j < rows->len; j++)
            {
              xr_office_save (fixture->office, g_ptr_array_index (rows, j), &error);
              g_assert_no_error (error);
            }
        }
    }
}

static void
test_unknown_template (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (xr_round_create (fixture->office, "甲", NULL, "nowhere", &error), ==, 0);
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_NOT_FOUND);
}

/* ---- an intake with one of everything */

static void
add_plan (XrPlan *plan)
{
  XrComponent *judged = xr_component_new ("演讲", XR_METHOD_JUDGES, XR_DECIMAL_INT (40));
  XrComponent *graded = xr_component_new ("测评", XR_METHOD_GRADED_BALLOT, XR_DECIMAL_INT (30));
  XrComponent *ranked = xr_component_new ("推荐", XR_METHOD_RANKED_BALLOT, XR_DECIMAL_INT (20));
  XrComponent *direct = xr_component_new ("考核", XR_METHOD_DIRECT, XR_DECIMAL_INT (10));
  XrComponent *share = xr_component_new ("票数", XR_METHOD_VOTE_SHARE, XR_DECIMAL_ZERO);
  XrComponent *all[] = { judged, graded, ranked, direct, share };

  g_ptr_array_add (plan->posts, xr_post_new ("科长", 1));
  g_ptr_array_add (plan->posts, xr_post_new ("副科长", 2));
  g_ptr_array_add (plan->rules, xr_rule_new (-1, XR_RULE_MAX_AGE, "50"));
  g_ptr_array_add (plan->rules, xr_rule_new (1, XR_RULE_MIN_EDUCATION, "大专"));
  judged->has_cut_ratio = TRUE;
  judged->cut_ratio = (XrRatio){ 6, 5 };
  judged->stage = 4;
  g_ptr_array_add (graded->dimensions, xr_dimension_new ("德"));
  g_ptr_array_add (graded->dimensions, xr_dimension_new ("能"));
  g_ptr_array_add (graded->grades, xr_grade_new ("优秀", XR_DECIMAL_INT (100)));
  g_ptr_array_add (graded->grades, xr_grade_new ("称职", XR_DECIMAL_INT (80)));
  g_ptr_array_add (graded->groups, xr_group_new ("领导"));
  g_ptr_array_add (ranked->place_points, xr_place_points_new (1, XR_DECIMAL_INT (1)));
  g_ptr_array_add (ranked->place_points, xr_place_points_new (0, (XrDecimal){ 6000 }));
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_ptr_array_add (plan->components, all[i]);
}

static void
add_evidence (XrIntake *intake)
{
  XrCase *contest = intake->contest;
  XrApplication applications[] = { { 0, 0, 0, XR_STATE_ACTIVE }, { 0, 1, 0, XR_STATE_ACTIVE } };
  XrIntakeBallot graded[] = { { 1, -1, 0, g_strdup ("1"), 0 }, { 1, -1, 0, g_strdup ("2"), 0 } };
  XrIntakeBallot ranked = { 2, 0, -1, g_strdup ("1"), 0 };
  XrIntakeChoice choice = { 2, 1, 1 };
  XrDirectScore direct = { 0, 3, 0, -1, XR_DECIMAL_INT (88) };
  XrVote vote = { 0, 4, -1, 1, 7, 2, 1 };

  g_ptr_array_add (contest->candidates, xr_candidate_new ("01", "张三"));
  g_ptr_array_add (contest->candidates, xr_candidate_new ("02", "李四"));
  g_array_append_vals (contest->applications, applications, 2);
  g_ptr_array_add (contest->judges, xr_judge_new (0, 0, NULL, "甲"));
  for (int i = 0; i < 2; i++)
    {
      XrScore score = { 0, 0, i, -1, i == 1, { 905000 } };
      g_array_append_val (contest->scores, score);
    }
  g_array_append_vals (intake->ballots, graded, 2);
  g_array_append_val (intake->ballots, ranked);
  for (guint i = 0; i < 8; i++)
    {
      XrIntakeMark mark = { i / 4, (gint32) (i / 2 % 2), (gint32) (i % 2), i == 7,
                            XR_DECIMAL_INT (i == 7  ? 0
                                            : i < 4 ? 100
                                                    : 80) };
      g_array_append_val (intake->marks, mark);
    }
  g_array_append_val (intake->choices, choice);
  g_array_append_val (contest->direct_scores, direct);
  g_array_append_val (contest->votes, vote);
}

static XrIntake *
make_intake (void)
{
  XrIntake *intake = xr_intake_new ();

  intake->title = g_strdup ("一轮");
  g_hash_table_insert (intake->settings, g_strdup ("shortlist_ratio"), g_strdup ("1.2:1"));
  add_plan (intake->contest->plan);
  add_evidence (intake);
  return intake;
}

static void
test_import_is_loaded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrIntake) intake = make_intake ();
  gint64 round = xr_round_import (fixture->office, intake, 0, NULL, &error);
  g_autoptr (XrCase) contest = NULL;
  const XrComponent *component;

  g_assert_no_error (error);
  contest = xr_round_load_case (fixture->office, round, XR_LOAD_EVIDENCE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (contest->plan->settings.shortlist_ratio.numerator, ==, 6);
  g_assert_cmpuint (contest->plan->posts->len, ==, 2);
  g_assert_cmpint (((XrRule *) g_ptr_array_index (contest->plan->rules, 1))->post, ==, 1);
  component = g_ptr_array_index (contest->plan->components, 0);
  g_assert_cmpstr (component->name, ==, "演讲");
  g_assert_cmpint (component->stage, ==, 4);
  g_assert_cmpint (component->cut_ratio.numerator, ==, 6);
  g_assert_cmpint (component->cut_ratio.denominator, ==, 5);
  g_assert_cmpuint (contest->scores->len, ==, 2);
  g_assert_false (g_array_index (contest->scores, XrScore, 0).recused);
  g_assert_cmpint (g_array_index (contest->scores, XrScore, 0).value.units, ==, 905000);
  g_assert_true (g_array_index (contest->scores, XrScore, 1).recused);
  g_assert_cmpint (g_array_index (contest->votes, XrVote, 0).yes, ==, 7);
  g_assert_cmpint (g_array_index (contest->direct_scores, XrDirectScore, 0).dimension, ==, -1);
  g_assert_cmpuint (contest->ranked_sums->len, ==, 1);
  g_assert_cmpint (g_array_index (contest->ranked_sums, XrRankedSum, 0).application, ==, 1);
  g_assert_cmpint (g_array_index (contest->ranked_bases, XrRankedBase, 0).ballots, ==, 1);
  /* 01: 100 and 80 of both dimensions; 02: 100 of both, 80 of one and an abstention. */
  g_assert_cmpuint (contest->graded_sums->len, ==, 3);
}

static void
test_import_is_one_entry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrIntake) intake = make_intake ();
  g_autoptr (XrVerification) verification = NULL;
  gint64 entries = fixture_int (fixture, "SELECT count(*) FROM record");

  xr_round_import (fixture->office, intake, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM record"), ==, entries + 1);
  verification = xr_record_verify (xr_office_get_database (fixture->office), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (verification->intact);
  g_assert_true (xr_office_undo (fixture->office, &error));
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM mark"), ==, 0);
}

static void
test_addition (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrIntake) first = make_intake ();
  gint64 round = xr_round_import (fixture->office, first, 0, NULL, &error);
  g_autoptr (XrIntake) base = xr_round_load_intake (fixture->office, round, &error);
  XrIntakeBallot ballot = { 1, -1, 0, g_strdup ("3"), 0 };
  XrIntakeMark mark = { 3, 0, 0, FALSE, XR_DECIMAL_INT (100) };

  g_assert_no_error (error);
  g_assert_cmpuint (base->ballots->len, ==, 3);
  g_array_append_val (base->ballots, ballot);
  g_array_append_val (base->marks, mark);
  g_free (base->title);
  base->title = g_strdup ("新名称");
  g_assert_cmpint (xr_round_import (fixture->office, base, round, NULL, &error), ==, round);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM ballot"), ==, 4);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM mark"), ==, 9);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM candidate"), ==, 2);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM round WHERE title = '新名称'"), ==,
                   1);
}

static void
test_cancelled_import_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrIntake) intake = make_intake ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_cmpint (xr_round_import (fixture->office, intake, 0, cancellable, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM round"), ==, 1);
}

static void
test_copied_plan_has_no_evidence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrIntake) intake = make_intake ();
  gint64 from = xr_round_import (fixture->office, intake, 0, NULL, &error);
  gint64 copy = xr_round_copy_plan (fixture->office, from, "又一轮", &error);
  g_autoptr (XrCase) contest = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (copy, !=, from);
  contest = xr_round_load_case (fixture->office, copy, XR_LOAD_EVIDENCE, &error);
  g_assert_cmpuint (contest->plan->components->len, ==, 5);
  g_assert_cmpuint (contest->candidates->len, ==, 0);
  g_assert_cmpuint (contest->plan->rules->len, ==, 2);
}

static void
test_result_is_kept_until_a_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrIntake) intake = make_intake ();
  gint64 round = xr_round_import (fixture->office, intake, 0, NULL, &error);
  const XrCase *contest = NULL;
  const XrResult *result = xr_round_get_result (fixture->office, round, &contest, &error);

  g_assert_no_error (error);
  g_assert_nonnull (contest);
  g_assert_true (xr_round_get_result (fixture->office, round, NULL, &error) == result);
  fixture_add (fixture, "candidate", round, "number", "03", "name", "王五", NULL);
  xr_round_get_result (fixture->office, round, &contest, &error);
  g_assert_cmpuint (contest->candidates->len, ==, 3);
}

static void
test_withdrawn_post_is_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrIntake) intake = make_intake ();
  gint64 round = xr_round_import (fixture->office, intake, 0, NULL, &error);
  gint64 id = ((XrPost *) g_ptr_array_index (intake->contest->plan->posts, 0))->id;
  g_autoptr (XrRow) post = xr_office_load (fixture->office, xr_table_find ("post"), id, &error);
  g_autoptr (XrCase) contest = NULL;

  xr_row_set (post, "cancelled", "1");
  g_assert_true (xr_office_save (fixture->office, post, &error));
  contest = xr_round_load_case (fixture->office, round, XR_LOAD_EVIDENCE, &error);
  g_assert_cmpuint (contest->plan->posts->len, ==, 1);
  g_assert_cmpuint (contest->applications->len, ==, 0);
  g_assert_cmpuint (contest->scores->len, ==, 0);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/round/template/all", test_templates);
  ADD ("/round/template/rows-pass-checks", test_template_rows_pass_checks);
  ADD ("/round/template/unknown", test_unknown_template);
  ADD ("/round/import/is-loaded", test_import_is_loaded);
  ADD ("/round/import/is-one-entry", test_import_is_one_entry);
  ADD ("/round/import/addition", test_addition);
  ADD ("/round/import/cancelled", test_cancelled_import_leaves_nothing);
  ADD ("/round/import/copied-plan", test_copied_plan_has_no_evidence);
  ADD ("/round/result/kept", test_result_is_kept_until_a_change);
  ADD ("/round/result/withdrawn-post", test_withdrawn_post_is_left_out);
  return g_test_run ();
}
