/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* The record: a chain of entries, each the changeset of one transaction, hashed over the entry before
 * it. A change to the office file stands in exactly one entry, and there is no other way to write. */

typedef enum
{
  XR_ENTRY_NORMAL = 0,
  XR_ENTRY_BARRIER
  = 1 << 0, /* nothing before it, nor it, can be undone: sign-offs, closings, freezing */
} XrEntryFlags;

typedef struct
{
  gint64 height;       /* 1 for the first */
  char *time;          /* UTC, `2026-03-18T08:00:00Z` */
  char *operator_name; /* who sat at the keyboard, may be "" */
  char *kind;          /* a stable word such as `candidate.add`, `undo`, `redo` */
  char *subject;       /* what it is about, for people to read, such as a name */
  char *reason;        /* "" where none is asked for */
  gint64 round;        /* the round it belongs to, 0: the office */
  gint64 target; /* undo, redo: height of the entry that is taken back or done again, else 0 */
  XrEntryFlags flags;
  char *hash;   /* SHA-256, 64 hexadecimal digits */
  char *parent; /* hash of the entry before, 64 zeros for the first */
} XrEntry;

void xr_entry_free (XrEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrEntry, xr_entry_free)

/* Opens the transaction (BEGIN IMMEDIATE) and a session over every table but the record. Transactions
 * do not nest. */
gboolean xr_record_begin (XrDatabase *db, GError **error);

/**
 * xr_record_commit:
 * @kind, @subject, @reason, @operator_name: as in #XrEntry; NULL counts as ""
 * @round: the round's id or 0
 *
 * Writes the entry with the changeset of all that happened since xr_record_begin() and commits. When
 * nothing changed and @flags is %XR_ENTRY_NORMAL no entry is written. On failure everything is rolled
 * back.
 */
gboolean xr_record_commit (XrDatabase *db, const char *kind, const char *subject,
                           const char *reason, const char *operator_name, gint64 round,
                           XrEntryFlags flags, GError **error);
void xr_record_rollback (XrDatabase *db);

/* ---- sheets that wait for the record (table waiting_sheet of the schema)
 *
 * A ballot that were one entry of the record would stand there in its turn and with its time. So it is
 * written at once, but outside of the record, and named in waiting_sheet; later a shuffled batch of them
 * becomes one entry. app/round/waiting.c is the only caller. */

/* A transaction without session and entry, ended by xr_waiting_commit() or xr_record_rollback(). It may
 * write rows that waiting_sheet names, and nothing else. */
gboolean xr_waiting_begin (XrDatabase *db, GError **error);
gboolean xr_waiting_commit (XrDatabase *db, GError **error);
/* Between xr_record_begin() and xr_record_commit(): what is done while @aside is not in the entry. */
void xr_record_set_aside (XrDatabase *db, gboolean aside);
/* Brings the write-ahead log over and empties it: it holds pages in the order of their writing. Where
 * another reader keeps it from that, the log goes at the latest when the file is closed. */
void xr_record_forget_log (XrDatabase *db);
/* A positive number that nobody can foresee or trace back to when it was drawn. */
gint64 xr_record_random_id (void);

/* What undo (redo) would take back (do again), or NULL. (transfer full) */
XrEntry *xr_record_peek_undo (XrDatabase *db);
XrEntry *xr_record_peek_redo (XrDatabase *db);
/* Applies the inverse (the same) changeset as a new entry of kind `undo` (`redo`). */
gboolean xr_record_undo (XrDatabase *db, const char *operator_name, GError **error);
gboolean xr_record_redo (XrDatabase *db, const char *operator_name, GError **error);

/* The newest entry, or NULL while the chain is empty. (transfer full) */
XrEntry *xr_record_get_head (XrDatabase *db);
/* Entries from the newest backwards, of @round (0: all), at most @limit, older than @before (0: from the
 * head). Returns: (transfer full) (element-type XrEntry) */
GPtrArray *xr_record_list (XrDatabase *db, gint64 round, gint64 before, guint limit,
                           GError **error);

/* The seal of the head: `1234 5678 … ` 8 groups of 4 digits and a check group. (transfer full), NULL
 * while the chain is empty. */
char *xr_record_dup_seal (XrDatabase *db);
/* The seal of an entry's hash. (transfer full) */
char *xr_seal_from_hash (const char *hash);
/* Reads a seal as people type it (blanks and full-width digits ignored) and checks its check group.
 * Returns: (transfer full): the normalised seal, NULL with a sentence in @error */
char *xr_seal_parse (const char *text, GError **error);

typedef struct
{
  gboolean intact;
  gint64 entries;     /* entries in the chain */
  gint64 seal_height; /* height of the entry that the seal belongs to, 0: none */
  gint64 waiting;     /* sheets that were keyed and are not under the record yet */
  GPtrArray *faults;  /* char *: sentences that name entry, table, row and column */
} XrVerification;

void xr_verification_free (XrVerification *verification);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrVerification, xr_verification_free)

/* How an entry reads to people. (transfer full) */
typedef char *(*XrEntryWordsFunc) (const XrEntry *entry);
/* Says how the sentences of a verification name entries, for the whole process. */
void xr_record_set_words (XrEntryWordsFunc func);

/**
 * xr_record_verify:
 * @seal: a seal to look for, or NULL
 *
 * Checks SQLite's own integrity and the schema, every link and hash of the chain, replays the whole
 * chain into an empty database and compares every table with it, row by row. With @seal the entry that
 * bears it must be in the chain.
 *
 * Returns: (transfer full): NULL with @error when the file could not be read at all
 */
XrVerification *xr_record_verify (XrDatabase *db, const char *seal, GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
