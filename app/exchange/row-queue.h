/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/xlsx-reader.h"

G_BEGIN_DECLS

/* The way of the rows of a sheet from the thread that parses it to the one that reads it. Parsing is
 * most of the work and needs nothing of what the rows mean, so the two need not wait for each other.
 * Rows travel in blocks; there are only a few, which bounds the memory. */
typedef struct _XrRowQueue XrRowQueue;

/* Rows one after the other, with their cells and texts. */
typedef struct
{
  XrCellRow *rows;
  guint n_rows;
  XrCell *cells;
  guint32 *starts; /* of each cell's text in @text, or XR_ROW_TEXT_ELSEWHERE */
  guint n_cells, cells_size;
  char *text;
  guint32 used, size; /* of @text */
  gboolean is_last;
} XrRowBlock;

#define XR_ROW_TEXT_ELSEWHERE G_MAXUINT32

XrRowQueue *xr_row_queue_new (void);
void xr_row_queue_free (XrRowQueue *queue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrRowQueue, xr_row_queue_free)

/* For the thread that parses: an empty block, waiting until the reader is done with one.
 * (transfer full): to xr_row_queue_pass() or xr_row_queue_end() */
XrRowBlock *xr_row_queue_take (XrRowQueue *queue);
/* Room for another cell, and for @more bytes of text and a NUL. */
XrCell *xr_row_block_add_cell (XrRowBlock *block, guint32 start);
void xr_row_block_reserve_text (XrRowBlock *block, guint32 more);
/* Ends a row of the @n_cells cells that were added last. */
void xr_row_block_end_row (XrRowBlock *block, guint32 number, guint n_cells);
gboolean xr_row_block_is_full (const XrRowBlock *block);
/* Hands a block over. Returns FALSE when the reader wants no more. */
gboolean xr_row_queue_pass (XrRowQueue *queue, XrRowBlock *block);
/* Hands over the last block; the reader returns after it. */
void xr_row_queue_end (XrRowQueue *queue, XrRowBlock *block);

/**
 * xr_row_queue_read:
 *
 * For the thread that reads: calls @func for each row until the last, or until it returns %FALSE.
 *
 * Returns: whether @func wanted them all
 */
gboolean xr_row_queue_read (XrRowQueue *queue, XrCellRowFunc func, gpointer data);

G_END_DECLS
