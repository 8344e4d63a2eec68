/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements: binding by name, reading, the cache, and what counts as an error of the program. */

#include <string.h>

#include "fixture.h"

static XrStatement *
prepare (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  XrStatement *statement = xr_database_prepare (fixture->db, sql, &error);

  g_assert_no_error (error);
  return statement;
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  static const char bytes[] = { 'a', 0, 'b' };
  g_autoptr (GBytes) blob = g_bytes_new_static (bytes, sizeof bytes);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GBytes) read_empty = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (XrStatement) statement = prepare (
    fixture, "SELECT :int AS i, :text AS t, :none AS n, :null AS u, :blob, :empty");

  xr_statement_bind_int (statement, ":int", G_MAXINT64);
  xr_statement_bind_text (statement, ":text", "任职前公示");
  xr_statement_bind_text (statement, ":none", NULL);
  xr_statement_bind_null (statement, ":null");
  xr_statement_bind_blob (statement, ":blob", blob);
  xr_statement_bind_blob (statement, ":empty", empty);
  g_assert_cmpint (xr_statement_step (statement, &error), ==, XR_STEP_ROW);
  g_assert_no_error (error);
  g_assert_cmpint (xr_statement_n_columns (statement), ==, 6);
  g_assert_cmpstr (xr_statement_column_name (statement, 1), ==, "t");
  g_assert_cmpint (xr_statement_get_int (statement, 0), ==, G_MAXINT64);
  g_assert_cmpstr (xr_statement_get_text (statement, 1), ==, "任职前公示");
  g_assert_true (xr_statement_is_null (statement, 2));
  g_assert_null (xr_statement_get_text (statement, 3));
  g_assert_null (xr_statement_dup_blob (statement, 3));
  read = xr_statement_dup_blob (statement, 4);
  g_assert_true (g_bytes_equal (read, blob));
  read_empty = xr_statement_dup_blob (statement, 5);
  g_assert_cmpuint (g_bytes_get_size (read_empty), ==, 0);
  g_assert_cmpint (xr_statement_step (statement, &error), ==, XR_STEP_DONE);
}

static void
test_bindings_are_cleared (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrStatement) statement = prepare (fixture, "SELECT :a");

  xr_statement_bind_int (statement, ":a", 1);
  g_assert_cmpint (xr_statement_step (statement, NULL), ==, XR_STEP_ROW);
  xr_statement_reset (statement);
  g_assert_cmpint (xr_statement_step (statement, NULL), ==, XR_STEP_ROW);
  g_assert_true (xr_statement_is_null (statement, 0));
}

/* The same text may be in use twice, and is prepared once when it comes back. */
static void
test_cache (Fixture *fixture, gconstpointer data)
{
  XrStatement *first = prepare (fixture, "SELECT 1");
  XrStatement *second = prepare (fixture, "SELECT 1");
  XrStatement *again;

  g_assert_true (first != second);
  xr_statement_free (first);
  again = prepare (fixture, "SELECT 1");
  g_assert_true (again == first);
  xr_statement_free (again);
  xr_statement_free (second);
  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %d", i);

      xr_statement_free (prepare (fixture, sql));
    }
}

static void
test_refused_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (xr_record_begin (fixture->db, &error));
  g_assert_false (xr_database_execute (
    fixture->db, "INSERT INTO round (id, title, stage) VALUES (1, 'x', 99)", &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_CONSTRAINT);
  xr_record_rollback (fixture->db);
}

static void
test_unknown_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (xr_database_prepare (fixture->db, "SELECT * FROM nowhere", &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_FAILED);
}

/* ---------------------------------------------------------------- errors of the program */

static void
unknown_parameter (Fixture *fixture)
{
  xr_statement_bind_int (prepare (fixture, "SELECT :a"), ":b", 1);
}

static void
surplus_text (Fixture *fixture)
{
  prepare (fixture, "SELECT 1; SELECT 2");
}

static void
column_out_of_range (Fixture *fixture)
{
  XrStatement *statement = prepare (fixture, "SELECT 1");

  xr_statement_step (statement, NULL);
  xr_statement_get_int (statement, 1);
}

static void
no_row (Fixture *fixture)
{
  xr_statement_get_int (prepare (fixture, "SELECT 1"), 0);
}

/* A stray write, outside of a recorded transaction. */
static void
stray_write (Fixture *fixture)
{
  xr_database_execute (fixture->db, "INSERT INTO office VALUES ('unit', 'x')", NULL);
}

static void
double_quoted_text (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  xr_database_prepare (fixture->db, "SELECT \"text\"", &error);
  g_error ("%s", error->message);
}

static void
test_trap (Fixture *fixture, gconstpointer data)
{
  void (*mistake) (Fixture *) = (void (*) (Fixture *)) data;

  if (g_test_subprocess ())
    {
      /* Nobody tidies up after a program that ends in the middle. */
      remove_folder (fixture->folder);
      mistake (fixture);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer), gconstpointer data)
{
  g_test_add (path, Fixture, data, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/statement/values", test_values, NULL);
  add ("/store/statement/bindings-are-cleared", test_bindings_are_cleared, NULL);
  add ("/store/statement/cache", test_cache, NULL);
  add ("/store/statement/refused-row", test_refused_row, NULL);
  add ("/store/statement/unknown-table", test_unknown_table, NULL);
  add ("/store/statement/trap/unknown-parameter", test_trap, unknown_parameter);
  add ("/store/statement/trap/surplus-text", test_trap, surplus_text);
  add ("/store/statement/trap/column-out-of-range", test_trap, column_out_of_range);
  add ("/store/statement/trap/no-row", test_trap, no_row);
  add ("/store/statement/trap/stray-write", test_trap, stray_write);
  add ("/store/statement/trap/double-quoted-text", test_trap, double_quoted_text);
  return g_test_run ();
}
