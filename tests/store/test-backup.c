/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups: whole, private, dated, pruned, and never over somebody else's file. */

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "fixture.h"
#include "store/backup.h"

#define ROUND "INSERT INTO round (title) VALUES ('竞争上岗')"

static char *
sibling (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
assert_same_content (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = fixture_dump (fixture);
  g_autofree char *copied = NULL;
  Fixture copy = { .db = xr_database_open (path, XR_OPEN_READ, &error) };

  g_assert_no_error (error);
  copied = fixture_dump (&copy);
  g_assert_cmpstr (copied, ==, dump);
  assert_intact (copy.db);
  fixture_close (&copy);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sibling (fixture, "copy.xuanren");
  struct stat status;

  fixture_record (fixture, "a", ROUND);
  g_assert_true (xr_database_backup (fixture->db, path, FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  assert_same_content (fixture, path);
}

static void
test_overwriting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sibling (fixture, "copy.xuanren");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  g_assert_true (xr_database_backup (fixture->db, path, FALSE, NULL, NULL));
  g_assert_false (xr_database_backup (fixture->db, path, FALSE, NULL, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_EXISTS);
  fixture_record (fixture, "a", ROUND);
  g_assert_true (g_file_set_contents (log, "of the old copy", -1, NULL));
  g_assert_true (xr_database_backup (fixture->db, path, TRUE, NULL, NULL));
  assert_same_content (fixture, path);
}

/* The log of a file that was taken away may hold its last changes. */
static void
test_not_beside_an_orphaned_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sibling (fixture, "copy.xuanren");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  g_assert_true (g_file_set_contents (log, "of another file", -1, NULL));
  g_assert_false (xr_database_backup (fixture->db, path, FALSE, NULL, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_EXISTS);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
test_not_over_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (xr_database_backup (fixture->db, fixture->path, TRUE, NULL, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_EXISTS);
}

static void
test_not_over_a_file_in_use (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sibling (fixture, "other.xuanren");
  g_autoptr (XrDatabase) other = xr_database_open (path, XR_OPEN_CREATE, NULL);

  g_assert_nonnull (other);
  g_assert_false (xr_database_backup (fixture->db, path, TRUE, NULL, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_LOCKED);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = sibling (fixture, "copy.xuanren");
  g_autofree char *names = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (xr_database_backup (fixture->db, path, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fixture_close (fixture);
  names = list_folder (fixture->folder);
  g_assert_cmpstr (names, ==, "office.xuanren");
}

static void
test_automatic (Fixture *fixture, gconstpointer data)
{
  static const char *const others[] = { "office-notes.xuanren", "office-20260318-080000.xuanren",
                                        "office-00000000-20200101-000000.xuanren" };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = sibling (fixture, "backups");
  g_autofree char *last = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (folder, others[i], NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  for (int i = 0; i < 5; i++)
    {
      g_free (last);
      fixture_record (fixture, "a", ROUND);
      last = xr_backup_automatic (fixture->db, folder, 3, NULL, &error);
      g_assert_no_error (error);
    }
  assert_same_content (fixture, last);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 3 + G_N_ELEMENTS (others));
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
  add ("/store/backup/copy", test_copy);
  add ("/store/backup/overwriting", test_overwriting);
  add ("/store/backup/not-beside-an-orphaned-log", test_not_beside_an_orphaned_log);
  add ("/store/backup/not-over-itself", test_not_over_itself);
  add ("/store/backup/not-over-a-file-in-use", test_not_over_a_file_in_use);
  add ("/store/backup/cancelled", test_cancelled);
  add ("/store/backup/automatic", test_automatic);
  return g_test_run ();
}
