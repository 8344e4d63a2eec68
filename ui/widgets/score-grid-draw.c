/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures and draws the grid: only what can be seen, all texts through one layout. States differ in
 * shape and words besides colour: dropped scores are struck through, missing ones show a mark. */
#include "config.h"

#include "widgets/score-grid-private.h"
#include "widgets/text-scale.h"

#define PADDING 8
/* Widths for text of the usual size. */
#define MIN_COLUMN 56
#define MAX_COLUMN 132
#define MAX_WORDS  188 /* an ID number and its remark */
#define MAX_TITLE  220
#define SIGN_ROOM  14
/* Of a long table only so many rows are measured, and the last one. */
#define MEASURED 200
/* What gives a cell a tint and a sign. */
#define REMARKS (XR_CELL_FAULT | XR_CELL_DOUBT | XR_CELL_CHANGED)

typedef struct
{
  GdkRGBA text, quiet, line, head, accent, error, warning;
} Palette;

/* ---- measuring */

static int
measure_text (XrScoreGrid *self, const char *text)
{
  int width;

  pango_layout_set_width (self->layout, -1);
  pango_layout_set_attributes (self->layout, NULL);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width + 2 * PADDING;
}

static int
limit (XrScoreGrid *self, int width, int least, int most)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return CLAMP (width, xr_text_scale (widget, least), xr_text_scale (widget, most));
}

static gboolean
has_groups (XrScoreGrid *self)
{
  for (guint i = 0; i < xr_grid_model_n_columns (self->model); i++)
    if (xr_grid_model_column_group (self->model, i) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
holds_words (XrScoreGrid *self, guint column)
{
  return xr_grid_model_n_rows (self->model) > 0
         && xr_grid_model_cell_flags (self->model, 0, column) & XR_CELL_WORDS;
}

/* Beside words that are remarked upon there is room for the sign. */
static int
measure_cell (XrScoreGrid *self, guint row, guint column)
{
  const char *text = xr_grid_model_cell (self->model, row, column);
  XrCellFlags flags = xr_grid_model_cell_flags (self->model, row, column);
  gboolean signed_words = flags & XR_CELL_WORDS && flags & REMARKS && *text != '\0';

  if (signed_words)
    return measure_text (self, text) + xr_text_scale (GTK_WIDGET (self), SIGN_ROOM);
  return strlen (text) > 6 ? measure_text (self, text) : 0;
}

static int
measure_column (XrScoreGrid *self, guint column)
{
  int width = measure_text (self, xr_grid_model_column_title (self->model, column));

  for (guint i = 0; i < MIN (xr_grid_model_n_rows (self->model), 60); i++)
    width = MAX (width, measure_cell (self, i, column));
  return limit (self, width, MIN_COLUMN, holds_words (self, column) ? MAX_WORDS : MAX_COLUMN);
}

void
xr_score_grid_measure (XrScoreGrid *self)
{
  int edge = 0;
  int height;
  guint rows;

  g_array_set_size (self->column_edges, 0);
  g_array_set_size (self->figure_edges, 0);
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_text (self->layout, "国9", -1);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  self->row_height = height + 10;
  self->header_height = self->row_height;
  self->title_width = limit (self, 0, MIN_COLUMN * 2, MAX_TITLE);
  if (self->model == NULL)
    return;
  rows = xr_grid_model_n_rows (self->model);
  if (has_groups (self))
    self->header_height *= 2;
  for (guint i = 0; i < MIN (rows, MEASURED); i++)
    self->title_width = MAX (self->title_width,
                             measure_text (self, xr_grid_model_row_title (self->model, i)));
  if (rows > MEASURED)
    self->title_width = MAX (self->title_width,
                             measure_text (self, xr_grid_model_row_title (self->model, rows - 1)));
  self->title_width = limit (self, self->title_width, MIN_COLUMN * 2, MAX_TITLE);
  for (guint i = 0; i < xr_grid_model_n_columns (self->model); i++)
    {
      edge += measure_column (self, i);
      g_array_append_val (self->column_edges, edge);
    }
  edge = 0;
  for (guint i = 0; i < xr_grid_model_n_figures (self->model); i++)
    {
      int width = measure_text (self, xr_grid_model_figure_title (self->model, i));
      edge += limit (self, width, MIN_COLUMN + 12, MAX_COLUMN);
      g_array_append_val (self->figure_edges, edge);
    }
}

static int
get_edge (GArray *edges, guint index)
{
  return index == 0 ? 0 : g_array_index (edges, int, index - 1);
}

int
xr_score_grid_columns_width (XrScoreGrid *self)
{
  return get_edge (self->column_edges, self->column_edges->len);
}

int
xr_score_grid_figures_width (XrScoreGrid *self)
{
  return get_edge (self->figure_edges, self->figure_edges->len);
}

int
xr_score_grid_view_width (XrScoreGrid *self)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - self->title_width
             - xr_score_grid_figures_width (self);

  return CLAMP (room, 0, xr_score_grid_columns_width (self));
}

int
xr_score_grid_view_height (XrScoreGrid *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height, 0);
}

