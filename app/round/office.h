/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/calendar.h"
#include "round/table.h"
#include "rules/case.h"
#include "rules/result.h"
#include "store/record.h"

G_BEGIN_DECLS

/* The document that everybody talks to: one office file, its rounds, and the commands that change
 * them. Every change is a command; each command is one transaction with one entry in the record, after
 * which `changed` is emitted once. Views re-read; they are never told what changed. */

#define XR_TYPE_OFFICE (xr_office_get_type ())
G_DECLARE_FINAL_TYPE (XrOffice, xr_office, XR, OFFICE, GObject)

#define XR_ROUND_ERROR (xr_round_error_quark ())
GQuark xr_round_error_quark (void);

typedef enum
{
  XR_ROUND_ERROR_REFUSED, /* the command does not fit the state of the round; the message says why */
  XR_ROUND_ERROR_VALUE,   /* a value is wrong; the message says what to write */
  XR_ROUND_ERROR_CLOSED,  /* the stage is closed: reopen it with a reason */
  XR_ROUND_ERROR_FROZEN,  /* the plan is announced: amend it (xr_office_amend()) */
  XR_ROUND_ERROR_GATE,    /* conditions of the stage do not hold */
  XR_ROUND_ERROR_NOT_FOUND, /* no such round, row … */
  XR_ROUND_ERROR_DAMAGED,   /* the file lacks a table or a column */
} XrRoundError;

/* Properties: `read-only` (gboolean), `operator-name` (char *, who sits at the keyboard; kept in every
 * entry). Signal: `changed` (no arguments). */
XrOffice *xr_office_create (const char *path, GError **error);
XrOffice *xr_office_open (const char *path, XrOpenMode mode, GError **error);

/* The file of @office once more, for work in a thread that reads or writes it: with the same operator and,
 * where @office may write, under the same lock. Make it before the thread begins, use it in that thread only,
 * and say xr_office_emit_changed() on @office when something was written. @office stays open meanwhile and
 * writes nothing. (transfer full): NULL with XR_STORE_ERROR */
XrOffice *xr_office_open_beside (XrOffice *office, GError **error);
/* After a change that is no entry of the record, or one that came through an office beside this one: drops
 * what was computed and emits `changed`. */
void xr_office_emit_changed (XrOffice *office);

/* The connection, for readers in app/ only. */
XrDatabase *xr_office_get_database (XrOffice *office);
gboolean xr_office_get_read_only (XrOffice *office);
const char *xr_office_get_path (XrOffice *office);
const char *xr_office_get_operator (XrOffice *office);
void xr_office_set_operator (XrOffice *office, const char *name);

/* The built-in working calendar with the office's own days laid over it. (transfer none) */
const XrCalendar *xr_office_get_calendar (XrOffice *office);

/* What undo (redo) would take back, for a tooltip: "Undo: add candidate 张三"; NULL when nothing can
 * be. (transfer full) */
char *xr_office_dup_undo_label (XrOffice *office);
char *xr_office_dup_redo_label (XrOffice *office);
gboolean xr_office_undo (XrOffice *office, GError **error);
gboolean xr_office_redo (XrOffice *office, GError **error);

/* Keeps `changed` back until the release, which emits it once: for many commands in a row. */
void xr_office_hold (XrOffice *office);
void xr_office_release (XrOffice *office);

/* How an entry of the record reads to people: "Add candidate: 张三". (transfer full) */
char *xr_entry_dup_label (const XrEntry *entry);

/* ---- rows of any table (round/table.h) */

/* Returns: (transfer full): NULL with XR_ROUND_ERROR_NOT_FOUND */
XrRow *xr_office_load (XrOffice *office, const XrTable *table, gint64 id, GError **error);
/* Rows whose column @where is @id (NULL: all), in the table's order. (transfer full) (element-type XrRow) */
GPtrArray *xr_office_query (XrOffice *office, const XrTable *table, const char *where, gint64 id);
/* Whether the file has all tables with all their columns: one that somebody has meddled with may not, and
 * then reads as if nothing were known. FALSE with XR_ROUND_ERROR_DAMAGED, which says where. */
gboolean xr_office_check_whole (XrOffice *office, GError **error);
/* All rows of @table that belong to the round, however far up their owner stands. (transfer full) */
GPtrArray *xr_office_query_round (XrOffice *office, const XrTable *table, gint64 round);
/* Which round a row belongs to, by its owners; 0 for tables of the office. */
gint64 xr_office_round_of (XrOffice *office, XrRow *row);

/**
 * xr_office_save:
 *
 * Checks every field, the table's own check, and that stage and plan are open; then inserts the row (id
 * 0, or a one-row table without a row) or updates it. On success the row's id is set.
 */
gboolean xr_office_save (XrOffice *office, XrRow *row, GError **error);
/* The same for several rows of one table: all of them or none, one entry in the record. After a
 * failure the rows are not to be used any more. (element-type XrRow) */
gboolean xr_office_save_all (XrOffice *office, GPtrArray *rows, GError **error);
/* Deletes a row with the rows that make no sense without it (a component's grades, a meeting's
 * attendees); refuses when evidence hangs on it, with a sentence that names it. */
gboolean xr_office_delete (XrOffice *office, const XrTable *table, gint64 id, GError **error);

/* The same for a frozen plan: @reason and two names go into the record and into stage_event. */
gboolean xr_office_amend (XrOffice *office, XrRow *row, gboolean remove, const char *reason,
                          const char *first_name, const char *second_name, GError **error);

/* A list of rows that follows the file: a GListModel of XrRow whose column @where is @id; @where "round":
 * all rows of that round, however far up their owner stands. Rows that did
 * not change keep their place and object. (transfer full) */
GListModel *xr_row_list_new (XrOffice *office, const XrTable *table, const char *where, gint64 id);
/* Points the list at another owner. */
void xr_row_list_set_owner (GListModel *list, gint64 id);

/* A short name of a row for references, lists and the record: a post's name, 「张三 · 办公室主任」 for an
 * application. (transfer full) */
char *xr_office_dup_title (XrOffice *office, const XrTable *table, gint64 id);
/* A field of a row as people read it, references resolved. (transfer full) */
char *xr_office_dup_display (XrOffice *office, XrRow *row, const XrField *field);
/* What a REFERENCE field may point at in this row's round: rows of the target. (transfer full) */
GPtrArray *xr_office_reference_choices (XrOffice *office, XrRow *row, const XrField *field);

/* ---- for commands in round/ only: the one way to write */

gboolean xr_office_begin (XrOffice *office, GError **error);
/* Writes the entry, commits and emits `changed`. @kind is a word of round/entry-label.c. */
gboolean xr_office_commit (XrOffice *office, const char *kind, const char *subject,
                           const char *reason, gint64 round, XrEntryFlags flags, GError **error);
void xr_office_rollback (XrOffice *office);
/* FALSE with XR_ROUND_ERROR_CLOSED or _FROZEN unless @table's rows of @round may be changed now. */
gboolean xr_office_check_open (XrOffice *office, const XrTable *table, gint64 round,
                               GError **error);
/* The same for one row, whose own stage (a decision's, a component's) and changed fields count. */
gboolean xr_office_check_row_open (XrOffice *office, XrRow *row, GError **error);
/* xr_office_save() and xr_office_delete() inside a transaction that the command has begun. */
gboolean xr_office_write (XrOffice *office, XrRow *row, GError **error);
gboolean xr_office_remove (XrOffice *office, const XrTable *table, gint64 id, GError **error);

G_END_DECLS
