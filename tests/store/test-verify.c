/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Verification finds every change that another SQLite tool can make, and names its place. */

#include <string.h>

#include "fixture.h"
#include "store/schema.h"
#include "store/record-private.h"

typedef struct
{
  Fixture base;
  sqlite3 *other; /* the other tool */
} Meddling;

#define ROUND "INSERT INTO round (id, title) VALUES (1, '竞争上岗')"
#define POST  "INSERT INTO post (round_id, name, vacancies) VALUES (1, '科长', 1)"

static void
set_up (Meddling *meddling, gconstpointer data)
{
  fixture_set_up (&meddling->base, NULL);
  g_assert_cmpint (sqlite3_open (meddling->base.path, &meddling->other), ==, SQLITE_OK);
  sqlite3_busy_timeout (meddling->other, 5000);
  sqlite3_exec (meddling->other, "PRAGMA synchronous = OFF; PRAGMA ignore_check_constraints = ON",
                NULL, NULL, NULL);
}

static void
tear_down (Meddling *meddling, gconstpointer data)
{
  sqlite3_close (meddling->other);
  fixture_tear_down (&meddling->base, NULL);
}

static void
run (Meddling *meddling, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (meddling->other, sql, NULL, NULL, &message);
  if (message != NULL)
    g_error ("%s: %s", message, sql);
}

