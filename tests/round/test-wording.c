/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kept wording of forms: the round's before the office's, each undone like any other change. */

#include "config.h"

#include "fixture.h"
#include "round/wording-text.h"

static void
assert_text (Fixture *fixture, gint64 round, const char *expected)
{
  g_autofree char *text = xr_wording_text_dup (fixture->office, "announcement", round);

  g_assert_cmpstr (text, ==, expected);
}

static void
set (Fixture *fixture, gint64 round, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (xr_wording_text_set (fixture->office, "announcement", round, text, &error));
  g_assert_no_error (error);
}

static void
test_kept_for_round_and_office (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 round = fixture->round;

  set (fixture, 0, "# 办公室");
  set (fixture, round, "# 本轮");
  set (fixture, round, "# 本轮二");
  assert_text (fixture, 0, "# 办公室");
  assert_text (fixture, round, "# 本轮二");
  set (fixture, round, NULL);
  assert_text (fixture, round, NULL);
  assert_text (fixture, 0, "# 办公室");
  g_assert_false (xr_wording_text_set (fixture->office, "announcement", 0, "  ", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set (fixture, 0, "# 一");
  set (fixture, 0, "# 二");
  g_assert_true (xr_office_undo (fixture->office, &error));
  assert_text (fixture, 0, "# 一");
  g_assert_true (xr_office_undo (fixture->office, &error));
  assert_text (fixture, 0, NULL);
  g_assert_true (xr_office_redo (fixture->office, &error));
  assert_text (fixture, 0, "# 一");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/round/wording/kept-for-round-and-office", Fixture, NULL, fixture_set_up,
              test_kept_for_round_and_office, fixture_tear_down);
  g_test_add ("/round/wording/undo", Fixture, NULL, fixture_set_up, test_undo, fixture_tear_down);
  return g_test_run ();
}
