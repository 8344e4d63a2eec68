/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws figures on a line. Places are whole numbers until they meet the canvas. */

#include "config.h"

#include "forms/strip.h"

#define DOT_RADIUS 3.5
#define PALE       0.15
#define MEDIUM     0.45
#define STRONG     0.85
#define STEPS      10000

XrStrip *
xr_strip_new (XrStripKind kind, XrDecimal lowest, XrDecimal highest)
{
  XrStrip *self = g_new0 (XrStrip, 1);

  self->kind = kind;
  self->lowest = lowest;
  self->highest = highest;
  self->values = g_array_new (FALSE, FALSE, sizeof (XrDecimal));
  return self;
}

XrStrip *
xr_strip_copy (const XrStrip *self)
{
  XrStrip *copy = g_memdup2 (self, sizeof *self);

  copy->values = g_array_copy (self->values);
  return copy;
}

void
xr_strip_free (XrStrip *self)
{
  g_array_unref (self->values);
  g_free (self);
}

void
xr_strip_add (XrStrip *self, XrDecimal value)
{
  g_array_append_val (self->values, value);
}

void
xr_strip_set_mark (XrStrip *self, XrDecimal value)
{
  self->has_mark = TRUE;
  self->mark = value;
}

/* Where a figure stands, in STEPS of the line. */
static gint64
find_place (const XrStrip *self, XrDecimal value)
{
  gint64 span = MAX (self->highest.units - self->lowest.units, 1);
  gint64 units = CLAMP (value.units, self->lowest.units, self->highest.units);

  return (gint64) ((__int128) (units - self->lowest.units) * STEPS / span);
}

void
xr_strip_count (const XrStrip *self, guint counts[XR_STRIP_BINS])
{
  for (guint i = 0; i < XR_STRIP_BINS; i++)
    counts[i] = 0;
  for (guint i = 0; i < self->values->len; i++)
    {
      gint64 place = find_place (self, g_array_index (self->values, XrDecimal, i));

      counts[MIN (place * XR_STRIP_BINS / STEPS, XR_STRIP_BINS - 1)]++;
    }
}

/* From the left, so that a dot at an end stays whole. */
static double
find_x (const XrStrip *self, XrDecimal value, double width)
{
  return DOT_RADIUS + (double) find_place (self, value) / STEPS * (width - 2 * DOT_RADIUS);
}

static void
draw_dots (const XrStrip *self, cairo_t *cr, double width, double height)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      cairo_arc (cr, find_x (self, g_array_index (self->values, XrDecimal, i), width), height / 2,
                 DOT_RADIUS, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_counts (const XrStrip *self, cairo_t *cr, double width, double height)
{
  guint counts[XR_STRIP_BINS];
  guint most = 1;
  double step = (width - 2 * DOT_RADIUS) / XR_STRIP_BINS;

  xr_strip_count (self, counts);
  for (guint i = 0; i < XR_STRIP_BINS; i++)
    most = MAX (most, counts[i]);
  for (guint i = 0; i < XR_STRIP_BINS; i++)
    cairo_rectangle (cr, DOT_RADIUS + i * step, height - height * counts[i] / most, step - 1,
                     height * counts[i] / most);
  cairo_fill (cr);
}

static void
draw_mark (const XrStrip *self, cairo_t *cr, double width, double height)
{
  if (!self->has_mark)
    return;
  cairo_rectangle (cr, find_x (self, self->mark, width) - 1.25, 0, 2.5, height);
  cairo_fill (cr);
}

void
xr_strip_draw (const XrStrip *self, cairo_t *cr, double width, double height, double red,
               double green, double blue)
{
  gboolean bar = self->kind == XR_STRIP_BAR;

  cairo_set_source_rgba (cr, red, green, blue, PALE);
  if (bar)
    cairo_rectangle (cr, 0, height / 4, width, height / 2);
  else
    cairo_rectangle (cr, 0, self->kind == XR_STRIP_DOTS ? height / 2 - 0.5 : height - 1, width, 1);
  cairo_fill (cr);
  cairo_set_source_rgba (cr, red, green, blue, MEDIUM);
  if (self->kind == XR_STRIP_DOTS)
    draw_dots (self, cr, width, height);
  else if (self->kind == XR_STRIP_COUNTS)
    draw_counts (self, cr, width, height);
  cairo_set_source_rgba (cr, red, green, blue, STRONG);
  if (bar && self->has_mark)
    {
      cairo_rectangle (cr, 0, height / 4, (double) find_place (self, self->mark) / STEPS * width,
                       height / 2);
      cairo_fill (cr);
    }
  else if (!bar)
    draw_mark (self, cr, width, height);
}
