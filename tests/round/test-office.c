/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the document lets be changed and when: frozen plans, closed stages, deleting, amending, lists
 * that follow, settings. */

#include <string.h>

#include "fixture.h"

#include "round/amend-effect.h"
#include "round/stage.h"

static void
execute (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (xr_office_begin (fixture->office, &error));
  g_assert_true (xr_database_execute (xr_office_get_database (fixture->office), sql, &error));
  g_assert_true (xr_office_commit (fixture->office, "round.announce", "", "", fixture->round,
                                   XR_ENTRY_NORMAL, &error));
  g_assert_no_error (error);
}

static void
freeze (Fixture *fixture)
{
  execute (fixture, "UPDATE round SET plan_hash = 'x', announced_on = '2026-03-01'");
}

static void
save_expecting (Fixture *fixture, XrRow *row, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (xr_office_save (fixture->office, row, &error));
  g_assert_error (error, XR_ROUND_ERROR, code);
}

static gint64
add_component (Fixture *fixture)
{
  return fixture_add (fixture, "component", fixture->round, "name", "测评", "method", "graded",
                      "weight", "100", NULL);
}

static void
test_frozen_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 component = add_component (fixture);
  gint64 id = fixture_add (fixture, "voter_group", component, "name", "干部", NULL);
  g_autoptr (XrRow) group = NULL;
  g_autoptr (XrRow) post = xr_row_new (xr_table_find ("post"), fixture->round);

  freeze (fixture);
  xr_row_set (post, "name", "科长");
  xr_row_set (post, "vacancies", "1");
  save_expecting (fixture, post, XR_ROUND_ERROR_FROZEN);
  /* The account of ballots is evidence, the group's name is plan. */
  group = xr_office_load (fixture->office, xr_table_find ("voter_group"), id, &error);
  xr_row_set (group, "due", "20");
  g_assert_true (xr_office_save (fixture->office, group, &error));
  xr_row_set (group, "name", "群众");
  save_expecting (fixture, group, XR_ROUND_ERROR_FROZEN);
  g_assert_false (
    xr_office_delete (fixture->office, xr_table_find ("component"), component, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_FROZEN);
  g_clear_error (&error);
  g_assert_false (xr_round_set_setting (fixture->office, fixture->round, "quorum", "2/3", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_FROZEN);
}

static void
test_closed_stage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrRow) member = xr_row_new (xr_table_find ("team_member"), fixture->round);
  g_autoptr (XrRow) decision = xr_row_new (xr_table_find ("decision"), fixture->round);

  /* A later stage may be prepared. */
  fixture_add (fixture, "team_member", fixture->round, "name", "甲", NULL);
  execute (fixture, "UPDATE round SET stage = 8");
  xr_row_set (member, "name", "乙");
  save_expecting (fixture, member, XR_ROUND_ERROR_CLOSED);
  /* A decision belongs to its own stage. */
  xr_row_set (decision, "kind", "end-round");
  xr_row_set (decision, "stage", "6");
  xr_row_set (decision, "reason", "并列");
  xr_row_set (decision, "decided_by", "党组");
  xr_row_set (decision, "decided_on", "2026-03-02");
  save_expecting (fixture, decision, XR_ROUND_ERROR_CLOSED);
  xr_row_set (decision, "stage", "8");
  g_assert_true (xr_office_save (fixture->office, decision, NULL));
  execute (fixture, "UPDATE round SET stage = 11");
  xr_row_set (decision, "reason", "另有原因");
  save_expecting (fixture, decision, XR_ROUND_ERROR_CLOSED);
}

