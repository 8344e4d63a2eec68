/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets the paragraphs of a paper into lines and puts lines on pages. Tables stand in flow-grid.c, what
 * surrounds the text in flow-foot.c. */

#include "config.h"

#include "forms/flow.h"

#include <math.h>

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sums of line pitches differ from the page's height by rounding only. */
#define SLACK 0.05

/* ---- text */

/* A label as it is called: without the blanks and line breaks that make it fill its cell, and without the
 * colon after it. (transfer full) */
static char *
dup_plain_label (const char *label)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = label; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)) && g_utf8_get_char (at) != 0xff1a)
      g_string_append_unichar (plain, g_utf8_get_char (at));
  return g_string_free (plain, FALSE);
}

static void
note_missing (XrFlow *flow, gunichar missing, const char *field, const char *text)
{
  char character[7] = "";
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 20));
  g_autofree char *label = dup_plain_label (field != NULL ? field : "");

  g_unichar_to_utf8 (missing, character);
  g_strdelimit (start, "\n", ' ');
  if (field != NULL)
    g_set_error (&flow->error, XR_FORM_ERROR, XR_FORM_ERROR_GLYPH,
                 _ ("%1$s: no installed font has the character “%2$s” (U+%3$04X) of “%4$s”. "
                    "Install a font that has it, then print again."),
                 label, character, missing, start);
  else
    g_set_error (&flow->error, XR_FORM_ERROR, XR_FORM_ERROR_GLYPH,
                 _ ("No installed font has the character “%1$s” (U+%2$04X) of “%3$s”. Install a "
                    "font that has it, then print again."),
                 character, missing, start);
}

PangoLayout *
xr_flow_set (XrFlow *flow, const char *text, const XrTypeStyle *type, double width,
             const char *field)
{
  PangoLayout *layout = xr_typesetter_set (flow->setter, text, type, width);
  gunichar missing = xr_typesetter_find_missing (layout);

  if (missing != 0 && flow->error == NULL)
    note_missing (flow, missing, field, text);
  return layout;
}

/* ---- pages */

void
xr_flow_new_page (XrFlow *flow)
{
  flow->shape = xr_paper_shape (flow->paper, flow->pages->len);
  flow->page = xr_page_new (flow->shape.width, flow->shape.height);
  flow->y = flow->shape.top;
  g_ptr_array_add (flow->pages, flow->page);
}

double
xr_flow_room (XrFlow *flow)
{
  if (flow->page == NULL)
    xr_flow_new_page (flow);
  return flow->shape.height - flow->shape.bottom - flow->y + SLACK;
}

double
xr_flow_width (XrFlow *flow)
{
  XrPageShape shape = xr_paper_shape (flow->paper, MAX (flow->pages->len, 1) - 1);

  return shape.width - shape.left - shape.right;
}

static double
line_width (PangoLayout *layout, int line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, line), NULL, &logical);
  return pango_units_to_double (logical.width);
}

static void
place_line (XrFlow *flow, const XrFlowLine *line)
{
  for (guint i = 0; i < line->n_parts; i++)
    {
      double slack = line->parts[i].width - line_width (line->parts[i].layout, line->parts[i].line);
      double x = flow->shape.left + line->parts[i].x;
      XrBox box = { x, flow->y, line->parts[i].width, line->pitch };
      XrItem *item = NULL;

      if (line->parts[i].align == XR_ALIGN_CENTRE)
        x += slack / 2;
      else if (line->parts[i].align == XR_ALIGN_RIGHT)
        x += slack;
      item = xr_page_add_line (flow->page, line->parts[i].layout, line->parts[i].line, box, x,
                               flow->y + xr_typesetter_base_line (line->size, line->pitch));
      item->field = line->field;
      item->cell = line->cell;
    }
  flow->y += line->pitch;
}

/* The height of @first with all lines that have to stay with it. */
static double
chain_height (XrFlow *flow, guint first)
{
  double height = 0;

  for (guint i = first; i < flow->lines->len; i++)
    {
      const XrFlowLine *line = &g_array_index (flow->lines, XrFlowLine, i);
      height += line->pitch;
      if (!line->keep)
        return height + line->below;
    }
  return height;
}

