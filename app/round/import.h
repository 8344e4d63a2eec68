/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/progress.h"
#include "round/round.h"

G_BEGIN_DECLS

/* xr_round_import() with the word for the record's entry. Private to app/round/. */
gint64 xr_import_intake (XrOffice *office, XrIntake *intake, gint64 round, const char *kind,
                         GCancellable *cancellable, GError **error);
/* Makes every element of the plan a new one. */
void xr_import_forget_ids (XrIntake *intake);

/* One import on its way into the file: what is written gets its id in the intake. */
typedef struct
{
  XrOffice *office;
  XrDatabase *db;
  XrIntake *intake;
  gint64 round;
  GCancellable *cancellable;
  XrProgress *progress; /* told of every row; may be NULL */
} XrImport;

/* Each writes the elements whose id is 0, in the order in which they point at one another. */
gboolean xr_import_plan (XrImport *import, GError **error);
gboolean xr_import_people (XrImport *import, GError **error);
gboolean xr_import_scores (XrImport *import, GError **error);
gboolean xr_import_ballots (XrImport *import, GError **error);

/* 0 binds SQL NULL: an index that points at nothing. */
void xr_import_bind_id (XrStatement *statement, const char *name, gint64 id);
/* Before each row: FALSE when somebody wants no more. */
gboolean xr_import_go_on (XrImport *import, GError **error);
/* Runs the insertion; @id, if not NULL, receives the new row's. */
gboolean xr_import_run (XrImport *import, XrStatement *statement, gint64 *id, GError **error);

G_END_DECLS
