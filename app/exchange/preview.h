/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/progress.h"
#include "exchange/column-map.h"
#include "round/commands.h"
#include "round/intake.h"
#include "rules/dossier.h"

G_BEGIN_DECLS

/* People on their way into a round: a row for each, with what is wrong, doubtful or new about every cell,
 * mended and skipped before anything is written. It has no window and no thread of its own: one thread at
 * a time may examine it, and no cell may be changed meanwhile. */
typedef struct _XrPreview XrPreview;

typedef enum
{
  XR_PREVIEW_NEW,      /* not in this office's rounds */
  XR_PREVIEW_KNOWN,    /* in this round, or an earlier one */
  XR_PREVIEW_DOUBTFUL, /* may be right; left out until somebody confirms it */
  XR_PREVIEW_REFUSED,  /* has a fault; left out until it is mended */
  XR_PREVIEW_SKIPPED,  /* left out by hand */
  XR_PREVIEW_N_STATES
} XrPreviewState;

typedef enum
{
  XR_NOTE_FAULT,
  XR_NOTE_DOUBT,
  XR_NOTE_CHANGE, /* what stood there before */
} XrNoteKind;

typedef struct
{
  int field; /* −1: the row as a whole */
  XrNoteKind kind;
  char *text; /* a translated sentence */
} XrPreviewNote;

/* The steps of its progress. */
typedef enum
{
  XR_PREVIEW_READS = 1, /* pieces of a file; entered by whoever reads it */
  XR_PREVIEW_CHECKS,    /* rows */
  XR_PREVIEW_WRITES,    /* rows of the office file's tables */
} XrPreviewStep;

XrPreview *xr_preview_new (gint64 round);
void xr_preview_free (XrPreview *preview);
/* How far reading, examining or taking in has come, for another thread to look at. */
XrProgress *xr_preview_get_progress (XrPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrPreview, xr_preview_free)

/* Adds the person of a form (transfer full), of an .lrmx or .lrm file; @notes (element-type XrFault) are what
 * xr_dossier_file_read() had to say, and are told of the row. */
void xr_preview_add_dossier (XrPreview *preview, const char *path, XrDossier *dossier,
                             GPtrArray *notes);
/* Adds the lines of @sheet (transfer full), read by @map (element-type int). Returns the file's index. */
guint xr_preview_add (XrPreview *preview, XrPersonSheet *sheet, const GArray *map);
/* Whether the file is a form, whose columns need no mapping. */
gboolean xr_preview_is_dossier (const XrPreview *preview, guint file);
guint xr_preview_n_files (const XrPreview *preview);
const XrPersonSheet *xr_preview_file (const XrPreview *preview, guint file);
const GArray *xr_preview_map (const XrPreview *preview, guint file);
/* Reads the file's lines again by another map, which is remembered with the import; what was mended or
 * skipped in them is lost. */
void xr_preview_set_map (XrPreview *preview, guint file, const GArray *map);

guint xr_preview_n_rows (const XrPreview *preview);
/* File and line, such as 「名册.csv 7」. (transfer full) */
char *xr_preview_dup_place (const XrPreview *preview, guint row);
/* "" when empty; valid until the cell is changed */
const char *xr_preview_cell (const XrPreview *preview, guint row, guint field);
/* Empty text clears it. */
void xr_preview_set_cell (XrPreview *preview, guint row, guint field, const char *text);
/* Skips the row, or takes it again. */
void xr_preview_skip (XrPreview *preview, guint row, gboolean skip);
/* Somebody looked at the doubts of the row and found it right. A change of the row takes that back. */
void xr_preview_confirm (XrPreview *preview, guint row);
/* Writes @post into every row that names none. */
void xr_preview_fill_post (XrPreview *preview, const char *post);

/* ---- the check */

/* Checks every row against the round as it stands in @office, which may be a connection of a thread's own.
 * Other threads may read the preview meanwhile and see what was settled before. Returns FALSE with @error when
 * it was cancelled or the file can't be read. */
gboolean xr_preview_examine (XrPreview *preview, XrOffice *office, GCancellable *cancellable,
                             GError **error);
/* Makes what an examination found what there is to be read; nothing changes where it did not come to its
 * end. */
void xr_preview_settle (XrPreview *preview);
/* Both. */
gboolean xr_preview_check (XrPreview *preview, XrOffice *office, GCancellable *cancellable,
                           GError **error);
/* What the last check found. */
XrPreviewState xr_preview_state (const XrPreview *preview, guint row);
guint xr_preview_count (const XrPreview *preview, XrPreviewState state);
/* (element-type XrPreviewNote) (transfer none), NULL where there is nothing to say */
const GPtrArray *xr_preview_notes (const XrPreview *preview, guint row);
/* The gravest note of a cell, or NULL. */
const XrPreviewNote *xr_preview_note (const XrPreview *preview, guint row, guint field);
/* Persons that would be taken in or changed, and rows that would be left out. Rows that the round has already,
 * to the letter, are neither. */
guint xr_preview_n_taken (const XrPreview *preview);
guint xr_preview_n_left_out (const XrPreview *preview);

/**
 * xr_preview_apply:
 *
 * Examines again, then takes every row in that is neither refused nor skipped nor doubtful and unconfirmed:
 * one entry of the record, undone in one step. Like xr_preview_examine() it may run in a thread, with an
 * office that was opened beside the window's; settle afterwards, whatever came of it.
 *
 * Returns: how many persons were taken in or changed, −1 with @error and nothing written
 */
int xr_preview_apply (XrPreview *preview, XrOffice *office, GCancellable *cancellable,
                      GError **error);

G_END_DECLS