static XrVerification *
verify (Meddling *meddling)
{
  g_autoptr (GError) error = NULL;
  XrVerification *verification = xr_record_verify (meddling->base.db, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (verification->intact, ==, verification->faults->len == 0);
  return verification;
}

/* One of the faults has all the words. */
static gboolean
names (XrVerification *verification, const char *const *words)
{
  for (guint i = 0; i < verification->faults->len; i++)
    {
      gboolean all = TRUE;

      for (guint j = 0; words[j] != NULL; j++)
        all = all && strstr (g_ptr_array_index (verification->faults, i), words[j]) != NULL;
      if (all)
        return TRUE;
    }
  return FALSE;
}

#define assert_finds(meddling, ...)                                                                \
  assert_finds_words (meddling, (const char *const[]){ __VA_ARGS__, NULL })

static void
assert_finds_words (Meddling *meddling, const char *const *words)
{
  g_autoptr (XrVerification) verification = verify (meddling);

  g_assert_false (verification->intact);
  if (names (verification, words))
    return;
  for (guint i = 0; i < verification->faults->len; i++)
    g_printerr ("# %s\n", (const char *) g_ptr_array_index (verification->faults, i));
  g_error ("No fault names %s %s", words[0], words[1] != NULL ? words[1] : "");
}

/* ---------------------------------------------------------------- every cell */

/* The first word that `CHECK (column IN (…))` allows, or NULL. */
static char *
find_allowed (const char *table_sql, const char *column)
{
  g_autofree char *pattern = g_strdup_printf ("\\b%s IN\\s*\\(('[^']*'|[0-9]+)", column);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, table_sql, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static char *
make_value (const char *type)
{
  if (g_str_equal (type, "INTEGER"))
    return g_strdup ("1");
  return g_strdup (g_str_equal (type, "BLOB") ? "x'4142'" : "'字'");
}

/* A row with a value in every column; each reference goes to the row 1 of its table. */
static char *
compose_insert (Meddling *meddling, const char *table, const char *table_sql)
{
  GString *sql = g_string_new (NULL);
  g_autofree char *query = g_strdup_printf ("SELECT name, type FROM pragma_table_info ('%s')",
                                            table);
  sqlite3_stmt *columns = NULL;

  g_string_printf (sql, "INSERT INTO \"%s\" VALUES (", table);
  g_assert_cmpint (sqlite3_prepare_v2 (meddling->other, query, -1, &columns, NULL), ==, SQLITE_OK);
  while (sqlite3_step (columns) == SQLITE_ROW)
    {
      const char *column = (const char *) sqlite3_column_text (columns, 0);
      g_autofree char *value = find_allowed (table_sql, column);

      if (value == NULL)
        value = make_value ((const char *) sqlite3_column_text (columns, 1));
      g_string_append_printf (sql, "%s%s", sql->str[sql->len - 1] == '(' ? "" : ", ", value);
    }
  sqlite3_finalize (columns);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static void
fill_every_table (Meddling *meddling)
{
  g_autoptr (GString) all = g_string_new (NULL);
  sqlite3_stmt *tables = NULL;

  sqlite3_prepare_v2 (
    meddling->other,
    "SELECT name, sql FROM sqlite_schema"
    " WHERE type = 'table' AND name NOT IN ('record', 'waiting_sheet') ORDER BY rowid",
    -1, &tables, NULL);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      g_autofree char *insert = compose_insert (meddling,
                                                (const char *) sqlite3_column_text (tables, 0),
                                                (const char *) sqlite3_column_text (tables, 1));

      g_string_append_printf (all, "%s;", insert);
    }
  sqlite3_finalize (tables);
  fixture_record (&meddling->base, "fill", all->str);
}

static void
check_cell (Meddling *meddling, const char *table, const char *column, gboolean in_key)
{
  g_autofree char *change = g_strdup_printf (
    "UPDATE \"%1$s\" SET \"%2$s\" ="
    " CASE typeof (\"%2$s\") WHEN 'integer' THEN \"%2$s\" + 1000000"
    " WHEN 'blob' THEN CAST (\"%2$s\" || 'x' AS BLOB) ELSE \"%2$s\" || 'x' END",
    table, column);
  g_autofree char *restore = g_strdup_printf (
    "UPDATE \"%1$s\" SET \"%2$s\" ="
    " CASE typeof (\"%2$s\") WHEN 'integer' THEN \"%2$s\" - 1000000"
    " WHEN 'blob' THEN CAST (rtrim (\"%2$s\", 'x') AS BLOB) ELSE rtrim (\"%2$s\", 'x') END",
    table, column);
  g_autofree char *quoted_table = g_strdup_printf ("Table “%s”", table);
  g_autofree char *quoted_column = g_strdup_printf ("column “%s”", column);

  run (meddling, change);
  if (in_key)
    assert_finds (meddling, quoted_table, "but not in the record");
  else
    assert_finds (meddling, quoted_table, quoted_column);
  run (meddling, restore);
}

/* `table`, `column`, and whether it is in the key, for every cell of the filled file. */
static GPtrArray *
list_cells (Meddling *meddling)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *columns = NULL;

  sqlite3_prepare_v2 (meddling->other,
                      "SELECT t.name, c.name, iif (c.pk > 0, 'key', '') FROM sqlite_schema t"
                      " JOIN pragma_table_info (t.name) c"
                      " WHERE t.type = 'table' AND t.name NOT IN ('record', 'waiting_sheet')",
                      -1, &columns, NULL);
  while (sqlite3_step (columns) == SQLITE_ROW)
    for (int i = 0; i < 3; i++)
      g_ptr_array_add (cells, g_strdup ((const char *) sqlite3_column_text (columns, i)));
  sqlite3_finalize (columns);
  return cells;
}

static void
test_every_cell (Meddling *meddling, gconstpointer data)
{
  g_autoptr (GPtrArray) cells = list_cells (meddling);

  fill_every_table (meddling);
  assert_intact (meddling->base.db);
  for (guint i = 0; i < cells->len; i += 3)
    check_cell (meddling, g_ptr_array_index (cells, i), g_ptr_array_index (cells, i + 1),
                g_str_equal (g_ptr_array_index (cells, i + 2), "key"));
  g_assert_cmpuint (cells->len, >, 3 * 200);
  assert_intact (meddling->base.db);
}

/* ---------------------------------------------------------------- the record */

static void
record_some (Meddling *meddling)
{
  fixture_record (&meddling->base, "round.add", ROUND);
  fixture_record (&meddling->base, "post.add", POST);
  fixture_record (&meddling->base, "post.change", "UPDATE post SET vacancies = 2");
  fixture_record (&meddling->base, "post.change", "UPDATE post SET vacancies = 1");
}

static void
check_record_column (Meddling *meddling, gint64 height, const char *column, const char *value)
{
  g_autofree char *keep = g_strdup ("CREATE TEMP TABLE keep AS SELECT * FROM record");
  g_autofree char *change = g_strdup_printf (
    "UPDATE record SET \"%s\" = %s WHERE height = %" G_GINT64_FORMAT, column, value, height);
  g_autofree char *named = g_strdup_printf ("%" G_GINT64_FORMAT, height);

  run (meddling, keep);
  run (meddling, change);
  assert_finds (meddling, "entr", named);
  run (meddling, "DELETE FROM record; INSERT INTO record SELECT * FROM keep; DROP TABLE keep");
}

static void
test_every_column_of_the_record (Meddling *meddling, gconstpointer data)
{
  static const char *const changes[][2] = {
    { "height", "1000" },
    { "parent", "upper (parent) || '0'" },
    { "time", "'2020-01-01T00:00:00Z'" },
    { "operator", "'李四'" },
    { "operator", "operator || char (0) || 'x'" },
    { "kind", "kind || 'x'" },
    { "subject", "subject || ' '" },
    { "reason", "''" },
    { "round", "7" },
    { "target", "1" },
    { "flags", "1 - flags" },
    { "flags", "flags + 4294967296" },
    { "payload", "zeroblob (9)" },
    { "payload", "x''" },
    { "hash", "'ab'" },
  };

  record_some (meddling);
  for (gint64 height = 2; height <= 5; height++)
    for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
      /* The newest entry under another height leaves a gap before it. */
      check_record_column (meddling, height, changes[i][0], changes[i][1]);
  assert_intact (meddling->base.db);
}

static void
test_deleted_entry (Meddling *meddling, gconstpointer data)
{
  record_some (meddling);
  run (meddling, "DELETE FROM record WHERE height = 3");
  assert_finds (meddling, "The entry 3 is missing.");
  run (meddling, "DELETE FROM record WHERE height = 4");
  assert_finds (meddling, "The entries 3 to 4 are missing.");
}

static void
test_deleted_head (Meddling *meddling, gconstpointer data)
{
  record_some (meddling);
  run (meddling, "DELETE FROM record WHERE height = 5");
  assert_finds (meddling, "Table “post”", "row id=1", "column “vacancies”", "the file has 1",
                "the record has 2");
}

static void
test_empty_record (Meddling *meddling, gconstpointer data)
{
  g_autofree char *said = g_strdup_printf ("version is %d", xr_schema_get_version ());

  run (meddling, "DELETE FROM record");
  assert_finds (meddling, said);
}

static void
test_swapped_entries (Meddling *meddling, gconstpointer data)
{
  record_some (meddling);
  run (meddling, "UPDATE record SET height = 100 WHERE height = 4;"
                 "UPDATE record SET height = 4 WHERE height = 5;"
                 "UPDATE record SET height = 5 WHERE height = 100");
  assert_finds (meddling, "The entry 4 ", "was changed");
  assert_finds (meddling, "The entry 5 ", "was changed");
  assert_finds (meddling, "The entry 4 ", "does not continue");
}

/* Somebody who knows how entries are hashed writes the newest one anew, with the same payload. */
static void
test_forged_head (Meddling *meddling, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seal = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (XrEntry) entry = NULL;
  g_autoptr (GBytes) payload = NULL;
  g_autoptr (XrVerification) verification = NULL;

  record_some (meddling);
  seal = xr_record_dup_seal (meddling->base.db);
  entry = xr_record_get_head (meddling->base.db);
  payload = xr_record_dup_payload (meddling->base.db, entry->height, NULL);
  g_free (entry->operator_name);
  entry->operator_name = g_strdup ("李四");
  hash = xr_entry_dup_hash (entry, g_bytes_get_data (payload, NULL), g_bytes_get_size (payload));
  sql = g_strdup_printf ("UPDATE record SET operator = '李四', hash = '%s' WHERE height = 5", hash);
  run (meddling, sql);

  assert_intact (meddling->base.db);
  verification = xr_record_verify (meddling->base.db, seal, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (verification->intact);
  g_assert_true (names (verification, (const char *const[]){ "this seal", NULL }));
}

static void
test_seals (Meddling *meddling, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seal = NULL;
  g_autoptr (XrVerification) verification = NULL;

  fixture_record (&meddling->base, "round.add", ROUND);
  seal = xr_record_dup_seal (meddling->base.db);
  fixture_record (&meddling->base, "post.add", POST);
  verification = xr_record_verify (meddling->base.db, seal, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (verification->intact);
  g_assert_cmpint (verification->seal_height, ==, 2);
  g_assert_cmpint (verification->entries, ==, 3);
  g_assert_null (xr_record_verify (meddling->base.db, "1234", NULL, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_FAILED);
}

/* ---------------------------------------------------------------- rows and schema */

static void
test_rows (Meddling *meddling, gconstpointer data)
{
  record_some (meddling);
  run (meddling, "INSERT INTO round (id, title) VALUES (9, '私设')");
  assert_finds (meddling, "Table “round”", "id=9", "not in the record");
  run (meddling, "DELETE FROM round WHERE id = 9; DELETE FROM post");
  assert_finds (meddling, "Table “post”", "id=1", "not in the file");
}

static void
test_dangling_reference (Meddling *meddling, gconstpointer data)
{
  record_some (meddling);
  run (meddling, "DELETE FROM round");
  assert_finds (meddling, "Table “post”, row 1: it points to a row of “round”");
}

static void
test_schema (Meddling *meddling, gconstpointer data)
{
  static const char *const changes[][3] = {
    { "CREATE TRIGGER t AFTER INSERT ON score BEGIN UPDATE score SET value = 0; END",
      "DROP TRIGGER t", "name=t" },
    { "CREATE TABLE extra (a)", "DROP TABLE extra", "name=extra" },
    { "CREATE VIEW v AS SELECT 1", "DROP VIEW v", "name=v" },
    { "CREATE INDEX i ON post (note)", "DROP INDEX i", "name=i" },
    { "ALTER TABLE post ADD COLUMN secret TEXT", "ALTER TABLE post DROP COLUMN secret",
      "name=post" },
    { "DROP INDEX score_once",
      "CREATE UNIQUE INDEX score_once ON score"
      " (judge_id, application_id, ifnull(dimension_id, 0))",
      "name=score_once" },
    { "DROP TABLE notification", "SELECT 1", "name=notification" },
  };

  record_some (meddling);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      run (meddling, changes[i][0]);
      assert_finds (meddling, "sqlite_schema", changes[i][2]);
      run (meddling, changes[i][1]);
    }
}

/* ---------------------------------------------------------------- intact files */

static void
test_new_file_is_intact (Meddling *meddling, gconstpointer data)
{
  g_autofree char *kinds = fixture_list_kinds (&meddling->base);

  g_assert_cmpstr (kinds, ==, "schema");
  assert_intact (meddling->base.db);
}

static void
test_after_undo_and_redo (Meddling *meddling, gconstpointer data)
{
  record_some (meddling);
  for (int i = 0; i < 3; i++)
    g_assert_true (xr_record_undo (meddling->base.db, "", NULL));
  g_assert_true (xr_record_redo (meddling->base.db, "", NULL));
  assert_intact (meddling->base.db);
  fixture_reopen (&meddling->base, XR_OPEN_READ);
  assert_intact (meddling->base.db);
}

static void
test_cancelled (Meddling *meddling, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (xr_record_verify (meddling->base.db, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_intact (meddling->base.db);
}

/* A flood of faults is cut off. */
static void
test_many_faults (Meddling *meddling, gconstpointer data)
{
  g_autoptr (XrVerification) verification = NULL;

  run (meddling, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
                 " INSERT INTO round (id, title) SELECT i, i FROM n");
  verification = verify (meddling);
  g_assert_cmpuint (verification->faults->len, <, 300);
}

static void
add (const char *path, void (*test) (Meddling *, gconstpointer))
{
  g_test_add (path, Meddling, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/verify/new-file-is-intact", test_new_file_is_intact);
  add ("/store/verify/after-undo-and-redo", test_after_undo_and_redo);
  add ("/store/verify/every-cell", test_every_cell);
  add ("/store/verify/every-column-of-the-record", test_every_column_of_the_record);
  add ("/store/verify/deleted-entry", test_deleted_entry);
  add ("/store/verify/deleted-head", test_deleted_head);
  add ("/store/verify/empty-record", test_empty_record);
  add ("/store/verify/swapped-entries", test_swapped_entries);
  add ("/store/verify/forged-head", test_forged_head);
  add ("/store/verify/seals", test_seals);
  add ("/store/verify/rows", test_rows);
  add ("/store/verify/dangling-reference", test_dangling_reference);
  add ("/store/verify/schema", test_schema);
  add ("/store/verify/cancelled", test_cancelled);
  add ("/store/verify/many-faults", test_many_faults);
  return g_test_run ();
}
