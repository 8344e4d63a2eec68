/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/preview.h"
#include "exchange/workbook-book.h"

G_BEGIN_DECLS

/* What preview.c keeps, preview-check.c looks at and preview-apply.c takes in. */

typedef struct
{
  guint file;
  guint32 line;
  gboolean skipped, confirmed;
  XrPersonCell cells[XR_PERSON_N_FIELDS];
  XrPreviewState state;
  gboolean adds_nothing;      /* the round has all of it already */
  GPtrArray *notes;           /* XrPreviewNote, or NULL */
  XrPreviewState found_state; /* by an examination, until it is settled */
  gboolean found_nothing;
  GPtrArray *found;
} XrPreviewRow;

typedef struct
{
  XrPersonSheet *sheet;
  GArray *map;        /* int */
  XrDossier *dossier; /* what a form brings beside the cells, or NULL */
  GPtrArray *notes;   /* XrFault, of a form: what its reader changed or found strange */
  gboolean by_hand;   /* the map was chosen by a person: it is remembered */
} XrPreviewFile;

struct _XrPreview
{
  gint64 round;
  GPtrArray *files; /* XrPreviewFile */
  GPtrArray *rows;  /* XrPreviewRow */
  guint counts[XR_PREVIEW_N_STATES];
  guint n_idle;         /* known rows that add nothing */
  gboolean is_examined; /* what was found is whole, and waits to be settled */
  XrProgress progress;
};

/* One check of all rows against the round. */
typedef struct
{
  XrPreview *preview;
  XrOffice *office;
  XrBook book;
  XrSheetRow row;
  GHashTable *names; /* folded name → index + 1 of the first candidate who has it */
  GPtrArray *fields; /* XrField of table candidate, by field; NULL for the post */
  XrDate today;
} XrPreviewCheck;

static inline XrPreviewRow *
xr_preview_get_row (const XrPreview *preview, guint row)
{
  return g_ptr_array_index (preview->rows, row);
}

/* FALSE with @error; else end it with xr_preview_end_check(). */
gboolean xr_preview_begin_check (XrPreviewCheck *check, XrPreview *preview, XrOffice *office,
                                 GError **error);
void xr_preview_end_check (XrPreviewCheck *check);
/* Makes the row the one that the checks of the sheet 报名 look at. */
void xr_preview_put_cells (XrPreviewCheck *check, const XrPreviewRow *row, guint32 number);

/* What there is to say of a word that the field's list does not have, NULL where there is nothing. It is no
 * doubt where the program knows the word all the same. (transfer full) (nullable) */
char *xr_preview_dup_word_note (const XrField *field, const char *text, XrNoteKind *kind);
/* Of an examination; @text (transfer full). */
void xr_preview_add_note (XrPreviewRow *row, int field, XrNoteKind kind, char *text);

G_END_DECLS
