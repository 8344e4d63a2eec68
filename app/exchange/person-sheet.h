/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/xlsx-reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A list of people as a file has it: titles, and lines of cells under them, whatever the titles are.
 * What the columns mean is said elsewhere (exchange/column-map.h). */

typedef struct
{
  XrCellKind kind;
  char *text; /* as the cell has it; NULL: empty */
} XrPersonCell;

typedef struct
{
  guint32 number; /* row of the file, 1 … */
  guint n_cells;  /* at most the number of titles */
  XrPersonCell *cells;
} XrPersonLine;

typedef struct
{
  char *path;
  char *sheet;          /* of a workbook, or NULL */
  const char *encoding; /* of a text file, or NULL */
  gboolean since_1904;
  GPtrArray *titles; /* char *, "" where a column has none */
  GPtrArray *lines;  /* XrPersonLine */
} XrPersonSheet;

/* How a title counts towards being the line of titles: lists often have their own title above it. */
typedef gboolean (*XrIsTitleFunc) (const char *text);

/**
 * xr_person_sheet_read:
 * @path: .xlsx, or .csv/.txt in UTF-8, UTF-16 or GB18030
 * @progress: (nullable): told how much of the file was read, in pieces of its own
 *
 * The line with the most known titles among the first ten is the line of titles; the first one if none has
 * any. Of a workbook the sheet 报名 is read, else the first one.
 *
 * Returns: (transfer full): or %NULL with a sentence
 */
XrPersonSheet *xr_person_sheet_read (const char *path, XrIsTitleFunc is_title, XrProgress *progress,
                                     GCancellable *cancellable, GError **error);
void xr_person_sheet_free (XrPersonSheet *sheet);
/* An empty list of lines that frees them. (transfer full) */
GPtrArray *xr_person_lines_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrPersonSheet, xr_person_sheet_free)

G_END_DECLS
