/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening an office file: what is refused, what is left untouched, who may write. */

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "fixture.h"
#include "store/schema.h"

#define ROUND "INSERT INTO round (id, title) VALUES (1, '竞争上岗')"

static char *
read_all (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);
  return content;
}

static void
write_all (const char *path, const char *content, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, (gssize) length, &error);
  g_assert_no_error (error);
}

/* Refused in every mode, byte-identical, and nothing beside it that was not there. */
static void
assert_refused (Fixture *fixture, int code)
{
  static const XrOpenMode modes[] = { XR_OPEN_WRITE, XR_OPEN_READ };
  gsize length;
  g_autofree char *before = read_all (fixture->path, &length);
  g_autofree char *names = list_folder (fixture->folder);

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize new_length;
      g_autofree char *after = NULL;
      g_autofree char *new_names = NULL;

      g_assert_null (xr_database_open (fixture->path, modes[i], &error));
      g_assert_error (error, XR_STORE_ERROR, code);
      after = read_all (fixture->path, &new_length);
      g_assert_cmpmem (after, new_length, before, length);
      new_names = list_folder (fixture->folder);
      g_assert_cmpstr (new_names, ==, names);
    }
}

static int
get_mode (Fixture *fixture, const char *ending)
{
  g_autofree char *path = g_strconcat (fixture->path, ending, NULL);
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

/* ---------------------------------------------------------------- making */

static void
test_only_for_its_owner (Fixture *fixture, gconstpointer data)
{
  fixture_record (fixture, "a", ROUND);
  g_assert_cmpint (get_mode (fixture, ""), ==, 0600);
  g_assert_cmpint (get_mode (fixture, "-wal"), ==, 0600);
  g_assert_cmpint (get_mode (fixture, "-shm"), ==, 0600);
}

static void
test_nothing_is_left_beside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *names = NULL;

  fixture_record (fixture, "a", ROUND);
  fixture_close (fixture);
  names = list_folder (fixture->folder);
  g_assert_cmpstr (names, ==, "office.xuanren");
}

static void
test_made_only_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (xr_database_open (fixture->path, XR_OPEN_CREATE, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_EXISTS);
}

static void
test_not_beside_an_orphaned_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "new.xuanren", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *names = NULL;

  write_all (log, "left over", 9);
  g_assert_null (xr_database_open (path, XR_OPEN_CREATE, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_EXISTS);
  fixture_close (fixture);
  names = list_folder (fixture->folder);
  g_assert_cmpstr (names, ==, "new.xuanren-wal office.xuanren");
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *version = g_strdup_printf ("%d", xr_schema_get_version ());
  const char *const settings[][2] = {
    { "PRAGMA foreign_keys", "1" },     { "PRAGMA journal_mode", "wal" },
    { "PRAGMA synchronous", "2" },      { "PRAGMA trusted_schema", "0" },
    { "PRAGMA busy_timeout", "5000" },  { "PRAGMA application_id", "1484087662" },
    { "PRAGMA user_version", version },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *value = fixture_query (fixture, settings[i][0]);

      g_assert_cmpstr (value, ==, settings[i][1]);
    }
}

/* ---------------------------------------------------------------- refusing */

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "none.xuanren", NULL);

  g_assert_null (xr_database_open (path, XR_OPEN_WRITE, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_MISSING);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (xr_database_open (fixture->folder, XR_OPEN_WRITE, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_FOREIGN);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture);
  g_unlink (fixture->path);
  meddle (fixture->path, "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  assert_refused (fixture, XR_STORE_ERROR_FOREIGN);
  write_all (fixture->path, "", 0);
  assert_refused (fixture, XR_STORE_ERROR_FOREIGN);
  write_all (fixture->path,
             "PK\003\004 a workbook, say, long enough to have a head of its own ........"
             "........................................................",
             120);
  assert_refused (fixture, XR_STORE_ERROR_FOREIGN);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture);
  meddle (fixture->path, "PRAGMA user_version = 999");
  assert_refused (fixture, XR_STORE_ERROR_NEWER);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *content = NULL;

  fixture_record (fixture, "a", ROUND);
  fixture_close (fixture);
  content = read_all (fixture->path, &length);
  write_all (fixture->path, content, length / 2);
  assert_refused (fixture, XR_STORE_ERROR_DAMAGED);
  write_all (fixture->path, content, 4096);
  assert_refused (fixture, XR_STORE_ERROR_DAMAGED);
}

