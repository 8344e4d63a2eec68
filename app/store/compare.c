/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two databases side by side: what the file holds, and what its record says that it holds. Both are
 * read in the order of the primary key, so that memory stays small whatever the size. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/verify-private.h"

#define MAX_SHOWN_LETTERS 60
#define ROWS_A_LOOK       4096

typedef struct
{
  char *table;
  GPtrArray *keys;    /* names of the primary key's columns */
  GPtrArray *columns; /* names of the others */
} Table;

typedef struct
{
  const Table *table;
  sqlite3_stmt *there;    /* rows of the file, keys first */
  sqlite3_stmt *expected; /* rows of the replay */
  XrVerification *verification;
} Comparison;

static void
table_free (Table *table)
{
  g_ptr_array_unref (table->keys);
  g_ptr_array_unref (table->columns);
  g_free (table->table);
  g_free (table);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

static Table *
table_new (const char *name)
{
  Table *table = g_new0 (Table, 1);

  table->table = g_strdup (name);
  table->keys = g_ptr_array_new_with_free_func (g_free);
  table->columns = g_ptr_array_new_with_free_func (g_free);
  return table;
}

/* ---------------------------------------------------------------- values */

/* The order of SQLite: NULL, numbers, texts, blobs. The schema is STRICT, so a column that is not as it
 * should be shows as a difference at the latest here. */
static int
rank_type (int type)
{
  switch (type)
    {
    case SQLITE_NULL:
      return 0;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return 1;
    case SQLITE_TEXT:
      return 2;
    default:
      return 3;
    }
}

static int
compare_bytes (sqlite3_stmt *a, sqlite3_stmt *b, int column)
{
  const void *first = sqlite3_column_blob (a, column);
  const void *second = sqlite3_column_blob (b, column);
  int first_length = sqlite3_column_bytes (a, column);
  int second_length = sqlite3_column_bytes (b, column);
  int common = MIN (first_length, second_length);
  int order = common > 0 ? memcmp (first, second, (gsize) common) : 0;

  return order != 0 ? order : first_length - second_length;
}

static int
compare_column (sqlite3_stmt *a, sqlite3_stmt *b, int column)
{
  int first_type = sqlite3_column_type (a, column);
  int second_type = sqlite3_column_type (b, column);
  gint64 first, second;

  if (rank_type (first_type) != rank_type (second_type))
    return rank_type (first_type) - rank_type (second_type);
  if (first_type == SQLITE_NULL)
    return 0;
  if (rank_type (first_type) != 1)
    return compare_bytes (a, b, column);
  if (first_type != second_type)
    return first_type - second_type;
  first = sqlite3_column_int64 (a, column);
  second = sqlite3_column_int64 (b, column);
  return (first > second) - (first < second);
}

static int
compare_keys (const Comparison *comparison)
{
  int order = 0;

  for (guint i = 0; order == 0 && i < comparison->table->keys->len; i++)
    order = compare_column (comparison->there, comparison->expected, (int) i);
  return order;
}

/* The contents of a stored file, which are no text: their checksum tells them apart. */
static char *
show_bytes (sqlite3_stmt *statement, int column)
{
  const void *bytes = sqlite3_column_blob (statement, column);
  gsize length = (gsize) sqlite3_column_bytes (statement, column);
  g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);

  return g_strdup_printf ("SHA-256 %.16s…", sha256);
}

/* A value for people: texts in quotes, long ones cut. */
static char *
show_value (sqlite3_stmt *statement, int column)
{
  const char *text;
  g_autofree char *valid = NULL;
  g_autofree char *start = NULL;

  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return g_strdup (_ ("nothing"));
  if (sqlite3_column_type (statement, column) == SQLITE_BLOB)
    return show_bytes (statement, column);
  text = (const char *) sqlite3_column_text (statement, column);
  if (rank_type (sqlite3_column_type (statement, column)) == 1)
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  if (g_utf8_strlen (valid, -1) <= MAX_SHOWN_LETTERS)
    return g_strdup_printf ("“%s”", valid);
  start = g_utf8_substring (valid, 0, MAX_SHOWN_LETTERS);
  return g_strdup_printf ("“%s…”", start);
}

