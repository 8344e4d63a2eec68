/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/keying.h"

G_BEGIN_DECLS

/* The second keying on another computer. A task is what a keying file carries: the plan of one component,
 * its people, and which sheets are to be keyed, without any figure of the first keying. On the other
 * computer it becomes a file to key into, of the same kind as the office file but with nothing else in it;
 * what was keyed there comes back as an answer and is compared like a second keying made here. */

/* Rows of a few tables of the schema, as texts. */
typedef struct
{
  const char *name;
  guint n_columns;
  const char *columns; /* divided by ", " */
  guint n_digested;    /* so many of the first ones say what the sheets look like */
  const char *owner;   /* of which round or component a row is, in SQL; NULL: made here */
  gboolean by_round;   /* of which round, else of which component */
} XrTaskTable;

#define XR_TASK_TABLES 12
extern const XrTaskTable xr_task_tables[XR_TASK_TABLES];

typedef struct
{
  /* Of each table its rows (GPtrArray), of each row its values: char *, NULL where nothing stands. */
  GPtrArray *rows[XR_TASK_TABLES];
} XrKeyingTask;

XrKeyingTask *xr_keying_task_new (void);
void xr_keying_task_free (XrKeyingTask *task);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrKeyingTask, xr_keying_task_free)
/* A row with nothing in it, at the end of the table of that index. (transfer none) */
GPtrArray *xr_keying_task_add_row (XrKeyingTask *task, guint table);

/* What tells it from every other one; "" where it has none. (transfer full) */
char *xr_keying_task_dup_id (const XrKeyingTask *task);

/* A keying file, as the office that made it and the file that is keyed into know it. */
typedef struct
{
  char *id;
  gint64 component, round;
  char *made_on, *made_by;
  char *keyer;       /* for whom */
  char *plan;        /* digest of what the sheets look like */
  guint sheets;      /* that were to be keyed when it was made */
  char *answered_on; /* NULL: not yet */
} XrKeyingFile;

void xr_keying_file_free (XrKeyingFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrKeyingFile, xr_keying_file_free)
/* NULL when the office knows none of that id. @id NULL: the one of a file that is keyed into.
 * (transfer full) */
XrKeyingFile *xr_keying_file_load (XrOffice *office, const char *id);
/* Those of a component, the newest first. (transfer full) (element-type XrKeyingFile) */
GPtrArray *xr_keying_file_list (XrOffice *office, gint64 component);

/* ---- in the office */

/**
 * xr_keying_task_make:
 * @keyer: who is going to key
 *
 * Puts together what a keying file for the sheets that are not keyed twice yet carries. Nothing is written.
 *
 * Returns: (transfer full): or %NULL, when the component is not keyed twice, everything is, or @keyer has
 * keyed all of it the first time
 */
XrKeyingTask *xr_keying_task_make (XrOffice *office, gint64 component, const char *keyer,
                                   GError **error);
/* Brings into the record that the keying file was given out; without that its answer is refused. */
gboolean xr_keying_task_note (XrOffice *office, const XrKeyingTask *task, GError **error);

/* ---- on the other computer */

/**
 * xr_keying_task_open:
 * @path: of the file that is keyed into; made when it is not there
 *
 * Returns: (transfer full): a file with nothing but the task in it and what was keyed already; its operator
 * is who keys
 */
XrOffice *xr_keying_task_open (const XrKeyingTask *task, const char *path, GError **error);
/* Takes the file that was keyed into away, with all that was keyed. Nobody may have it open. */
void xr_keying_task_remove (const char *path);

/* How far the keying is. */
typedef struct
{
  guint wanted, done; /* sheets of the task, and those of them that are keyed whole */
  guint keyed;        /* sheets keyed at all */
  gboolean ballots,
    counts;           /* what there is to key: ballots or score sheets; marks counted by hand */
  GPtrArray *missing; /* char *: what the sheets that are not keyed yet are called */
} XrKeyingProgress;

void xr_keying_progress_free (XrKeyingProgress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrKeyingProgress, xr_keying_progress_free)
/* @office: as xr_keying_task_open() gave it. (transfer full) */
XrKeyingProgress *xr_keying_task_progress (XrOffice *office);

/* ---- what comes back */

typedef struct
{
  char *id;                      /* of the keying file */
  char *round_title, *component; /* for people */
  GPtrArray *sheets;             /* XrKeyedSheet */
} XrKeyingAnswer;

XrKeyingAnswer *xr_keying_answer_new (void);
void xr_keying_answer_free (XrKeyingAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrKeyingAnswer, xr_keying_answer_free)

/* What was keyed, sheets in the order of their numbers, which says nothing of when they were keyed.
 * (transfer full): NULL when nothing was */
XrKeyingAnswer *xr_keying_answer_make (XrOffice *office, GError **error);

/**
 * xr_keying_answer_take:
 * @component: the one that is looked at
 *
 * Makes the sheets of the answer the second keying of @component, all of them or none, as one entry of the
 * record. Refused with a sentence: an answer to another round or component, to no keying file of this
 * office, a second one to the same file; one whose sheets are keyed twice already, were keyed by the same
 * person the first time, or do not fit the plan and the people as they are now.
 */
gboolean xr_keying_answer_take (XrOffice *office, gint64 component, const XrKeyingAnswer *answer,
                                GError **error);

G_END_DECLS
