/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line as scripts see it: lines, documents, exit statuses. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "cli/cli.h"

typedef struct
{
  char *folder, *office;
  char *out, *err; /* of the last run */
} Shell;

static void
shell_set_up (Shell *shell, gconstpointer data)
{
  shell->folder = g_dir_make_tmp ("xuanren-XXXXXX", NULL);
  shell->office = g_build_filename (shell->folder, "office.xuanren", NULL);
}

static void
shell_tear_down (Shell *shell, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (shell->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (shell->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (shell->folder);
  g_free (shell->folder);
  g_free (shell->office);
  g_free (shell->out);
  g_free (shell->err);
}

static char *
in_folder (Shell *shell, const char *name)
{
  return g_build_filename (shell->folder, name, NULL);
}

static char *
example (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "examples", name, NULL);
}

/* Runs a subcommand without a display and returns its exit status. */
static int
run (Shell *shell, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  const char *argument;
  va_list list;

  g_ptr_array_add (arguments, (char *) g_getenv ("XUANREN_CLI"));
  va_start (list, shell);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, (char *) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_clear_pointer (&shell->out, g_free);
  g_clear_pointer (&shell->err, g_free);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &shell->out, &shell->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

#define RUN(...) run (shell, __VA_ARGS__, NULL)

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);
  g_assert_no_error (error);
  return node;
}

static void
import_example (Shell *shell, const char *name)
{
  g_autofree char *book = example (name);

  g_assert_cmpint (RUN ("new", shell->office), ==, 0);
  g_assert_cmpint (RUN ("import", shell->office, book), ==, 0);
  g_assert_cmpstr (shell->err, ==, "");
  g_assert_cmpstr (shell->out, ==, "1\n");
}

static void
test_examples_give_their_result (Shell *shell, gconstpointer data)
{
  g_autofree char *path = example ("bureau-round.result.json");
  g_autofree char *wanted = NULL;
  g_autoptr (JsonNode) theirs = NULL;
  g_autoptr (JsonNode) ours = NULL;

  g_assert_true (g_file_get_contents (path, &wanted, NULL, NULL));
  theirs = parse (wanted);
  import_example (shell, data);
  g_assert_cmpint (RUN ("result", shell->office, "1", "--json"), ==, 0);
  ours = parse (shell->out);
  g_assert_true (json_node_equal (ours, theirs));
  g_assert_cmpint (RUN ("result", shell->office, "1"), ==, 0);
  g_assert_nonnull (strstr (shell->out, "88.60"));
}

static void
test_usage (Shell *shell, gconstpointer data)
{
  g_assert_cmpint (RUN ("--help"), ==, 0);
  g_assert_nonnull (strstr (shell->out, "xuanren verify FILE [--seal S] [--json]"));
  g_assert_nonnull (strstr (shell->out, "xuanren lrmx FILE N OUTDIR"));
  g_assert_cmpint (RUN ("--version"), ==, 0);
  g_assert_cmpint (RUN ("form", "--list"), ==, 0);
  g_assert_nonnull (strstr (shell->out, "announcement\t竞岗公告\tround"));
  g_assert_cmpint (RUN ("form", shell->office, "1", "no-such-form", "out.pdf"), ==, 2);
  g_assert_cmpint (RUN ("new"), ==, 2);
  g_assert_nonnull (strstr (shell->err, "xuanren new FILE"));
  g_assert_cmpint (RUN ("new", "a", "b"), ==, 2);
  g_assert_cmpint (RUN ("new", ""), ==, 2);
  g_assert_cmpint (RUN ("status", shell->office, "one"), ==, 2);
  g_assert_cmpint (RUN ("status", shell->office, "0"), ==, 2);
  g_assert_cmpint (RUN ("advance", shell->office, "1", "--json"), ==, 2);
  g_assert_cmpint (RUN ("import", shell->office, "b.xlsx", "--round"), ==, 2);
}

