/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the items of a page and draws them. It decides nothing about where they stand. */

#include "config.h"

#include "forms/page.h"

#include <pango/pangocairo.h>
#include <string.h>

static void
free_item (gpointer data)
{
  XrItem *item = data;

  g_clear_object (&item->layout);
  g_clear_pointer (&item->picture, cairo_surface_destroy);
  g_clear_pointer (&item->strip, xr_strip_free);
  g_free (item->modules);
  g_free (item);
}

XrPage *
xr_page_new (double width, double height)
{
  XrPage *page = g_new0 (XrPage, 1);

  page->width = width;
  page->height = height;
  page->items = g_ptr_array_new_with_free_func (free_item);
  return page;
}

void
xr_page_free (XrPage *page)
{
  g_ptr_array_unref (page->items);
  g_free (page);
}

XrItem *
xr_page_add (XrPage *page, XrItemKind kind, XrBox box)
{
  XrItem *item = g_new0 (XrItem, 1);

  item->kind = kind;
  item->box = box;
  item->thickness = 0.5;
  g_ptr_array_add (page->items, item);
  return item;
}

XrItem *
xr_page_add_line (XrPage *page, PangoLayout *layout, int line, XrBox box, double x, double y)
{
  XrItem *item = xr_page_add (page, XR_ITEM_TEXT, box);

  item->layout = g_object_ref (layout);
  item->line = line;
  item->x = x;
  item->y = y;
  return item;
}

void
xr_page_add_stroke (XrPage *page, double x1, double y1, double x2, double y2, double thickness)
{
  XrItem *item = xr_page_add (page, XR_ITEM_STROKE, (XrBox){ x1, y1, x2 - x1, y2 - y1 });

  item->thickness = thickness;
}

char *
xr_item_dup_text (const XrItem *item)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (item->layout, item->line);

  return g_strndup (pango_layout_get_text (item->layout) + line->start_index, line->length);
}

/* ---- drawing */

static void
draw_text (cairo_t *cr, const XrItem *item)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (item->layout, item->line);

  cairo_move_to (cr, item->x, item->y);
  pango_cairo_show_layout_line (cr, line);
  if (item->struck)
    {
      PangoRectangle logical;
      pango_layout_line_get_extents (line, NULL, &logical);
      cairo_move_to (cr, item->x, item->y - 3);
      cairo_rel_line_to (cr, pango_units_to_double (logical.width), 0);
      cairo_stroke (cr);
    }
}

static void
draw_tick (cairo_t *cr, const XrBox *box)
{
  cairo_move_to (cr, box->x + box->width * 0.15, box->y + box->height * 0.5);
  cairo_line_to (cr, box->x + box->width * 0.4, box->y + box->height * 0.85);
  cairo_line_to (cr, box->x + box->width * 0.95, box->y - box->height * 0.05);
  cairo_stroke (cr);
}

static void
draw_picture (cairo_t *cr, const XrItem *item)
{
  double width = cairo_image_surface_get_width (item->picture);
  double height = cairo_image_surface_get_height (item->picture);
  double scale = MIN (item->box.width / width, item->box.height / height);

  cairo_save (cr);
  cairo_translate (cr, item->box.x + (item->box.width - width * scale) / 2,
                   item->box.y + (item->box.height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, item->picture, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_strip (cairo_t *cr, const XrItem *item)
{
  cairo_save (cr);
  cairo_translate (cr, item->box.x, item->box.y);
  xr_strip_draw (item->strip, cr, item->box.width, item->box.height, 0, 0, 0);
  cairo_restore (cr);
}

/* Neighbours of a row are one rectangle: fewer objects, and no hairlines between them. */
static void
draw_modules (cairo_t *cr, const XrItem *item)
{
  double side = item->box.width / item->side;

  for (guint row = 0; row < item->side; row++)
    for (guint column = 0, run; column < item->side; column += run)
      {
        const guint8 *at = item->modules + row * item->side + column;
        run = 1;
        while (column + run < item->side && at[run] == at[0])
          run++;
        if (at[0])
          cairo_rectangle (cr, item->box.x + column * side, item->box.y + row * side, run * side,
                           side);
      }
  cairo_fill (cr);
}

static void
draw_item (cairo_t *cr, const XrItem *item)
{
  cairo_set_line_width (cr, item->thickness);
  cairo_set_source_rgb (cr, item->grey, item->grey, item->grey);
  switch (item->kind)
    {
    case XR_ITEM_TEXT:
      draw_text (cr, item);
      break;
    case XR_ITEM_STROKE:
      cairo_move_to (cr, item->box.x, item->box.y);
      cairo_rel_line_to (cr, item->box.width, item->box.height);
      cairo_stroke (cr);
      break;
    case XR_ITEM_FRAME:
      cairo_rectangle (cr, item->box.x, item->box.y, item->box.width, item->box.height);
      cairo_stroke (cr);
      break;
    case XR_ITEM_TICK:
      draw_tick (cr, &item->box);
      break;
    case XR_ITEM_PICTURE:
      draw_picture (cr, item);
      break;
    case XR_ITEM_STRIP:
      draw_strip (cr, item);
      break;
    case XR_ITEM_QR:
      draw_modules (cr, item);
      break;
    }
}

void
xr_page_draw (cairo_t *cr, const XrPage *page)
{
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  for (guint i = 0; i < page->items->len; i++)
    draw_item (cr, g_ptr_array_index (page->items, i));
  cairo_restore (cr);
}
