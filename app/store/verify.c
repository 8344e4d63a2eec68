/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Verification of an office file: SQLite's own checks, the chain of entries, and the replay of the
 * chain against the tables. It only reads, and all of it in one read transaction, so that a writer in
 * another program is no fault. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/record-private.h"
#include "store/verify-private.h"

#define MAX_FAULTS   200
#define STEPS_A_LOOK 20000

typedef struct
{
  XrDatabase *db;
  sqlite3 *scratch;
  XrVerification *verification;
  GCancellable *cancellable;
  const char *seal; /* normalised, or NULL */
  gint64 version;   /* schema version that the replay has come to */
  gint64 height;    /* of the entry before */
  char *hash;       /* of the entry before */
  gboolean stuck;   /* the replay has failed */
} Verifier;

void
xr_verification_free (XrVerification *verification)
{
  g_ptr_array_unref (verification->faults);
  g_free (verification);
}

void
xr_verification_add_fault (XrVerification *verification, char *sentence)
{
  GPtrArray *faults = verification->faults;

  verification->intact = FALSE;
  if (faults->len < MAX_FAULTS)
    g_ptr_array_add (faults, sentence);
  else
    g_free (sentence);
  if (faults->len == MAX_FAULTS)
    g_ptr_array_add (faults, g_strdup (_ ("There are more faults than are listed here.")));
}

static XrEntryWordsFunc entry_words;

void
xr_record_set_words (XrEntryWordsFunc func)
{
  entry_words = func;
}

/* Returns: (transfer full): @entry for people, `7 (Add candidate: 王芳)`; without anybody who knows the
 * words `7 (candidate.add, 王芳)` */
static char *
show_entry (const XrEntry *entry)
{
  g_autofree char *words = entry_words != NULL ? entry_words (entry) : NULL;

  if (words != NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT " (%s)", entry->height, words);
  return g_strdup_printf ("%" G_GINT64_FORMAT " (%s, %s)", entry->height, entry->kind,
                          entry->subject);
}

/* ---------------------------------------------------------------- SQLite's own checks */

static void
report_finding (Verifier *verifier, XrStatement *statement)
{
  const char *finding = xr_statement_get_text (statement, 0);

  if (g_str_equal (finding, "ok"))
    return;
  g_debug ("integrity check: %s", finding);
  xr_verification_add_fault (
    verifier->verification,
    g_strdup (_ ("The parts of the file do not fit together: it was damaged on the disk.")));
}

static void
report_dangling (Verifier *verifier, XrStatement *statement)
{
  const char *row = xr_statement_get_text (statement, 1);

  xr_verification_add_fault (
    verifier->verification,
    g_strdup_printf (_ ("Table “%1$s”, row %2$s: it points to a row of “%3$s” that is not there."),
                     xr_store_word (xr_statement_get_text (statement, 0), NULL),
                     row != NULL ? row : "?",
                     xr_store_word (xr_statement_get_text (statement, 2), NULL)));
}

static gboolean
run_check (Verifier *verifier, const char *pragma, void (*report) (Verifier *, XrStatement *),
           GError **error)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (verifier->db, pragma, error);
  XrStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = xr_statement_step (statement, error)) == XR_STEP_ROW)
    report (verifier, statement);
  return step == XR_STEP_DONE;
}

/* ---------------------------------------------------------------- the chain */

static char *
show_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static void
report_gap (Verifier *verifier, gint64 first, gint64 last)
{
  g_autofree char *from = show_number (first);
  g_autofree char *to = show_number (last);

  xr_verification_add_fault (
    verifier->verification,
    first == last ? g_strdup_printf (_ ("The entry %s is missing."), from)
                  : g_strdup_printf (_ ("The entries %1$s to %2$s are missing."), from, to));
}

static void
check_place (Verifier *verifier, const XrEntry *entry)
{
  g_autofree char *shown = NULL;

  if (entry->height > verifier->height + 1)
    {
      report_gap (verifier, verifier->height + 1, entry->height - 1);
      return;
    }
  if (entry->height == verifier->height + 1 && g_str_equal (entry->parent, verifier->hash))
    return;
  shown = show_entry (entry);
  xr_verification_add_fault (
    verifier->verification,
    g_strdup_printf (_ ("The entry %s does not continue the entry before it."), shown));
}

/* The hash is made over C strings and flags that we know; a text with a zero byte in it, or a flag
 * beyond ours, would hide behind them. */
static gboolean
is_plain (XrStatement *statement, const XrEntry *entry)
{
  sqlite3_stmt *handle = xr_statement_get_handle (statement);

  for (int i = 0; i < xr_statement_n_columns (statement) - 1; i++)
    if (sqlite3_column_type (handle, i) == SQLITE_TEXT
        && strlen (xr_statement_get_text (statement, i))
             != (gsize) sqlite3_column_bytes (handle, i))
      return FALSE;
  return xr_statement_get_int (statement, 9) == (gint64) entry->flags;
}

static void
check_content (Verifier *verifier, XrStatement *statement, const XrEntry *entry,
               const void *payload, gsize length)
{
  g_autofree char *hash = xr_entry_dup_hash (entry, payload, length);

  if (!g_str_equal (hash, entry->hash) || !is_plain (statement, entry))
    {
      g_autofree char *shown = show_entry (entry);

      xr_verification_add_fault (
        verifier->verification,
        g_strdup_printf (_ ("The entry %s was changed: its hash does not fit what it says."),
                         shown));
    }
}

