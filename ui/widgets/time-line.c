/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws spans of days. It knows a working calendar and nothing of rounds or stages. */
#include "config.h"

#include "widgets/time-line.h"

#include <glib/gi18n-lib.h>

#define GAP        12
#define TICK_WIDTH 56
/* Over more than some years single days can't be told apart. */
#define MOST_SHADED 1500

typedef struct
{
  char *name;
  XrDate first, last;
} Span;

struct _XrTimeLine
{
  AdwBin parent_instance;

  GtkWidget *area;
  const XrCalendar *calendar;
  GArray *spans; /* Span */
};

G_DEFINE_FINAL_TYPE (XrTimeLine, xr_time_line, ADW_TYPE_BIN)

/* Where things stand: the names' column, then days of equal width. */
typedef struct
{
  XrDate first;
  int n_days;
  int left, width;
  int line; /* the height of one */
} Scale;

static const Span *
get_span (XrTimeLine *self, guint place)
{
  return &g_array_index (self->spans, Span, place);
}

static double
get_x (const Scale *scale, int day)
{
  return scale->left + (double) scale->width * day / scale->n_days;
}

static PangoLayout *
create_layout (XrTimeLine *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->area, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* Lines grow with the text of the desktop; the axis is one of them. */
static int
get_line_height (XrTimeLine *self)
{
  g_autoptr (PangoLayout) layout = create_layout (self, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + 1;
}

/* The first Monday before everything, and whole weeks from there. */
static void
find_days (XrTimeLine *self, Scale *scale)
{
  XrDate last = get_span (self, 0)->last;

  scale->first = get_span (self, 0)->first;
  for (guint i = 1; i < self->spans->len; i++)
    {
      const Span *span = get_span (self, i);
      if (xr_date_compare (span->first, scale->first) < 0)
        scale->first = span->first;
      if (xr_date_compare (span->last, last) > 0)
        last = span->last;
    }
  scale->first = xr_date_add_days (scale->first, 1 - xr_date_weekday (scale->first));
  scale->n_days = (xr_date_days_between (scale->first, last) / 7 + 1) * 7;
}

static void
find_scale (XrTimeLine *self, int width, Scale *scale)
{
  int names = 0;

  find_days (self, scale);
  for (guint i = 0; i < self->spans->len; i++)
    {
      g_autoptr (PangoLayout) layout = create_layout (self, get_span (self, i)->name);
      int extent;

      pango_layout_get_pixel_size (layout, &extent, NULL);
      names = MAX (names, extent);
    }
  scale->line = get_line_height (self);
  scale->left = names + GAP;
  scale->width = MAX (width - scale->left, 1);
}

/* ---- drawing */

/* @name: a colour of the theme, or NULL for that of text. */
static void
set_color (XrTimeLine *self, cairo_t *cr, const char *name, float alpha)
{
  GtkStyleContext *context = gtk_widget_get_style_context (self->area);
  GdkRGBA color;

  if (name == NULL || !gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  color.alpha *= alpha;
  gdk_cairo_set_source_rgba (cr, &color);
}

/* A day of which the calendar knows nothing is left as it is. */
static gboolean
is_day_off (XrTimeLine *self, XrDate day)
{
  gboolean working;

  return self->calendar != NULL && xr_calendar_is_working (self->calendar, day, &working, NULL)
         && !working;
}

static void
draw_days_off (XrTimeLine *self, cairo_t *cr, const Scale *scale, int height)
{
  if (scale->n_days > MOST_SHADED)
    return;
  set_color (self, cr, NULL, 0.08f);
  for (int i = 0; i < scale->n_days; i++)
    {
      if (is_day_off (self, xr_date_add_days (scale->first, i)))
        cairo_rectangle (cr, get_x (scale, i), scale->line, get_x (scale, i + 1) - get_x (scale, i),
                         height - scale->line);
    }
  cairo_fill (cr);
}

static void
draw_text (XrTimeLine *self, cairo_t *cr, double x, double y, const char *text)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text);

  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* Mondays, as many as have room for their dates. */
static void
draw_axis (XrTimeLine *self, cairo_t *cr, const Scale *scale)
{
  int weeks = MAX (1, TICK_WIDTH * scale->n_days / (7 * scale->width) + 1);

  set_color (self, cr, NULL, 0.7f);
  for (int i = 0; i < scale->n_days; i += 7 * weeks)
    {
      XrDate day = xr_date_add_days (scale->first, i);
      g_autofree char *text = g_strdup_printf ("%d-%02d", day.month, day.day);

      if (get_x (scale, i) + TICK_WIDTH <= scale->left + scale->width)
        draw_text (self, cr, get_x (scale, i), 0, text);
    }
}

static void
draw_span (XrTimeLine *self, cairo_t *cr, const Scale *scale, guint place)
{
  const Span *span = get_span (self, place);
  int from = xr_date_days_between (scale->first, span->first);
  int to = xr_date_days_between (scale->first, span->last) + 1;
  double y = ((double) place + 1) * scale->line;
  double x = get_x (scale, from);

  set_color (self, cr, NULL, 1.0f);
  draw_text (self, cr, 0, y, span->name);
  set_color (self, cr, "accent_color", 0.8f);
  cairo_rectangle (cr, x, y + 3, MAX (get_x (scale, to) - x - 1, 2), scale->line - 6);
  cairo_fill (cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  XrTimeLine *self = data;
  Scale scale;

  if (self->spans->len == 0)
    return;
  find_scale (self, width, &scale);
  draw_days_off (self, cr, &scale, height);
  draw_axis (self, cr, &scale);
  for (guint i = 0; i < self->spans->len; i++)
    draw_span (self, cr, &scale, i);
}

/* ---- words */

char *
xr_time_line_describe (const XrCalendar *calendar, const char *name, XrDate first, XrDate last)
{
  g_autofree char *from = xr_date_to_iso (first);
  g_autofree char *to = xr_date_to_iso (last);
  int days;

  if (calendar != NULL && xr_calendar_count_working_days (calendar, first, last, &days, NULL))
    return g_strdup_printf (_ ("%1$s: %2$s to %3$s, working days: %4$d"), name, from, to, days);
  return g_strdup_printf (_ ("%1$s: %2$s to %3$s"), name, from, to);
}

static char *
describe_all (XrTimeLine *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = get_span (self, i);
      g_autofree char *line = xr_time_line_describe (self->calendar, span->name, span->first,
                                                     span->last);
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

static gboolean
query_tooltip_cb (XrTimeLine *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int line = get_line_height (self);
  guint place = (guint) (MAX (y - line, 0) / line);
  g_autofree char *text = NULL;
  const Span *span;

  if (place >= self->spans->len)
    return FALSE;
  span = get_span (self, place);
  text = xr_time_line_describe (self->calendar, span->name, span->first, span->last);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
update (XrTimeLine *self)
{
  g_autofree char *text = describe_all (self);

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area),
                                       ((int) self->spans->len + 1) * get_line_height (self));
  gtk_widget_set_visible (GTK_WIDGET (self), self->spans->len > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_queue_draw (self->area);
}

/* ---- object */

static void
clear_span (gpointer data)
{
  g_free (((Span *) data)->name);
}

static void
xr_time_line_finalize (GObject *object)
{
  g_array_unref (XR_TIME_LINE (object)->spans);
  G_OBJECT_CLASS (xr_time_line_parent_class)->finalize (object);
}

static void
xr_time_line_class_init (XrTimeLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xr_time_line_finalize;
}

static void
xr_time_line_init (XrTimeLine *self)
{
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_array_set_clear_func (self->spans, clear_span);
  self->area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                             "has-tooltip", TRUE, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  g_signal_connect_swapped (self->area, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  adw_bin_set_child (ADW_BIN (self), self->area);
  update (self);
}

XrTimeLine *
xr_time_line_new (void)
{
  return g_object_new (XR_TYPE_TIME_LINE, NULL);
}

void
xr_time_line_clear (XrTimeLine *self, const XrCalendar *calendar)
{
  self->calendar = calendar;
  g_array_set_size (self->spans, 0);
  update (self);
}

void
xr_time_line_add (XrTimeLine *self, const char *name, XrDate first, XrDate last)
{
  Span span = { g_strdup (name), first, last };

  g_array_append_val (self->spans, span);
  update (self);
}
