/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures over the whole office: that people fall into the right groups, and nobody into a guessed one. */

#include "config.h"

#include "fixture.h"
#include "round/round.h"
#include "round/statistics.h"

static void
set_age_date (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  xr_round_set_setting (fixture->office, fixture->round, "age_date", "2026-03-01", &error);
  g_assert_no_error (error);
}

static void
assert_counts (GArray *shares, const guint *expected)
{
  for (guint i = 0; i < shares->len; i++)
    g_assert_cmpuint (g_array_index (shares, XrShareFigure, i).count, ==, expected[i]);
}

/* 30 and 11 months is still 30; 51 is the first of the last group. */
static void
test_ages_are_whole_years (Fixture *fixture, gconstpointer data)
{
  static const guint expected[] = { 1, 1, 0, 0, 1, 1, 1 };
  g_autoptr (GArray) shares = NULL;

  set_age_date (fixture);
  fixture_add (fixture, "candidate", fixture->round, "number", "01", "name", "A", "born", "1995-04",
               NULL);
  fixture_add (fixture, "candidate", fixture->round, "number", "02", "name", "B", "born", "1995-03",
               "education", "大学", NULL);
  fixture_add (fixture, "candidate", fixture->round, "number", "03", "name", "C", "born", "1975-04",
               "education", "研究生", NULL);
  fixture_add (fixture, "candidate", fixture->round, "number", "04", "name", "D", "born", "1975-03",
               "education", "大专", NULL);
  fixture_add (fixture, "candidate", fixture->round, "number", "05", "name", "E", NULL);
  shares = xr_statistics_by_age (fixture->office);
  g_assert_cmpuint (shares->len, ==, G_N_ELEMENTS (expected));
  assert_counts (shares, expected);
  g_assert_cmpuint (xr_statistics_count_candidates (fixture->office, fixture->round), ==, 5);
}

static void
test_unknown_education_is_not_guessed (Fixture *fixture, gconstpointer data)
{
  static const guint expected[] = { 0, 0, 1, 0, 1 };
  g_autoptr (GArray) shares = NULL;

  fixture_add (fixture, "candidate", fixture->round, "number", "01", "name", "A", "education",
               "大学", NULL);
  fixture_add (fixture, "candidate", fixture->round, "number", "02", "name", "B", NULL);
  shares = xr_statistics_by_education (fixture->office);
  assert_counts (shares, expected);
}

static void
test_rounds_stand_under_their_year (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) years = NULL;
  g_autoptr (GArray) dated = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add (fixture, "post", fixture->round, "name", "主任", "vacancies", "1", NULL);
  years = xr_statistics_by_year (fixture->office);
  g_assert_cmpuint (years->len, ==, 1);
  g_assert_cmpint (g_array_index (years, XrYearFigures, 0).year, ==, 0);
  xr_round_set_setting (fixture->office, fixture->round, "registration_from", "2025-12-30", &error);
  g_assert_no_error (error);
  dated = xr_statistics_by_year (fixture->office);
  g_assert_cmpint (g_array_index (dated, XrYearFigures, 0).year, ==, 2025);
  g_assert_cmpuint (g_array_index (dated, XrYearFigures, 0).rounds, ==, 1);
  g_assert_cmpuint (g_array_index (dated, XrYearFigures, 0).posts, ==, 1);
  g_assert_cmpuint (g_array_index (dated, XrYearFigures, 0).appointed, ==, 0);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/statistics/ages-are-whole-years", test_ages_are_whole_years);
  ADD ("/statistics/unknown-education-is-not-guessed", test_unknown_education_is_not_guessed);
  ADD ("/statistics/rounds-stand-under-their-year", test_rounds_stand_under_their_year);
  return g_test_run ();
}
