/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The counter of graded ballots against a plain implementation that keeps every mark, over random
 * ballots that come in either order, and at the ends of what whole numbers can hold. */

#include "config.h"

#include "contest.h"
#include "core/rational.h"

#define N_CANDIDATES 3
#define N_GROUPS     2
#define N_BALLOTS    30
#define N_DIMENSIONS 4
#define ABSTAINED    (-1)

/* Every mark of every ballot in points, or ABSTAINED. */
typedef struct
{
  int group;
  int marks[N_CANDIDATES][N_DIMENSIONS];
} Ballot;

static const char *const weights[N_DIMENSIONS] = { "1.5", "1", "0.25", "30" };

static void
draw_ballots (Ballot *ballots, GRand *rand)
{
  for (int i = 0; i < N_BALLOTS; i++)
    {
      ballots[i].group = g_rand_int_range (rand, 0, N_GROUPS);
      for (int j = 0; j < N_CANDIDATES * N_DIMENSIONS; j++)
        ballots[i].marks[j / N_DIMENSIONS][j % N_DIMENSIONS] = g_rand_int_range (rand, 0, 3) == 0
                                                                 ? ABSTAINED
                                                                 : g_rand_int_range (rand, 0, 101);
    }
}

static XrCase *
make_case (const Ballot *ballots, gboolean weighted, gboolean backwards)
{
  XrCase *contest = test_case_new (1, N_CANDIDATES);
  XrComponent *component = test_add_component (contest, "测评", XR_METHOD_GRADED_BALLOT, "100");
  XrGradedCounter *counter;

  component->places = 4;
  for (int i = 0; i < N_DIMENSIONS; i++)
    test_add_dimension (component, weights[i], weights[i], NULL);
  test_add_group (component, "甲", weighted ? "70" : NULL);
  test_add_group (component, "乙", weighted ? "50" : NULL);
  counter = xr_graded_counter_new (component, 0);
  for (int n = 0; n < N_BALLOTS; n++)
    {
      int i = backwards ? N_BALLOTS - 1 - n : n;

      for (int j = 0; j < N_CANDIDATES * N_DIMENSIONS; j++)
        {
          int mark = ballots[i].marks[j / N_DIMENSIONS][j % N_DIMENSIONS];

          if (mark != ABSTAINED)
            xr_graded_counter_add (counter, i, ballots[i].group, j / N_DIMENSIONS, j % N_DIMENSIONS,
                                   XR_DECIMAL_INT (mark));
        }
    }
  xr_graded_counter_finish (counter, contest->graded_sums);
  return contest;
}

/* One ballot's score of a candidate, or NULL when it abstains on everything. */
static XrRational *
score_ballot (const Ballot *ballot, int candidate)
{
  g_autoptr (XrRational) points = xr_rational_new ();
  g_autoptr (XrRational) weight = xr_rational_new ();

  for (int i = 0; i < N_DIMENSIONS; i++)
    {
      g_autoptr (XrRational) part = xr_rational_new_decimal (test_decimal (weights[i]));

      if (ballot->marks[candidate][i] == ABSTAINED)
        continue;
      xr_rational_add (weight, part);
      xr_rational_multiply_fraction (part, ballot->marks[candidate][i], 1);
      xr_rational_add (points, part);
    }
  if (xr_rational_is_zero (weight))
    return NULL;
  xr_rational_divide (points, weight);
  return g_steal_pointer (&points);
}

/* The mean of a group, or of all ballots for −1. */
static XrRational *
average_ballots (const Ballot *ballots, int group, int candidate)
{
  XrRational *sum = xr_rational_new ();
  int n = 0;

  for (int i = 0; i < N_BALLOTS; i++)
    {
      g_autoptr (XrRational) score = score_ballot (&ballots[i], candidate);

      if (score == NULL || (group >= 0 && ballots[i].group != group))
        continue;
      xr_rational_add (sum, score);
      n++;
    }
  xr_rational_multiply_fraction (sum, 1, n);
  return sum;
}