/* `ballot_id=3, candidate_id=7` */
static char *
show_key (const Table *table, sqlite3_stmt *statement)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < table->keys->len; i++)
    {
      const char *value = (const char *) sqlite3_column_text (statement, (int) i);

      g_string_append_printf (key, "%s%s=%s", i > 0 ? ", " : "",
                              (const char *) g_ptr_array_index (table->keys, i),
                              value != NULL ? value : "NULL");
    }
  return g_string_free (key, FALSE);
}

/* ---------------------------------------------------------------- rows */

static void
report_added (const Comparison *comparison)
{
  g_autofree char *key = show_key (comparison->table, comparison->there);

  xr_verification_add_fault (
    comparison->verification,
    g_strdup_printf (_ ("Table “%1$s”: the row %2$s is in the file, but not in the record."),
                     xr_store_word (comparison->table->table, NULL), key));
}

static void
report_missing (const Comparison *comparison)
{
  g_autofree char *key = show_key (comparison->table, comparison->expected);

  xr_verification_add_fault (
    comparison->verification,
    g_strdup_printf (_ ("Table “%1$s”: the row %2$s is in the record, but not in the file."),
                     xr_store_word (comparison->table->table, NULL), key));
}

static void
report_differences (const Comparison *comparison)
{
  const Table *table = comparison->table;

  for (guint i = 0; i < table->columns->len; i++)
    {
      int column = (int) (table->keys->len + i);
      g_autofree char *key = NULL;
      g_autofree char *there = NULL;
      g_autofree char *expected = NULL;

      if (compare_column (comparison->there, comparison->expected, column) == 0)
        continue;
      key = show_key (table, comparison->expected);
      there = show_value (comparison->there, column);
      expected = show_value (comparison->expected, column);
      xr_verification_add_fault (
        comparison->verification,
        g_strdup_printf (
          _ ("Table “%1$s”, row %2$s, column “%3$s”: the file has %4$s, the record has %5$s."),
          xr_store_word (table->table, NULL), key,
          xr_store_word (table->table, g_ptr_array_index (table->columns, i)), there, expected));
    }
}

static gboolean
step (sqlite3_stmt *statement, gboolean *more, GError **error)
{
  int rc = sqlite3_step (statement);

  *more = rc == SQLITE_ROW;
  return rc == SQLITE_ROW || rc == SQLITE_DONE
         || xr_store_set_error (sqlite3_db_handle (statement), error);
}

/* Reports the row or pair of rows that the statements stand on. Returns: below 0 when the file's row
 * was dealt with, above 0 when the replay's was, 0 for both. */
static int
compare_rows (const Comparison *comparison, gboolean more_there, gboolean more_expected)
{
  int order = !more_expected ? -1 : !more_there ? 1 : compare_keys (comparison);

  if (order < 0)
    report_added (comparison);
  else if (order > 0)
    report_missing (comparison);
  else
    report_differences (comparison);
  return order;
}

