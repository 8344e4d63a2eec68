/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking as a column view over copies of what the result says. The bars are drawings only; the
 * figure stands beside each. */
#include "config.h"

#include "stages/ranking-table.h"

#include <glib/gi18n-lib.h>

#include "stages/ranking-reason.h"
#include "widgets/one-stop.h"
#include "widgets/text-scale.h"

/* ---- one line */

#define XR_TYPE_RANKING_LINE (xr_ranking_line_get_type ())
G_DECLARE_FINAL_TYPE (XrRankingLine, xr_ranking_line, XR, RANKING_LINE, GObject)

struct _XrRankingLine
{
  GObject parent_instance;

  gint64 application;
  GPtrArray *texts;     /* char * by column */
  GArray *fractions;    /* double by component, for the bars; below 0: no bar */
  gboolean ranked, cut; /* has a rank; the line of the cut stands under it */
};

G_DEFINE_FINAL_TYPE (XrRankingLine, xr_ranking_line, G_TYPE_OBJECT)

static void
xr_ranking_line_finalize (GObject *object)
{
  XrRankingLine *self = XR_RANKING_LINE (object);

  g_ptr_array_unref (self->texts);
  g_array_unref (self->fractions);
  G_OBJECT_CLASS (xr_ranking_line_parent_class)->finalize (object);
}

static void
xr_ranking_line_class_init (XrRankingLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xr_ranking_line_finalize;
}

static void
xr_ranking_line_init (XrRankingLine *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->fractions = g_array_new (FALSE, FALSE, sizeof (double));
}

/* ---- the table */

struct _XrRankingTable
{
  AdwBin parent_instance;

  GListStore *lines;
  GtkSingleSelection *selection;
  GtkColumnView *view;
  GStrv components; /* names that the columns were made for */
};

G_DEFINE_FINAL_TYPE (XrRankingTable, xr_ranking_table, ADW_TYPE_BIN)

static guint moved_signal;

/* In pixels; the padding of a column's head is the theme's. */
#define COMPONENT_WIDTH 76
#define HEAD_PADDING    6

enum
{
  COLUMN_RANK,
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_FIRST_COMPONENT,
};

/* ---- cells */

static void
draw_bar_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const double *fraction = g_object_get_data (G_OBJECT (area), "xr-fraction");
  GdkRGBA color;

  if (fraction == NULL || *fraction < 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_rectangle (cr, 0, 0, width * MIN (*fraction, 1.0), height);
  cairo_fill (cr);
}

static GtkWidget *
create_bar (void)
{
  GtkWidget *bar = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (bar), 3);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (bar), draw_bar_cb, NULL, NULL);
  gtk_widget_add_css_class (bar, "xr-weights");
  return bar;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (NULL);
  gboolean figure = g_object_get_data (G_OBJECT (factory), "xr-figure") != NULL;
  gboolean bar = g_object_get_data (G_OBJECT (factory), "xr-bar") != NULL;

  gtk_label_set_ellipsize (GTK_LABEL (label), figure ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), figure ? 1 : 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  if (bar)
    gtk_box_append (GTK_BOX (box), create_bar ());
  gtk_list_item_set_child (item, box);
}

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_bar (GtkWidget *bar, double fraction)
{
  g_object_set_data_full (G_OBJECT (bar), "xr-fraction", g_memdup2 (&fraction, sizeof fraction),
                          g_free);
  gtk_widget_queue_draw (bar);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "xr-column"));
  XrRankingLine *line = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (box);
  GtkWidget *bar = gtk_widget_get_next_sibling (label);
  const char *text = g_ptr_array_index (line->texts, column);

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "—");
  set_css_class (label, "dim-label", text == NULL || !line->ranked);
  if (bar != NULL)
    show_bar (bar, g_array_index (line->fractions, double, column - COLUMN_FIRST_COMPONENT));
  /* The line of the cut runs through all cells of the row. */
  set_css_class (gtk_widget_get_parent (box), "xr-cut", line->cut);
}