static char *
expect_score (const Ballot *ballots, gboolean weighted, int candidate)
{
  g_autoptr (XrRational) first = average_ballots (ballots, weighted ? 0 : -1, candidate);
  g_autoptr (XrRational) second = average_ballots (ballots, weighted ? 1 : -1, candidate);

  xr_rational_multiply_fraction (first, 70, 120);
  xr_rational_multiply_fraction (second, 50, 120);
  xr_rational_add (first, second);
  return xr_decimal_format (xr_rational_round (first, 4, XR_ROUNDING_HALF_AWAY), 4);
}

static void
test_against_plain_marks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260301);
  Ballot ballots[N_BALLOTS];

  for (int run = 0; run < 50; run++)
    {
      gboolean weighted = run % 2 == 0;
      g_autoptr (XrCase) contest = NULL;
      g_autoptr (XrCase) backwards = NULL;

      draw_ballots (ballots, rand);
      contest = make_case (ballots, weighted, FALSE);
      backwards = make_case (ballots, weighted, TRUE);
      for (int i = 0; i < N_CANDIDATES; i++)
        {
          g_autofree char *expected = expect_score (ballots, weighted, i);

          test_expect (contest, i, 0, expected);
          test_expect (backwards, i, 0, expected);
        }
    }
}

static void
test_sums_that_do_not_fit_go_on (void)
{
  g_autoptr (XrCase) contest = test_case_new (1, 1);
  XrComponent *component = test_add_component (contest, "测评", XR_METHOD_GRADED_BALLOT, "100");
  XrGradedCounter *counter;
  XrDecimal large = { G_MAXINT64 / 2 };

  component->full_mark = large;
  test_add_dimension (component, "德", "2.5", NULL);
  counter = xr_graded_counter_new (component, 0);
  for (int i = 0; i < 100; i++)
    xr_graded_counter_add (counter, i, -1, 0, 0, large);
  xr_graded_counter_finish (counter, contest->graded_sums);
  g_assert_cmpuint (contest->graded_sums->len, >, 1);
  test_expect (contest, 0, 0, "100.00");
}

static void
test_ballot_that_does_not_fit (void)
{
  g_autoptr (XrCase) contest = test_case_new (1, 1);
  XrComponent *component = test_add_component (contest, "测评", XR_METHOD_GRADED_BALLOT, "100");
  XrGradedCounter *counter;

  test_add_dimension (component, "德", "3", NULL);
  test_add_dimension (component, "能", "2", NULL);
  counter = xr_graded_counter_new (component, 0);
  xr_graded_counter_add (counter, 1, -1, 0, 0, (XrDecimal){ G_MAXINT64 / 2 });
  xr_graded_counter_finish (counter, contest->graded_sums);
  test_expect_missing (contest, 0, 0, XR_MISSING_PLAN);
}

static void
test_marks_without_weight_say_nothing (void)
{
  g_autoptr (XrCase) contest = test_case_new (1, 1);
  XrComponent *component = test_add_component (contest, "测评", XR_METHOD_GRADED_BALLOT, "100");
  XrGradedCounter *counter;

  test_add_dimension (component, "德", "0", NULL);
  test_add_dimension (component, "能", "2", NULL);
  counter = xr_graded_counter_new (component, 0);
  xr_graded_counter_add (counter, 1, -1, 0, 0, XR_DECIMAL_INT (10));
  xr_graded_counter_add (counter, 2, -1, 0, 0, XR_DECIMAL_INT (10));
  xr_graded_counter_add (counter, 2, -1, 0, 1, XR_DECIMAL_INT (90));
  xr_graded_counter_finish (counter, contest->graded_sums);
  g_assert_cmpuint (contest->graded_sums->len, ==, 1);
  test_expect (contest, 0, 0, "90.00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graded-counter/against-plain-marks", test_against_plain_marks);
  g_test_add_func ("/graded-counter/sums-go-on", test_sums_that_do_not_fit_go_on);
  g_test_add_func ("/graded-counter/ballot-does-not-fit", test_ballot_that_does_not_fit);
  g_test_add_func ("/graded-counter/no-weight", test_marks_without_weight_say_nothing);
  return g_test_run ();
}