static int
get_scroll (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? (int) gtk_adjustment_get_value (adjustment) : 0;
}

GdkRectangle
xr_score_grid_cell_area (XrScoreGrid *self, guint row, guint column)
{
  int start = get_edge (self->column_edges, column);

  return (GdkRectangle){ self->title_width + start - get_scroll (self->hadjustment),
                         self->header_height + (int) row * self->row_height
                           - get_scroll (self->vadjustment),
                         get_edge (self->column_edges, column + 1) - start, self->row_height };
}

gboolean
xr_score_grid_find_cell (XrScoreGrid *self, double x, double y, XrGridCell *cell)
{
  int left = (int) x - self->title_width;
  int top = (int) y - self->header_height;
  guint column = 0;

  if (self->model == NULL || top < 0 || left >= xr_score_grid_view_width (self))
    return FALSE;
  /* A click on the row's title means its first cell. */
  left = left < 0 ? 0 : left + get_scroll (self->hadjustment);
  while (column < self->column_edges->len && get_edge (self->column_edges, column + 1) <= left)
    column++;
  cell->column = column;
  cell->row = (guint) ((top + get_scroll (self->vadjustment)) / self->row_height);
  return column < self->column_edges->len && cell->row < xr_grid_model_n_rows (self->model);
}

/* ---- drawing */

static GdkRGBA
lookup (GtkStyleContext *context, const char *name, GdkRGBA fallback)
{
  GdkRGBA color;

  return gtk_style_context_lookup_color (context, name, &color) ? color : fallback;
}

static GdkRGBA
fade (GdkRGBA color, float alpha)
{
  color.alpha *= alpha;
  return color;
}

