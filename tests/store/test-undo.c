/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo: what is offered, that they are exact, and where they stop. */

#include <string.h>

#include "fixture.h"

#define ROUND "INSERT INTO round (id, title) VALUES (1, '竞争上岗')"
#define POST  "INSERT INTO post (round_id, name, vacancies) VALUES (1, '科长', 1)"

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (xr_record_undo (fixture->db, "王芳", &error));
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (xr_record_redo (fixture->db, "王芳", &error));
  g_assert_no_error (error);
}

static void
assert_offers (Fixture *fixture, const char *to_undo, const char *to_redo)
{
  g_autoptr (XrEntry) undoable = xr_record_peek_undo (fixture->db);
  g_autoptr (XrEntry) redoable = xr_record_peek_redo (fixture->db);

  g_assert_cmpstr (undoable != NULL ? undoable->kind : NULL, ==, to_undo);
  g_assert_cmpstr (redoable != NULL ? redoable->kind : NULL, ==, to_redo);
}

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = fixture_dump (fixture);
  g_autofree char *full = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  fixture_record (fixture, "round.add", ROUND ";" POST ";UPDATE post SET note = '备注'");
  full = fixture_dump (fixture);
  g_assert_cmpstr (full, !=, empty);
  undo (fixture);
  undone = fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, empty);
  redo (fixture);
  redone = fixture_dump (fixture);
  g_assert_cmpstr (redone, ==, full);
}

static void
test_stack (Fixture *fixture, gconstpointer data)
{
  fixture_record (fixture, "a", ROUND);
  fixture_record (fixture, "b", POST);
  fixture_record (fixture, "c", "UPDATE post SET vacancies = 2");
  assert_offers (fixture, "c", NULL);
  undo (fixture);
  assert_offers (fixture, "b", "c");
  undo (fixture);
  assert_offers (fixture, "a", "b");
  undo (fixture);
  assert_offers (fixture, NULL, "a");
  redo (fixture);
  assert_offers (fixture, "a", "b");
  fixture_reopen (fixture, XR_OPEN_WRITE);
  redo (fixture);
  assert_offers (fixture, "b", "c");
  undo (fixture);
  assert_offers (fixture, "a", "b");
  redo (fixture);
  redo (fixture);
  assert_offers (fixture, "c", NULL);
  undo (fixture);
  fixture_record (fixture, "d", "UPDATE post SET vacancies = 3");
  assert_offers (fixture, "d", NULL);
  undo (fixture);
  assert_offers (fixture, "b", "d");
}

static void
test_ends (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (xr_record_undo (fixture->db, "", &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_NOTHING_TO_UNDO);
  g_clear_error (&error);
  g_assert_false (xr_record_redo (fixture->db, "", &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_NOTHING_TO_UNDO);
}

static void
test_barrier (Fixture *fixture, gconstpointer data)
{
  fixture_record (fixture, "a", ROUND);
  fixture_record_with_flags (fixture, "stage.close", POST, XR_ENTRY_BARRIER);
  assert_offers (fixture, NULL, NULL);
  fixture_record (fixture, "b", "UPDATE post SET vacancies = 2");
  undo (fixture);
  assert_offers (fixture, NULL, "b");
  redo (fixture);
  assert_offers (fixture, "b", NULL);
  undo (fixture);
  fixture_record_with_flags (fixture, "sign", "", XR_ENTRY_BARRIER);
  assert_offers (fixture, NULL, NULL);
}

static void
test_swap_of_unique_values (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  fixture_record (fixture, "a",
                  ROUND ";INSERT INTO post (id, round_id, name, vacancies) VALUES"
                        " (1, 1, 'A', 1), (2, 1, 'B', 2), (3, 1, 'C', 3)");
  before = fixture_dump (fixture);
  fixture_record (
    fixture, "b",
    "UPDATE post SET name = 'X' WHERE id = 1;UPDATE post SET name = 'A' WHERE id = 3;"
    "UPDATE post SET name = 'C' WHERE id = 2;UPDATE post SET name = 'B' WHERE id = 1");
  after = fixture_dump (fixture);
  undo (fixture);
  undone = fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  redo (fixture);
  redone = fixture_dump (fixture);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_conflict_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kinds = NULL;

  fixture_record (fixture, "a", ROUND ";" POST);
  fixture_record (fixture, "b", "UPDATE post SET vacancies = 2;UPDATE round SET title = '乙'");
  meddle (fixture->path, "UPDATE post SET vacancies = 9");
  before = fixture_dump (fixture);
  g_assert_false (xr_record_undo (fixture->db, "", &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "post"));
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  kinds = fixture_list_kinds (fixture);
  g_assert_cmpstr (kinds, ==, "schema a b");
}

static void
test_references_hold_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_record (fixture, "a", ROUND);
  undo (fixture);
  g_assert_true (xr_record_begin (fixture->db, &error));
  g_assert_false (xr_database_execute (fixture->db, POST, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_CONSTRAINT);
  xr_record_rollback (fixture->db);
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
  add ("/store/undo/identity", test_identity);
  add ("/store/undo/stack", test_stack);
  add ("/store/undo/ends", test_ends);
  add ("/store/undo/barrier", test_barrier);
  add ("/store/undo/swap-of-unique-values", test_swap_of_unique_values);
  add ("/store/undo/conflict-changes-nothing", test_conflict_changes_nothing);
  add ("/store/undo/references-hold-again", test_references_hold_again);
  return g_test_run ();
}
