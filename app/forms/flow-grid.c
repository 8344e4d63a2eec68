/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a table on pages: breaks it between rows, and inside a row only where a row is long. Its head is
 * repeated on each page. Labels that span a break are repeated too; values go on where they stopped. */

#include "config.h"

#include "forms/flow-grid.h"

#define SLACK          0.05
#define SMALLEST_PIECE XR_MM (25) /* of a row that is broken */

static double
column_x (const XrGridFlow *self, guint column)
{
  return self->x[column];
}

static void
measure_rows (XrGridFlow *self)
{
  const XrGrid *grid = self->grid;

  for (guint row = 0; row < grid->rows->len; row++)
    self->heights[row] = XR_MM (g_array_index (grid->rows, XrGridRow, row).height);
  for (guint i = 0; i < grid->cells->len; i++)
    {
      const XrGridCell *cell = g_ptr_array_index (grid->cells, i);
      if (cell->row_span == 1 && !g_array_index (grid->rows, XrGridRow, cell->row).exact)
        self->heights[cell->row] = MAX (self->heights[cell->row], xr_grid_flow_needed (self, i));
    }
  for (guint i = 0; i < grid->cells->len; i++)
    {
      const XrGridCell *cell = g_ptr_array_index (grid->cells, i);
      guint last = cell->row + cell->row_span - 1;
      double height = 0;
      for (guint row = cell->row; row <= last; row++)
        height += self->heights[row];
      if (cell->row_span > 1 && xr_grid_flow_exact (self, cell) <= 0)
        self->heights[last] += MAX (xr_grid_flow_needed (self, i) - height, 0);
    }
}

/* ---- pieces */

/* A line between cells. */
static void
add_stroke (XrGridFlow *self, double x1, double y1, double x2, double y2)
{
  if (self->grid->line > 0)
    xr_page_add_stroke (self->flow->page, x1, y1, x2, y2, self->grid->line);
}

/* Draws rows @from to @to - 1 where the flow stands; cells that span further are cut. */
static void
place_rows (XrGridFlow *self, guint from, guint to)
{
  XrFlow *flow = self->flow;
  double left = flow->shape.left + self->offset, top = flow->y;

  self->tops[from] = top;
  for (guint row = from; row < to; row++)
    self->tops[row + 1] = self->tops[row] + self->heights[row];
  for (guint i = self->first[self->band]; i < self->grid->cells->len; i++)
    {
      const XrGridCell *cell = g_ptr_array_index (self->grid->cells, i);
      guint end = MIN (cell->row + cell->row_span, to);
      double y = self->tops[MAX (cell->row, from)];
      XrBox box = { left + column_x (self, cell->column), y, xr_grid_flow_width (self, cell), 0 };

      if (cell->row >= to)
        break;
      if (end <= from)
        continue;
      box.height = self->tops[end] - y;
      xr_grid_flow_draw (self, i, box, cell->row < from);
      if (cell->column + cell->column_span < self->grid->widths->len)
        add_stroke (self, box.x + box.width, y, box.x + box.width, y + box.height);
      if (end < to && !cell->open)
        add_stroke (self, box.x, y + box.height, box.x + box.width, y + box.height);
    }
  flow->y = self->tops[to];
  self->bottom = flow->y;
}

/* The inner line above the piece that goes on, or the frame around all pieces of a page. */
static void
close_piece (XrGridFlow *self)
{
  XrFlow *flow = self->flow;
  double width = column_x (self, self->grid->widths->len);

  if (self->piece_top < 0)
    return;
  if (self->grid->border > 0)
    xr_page_add (flow->page, XR_ITEM_FRAME,
                 (XrBox){ flow->shape.left + self->offset, self->piece_top, width,
                          self->bottom - self->piece_top })
      ->thickness
      = self->grid->border;
  self->piece_top = -1;
}

static void
open_piece (XrGridFlow *self)
{
  if (self->piece_top < 0)
    self->piece_top = self->flow->y;
  else
    add_stroke (self, self->flow->shape.left + self->offset, self->flow->y,
                self->flow->shape.left + self->offset + column_x (self, self->grid->widths->len),
                self->flow->y);
}

static void
place_piece (XrGridFlow *self, guint from, guint to)
{
  open_piece (self);
  place_rows (self, from, to);
}

static double
height_of (const XrGridFlow *self, guint from, guint to)
{
  double height = 0;

  for (guint row = from; row < to; row++)
    height += self->heights[row];
  return height;
}

/* A new page with the head of the table on it. */
static void
next_page (XrGridFlow *self)
{
  guint band = self->band;

  close_piece (self);
  xr_flow_new_page (self->flow);
  if (self->n_heads == 0 || self->n_heads == self->grid->rows->len)
    return;
  self->band = 0;
  place_piece (self, 0, self->n_heads);
  self->band = band;
}

/* The least height that the lines still to come of cells ending with @row need. */
static double
rest_height (const XrGridFlow *self, guint row)
{
  double height = 0;

  for (guint i = self->first[self->band]; i < self->grid->cells->len; i++)
    {
      const XrGridCell *cell = g_ptr_array_index (self->grid->cells, i);
      const XrCellSet *set = &self->sets[i];
      if (cell->row > row)
        break;
      if (cell->row + cell->row_span == row + 1 && cell->kind != XR_GRID_LABEL)
        height = MAX (height, (set->n_lines - set->next) * set->pitch + 2 * self->grid->pad_y);
    }
  return height;
}

