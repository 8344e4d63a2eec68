/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several rows as one command, several commands as one change, and posts with the rules of their rank. */

#include "fixture.h"

static XrRow *
make_post (Fixture *fixture, const char *name)
{
  XrRow *post = xr_row_new (xr_table_find ("post"), fixture->round);

  xr_row_set (post, "name", name);
  xr_row_set (post, "vacancies", "1");
  return post;
}

static GPtrArray *
make_posts (Fixture *fixture, const char *first, const char *second)
{
  GPtrArray *posts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (posts, make_post (fixture, first));
  g_ptr_array_add (posts, make_post (fixture, second));
  return posts;
}

static void
test_one_entry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) posts = make_posts (fixture, "办公室主任", "法规科科长");
  gint64 before = fixture_int (fixture, "SELECT count(*) FROM record");

  g_assert_true (xr_office_save_all (fixture->office, posts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM post"), ==, 2);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM record"), ==, before + 1);

  g_assert_true (xr_office_undo (fixture->office, &error));
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM post"), ==, 0);
}

static void
test_all_or_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) posts = make_posts (fixture, "办公室主任", "办公室主任");

  g_assert_false (xr_office_save_all (fixture->office, posts, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM post"), ==, 0);
}

static void
test_no_rows_no_entry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  gint64 before = fixture_int (fixture, "SELECT count(*) FROM record");

  g_assert_true (xr_office_save_all (fixture->office, none, &error));
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM record"), ==, before);
}

static void
count_cb (XrOffice *office, guint *n)
{
  (*n)++;
}

static void
test_held_back (Fixture *fixture, gconstpointer data)
{
  guint n = 0;
  gulong handler = g_signal_connect (fixture->office, "changed", G_CALLBACK (count_cb), &n);

  xr_office_hold (fixture->office);
  fixture_add (fixture, "post", fixture->round, "name", "甲", "vacancies", "1", NULL);
  fixture_add (fixture, "post", fixture->round, "name", "乙", "vacancies", "1", NULL);
  g_assert_cmpuint (n, ==, 0);
  xr_office_release (fixture->office);
  g_assert_cmpuint (n, ==, 1);
  fixture_add (fixture, "post", fixture->round, "name", "丙", "vacancies", "1", NULL);
  g_assert_cmpuint (n, ==, 2);
  g_signal_handler_disconnect (fixture->office, handler);
}

/* 正科级 and 副科级 have rules of their own in the plan of the bureau. */
static void
test_rank_rules (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 round = xr_round_create (fixture->office, "岗位竞争", NULL, "bureau-2011", &error);
  gint64 post;

  g_assert_no_error (error);
  post = fixture_add (fixture, "post", round, "name", "科长", "vacancies", "1", "rank", "正科级",
                      NULL);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM rule WHERE post_id IS NOT NULL"), ==,
                   2);
  fixture_add (fixture, "post", round, "name", "干事", "vacancies", "1", NULL);
  g_assert_cmpint (fixture_int (fixture, "SELECT count(*) FROM rule WHERE post_id IS NOT NULL"), ==,
                   2);
  g_assert_cmpint (fixture_int (fixture, "SELECT min(post_id) FROM rule"), ==, post);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                            \
  g_test_add ("/round/blocks/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("several-rows-are-one-entry", test_one_entry);
  ADD ("all-rows-or-none", test_all_or_none);
  ADD ("no-rows-no-entry", test_no_rows_no_entry);
  ADD ("changed-is-kept-back", test_held_back);
  ADD ("posts-take-the-rules-of-their-rank", test_rank_rules);
  return g_test_run ();
}
