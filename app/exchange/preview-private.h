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
  XrPreviewState state;
  XrPersonCell cells[XR_PERSON_N_FIELDS];
  GPtrArray *notes; /* XrPreviewNote, or NULL */
} XrPreviewRow;

typedef struct
{
  XrPersonSheet *sheet;
  GArray *map;      /* int */
  gboolean by_hand; /* the map was chosen by a person: it is remembered */
} XrPreviewFile;

struct _XrPreview
{
  gint64 round;
  GPtrArray *files; /* XrPreviewFile */
  GPtrArray *rows;  /* XrPreviewRow */
  guint counts[XR_PREVIEW_N_STATES];
  guint n_taken;
};

static inline XrPreviewRow *
xr_preview_get_row (const XrPreview *preview, guint row)
{
  return g_ptr_array_index (preview->rows, row);
}

/* Whether the row goes in as it stands. */
gboolean xr_preview_is_taken (const XrPreviewRow *row);
void xr_preview_clear_notes (XrPreviewRow *row);
void xr_preview_add_note (XrPreviewRow *row, int field, XrNoteKind kind, char *text);

G_END_DECLS
