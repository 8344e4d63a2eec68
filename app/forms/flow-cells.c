/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of a table: sets their texts, smaller where a row's height is exact, and draws them into the box
 * that they are given. Which box that is, on which page, is the affair of flow-grid.c. */

#include "config.h"

#include "forms/flow-grid.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#define SLACK 0.05

/* The box □ of an option. */
#define OPTION_BOX "□"

double
xr_grid_flow_width (const XrGridFlow *self, const XrGridCell *cell)
{
  return self->x[cell->column + cell->column_span] - self->x[cell->column];
}

/* ---- setting cells */

/* Between characters that a line break must not part. */
#define JOINER 0x2060

static void
append_joined (GString *text, const char *word)
{
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_string_append_unichar (text, JOINER);
      g_string_append_unichar (text, g_utf8_get_char (at));
    }
}

/* "□优秀  □称职": a box and its words stay in one line. (transfer full) */
static char *
join_options (const char *options)
{
  g_auto (GStrv) words = g_strsplit (options, "|", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_string_append (text, i > 0 ? "  " OPTION_BOX : OPTION_BOX);
      append_joined (text, words[i]);
    }
  return g_string_free (text, FALSE);
}

/* Whether a line begins inside a number or a word. */
static gboolean
breaks_words (PangoLayout *layout)
{
  int n_lines = pango_layout_get_line_count (layout), n_attributes = 0;
  const PangoLogAttr *attributes = NULL;
  const char *text = pango_layout_get_text (layout);

  if (n_lines < 2)
    return FALSE;
  attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  for (int i = 1; i < n_lines; i++)
    {
      int start = pango_layout_get_line_readonly (layout, i)->start_index;
      if (!attributes[g_utf8_pointer_to_offset (text, text + start)].is_line_break)
        return TRUE;
    }
  return FALSE;
}

/* How far lines hang when the type is of @size. */
static double
hang_at (const XrGridCell *cell, double size)
{
  return cell->hang * size / cell->size;
}

static void
set_at (XrGridFlow *self, const XrGridCell *cell, XrCellSet *set, double size)
{
  XrTypeStyle type = { cell->face, size, 0, cell->hang > 0 ? -hang_at (cell, size) : 0, FALSE };
  g_autofree char *options = cell->kind == XR_GRID_CHECKS ? join_options (cell->text) : NULL;
  double width = xr_grid_flow_width (self, cell) - 2 * self->grid->pad_x - cell->left - cell->right;

  g_clear_object (&set->layout);
  set->layout = xr_flow_set (self->flow, options ? options : cell->text, &type, MAX (width, size),
                             cell->field);
  set->size = size;
  set->pitch = cell->pitch > 0 ? cell->pitch * size / cell->size : size * 1.35;
  set->n_lines = *cell->text != '\0' ? pango_layout_get_line_count (set->layout) : 0;
}

static double
text_height (const XrGridFlow *self, const XrCellSet *set)
{
  return set->n_lines * set->pitch + 2 * self->grid->pad_y;
}

/* The height that rows of exact height give the cell, 0 where one of them may grow. */
double
xr_grid_flow_exact (const XrGridFlow *self, const XrGridCell *cell)
{
  double height = 0;

  for (guint row = cell->row; row < cell->row + cell->row_span; row++)
    {
      const XrGridRow *at = &g_array_index (self->grid->rows, XrGridRow, row);
      if (!at->exact)
        return 0;
      height += XR_MM (at->height);
    }
  return height;
}

static gboolean
fits (const XrGridFlow *self, const XrCellSet *set, double height)
{
  if (height > 0 && text_height (self, set) > height + SLACK)
    return FALSE;
  return !breaks_words (set->layout);
}