void
xr_flow_flush (XrFlow *flow)
{
  for (guint i = 0; i < flow->lines->len; i++)
    {
      const XrFlowLine *line = &g_array_index (flow->lines, XrFlowLine, i);
      double room = xr_flow_room (flow);

      if (flow->y > flow->shape.top && (chain_height (flow, i) > room) && line->n_parts > 0)
        xr_flow_new_page (flow);
      /* A blank line at the head of a page would only look like a mistake. */
      if (line->n_parts > 0 || flow->y > flow->shape.top)
        place_line (flow, line);
    }
  g_array_set_size (flow->lines, 0);
}

/* ---- paragraphs */

static void
clear_line (gpointer data)
{
  XrFlowLine *line = data;

  for (guint i = 0; i < line->n_parts; i++)
    g_clear_object (&line->parts[i].layout);
}

static XrFlowLine *
add_line (XrFlow *flow, const XrBlockStyle *style, const char *field)
{
  XrFlowLine line = { .size = style->type.size,
                      .pitch = style->pitch,
                      .field = field,
                      .cell = flow->n_cells,
                      .keep = style->keep };

  g_array_append_val (flow->lines, line);
  return &g_array_index (flow->lines, XrFlowLine, flow->lines->len - 1);
}

/* Gives the line a part; takes a reference to @layout. */
static void
add_part (XrFlowLine *line, PangoLayout *layout, int number, double x, double width, XrAlign align)
{
  g_assert (line->n_parts < G_N_ELEMENTS (line->parts));
  line->parts[line->n_parts].layout = g_object_ref (layout);
  line->parts[line->n_parts].line = number;
  line->parts[line->n_parts].x = x;
  line->parts[line->n_parts].width = width;
  line->parts[line->n_parts].align = align;
  line->n_parts++;
}

static void
add_blank_line (XrFlow *flow, const XrBlockStyle *style, gboolean keep)
{
  add_line (flow, style, NULL)->keep = keep;
}

/* Where the indent of @type puts a line. */
static double
line_indent (const XrTypeStyle *type, PangoLayoutLine *line)
{
  if (type->indent >= 0)
    return line->is_paragraph_start ? type->indent : 0;
  return line->is_paragraph_start ? 0 : -type->indent;
}

/* Makes the lines of a title about as long as each other: as narrow as they can be without one more. */
static void
balance (PangoLayout *layout, double width, double step)
{
  int n_lines = pango_layout_get_line_count (layout);

  if (n_lines < 2)
    return;
  while (width > step && pango_layout_get_line_count (layout) == n_lines)
    pango_layout_set_width (layout, (int) ((width -= step) * PANGO_SCALE));
  pango_layout_set_width (layout, (int) ((width + step) * PANGO_SCALE));
}

static void
add_paragraph (XrFlow *flow, const XrBlockStyle *style, const char *text, const char *field)
{
  double width = xr_flow_width (flow);
  /* The last character's tightened space does not count. */
  g_autoptr (PangoLayout) layout = xr_flow_set (flow, text, &style->type, width + SLACK, field);
  int n_lines = pango_layout_get_line_count (layout);

  if (style->align == XR_ALIGN_CENTRE)
    balance (layout, width, style->type.size / 2);
  flow->n_cells++;
  for (int i = 0; i < n_lines; i++)
    {
      double indent = line_indent (&style->type, pango_layout_get_line_readonly (layout, i));
      add_part (add_line (flow, style, field), layout, i, indent, width - indent, style->align);
    }
}

/* Titles are followed by a blank line, attachments and notes come after one. */
void
xr_flow_text (XrFlow *flow, const XrBlock *block)
{
  const XrBlockStyle *style = xr_paper_style (flow->paper, block->kind);
  gboolean document = flow->paper->kind == XR_PAPER_DOCUMENT;

  if (document && block->kind == XR_BLOCK_ATTACHMENT)
    add_blank_line (flow, style, FALSE);
  add_paragraph (flow, style, block->text, block->field);
  if (block->kind == XR_BLOCK_HEADING || block->kind == XR_BLOCK_SUBHEADING)
    g_array_index (flow->lines, XrFlowLine, flow->lines->len - 1).keep = TRUE;
}

