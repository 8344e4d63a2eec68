/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example rounds: they are there, stand where they are said to stand, and are true records. */

#include "fixture.h"

#include <glib/gstdio.h>

#include "round/commands.h"
#include "round/demo.h"
#include "store/record.h"

/* In the order of the numbers of the rounds. */
enum
{
  BUREAU = 1,
  DISTRICT,
  COUNTY,
};

/* All tests but one only read: one file does for them. */
static Fixture shared;

static void
set_up_shared (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  shared.folder = g_dir_make_tmp ("xuanren-demo-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (shared.folder, "demo.xuanren", NULL);
  shared.office = xr_office_create (path, &error);
  g_assert_no_error (error);
  xr_demo_create (shared.office, &error);
  g_assert_no_error (error);
}

static guint
count_rows (const char *table, gint64 round)
{
  g_autoptr (GPtrArray) rows = xr_office_query_round (shared.office, xr_table_find (table), round);
  return rows->len;
}

static void
test_stages (void)
{
  g_assert_cmpint (xr_round_current_stage (shared.office, BUREAU), ==, XR_STAGE_EVALUATION);
  g_assert_cmpint (xr_round_current_stage (shared.office, DISTRICT), ==, XR_STAGE_SHORTLIST);
  g_assert_cmpint (xr_round_current_stage (shared.office, COUNTY), ==, XR_STAGE_CLOSED);
  g_assert_cmpint (xr_round_stage_state (shared.office, COUNTY, XR_STAGE_SPEECH), ==,
                   XR_STAGE_STATE_SKIPPED);
}

static void
test_record_is_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrVerification) verification = xr_record_verify (
    xr_office_get_database (shared.office), NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < verification->faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (verification->faults, i));
  g_assert_cmpuint (verification->faults->len, ==, 0);
}

static void
test_results (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (xr_round_get_result (shared.office, BUREAU, NULL, &error)->complete);
  g_assert_no_error (error);
  g_assert_true (xr_round_get_result (shared.office, DISTRICT, NULL, &error)->complete);
  g_assert_no_error (error);
  g_assert_true (xr_round_get_result (shared.office, COUNTY, NULL, &error)->complete);
  g_assert_no_error (error);
}

static void
test_tie_across_the_cut (void)
{
  const XrResult *result = xr_round_get_result (shared.office, DISTRICT, NULL, NULL);
  const XrPostResult *first = g_ptr_array_index (result->posts, 0);
  const XrPostResult *second = g_ptr_array_index (result->posts, 1);

  g_assert_true (first->cutoff_tie);
  g_assert_cmpuint (first->shortlist_size, ==, 2);
  g_assert_cmpuint (first->shortlist->len, ==, 3);
  g_assert_false (second->cutoff_tie);
}

static void
test_bureau_people (void)
{
  g_assert_cmpuint (count_rows ("post", BUREAU), ==, 3);
  g_assert_cmpuint (count_rows ("candidate", BUREAU), ==, 24);
  g_assert_cmpint (fixture_int (&shared,
                                "SELECT count(DISTINCT state) FROM application a JOIN post p"
                                " ON p.id = a.post_id WHERE p.round_id = 1"),
                   ==, 4);
  g_assert_cmpint (fixture_int (&shared, "SELECT count(*) FROM score WHERE value IS NULL"), >, 0);
  g_assert_cmpint (fixture_int (&shared, "SELECT count(*) FROM review WHERE overrules = 1"), ==, 1);
}

static const XrGate *
find_gate (GPtrArray *gates, const char *id)
{
  for (guint i = 0; i < gates->len; i++)
    {
      const XrGate *gate = g_ptr_array_index (gates, i);
      if (g_str_equal (gate->id, id))
        return gate;
    }
  g_error ("no condition “%s”", id);
}

static void
test_bureau_lacks_something (void)
{
  g_autoptr (GPtrArray) gates = xr_stage_gates (shared.office, BUREAU, XR_STAGE_EVALUATION);

  g_assert_false (find_gate (gates, "ballots-keyed")->met);
  g_assert_false (find_gate (gates, "components-complete")->met);
  g_assert_true (find_gate (gates, "ballot-accounts")->met);
}

