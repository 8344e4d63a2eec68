/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What surrounds the text of a paper: 版记, page numbers, the code of a sheet, and the record's seal. */

#include "config.h"

#include <string.h>

#include "forms/flow.h"
#include "forms/qr.h"

#define THICK XR_MM (0.35) /* first and last line of the 版记 */
#define THIN  XR_MM (0.25)

static double
layout_width (PangoLayout *layout)
{
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);
  return pango_units_to_double (width);
}

/* One line of words that belong to no paragraph. Returns its width. */
static double
add_words (XrFlow *flow, XrPage *page, const char *text, XrFace face, double size, double x,
           double y, XrAlign align)
{
  XrTypeStyle type = { face, size };
  g_autoptr (PangoLayout) layout = xr_flow_set (flow, text, &type, 0, NULL);
  double width = layout_width (layout);
  double left = align == XR_ALIGN_RIGHT ? x - width : align == XR_ALIGN_CENTRE ? x - width / 2 : x;
  XrBox box = { left, y - size, width, size * 1.35 };

  xr_page_add_line (page, layout, 0, box, left, y)->cell = ++flow->n_cells;
  return width;
}

/* ---- 版记 */

static void
rule_imprint (XrFlow *flow, double y, double thickness)
{
  xr_page_add_stroke (flow->page, flow->shape.left, y, flow->shape.width - flow->shape.right, y,
                      thickness);
}

/* Lines from the margin on; returns where the next ones begin. */
static double
place_lines (XrFlow *flow, PangoLayout *layout, const XrBlockStyle *style, const XrBlock *block,
             double width, double y)
{
  double x = flow->shape.left + style->type.size;

  flow->n_cells++;
  for (int i = 0; i < pango_layout_get_line_count (layout); i++, y += style->pitch)
    {
      double indent = i > 0 && style->type.indent < 0 ? -style->type.indent : 0;
      XrBox box = { x + indent, y, width - indent, style->pitch };
      XrItem *item = xr_page_add_line (
        flow->page, layout, i, box, x + indent,
        y + xr_typesetter_base_line (style->type.size, style->pitch));
      item->field = block->field;
      item->cell = flow->n_cells;
    }
  return y;
}

/* "印发机关|日期": the day, "" where there is none. */
static const char *
issued_day (const XrBlock *block)
{
  const char *bar = block->kind == XR_BLOCK_ISSUED ? strchr (block->text, '|') : NULL;

  return bar != NULL ? bar + 1 : "";
}

/* The room for the words of a block: one character in at both sides, less what the day takes. */
static double
imprint_width (XrFlow *flow, const XrBlockStyle *style, const XrBlock *block)
{
  double width = xr_flow_width (flow) - 2 * style->type.size;
  const char *day = issued_day (block);
  g_autoptr (PangoLayout) layout = xr_flow_set (flow, day, &style->type, 0, block->field);

  return *day != '\0' ? width - layout_width (layout) - style->type.size : width;
}

static PangoLayout *
set_imprint (XrFlow *flow, const XrBlockStyle *style, const XrBlock *block)
{
  const char *bar = block->kind == XR_BLOCK_ISSUED ? strchr (block->text, '|') : NULL;
  g_autofree char *text = bar != NULL ? g_strndup (block->text, bar - block->text)
                                      : g_strdup (block->text);

  return xr_flow_set (flow, text, &style->type, imprint_width (flow, style, block), block->field);
}

/* The day stands at the right of the last line. */
static void
place_day (XrFlow *flow, const XrBlockStyle *style, const XrBlock *block, double bottom)
{
  const char *day = issued_day (block);
  double base = bottom - style->pitch + xr_typesetter_base_line (style->type.size, style->pitch);

  if (*day != '\0')
    add_words (flow, flow->page, day, style->type.face, style->type.size,
               flow->shape.width - flow->shape.right - style->type.size, base, XR_ALIGN_RIGHT);
}

void
xr_flow_imprint (XrFlow *flow, GPtrArray *blocks)
{
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  double height = 0, y;

  if (blocks->len == 0)
    return;
  for (guint i = 0; i < blocks->len; i++)
    {
      const XrBlock *block = g_ptr_array_index (blocks, i);
      const XrBlockStyle *style = xr_paper_style (flow->paper, block->kind);
      PangoLayout *layout = set_imprint (flow, style, block);
      g_ptr_array_add (layouts, layout);
      height += style->pitch * pango_layout_get_line_count (layout);
    }
  if (height > xr_flow_room (flow))
    xr_flow_new_page (flow);
  y = flow->shape.height - flow->shape.bottom - height;
  for (guint i = 0; i < blocks->len; i++)
    {
      const XrBlock *block = g_ptr_array_index (blocks, i);
      const XrBlockStyle *style = xr_paper_style (flow->paper, block->kind);
      rule_imprint (flow, y, i == 0 ? THICK : THIN);
      y = place_lines (flow, g_ptr_array_index (layouts, i), style, block,
                       imprint_width (flow, style, block), y);
      place_day (flow, style, block, y);
    }
  rule_imprint (flow, y, THICK);
}

