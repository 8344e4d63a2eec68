/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages on the screen. It draws with the function that prints, and knows nothing of forms. */
#include "config.h"

#include "print/paper-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GAP            18 /* px around pages */
#define PIXELS_A_POINT (96.0 / 72.0)
#define WIDEST_ZOOM    1.25 /* of a page that is fitted to the width */
#define SCROLL_SLACK   200  /* px: what may stand above the view in what scrolls */

typedef struct
{
  guint page;
  XrBox box; /* pt */
} Match;

struct _XrPaperView
{
  GtkWidget parent_instance;

  GPtrArray *pages; /* XrPage */
  double zoom;      /* 0: to the width */
  int width;        /* that there is, px */
  char *wanted;     /* what is searched for */
  GArray *matches;  /* Match */
  guint match;      /* the one at hand, from 1 */
};

G_DEFINE_FINAL_TYPE (XrPaperView, xr_paper_view, GTK_TYPE_WIDGET)

/* ---- geometry */

static double
widest (XrPaperView *self)
{
  double width = 1;

  for (guint i = 0; self->pages != NULL && i < self->pages->len; i++)
    width = MAX (width, ((XrPage *) g_ptr_array_index (self->pages, i))->width);
  return width;
}

/* Pixels a point. */
static double
get_scale (XrPaperView *self)
{
  if (self->zoom > 0)
    return self->zoom * PIXELS_A_POINT;
  return MIN (MAX (self->width - 2 * GAP, 200) / widest (self), WIDEST_ZOOM * PIXELS_A_POINT);
}

double
xr_paper_view_get_zoom (XrPaperView *self)
{
  return get_scale (self) / PIXELS_A_POINT;
}

static double
page_top (XrPaperView *self, guint page)
{
  double y = GAP, scale = get_scale (self);

  for (guint i = 0; i < page; i++)
    y += ((XrPage *) g_ptr_array_index (self->pages, i))->height * scale + GAP;
  return y;
}

static double
page_left (XrPaperView *self, const XrPage *page)
{
  return MAX ((gtk_widget_get_width (GTK_WIDGET (self)) - page->width * get_scale (self)) / 2, GAP);
}

static void
xr_paper_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  XrPaperView *self = XR_PAPER_VIEW (widget);
  guint n_pages = self->pages != NULL ? self->pages->len : 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = (int) page_top (self, n_pages);
  else
    *minimum = self->zoom > 0 ? (int) (widest (self) * get_scale (self)) + 2 * GAP : 200;
  *natural = *minimum;
}

static gboolean
resize_cb (gpointer data)
{
  gtk_widget_queue_resize (data);
  return G_SOURCE_REMOVE;
}

static void
xr_paper_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  XrPaperView *self = XR_PAPER_VIEW (widget);

  if (width == self->width)
    return;
  self->width = width;
  if (self->zoom <= 0)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, resize_cb, g_object_ref (self), g_object_unref);
}

/* ---- drawing */

static GtkAdjustment *
get_adjustment (XrPaperView *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  return scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))
                          : NULL;
}

/* What of the widget can be seen, from and to in px. */
static void
get_seen (XrPaperView *self, double *from, double *to)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  *from = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
  *to = adjustment != NULL ? *from + gtk_adjustment_get_page_size (adjustment)
                           : gtk_widget_get_height (GTK_WIDGET (self));
}

static void
mark_matches (XrPaperView *self, cairo_t *cr, guint page)
{
  for (guint i = 0; i < self->matches->len; i++)
    {
      const Match *match = &g_array_index (self->matches, Match, i);
      if (match->page != page)
        continue;
      cairo_set_source_rgba (cr, 1, i + 1 == self->match ? 0.55 : 0.85, 0, 0.45);
      cairo_rectangle (cr, match->box.x, match->box.y, match->box.width, match->box.height);
      cairo_fill (cr);
    }
}

/* White paper in a dark theme too: it is shown as it will be printed. */
static void
draw_page (XrPaperView *self, GtkSnapshot *snapshot, guint i, double top)
{
  const XrPage *page = g_ptr_array_index (self->pages, i);
  double scale = get_scale (self);
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) page_left (self, page), (float) top,
                                             (float) (page->width * scale),
                                             (float) (page->height * scale));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

  cairo_translate (cr, area.origin.x, area.origin.y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  mark_matches (self, cr, i);
  xr_page_draw (cr, page);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 1 / scale);
  cairo_rectangle (cr, 0, 0, page->width, page->height);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
xr_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XrPaperView *self = XR_PAPER_VIEW (widget);
  double from, to;

  get_seen (self, &from, &to);
  for (guint i = 0; self->pages != NULL && i < self->pages->len; i++)
    {
      double top = page_top (self, i), bottom = page_top (self, i + 1);
      if (bottom >= from - SCROLL_SLACK && top <= to + SCROLL_SLACK)
        draw_page (self, snapshot, i, top);
    }
}

