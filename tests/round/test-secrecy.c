/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keyed ballot is in the file at once, and nothing in the file tells when or in which turn it was
 * keyed: no entry of the record, no id, and no place of its bytes in the file. */

#include "keyed-round.h"

#include <math.h>
#include <string.h>

#define N_BALLOTS 60

#define INT(sql) fixture_int (&keyed->base, sql)

static gint64
key (KeyedRound *keyed, const char *number)
{
  g_autoptr (GError) error = NULL;
  gint64 id = keyed_round_ballot (keyed, XR_KEYING_FIRST, NULL, keyed->groups[0], number, 100, 80,
                                  &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static void
settle (KeyedRound *keyed, guint fewest)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (xr_waiting_settle (keyed->base.office, keyed->base.round, fewest, &error));
  g_assert_no_error (error);
}

/* ---- at once in the file, in the record as a batch */

static void
test_counts_while_it_waits (KeyedRound *keyed, gconstpointer data)
{
  gint64 before = INT ("SELECT max(height) FROM record");
  const XrCase *contest = NULL;

  key (keyed, "1");
  g_assert_nonnull (xr_round_get_result (keyed->base.office, keyed->base.round, &contest, NULL));
  g_assert_cmpuint (contest->graded_sums->len, >, 0);
  g_assert_cmpint (INT ("SELECT max(height) FROM record"), ==, before);
  g_assert_cmpuint (xr_waiting_count (keyed->base.office, keyed->graded), ==, 1);
  keyed_round_assert_intact (keyed);
}

static void
test_batch_is_one_entry (KeyedRound *keyed, gconstpointer data)
{
  gint64 before = INT ("SELECT max(height) FROM record");

  for (guint i = 1; i <= 7; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      key (keyed, number);
    }
  settle (keyed, 8);
  g_assert_cmpint (INT ("SELECT max(height) FROM record"), ==, before);
  settle (keyed, 7);
  g_assert_cmpint (INT ("SELECT max(height) FROM record"), ==, before + 1);
  g_assert_cmpint (INT ("SELECT count(*) FROM waiting_sheet"), ==, 0);
  g_assert_cmpint (INT ("SELECT count(*) FROM ballot"), ==, 7);
  g_assert_cmpint (INT ("SELECT count(*) FROM mark"), ==, 42);
  keyed_round_assert_intact (keyed);
}

/* What waits came last, so it goes first; and comes again. */
static void
test_undo_takes_the_batch (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  key (keyed, "1");
  key (keyed, "2");
  label = xr_office_dup_undo_label (keyed->base.office);
  g_assert_nonnull (strstr (label, "2"));
  g_assert_true (xr_office_undo (keyed->base.office, &error));
  g_assert_cmpint (INT ("SELECT count(*) FROM ballot"), ==, 0);
  g_assert_true (xr_office_redo (keyed->base.office, &error));
  g_assert_cmpint (INT ("SELECT count(*) FROM ballot"), ==, 2);
  keyed_round_assert_intact (keyed);
}

/* A later change is taken back first; what waits comes after it. */
static void
test_undo_goes_by_time (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  XrOffice *office = keyed->base.office;
  g_autoptr (GPtrArray) posts = xr_office_query (office, xr_table_find ("post"), NULL, 0);
  XrRow *post = g_ptr_array_index (posts, 0);

  key (keyed, "1");
  xr_row_set (post, "note", "later");
  g_assert_true (xr_office_save (office, post, &error));
  g_assert_true (xr_office_undo (office, &error));
  g_assert_cmpint (INT ("SELECT count(*) FROM post WHERE note = 'later'"), ==, 0);
  g_assert_cmpint (INT ("SELECT count(*) FROM ballot"), ==, 1);
  g_assert_true (xr_office_redo (office, &error));
  g_assert_cmpint (INT ("SELECT count(*) FROM post WHERE note = 'later'"), ==, 1);
  g_assert_true (xr_office_undo (office, &error));
  g_assert_true (xr_office_undo (office, &error));
  g_assert_cmpint (INT ("SELECT count(*) FROM ballot"), ==, 0);
  g_assert_no_error (error);
  keyed_round_assert_intact (keyed);
}

/* Corrected or taken back before its batch, a ballot leaves nothing in the record. */
static void
test_corrected_while_it_waits (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 before = INT ("SELECT max(height) FROM record");
  g_autoptr (XrKeyedSheet) sheet = NULL;
  gint64 gone;

  sheet = xr_keying_load_ballot (keyed->base.office, XR_KEYING_FIRST, key (keyed, "1"));
  gone = key (keyed, "2");
  g_array_index (sheet->cells, XrKeyedCell, 0).value = 40 * XR_DECIMAL_SCALE;
  g_assert_true (
    xr_ballot_save (keyed->base.office, XR_KEYING_FIRST, NULL, keyed->graded, sheet, &error));
  g_assert_true (xr_ballot_remove (keyed->base.office, XR_KEYING_FIRST, gone, &error));
  g_assert_cmpint (INT ("SELECT max(height) FROM record"), ==, before);
  g_assert_cmpint (INT ("SELECT count(*) FROM mark WHERE points = 400000"), ==, 1);
  settle (keyed, 1);
  g_assert_cmpint (INT ("SELECT count(*) FROM ballot"), ==, 1);
  keyed_round_assert_intact (keyed);
  /* After its batch a correction is an entry like any other. */
  g_assert_true (
    xr_ballot_save (keyed->base.office, XR_KEYING_FIRST, NULL, keyed->graded, sheet, &error));
  g_assert_true (xr_ballot_remove (keyed->base.office, XR_KEYING_FIRST, sheet->id, &error));
  g_assert_cmpint (INT ("SELECT max(height) FROM record"), ==, before + 2);
  keyed_round_assert_intact (keyed);
}

/* A row that the record has can't be hidden among those that wait. */
static void
test_hiding_shows (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrVerification) verification = NULL;
  XrDatabase *db = xr_office_get_database (keyed->base.office);

  key (keyed, "1");
  settle (keyed, 1);
  g_assert_true (xr_waiting_begin (db, &error));
  g_assert_true (
    xr_database_execute (db, "INSERT INTO waiting_sheet SELECT 1, id FROM ballot", &error));
  g_assert_true (xr_database_execute (db, "UPDATE mark SET points = 400000", &error));
  g_assert_true (xr_waiting_commit (db, &error));
  verification = xr_record_verify (db, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (verification->intact);
}

/* ---- no order */

/* Spearman's rank correlation of places with the turn of keying; places are all different. */
static double
correlate (const gsize *places, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      guint rank = 0;
      for (guint j = 0; j < n; j++)
        rank += places[j] < places[i];
      sum += ((double) rank - i) * ((double) rank - i);
    }
  return 1 - 6 * sum / ((double) n * ((double) n * n - 1));
}