static void
test_missing_files_are_refused (Shell *shell, gconstpointer data)
{
  static const char *const commands[] = { "rounds", "verify" };
  g_autofree char *book = example ("bureau-round.openpyxl.xlsx");

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_assert_cmpint (RUN (commands[i], shell->office), ==, 1);
      g_assert_cmpstr (shell->err, !=, "");
    }
  g_assert_cmpint (RUN ("import", shell->office, book), ==, 1);
  g_assert_false (g_file_test (shell->office, G_FILE_TEST_EXISTS));
  g_assert_cmpint (RUN ("new", shell->office), ==, 0);
  g_assert_cmpint (RUN ("new", shell->office), ==, 1);
  g_assert_cmpint (RUN ("status", shell->office, "1"), ==, 1);
  g_assert_cmpint (RUN ("import", shell->office, book, "--round", "7"), ==, 1);
  g_assert_cmpint (RUN ("import", shell->office, "/nonexistent.xlsx"), ==, 1);
}

static void
test_rounds (Shell *shell, gconstpointer data)
{
  g_autoptr (JsonNode) document = NULL;

  g_assert_cmpint (RUN ("new", shell->office), ==, 0);
  g_assert_cmpint (RUN ("rounds", shell->office), ==, 0);
  g_assert_cmpstr (shell->out, ==, "");
  g_assert_cmpint (g_remove (shell->office), ==, 0);
  import_example (shell, "bureau-round.openpyxl.xlsx");
  g_assert_cmpint (RUN ("rounds", shell->office), ==, 0);
  g_assert_true (g_str_has_prefix (shell->out, "1\t"));
  g_assert_true (g_str_has_suffix (shell->out, "\t2026年局机关科级岗位竞争上岗\n"));
  g_assert_cmpint (RUN ("rounds", shell->office, "--json"), ==, 0);
  document = parse (shell->out);
  g_assert_cmpint (json_array_get_length (
                     json_object_get_array_member (json_node_get_object (document), "rounds")),
                   ==, 1);
}

static void
test_status_and_advance (Shell *shell, gconstpointer data)
{
  g_autoptr (JsonNode) document = NULL;
  JsonObject *root = NULL;

  import_example (shell, "bureau-round.openpyxl.xlsx");
  g_assert_cmpint (RUN ("status", shell->office, "1"), ==, 0);
  g_assert_cmpint (RUN ("status", shell->office, "1", "--json"), ==, 0);
  document = parse (shell->out);
  root = json_node_get_object (document);
  g_assert_cmpstr (json_object_get_string_member (root, "stage"), ==, "announce");
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (root, "stages")), ==, 10);
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (root, "gates")), >, 5);
  g_assert_cmpint (RUN ("advance", shell->office, "1"), ==, 3);
  g_assert_cmpstr (shell->err, !=, "");
}

static void
test_eligibility (Shell *shell, gconstpointer data)
{
  g_autoptr (JsonNode) document = NULL;
  JsonObject *first = NULL;

  import_example (shell, "bureau-round.openpyxl.xlsx");
  g_assert_cmpint (RUN ("eligibility", shell->office, "1"), ==, 0);
  g_assert_cmpint (RUN ("eligibility", shell->office, "1", "--json"), ==, 0);
  document = parse (shell->out);
  first = json_array_get_object_element (
    json_object_get_array_member (json_node_get_object (document), "candidates"), 0);
  g_assert_cmpstr (json_object_get_string_member (first, "number"), ==, "01");
  g_assert_true (json_object_has_member (first, "rules"));
  g_assert_true (json_object_has_member (first, "state"));
}

static char *
seal_of (Shell *shell)
{
  g_autoptr (JsonNode) document = NULL;

  g_assert_cmpint (RUN ("verify", shell->office, "--json"), ==, 0);
  document = parse (shell->out);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (document), "intact"));
  return g_strdup (json_object_get_string_member (json_node_get_object (document), "seal"));
}

static void
test_verify (Shell *shell, gconstpointer data)
{
  g_autofree char *seal = NULL;
  g_autofree char *book = example ("bureau-round.openpyxl.xlsx");

  import_example (shell, "bureau-round.openpyxl.xlsx");
  seal = seal_of (shell);
  g_assert_cmpint (RUN ("import", shell->office, book), ==, 0);
  g_assert_cmpstr (shell->out, ==, "2\n");
  g_assert_cmpint (RUN ("verify", shell->office, "--seal", seal), ==, 0);
  g_assert_cmpint (RUN ("verify", shell->office, "--seal", "1234"), ==, 1);
}