/* What still does not fit goes to the flow's rest; the last line that fits says so. */
static void
cut_to_height (XrGridFlow *self, const XrGridCell *cell, XrCellSet *set, double height)
{
  int n_fit = MAX ((int) ((height - 2 * self->grid->pad_y + SLACK) / set->pitch), 1);
  const char *text = pango_layout_get_text (set->layout);
  PangoLayoutLine *line = NULL;
  int start = 0;
  XrRest *rest = NULL;

  if (set->n_lines <= n_fit)
    return;
  line = pango_layout_get_line_readonly (set->layout, n_fit - 1);
  start = line->start_index;
  rest = g_new0 (XrRest, 1);
  rest->field = cell->field;
  rest->owner = cell->owner;
  rest->hang = cell->hang / cell->size;
  /* What goes on inside a paragraph stays under its text. */
  rest->text = g_strconcat (cell->hang > 0 && !line->is_paragraph_start ? "\t" : "", text + start,
                            NULL);
  g_ptr_array_add (self->flow->rest, rest);
  {
    g_autofree char *kept = g_strndup (text, start);
    g_autofree char *shown = g_strconcat (g_strchomp (kept), *kept ? "\n" : "", "（接续页）", NULL);
    XrGridCell copy = *cell;
    double size = set->size;
    copy.text = shown;
    set_at (self, &copy, set, size);
  }
}

void
xr_grid_flow_set (XrGridFlow *self, guint i)
{
  const XrGridCell *cell = g_ptr_array_index (self->grid->cells, i);
  XrCellSet *set = &self->sets[i];
  double height = xr_grid_flow_exact (self, cell);
  double size = cell->size;

  set_at (self, cell, set, size);
  while (size - 0.5 >= cell->least && !fits (self, set, height))
    set_at (self, cell, set, size -= 0.5);
  if (height > 0)
    cut_to_height (self, cell, set, height);
  else if (size < cell->size && !fits (self, set, height))
    set_at (self, cell, set, cell->size); /* a word that even small type does not hold together */
}

double
xr_grid_flow_needed (const XrGridFlow *self, guint i)
{
  const XrGridCell *cell = g_ptr_array_index (self->grid->cells, i);

  if (cell->kind == XR_GRID_DIGITS)
    return XR_MM (10);
  return self->sets[i].n_lines > 0 ? text_height (self, &self->sets[i]) : 0;
}

/* ---- drawing cells */

/* The square of the ticked option, if it stands in this line. */
static void
draw_tick (XrGridFlow *self, const XrGridCell *cell, const XrCellSet *set, const XrItem *line)
{
  const char *text = pango_layout_get_text (set->layout);
  const char *at = text;
  PangoLayoutLine *pango_line = pango_layout_get_line_readonly (set->layout, line->line);
  int index = 0, x = 0;
  XrBox box;

  if (cell->ticked < 0)
    return;
  for (int i = 0; at != NULL && i <= cell->ticked; i++)
    at = strstr (i == 0 ? at : at + strlen (OPTION_BOX), OPTION_BOX);
  index = at != NULL ? (int) (at - text) : -1;
  if (index < pango_line->start_index || index >= pango_line->start_index + pango_line->length)
    return;
  pango_layout_line_index_to_x (pango_line, index, FALSE, &x);
  box = (XrBox){ line->x + pango_units_to_double (x), line->y - 0.85 * set->size, set->size,
                 set->size };
  xr_page_add (self->flow->page, XR_ITEM_TICK, box)->thickness = 1.2;
}

static void
draw_lines (XrGridFlow *self, const XrGridCell *cell, XrCellSet *set, XrBox box, int from, int n)
{
  double free = box.height - n * set->pitch;
  double y = box.y
             + (cell->place == XR_PLACE_TOP      ? self->grid->pad_y
                : cell->place == XR_PLACE_BOTTOM ? free - self->grid->pad_y
                                                 : MAX (free, 0) / 2);

  for (int i = from; i < from + n; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (set->layout, i);
      PangoRectangle logical;
      double width, x = box.x + self->grid->pad_x + cell->left;
      XrItem *item = NULL;

      pango_layout_line_get_extents (line, NULL, &logical);
      width = pango_units_to_double (logical.width);
      if (cell->align == XR_ALIGN_CENTRE)
        x += (box.width - cell->left - cell->right - width) / 2 - self->grid->pad_x;
      else if (cell->align == XR_ALIGN_RIGHT)
        x = box.x + box.width - self->grid->pad_x - cell->right - width;
      else if (cell->hang > 0 && !line->is_paragraph_start)
        x += hang_at (cell, set->size);
      item = xr_page_add_line (self->flow->page, set->layout, i, box, x,
                               y + xr_typesetter_base_line (set->size, set->pitch));
      item->field = cell->kind == XR_GRID_VALUE ? cell->field : NULL;
      item->struck = cell->struck;
      item->cell = self->flow->n_cells;
      if (cell->kind == XR_GRID_CHECKS)
        draw_tick (self, cell, set, item);
      y += set->pitch;
    }
}

