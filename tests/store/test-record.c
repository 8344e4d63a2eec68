/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a recorded transaction leaves in the record, and what it leaves in the file when it fails. */

#include <string.h>

#include "fixture.h"

#define ROUND "INSERT INTO round (id, title) VALUES (1, '竞争上岗')"
#define POST  "INSERT INTO post (round_id, name, vacancies) VALUES (1, '科长', 1)"

static void
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (xr_record_begin (fixture->db, &error));
  g_assert_no_error (error);
}

static void
execute (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (xr_database_execute (fixture->db, sql, &error));
  g_assert_no_error (error);
}

static void
test_entry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrEntry) before = xr_record_get_head (fixture->db);
  g_autoptr (XrEntry) entry = NULL;
  g_autoptr (GDateTime) time = NULL;

  begin (fixture);
  execute (fixture, ROUND);
  g_assert_true (xr_record_commit (fixture->db, "round.add", "竞争上岗", "按方案", "王芳", 1,
                                   XR_ENTRY_BARRIER, &error));
  g_assert_no_error (error);
  entry = xr_record_get_head (fixture->db);
  g_assert_cmpint (entry->height, ==, 2);
  g_assert_cmpstr (entry->parent, ==, before->hash);
  g_assert_cmpstr (entry->kind, ==, "round.add");
  g_assert_cmpstr (entry->subject, ==, "竞争上岗");
  g_assert_cmpstr (entry->reason, ==, "按方案");
  g_assert_cmpstr (entry->operator_name, ==, "王芳");
  g_assert_cmpint (entry->round, ==, 1);
  g_assert_cmpint (entry->target, ==, 0);
  g_assert_cmpint (entry->flags, ==, XR_ENTRY_BARRIER);
  g_assert_cmpuint (strlen (entry->hash), ==, 64);
  time = g_date_time_new_from_iso8601 (entry->time, NULL);
  g_assert_nonnull (time);
  g_assert_cmpuint (strlen (entry->time), ==, strlen ("2026-03-18T08:00:00Z"));
}

static void
test_nothing_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kinds = NULL;

  fixture_record (fixture, "a", ROUND);
  fixture_record (fixture, "b", "UPDATE round SET title = title; DELETE FROM post");
  fixture_record_with_flags (fixture, "sign", "", XR_ENTRY_BARRIER);
  begin (fixture);
  g_assert_true (
    xr_record_commit (fixture->db, NULL, NULL, NULL, NULL, 0, XR_ENTRY_NORMAL, &error));
  kinds = fixture_list_kinds (fixture);
  g_assert_cmpstr (kinds, ==, "schema a sign");
}

static void
test_rollback (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;

  begin (fixture);
  execute (fixture, ROUND);
  xr_record_rollback (fixture->db);
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  fixture_record (fixture, "a", ROUND);
}

/* A reference that is broken at the end only shows when the transaction ends. */
static void
test_failing_commit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kinds = NULL;

  fixture_record (fixture, "a", ROUND ";" POST);
  before = fixture_dump (fixture);
  begin (fixture);
  execute (fixture, "PRAGMA defer_foreign_keys = ON");
  execute (fixture, "UPDATE post SET round_id = 99");
  g_assert_false (xr_record_commit (fixture->db, "b", "", "", "", 0, XR_ENTRY_NORMAL, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_CONSTRAINT);
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  kinds = fixture_list_kinds (fixture);
  g_assert_cmpstr (kinds, ==, "schema a");
  assert_intact (fixture->db);
}

static void
assert_heights (Fixture *fixture, gint64 round, gint64 before, guint limit, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = xr_record_list (fixture->db, round, before, limit, &error);
  g_autoptr (GString) heights = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (heights, "%d ",
                            (int) ((XrEntry *) g_ptr_array_index (entries, i))->height);
  g_assert_cmpstr (heights->str, ==, expected);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 6; i++)
    {
      begin (fixture);
      execute (fixture, "INSERT INTO round (title) VALUES ('甲')");
      g_assert_true (
        xr_record_commit (fixture->db, "a", "", "", "", i % 2 + 1, XR_ENTRY_NORMAL, NULL));
    }
  assert_heights (fixture, 0, 0, 100, "7 6 5 4 3 2 1 ");
  assert_heights (fixture, 0, 5, 2, "4 3 ");
  assert_heights (fixture, 1, 0, 100, "6 4 2 ");
  assert_heights (fixture, 2, 7, 1, "5 ");
}

/* A workbook's ballots come in one transaction. */
static void
test_many_rows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *count = NULL;
  g_autofree char *undone = NULL;

  fixture_record (fixture, "a",
                  ROUND
                  ";" POST ";INSERT INTO component (id, round_id, name, method, weight)"
                  " VALUES (1, 1, '测评', 'graded', 1000000);"
                  "INSERT INTO dimension (id, component_id, name) VALUES (1, 1, '德');"
                  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
                  " INSERT INTO candidate (id, round_id, number, name) SELECT i, 1, i, i FROM n");
  fixture_record (fixture, "marks",
                  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                  " INSERT INTO ballot (id, component_id, number) SELECT i, 1, i FROM n;"
                  "INSERT INTO mark SELECT b.id, c.id, 1, 950000 FROM ballot b, candidate c");
  count = fixture_query (fixture, "SELECT count (*) FROM mark");
  g_assert_cmpstr (count, ==, "100000");
  assert_intact (fixture->db);
  g_assert_true (xr_record_undo (fixture->db, "", NULL));
  undone = fixture_query (fixture, "SELECT count (*) FROM mark");
  g_assert_cmpstr (undone, ==, "0");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/record/entry", test_entry);
  add ("/store/record/nothing-changed", test_nothing_changed);
  add ("/store/record/rollback", test_rollback);
  add ("/store/record/failing-commit", test_failing_commit);
  add ("/store/record/list", test_list);
  add ("/store/record/many-rows", test_many_rows);
  return g_test_run ();
}
