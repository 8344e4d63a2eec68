/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checks of an inspection, a tile for each kind there is. */
#include "config.h"

#include "stages/check-tiles.h"

#include <glib/gi18n-lib.h>

#include "stages/inspection-steps.h"
#include "widgets/dialogs.h"
#include "widgets/row-dialog.h"

#define COLUMNS 4

typedef struct
{
  const char *kind;
  GtkWidget *button;
  GtkLabel *title, *mark, *conclusion, *detail;
} Tile;

struct _XrCheckTiles
{
  AdwBin parent_instance;

  XrOffice *office;
  gint64 application;
  gboolean editable;
  Tile tiles[6];
};

G_DEFINE_FINAL_TYPE (XrCheckTiles, xr_check_tiles, ADW_TYPE_BIN)

/* The four musts first, then what else is asked for. */
static const char *const kinds[] = { "archive",    "personal",  "discipline",
                                     "complaints", "integrity", "audit" };

static const XrField *
find_field (const char *name)
{
  return xr_table_find_field (xr_table_find ("inspection_check"), name);
}

static XrRow *
find_check (XrCheckTiles *self, const char *kind)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (self->office == NULL || self->application == 0)
    return NULL;
  rows = xr_office_query (self->office, xr_table_find ("inspection_check"), "application_id",
                          self->application);
  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      if (g_strcmp0 (xr_row_get (row, "kind"), kind) == 0)
        return g_object_ref (row);
    }
  return NULL;
}

/* What was found, for reading only. */
static void
tell_check (XrCheckTiles *self, GtkWidget *button, XrRow *row)
{
  g_autofree char *title = xr_field_format (find_field ("kind"),
                                            g_object_get_data (G_OBJECT (button), "xr-kind"));
  const char *finding = row != NULL ? xr_row_get (row, "detail") : NULL;
  g_autofree char *conclusion = row != NULL ? xr_field_format (find_field ("conclusion"),
                                                               xr_row_get (row, "conclusion"))
                                            : g_strdup (_ ("not checked yet"));

  xr_dialog_tell (GTK_WIDGET (self), title, finding != NULL ? finding : conclusion);
}

static void
clicked_cb (XrCheckTiles *self, GtkWidget *button)
{
  const char *kind = g_object_get_data (G_OBJECT (button), "xr-kind");
  g_autoptr (XrRow) row = find_check (self, kind);

  if (!self->editable)
    {
      tell_check (self, button, row);
      return;
    }
  if (row == NULL)
    {
      row = xr_row_new (xr_table_find ("inspection_check"), self->application);
      xr_row_set (row, "kind", kind);
    }
  xr_row_dialog_present (GTK_WIDGET (self), self->office, row, 0, NULL, NULL);
}

static char *
describe_details (XrRow *row)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *const fields[] = { "done_on", "paper", "done_by", NULL };

  for (guint i = 0; row != NULL && fields[i] != NULL; i++)
    {
      const char *value = xr_row_get (row, fields[i]);
      if (value != NULL)
        g_ptr_array_add (words, (gpointer) value);
    }
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" · ", (char **) words->pdata);
}

static void
show_tile (XrCheckTiles *self, Tile *tile)
{
  g_autoptr (XrRow) row = find_check (self, tile->kind);
  const char *value = row != NULL ? xr_row_get (row, "conclusion") : NULL;
  XrMark mark = xr_inspection_mark_conclusion (value);
  g_autofree char *conclusion = value != NULL ? xr_field_format (find_field ("conclusion"), value)
                                              : g_strdup (_ ("not checked yet"));
  g_autofree char *detail = describe_details (row);
  g_autofree char *label = g_strdup_printf (_ ("%1$s, %2$s, %3$s"),
                                            gtk_label_get_label (tile->title), conclusion, detail);

  gtk_label_set_label (tile->mark, xr_mark_symbol (mark));
  xr_mark_colour (GTK_WIDGET (tile->mark), mark);
  gtk_label_set_label (tile->conclusion, conclusion);
  xr_mark_colour (GTK_WIDGET (tile->conclusion), mark);
  gtk_label_set_label (tile->detail, detail);
  gtk_widget_set_tooltip_text (tile->button, row != NULL ? xr_row_get (row, "detail") : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

void
xr_check_tiles_show (XrCheckTiles *self, XrOffice *office, gint64 application, gboolean editable)
{
  g_set_object (&self->office, office);
  self->application = application;
  self->editable = editable;
  gtk_widget_set_sensitive (GTK_WIDGET (self), application != 0);
  for (guint i = 0; i < G_N_ELEMENTS (self->tiles); i++)
    show_tile (self, &self->tiles[i]);
}

static void
xr_check_tiles_dispose (GObject *object)
{
  g_clear_object (&XR_CHECK_TILES (object)->office);
  G_OBJECT_CLASS (xr_check_tiles_parent_class)->dispose (object);
}

static void
xr_check_tiles_class_init (XrCheckTilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_check_tiles_dispose;
}

static GtkLabel *
create_label (GtkBox *box, const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static GtkWidget *
create_tile (XrCheckTiles *self, Tile *tile, const char *kind)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  GtkBox *line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  g_autofree char *title = xr_field_format (find_field ("kind"), kind);

  tile->kind = kind;
  tile->button = gtk_button_new ();
  tile->title = create_label (box, "heading");
  gtk_label_set_label (tile->title, title);
  gtk_box_append (box, GTK_WIDGET (line));
  tile->mark = create_label (line, "xr-mark");
  tile->conclusion = create_label (line, "xr-conclusion");
  tile->detail = create_label (box, "caption");
  gtk_button_set_child (GTK_BUTTON (tile->button), GTK_WIDGET (box));
  gtk_widget_add_css_class (tile->button, "card");
  gtk_widget_add_css_class (tile->button, "xr-tile");
  gtk_widget_set_hexpand (tile->button, TRUE);
  g_object_set_data (G_OBJECT (tile->button), "xr-kind", (gpointer) kind);
  g_signal_connect_object (tile->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return tile->button;
}

static void
xr_check_tiles_init (XrCheckTiles *self)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 12);
  gtk_grid_set_column_homogeneous (grid, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean must = i < COLUMNS;
      gtk_grid_attach (grid, create_tile (self, &self->tiles[i], kinds[i]),
                       must ? (int) i : (int) (i - COLUMNS) * 2, must ? 0 : 1, must ? 1 : 2, 1);
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (grid));
}
