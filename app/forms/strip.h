/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "core/decimal.h"

G_BEGIN_DECLS

/* A small plot: figures on one line between two ends. The same drawing serves the windows and the papers.
 * It shows nothing that does not stand beside it as a figure, uses one colour in three strengths, and
 * tells the marked figure by its shape. */

typedef enum
{
  XR_STRIP_BAR,    /* a bar up to the marked figure */
  XR_STRIP_DOTS,   /* a pale dot for each figure; equal ones grow dark */
  XR_STRIP_COUNTS, /* how many figures lie in each tenth of the line */
} XrStripKind;

typedef struct
{
  XrStripKind kind;
  XrDecimal lowest, highest; /* the ends of the line */
  GArray *values;            /* XrDecimal; may be empty */
  gboolean has_mark;
  XrDecimal mark; /* the one that it is about: an upright line through the plot */
} XrStrip;

#define XR_STRIP_BINS 10

XrStrip *xr_strip_new (XrStripKind kind, XrDecimal lowest, XrDecimal highest);
XrStrip *xr_strip_copy (const XrStrip *self);
void xr_strip_free (XrStrip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrStrip, xr_strip_free)
void xr_strip_add (XrStrip *self, XrDecimal value);
void xr_strip_set_mark (XrStrip *self, XrDecimal value);

/* How many values lie in each tenth; the highest end counts to the last. */
void xr_strip_count (const XrStrip *self, guint counts[XR_STRIP_BINS]);

/* Draws into the rectangle from the origin; @red … @blue: 0 to 1, the colour of the text around. */
void xr_strip_draw (const XrStrip *self, cairo_t *cr, double width, double height, double red,
                    double green, double blue);

G_END_DECLS