static void
replay (Verifier *verifier, const XrEntry *entry, const void *payload, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;

  if (verifier->stuck
      || xr_replay_entry (verifier->scratch, entry, payload, length, &verifier->version, &error))
    return;
  verifier->stuck = TRUE;
  shown = show_entry (entry);
  xr_verification_add_fault (
    verifier->verification,
    g_strdup_printf (
      _ ("The entry %1$s can not be done again, so the tables can not be compared: %2$s"), shown,
      error->message));
}

static void
look_for_seal (Verifier *verifier, const XrEntry *entry)
{
  g_autofree char *seal = verifier->seal != NULL ? xr_seal_from_hash (entry->hash) : NULL;

  if (g_strcmp0 (seal, verifier->seal) == 0 && seal != NULL)
    verifier->verification->seal_height = entry->height;
}

static void
check_entry (Verifier *verifier, XrStatement *statement)
{
  g_autoptr (XrEntry) entry = xr_entry_from_row (statement);
  sqlite3_stmt *handle = xr_statement_get_handle (statement);
  int column = xr_statement_n_columns (statement) - 1;
  const void *payload = sqlite3_column_blob (handle, column);
  gsize length = (gsize) sqlite3_column_bytes (handle, column);

  check_place (verifier, entry);
  check_content (verifier, statement, entry, payload, length);
  replay (verifier, entry, payload, length);
  look_for_seal (verifier, entry);
  verifier->verification->entries++;
  verifier->height = entry->height;
  g_free (verifier->hash);
  verifier->hash = g_steal_pointer (&entry->hash);
}

static gboolean
check_chain (Verifier *verifier, GError **error)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (
    verifier->db, "SELECT " XR_ENTRY_COLUMNS ", payload FROM record ORDER BY height", error);
  XrStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = xr_statement_step (statement, error)) == XR_STEP_ROW)
    {
      if (g_cancellable_set_error_if_cancelled (verifier->cancellable, error))
        return FALSE;
      check_entry (verifier, statement);
    }
  return step == XR_STEP_DONE;
}

static gboolean
check_version (Verifier *verifier, GError **error)
{
  gint64 version;
  g_autofree char *there = NULL;
  g_autofree char *expected = NULL;

  if (!xr_database_read_pragma (verifier->db->handle, "user_version", &version, error))
    return FALSE;
  if (version == verifier->version)
    return TRUE;
  there = show_number (version);
  expected = show_number (verifier->version);
  xr_verification_add_fault (
    verifier->verification,
    g_strdup_printf (_ ("The file says that its version is %1$s, the record says %2$s."), there,
                     expected));
  return TRUE;
}

static gboolean
count_waiting (Verifier *verifier, GError **error)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (
    verifier->db, "SELECT count(*) FROM waiting_sheet", error);

  if (statement == NULL || xr_statement_step (statement, error) != XR_STEP_ROW)
    return FALSE;
  verifier->verification->waiting = xr_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
check_tables (Verifier *verifier, GError **error)
{
  if (verifier->stuck)
    return TRUE;
  return check_version (verifier, error) && count_waiting (verifier, error)
         && xr_compare_databases (verifier->db->handle, verifier->scratch, verifier->verification,
                                  verifier->cancellable, error);
}

static void
check_seal (Verifier *verifier)
{
  if (verifier->seal != NULL && verifier->verification->seal_height == 0)
    xr_verification_add_fault (verifier->verification,
                               g_strdup (_ ("No entry of the record bears this seal.")));
}

/* ---------------------------------------------------------------- all together */

static int
progress_cb (void *user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

static gboolean
run_all (Verifier *verifier, GError **error)
{
  if (!run_check (verifier, "PRAGMA integrity_check", report_finding, error)
      || !run_check (verifier, "PRAGMA foreign_key_check", report_dangling, error)
      || !check_chain (verifier, error) || !check_tables (verifier, error))
    return FALSE;
  check_seal (verifier);
  return TRUE;
}

/* With both databases interruptible. An interrupted step fails in words of SQLite; the person only
 * wants to hear of the cancelling. */
static gboolean
run_cancellable (Verifier *verifier, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  GCancellable *cancellable = verifier->cancellable;
  gboolean done;

  sqlite3_progress_handler (verifier->db->handle, STEPS_A_LOOK, progress_cb, cancellable);
  sqlite3_progress_handler (verifier->scratch, STEPS_A_LOOK, progress_cb, cancellable);
  done = run_all (verifier, &local_error);
  sqlite3_progress_handler (verifier->db->handle, 0, NULL, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!done)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return done;
}

XrVerification *
xr_record_verify (XrDatabase *db, const char *seal, GCancellable *cancellable, GError **error)
{
  g_autoptr (XrVerification) verification = g_new0 (XrVerification, 1);
  g_autoptr (sqlite3) scratch = NULL;
  g_autofree char *normalised = NULL;
  Verifier verifier = { .db = db, .verification = verification, .cancellable = cancellable };
  gboolean done;

  g_return_val_if_fail (db != NULL, NULL);
  g_assert (db->session == NULL);

  verification->intact = TRUE;
  verification->faults = g_ptr_array_new_with_free_func (g_free);
  if (seal != NULL && (normalised = xr_seal_parse (seal, error)) == NULL)
    return NULL;
  scratch = xr_replay_open_scratch (error);
  if (scratch == NULL || !xr_database_execute (db, "BEGIN", error))
    return NULL;

  verifier.scratch = scratch;
  verifier.seal = normalised;
  verifier.hash = g_strdup (XR_ZERO_HASH);
  done = run_cancellable (&verifier, error);
  g_free (verifier.hash);
  xr_database_rollback (db);
  return done ? g_steal_pointer (&verification) : NULL;
}
