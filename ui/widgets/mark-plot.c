/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws dots or a bar in the colour of the text. Dots are pale, so that equal marks grow dark. */
#include "config.h"

#include "widgets/mark-plot.h"

#define PLOT_WIDTH  150
#define PLOT_HEIGHT 16
#define DOT_RADIUS  4

typedef struct
{
  XrMarkPlotKind kind;
  GArray *values;
  XrDecimal lowest, highest;
} Plot;

static void
free_plot (gpointer data)
{
  Plot *self = data;

  g_array_unref (self->values);
  g_free (self);
}

/* Where a figure stands on a line of @width pixels. */
static int
place_value (const Plot *self, XrDecimal value, int width)
{
  gint64 span = MAX (self->highest.units - self->lowest.units, 1);
  gint64 units = CLAMP (value.units, self->lowest.units, self->highest.units);

  return (int) ((units - self->lowest.units) * width / span);
}

static void
draw_line (const Plot *self, cairo_t *cr, int width, int height)
{
  if (self->kind == XR_MARK_PLOT_DOTS)
    cairo_rectangle (cr, 0, height / 2, width, 1);
  else
    cairo_rectangle (cr, 0, height / 4, width, height / 2);
  cairo_fill (cr);
}

static void
draw_values (const Plot *self, cairo_t *cr, int width, int height)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      XrDecimal value = g_array_index (self->values, XrDecimal, i);

      if (self->kind == XR_MARK_PLOT_BAR)
        cairo_rectangle (cr, 0, height / 4, place_value (self, value, width), height / 2);
      else
        cairo_arc (cr, DOT_RADIUS + place_value (self, value, width - 2 * DOT_RADIUS), height / 2,
                   DOT_RADIUS, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Plot *self = data;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  color.alpha = 0.15f;
  gdk_cairo_set_source_rgba (cr, &color);
  draw_line (self, cr, width, height);
  color.alpha = self->kind == XR_MARK_PLOT_BAR ? 0.75f : 0.45f;
  gdk_cairo_set_source_rgba (cr, &color);
  draw_values (self, cr, width, height);
}

GtkWidget *
xr_mark_plot_new (XrMarkPlotKind kind, GArray *values, XrDecimal lowest, XrDecimal highest,
                  const char *words)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                  NULL);
  Plot *plot = g_new0 (Plot, 1);

  plot->kind = kind;
  plot->values = g_array_copy (values);
  plot->lowest = lowest;
  plot->highest = highest;
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), PLOT_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), PLOT_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, plot, free_plot);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (area, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return area;
}