/* Lines that stand before the signature go with it: it never stands alone on a page. */
static void
keep_last_lines (XrFlow *flow)
{
  for (guint i = flow->lines->len; i > 0 && i + 2 > flow->lines->len; i--)
    g_array_index (flow->lines, XrFlowLine, i - 1).keep = TRUE;
}

/* Where the signature stands: left edges of unit and date. With the unit's seal the date ends 4 characters
 * from the right and the unit is centred over it; without, the unit ends 2 from the right and the date
 * begins 2 right of the unit, or ends 2 from the right where it is the longer one (GB/T 9704 7.3.5). */
static void
place_signature (gboolean stamped, double width, double step, double unit_width, double date_width,
                 double *unit_x, double *date_x)
{
  if (stamped)
    {
      *date_x = width - 4 * step - date_width;
      *unit_x = MIN (*date_x + (date_width - unit_width) / 2, width - unit_width);
    }
  else
    {
      *unit_x = width - 2 * step - unit_width;
      *date_x = *unit_x + 2 * step;
      if (*date_x + date_width > width - 2 * step)
        {
          *date_x = width - 2 * step - date_width;
          *unit_x = MIN (*unit_x, *date_x - 2 * step);
        }
    }
  *unit_x = MAX (*unit_x, 0);
  *date_x = MAX (*date_x, 0);
}

static double
widest_line (PangoLayout *layout)
{
  double width = 0;

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    width = MAX (width, line_width (layout, i));
  return width;
}

void
xr_flow_signature (XrFlow *flow, const char *unit, const char *date, const char *field)
{
  const XrBlockStyle *style = xr_paper_style (flow->paper, XR_BLOCK_SIGNATURE);
  double step = style->type.size + style->type.spacing, width = xr_flow_width (flow);
  g_autoptr (PangoLayout) first = xr_flow_set (flow, unit, &style->type, width - 4 * step, field);
  g_autoptr (PangoLayout) second = xr_flow_set (flow, date, &style->type, 0, field);
  double unit_width = widest_line (first), unit_x, date_x;
  XrFlowLine *line = NULL;

  place_signature (flow->paper->stamped, width, step, unit_width, line_width (second, 0), &unit_x,
                   &date_x);
  keep_last_lines (flow);
  add_blank_line (flow, style, TRUE);
  flow->n_cells++;
  for (int i = 0; i < pango_layout_get_line_count (first); i++)
    {
      line = add_line (flow, style, field);
      line->keep = TRUE;
      add_part (line, first, i, unit_x, unit_width, XR_ALIGN_CENTRE);
    }
  flow->n_cells++;
  line = add_line (flow, style, field);
  add_part (line, second, 0, date_x, width - date_x, XR_ALIGN_LEFT);
}

#define CELLS_A_LINE G_N_ELEMENTS (((XrFlowLine *) NULL)->parts)
#define LEAST_CELL   8.0 /* pt: what is still too long goes on in the next line */

/* Words for a room of @width: smaller type first, then several lines; never a neighbour's room. */
static PangoLayout *
set_words (XrFlow *flow, const char *text, const XrBlockStyle *style, double width,
           const char *field)
{
  XrTypeStyle type = style->type;
  PangoLayout *layout = xr_flow_set (flow, text, &type, 0, field);

  while (line_width (layout, 0) > width && type.size > LEAST_CELL)
    {
      g_object_unref (layout);
      type.size -= 0.5;
      layout = xr_flow_set (flow, text, &type, 0, field);
    }
  if (line_width (layout, 0) > width)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  return layout;
}

/* A line of places to sign, or as many as the longest of its words needs. */
static void
add_words_line (XrFlow *flow, const XrBlock *block, char **cells, guint n, double width)
{
  const XrBlockStyle *style = xr_paper_style (flow->paper, block->kind);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  int n_lines = 0;

  for (guint i = 0; i < n; i++)
    {
      PangoLayout *layout = set_words (flow, g_strstrip (cells[i]), style, width - 2, block->field);
      g_ptr_array_add (layouts, layout);
      n_lines = MAX (n_lines, pango_layout_get_line_count (layout));
    }
  flow->n_cells++;
  for (int row = 0; row < n_lines; row++)
    {
      XrFlowLine *line = add_line (flow, style, block->field);
      line->keep = row + 1 < n_lines;
      for (guint i = 0; i < n; i++)
        if (row < pango_layout_get_line_count (g_ptr_array_index (layouts, i)))
          add_part (line, g_ptr_array_index (layouts, i), row, i * width, width, XR_ALIGN_LEFT);
    }
}