static void
add_column (XrRankingTable *self, const char *title, guint index, int width, gboolean figure,
            gboolean bar)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "xr-column", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (factory), "xr-figure", GINT_TO_POINTER (figure));
  g_object_set_data (G_OBJECT (factory), "xr-bar", GINT_TO_POINTER (bar));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_fixed_width (column, xr_text_scale (GTK_WIDGET (self), width));
  gtk_column_view_column_set_expand (column, index == COLUMN_NAME);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
}

/* A long name of a component in lines below each other, about as long as each other: its column is only
 * as wide as a score. */
static char *
dup_title (XrRankingTable *self, const char *name)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
  int room = xr_text_scale (GTK_WIDGET (self), COMPONENT_WIDTH) - 2 * HEAD_PADDING;
  GString *title = g_string_new (NULL);
  int width, lines;

  /* Column heads have smaller letters than the text. */
  pango_layout_get_pixel_size (layout, &width, NULL);
  width = width * 9 / 10;
  lines = (width + room - 1) / room;
  if (lines > 1)
    pango_layout_set_width (layout, PANGO_SCALE * (width * 10 / 9 / lines + 12));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);

      if (i > 0)
        g_string_append_c (title, '\n');
      g_string_append_len (title, name + line->start_index, line->length);
    }
  return g_string_free (title, FALSE);
}

static void
rebuild_columns (XrRankingTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint index = COLUMN_FIRST_COMPONENT;

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);
      gtk_column_view_remove_column (self->view, column);
    }
  add_column (self, _ ("Rank"), COLUMN_RANK, 64, FALSE, FALSE);
  add_column (self, _ ("No."), COLUMN_NUMBER, 44, TRUE, FALSE);
  add_column (self, _ ("Full name"), COLUMN_NAME, 54, FALSE, FALSE);
  for (guint i = 0; self->components[i] != NULL; i++)
    {
      g_autofree char *title = dup_title (self, self->components[i]);

      add_column (self, title, index++, COMPONENT_WIDTH, TRUE, TRUE);
    }
  add_column (self, _ ("Total"), index++, 64, TRUE, FALSE);
  add_column (self, _ ("To the next"), index++, 80, TRUE, FALSE);
  add_column (self, _ ("List"), index, 84, FALSE, FALSE);
}

/* ---- construction */

static void
selected_cb (XrRankingTable *self)
{
  g_signal_emit (self, moved_signal, 0);
}

static void
xr_ranking_table_dispose (GObject *object)
{
  XrRankingTable *self = XR_RANKING_TABLE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (xr_ranking_table_parent_class)->dispose (object);
}

static void
xr_ranking_table_finalize (GObject *object)
{
  g_strfreev (XR_RANKING_TABLE (object)->components);
  G_OBJECT_CLASS (xr_ranking_table_parent_class)->finalize (object);
}

