/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A program that is killed, and a disk that is full: what was acknowledged is there, nothing is half
 * done. The program re-runs itself as the one to be killed. */

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "fixture.h"

#define KILLS           12
#define WRITER_ARGUMENT "--write-until-killed"

static const char *program;

/* ---------------------------------------------------------------- the writer */

static void
write_entry (XrDatabase *db, guint n)
{

  if (!xr_record_begin (db, NULL))
    exit (1);
  for (guint i = 0; i <= n % 40; i++)
    xr_database_execute (db, "INSERT INTO round (title) VALUES (hex (randomblob (200)))", NULL);
  if (!xr_record_commit (db, "round.add", "", "", "", 0, XR_ENTRY_NORMAL, NULL))
    exit (1);
}

/* Writes, undoes and redoes for ever, and tells each height that is safe. */
static int
write_until_killed (const char *path)
{
  gboolean there = g_file_test (path, G_FILE_TEST_EXISTS);
  XrDatabase *db = xr_database_open (path, there ? XR_OPEN_WRITE : XR_OPEN_CREATE, NULL);

  if (db == NULL || xr_database_is_read_only (db))
    return 1;
  for (guint n = 0;; n++)
    {
      g_autoptr (XrEntry) head = NULL;
      g_autofree char *line = NULL;

      write_entry (db, n);
      if (n % 3 == 1)
        xr_record_undo (db, "", NULL);
      if (n % 6 == 1)
        xr_record_redo (db, "", NULL);
      head = xr_record_get_head (db);
      line = g_strdup_printf ("%d %s\n", (int) head->height, head->hash);
      if (write (STDOUT_FILENO, line, strlen (line)) < 0)
        return 1;
    }
}

/* ---------------------------------------------------------------- killing */

/* Returns: the last whole line that the writer told before it was killed, "" when it came to none */
static char *
run_and_kill (const char *path, guint microseconds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) writer = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                     program, WRITER_ARGUMENT, path, NULL);
  g_autoptr (GDataInputStream) output = NULL;
  char *last = g_strdup ("");
  char *line;

  g_assert_no_error (error);
  g_usleep (microseconds);
  g_subprocess_force_exit (writer);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (writer));
  while ((line = g_data_input_stream_read_line (output, NULL, NULL, NULL)) != NULL)
    {
      g_free (last);
      last = line;
    }
  g_subprocess_wait (writer, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (writer));
  return last;
}

static void
assert_has_entry (Fixture *fixture, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", 2);
  g_autofree char *sql = g_strdup_printf ("SELECT hash FROM record WHERE height = %s", parts[0]);
  g_autofree char *hash = fixture_query (fixture, sql);

  g_assert_cmpstr (hash, ==, parts[1]);
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  guint acknowledged = 0;

  fixture_close (fixture);
  for (int i = 0; i < KILLS; i++)
    {
      g_autofree char *last = run_and_kill (fixture->path,
                                            (guint) g_test_rand_int_range (10000, 120000));

      fixture_reopen (fixture, XR_OPEN_WRITE);
      g_assert_false (xr_database_is_read_only (fixture->db));
      assert_intact (fixture->db);
      if (*last != '\0')
        assert_has_entry (fixture, last);
      acknowledged += *last != '\0' ? 1 : 0;
      fixture_close (fixture);
    }
  g_assert_cmpuint (acknowledged, >, 0);
}

/* The file is whole from the moment that it has its name. */
static void
test_killed_while_making (Fixture *fixture, gconstpointer data)
{
  fixture_close (fixture);
  for (int i = 0; i < KILLS; i++)
    {
      g_autofree char *last = NULL;

      g_unlink (fixture->path);
      remove_folder (fixture->folder);
      g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
      last = run_and_kill (fixture->path, (guint) g_test_rand_int_range (1000, 15000));
      if (g_file_test (fixture->path, G_FILE_TEST_EXISTS))
        {
          fixture_reopen (fixture, XR_OPEN_WRITE);
          assert_intact (fixture->db);
          fixture_close (fixture);
        }
    }
}

