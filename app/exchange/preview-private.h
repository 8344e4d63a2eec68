/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/preview.h"

G_BEGIN_DECLS

/* What preview.c keeps and preview-check.c looks at. */

typedef struct
{
  guint file;
  guint32 line;
  gboolean skipped, confirmed;
  XrPersonCell cells[XR_PERSON_N_FIELDS];
  XrPreviewState state;
  GPtrArray *notes;           /* XrPreviewNote, or NULL */
  XrPreviewState found_state; /* by an examination, until it is settled */
  GPtrArray *found;
} XrPreviewRow;

typedef struct
{
  XrPersonSheet *sheet;
  GArray *map;        /* int */
  XrDossier *dossier; /* what a form brings beside the cells, or NULL */
  gboolean by_hand;   /* the map was chosen by a person: it is remembered */
} XrPreviewFile;

struct _XrPreview
{
  gint64 round;
  GPtrArray *files; /* XrPreviewFile */
  GPtrArray *rows;  /* XrPreviewRow */
  guint counts[XR_PREVIEW_N_STATES];
  gint checked, to_check; /* of the examination that is going on; atomic */
};

static inline XrPreviewRow *
xr_preview_get_row (const XrPreview *preview, guint row)
{
  return g_ptr_array_index (preview->rows, row);
}

/* Whether the row goes in as it stands. */
gboolean xr_preview_is_taken (const XrPreviewRow *row);
/* Of an examination; @text (transfer full). */
void xr_preview_add_note (XrPreviewRow *row, int field, XrNoteKind kind, char *text);

G_END_DECLS
