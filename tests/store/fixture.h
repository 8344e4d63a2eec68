/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the tests of store/ share: an office file in a folder of its own, and another SQLite tool
 * that knows nothing of ours. */

#include <sqlite3.h>

#include "store/database.h"
#include "store/record.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path; /* folder/office.xuanren */
  XrDatabase *db;
} Fixture;

/* A new office file, open for writing. */
void fixture_set_up (Fixture *fixture, gconstpointer data);
/* Removes the folder with all that is in it. */
void fixture_tear_down (Fixture *fixture, gconstpointer data);
void fixture_close (Fixture *fixture);
void fixture_reopen (Fixture *fixture, XrOpenMode mode);

/* One recorded transaction that runs @sql. */
void fixture_record (Fixture *fixture, const char *kind, const char *sql);
void fixture_record_with_flags (Fixture *fixture, const char *kind, const char *sql,
                                XrEntryFlags flags);
/* The first column of the first row, as text. */
char *fixture_query (Fixture *fixture, const char *sql);
/* Every row of every table but the record, as text. */
char *fixture_dump (Fixture *fixture);
/* The chain as `kind kind …`, oldest first. */
char *fixture_list_kinds (Fixture *fixture);

/* Runs @sql as another program would, on a closed or an open file. */
void meddle (const char *path, const char *sql);

void remove_folder (const char *folder);
/* Names in @folder, sorted, with a blank between. */
char *list_folder (const char *folder);

/* g_assert_no_error() and the verification's faults are none. */
void assert_intact (XrDatabase *db);

G_END_DECLS