static void
test_verify_refuses_foreign_files (Shell *shell, gconstpointer data)
{
  g_assert_true (g_file_set_contents (shell->office, "no office file", -1, NULL));
  g_assert_cmpint (RUN ("verify", shell->office), ==, 1);
  g_assert_cmpstr (shell->err, !=, "");
}

static void
test_backup_and_report (Shell *shell, gconstpointer data)
{
  g_autofree char *copy = in_folder (shell, "copy.xuanren");
  g_autofree char *report = in_folder (shell, "report.xlsx");

  import_example (shell, "bureau-round.openpyxl.xlsx");
  g_assert_cmpint (RUN ("backup", shell->office, copy), ==, 0);
  g_assert_cmpint (RUN ("backup", shell->office, copy), ==, 1);
  g_assert_cmpint (RUN ("verify", copy), ==, 0);
  g_assert_cmpint (RUN ("report", copy, "1", report), ==, 0);
  g_assert_true (g_file_test (report, G_FILE_TEST_IS_REGULAR));
}

/* Whatever is named by mistake where a report goes must not be lost. */
static void
test_reports_replace_workbooks_only (Shell *shell, gconstpointer data)
{
  g_autofree char *report = in_folder (shell, "report.xlsx");
  g_autofree char *text = in_folder (shell, "notes.txt");

  import_example (shell, "bureau-round.openpyxl.xlsx");
  g_assert_cmpint (RUN ("report", shell->office, "1", shell->office), ==, 1);
  g_assert_cmpstr (shell->err, !=, "");
  g_assert_cmpint (RUN ("verify", shell->office), ==, 0);
  g_assert_true (g_file_set_contents (text, "notes", -1, NULL));
  g_assert_cmpint (RUN ("report", shell->office, "1", text), ==, 1);
  g_assert_cmpint (RUN ("report", shell->office, "1", report), ==, 0);
  g_assert_cmpint (RUN ("report", shell->office, "1", report), ==, 0);
}

static void
test_output_that_is_lost (Shell *shell, gconstpointer data)
{
  g_autofree char *command = NULL;
  int status = 0;

  import_example (shell, "bureau-round.openpyxl.xlsx");
  command = g_strdup_printf ("\"$XUANREN_CLI\" rounds '%s' > /dev/full 2> /dev/null",
                             shell->office);
  status = system (command);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
}

static void
test_words_that_are_subcommands (Shell *shell, gconstpointer data)
{
  const char *mistyped[] = { "xuanren", "reslt", NULL };
  const char *with_arguments[] = { "xuanren", "./reslt", "1", NULL };
  const char *file[] = { "xuanren", "office.xuanren", NULL };
  const char *option[] = { "xuanren", "--gapplication-service", NULL };

  g_assert_true (xr_cli_is_meant (2, (char **) mistyped));
  g_assert_true (xr_cli_is_meant (3, (char **) with_arguments));
  g_assert_false (xr_cli_is_meant (1, (char **) file));
  g_assert_false (xr_cli_is_meant (2, (char **) file));
  g_assert_false (xr_cli_is_meant (2, (char **) option));
}

static void
test_pipes_are_no_workbooks (Shell *shell, gconstpointer data)
{
  g_autofree char *pipe = in_folder (shell, "pipe.xlsx");

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (RUN ("new", shell->office), ==, 0);
  g_assert_cmpint (RUN ("import", shell->office, pipe), ==, 1);
}

static void
test_demo (Shell *shell, gconstpointer data)
{
  g_assert_cmpint (RUN ("demo", shell->office), ==, 0);
  g_assert_cmpint (RUN ("verify", shell->office), ==, 0);
  g_assert_cmpint (RUN ("rounds", shell->office), ==, 0);
  g_assert_cmpint (RUN ("demo", shell->office), ==, 1);
}

static void
test_tampering_is_found (Shell *shell, gconstpointer data)
{
  sqlite3 *db = NULL;

  import_example (shell, "bureau-round.openpyxl.xlsx");
  g_assert_cmpint (sqlite3_open (shell->office, &db), ==, SQLITE_OK);
  g_assert_cmpint (
    sqlite3_exec (db, "UPDATE score SET value = value + 1 WHERE id = 1", NULL, NULL, NULL), ==,
    SQLITE_OK);
  sqlite3_close (db);
  g_assert_cmpint (RUN ("verify", shell->office), ==, 3);
  g_assert_nonnull (strstr (shell->err, "score"));
  g_assert_cmpstr (shell->out, ==, "");
}

