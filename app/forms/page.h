/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "forms/strip.h"
#include "forms/typesetter.h"

G_BEGIN_DECLS

/* A page that is laid out: texts, lines and pictures at their places. It is plain data; printer, preview,
 * PDF and tests draw it with the same function. Measures are points from the paper's top left corner. */

typedef struct
{
  double x, y, width, height;
} XrBox;

typedef enum
{
  XR_ITEM_TEXT,    /* one line of a layout */
  XR_ITEM_STROKE,  /* a line from the box's corner to the opposite one */
  XR_ITEM_FRAME,   /* the outline of the box */
  XR_ITEM_TICK,    /* √ drawn over the box */
  XR_ITEM_PICTURE, /* fitted into the box, ratio kept */
  XR_ITEM_STRIP,   /* a plot filling the box */
  XR_ITEM_QR,      /* modules filling the box */
} XrItemKind;

typedef struct
{
  XrItemKind kind;
  XrBox box;        /* text: the room that the line has to stay in */
  double thickness; /* STROKE, FRAME, TICK */
  double grey;      /* 0 black … 1 white */

  PangoLayout *layout; /* TEXT */
  int line;            /* which line of it */
  double x, y;         /* where its base line begins */
  gboolean struck;     /* a line through it */
  const char
    *field;   /* what the text fills, such as 姓名; NULL: fixed words of the paper (interned) */
  guint cell; /* lines of one cell bear one number */

  cairo_surface_t *picture; /* PICTURE */
  XrStrip *strip;           /* STRIP */
  guint8 *modules;          /* QR: side × side, 1 is dark */
  guint side;
} XrItem;

typedef struct
{
  double width, height; /* of the paper */
  GPtrArray *items;     /* XrItem */
} XrPage;

XrPage *xr_page_new (double width, double height);
void xr_page_free (XrPage *page);
/* A new item on the page, all fields 0. (transfer none) */
XrItem *xr_page_add (XrPage *page, XrItemKind kind, XrBox box);
/* A line of @layout whose base line begins at @x, @y. */
XrItem *xr_page_add_line (XrPage *page, PangoLayout *layout, int line, XrBox box, double x,
                          double y);
void xr_page_add_stroke (XrPage *page, double x1, double y1, double x2, double y2,
                         double thickness);
/* The text of a line, without the break at its end. (transfer full) */
char *xr_item_dup_text (const XrItem *item);

/* Draws onto @cr, whose unit is the point and whose origin is the paper's top left corner. */
void xr_page_draw (cairo_t *cr, const XrPage *page);

G_END_DECLS
