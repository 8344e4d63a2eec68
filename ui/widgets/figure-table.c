/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid of labels that scrolls. It knows rows, not what they mean. */
#include "config.h"

#include "widgets/figure-table.h"

#define MOST_COLUMNS 12

struct _XrFigureTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkGrid *grid;
  int rows;
};

G_DEFINE_FINAL_TYPE (XrFigureTable, xr_figure_table, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *text, float align)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

void
xr_figure_table_clear (XrFigureTable *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->rows = 0;
}

gboolean
xr_figure_table_is_empty (XrFigureTable *self)
{
  return self->rows == 0;
}

GtkLabel *
xr_figure_table_add_sentence (XrFigureTable *self, const char *text, const char *css_class)
{
  GtkWidget *label = create_label (text, 0);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 90);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (self->rows > 0 && g_strcmp0 (css_class, "heading") == 0)
    gtk_widget_set_margin_top (label, 12);
  gtk_grid_attach (self->grid, label, 0, self->rows++, MOST_COLUMNS, 1);
  return GTK_LABEL (label);
}

void
xr_figure_table_add_cells (XrFigureTable *self, const char *const *cells, const char *css_class,
                           GtkWidget *plot)
{
  int column = 0;

  for (; cells[column] != NULL; column++)
    {
      GtkWidget *label = create_label (cells[column], column == 0 ? 0 : 1);

      if (css_class != NULL)
        gtk_widget_add_css_class (label, css_class);
      gtk_grid_attach (self->grid, label, column, self->rows, 1, 1);
    }
  if (plot != NULL)
    gtk_grid_attach (self->grid, plot, column, self->rows, 1, 1);
  self->rows++;
}

static void
xr_figure_table_dispose (GObject *object)
{
  XrFigureTable *self = XR_FIGURE_TABLE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (xr_figure_table_parent_class)->dispose (object);
}

static void
xr_figure_table_class_init (XrFigureTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_figure_table_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
xr_figure_table_init (XrFigureTable *self)
{
  GtkWidget *grid = gtk_grid_new ();

  self->grid = GTK_GRID (grid);
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_add_css_class (grid, "xr-dialog-content");
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  gtk_widget_set_halign (grid, GTK_ALIGN_START);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), grid);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
xr_figure_table_new (void)
{
  return g_object_new (XR_TYPE_FIGURE_TABLE, NULL);
}
