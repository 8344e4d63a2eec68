/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preview-fixture.h"

#include <glib/gstdio.h>

#include "exchange/column-map.h"

void
preview_add_post (Fixture *fixture, const char *name)
{
  g_autoptr (XrRow) row = xr_row_new (xr_table_find ("post"), fixture->round);
  g_autoptr (GError) error = NULL;

  xr_row_set (row, "name", name);
  xr_row_set (row, "vacancies", "1");
  xr_office_save (fixture->office, row, &error);
  g_assert_no_error (error);
}

void
preview_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("xuanren-XXXXXX", &error);
  path = g_build_filename (fixture->folder, "office.xuanren", NULL);
  fixture->office = xr_office_create (path, &error);
  g_assert_no_error (error);
  fixture->round = xr_round_create (fixture->office, "甲", NULL, NULL, &error);
  g_assert_no_error (error);
  preview_add_post (fixture, "办公室主任");
  preview_add_post (fixture, "政工科副科长");
}

void
preview_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->office);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* Writes @text in @encoding and reads it as a list of people. */
XrPersonSheet *
preview_read_list (Fixture *fixture, const char *text, const char *encoding, GError **error)
{
  gsize length;
  g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &length, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "名册.csv", NULL);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  return xr_person_sheet_read (path, xr_column_is_known, NULL, NULL, error);
}

void
preview_add_list (Fixture *fixture, XrPreview *preview, const char *text, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  XrPersonSheet *sheet = preview_read_list (fixture, text, encoding, &error);
  g_autoptr (GArray) map = NULL;

  g_assert_no_error (error);
  map = xr_column_map_new (sheet, NULL);
  xr_preview_add (preview, sheet, map);
}

void
preview_check_all (Fixture *fixture, XrPreview *preview)
{
  g_autoptr (GError) error = NULL;

  xr_preview_check (preview, fixture->office, NULL, &error);
  g_assert_no_error (error);
}

guint
preview_count_people (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = xr_office_query (fixture->office, xr_table_find ("candidate"),
                                                "round_id", fixture->round);

  return rows->len;
}