/* Squares of 6.5 × 8 mm, a point between where the pattern has one. */
static void
draw_digits (XrGridFlow *self, const XrGridCell *cell, XrBox box)
{
  double side = XR_MM (6.5), height = MIN (XR_MM (8), box.height - 2), gap = XR_MM (2);
  double width = 0, x;

  for (const char *at = cell->boxes; *at != '\0'; at++)
    width += *at == '.' ? gap : side;
  if (width > box.width - 2)
    {
      side *= (box.width - 2) / width;
      gap *= (box.width - 2) / width;
      width = box.width - 2;
    }
  x = box.x + (box.width - width) / 2;
  for (const char *at = cell->boxes; *at != '\0'; at++)
    {
      double top = box.y + (box.height - height) / 2;
      if (*at == '.')
        xr_page_add (self->flow->page, XR_ITEM_FRAME,
                     (XrBox){ x + gap / 2 - 0.6, top + height - 1.6, 1.2, 1.2 })
          ->thickness
          = 1.2;
      else
        xr_page_add (self->flow->page, XR_ITEM_FRAME, (XrBox){ x, top, side, height })->grey = 0.45;
      x += *at == '.' ? gap : side;
    }
}

/* The pixels as Cairo has them. (transfer full) */
static cairo_surface_t *
surface_from_pixbuf (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guchar *to = cairo_image_surface_get_data (surface);

  for (int y = 0; y < height; y++)
    {
      const guchar *from = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *row = (guint32 *) (to + y * cairo_image_surface_get_stride (surface));
      for (int x = 0; x < width; x++, from += channels)
        row[x] = (guint32) (from[0] << 16 | from[1] << 8 | from[2]);
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* Fitted into the cell, 4 : 5 as it came; a picture that can't be read leaves the place empty for a paper
 * one. */
static void
draw_photo (XrGridFlow *self, const XrGridCell *cell, XrBox box)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if (cell->photo == NULL)
    return;
  stream = g_memory_input_stream_new_from_bytes (cell->photo);
  pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, NULL);
  if (pixbuf != NULL)
    xr_page_add (self->flow->page, XR_ITEM_PICTURE, box)->picture = surface_from_pixbuf (pixbuf);
}

#define STRIP_MARGIN 4

static void
draw_strip (XrGridFlow *self, const XrGridCell *cell, XrBox box)
{
  XrBox inner = { box.x + STRIP_MARGIN, box.y + STRIP_MARGIN, box.width - 2 * STRIP_MARGIN,
                  box.height - 2 * STRIP_MARGIN };

  if (cell->strip != NULL)
    xr_page_add (self->flow->page, XR_ITEM_STRIP, inner)->strip = xr_strip_copy (cell->strip);
}

void
xr_grid_flow_draw (XrGridFlow *self, guint i, XrBox box, gboolean continued)
{
  const XrGridCell *cell = g_ptr_array_index (self->grid->cells, i);
  XrCellSet *set = &self->sets[i];
  int n_fit = (int) ((box.height - 2 * self->grid->pad_y + SLACK) / set->pitch);
  int n = MIN (set->n_lines - set->next, n_fit);

  self->flow->n_cells++;
  switch (cell->kind)
    {
    case XR_GRID_DIGITS:
      draw_digits (self, cell, box);
      break;
    case XR_GRID_PHOTO:
      draw_photo (self, cell, box);
      if (cell->photo == NULL && !continued)
        draw_lines (self, cell, set, box, 0, set->n_lines);
      break;
    case XR_GRID_STRIP:
      if (!continued)
        draw_strip (self, cell, box);
      break;
    case XR_GRID_LABEL:
      draw_lines (self, cell, set, box, 0, MIN (set->n_lines, MAX (n_fit, continued ? 0 : 1)));
      break;
    case XR_GRID_VALUE:
    case XR_GRID_CHECKS:
      draw_lines (self, cell, set, box, set->next, n);
      set->next += n;
      break;
    }
}
