/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <string.h>

#include <glib/gstdio.h>

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("xuanren-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "office.xuanren", NULL);
  fixture->db = xr_database_open (fixture->path, XR_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->db);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture);
  remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
fixture_close (Fixture *fixture)
{
  g_clear_pointer (&fixture->db, xr_database_close);
}

void
fixture_reopen (Fixture *fixture, XrOpenMode mode)
{
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  fixture->db = xr_database_open (fixture->path, mode, &error);
  g_assert_no_error (error);
}

void
fixture_record_with_flags (Fixture *fixture, const char *kind, const char *sql, XrEntryFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) statements = g_strsplit (sql, ";", -1);

  xr_record_begin (fixture->db, &error);
  g_assert_no_error (error);
  for (char **statement = statements; *statement != NULL; statement++)
    if (*g_strstrip (*statement) != '\0')
      {
        xr_database_execute (fixture->db, *statement, &error);
        g_assert_no_error (error);
      }
  xr_record_commit (fixture->db, kind, "subject", "reason", "王芳", 0, flags, &error);
  g_assert_no_error (error);
}

void
fixture_record (Fixture *fixture, const char *kind, const char *sql)
{
  fixture_record_with_flags (fixture, kind, sql, XR_ENTRY_NORMAL);
}

char *
fixture_query (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrStatement) statement = xr_database_prepare (fixture->db, sql, &error);
  XrStep step;

  g_assert_no_error (error);
  step = xr_statement_step (statement, &error);
  g_assert_no_error (error);
  return step == XR_STEP_ROW ? xr_statement_dup_text (statement, 0) : NULL;
}

static void
dump_table (Fixture *fixture, const char *table, GString *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2", table);
  g_autoptr (XrStatement) statement = xr_database_prepare (fixture->db, sql, NULL);

  g_string_append_printf (text, "[%s]\n", table);
  while (xr_statement_step (statement, NULL) == XR_STEP_ROW)
    {
      for (int i = 0; i < xr_statement_n_columns (statement); i++)
        {
          const char *value = xr_statement_get_text (statement, i);

          g_string_append_printf (text, "%s|", value != NULL ? value : "NULL");
        }
      g_string_append_c (text, '\n');
    }
}

char *
fixture_dump (Fixture *fixture)
{
  GString *text = g_string_new (NULL);
  g_autoptr (XrStatement) tables = xr_database_prepare (
    fixture->db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'record'"
    " ORDER BY name",
    NULL);

  while (xr_statement_step (tables, NULL) == XR_STEP_ROW)
    dump_table (fixture, xr_statement_get_text (tables, 0), text);
  return g_string_free (text, FALSE);
}

char *
fixture_list_kinds (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = xr_record_list (fixture->db, 0, 0, 1000, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = entries->len; i > 0; i--)
    {
      XrEntry *entry = g_ptr_array_index (entries, i - 1);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", entry->kind);
    }
  return g_string_free (text, FALSE);
}

void
meddle (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
list_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

void
assert_intact (XrDatabase *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrVerification) verification = xr_record_verify (db, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < verification->faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (verification->faults, i));
  g_assert_true (verification->intact);
  g_assert_cmpuint (verification->faults->len, ==, 0);
}
