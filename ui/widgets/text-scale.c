/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widths in pixels for text of any size. Knows nothing of what the text says. */
#include "config.h"

#include "widgets/text-scale.h"

/* 11 points at 96 dots an inch. */
#define USUAL_SIZE (11.0 * 96.0 / 72.0)

/* The height of the widget's letters in pixels. */
static double
get_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * pango_cairo_context_get_resolution (context) / 72.0;
}

int
xr_text_scale (GtkWidget *widget, int pixels)
{
  return (int) (MAX (get_size (widget) / USUAL_SIZE, 1.0) * pixels + 0.5);
}
