/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of round/ share: an office file with one empty round. */

#include "fixture.h"

#include <glib/gstdio.h>

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("xuanren-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "office.xuanren", NULL);
  fixture->office = xr_office_create (path, &error);
  g_assert_no_error (error);
  fixture->round = fixture_add (fixture, "round", 0, "title", "竞争上岗", NULL);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_assert_finalize_object (fixture->office);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static XrRow *
make_row (const char *table, gint64 owner, va_list fields)
{
  XrRow *row = xr_row_new (xr_table_find (table), owner);
  const char *name;

  while ((name = va_arg (fields, const char *)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      xr_row_parse (row, name, va_arg (fields, const char *), &error);
      g_assert_no_error (error);
    }
  return row;
}

gint64
fixture_add (Fixture *fixture, const char *table, gint64 owner, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrRow) row = NULL;
  va_list fields;

  va_start (fields, owner);
  row = make_row (table, owner, fields);
  va_end (fields);
  xr_office_save (fixture->office, row, &error);
  g_assert_no_error (error);
  return xr_row_get_id (row);
}

char *
fixture_refuse (Fixture *fixture, const char *table, gint64 owner, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrRow) row = NULL;
  va_list fields;

  va_start (fields, owner);
  row = make_row (table, owner, fields);
  va_end (fields);
  g_assert_false (xr_office_save (fixture->office, row, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (xr_row_get_id (row), ==, 0);
  return g_strdup (error->message);
}

gint64
fixture_int (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrStatement) statement = xr_database_prepare (xr_office_get_database (fixture->office),
                                                           sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (xr_statement_step (statement, &error), ==, XR_STEP_ROW);
  return xr_statement_get_int (statement, 0);
}