/* ---- words */

/* Puts together what the pages say, for people who have them read out. */
static void
describe (XrPaperView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; self->pages != NULL && i < self->pages->len; i++)
    {
      const XrPage *page = g_ptr_array_index (self->pages, i);
      for (guint j = 0; j < page->items->len; j++)
        {
          const XrItem *item = g_ptr_array_index (page->items, j);
          g_autofree char *line = item->kind == XR_ITEM_TEXT ? xr_item_dup_text (item) : NULL;
          if (line != NULL)
            g_string_append_printf (text, "%s ", line);
        }
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Paper as it will be printed"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

static void
add_match (XrPaperView *self, guint page, const XrItem *item, int start, int end)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (item->layout, item->line);
  PangoRectangle logical;
  int from, to;
  Match match;

  pango_layout_line_index_to_x (line, MAX (start, line->start_index), FALSE, &from);
  pango_layout_line_index_to_x (line, MIN (end, line->start_index + line->length), FALSE, &to);
  pango_layout_line_get_extents (line, NULL, &logical);
  match = (Match){ page,
                   { item->x + pango_units_to_double (from),
                     item->y + pango_units_to_double (logical.y), pango_units_to_double (to - from),
                     pango_units_to_double (logical.height) } };
  g_array_append_val (self->matches, match);
}

/* A word may go over the end of a line: it is looked for in the whole text that the line belongs to. */
static void
search_item (XrPaperView *self, guint page, const XrItem *item)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (item->layout, item->line);
  const char *text = pango_layout_get_text (item->layout);
  int length = (int) strlen (self->wanted);

  for (const char *at = strstr (text, self->wanted); at != NULL;
       at = strstr (at + length, self->wanted))
    {
      int start = (int) (at - text);
      if (start < line->start_index + line->length && start + length > line->start_index)
        add_match (self, page, item, start, start + length);
    }
}

static void
find_matches (XrPaperView *self)
{
  g_array_set_size (self->matches, 0);
  self->match = 0;
  for (guint i = 0; *self->wanted != '\0' && self->pages != NULL && i < self->pages->len; i++)
    {
      const XrPage *page = g_ptr_array_index (self->pages, i);
      for (guint j = 0; j < page->items->len; j++)
        {
          const XrItem *item = g_ptr_array_index (page->items, j);
          if (item->kind == XR_ITEM_TEXT)
            search_item (self, i, item);
        }
    }
}

guint
xr_paper_view_search (XrPaperView *self, const char *text)
{
  g_free (self->wanted);
  self->wanted = g_strdup (text);
  find_matches (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return self->matches->len;
}

guint
xr_paper_view_go_to_match (XrPaperView *self, gboolean forward)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  const Match *match = NULL;
  guint n = self->matches->len;

  if (n == 0)
    return 0;
  self->match = forward ? self->match % n + 1 : (self->match + n - 2) % n + 1;
  match = &g_array_index (self->matches, Match, self->match - 1);
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment,
                              page_top (self, match->page) + match->box.y * get_scale (self) - 120);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return self->match;
}

/* ---- object */

void
xr_paper_view_set_pages (XrPaperView *self, GPtrArray *pages)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = pages != NULL ? g_ptr_array_ref (pages) : NULL;
  find_matches (self);
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
xr_paper_view_get_n_pages (XrPaperView *self)
{
  return self->pages != NULL ? self->pages->len : 0;
}

void
xr_paper_view_set_zoom (XrPaperView *self, double zoom)
{
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
scrolled_cb (XrPaperView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is drawn depends on what can be seen. */
static void
xr_paper_view_root (GtkWidget *widget)
{
  GtkAdjustment *adjustment = NULL;

  GTK_WIDGET_CLASS (xr_paper_view_parent_class)->root (widget);
  adjustment = get_adjustment (XR_PAPER_VIEW (widget));
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), widget,
                             G_CONNECT_SWAPPED);
}

static void
xr_paper_view_finalize (GObject *object)
{
  XrPaperView *self = XR_PAPER_VIEW (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_array_unref (self->matches);
  g_free (self->wanted);
  G_OBJECT_CLASS (xr_paper_view_parent_class)->finalize (object);
}

static void
xr_paper_view_class_init (XrPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = xr_paper_view_finalize;
  widget_class->measure = xr_paper_view_measure;
  widget_class->size_allocate = xr_paper_view_size_allocate;
  widget_class->snapshot = xr_paper_view_snapshot;
  widget_class->root = xr_paper_view_root;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xr_paper_view_init (XrPaperView *self)
{
  self->matches = g_array_new (FALSE, FALSE, sizeof (Match));
  self->wanted = g_strdup ("");
}

GtkWidget *
xr_paper_view_new (void)
{
  return g_object_new (XR_TYPE_PAPER_VIEW, NULL);
}