static guint32
read_number (const char *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* Brings the first page of the file over from its log, and nothing else: the log begins with 32 bytes,
 * each page in it with 24, of which four are its number. */
static void
bring_first_page_over (char *file, const char *log, gsize length)
{
  gsize page_size = read_number (log + 8);
  gboolean found = FALSE;

  for (gsize at = 32; at + 24 + page_size <= length; at += 24 + page_size)
    if (read_number (log + at) == 1)
      {
        memcpy (file, log + at + 24, page_size);
        found = TRUE;
      }
  g_assert_true (found);
}

/* Killed while the log was brought over into the file: only both together are whole. */
static void
test_killed_while_closing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log_path = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *file = NULL, *log = NULL, *count = NULL;
  gsize file_length, log_length;

  fixture_record (fixture, "round.add",
                  "WITH n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
                  " INSERT INTO round (title) SELECT hex (randomblob (200)) FROM n");
  g_assert_true (g_file_get_contents (fixture->path, &file, &file_length, NULL));
  g_assert_true (g_file_get_contents (log_path, &log, &log_length, NULL));
  fixture_close (fixture);
  bring_first_page_over (file, log, log_length);
  g_assert_true (g_file_set_contents (fixture->path, file, (gssize) file_length, NULL));
  g_assert_true (g_file_set_contents (log_path, log, (gssize) log_length, NULL));
  fixture_reopen (fixture, XR_OPEN_READ);
  assert_intact (fixture->db);
  count = fixture_query (fixture, "SELECT count (*) FROM round");
  g_assert_cmpstr (count, ==, "300");
  fixture_reopen (fixture, XR_OPEN_WRITE);
  assert_intact (fixture->db);
}

/* ---------------------------------------------------------------- a full disk */

static void
set_file_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* Returns: the error that ended the attempt */
static GError *
write_until_full (XrDatabase *db)
{
  GError *error = NULL;

  while (xr_record_begin (db, &error))
    {
      for (int i = 0; error == NULL && i < 50; i++)
        xr_database_execute (db, "INSERT INTO round (title) VALUES (hex (randomblob (500)))",
                             &error);
      if (error != NULL)
        xr_record_rollback (db);
      else
        xr_record_commit (db, "round.add", "", "", "", 0, XR_ENTRY_NORMAL, &error);
      if (error != NULL)
        break;
    }
  return error;
}

static void
fill_the_disk (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrEntry) before = NULL;
  g_autofree char *count = NULL;

  signal (SIGXFSZ, SIG_IGN);
  set_file_limit (1024 * 1024);
  error = write_until_full (fixture->db);
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_FULL);

  set_file_limit (RLIM_INFINITY);
  before = xr_record_get_head (fixture->db);
  count = fixture_query (fixture, "SELECT count (*) FROM round");
  g_assert_cmpint (atoi (count), ==, (before->height - 1) * 50);
  fixture_record (fixture, "round.add", "INSERT INTO round (title) VALUES ('后')");
  fixture_reopen (fixture, XR_OPEN_WRITE);
  assert_intact (fixture->db);
}

/* In a child, because the limit holds for the whole process. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      fill_the_disk (fixture);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_full_disk_for_a_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "copy.xuanren", NULL);
  g_autofree char *names = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  signal (SIGXFSZ, SIG_IGN);
  set_file_limit (64 * 1024);
  g_assert_false (xr_database_backup (fixture->db, path, FALSE, NULL, &error));
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_FULL);
  set_file_limit (RLIM_INFINITY);
  fixture_close (fixture);
  names = list_folder (fixture->folder);
  g_assert_cmpstr (names, ==, "office.xuanren");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  program = argv[0];
  if (argc == 3 && strcmp (argv[1], WRITER_ARGUMENT) == 0)
    return write_until_killed (argv[2]);
  g_test_init (&argc, &argv, NULL);
  add ("/store/crash/killed", test_killed);
  add ("/store/crash/killed-while-making", test_killed_while_making);
  add ("/store/crash/killed-while-closing", test_killed_while_closing);
  add ("/store/crash/full-disk", test_full_disk);
  add ("/store/crash/full-disk-for-a-backup", test_full_disk_for_a_backup);
  return g_test_run ();
}
