/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays editors of described fields out and moves values between them and a row. It never saves. */
#include "config.h"

#include "widgets/field-grid.h"

#include <glib/gi18n-lib.h>

struct _XrFieldGrid
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GPtrArray *editors; /* XrFieldEditor, borrowed */
  int line, column;
};

G_DEFINE_FINAL_TYPE (XrFieldGrid, xr_field_grid, ADW_TYPE_BIN)

static void
xr_field_grid_finalize (GObject *object)
{
  g_ptr_array_unref (XR_FIELD_GRID (object)->editors);
  G_OBJECT_CLASS (xr_field_grid_parent_class)->finalize (object);
}

static void
xr_field_grid_class_init (XrFieldGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xr_field_grid_finalize;
}

static void
xr_field_grid_init (XrFieldGrid *self)
{
  self->editors = g_ptr_array_new ();
  xr_field_grid_clear (self);
}

XrFieldGrid *
xr_field_grid_new (void)
{
  return g_object_new (XR_TYPE_FIELD_GRID, NULL);
}

void
xr_field_grid_clear (XrFieldGrid *self)
{
  g_ptr_array_set_size (self->editors, 0);
  self->line = self->column = 0;
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 12);
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

XrFieldEditor *
xr_field_grid_add (XrFieldGrid *self, const XrField *field)
{
  XrFieldEditor *editor = xr_field_editor_new (field);
  gboolean wide = field->kind == XR_FIELD_PARAGRAPH;

  if (wide && self->column > 0)
    {
      self->line++;
      self->column = 0;
    }
  gtk_widget_set_hexpand (GTK_WIDGET (editor), TRUE);
  gtk_grid_attach (self->grid, GTK_WIDGET (editor), self->column, self->line, wide ? 2 : 1, 1);
  self->column += wide ? 2 : 1;
  if (self->column >= 2)
    {
      self->line++;
      self->column = 0;
    }
  g_ptr_array_add (self->editors, editor);
  return editor;
}

GPtrArray *
xr_field_grid_get_editors (XrFieldGrid *self)
{
  return self->editors;
}

void
xr_field_grid_set_editable (XrFieldGrid *self, gboolean editable)
{
  for (guint i = 0; i < self->editors->len; i++)
    xr_field_editor_set_editable (g_ptr_array_index (self->editors, i), editable);
}

static void
show_references (XrFieldEditor *editor, XrOffice *office, XrRow *row, gint64 round)
{
  const XrField *field = xr_field_editor_get_field (editor);
  const XrTable *target = xr_table_find (field->target);
  /* A row that has no owner yet does not know its round. */
  g_autoptr (GPtrArray) rows = xr_row_get_owner (row) != 0
                                 ? xr_office_reference_choices (office, row, field)
                                 : xr_office_query_round (office, target, round);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = xr_row_get_id (g_ptr_array_index (rows, i));
      g_array_append_val (ids, id);
      g_ptr_array_add (titles, xr_office_dup_title (office, target, id));
    }
  xr_field_editor_set_references (editor, (const gint64 *) ids->data,
                                  (const char *const *) titles->pdata, ids->len);
}

static void
show_field (XrFieldEditor *editor, XrOffice *office, XrRow *row, gint64 round)
{
  const XrField *field = xr_field_editor_get_field (editor);

  if (field->kind == XR_FIELD_REFERENCE)
    show_references (editor, office, row, round);
  xr_field_editor_set_value (editor, xr_row_get (row, field->name));
  if (field->flags & XR_FIELD_FIXED)
    xr_field_editor_set_editable (editor, xr_row_get_id (row) == 0);
}

void
xr_field_grid_show_row (XrFieldGrid *self, XrOffice *office, XrRow *row, gint64 round)
{
  for (guint i = 0; i < self->editors->len; i++)
    show_field (g_ptr_array_index (self->editors, i), office, row, round);
}

void
xr_field_grid_update_row (XrFieldGrid *self, XrOffice *office, XrRow *row, gint64 round)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      XrFieldEditor *editor = g_ptr_array_index (self->editors, i);

      if (!xr_field_editor_get_edited (editor))
        show_field (editor, office, row, round);
    }
}

gboolean
xr_field_grid_read_row (XrFieldGrid *self, XrRow *row)
{
  XrFieldEditor *wrong = NULL;

  for (guint i = 0; i < self->editors->len; i++)
    {
      XrFieldEditor *editor = g_ptr_array_index (self->editors, i);
      g_autofree char *text = xr_field_editor_dup_text (editor);
      g_autoptr (GError) error = NULL;

      xr_row_parse (row, xr_field_editor_get_field (editor)->name, text, &error);
      xr_field_editor_set_error (editor, error != NULL ? error->message : NULL);
      if (error != NULL && wrong == NULL)
        wrong = editor;
    }
  if (wrong != NULL)
    xr_field_editor_focus (wrong);
  return wrong == NULL;
}