/* With 60 ballots that lie by chance, a correlation over 0.6 comes once in a million times. */
static void
assert_unrelated (const gsize *places, guint n, const char *what)
{
  double correlation = correlate (places, n);

  if (fabs (correlation) > 0.6)
    g_error ("%s tells the order of keying: %f", what, correlation);
}

/* The bytes of each ballot's number in @data, the occurrence that is @nth from the front. FALSE when not
 * all numbers have so many. */
static gboolean
find_occurrence (const char *data, gsize length, char **numbers, guint nth, gsize *places)
{
  for (guint i = 0; i < N_BALLOTS; i++)
    {
      const char *at = data;
      guint left = nth + 1;

      while (left > 0)
        {
          at = memmem (at, length - (gsize) (at - data), numbers[i], strlen (numbers[i]));
          if (at == NULL)
            return FALSE;
          places[i] = (gsize) (at - data);
          at++;
          left--;
        }
    }
  return TRUE;
}

static guint
assert_bytes_tell_nothing (const char *data, gsize length, char **numbers, const char *what)
{
  gsize places[N_BALLOTS];
  guint nth = 0;

  for (; find_occurrence (data, length, numbers, nth, places); nth++)
    assert_unrelated (places, N_BALLOTS, what);
  return nth;
}

static void
assert_ids_tell_nothing (KeyedRound *keyed, const gint64 *ids)
{
  gsize places[N_BALLOTS];

  for (guint i = 0; i < N_BALLOTS; i++)
    places[i] = (gsize) ids[i];
  assert_unrelated (places, N_BALLOTS, "The id of a ballot");
}