/* ---- page numbers */

/* — 1 —: the dash 7 mm below the text, odd pages at the right, even ones at the left, one character in. */
static void
number_document_page (XrFlow *flow, XrPage *page, guint number, const XrPageShape *shape)
{
  g_autofree char *text = g_strdup_printf ("— %u —", number);
  double base = shape->height - shape->bottom + XR_MM (7) + 14 * 0.38;
  gboolean odd = number % 2 == 1;

  add_words (flow, page, text, XR_FACE_SONG, 14,
             odd ? shape->width - shape->right - 14 : shape->left + 14, base,
             odd ? XR_ALIGN_RIGHT : XR_ALIGN_LEFT);
}

static void
number_sheet_page (XrFlow *flow, XrPage *page, guint number, const XrPageShape *shape)
{
  g_autofree char *text = g_strdup_printf ("第%u页 共%u页", number, flow->pages->len);

  add_words (flow, page, text, XR_FACE_SONG, 9, shape->width / 2, shape->height - XR_MM (9),
             XR_ALIGN_CENTRE);
}

/* ---- code and seal */

#define SEAL_SIDE XR_MM (16)
#define CODE_SIDE XR_MM (14) /* so that it ends above the text */

static void
add_code (XrFlow *flow, XrPage *page, const XrPageShape *shape)
{
  double x = shape->width - shape->right - CODE_SIDE, y = XR_MM (5);
  const char *words = strrchr (flow->paper->code, '/');

  xr_qr_add (page, (XrBox){ x, y, CODE_SIDE, CODE_SIDE }, flow->paper->code);
  if (words != NULL)
    add_words (flow, page, words + 1, XR_FACE_SONG, 7.5, x - 4, y + CODE_SIDE, XR_ALIGN_RIGHT);
}

#define SEAL_LINE 9.5 /* pt */

/* In the lower margin: the code, and beside it the same to type in, in two lines that end before the
 * page's number. */
static void
add_seal (XrFlow *flow, XrPage *page, const XrPageShape *shape)
{
  gboolean document = flow->paper->kind == XR_PAPER_DOCUMENT;
  double x = shape->left, y = shape->height - SEAL_SIDE - XR_MM (document ? 8 : 6);
  double words = x + SEAL_SIDE + 6, base = y + SEAL_SIDE - 2;
  g_auto (GStrv) groups = g_strsplit (flow->paper->seal, " ", -1);
  g_autofree char *digits = g_strjoinv ("", groups);
  /* Four groups of four digits and their blanks. */
  gsize half = MIN (strlen (flow->paper->seal), 4 * 5);
  g_autofree char *first = g_strndup (flow->paper->seal, half);

  xr_qr_add (page, (XrBox){ x, y, SEAL_SIDE, SEAL_SIDE }, digits);
  add_words (flow, page, "全程记录印记", XR_FACE_SONG, 7.5, words, base - 2 * SEAL_LINE,
             XR_ALIGN_LEFT);
  add_words (flow, page, g_strchomp (first), XR_FACE_SONG, 7.5, words, base - SEAL_LINE,
             XR_ALIGN_LEFT);
  add_words (flow, page, flow->paper->seal + half, XR_FACE_SONG, 7.5, words, base, XR_ALIGN_LEFT);
}

void
xr_flow_foot (XrFlow *flow)
{
  for (guint i = 0; i < flow->pages->len; i++)
    {
      XrPage *page = g_ptr_array_index (flow->pages, i);
      XrPageShape shape = xr_paper_shape (flow->paper, i);

      if (flow->paper->kind == XR_PAPER_DOCUMENT)
        number_document_page (flow, page, i + 1, &shape);
      else if (flow->paper->shapes->len == 0 || xr_flow_goes_on (flow))
        number_sheet_page (flow, page, i + 1, &shape);
      if (flow->paper->code != NULL)
        add_code (flow, page, &shape);
    }
  if (flow->paper->seal != NULL)
    {
      XrPageShape shape = xr_paper_shape (flow->paper, flow->pages->len - 1);
      add_seal (flow, g_ptr_array_index (flow->pages, flow->pages->len - 1), &shape);
    }
}
