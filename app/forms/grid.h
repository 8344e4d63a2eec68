/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "forms/strip.h"
#include "forms/typesetter.h"

G_BEGIN_DECLS

/* A table of a paper: columns in mm, rows with cells that may span. Lists and fixed forms are both grids,
 * and so is what goes into the .xlsx twin. Forms build it from left to right and top to bottom; where it
 * stands and how it breaks over pages is the layout's affair (forms/flow-grid.c).
 *
 * In a blank copy the values that a form gives are left out by the grid itself, so that a form need not
 * ask. Texts that are too long for a cell of a growing row make the row grow, over pages if need be; in a
 * row of exact height they shrink to `least`, and what then still does not fit goes to a continuation
 * page. Nothing is ever cut off. */

/* pt: smaller type is not for people of fifty, and what does not fit then goes on elsewhere. */
#define XR_GRID_LEGIBLE 8.0

typedef enum
{
  XR_GRID_LABEL,  /* words of the form itself */
  XR_GRID_VALUE,  /* what the office file says */
  XR_GRID_CHECKS, /* □ options, one may be ticked */
  XR_GRID_DIGITS, /* boxes for digits written by hand */
  XR_GRID_PHOTO,
  XR_GRID_STRIP, /* a small plot */
} XrGridKind;

typedef enum
{
  XR_ALIGN_LEFT,
  XR_ALIGN_CENTRE,
  XR_ALIGN_RIGHT,
} XrAlign;

typedef enum
{
  XR_PLACE_MIDDLE,
  XR_PLACE_TOP,
  XR_PLACE_BOTTOM,
} XrPlace;

typedef struct
{
  XrGridKind kind;
  guint row, column, row_span, column_span;
  char *text;
  const char *field; /* interned: the label or head that it belongs to */
  char *owner;       /* whose row it is: told where the text goes on elsewhere; or NULL */
  XrAlign align;
  XrPlace place;
  XrFace face;
  double size, least; /* pt: as wanted, and how far it may shrink in a row of exact height */
  double pitch;       /* pt from line to line; 0: 1.35 × the size */
  double hang; /* pt at `size`: lines after the first of a paragraph stand this much further in, and
                  so does what follows a tab */
  double left, right; /* pt: room inside the cell besides the grid's own pads */
  gboolean open;      /* no line below it */
  gboolean number;    /* a number in the .xlsx twin */
  gboolean struck;    /* crossed out: a score that was dropped */
  int ticked;         /* CHECKS: which option, −1 none */
  GBytes *photo;      /* PHOTO: JPEG or PNG, or NULL */
  XrStrip *strip;     /* STRIP, or NULL */
  char *boxes;        /* DIGITS: 0 for each box, and the point: "000.00" */
} XrGridCell;

typedef struct
{
  double height; /* mm, at least; exact: just so */
  gboolean exact;
  gboolean head; /* repeated on each page */
  gboolean keep; /* not the last row of a page */
} XrGridRow;

/* What a list is made of. A title "A|B" stands as B below an A that it shares with its neighbours. */
typedef struct
{
  const char *title;
  double width; /* mm; the sum is scaled to the page */
  XrAlign align;
  gboolean number;
} XrListColumn;

typedef struct
{
  GArray *widths; /* double, mm; scaled to the text area unless exact_widths */
  gboolean exact_widths;
  GPtrArray *cells;    /* XrGridCell */
  GArray *rows;        /* XrGridRow */
  double size;         /* pt of cells to come; 10.5 */
  double pitch;        /* pt of cells to come, as in the cell; 0 */
  double border, line; /* pt: outer and inner; 1.0 and 0.5; 0: none */
  double pad_x, pad_y; /* pt: between the lines and the text of cells */
  double offset;       /* mm: from the left margin */
  double gap;          /* pt: below the table */
  gboolean blank;
  guint8 *taken; /* per column: rows that a span from above still covers */
  guint column;  /* next free one of the current row */
  const char *field;
  const char **fields;         /* lists: per column */
  const XrListColumn *columns; /* lists */
} XrGrid;

XrGrid *xr_grid_new (const double *widths, guint n_widths, gboolean blank);
XrGrid *xr_grid_new_list (const XrListColumn *columns, guint n_columns, gboolean blank);
void xr_grid_free (XrGrid *grid);

/* Begins a row; @height in mm is the least, or with _exact the height. */
void xr_grid_row (XrGrid *grid, double height);
void xr_grid_row_exact (XrGrid *grid, double height);
/* Makes the row just begun one that each page repeats. */
void xr_grid_repeat_row (XrGrid *grid);

/* Each adds the next cell of the row, @span columns wide; its looks may be changed through the result.
 * (transfer none) */
XrGridCell *xr_grid_label (XrGrid *grid, guint span, const char *text);
/* The same with its characters one below the other; line feeds in @text set the lines instead. */
XrGridCell *xr_grid_label_down (XrGrid *grid, guint rows, const char *text);
/* @text may be NULL. The value belongs to the label before it. */
XrGridCell *xr_grid_value (XrGrid *grid, guint span, const char *text);
/* Words that stay in a blank copy: instructions, （盖章）, 年 月 日. */
XrGridCell *xr_grid_words (XrGrid *grid, guint span, const char *text);
/* @options: divided by '|'; @ticked: which one, −1 none. A blank copy has none ticked. */
XrGridCell *xr_grid_checks (XrGrid *grid, guint span, const char *options, int ticked);
XrGridCell *xr_grid_digits (XrGrid *grid, guint span, const char *boxes);
XrGridCell *xr_grid_photo (XrGrid *grid, guint rows, GBytes *photo);
/* A plot, a fact like any value. Takes @strip, which may be NULL. */
XrGridCell *xr_grid_strip (XrGrid *grid, XrStrip *strip);
/* A label and its value, a column and @span columns wide. */
XrGridCell *xr_grid_pair (XrGrid *grid, const char *label, guint span, const char *text);
/* Makes @cell go down over @rows rows. */
void xr_grid_go_down (XrGrid *grid, XrGridCell *cell, guint rows);

/* A row of a list: a text for each column, NULL where there is none. Ignored in a blank copy. */
void xr_list_add (XrGrid *grid, const char *const *texts);
/* A line over the whole width before the rows of a group. */
void xr_list_group (XrGrid *grid, const char *text);
/* In a blank copy: @n empty rows, @height mm each, numbered when @numbered. */
void xr_list_pad (XrGrid *grid, guint n, double height, gboolean numbered);

G_END_DECLS