/* A file that lost a column says so, whatever is asked of it, and never that it holds nothing. */
static void
test_lost_columns_are_named (Shell *shell, gconstpointer data)
{
  static const char *const lost[] = { "round DROP COLUMN unit", "candidate DROP COLUMN school" };
  static const char *const titles[] = { "Rounds", "Candidates" };
  g_autofree char *paper = in_folder (shell, "plan.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (lost); i++)
    {
      g_autofree char *sql = g_strconcat ("ALTER TABLE ", lost[i], NULL);
      sqlite3 *db = NULL;

      g_unlink (shell->office);
      import_example (shell, "bureau-round.openpyxl.xlsx");
      g_assert_cmpint (sqlite3_open (shell->office, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);
      g_assert_cmpint (RUN ("rounds", shell->office), ==, 1);
      g_assert_nonnull (strstr (shell->err, titles[i]));
      g_assert_cmpint (RUN ("status", shell->office, "1"), ==, 1);
      g_assert_nonnull (strstr (shell->err, titles[i]));
      g_assert_cmpint (RUN ("result", shell->office, "1"), ==, 1);
      g_assert_nonnull (strstr (shell->err, titles[i]));
      g_assert_cmpint (RUN ("form", shell->office, "1", "plan", paper), ==, 1);
      g_assert_nonnull (strstr (shell->err, titles[i]));
      g_assert_false (g_file_test (paper, G_FILE_TEST_EXISTS));
      g_assert_cmpint (RUN ("verify", shell->office), !=, 0);
    }
}

/* A report is a workbook too, but none of the interchange. */
static void
test_faulty_books_leave_nothing (Shell *shell, gconstpointer data)
{
  g_autofree char *report = in_folder (shell, "report.xlsx");

  import_example (shell, "bureau-round.openpyxl.xlsx");
  g_assert_cmpint (RUN ("report", shell->office, "1", report), ==, 0);
  g_assert_cmpint (RUN ("import", shell->office, report), ==, 1);
  g_assert_true (g_str_has_prefix (shell->err, report));
  g_assert_cmpstr (shell->out, ==, "");
  g_assert_cmpint (RUN ("status", shell->office, "2"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, data, function)                                                                 \
  g_test_add ("/cli/" name, Shell, data, shell_set_up, function, shell_tear_down)
  TEST ("the example of openpyxl gives its result", "bureau-round.openpyxl.xlsx",
        test_examples_give_their_result);
  TEST ("the example of LibreOffice gives its result", "bureau-round.libreoffice.xlsx",
        test_examples_give_their_result);
  TEST ("the example of Gnumeric gives its result", "bureau-round.gnumeric.xlsx",
        test_examples_give_their_result);
  TEST ("wrong usage", NULL, test_usage);
  TEST ("missing files and rounds are refused", NULL, test_missing_files_are_refused);
  TEST ("rounds", NULL, test_rounds);
  TEST ("status and advance", NULL, test_status_and_advance);
  TEST ("eligibility", NULL, test_eligibility);
  TEST ("verify", NULL, test_verify);
  TEST ("verify refuses foreign files", NULL, test_verify_refuses_foreign_files);
  TEST ("demo", NULL, test_demo);
  TEST ("tampering is found", NULL, test_tampering_is_found);
  TEST ("lost columns are named", NULL, test_lost_columns_are_named);
  TEST ("faulty books leave nothing", NULL, test_faulty_books_leave_nothing);
  TEST ("backup and report", NULL, test_backup_and_report);
  TEST ("reports replace workbooks only", NULL, test_reports_replace_workbooks_only);
  TEST ("output that is lost", NULL, test_output_that_is_lost);
  TEST ("words that are subcommands", NULL, test_words_that_are_subcommands);
  TEST ("pipes are no workbooks", NULL, test_pipes_are_no_workbooks);
  return g_test_run ();
}
