/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Schema steps. A file of the newest version is made by this program as it is; then it runs itself with
 * one more step laid over its resources, as the program of tomorrow. A file that the program of the
 * first version wrote stands in tests/data. */

#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "store/schema.h"

#define UPGRADE_ARGUMENT "--open-as-newer-program"

#define ADDING_STEP                                                                                \
  "ALTER TABLE round ADD COLUMN colour TEXT;"                                                      \
  "CREATE TABLE extra (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"                        \
  "INSERT INTO extra SELECT id, title || '!' FROM round;"

/* In the way of sqlite.org/lang_altertable.html; post refers to round. */
#define REBUILDING_STEP                                                                            \
  "CREATE TABLE new_round (id INTEGER PRIMARY KEY, title TEXT NOT NULL, unit TEXT, template TEXT," \
  " stage INTEGER NOT NULL DEFAULT 1, announced_on TEXT, plan_hash TEXT,"                          \
  " archived INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL DEFAULT 'new') STRICT;"                \
  "INSERT INTO new_round SELECT *, 'old' FROM round;"                                              \
  "DROP TABLE round; ALTER TABLE new_round RENAME TO round;"                                       \
  "CREATE TABLE extra (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"                        \
  "INSERT INTO extra SELECT id, title || '!' FROM round;"

static const char *program;

/* ---------------------------------------------------------------- the newer program */

static int
open_as_newer_program (const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture = { .path = (char *) path, .db = NULL };
  g_autofree char *kinds = NULL;
  g_autofree char *text = NULL;

  g_assert_null (xr_database_open (path, XR_OPEN_READ, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_OLDER);
  g_clear_error (&error);
  fixture.db = xr_database_open (path, XR_OPEN_WRITE, &error);
  if (fixture.db == NULL)
    return g_str_equal (expected, "refused") ? 0 : 1;
  g_assert_cmpstr (expected, ==, "upgraded");
  kinds = fixture_list_kinds (&fixture);
  g_assert_cmpstr (kinds, ==, "schema a schema");
  text = fixture_query (&fixture, "SELECT text FROM extra");
  g_assert_cmpstr (text, ==, "甲!");
  g_assert_null (xr_record_peek_undo (fixture.db));
  fixture_record (&fixture, "b",
                  "INSERT INTO extra VALUES (7, '乙'); UPDATE round SET title = '丙'");
  assert_intact (fixture.db);
  g_assert_true (xr_record_undo (fixture.db, "", &error));
  assert_intact (fixture.db);
  fixture_reopen (&fixture, XR_OPEN_WRITE);
  assert_intact (fixture.db);
  fixture_close (&fixture);
  return 0;
}

/* ---------------------------------------------------------------- the tests */

static void
run_newer_program (Fixture *fixture, const char *step, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) newer = NULL;
  g_autofree char *overlay = g_dir_make_tmp ("xuanren-step-XXXXXX", &error);
  g_autofree char *name = g_strdup_printf ("%03d.sql", xr_schema_get_version () + 1);
  g_autofree char *step_path = g_build_filename (overlay, name, NULL);
  g_autofree char *setting = g_strconcat ("/org/xuanren/app/schema=", overlay, NULL);

  g_assert_true (g_file_set_contents (step_path, step, -1, NULL));
  g_subprocess_launcher_setenv (launcher, "G_RESOURCE_OVERLAYS", setting, TRUE);
  newer = g_subprocess_launcher_spawn (launcher, &error, program, UPGRADE_ARGUMENT, fixture->path,
                                       expected, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (newer, NULL, &error);
  g_assert_no_error (error);
  remove_folder (overlay);
}

static void
make_old_file (Fixture *fixture)
{
  fixture_record (fixture, "a",
                  "INSERT INTO round (id, title) VALUES (1, '甲');"
                  "INSERT INTO post (round_id, name, vacancies) VALUES (1, '科长', 1)");
  fixture_close (fixture);
}

/* The dated copy beside the file, which the old program still opens. */
static void
assert_kept_copy (Fixture *fixture)
{
  g_autofree char *names = list_folder (fixture->folder);
  g_autofree char *prefix = g_strdup_printf ("office-v%d-", xr_schema_get_version ());
  g_auto (GStrv) list = g_strsplit (names, " ", -1);

  g_assert_cmpuint (g_strv_length (list), ==, 2);
  g_assert_true (g_str_has_prefix (list[0], prefix));
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, list[0], NULL);
  fixture_reopen (fixture, XR_OPEN_WRITE);
  assert_intact (fixture->db);
}

static void
test_upgrade (Fixture *fixture, gconstpointer step)
{
  make_old_file (fixture);
  run_newer_program (fixture, step, "upgraded");
  assert_kept_copy (fixture);
}

/* A step that fails leaves the file as it was. */
static void
test_broken_step (Fixture *fixture, gconstpointer step)
{
  g_autofree char *kinds = NULL;

  make_old_file (fixture);
  run_newer_program (fixture, step, "refused");
  fixture_reopen (fixture, XR_OPEN_WRITE);
  kinds = fixture_list_kinds (fixture);
  g_assert_cmpstr (kinds, ==, "schema a");
  assert_intact (fixture->db);
}

static void
test_upgraded_file_is_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_old_file (fixture);
  run_newer_program (fixture, ADDING_STEP, "upgraded");
  g_assert_null (xr_database_open (fixture->path, XR_OPEN_WRITE, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_NEWER);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer), gconstpointer data)
{
  g_test_add (path, Fixture, data, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 4 && strcmp (argv[1], UPGRADE_ARGUMENT) == 0)
    return open_as_newer_program (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  add ("/store/schema/adding-step", test_upgrade, ADDING_STEP);
  add ("/store/schema/rebuilding-step", test_upgrade, REBUILDING_STEP);
  add ("/store/schema/wrong-step", test_broken_step,
       "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1);");
  add ("/store/schema/dangling-step", test_broken_step, "DELETE FROM round;");
  add ("/store/schema/upgraded-file-is-newer", test_upgraded_file_is_newer, NULL);
  return g_test_run ();
}
