/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register's lines: who stands there, how often and in which order, without reading the rows. */

#include "config.h"

#include "fixture.h"
#include "round/applicants.h"

typedef struct
{
  Fixture base;
  gint64 posts[2];
  gint64 wang, li, zhao,
    gone; /* candidates: 2 王, 10 李 for both posts, 1 赵 for none, 3 丁 who withdrew */
} Register;

static gint64
add_person (Register *self, const char *number, const char *name)
{
  return fixture_add (&self->base, "candidate", self->base.round, "number", number, "name", name,
                      NULL);
}

static gint64
apply (Register *self, gint64 candidate, int post, const char *wish)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->posts[post]);

  return fixture_add (&self->base, "application", candidate, "post_id", id, "wish", wish, NULL);
}

static void
withdraw (Register *self, gint64 application)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrRow) row = xr_office_load (self->base.office, xr_table_find ("application"),
                                          application, &error);

  g_assert_no_error (error);
  xr_row_set (row, "state", "withdrawn");
  xr_row_set (row, "left_on", "2026-03-05");
  xr_row_set (row, "left_reason", "本人申请");
  xr_office_save (self->base.office, row, &error);
  g_assert_no_error (error);
}

static void
set_up (Register *self, gconstpointer data)
{
  fixture_set_up (&self->base, data);
  self->posts[0] = fixture_add (&self->base, "post", self->base.round, "name", "甲科科长",
                                "vacancies", "1", NULL);
  self->posts[1] = fixture_add (&self->base, "post", self->base.round, "name", "乙科科长",
                                "vacancies", "1", NULL);
  self->wang = add_person (self, "2", "王一");
  self->li = add_person (self, "10", "李二");
  self->zhao = add_person (self, "1", "赵三");
  self->gone = add_person (self, "3", "丁四");
  apply (self, self->wang, 0, "1");
  apply (self, self->li, 0, "2");
  apply (self, self->li, 1, "1");
  withdraw (self, apply (self, self->gone, 0, "1"));
}

static void
tear_down (Register *self, gconstpointer data)
{
  fixture_tear_down (&self->base, data);
}

static void
assert_people (Register *self, gint64 post, XrApplicantOrder order, guint max,
               const gint64 *expected, guint n)
{
  g_autoptr (GArray) keys = xr_applicants_list (self->base.office, self->base.round, post, order,
                                                max);

  g_assert_cmpuint (keys->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (keys, XrApplicantKey, i).candidate, ==, expected[i]);
}

/* 10 comes after 3, and a person with two posts stands twice, the first wish first. */
static void
test_numbers_count_as_numbers (Register *self, gconstpointer data)
{
  const gint64 expected[] = { self->zhao, self->wang, self->gone, self->li, self->li };
  g_autoptr (GArray) keys = xr_applicants_list (self->base.office, self->base.round, 0,
                                                XR_APPLICANTS_BY_NUMBER, 0);
  g_autoptr (XrRow) first = NULL;

  assert_people (self, 0, XR_APPLICANTS_BY_NUMBER, 0, expected, 5);
  g_assert_cmpint (g_array_index (keys, XrApplicantKey, 0).application, ==, 0);
  first = xr_office_load (self->base.office, xr_table_find ("application"),
                          g_array_index (keys, XrApplicantKey, 3).application, NULL);
  g_assert_cmpint (xr_row_get_int (first, "post_id"), ==, self->posts[1]);
}

static void
test_one_post_has_its_own (Register *self, gconstpointer data)
{
  const gint64 first[] = { self->wang, self->gone, self->li };
  const gint64 second[] = { self->li };

  assert_people (self, self->posts[0], XR_APPLICANTS_BY_NUMBER, 0, first, 3);
  assert_people (self, self->posts[1], XR_APPLICANTS_BY_NUMBER, 0, second, 1);
}

/* Strokes: 丁 2, 王 4, 李 7, 赵 9. Sounds: ding, li, wang, zhao. */
static void
test_names_have_two_orders (Register *self, gconstpointer data)
{
  const gint64 strokes[] = { self->gone, self->wang, self->li, self->li, self->zhao };
  const gint64 sounds[] = { self->gone, self->li, self->li, self->wang, self->zhao };

  assert_people (self, 0, XR_APPLICANTS_BY_STROKES, 0, strokes, 5);
  assert_people (self, 0, XR_APPLICANTS_BY_PINYIN, 0, sounds, 5);
}

/* The first few are the first of the whole, in each order. */
static void
test_first_lines_are_those_of_all (Register *self, gconstpointer data)
{
  const gint64 numbers[] = { self->zhao, self->wang };
  const gint64 strokes[] = { self->gone, self->wang };

  assert_people (self, 0, XR_APPLICANTS_BY_NUMBER, 2, numbers, 2);
  assert_people (self, 0, XR_APPLICANTS_BY_STROKES, 2, strokes, 2);
}

static void
test_who_withdrew_is_not_counted (Register *self, gconstpointer data)
{
  g_assert_cmpuint (xr_applicants_count (self->base.office, self->base.round, 0), ==, 3);
  g_assert_cmpuint (xr_applicants_count (self->base.office, self->base.round, self->posts[0]), ==,
                    2);
  g_assert_cmpuint (xr_applicants_count (self->base.office, self->base.round, self->posts[1]), ==,
                    1);
}

#define ADD(path, function) g_test_add (path, Register, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/applicants/numbers", test_numbers_count_as_numbers);
  ADD ("/applicants/one-post", test_one_post_has_its_own);
  ADD ("/applicants/names", test_names_have_two_orders);
  ADD ("/applicants/first-lines", test_first_lines_are_those_of_all);
  ADD ("/applicants/count", test_who_withdrew_is_not_counted);
  return g_test_run ();
}