static void
assert_entry_tells_nothing (KeyedRound *keyed, char **numbers)
{
  g_autoptr (XrStatement) entry = xr_database_prepare (
    xr_office_get_database (keyed->base.office),
    "SELECT payload FROM record WHERE kind = 'ballot.batch'", NULL);
  g_autoptr (GBytes) payload = NULL;
  gsize length;
  const char *bytes;

  g_assert_cmpint (xr_statement_step (entry, NULL), ==, XR_STEP_ROW);
  payload = xr_statement_dup_blob (entry, 0);
  bytes = g_bytes_get_data (payload, &length);
  g_assert_cmpuint (assert_bytes_tell_nothing (bytes, length, numbers, "The entry"), >, 0);
  g_assert_cmpint (xr_statement_step (entry, NULL), ==, XR_STEP_DONE);
}

/* The main file as it lies on the disk, and the log beside it, which is empty. */
static void
assert_file_tells_nothing (KeyedRound *keyed, char **numbers)
{
  const char *path = xr_office_get_path (keyed->base.office);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *content = NULL;
  g_autofree char *log_content = NULL;
  gsize length, log_length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (assert_bytes_tell_nothing (content, length, numbers, "The file"), >, 1);
  g_assert_true (g_file_get_contents (log, &log_content, &log_length, NULL));
  g_assert_cmpuint (log_length, ==, 0);
}

/* The numbers are written on the sheets after they were mixed; here they are given by chance, so that
 * the number itself, which is for matching two keyings, says nothing of the turn. */
static void
test_order_is_lost (KeyedRound *keyed, gconstpointer data)
{
  g_auto (GStrv) numbers = g_new0 (char *, N_BALLOTS + 1);
  gint64 ids[N_BALLOTS];

  for (guint i = 0; i < N_BALLOTS; i++)
    {
      numbers[i] = g_strdup_printf ("N%08x", (guint) g_test_rand_int ());
      ids[i] = key (keyed, numbers[i]);
    }
  settle (keyed, 1);
  assert_ids_tell_nothing (keyed, ids);
  assert_entry_tells_nothing (keyed, numbers);
  assert_file_tells_nothing (keyed, numbers);
  keyed_round_assert_intact (keyed);
}

/* The test itself: bytes that lie in the turn of keying are found out. */
static void
test_order_would_be_found (void)
{
  gsize places[N_BALLOTS];

  for (guint i = 0; i < N_BALLOTS; i++)
    places[i] = 100 + 7 * i;
  g_assert_cmpfloat (correlate (places, N_BALLOTS), >, 0.99);
}

static void
add (const char *path, void (*test) (KeyedRound *, gconstpointer))
{
  g_test_add (path, KeyedRound, NULL, keyed_round_set_up, test, keyed_round_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/secrecy/counts-while-it-waits", test_counts_while_it_waits);
  add ("/secrecy/batch-is-one-entry", test_batch_is_one_entry);
  add ("/secrecy/undo-takes-the-batch", test_undo_takes_the_batch);
  add ("/secrecy/undo-goes-by-time", test_undo_goes_by_time);
  add ("/secrecy/corrected-while-it-waits", test_corrected_while_it_waits);
  add ("/secrecy/hiding-shows", test_hiding_shows);
  add ("/secrecy/order-is-lost", test_order_is_lost);
  g_test_add_func ("/secrecy/order-would-be-found", test_order_would_be_found);
  return g_test_run ();
}