static void
test_delete_goes_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 component = add_component (fixture);

  fixture_add (fixture, "dimension", component, "name", "德", NULL);
  fixture_add (fixture, "grade", component, "name", "优秀", "points", "100", NULL);
  g_assert_true (
    xr_office_delete (fixture->office, xr_table_find ("component"), component, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM dimension"), ==, 0);
  g_assert_true (xr_office_undo (fixture->office, &error));
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM grade"), ==, 1);
}

static void
test_delete_refuses_evidence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 component = add_component (fixture);
  gint64 person = fixture_add (fixture, "candidate", fixture->round, "number", "01", "name", "张三",
                               NULL);
  g_autofree char *person_text = g_strdup_printf ("%d", (int) person);
  gint64 dimension = fixture_add (fixture, "dimension", component, "name", "德", NULL);
  g_autofree char *dimension_text = g_strdup_printf ("%d", (int) dimension);

  fixture_add (fixture, "tally", component, "candidate_id", person_text, "dimension_id",
               dimension_text, "points", "100", "votes", "3", NULL);
  g_assert_false (xr_office_delete (fixture->office, xr_table_find ("candidate"), person, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "张三"));
}

static void
test_amendment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add_component (fixture);
  g_autoptr (XrRow) component = NULL;
  g_autoptr (GPtrArray) preview = NULL;
  g_autofree char *label = NULL;

  component = xr_office_load (fixture->office, xr_table_find ("component"), id, &error);
  xr_row_set (component, "places", "1");
  g_assert_false (xr_office_amend (fixture->office, component, FALSE, "笔误", "甲", "乙", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_clear_error (&error);
  freeze (fixture);
  preview = xr_office_preview_effect (fixture->office, component, FALSE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (preview);
  g_assert_cmpint (fixture_int (fixture, "SELECT places FROM component"), ==, 2);
  g_assert_false (xr_office_amend (fixture->office, component, FALSE, "笔误", "甲", "甲 ", &error));
  g_clear_error (&error);
  g_assert_true (xr_office_amend (fixture->office, component, FALSE, "笔误", "甲", "乙", &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_int (fixture, "SELECT places FROM component"), ==, 1);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM stage_event WHERE kind = 'amended'"),
                   ==, 1);
  g_assert_cmpint (fixture_int (fixture, "SELECT plan_hash <> 'x' FROM round"), ==, 1);
  label = xr_office_dup_undo_label (fixture->office);
  g_assert_null (label);
}

static void
count_change (GListModel *list, guint position, guint removed, guint added, guint *calls)
{
  *calls += 1;
  g_assert_cmpuint (removed, <=, 1);
  g_assert_cmpuint (added, <=, 1);
}

static void
test_list_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) list = xr_row_list_new (fixture->office, xr_table_find ("post"),
                                                 "round_id", fixture->round);
  g_autoptr (XrRow) first = NULL;
  g_autoptr (XrRow) again = NULL;
  guint calls = 0;

  g_signal_connect (list, "items-changed", G_CALLBACK (count_change), &calls);
  fixture_add (fixture, "post", fixture->round, "name", "甲", "vacancies", "1", NULL);
  first = g_list_model_get_item (list, 0);
  fixture_add (fixture, "post", fixture->round, "name", "乙", "vacancies", "1", NULL);
  fixture_add (fixture, "staff", fixture->round, "role", "记分员", "name", "丙", NULL);
  again = g_list_model_get_item (list, 0);
  g_assert_true (first == again);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_cmpuint (calls, ==, 2);
  g_signal_handlers_disconnect_by_func (list, count_change, &calls);
  xr_row_list_set_owner (list, 0);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrCase) contest = NULL;
  g_autofree char *value = NULL;
  g_autofree char *undo = NULL;
  g_autoptr (XrRow) row = NULL;
  g_autofree char *title = NULL;
  const struct
  {
    const char *name, *text;
  } wrong[] = {
    { "quorum", "3/2" },        { "shortlist_ratio", "二" }, { "total_places", "5" },
    { "publicity_unit", "周" }, { "threshold", "120" },      { "decided_on", "2026-02" }
  };

  xr_round_set_setting (fixture->office, fixture->round, "threshold", "50%", &error);
  g_assert_no_error (error);
  xr_round_set_setting (fixture->office, fixture->round, "publicity_unit", "自然日", &error);
  xr_round_set_setting (fixture->office, fixture->round, "tie_breakers", "演讲、 测评", &error);
  xr_round_set_setting (fixture->office, fixture->round, "majority_body", "成员总数", &error);
  g_assert_no_error (error);
  row = xr_round_load_setting (fixture->office, fixture->round, "quorum_body");
  title = xr_office_dup_display (fixture->office, row,
                                 xr_table_find_field (xr_row_get_table (row), "name"));
  g_assert_cmpstr (title, ==, "Quorum of");
  undo = xr_office_dup_undo_label (fixture->office);
  g_assert_cmpstr (undo, ==, "Undo: Change setting: Majority of");
  value = xr_round_dup_setting (fixture->office, fixture->round, "threshold");
  g_assert_cmpstr (value, ==, "50");
  contest = xr_round_load_case (fixture->office, fixture->round, XR_LOAD_PLAN, &error);
  g_assert_true (contest->plan->settings.has_threshold);
  g_assert_true (contest->plan->settings.publicity_calendar_days);
  g_assert_cmpint (contest->plan->settings.majority_body, ==, XR_BODY_MEMBERS);
  g_assert_cmpstr (g_ptr_array_index (contest->plan->settings.tie_breakers, 1), ==, "测评");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (xr_round_set_setting (fixture->office, fixture->round, wrong[i].name,
                                            wrong[i].text, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
  g_assert_true (xr_round_set_setting (fixture->office, fixture->round, "threshold", NULL, &error));
  g_assert_null (xr_round_dup_setting (fixture->office, fixture->round, "threshold"));
}

static void
test_rank_rules_of_new_post (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 round = xr_round_create (fixture->office, "甲", NULL, "bureau-2011", &error);

  g_assert_no_error (error);
  fixture_add (fixture, "post", round, "name", "科长", "vacancies", "1", "rank", "正科级", NULL);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM rule WHERE post_id IS NOT NULL"), ==,
                   2);
  g_assert_true (xr_office_undo (fixture->office, &error));
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM rule WHERE post_id IS NOT NULL"), ==,
                   0);
}

