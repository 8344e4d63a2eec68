/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying accounts, votes and marks counted by hand, and reading ballots back. */

#include "fixture.h"
#include "round/ballots.h"

#define INT(sql) fixture_int (fixture, sql)

/* A component of each method with two groups, and two candidates of one post. */
typedef struct
{
  gint64 post, graded, shares, ranked, groups[2], voters, dimension, candidates[2];
} Round;

static Round
make_round (Fixture *fixture)
{
  Round round = { 0 };

#define ADD(table, owner, ...) fixture_add (fixture, table, owner, __VA_ARGS__, NULL)
  round.post = ADD ("post", fixture->round, "name", "科长", "vacancies", "1");
  round.graded = ADD ("component", fixture->round, "name", "民主测评", "method", "graded", "weight",
                      "60", "stage", "5");
  round.shares = ADD ("component", fixture->round, "name", "民主投票", "method", "share", "weight",
                      "20", "stage", "5");
  round.ranked = ADD ("component", fixture->round, "name", "民主推荐", "method", "ranked", "weight",
                      "20", "stage", "5");
  round.dimension = ADD ("dimension", round.graded, "name", "德");
  ADD ("grade", round.graded, "name", "优秀", "points", "100");
  ADD ("grade", round.graded, "name", "称职", "points", "80");
  ADD ("place_points", round.ranked, "place", "1", "points", "1");
  ADD ("place_points", round.ranked, "place", "2", "points", "0.8");
  round.groups[0] = ADD ("voter_group", round.graded, "name", "干部");
  round.groups[1] = ADD ("voter_group", round.graded, "name", "职工");
  round.voters = ADD ("voter_group", round.shares, "name", "全体");
  for (guint i = 0; i < 2; i++)
    {
      static const char *const names[] = { "张三", "李四" };
      g_autoptr (GError) error = NULL;
      g_autoptr (XrRow) row = xr_row_new (xr_table_find ("candidate"), fixture->round);
      xr_row_set (row, "name", names[i]);
      g_assert_true (xr_candidate_register (fixture->office, row, round.post, &error));
      round.candidates[i] = xr_row_get_id (row);
    }
#undef ADD
  return round;
}

/* ---- votes */

