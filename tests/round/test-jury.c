/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The jury of the office: its terms end on the day before the anniversary, and an evaluation warns when too few
 * are in theirs. */

#include "config.h"

#include "round/jury.h"
#include "story.h"

static void
assert_end (const char *from, int months, const char *expected)
{
  XrDate begin;
  g_autofree char *end = NULL;

  g_assert_true (xr_date_parse (from, FALSE, &begin, NULL));
  end = xr_date_to_iso (xr_jury_term_end (begin, months));
  g_assert_cmpstr (end, ==, expected);
}

static void
test_term_ends_before_the_anniversary (Fixture *fixture, gconstpointer data)
{
  assert_end ("2026-03-01", 12, "2027-02-28");
  assert_end ("2027-03-01", 12, "2028-02-29");
  assert_end ("2026-08-31", 6, "2027-02-27");
  assert_end ("2026-01-01", 1, "2026-01-31");
}

static void
add_jurors (Fixture *fixture, const char *group, const char *from, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("测评员%s%u", from, i);
      fixture_add (fixture, "juror", 0, "name", name, "group_name", group, "appointed_on", from,
                   NULL);
    }
}

static void
test_ends_are_days_with_their_jurors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ends = NULL;
  XrDate today = { 2026, 3, 1 };

  add_jurors (fixture, "一般干部", "2026-01-01", 2);
  add_jurors (fixture, "科级", "2025-06-01", 3);
  add_jurors (fixture, "处级", "2025-01-01", 1);
  ends = xr_jury_ends (fixture->office, today);
  g_assert_cmpuint (ends->len, ==, 2);
  g_assert_cmpuint (g_array_index (ends, XrJuryEnd, 0).jurors, ==, 3);
  g_assert_cmpint (g_array_index (ends, XrJuryEnd, 0).day.month, ==, 5);
  g_assert_cmpuint (g_array_index (ends, XrJuryEnd, 1).jurors, ==, 2);
}

static void
test_nobody_is_in_the_jury_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sentence = NULL;

  add_jurors (fixture, "科级", "2026-01-01", 1);
  sentence = fixture_refuse (fixture, "juror", 0, "name", "测评员2026-01-010", "group_name", "科级",
                             "appointed_on", "2026-02-01", NULL);
  g_assert_nonnull (sentence);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM juror"), ==, 1);
}

/* The condition on the jury, NULL while the office keeps none. */
static char *
jury_warning (Fixture *fixture, gboolean *there)
{
  g_autoptr (GPtrArray) gates = xr_stage_gates (fixture->office, fixture->round,
                                                XR_STAGE_EVALUATION);

  *there = FALSE;
  for (guint i = 0; i < gates->len; i++)
    {
      const XrGate *gate = g_ptr_array_index (gates, i);
      if (g_strcmp0 (gate->id, "jury") != 0)
        continue;
      *there = TRUE;
      g_assert_true (gate->met || gate->warning);
      return gate->met ? NULL : g_strdup (gate->why);
    }
  return NULL;
}

static void
assert_warning (Fixture *fixture, gboolean expected_there, const char *figures)
{
  gboolean there;
  g_autofree char *why = jury_warning (fixture, &there);

  g_assert_cmpint (there, ==, expected_there);
  if (figures == NULL)
    g_assert_null (why);
  else
    g_assert_nonnull (strstr (why, figures));
}

static void
test_evaluation_counts_those_in_their_term (Fixture *fixture, gconstpointer data)
{
  gint64 component = fixture_add (fixture, "component", fixture->round, "name", "民主测评",
                                  "method", "graded", "weight", "30", NULL);

  story_set_today ("2026-03-01");
  fixture_add (fixture, "voter_group", component, "name", "科级", "due", "3", NULL);
  assert_warning (fixture, FALSE, NULL);
  add_jurors (fixture, "科级", "2026-01-01", 2);
  assert_warning (fixture, TRUE, "2 of 3");
  add_jurors (fixture, "科级", "2025-03-01", 1); /* its last day was yesterday */
  assert_warning (fixture, TRUE, "2 of 3");
  add_jurors (fixture, "科级", "2025-03-02", 1); /* today is its last day */
  assert_warning (fixture, TRUE, NULL);
}

/* Voters are drawn out of the groups that vote; where there are none, out of all. */
static void
test_names_of_those_in_their_term (Fixture *fixture, gconstpointer data)
{
  gint64 component = fixture_add (fixture, "component", fixture->round, "name", "民主测评",
                                  "method", "graded", "weight", "30", NULL);
  const XrDate today = { 2026, 3, 1 };
  g_autofree char *all = NULL;
  g_autofree char *of_group = NULL;
  g_autofree char *nobody = NULL;
  g_autoptr (GError) error = NULL;

  add_jurors (fixture, "科级", "2026-01-01", 2);
  add_jurors (fixture, "一般干部", "2026-02-01", 1);
  add_jurors (fixture, "科级", "2025-03-01", 1); /* its last day was yesterday */
  add_jurors (fixture, "科级", "2026-03-02", 1); /* begins tomorrow */
  all = xr_jury_dup_names (fixture->office, component, today, NULL);
  g_assert_cmpstr (all, ==, "测评员2026-02-010\n测评员2026-01-010\n测评员2026-01-011");
  fixture_add (fixture, "voter_group", component, "name", "科级", NULL);
  of_group = xr_jury_dup_names (fixture->office, component, today, NULL);
  g_assert_cmpstr (of_group, ==, "测评员2026-01-010\n测评员2026-01-011");
  fixture_add (fixture, "voter_group", component, "name", "处级", NULL);
  nobody = xr_jury_dup_names (fixture->office, component, (XrDate){ 2024, 1, 1 }, &error);
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_assert_null (nobody);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                            \
  g_test_add ("/round/jury/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("term-ends-before-the-anniversary", test_term_ends_before_the_anniversary);
  ADD ("ends-are-days-with-their-jurors", test_ends_are_days_with_their_jurors);
  ADD ("nobody-twice", test_nobody_is_in_the_jury_twice);
  ADD ("evaluation-counts-those-in-their-term", test_evaluation_counts_those_in_their_term);
  ADD ("names-of-those-in-their-term", test_names_of_those_in_their_term);
#undef ADD
  return g_test_run ();
}