static Palette
get_palette (XrScoreGrid *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  Palette palette;

  gtk_style_context_get_color (context, &palette.text);
  palette.quiet = fade (palette.text, 0.55f);
  palette.line = fade (palette.text, 0.14f);
  palette.head = fade (palette.text, 0.05f);
  palette.accent = lookup (context, "accent_color", palette.text);
  palette.error = lookup (context, "error_color", palette.text);
  palette.warning = lookup (context, "warning_color", palette.text);
  return palette;
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int y, int width, int height)
{
  gtk_snapshot_append_color (
    snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* @align: 0 left, 1 middle, 2 right */
static void
draw_text (XrScoreGrid *self, GtkSnapshot *snapshot, const char *text, const GdkRGBA *color,
           GdkRectangle area, int align, gboolean struck)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;
  float x;

  if (*text == '\0')
    return;
  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_width (self->layout, MAX (area.width - 2 * PADDING, 1) * PANGO_SCALE);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  x = (float) (area.x + PADDING)
      + (float) MAX (area.width - 2 * PADDING - width, 0) * (float) align / 2.0f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (x, (float) (area.y + (area.height - height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
frame (GtkSnapshot *snapshot, const GdkRGBA *color, GdkRectangle area)
{
  fill (snapshot, color, area.x, area.y, area.width, 2);
  fill (snapshot, color, area.x, area.y + area.height - 2, area.width, 2);
  fill (snapshot, color, area.x, area.y, 2, area.height);
  fill (snapshot, color, area.x + area.width - 2, area.y, 2, area.height);
}

static gboolean
is_between (guint value, guint a, guint b)
{
  return value >= MIN (a, b) && value <= MAX (a, b);
}

/* What is the matter with a cell: a tint, and a sign in its corner for those who do not see the tint. */
static void
draw_remark (XrScoreGrid *self, GtkSnapshot *snapshot, const Palette *palette, XrCellFlags flags,
             GdkRectangle area)
{
  const GdkRGBA *color = flags & XR_CELL_FAULT   ? &palette->error
                         : flags & XR_CELL_DOUBT ? &palette->warning
                                                 : &palette->accent;
  const char *sign = flags & XR_CELL_FAULT ? "!" : flags & XR_CELL_DOUBT ? "?" : "△";
  GdkRGBA tint = fade (*color, 0.2f);

  fill (snapshot, &tint, area.x, area.y, area.width, area.height);
  draw_text (self, snapshot, sign, color,
             (GdkRectangle){ area.x + area.width - 26, area.y, 30, area.height }, 2, FALSE);
}

static void
draw_cell (XrScoreGrid *self, GtkSnapshot *snapshot, const Palette *palette, guint row,
           guint column)
{
  GdkRectangle area = xr_score_grid_cell_area (self, row, column);
  XrCellFlags flags = xr_grid_model_cell_flags (self->model, row, column);
  const char *text = xr_grid_model_cell (self->model, row, column);
  gboolean at_cursor = row == self->cursor.row && column == self->cursor.column;
  GdkRGBA selected = fade (palette->accent, 0.16f);
  const GdkRGBA *color = flags & (XR_CELL_DROPPED | XR_CELL_RECUSED) ? &palette->quiet
                                                                     : &palette->text;

  if (flags & XR_CELL_READONLY)
    fill (snapshot, &palette->head, area.x, area.y, area.width, area.height);
  if (!at_cursor && is_between (row, self->cursor.row, self->anchor.row)
      && is_between (column, self->cursor.column, self->anchor.column)
      && (self->cursor.row != self->anchor.row || self->cursor.column != self->anchor.column))
    fill (snapshot, &selected, area.x, area.y, area.width, area.height);
  if (flags & REMARKS)
    draw_remark (self, snapshot, palette, flags, area);
  if (flags & XR_CELL_MISSING && *text == '\0')
    draw_text (self, snapshot, "—", &palette->warning, area, 1, FALSE);
  draw_text (self, snapshot, text, color, area,
             flags & XR_CELL_WORDS     ? 0
             : g_ascii_isdigit (*text) ? 2
                                       : 1,
             (flags & XR_CELL_DROPPED) != 0);
  fill (snapshot, &palette->line, area.x + area.width - 1, area.y, 1, area.height);
  if (at_cursor)
    frame (snapshot, self->faulty ? &palette->error : &palette->accent, area);
}

static void
draw_cells (XrScoreGrid *self, GtkSnapshot *snapshot, const Palette *palette, guint first,
            guint last)
{
  int width = xr_score_grid_view_width (self);
  int left = self->title_width;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) left, (float) self->header_height,
                                                         (float) width,
                                                         (float) xr_score_grid_view_height (self)));
  for (guint i = first; i < last; i++)
    for (guint j = 0; j < self->column_edges->len; j++)
      {
        GdkRectangle area = xr_score_grid_cell_area (self, i, j);
        if (area.x + area.width > left && area.x < left + width)
          draw_cell (self, snapshot, palette, i, j);
      }
  gtk_snapshot_pop (snapshot);
}

/* Titles at the left, figures at the right, lines between rows. */
static void
draw_row_ends (XrScoreGrid *self, GtkSnapshot *snapshot, const Palette *palette, guint first,
               guint last)
{
  int right = self->title_width + xr_score_grid_view_width (self);
  int end = right + xr_score_grid_figures_width (self);
  int rows_end = (int) xr_grid_model_n_rows (self->model) * self->row_height
                 - get_scroll (self->vadjustment);
  int bottom = self->header_height + MIN (rows_end, xr_score_grid_view_height (self));

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, (float) self->header_height, (float) end,
                                               (float) xr_score_grid_view_height (self)));
  for (guint i = first; i < last; i++)
    {
      GdkRectangle area = xr_score_grid_cell_area (self, i, 0);
      GdkRectangle title = { 0, area.y, self->title_width, area.height };

      draw_text (self, snapshot, xr_grid_model_row_title (self->model, i),
                 i == self->cursor.row ? &palette->accent : &palette->text, title, 0, FALSE);
      for (guint j = 0; j < self->figure_edges->len; j++)
        {
          int start = get_edge (self->figure_edges, j);
          GdkRectangle figure = { right + start, area.y,
                                  get_edge (self->figure_edges, j + 1) - start, area.height };
          const char *text = xr_grid_model_figure (self->model, i, j);
          draw_text (self, snapshot, *text != '\0' ? text : "—",
                     *text != '\0' ? &palette->text : &palette->quiet, figure, 2, FALSE);
        }
      fill (snapshot, &palette->line, 0, area.y + area.height - 1, end, 1);
    }
  gtk_snapshot_pop (snapshot);
  fill (snapshot, &palette->line, self->title_width - 1, 0, 1, bottom);
  fill (snapshot, &palette->line, right - 1, 0, 1, bottom);
}

