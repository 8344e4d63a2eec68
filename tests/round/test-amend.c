/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an amendment is said to do is what it does, for every kind of change of an announced plan. */

#include "fixture.h"

#include "round/amend-effect.h"
#include "round/commands.h"
#include "round/demo.h"

static Fixture shared;

#define BUREAU 1

static void
set_up (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  shared.folder = g_dir_make_tmp ("xuanren-amend-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (shared.folder, "demo.xuanren", NULL);
  shared.office = xr_office_create (path, &error);
  g_assert_no_error (error);
  xr_demo_create (shared.office, &error);
  g_assert_no_error (error);
}

static const XrStanding *
find_standing (const XrCase *contest, const XrResult *result, gint64 application)
{
  for (guint i = 0; i < result->posts->len; i++)
    {
      const XrPostResult *post = g_ptr_array_index (result->posts, i);

      for (guint k = 0; k < post->standings->len; k++)
        {
          const XrStanding *standing = g_ptr_array_index (post->standings, k);

          if (g_array_index (contest->applications, XrApplication, standing->application).id
              == application)
            return standing;
        }
    }
  return NULL;
}

/* The lines against the file: @after says whether it holds the amendment. */
static void
compare (GPtrArray *lines, gboolean after)
{
  const XrCase *contest = NULL;
  const XrResult *result = xr_round_get_result (shared.office, BUREAU, &contest, NULL);
  g_autoptr (GPtrArray) reviews = xr_round_review (shared.office, BUREAU, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const XrEffectLine *line = g_ptr_array_index (lines, i);
      const XrStanding *standing = find_standing (contest, result, line->application);

      g_assert_cmpint (after ? line->rank_after : line->rank_before, ==,
                       standing != NULL ? standing->rank : 0);
      g_assert_cmpint (after ? line->listed_after : line->listed_before, ==,
                       standing != NULL && standing->shortlisted);
      for (guint k = 0; k < reviews->len; k++)
        {
          const XrApplicationReview *review = g_ptr_array_index (reviews, k);

          if (review->application == line->application)
            g_assert_cmpint (after ? line->verdict_after : line->verdict_before, ==, review->state);
        }
    }
}

static guint
count_changes (GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += xr_effect_line_is_change (g_ptr_array_index (lines, i));
  return n;
}

/* Foretells, amends, compares; returns how many lines are changes. */
static guint
amend (XrRow *row, gboolean remove)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = xr_office_preview_effect (shared.office, row, remove, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, >, 3);
  compare (lines, FALSE);
  g_assert_false (xr_office_amend (shared.office, row, remove, "更正", "甲", " 甲", &error));
  g_clear_error (&error);
  g_assert_false (xr_office_amend (shared.office, row, remove, " ", "甲", "乙", &error));
  g_clear_error (&error);
  g_assert_true (xr_office_amend (shared.office, row, remove, "更正", "甲", "乙", &error));
  g_assert_no_error (error);
  compare (lines, TRUE);
  return count_changes (lines);
}

/* The first row of a table of the round. (transfer full) */
static XrRow *
first_row (const char *table, guint index)
{
  g_autoptr (GPtrArray) rows = xr_office_query_round (shared.office, xr_table_find (table), BUREAU);

  return g_object_ref (g_ptr_array_index (rows, index));
}

/* Marks keep the points that they were keyed with; the best grade says what stands for 100. */
static void
test_grade (void)
{
  g_autoptr (XrRow) grade = first_row ("grade", 0);

  xr_row_set (grade, "points", "120");
  g_assert_cmpuint (amend (grade, FALSE), >, 0);
}

static void
test_post (void)
{
  g_autoptr (XrRow) post = first_row ("post", 0);

  xr_row_set (post, "approved", "9");
  xr_row_set (post, "vacancies", "2");
  g_assert_cmpuint (amend (post, FALSE), >, 0);
}

static void
test_setting (void)
{
  g_autoptr (XrRow) setting = xr_round_load_setting (shared.office, BUREAU, "shortlist_ratio");

  xr_row_set (setting, "value", "3:1");
  g_assert_cmpuint (amend (setting, FALSE), >, 0);
}

/* A rule that is added judges people who were judged before; without it they stand as they did. */
static void
test_rule_added_and_removed (void)
{
  g_autoptr (XrRow) rule = xr_row_new (xr_table_find ("rule"), BUREAU);

  xr_row_set (rule, "kind", "max-age");
  xr_row_set (rule, "value", "30");
  g_assert_cmpuint (amend (rule, FALSE), >, 3);
  g_assert_cmpuint (amend (rule, TRUE), >, 3);
}

/* A weight: the sum is a condition of the plan, not of the arithmetic. */
static void
test_component (void)
{
  g_autoptr (XrRow) component = first_row ("component", 0);

  xr_row_set (component, "weight", "10");
  g_assert_cmpuint (amend (component, FALSE), >, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/amend/grade", test_grade);
  g_test_add_func ("/amend/post", test_post);
  g_test_add_func ("/amend/setting", test_setting);
  g_test_add_func ("/amend/rule-added-and-removed", test_rule_added_and_removed);
  g_test_add_func ("/amend/component", test_component);
  status = g_test_run ();
  fixture_tear_down (&shared, NULL);
  return status;
}