static gboolean
compare_statements (const Comparison *comparison, GCancellable *cancellable, GError **error)
{
  gboolean more_there, more_expected;
  guint n = 0;

  if (!step (comparison->there, &more_there, error)
      || !step (comparison->expected, &more_expected, error))
    return FALSE;
  while (more_there || more_expected)
    {
      int order = compare_rows (comparison, more_there, more_expected);

      if (order <= 0 && !step (comparison->there, &more_there, error))
        return FALSE;
      if (order >= 0 && !step (comparison->expected, &more_expected, error))
        return FALSE;
      if (++n % ROWS_A_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* ---------------------------------------------------------------- tables */

static void
append_names (GString *sql, GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (names, i));
}

/* Rows that wait for the record are not in its replay. That other rows are not hidden among them shows in
 * the replay: there nothing waits, so they are missed. */
static const struct
{
  const char *table, *column;
  int keying;
} waiting[] = {
  { "ballot", "id", 1 },           { "mark", "ballot_id", 1 },  { "choice", "ballot_id", 1 },
  { "vote_mark", "ballot_id", 1 }, { "second_sheet", "id", 2 }, { "second_cell", "sheet_id", 2 },
};

static void
append_condition (GString *sql, const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (waiting); i++)
    if (strcmp (waiting[i].table, table) == 0)
      g_string_append_printf (sql,
                              " WHERE \"%s\" NOT IN (SELECT sheet_id FROM waiting_sheet"
                              " WHERE keying = %d)",
                              waiting[i].column, waiting[i].keying);
}

/* Every column, the keys first, in the order of the keys. */
static char *
compose_query (const Table *table)
{
  GString *sql = g_string_new ("SELECT ");

  append_names (sql, table->keys);
  if (table->columns->len > 0)
    g_string_append (sql, ", ");
  append_names (sql, table->columns);
  g_string_append_printf (sql, " FROM \"%s\"", table->table);
  append_condition (sql, table->table);
  g_string_append (sql, " ORDER BY ");
  append_names (sql, table->keys);
  return g_string_free (sql, FALSE);
}

static gboolean
compare_by_query (sqlite3 *file, sqlite3 *scratch, const Table *table, const char *sql,
                  XrVerification *verification, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3_stmt) there = NULL;
  g_autoptr (sqlite3_stmt) expected = NULL;
  Comparison comparison = { .table = table, .verification = verification };

  if (sqlite3_prepare_v2 (scratch, sql, -1, &expected, NULL) != SQLITE_OK)
    return xr_store_set_error (scratch, error);
  if (sqlite3_prepare_v2 (file, sql, -1, &there, NULL) != SQLITE_OK)
    {
      xr_verification_add_fault (
        verification, g_strdup_printf (_ ("Table “%1$s” can not be read as a whole (%2$s)."),
                                       xr_store_word (table->table, NULL),
                                       xr_store_reason (sqlite3_extended_errcode (file))));
      return TRUE;
    }
  comparison.there = there;
  comparison.expected = expected;
  return compare_statements (&comparison, cancellable, error);
}

/* Tables, indexes, triggers and views as texts of SQL. */
static gboolean
compare_schemas (sqlite3 *file, sqlite3 *scratch, XrVerification *verification,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (Table) table = table_new ("sqlite_schema");

  g_ptr_array_add (table->keys, g_strdup ("type"));
  g_ptr_array_add (table->keys, g_strdup ("name"));
  g_ptr_array_add (table->columns, g_strdup ("tbl_name"));
  g_ptr_array_add (table->columns, g_strdup ("sql"));
  return compare_by_query (file, scratch, table,
                           "SELECT type, name, tbl_name, sql FROM sqlite_schema"
                           " WHERE name NOT GLOB 'sqlite_*' ORDER BY type, name",
                           verification, cancellable, error);
}

static Table *
read_table (sqlite3 *scratch, const char *name, GError **error)
{
  g_autoptr (Table) table = table_new (name);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean more = TRUE;

  if (sqlite3_prepare_v2 (scratch, "SELECT name, pk FROM pragma_table_info (?) ORDER BY pk, cid",
                          -1, &statement, NULL)
      != SQLITE_OK)
    {
      xr_store_set_error (scratch, error);
      return NULL;
    }
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_TRANSIENT);
  while (step (statement, &more, error) && more)
    g_ptr_array_add (sqlite3_column_int (statement, 1) > 0 ? table->keys : table->columns,
                     g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  return more ? NULL : g_steal_pointer (&table);
}

static gboolean
compare_table (sqlite3 *file, sqlite3 *scratch, const char *name, XrVerification *verification,
               GCancellable *cancellable, GError **error)
{
  g_autoptr (Table) table = read_table (scratch, name, error);
  g_autofree char *sql = NULL;

  if (table == NULL)
    return FALSE;
  sql = compose_query (table);
  return compare_by_query (file, scratch, table, sql, verification, cancellable, error);
}

gboolean
xr_compare_databases (sqlite3 *file, sqlite3 *scratch, XrVerification *verification,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3_stmt) tables = NULL;
  gboolean more = TRUE;

  if (!compare_schemas (file, scratch, verification, cancellable, error))
    return FALSE;
  if (sqlite3_prepare_v2 (scratch,
                          "SELECT name FROM sqlite_schema WHERE type = 'table'"
                          " AND name NOT IN ('record', 'waiting_sheet')"
                          " AND name NOT GLOB 'sqlite_*' ORDER BY name",
                          -1, &tables, NULL)
      != SQLITE_OK)
    return xr_store_set_error (scratch, error);
  while (step (tables, &more, error) && more)
    if (!compare_table (file, scratch, (const char *) sqlite3_column_text (tables, 0), verification,
                        cancellable, error))
      return FALSE;
  return !more;
}