void
xr_flow_cells (XrFlow *flow, const XrBlock *block)
{
  g_auto (GStrv) cells = g_strsplit (block->text, "|", -1);
  guint n_cells = g_strv_length (cells);
  double width = xr_flow_width (flow) / CLAMP (n_cells, 1, CELLS_A_LINE);

  keep_last_lines (flow);
  for (guint i = 0; i < n_cells; i += CELLS_A_LINE)
    add_words_line (flow, block, cells + i, MIN (n_cells - i, CELLS_A_LINE), width);
}

/* ---- the whole */

static gboolean
is_imprint (const XrBlock *block)
{
  return block->kind == XR_BLOCK_COPIES || block->kind == XR_BLOCK_ISSUED;
}

/* The block after @i if it is of @kind. */
static const XrBlock *
follower (const XrPaper *paper, guint i, XrBlockKind kind)
{
  const XrBlock *next = i + 1 < paper->blocks->len ? g_ptr_array_index (paper->blocks, i + 1)
                                                   : NULL;
  return next != NULL && next->kind == kind ? next : NULL;
}

static gboolean
ends_head (const XrPaper *paper, guint i)
{
  const XrBlock *block = g_ptr_array_index (paper->blocks, i);

  return (block->kind == XR_BLOCK_TITLE || block->kind == XR_BLOCK_SUBTITLE)
         && !follower (paper, i, XR_BLOCK_TITLE) && !follower (paper, i, XR_BLOCK_SUBTITLE);
}

/* The text of a document stands on the page's lines below a table, too. */
static void
align_to_lines (XrFlow *flow)
{
  double pitch = xr_paper_style (flow->paper, XR_BLOCK_TEXT)->pitch;

  if (flow->paper->kind == XR_PAPER_DOCUMENT)
    flow->y = flow->shape.top + ceil ((flow->y - flow->shape.top) / pitch - 0.01) * pitch;
}

#define BEFORE_TABLE XR_MM (24) /* its head and a row */

/* What introduces a table is not left behind at the foot of a page. */
static void
keep_with_table (XrFlow *flow)
{
  if (flow->lines->len > 0)
    g_array_index (flow->lines, XrFlowLine, flow->lines->len - 1).below = BEFORE_TABLE;
}

/* Where the blocks end that sign table @i: notes below it, then places to sign; @i + 1: nobody signs it. */
static guint
signing_end (const XrPaper *paper, guint i)
{
  guint end = i + 1;

  for (guint at = i + 1; at < paper->blocks->len; at++)
    {
      XrBlockKind kind = ((XrBlock *) g_ptr_array_index (paper->blocks, at))->kind;
      if (kind == XR_BLOCK_CELLS || kind == XR_BLOCK_SIGNATURE)
        end = at + 1;
      else if (kind != XR_BLOCK_NOTE)
        break;
    }
  return end;
}

static guint flow_block (XrFlow *flow, guint i);

/* The room below table @i for what signs it: lines that are set to be measured only. */
static double
measure_signing (XrFlow *flow, guint i)
{
  guint end = signing_end (flow->paper, i), n_cells = flow->n_cells;
  double height = 0;

  for (guint at = i + 1; at < end;)
    at += flow_block (flow, at);
  for (guint line = 0; line < flow->lines->len; line++)
    height += g_array_index (flow->lines, XrFlowLine, line).pitch;
  g_array_set_size (flow->lines, 0);
  flow->n_cells = n_cells;
  return height > 0 ? height + ((XrBlock *) g_ptr_array_index (flow->paper->blocks, i))->grid->gap
                    : 0;
}

