/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws parts of 100 and names them. The segments alternate in strength, so that they can be told apart
 * without colours; the figures stand in words below. */
#include "config.h"

#include "widgets/weight-bar.h"

#include <glib/gi18n-lib.h>

#define BAR_HEIGHT 12

struct _XrWeightBar
{
  GtkWidget parent_instance;

  GArray *weights; /* XrDecimal */
  GString *text;
  GtkWidget *strip;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (XrWeightBar, xr_weight_bar, GTK_TYPE_WIDGET)

static gint64
sum_units (XrWeightBar *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->weights->len; i++)
    sum += g_array_index (self->weights, XrDecimal, i).units;
  return sum;
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  XrWeightBar *self = data;
  gint64 whole = MAX (sum_units (self), 100 * XR_DECIMAL_SCALE);
  GdkRGBA color;
  gint64 before = 0;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  color.alpha = 0.12f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  for (guint i = 0; i < self->weights->len; i++)
    {
      gint64 units = g_array_index (self->weights, XrDecimal, i).units;
      int start = (int) (before * width / whole);
      int end = (int) ((before + units) * width / whole);
      color.alpha = i % 2 == 0 ? 0.75f : 0.45f;
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_rectangle (cr, start, 0, MAX (end - start - 1, 0), height);
      cairo_fill (cr);
      before += units;
    }
}

static void
update_label (XrWeightBar *self)
{
  gint64 sum = sum_units (self);
  g_autofree char *figure = xr_decimal_format_short ((XrDecimal){ sum });
  gboolean whole = sum == 100 * XR_DECIMAL_SCALE;
  g_autofree char *text = whole
                            ? g_strdup_printf (_ ("✓ %s = 100"), self->text->str)
                            : g_strdup_printf (_ ("! %1$s = %2$s, should be 100"),
                                               self->text->len > 0 ? self->text->str : "0", figure);

  gtk_label_set_label (self->label, text);
  if (whole)
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "error");
  gtk_widget_queue_draw (self->strip);
}

static void
xr_weight_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (xr_weight_bar_parent_class)->dispose (object);
}

static void
xr_weight_bar_finalize (GObject *object)
{
  XrWeightBar *self = XR_WEIGHT_BAR (object);

  g_array_unref (self->weights);
  g_string_free (self->text, TRUE);
  G_OBJECT_CLASS (xr_weight_bar_parent_class)->finalize (object);
}

static void
xr_weight_bar_class_init (XrWeightBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_weight_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_weight_bar_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
xr_weight_bar_init (XrWeightBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  self->weights = g_array_new (FALSE, FALSE, sizeof (XrDecimal));
  self->text = g_string_new (NULL);
  self->strip = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->strip), BAR_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->strip), draw_cb, self, NULL);
  gtk_widget_add_css_class (self->strip, "xr-weights");
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  update_label (self);
}

XrWeightBar *
xr_weight_bar_new (void)
{
  return g_object_new (XR_TYPE_WEIGHT_BAR, NULL);
}

void
xr_weight_bar_clear (XrWeightBar *self)
{
  g_array_set_size (self->weights, 0);
  g_string_truncate (self->text, 0);
  update_label (self);
}

void
xr_weight_bar_add (XrWeightBar *self, const char *name, XrDecimal weight)
{
  g_autofree char *figure = xr_decimal_format_short (weight);

  g_array_append_val (self->weights, weight);
  g_string_append_printf (self->text, "%s%s %s", self->text->len > 0 ? " + " : "", name, figure);
  update_label (self);
}
