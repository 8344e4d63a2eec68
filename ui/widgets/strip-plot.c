/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lends a strip a place in a window and the colour of its text, light or dark. */
#include "config.h"

#include "widgets/strip-plot.h"

#define PLOT_WIDTH  150
#define PLOT_HEIGHT 20

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  xr_strip_draw (data, cr, width, height, (double) color.red, (double) color.green,
                 (double) color.blue);
}

GtkWidget *
xr_strip_plot_new (XrStrip *strip, const char *words)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                  NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), PLOT_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), PLOT_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, strip,
                                  (GDestroyNotify) xr_strip_free);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (area, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (area, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return area;
}