/* A group's title stands over all its columns, within what can be seen of them. */
static void
draw_group (XrScoreGrid *self, GtkSnapshot *snapshot, const Palette *palette, guint column)
{
  const char *group = xr_grid_model_column_group (self->model, column);
  GdkRectangle area = xr_score_grid_cell_area (self, 0, column);
  guint end = column;

  if (group == NULL
      || (column > 0
          && g_strcmp0 (group, xr_grid_model_column_group (self->model, column - 1)) == 0))
    return;
  while (end < self->column_edges->len
         && g_strcmp0 (group, xr_grid_model_column_group (self->model, end)) == 0)
    end++;
  area.width = get_edge (self->column_edges, end) - get_edge (self->column_edges, column);
  area.y = 0;
  draw_text (self, snapshot, group, &palette->text, area, 1, FALSE);
  fill (snapshot, &palette->line, area.x + area.width - 1, 0, 1, area.height);
  fill (snapshot, &palette->line, area.x, area.height - 1, area.width, 1);
}

static void
draw_header (XrScoreGrid *self, GtkSnapshot *snapshot, const Palette *palette)
{
  int width = xr_score_grid_view_width (self);
  int right = self->title_width + width;
  int top = self->header_height - self->row_height;

  fill (snapshot, &palette->head, 0, 0, right + xr_score_grid_figures_width (self),
        self->header_height);
  gtk_snapshot_push_clip (
    snapshot,
    &GRAPHENE_RECT_INIT ((float) self->title_width, 0, (float) width, (float) self->header_height));
  for (guint i = 0; i < self->column_edges->len; i++)
    {
      GdkRectangle area = xr_score_grid_cell_area (self, 0, i);
      area.y = top;
      draw_text (self, snapshot, xr_grid_model_column_title (self->model, i),
                 i == self->cursor.column ? &palette->accent : &palette->text, area, 1, FALSE);
      fill (snapshot, &palette->line, area.x + area.width - 1, top, 1, area.height);
      draw_group (self, snapshot, palette, i);
    }
  gtk_snapshot_pop (snapshot);
  for (guint i = 0; i < self->figure_edges->len; i++)
    {
      int start = get_edge (self->figure_edges, i);
      GdkRectangle area = { right + start, top, get_edge (self->figure_edges, i + 1) - start,
                            self->row_height };
      draw_text (self, snapshot, xr_grid_model_figure_title (self->model, i), &palette->text, area,
                 2, FALSE);
    }
  fill (snapshot, &palette->line, 0, self->header_height - 1,
        right + xr_score_grid_figures_width (self), 1);
}

void
xr_score_grid_draw (XrScoreGrid *self, GtkSnapshot *snapshot)
{
  Palette palette = get_palette (self);
  int scroll = get_scroll (self->vadjustment);
  guint rows = xr_grid_model_n_rows (self->model);
  guint first = (guint) (scroll / self->row_height);
  guint last = (guint) ((scroll + xr_score_grid_view_height (self)) / self->row_height) + 1;

  draw_header (self, snapshot, &palette);
  draw_cells (self, snapshot, &palette, first, MIN (last, rows));
  draw_row_ends (self, snapshot, &palette, first, MIN (last, rows));
}