static void
test_votes_begin_with_those_in_favour (Fixture *fixture, gconstpointer data)
{
  Round round = make_round (fixture);
  XrCount counts[] = { { .group = round.voters, .candidate = round.candidates[0] },
                       { .group = round.voters, .candidate = round.candidates[0] } };
  g_autoptr (GError) error = NULL;

  counts[0].field = "no";
  counts[0].text = "3";
  counts[1].field = "yes";
  counts[1].text = "20";
  g_assert_false (xr_vote_counts_set (fixture->office, round.shares, counts, 1, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_cmpint (INT ("SELECT count(*) FROM vote_count"), ==, 0);
  g_assert_true (xr_vote_counts_set (fixture->office, round.shares, counts, 2, &error));
  g_assert_no_error (error);
  g_assert_cmpint (INT ("SELECT yes * 100 + no FROM vote_count"), ==, 2003);
  counts[0].text = "";
  g_assert_true (xr_vote_counts_set (fixture->office, round.shares, counts, 1, &error));
  g_assert_cmpint (INT ("SELECT yes * 100 + no FROM vote_count"), ==, 2000);
  counts[1].text = "";
  g_assert_true (xr_vote_counts_set (fixture->office, round.shares, counts, 2, &error));
  g_assert_no_error (error);
  g_assert_cmpint (INT ("SELECT count(*) FROM vote_count"), ==, 0);
}

static void
test_blocks_are_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  Round round = make_round (fixture);
  XrCount counts[] = {
    { .group = round.voters, .candidate = round.candidates[0], .field = "yes", .text = "20" },
    { .group = round.voters, .candidate = round.candidates[0], .field = "no", .text = "3" },
    { .group = round.voters, .candidate = round.candidates[1], .field = "yes", .text = "x" }
  };
  g_autoptr (GError) error = NULL;
  gint64 entries = INT ("SELECT count(*) FROM record");

  g_assert_false (xr_vote_counts_set (fixture->office, round.shares, counts, 3, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (INT ("SELECT count(*) FROM vote_count"), ==, 0);
  g_assert_cmpint (INT ("SELECT count(*) FROM record"), ==, entries);
  counts[2].text = "23";
  g_assert_true (xr_vote_counts_set (fixture->office, round.shares, counts, 3, &error));
  g_assert_cmpint (INT ("SELECT sum(yes) FROM vote_count"), ==, 43);
  g_assert_cmpint (INT ("SELECT count(*) FROM record"), ==, entries + 1);
  g_assert_true (xr_office_undo (fixture->office, &error));
  g_assert_cmpint (INT ("SELECT count(*) FROM vote_count"), ==, 0);
}

/* ---- the account */

static gboolean
type_account (Fixture *fixture, const Round *round, const char *field, const char *text)
{
  const XrCount count = { .group = round->groups[0], .field = field, .text = text };
  g_autoptr (GError) error = NULL;
  gboolean done = xr_ballot_account_set (fixture->office, round->graded, &count, 1, &error);

  g_assert_true (done == (error == NULL));
  return done;
}

#define ACCOUNT "SELECT ifnull(valid, -1) * 100 + ifnull(invalid, -1) FROM voter_group WHERE id = 1"

static void
test_valid_and_invalid_make_the_returned (Fixture *fixture, gconstpointer data)
{
  Round round = make_round (fixture);

  g_assert_cmpint (round.groups[0], ==, 1);
  g_assert_true (type_account (fixture, &round, "valid", "38"));
  g_assert_true (type_account (fixture, &round, "returned", "40"));
  g_assert_cmpint (INT (ACCOUNT), ==, 3802);
  g_assert_true (type_account (fixture, &round, "invalid", "3"));
  g_assert_cmpint (INT (ACCOUNT), ==, 3703);
  g_assert_true (type_account (fixture, &round, "returned", "39"));
  g_assert_cmpint (INT (ACCOUNT), ==, 3603);
  g_assert_false (type_account (fixture, &round, "valid", "41"));
  g_assert_false (type_account (fixture, &round, "issued", "38"));
  g_assert_cmpint (INT (ACCOUNT), ==, 3603);
  g_assert_true (xr_voter_group_add_invalid (fixture->office, round.groups[0], NULL));
  g_assert_cmpint (INT (ACCOUNT), ==, 3504);
}

/* Both typed at once: neither is made up. */
static void
test_an_account_that_does_not_add_up_is_refused (Fixture *fixture, gconstpointer data)
{
  Round round = make_round (fixture);
  XrCount counts[] = { { .group = round.groups[0], .field = "returned", .text = "40" },
                       { .group = round.groups[0], .field = "valid", .text = "38" },
                       { .group = round.groups[0], .field = "invalid", .text = "1" } };
  g_autoptr (GError) error = NULL;

  g_assert_false (xr_ballot_account_set (fixture->office, round.graded, counts, 3, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  counts[2].text = "2";
  g_assert_true (xr_ballot_account_set (fixture->office, round.graded, counts, 3, &error));
  g_assert_cmpint (INT (ACCOUNT), ==, 3802);
}

/* ---- marks and ballots */

static void
test_tallies (Fixture *fixture, gconstpointer data)
{
  Round round = make_round (fixture);
  XrCount counts[] = {
    { round.groups[0], round.candidates[0], round.dimension, XR_DECIMAL_INT (100), "votes", "7" },
    { round.groups[0], round.candidates[0], round.dimension, XR_DECIMAL_INT (80), "votes", "2" }
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) means = NULL;

  g_assert_true (xr_tallies_set (fixture->office, round.graded, counts, 2, &error));
  g_assert_no_error (error);
  means = xr_dimension_means (fixture->office, round.graded);
  g_assert_cmpuint (means->len, ==, 1);
  g_assert_cmpint (g_array_index (means, XrDimensionMean, 0).marks, ==, 9);
  g_assert_cmpint (g_array_index (means, XrDimensionMean, 0).mean.units, ==, 955600);
  counts[0].text = "";
  g_assert_true (xr_tallies_set (fixture->office, round.graded, counts, 1, &error));
  g_assert_cmpint (INT ("SELECT count(*) FROM tally"), ==, 1);
}

static void
test_ballots_are_listed_and_read_back (Fixture *fixture, gconstpointer data)
{
  static const char *const numbers[] = { "10", "9", "2" };
  Round round = make_round (fixture);
  XrBallotMark mark = { round.candidates[0], round.dimension, FALSE, XR_DECIMAL_INT (80) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GArray) marks = NULL;

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (xr_ballot_save_graded (fixture->office, round.graded, round.groups[i / 2], 0,
                                            numbers[i], &mark, 1, &error),
                     !=, 0);
  list = xr_ballot_list (fixture->office, round.graded, 0, 0);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpstr (((XrBallotInfo *) g_ptr_array_index (list, 0))->number, ==, "9");
  g_assert_cmpstr (((XrBallotInfo *) g_ptr_array_index (list, 1))->number, ==, "10");
  g_assert_cmpint (((XrBallotInfo *) g_ptr_array_index (list, 2))->group, ==, round.groups[1]);
  marks = xr_ballot_load_marks (fixture->office,
                                ((XrBallotInfo *) g_ptr_array_index (list, 0))->id);
  g_assert_cmpuint (marks->len, ==, 1);
  g_assert_cmpint (g_array_index (marks, XrBallotMark, 0).points.units, ==, mark.points.units);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = xr_ballot_list (fixture->office, round.graded, 0, round.groups[1]);
  g_assert_cmpuint (list->len, ==, 1);
}

static void
test_blank_places_are_read_back (Fixture *fixture, gconstpointer data)
{
  Round round = make_round (fixture);
  const gint64 named[] = { 0, round.candidates[1] };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) choices = NULL;
  gint64 ballot = xr_ballot_save_ranked (fixture->office, round.ranked, round.post, 0, 0, NULL,
                                         named, 2, &error);

  g_assert_no_error (error);
  choices = xr_ballot_load_choices (fixture->office, ballot);
  g_assert_cmpuint (choices->len, ==, 2);
  g_assert_cmpint (g_array_index (choices, gint64, 0), ==, 0);
  g_assert_cmpint (g_array_index (choices, gint64, 1), ==, round.candidates[1]);
}

/* ---- judges */

static void
test_copying_judges (Fixture *fixture, gconstpointer data)
{
  Round round = make_round (fixture);
  gint64 speech = fixture_add (fixture, "component", fixture->round, "name", "演讲", "method",
                               "judges", "weight", "20", "stage", "4", NULL);
  gint64 other = fixture_add (fixture, "post", fixture->round, "name", "副科长", "vacancies", "1",
                              NULL);
  g_autofree char *post = g_strdup_printf ("%" G_GINT64_FORMAT, round.post);
  g_autoptr (GError) error = NULL;

  fixture_add (fixture, "judge", speech, "name", "评委甲", "post_id", post, "panel", "一", NULL);
  fixture_add (fixture, "judge", speech, "name", "评委乙", "post_id", post, "panel", "二", NULL);
  g_assert_cmpint (xr_judges_copy (fixture->office, speech, round.post, speech, other, &error), ==,
                   2);
  g_assert_no_error (error);
  g_assert_cmpint (xr_judges_copy (fixture->office, speech, round.post, speech, other, &error), ==,
                   0);
  g_assert_cmpint (INT ("SELECT count(DISTINCT panel) FROM judge WHERE post_id = 2"), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, test)                                                                           \
  g_test_add ("/round/counts/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  TEST ("votes-begin-with-those-in-favour", test_votes_begin_with_those_in_favour);
  TEST ("blocks-are-all-or-nothing", test_blocks_are_all_or_nothing);
  TEST ("valid-and-invalid-make-the-returned", test_valid_and_invalid_make_the_returned);
  TEST ("an-account-that-does-not-add-up", test_an_account_that_does_not_add_up_is_refused);
  TEST ("tallies", test_tallies);
  TEST ("ballots-are-listed-and-read-back", test_ballots_are_listed_and_read_back);
  TEST ("blank-places-are-read-back", test_blank_places_are_read_back);
  TEST ("copying-judges", test_copying_judges);
  return g_test_run ();
}
