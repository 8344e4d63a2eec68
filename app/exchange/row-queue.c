/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bounded queue of blocks of rows between two threads: full blocks one way, empty ones back. It knows
 * nothing of XML and nothing of what the cells mean. */
#include "config.h"

#include "exchange/row-queue.h"

#define N_BLOCKS 4
/* A block is passed on when it has reached one of these. */
#define BLOCK_ROWS  256
#define BLOCK_CELLS 4096
#define BLOCK_TEXT  65536

struct _XrRowQueue
{
  GAsyncQueue *empty, *full; /* XrRowBlock */
  gint stopped;              /* atomic: the reader wants no more */
};

static XrRowBlock *
new_block (void)
{
  XrRowBlock *block = g_new0 (XrRowBlock, 1);

  block->rows = g_new (XrCellRow, BLOCK_ROWS);
  return block;
}

static void
free_block (gpointer data)
{
  XrRowBlock *block = data;

  g_free (block->rows);
  g_free (block->cells);
  g_free (block->starts);
  g_free (block->text);
  g_free (block);
}

XrRowQueue *
xr_row_queue_new (void)
{
  XrRowQueue *self = g_new0 (XrRowQueue, 1);

  self->empty = g_async_queue_new_full (free_block);
  self->full = g_async_queue_new_full (free_block);
  for (guint i = 0; i < N_BLOCKS; i++)
    g_async_queue_push (self->empty, new_block ());
  return self;
}

void
xr_row_queue_free (XrRowQueue *self)
{
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->full);
  g_free (self);
}

/* ------------------------------------------------------------------ the parser's side */

XrRowBlock *
xr_row_queue_take (XrRowQueue *self)
{
  XrRowBlock *block = g_async_queue_pop (self->empty);

  block->n_rows = block->n_cells = 0;
  block->used = 0;
  return block;
}

XrCell *
xr_row_block_add_cell (XrRowBlock *block, guint32 start)
{
  if (block->n_cells == block->cells_size)
    {
      block->cells_size = MAX (BLOCK_CELLS, block->cells_size * 2);
      block->cells = g_renew (XrCell, block->cells, block->cells_size);
      block->starts = g_renew (guint32, block->starts, block->cells_size);
    }
  block->starts[block->n_cells] = start;
  return &block->cells[block->n_cells++];
}

void
xr_row_block_reserve_text (XrRowBlock *block, guint32 more)
{
  if (block->used + more + 1 <= block->size)
    return;
  block->size = MAX (block->size * 2, block->used + more + 4096);
  block->text = g_realloc (block->text, block->size);
}

void
xr_row_block_end_row (XrRowBlock *block, guint32 number, guint n_cells)
{
  block->rows[block->n_rows++] = (XrCellRow){ number, n_cells, NULL };
}

gboolean
xr_row_block_is_full (const XrRowBlock *block)
{
  return block->n_rows == BLOCK_ROWS || block->n_cells >= BLOCK_CELLS || block->used >= BLOCK_TEXT;
}

/* Cells and texts get their addresses only now: until the block was full they could move. */
static void
set_addresses (XrRowBlock *block)
{
  const XrCell *cells = block->cells;

  for (guint i = 0; i < block->n_cells; i++)
    if (block->starts[i] != XR_ROW_TEXT_ELSEWHERE)
      block->cells[i].text = block->text + block->starts[i];
  for (guint i = 0; i < block->n_rows; i++)
    {
      block->rows[i].cells = cells;
      cells += block->rows[i].n_cells;
    }
}

gboolean
xr_row_queue_pass (XrRowQueue *self, XrRowBlock *block)
{
  set_addresses (block);
  g_async_queue_push (self->full, block);
  return !g_atomic_int_get (&self->stopped);
}

void
xr_row_queue_end (XrRowQueue *self, XrRowBlock *block)
{
  block->is_last = TRUE;
  xr_row_queue_pass (self, block);
}

/* ------------------------------------------------------------------ the reader's side */

static gboolean
read_block (const XrRowBlock *block, XrCellRowFunc func, gpointer data)
{
  for (guint i = 0; i < block->n_rows; i++)
    if (!func (&block->rows[i], data))
      return FALSE;
  return TRUE;
}

gboolean
xr_row_queue_read (XrRowQueue *self, XrCellRowFunc func, gpointer data)
{
  gboolean wants_more = TRUE, is_last;

  /* To the last block in any case: the parser waits for the others to come back. */
  do
    {
      XrRowBlock *block = g_async_queue_pop (self->full);

      is_last = block->is_last;
      wants_more = wants_more && read_block (block, func, data);
      if (!wants_more)
        g_atomic_int_set (&self->stopped, TRUE);
      g_async_queue_push (self->empty, block);
    }
  while (!is_last);
  return wants_more;
}