/* Every page but the first, one at a time: damage is refused, or the page was empty. */
static void
test_damaged_page (Fixture *fixture, gconstpointer data)
{
  gsize length;
  g_autofree char *content = NULL;
  guint refused = 0;

  for (int i = 0; i < 300; i++)
    fixture_record (fixture, "a", "INSERT INTO round (title) VALUES ('竞争上岗竞争上岗竞争上岗')");
  fixture_close (fixture);
  content = read_all (fixture->path, &length);
  for (gsize page = 4096; page + 4096 <= length; page += 4096)
    {
      g_autofree char *damaged = g_memdup2 (content, length);
      g_autoptr (XrDatabase) db = NULL;
      g_autoptr (GError) error = NULL;

      memset (damaged + page, 0xa5, 2048);
      write_all (fixture->path, damaged, length);
      db = xr_database_open (fixture->path, XR_OPEN_WRITE, &error);
      if (db == NULL)
        g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_DAMAGED);
      refused += db == NULL ? 1 : 0;
    }
  g_assert_cmpuint (refused, >=, (length / 4096 - 1) * 9 / 10);
}

/* Rows that break a constraint are for verify to name, which has to open the file. */
static void
test_broken_constraint_is_no_damage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrVerification) verification = NULL;

  fixture_record (fixture, "a", ROUND);
  fixture_close (fixture);
  meddle (fixture->path, "PRAGMA ignore_check_constraints = ON; UPDATE round SET stage = 99");
  fixture_reopen (fixture, XR_OPEN_READ);
  verification = xr_record_verify (fixture->db, NULL, NULL, NULL);
  g_assert_false (verification->intact);
}

/* ---------------------------------------------------------------- writers and readers */

