/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of facts as labels in a grid. It knows nothing of what the facts are about. */
#include "config.h"

#include "widgets/fact-list.h"

struct _XrFactList
{
  AdwBin parent_instance;

  GtkGrid *grid;
  int line;
};

G_DEFINE_FINAL_TYPE (XrFactList, xr_fact_list, ADW_TYPE_BIN)

static void
xr_fact_list_class_init (XrFactListClass *klass)
{
}

static void
xr_fact_list_init (XrFactList *self)
{
  xr_fact_list_clear (self);
}

XrFactList *
xr_fact_list_new (void)
{
  return g_object_new (XR_TYPE_FACT_LIST, NULL);
}

void
xr_fact_list_clear (XrFactList *self)
{
  self->line = 0;
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_widget_set_valign (GTK_WIDGET (self->grid), GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

void
xr_fact_list_add_heading (XrFactList *self, const char *heading)
{
  GtkWidget *label = create_label (heading, "heading");

  if (self->line > 0)
    gtk_widget_set_margin_top (label, 6);
  gtk_grid_attach (self->grid, label, 0, self->line++, 2, 1);
}

static GtkWidget *
add_line (XrFactList *self, const char *name, const char *value)
{
  gboolean empty = value == NULL || *value == '\0';
  GtkWidget *label = create_label (empty ? "—" : value, empty ? "dim-label" : NULL);
  GtkWidget *title = create_label (name, "dim-label");

  gtk_label_set_max_width_chars (GTK_LABEL (title), 14);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (self->grid, title, 0, self->line, 1, 1);
  gtk_grid_attach (self->grid, label, 1, self->line++, 1, 1);
  return label;
}

void
xr_fact_list_add (XrFactList *self, const char *name, const char *value)
{
  add_line (self, name, value);
}

void
xr_fact_list_add_figure (XrFactList *self, const char *name, const char *figure)
{
  GtkWidget *label = add_line (self, name, figure);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
}

void
xr_fact_list_add_note (XrFactList *self, const char *text, const char *css_class)
{
  gtk_grid_attach (self->grid, create_label (text, css_class), 0, self->line++, 2, 1);
}