/* Places block @i, and returns how many blocks it took. */
static guint
flow_block (XrFlow *flow, guint i)
{
  const XrBlock *block = g_ptr_array_index (flow->paper->blocks, i);
  const XrBlock *next = follower (flow->paper, i, block->kind);

  switch (block->kind)
    {
    case XR_BLOCK_GRID:
      xr_flow_flush (flow);
      xr_flow_grid (flow, block->grid, measure_signing (flow, i));
      align_to_lines (flow);
      return 1;
    case XR_BLOCK_PAGE:
      xr_flow_flush (flow);
      xr_flow_new_page (flow);
      return 1;
    case XR_BLOCK_SIGNATURE:
      xr_flow_signature (flow, block->text, next ? next->text : "", block->field);
      return next ? 2 : 1;
    case XR_BLOCK_CELLS:
      xr_flow_cells (flow, block);
      return 1;
    default:
      xr_flow_text (flow, block);
      if (flow->paper->kind == XR_PAPER_DOCUMENT && ends_head (flow->paper, i))
        add_blank_line (flow, xr_paper_style (flow->paper, XR_BLOCK_TEXT), TRUE);
      if (follower (flow->paper, i, XR_BLOCK_GRID) != NULL)
        keep_with_table (flow);
      return 1;
    }
}

static void
flow_blocks (XrFlow *flow)
{
  g_autoptr (GPtrArray) imprint = g_ptr_array_new ();

  for (guint i = 0; i < flow->paper->blocks->len;)
    {
      XrBlock *block = g_ptr_array_index (flow->paper->blocks, i);
      if (is_imprint (block))
        {
          g_ptr_array_add (imprint, block);
          i++;
        }
      else
        i += flow_block (flow, i);
    }
  xr_flow_flush (flow);
  xr_flow_room (flow);
  xr_flow_imprint (flow, imprint);
}

gboolean
xr_flow_goes_on (const XrFlow *flow)
{
  return flow->paper->shapes->len > 0 && flow->pages->len >= flow->paper->shapes->len;
}

/* What cells of exact height could not hold, field by field on a page of its own, or on the one that the
 * form goes on with. */
static void
flow_rest (XrFlow *flow)
{
  const XrBlockStyle *heading = xr_paper_style (flow->paper, XR_BLOCK_HEADING);

  if (flow->rest->len == 0)
    return;
  if (!xr_flow_goes_on (flow))
    {
      xr_flow_new_page (flow);
      if (flow->paper->continuation != NULL)
        add_paragraph (flow, xr_paper_style (flow->paper, XR_BLOCK_TITLE),
                       flow->paper->continuation, NULL);
    }
  for (guint i = 0; i < flow->rest->len; i++)
    {
      const XrRest *rest = g_ptr_array_index (flow->rest, i);
      g_autofree char *label = dup_plain_label (rest->field ? rest->field : "");
      gboolean owned = rest->owner != NULL && *rest->owner != '\0';
      g_autofree char *title = owned ? g_strdup_printf ("%s（%s，续）", label, rest->owner)
                                     : g_strdup_printf ("%s（续）", label);
      XrBlockStyle text = *xr_paper_style (flow->paper, XR_BLOCK_PLAIN);

      text.type.indent = -rest->hang * text.type.size;
      text.type.justify &= rest->hang <= 0;
      add_paragraph (flow, heading, title, NULL);
      g_array_index (flow->lines, XrFlowLine, flow->lines->len - 1).keep = TRUE;
      add_paragraph (flow, &text, rest->text, rest->field);
    }
  xr_flow_flush (flow);
}

static void
free_rest (gpointer data)
{
  XrRest *rest = data;

  g_free (rest->text);
  g_free (rest);
}

GPtrArray *
xr_paper_lay_out (const XrPaper *paper, XrTypesetter *setter, GError **error)
{
  XrFlow flow = { .setter = setter, .paper = paper };
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (XrFlowLine));
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func (free_rest);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_page_free);

  g_array_set_clear_func (lines, clear_line);
  flow.pages = pages;
  flow.lines = lines;
  flow.rest = rest;
  flow_blocks (&flow);
  flow_rest (&flow);
  xr_flow_foot (&flow);
  if (flow.error == NULL)
    return g_steal_pointer (&pages);
  g_propagate_error (error, flow.error);
  return NULL;
}