/* Whatever was closed was closed because its conditions held. */
static void
test_nothing_overridden (void)
{
  g_assert_cmpint (
    fixture_int (&shared, "SELECT count(*) FROM stage_event WHERE kind = 'overridden'"), ==, 0);
}

static void
test_closed_round_is_in_order (void)
{
  for (int stage = XR_STAGE_ANNOUNCE; stage <= XR_STAGE_APPOINTMENT; stage++)
    {
      g_autoptr (GPtrArray) gates = NULL;
      if (xr_round_stage_state (shared.office, COUNTY, stage) == XR_STAGE_STATE_SKIPPED)
        continue;
      gates = xr_stage_gates (shared.office, COUNTY, stage);
      for (guint i = 0; i < gates->len; i++)
        {
          const XrGate *gate = g_ptr_array_index (gates, i);
          g_test_message ("stage %d, %s: %s", stage, gate->title, gate->why);
          g_assert_true (gate->met || gate->warning);
        }
    }
}

static void
test_closed_round_has_everything (void)
{
  static const char *const tables[] = { "post",         "rule",
                                        "schedule",     "staff",
                                        "candidate",    "application",
                                        "vote_count",   "decision",
                                        "shortlist",    "exclusion_check",
                                        "team_member",  "inspection",
                                        "talk",         "meeting",
                                        "attendee",     "recusal",
                                        "vote",         "inspection_check",
                                        "publicity",    "complaint",
                                        "appointment",  "reserve",
                                        "notification", "signature",
                                        "stage_event",  "consultation" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_test_message ("%s", tables[i]);
      g_assert_cmpuint (count_rows (tables[i], COUNTY), >, 0);
    }
}

/* The days of the examples are their own. */
static void
test_days_are_fixed (void)
{
  g_assert_cmpint (fixture_int (&shared, "SELECT count(*) FROM stage_event WHERE on_date >= "
                                         "'2026-11-01'"),
                   ==, 0);
  g_assert_cmpint (fixture_int (&shared, "SELECT count(*) FROM signature WHERE signed_on >= "
                                         "'2026-11-01'"),
                   ==, 0);
  g_assert_cmpint (fixture_int (&shared, "SELECT count(*) FROM lot WHERE drawn_on <> '2026-09-22' "
                                         "AND drawn_on <> '2026-08-29'"),
                   ==, 0);
}

/* Nobody has an ID number of the area 990000. */
static void
test_people_are_invented (void)
{
  g_assert_cmpint (
    fixture_int (&shared, "SELECT count(*) FROM candidate WHERE id_number NOT LIKE '990000%'"), ==,
    0);
  g_assert_cmpint (fixture_int (&shared, "SELECT count(*) - count(DISTINCT id_number) FROM "
                                         "candidate"),
                   ==, 0);
}

static void
test_refused_beside_rounds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (xr_demo_create (fixture->office, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up_shared ();
  g_test_add_func ("/round/demo/each-round-stands-where-it-should", test_stages);
  g_test_add_func ("/round/demo/record-is-whole", test_record_is_whole);
  g_test_add_func ("/round/demo/results-are-complete-where-all-is-scored", test_results);
  g_test_add_func ("/round/demo/tie-across-the-cut", test_tie_across_the_cut);
  g_test_add_func ("/round/demo/bureau-has-people-in-all-states", test_bureau_people);
  g_test_add_func ("/round/demo/bureau-shows-what-is-missing", test_bureau_lacks_something);
  g_test_add_func ("/round/demo/nothing-was-overridden", test_nothing_overridden);
  g_test_add_func ("/round/demo/closed-round-is-in-order", test_closed_round_is_in_order);
  g_test_add_func ("/round/demo/closed-round-has-everything", test_closed_round_has_everything);
  g_test_add_func ("/round/demo/days-are-fixed", test_days_are_fixed);
  g_test_add_func ("/round/demo/people-are-invented", test_people_are_invented);
  g_test_add ("/round/demo/refused-beside-rounds", Fixture, NULL, fixture_set_up,
              test_refused_beside_rounds, fixture_tear_down);
  status = g_test_run ();
  fixture_tear_down (&shared, NULL);
  return status;
}