static void
xr_ranking_table_class_init (XrRankingTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_ranking_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_ranking_table_finalize;
  moved_signal = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
xr_ranking_table_init (XrRankingTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->lines = g_list_store_new (XR_TYPE_RANKING_LINE);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  self->view = GTK_COLUMN_VIEW (
    gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Ranking"), -1);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (scrolled, "xr-list");
  adw_bin_set_child (ADW_BIN (self), xr_one_stop_new (scrolled));
}

/* ---- what is shown */

static gboolean
is_listed (GArray *listed, gint64 application)
{
  for (guint i = 0; i < listed->len; i++)
    if (g_array_index (listed, gint64, i) == application)
      return TRUE;
  return FALSE;
}

static const char *
get_mark (const XrStanding *standing, gboolean listed, gboolean waits)
{
  if (waits)
    return _ ("to be decided");
  if (listed)
    return standing->shortlisted ? _ ("✓ listed") : _ ("✓ listed by decision");
  return standing->shortlisted ? _ ("within the cut") : NULL;
}

static void
add_component (XrRankingLine *line, const XrComponent *component, const XrComponentResult *result)
{
  XrDecimal full = component->bonus ? component->full_mark : XR_DECIMAL_INT (100);
  double fraction = -1;

  if (result->has_value && full.units > 0)
    fraction = (double) result->value.units / (double) full.units;
  g_array_append_val (line->fractions, fraction);
  g_ptr_array_add (line->texts,
                   result->has_value ? xr_decimal_format (result->value, component->places) : NULL);
}

static char *
dup_gap (const XrCase *contest, const XrPostResult *post, guint position)
{
  const XrStanding *standing = g_ptr_array_index (post->standings, position);
  const XrStanding *next = NULL;

  if (position + 1 >= post->standings->len)
    return NULL;
  next = g_ptr_array_index (post->standings, position + 1);
  if (!standing->has_total || !next->has_total)
    return NULL;
  return xr_ranking_dup_margin (standing->total, next->total, contest->plan->settings.total_places);
}

/* Whether the tie across the cut is about this one: who is listed is not settled. */
static gboolean
waits_for_decision (const XrPostResult *post, const XrStanding *standing)
{
  const XrStanding *last = NULL;

  if (!post->cutoff_tie || post->shortlist->len == 0)
    return FALSE;
  last = g_ptr_array_index (post->shortlist, post->shortlist->len - 1);
  return standing->rank == last->rank;
}

/* Under whom the line of the cut stands: the last one who is within it. */
static gboolean
is_cut_after (const XrPostResult *post, guint position)
{
  const XrStanding *standing = g_ptr_array_index (post->standings, position);
  const XrStanding *next = NULL;

  if (!standing->shortlisted || position + 1 >= post->standings->len)
    return FALSE;
  next = g_ptr_array_index (post->standings, position + 1);
  return !next->shortlisted;
}

static XrRankingLine *
make_line (const XrCase *contest, const XrPostResult *post, guint position, GArray *listed,
           gboolean decided)
{
  XrRankingLine *line = g_object_new (XR_TYPE_RANKING_LINE, NULL);
  const XrStanding *standing = g_ptr_array_index (post->standings, position);
  const XrCandidate *candidate = g_ptr_array_index (contest->candidates, standing->candidate);
  const XrPlan *plan = contest->plan;

  line->application
    = g_array_index (contest->applications, XrApplication, standing->application).id;
  line->ranked = standing->has_total;
  line->cut = is_cut_after (post, position);
  g_ptr_array_add (line->texts, xr_ranking_dup_rank (contest, standing));
  g_ptr_array_add (line->texts, g_strdup (candidate->number));
  g_ptr_array_add (line->texts, g_strdup (candidate->name));
  for (guint i = 0; i < plan->components->len; i++)
    add_component (line, g_ptr_array_index (plan->components, i), &standing->components[i]);
  g_ptr_array_add (line->texts, standing->has_total
                                  ? xr_decimal_format (standing->total, plan->settings.total_places)
                                  : NULL);
  g_ptr_array_add (line->texts, dup_gap (contest, post, position));
  g_ptr_array_add (line->texts,
                   g_strdup (get_mark (standing, is_listed (listed, line->application),
                                       !decided && waits_for_decision (post, standing))));
  return line;
}

static void
set_components (XrRankingTable *self, const XrPlan *plan)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (plan->components, i);
      g_strv_builder_add (builder, component->name);
    }
  names = g_strv_builder_end (builder);
  if (self->components != NULL
      && g_strv_equal ((const char *const *) names, (const char *const *) self->components))
    return;
  g_strfreev (self->components);
  self->components = g_steal_pointer (&names);
  rebuild_columns (self);
}

void
xr_ranking_table_show (XrRankingTable *self, const XrCase *contest, const XrPostResult *post,
                       GArray *listed, gboolean decided)
{
  XrRankingLine *selected = gtk_single_selection_get_selected_item (self->selection);
  gint64 application = selected != NULL ? selected->application : 0;

  g_list_store_remove_all (self->lines);
  set_components (self, contest->plan);
  for (guint i = 0; i < post->standings->len; i++)
    {
      g_autoptr (XrRankingLine) line = make_line (contest, post, i, listed, decided);
      g_list_store_append (self->lines, line);
      if (line->application == application)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

int
xr_ranking_table_get_position (XrRankingTable *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  return position == GTK_INVALID_LIST_POSITION ? -1 : (int) position;
}