static void
test_whole_row_checks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *post = fixture_refuse (fixture, "post", fixture->round, "name", "科长",
                                          "vacancies", "2", "approved", "3", "filled", "2", NULL);
  g_autofree char *dates = fixture_refuse (fixture, "schedule", fixture->round, "stage", "2",
                                           "starts_on", "2026-03-05", "ends_on", "2026-03-01",
                                           NULL);
  gint64 meeting = fixture_add (fixture, "meeting", fixture->round, "held_on", "2026-03-01",
                                "chair", "甲", "recorder", "乙", NULL);
  g_autofree char *guest = fixture_refuse (fixture, "attendee", meeting, "name", "丙", "member",
                                           "0", NULL);
  g_autofree char *account = fixture_refuse (fixture, "voter_group", add_component (fixture),
                                             "name", "干部", "issued", "3", "returned", "4", NULL);
  g_autofree char *twice = NULL;

  fixture_add (fixture, "attendee", meeting, "name", "丁", NULL);
  twice = fixture_refuse (fixture, "attendee", meeting, "name", "丁", NULL);
  g_assert_nonnull (strstr (twice, "丁"));
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/round/office/frozen-plan", test_frozen_plan);
  ADD ("/round/office/closed-stage", test_closed_stage);
  ADD ("/round/office/delete-goes-down", test_delete_goes_down);
  ADD ("/round/office/delete-refuses-evidence", test_delete_refuses_evidence);
  ADD ("/round/office/amendment", test_amendment);
  ADD ("/round/office/list-follows", test_list_follows);
  ADD ("/round/office/settings", test_settings);
  ADD ("/round/office/rank-rules", test_rank_rules_of_new_post);
  ADD ("/round/office/whole-row-checks", test_whole_row_checks);
  return g_test_run ();
}