static void
test_second_writer_reads (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrDatabase) second = xr_database_open (fixture->path, XR_OPEN_WRITE, &error);
  g_autoptr (XrEntry) head = NULL;

  g_assert_no_error (error);
  g_assert_false (xr_database_is_read_only (fixture->db));
  g_assert_true (xr_database_is_read_only (second));
  g_assert_false (xr_record_begin (second, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (xr_database_execute (second, ROUND, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_READ_ONLY);
  fixture_record (fixture, "a", ROUND);
  head = xr_record_get_head (second);
  g_assert_cmpint (head->height, ==, 2);
}

static void
test_lock_is_given_back (Fixture *fixture, gconstpointer data)
{
  fixture_reopen (fixture, XR_OPEN_WRITE);
  g_assert_false (xr_database_is_read_only (fixture->db));
}

/* The lock of a program that was killed is a file that nobody holds. */
static void
test_stale_lock (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (fixture->path, ".lock", NULL);

  fixture_close (fixture);
  write_all (lock, "", 0);
  fixture_reopen (fixture, XR_OPEN_WRITE);
  g_assert_false (xr_database_is_read_only (fixture->db));
}

static void
test_reader_leaves_the_lock (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XrDatabase) writer = NULL;

  fixture_reopen (fixture, XR_OPEN_READ);
  g_assert_true (xr_database_is_read_only (fixture->db));
  writer = xr_database_open (fixture->path, XR_OPEN_WRITE, NULL);
  g_assert_false (xr_database_is_read_only (writer));
}

/* ---------------------------------------------------------------- a folder without writing */

/* Runs the test again in a child that is nobody, if it is root's; for root every folder is writable. */
static gboolean
become_nobody (Fixture *fixture)
{
  if (geteuid () != 0)
    return TRUE;
  g_assert_cmpint (chown (fixture->folder, 65534, 65534), ==, 0);
  g_assert_cmpint (chown (fixture->path, 65534, 65534), ==, 0);
  return setresgid (65534, 65534, 65534) == 0 && setresuid (65534, 65534, 65534) == 0;
}

static void
assert_reads_in_locked_folder (Fixture *fixture, const char *height)
{
  g_autofree char *value = NULL;

  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  fixture_reopen (fixture, XR_OPEN_WRITE);
  g_assert_true (xr_database_is_read_only (fixture->db));
  value = fixture_query (fixture, "SELECT max (height) FROM record");
  g_assert_cmpstr (value, ==, height);
  assert_intact (fixture->db);
  fixture_close (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  fixture_record (fixture, "a", ROUND);
  fixture_close (fixture);
  if (become_nobody (fixture))
    assert_reads_in_locked_folder (fixture, "2");
}

/* As a crash leaves it: the newest entry is in the log only. */
static void
test_read_only_folder_with_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *main_content = NULL;
  g_autofree char *log_content = NULL;
  gsize main_length, log_length;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  fixture_record (fixture, "a", ROUND);
  main_content = read_all (fixture->path, &main_length);
  log_content = read_all (log, &log_length);
  fixture_close (fixture);
  write_all (fixture->path, main_content, main_length);
  write_all (log, log_content, log_length);
  if (become_nobody (fixture))
    {
      g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
      assert_reads_in_locked_folder (fixture, "2");
    }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

/* Whether another process finds SQLite's lock on the file; its place is in the file format, and SQLite calls it
 * SHARED_FIRST. */
static gboolean
is_locked_for_others (const char *path)
{
  struct flock lock = {
    .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000002, .l_len = 510
  };
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    {
      int fd = open (path, O_RDWR);
      _exit (fd >= 0 && fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* A thread that reads through a connection of its own must not take the locks of the one that writes away:
 * another program would then throw the log away, and what is written afterwards with it. */
static void
test_second_connection_keeps_locks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  XrDatabase *second;

  fixture_record (fixture, "round.add", ROUND);
  g_assert_true (is_locked_for_others (fixture->path));
  second = xr_database_open (fixture->path, XR_OPEN_READ, &error);
  g_assert_no_error (error);
  g_assert_true (is_locked_for_others (fixture->path));
  xr_database_close (second);
  g_assert_true (is_locked_for_others (fixture->path));
}

/* It writes under the lock of the first one, which lasts as long as either of them. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;
  XrDatabase *beside = xr_database_open_beside (fixture->db, &error);
  XrDatabase *stranger;

  g_assert_no_error (error);
  g_assert_false (xr_database_is_read_only (beside));
  g_assert_true (xr_record_begin (beside, &error));
  g_assert_true (xr_database_execute (beside, ROUND, &error));
  g_assert_true (xr_record_commit (beside, "round.add", "", "", "", 1, XR_ENTRY_NORMAL, &error));
  g_assert_no_error (error);
  count = fixture_query (fixture, "SELECT count(*) FROM round");
  g_assert_cmpstr (count, ==, "1");
  fixture_close (fixture);
  stranger = xr_database_open (fixture->path, XR_OPEN_WRITE, &error);
  g_assert_true (xr_database_is_read_only (stranger));
  xr_database_close (stranger);
  xr_database_close (beside);
  fixture_reopen (fixture, XR_OPEN_WRITE);
  g_assert_false (xr_database_is_read_only (fixture->db));
  assert_intact (fixture->db);
}

/* Where the file may only be read, so it is beside. */
static void
test_beside_a_reader (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrDatabase) reader = xr_database_open (fixture->path, XR_OPEN_READ, &error);
  g_autoptr (XrDatabase) beside = xr_database_open_beside (reader, &error);

  g_assert_no_error (error);
  g_assert_true (xr_database_is_read_only (beside));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/database/only-for-its-owner", test_only_for_its_owner);
  add ("/store/database/nothing-is-left-beside", test_nothing_is_left_beside);
  add ("/store/database/made-only-once", test_made_only_once);
  add ("/store/database/not-beside-an-orphaned-log", test_not_beside_an_orphaned_log);
  add ("/store/database/settings", test_settings);
  add ("/store/database/second-connection-keeps-locks", test_second_connection_keeps_locks);
  add ("/store/database/missing", test_missing);
  add ("/store/database/folder", test_folder);
  add ("/store/database/foreign", test_foreign);
  add ("/store/database/newer", test_newer);
  add ("/store/database/truncated", test_truncated);
  add ("/store/database/damaged-page", test_damaged_page);
  add ("/store/database/broken-constraint-is-no-damage", test_broken_constraint_is_no_damage);
  add ("/store/database/second-writer-reads", test_second_writer_reads);
  add ("/store/database/lock-is-given-back", test_lock_is_given_back);
  add ("/store/database/stale-lock", test_stale_lock);
  add ("/store/database/beside", test_beside);
  add ("/store/database/beside-a-reader", test_beside_a_reader);
  add ("/store/database/reader-leaves-the-lock", test_reader_leaves_the_lock);
  add ("/store/database/read-only-folder", test_read_only_folder);
  add ("/store/database/read-only-folder-with-log", test_read_only_folder_with_log);
  return g_test_run ();
}
