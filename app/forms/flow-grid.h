/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/flow.h"

G_BEGIN_DECLS

/* A table while it is being placed; for forms/flow-grid.c and forms/flow-cells.c only. */

/* A cell as set: its lines, and how many of them stand on pages already. */
typedef struct
{
  PangoLayout *layout;
  int n_lines, next;
  double size, pitch; /* pt */
} XrCellSet;

typedef struct
{
  XrFlow *flow;
  XrGrid *grid;
  XrCellSet *sets;  /* per cell */
  double *x;        /* left edges of the columns from the table's own, and its right one, pt */
  double *heights;  /* per row, pt */
  double *tops;     /* per row, where it stands on the page */
  guint *first;     /* per row: its first cell */
  guint n_heads;    /* rows that each page repeats */
  guint band;       /* the first row of those that hang together by cells that span rows */
  double page_room; /* of a page below the repeated head */
  double below;     /* room that has to be left below the last row, pt */
  double offset;    /* of the table from the left margin */
  double piece_top; /* of what stands on this page, −1 when nothing does */
  double bottom;
} XrGridFlow;

/* Sets cell @i as large as its room lets it. */
void xr_grid_flow_set (XrGridFlow *self, guint i);
/* The height that it needs in rows that may grow, pt. */
double xr_grid_flow_needed (const XrGridFlow *self, guint i);
/* The height that rows of exact height give the cell, 0 where one of them may grow. */
double xr_grid_flow_exact (const XrGridFlow *self, const XrGridCell *cell);
double xr_grid_flow_width (const XrGridFlow *self, const XrGridCell *cell);
/* Draws cell @i, or as many of its lines as go into @box; @continued: it began on a page before. */
void xr_grid_flow_draw (XrGridFlow *self, guint i, XrBox box, gboolean continued);

G_END_DECLS