/* Breaks one row over pages, the first of which has room for a piece worth the name. */
static void
split_row (XrGridFlow *self, guint row)
{
  double wanted = self->heights[row], placed = 0;

  if (xr_flow_room (self->flow) < SMALLEST_PIECE)
    next_page (self);
  while (TRUE)
    {
      double rest = MAX (rest_height (self, row), wanted - placed);
      double room = xr_flow_room (self->flow);

      self->heights[row] = MIN (rest, room - SLACK);
      place_piece (self, row, row + 1);
      placed += self->heights[row];
      if (rest <= room)
        return;
      next_page (self);
      wanted = 0;
    }
}

/* Places a band of rows that is longer than a page, row by row. */
static void
split_band (XrGridFlow *self, guint from, guint to)
{
  for (guint row = from; row < to; row++)
    {
      if (row > from)
        self->heights[row] = MAX (self->heights[row], rest_height (self, row));
      if (self->heights[row] <= xr_flow_room (self->flow))
        place_piece (self, row, row + 1);
      else if (self->heights[row] <= self->page_room)
        {
          next_page (self);
          place_piece (self, row, row + 1);
        }
      else
        split_row (self, row);
    }
}

/* Whether a long row is rather begun here than put on the next page: not one that is high only to be written
 * into by hand. */
static gboolean
may_split (XrGridFlow *self, guint row)
{
  double room = xr_flow_room (self->flow), height = self->heights[row];

  return height > self->page_room
         || (height > self->page_room / 3 && room > self->page_room / 4
             && rest_height (self, row) > room);
}

static void
place_band (XrGridFlow *self, guint from, guint to)
{
  double height = height_of (self, from, to);
  /* What ends the table takes its last row along, but not the whole table. */
  double below = to == self->grid->rows->len && from > self->n_heads ? self->below : 0;

  self->band = from;
  if (height + below <= xr_flow_room (self->flow))
    place_piece (self, from, to);
  else if (to - from == 1 && !g_array_index (self->grid->rows, XrGridRow, from).exact
           && may_split (self, from))
    split_row (self, from);
  else
    {
      if (self->flow->y > self->flow->shape.top)
        next_page (self);
      if (height <= xr_flow_room (self->flow))
        place_piece (self, from, to);
      else
        split_band (self, from, to);
    }
}

/* The row after the last one that cells of rows @from … reach. */
static guint
band_end (const XrGridFlow *self, guint from)
{
  guint end = from + 1;

  for (guint i = self->first[from]; i < self->grid->cells->len; i++)
    {
      const XrGridCell *cell = g_ptr_array_index (self->grid->cells, i);
      if (cell->row >= end)
        break;
      end = MAX (end, cell->row + cell->row_span);
    }
  end = MIN (end, self->grid->rows->len);
  if (g_array_index (self->grid->rows, XrGridRow, end - 1).keep && end < self->grid->rows->len)
    return band_end (self, end);
  return end;
}

/* ---- the whole */

static void
measure_columns (XrGridFlow *self)
{
  const GArray *widths = self->grid->widths;
  double room = xr_flow_width (self->flow), sum = 0, scale = 1;

  for (guint i = 0; i < widths->len; i++)
    sum += g_array_index (widths, double, i);
  if (!self->grid->exact_widths)
    scale = room / XR_MM (sum);
  self->x[0] = 0;
  for (guint i = 0; i < widths->len; i++)
    self->x[i + 1] = self->x[i] + XR_MM (g_array_index (widths, double, i)) * scale;
  self->offset = XR_MM (self->grid->offset);
}

static void
index_rows (XrGridFlow *self)
{
  const XrGrid *grid = self->grid;
  guint cell = 0;

  for (guint row = 0; row <= grid->rows->len; row++)
    {
      while (cell < grid->cells->len
             && ((XrGridCell *) g_ptr_array_index (grid->cells, cell))->row < row)
        cell++;
      self->first[row] = cell;
    }
  while (self->n_heads < grid->rows->len
         && g_array_index (grid->rows, XrGridRow, self->n_heads).head)
    self->n_heads++;
}

static void
clear (XrGridFlow *self)
{
  for (guint i = 0; i < self->grid->cells->len; i++)
    g_clear_object (&self->sets[i].layout);
  g_free (self->sets);
  g_free (self->x);
  g_free (self->heights);
  g_free (self->tops);
  g_free (self->first);
}

void
xr_flow_grid (XrFlow *flow, XrGrid *grid, double below)
{
  XrGridFlow self = { .flow = flow, .grid = grid, .piece_top = -1, .below = below };
  XrPageShape shape;

  if (grid->rows->len == 0)
    return;
  xr_flow_room (flow);
  self.sets = g_new0 (XrCellSet, grid->cells->len);
  self.x = g_new0 (double, grid->widths->len + 1);
  self.heights = g_new0 (double, grid->rows->len);
  self.tops = g_new0 (double, grid->rows->len + 1);
  self.first = g_new0 (guint, grid->rows->len + 1);
  measure_columns (&self);
  index_rows (&self);
  for (guint i = 0; i < grid->cells->len; i++)
    xr_grid_flow_set (&self, i);
  measure_rows (&self);
  shape = xr_paper_shape (flow->paper, flow->pages->len);
  self.page_room = shape.height - shape.top - shape.bottom - height_of (&self, 0, self.n_heads);
  for (guint row = 0, end; row < grid->rows->len; row = end)
    {
      /* The head stays with what follows it. */
      end = MAX (band_end (&self, row), row == 0 ? self.n_heads : 0);
      if (row == 0 && end < grid->rows->len
          && height_of (&self, 0, band_end (&self, end)) > xr_flow_room (flow)
          && height_of (&self, 0, band_end (&self, end)) < self.page_room)
        xr_flow_new_page (flow);
      place_band (&self, row, end);
    }
  close_piece (&self);
  flow->y += grid->gap;
  clear (&self);
}
