/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the texts of a table of cells between two changes of the file. It knows nothing of scores or
 * ballots, and draws nothing. */
#include "config.h"

#include "widgets/grid-model.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *title, *group;
  gint64 id, sub_id;
} Column;

typedef struct
{
  char *title, *note;
  gint64 id;
  GPtrArray *texts; /* char *, cells then figures; NULL: "" */
  GArray *flags;    /* XrCellFlags */
} Row;

struct _XrGridModel
{
  GObject parent_instance;

  XrOffice *office;
  gulong changed_id;
  const XrGridSource *source;
  gpointer data;
  GDestroyNotify free_data;
  gboolean loaded;
  GPtrArray *columns; /* Column */
  GPtrArray *figures; /* char * */
  GPtrArray *rows;    /* Row */
};

G_DEFINE_FINAL_TYPE (XrGridModel, xr_grid_model, G_TYPE_OBJECT)

static guint changed_signal;

static void
column_free (Column *column)
{
  g_free (column->title);
  g_free (column->group);
  g_free (column);
}

static void
row_free (Row *row)
{
  g_free (row->title);
  g_free (row->note);
  g_ptr_array_unref (row->texts);
  g_array_unref (row->flags);
  g_free (row);
}

static void
ensure_loaded (XrGridModel *self)
{
  if (self->loaded)
    return;
  self->loaded = TRUE;
  g_ptr_array_set_size (self->columns, 0);
  g_ptr_array_set_size (self->figures, 0);
  g_ptr_array_set_size (self->rows, 0);
  self->source->load (self, self->data);
}

static Row *
get_row (XrGridModel *self, guint row)
{
  ensure_loaded (self);
  g_return_val_if_fail (row < self->rows->len, NULL);
  return g_ptr_array_index (self->rows, row);
}

static Column *
get_column (XrGridModel *self, guint column)
{
  ensure_loaded (self);
  g_return_val_if_fail (column < self->columns->len, NULL);
  return g_ptr_array_index (self->columns, column);
}

static void
xr_grid_model_dispose (GObject *object)
{
  XrGridModel *self = XR_GRID_MODEL (object);

  if (self->office != NULL)
    g_clear_signal_handler (&self->changed_id, self->office);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (xr_grid_model_parent_class)->dispose (object);
}

static void
xr_grid_model_finalize (GObject *object)
{
  XrGridModel *self = XR_GRID_MODEL (object);

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (xr_grid_model_parent_class)->finalize (object);
}

static void
xr_grid_model_class_init (XrGridModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_grid_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = xr_grid_model_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
xr_grid_model_init (XrGridModel *self)
{
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->figures = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
}

XrGridModel *
xr_grid_model_new (XrOffice *office, const XrGridSource *source, gpointer data,
                   GDestroyNotify free_data)
{
  XrGridModel *self = g_object_new (XR_TYPE_GRID_MODEL, NULL);

  self->source = source;
  self->data = data;
  self->free_data = free_data;
  if (office != NULL)
    {
      self->office = g_object_ref (office);
      self->changed_id = g_signal_connect_swapped (office, "changed",
                                                   G_CALLBACK (xr_grid_model_reload), self);
    }
  return self;
}

void
xr_grid_model_reload (XrGridModel *model)
{
  model->loaded = FALSE;
  g_signal_emit (model, changed_signal, 0);
}

/* ---- filling */

void
xr_grid_model_add_column (XrGridModel *model, const char *title, const char *group, gint64 id,
                          gint64 sub_id)
{
  Column *column = g_new0 (Column, 1);

  column->title = g_strdup (title);
  column->group = g_strdup (group);
  column->id = id;
  column->sub_id = sub_id;
  g_ptr_array_add (model->columns, column);
}

void
xr_grid_model_add_figure (XrGridModel *model, const char *title)
{
  g_ptr_array_add (model->figures, g_strdup (title));
}

void
xr_grid_model_add_row (XrGridModel *model, const char *title, gint64 id)
{
  Row *row = g_new0 (Row, 1);

  row->title = g_strdup (title);
  row->id = id;
  row->texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (row->texts, (int) (model->columns->len + model->figures->len));
  row->flags = g_array_new (FALSE, TRUE, sizeof (XrCellFlags));
  g_array_set_size (row->flags, model->columns->len);
  g_ptr_array_add (model->rows, row);
}

static void
set_text (XrGridModel *self, guint row, guint index, const char *text)
{
  char **slot = (char **) &g_ptr_array_index (get_row (self, row)->texts, index);

  g_free (*slot);
  *slot = g_strdup (text);
}

void
xr_grid_model_set_cell (XrGridModel *model, guint row, guint column, const char *text,
                        XrCellFlags flags)
{
  set_text (model, row, column, text);
  g_array_index (get_row (model, row)->flags, XrCellFlags, column) = flags;
}

void
xr_grid_model_lock (XrGridModel *model)
{
  for (guint i = 0; i < model->rows->len; i++)
    for (guint j = 0; j < model->columns->len; j++)
      g_array_index (get_row (model, i)->flags, XrCellFlags, j) |= XR_CELL_READONLY;
}

void
xr_grid_model_set_figure (XrGridModel *model, guint row, guint figure, const char *text)
{
  set_text (model, row, model->columns->len + figure, text);
}

void
xr_grid_model_set_note (XrGridModel *model, guint row, const char *note)
{
  g_free (get_row (model, row)->note);
  get_row (model, row)->note = g_strdup (note);
}

/* ---- reading */

guint
xr_grid_model_n_rows (XrGridModel *model)
{
  ensure_loaded (model);
  return model->source->n_rows != NULL ? model->source->n_rows (model->data) : model->rows->len;
}

guint
xr_grid_model_n_columns (XrGridModel *model)
{
  ensure_loaded (model);
  return model->columns->len;
}

guint
xr_grid_model_n_figures (XrGridModel *model)
{
  ensure_loaded (model);
  return model->figures->len;
}

const char *
xr_grid_model_row_title (XrGridModel *model, guint row)
{
  ensure_loaded (model);
  return model->source->row_title != NULL ? model->source->row_title (row, model->data)
                                          : get_row (model, row)->title;
}

gint64
xr_grid_model_row_id (XrGridModel *model, guint row)
{
  return get_row (model, row)->id;
}

const char *
xr_grid_model_row_note (XrGridModel *model, guint row)
{
  return model->source->n_rows != NULL ? NULL : get_row (model, row)->note;
}

const char *
xr_grid_model_column_title (XrGridModel *model, guint column)
{
  return get_column (model, column)->title;
}

const char *
xr_grid_model_column_group (XrGridModel *model, guint column)
{
  return get_column (model, column)->group;
}

gint64
xr_grid_model_column_id (XrGridModel *model, guint column)
{
  return get_column (model, column)->id;
}

gint64
xr_grid_model_column_sub_id (XrGridModel *model, guint column)
{
  return get_column (model, column)->sub_id;
}

const char *
xr_grid_model_figure_title (XrGridModel *model, guint figure)
{
  ensure_loaded (model);
  return g_ptr_array_index (model->figures, figure);
}

static const char *
get_text (XrGridModel *self, guint row, guint index)
{
  const char *text = g_ptr_array_index (get_row (self, row)->texts, index);

  return text != NULL ? text : "";
}

const char *
xr_grid_model_figure (XrGridModel *model, guint row, guint figure)
{
  ensure_loaded (model);
  return get_text (model, row, model->columns->len + figure);
}

const char *
xr_grid_model_cell (XrGridModel *model, guint row, guint column)
{
  ensure_loaded (model);
  return model->source->text != NULL ? model->source->text (row, column, model->data)
                                     : get_text (model, row, column);
}

XrCellFlags
xr_grid_model_cell_flags (XrGridModel *model, guint row, guint column)
{
  ensure_loaded (model);
  return model->source->flags != NULL
           ? model->source->flags (row, column, model->data)
           : g_array_index (get_row (model, row)->flags, XrCellFlags, column);
}

/* ---- typing */

gboolean
xr_grid_model_set (XrGridModel *model, guint row, guint column, const char *text, GError **error)
{
  const XrGridEntry entry = { row, column, (char *) text };

  ensure_loaded (model);
  if (model->source->set != NULL)
    return model->source->set (model, row, column, text, model->data, error);
  return model->source->set_all (model, &entry, 1, model->data, error);
}

static void
clear_entry (gpointer data)
{
  g_free (((XrGridEntry *) data)->text);
}

/* FALSE: the line reaches over the table's edge. */
static gboolean
cut_line (XrGridModel *self, guint row, guint column, const char *line, GArray *entries)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  guint n = MAX (g_strv_length (cells), 1);

  if (row >= xr_grid_model_n_rows (self) || column + n > xr_grid_model_n_columns (self))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      XrGridEntry entry = { row, column + i, g_strdup (cells[i] != NULL ? cells[i] : "") };
      g_strstrip (entry.text);
      g_array_append_val (entries, entry);
    }
  return TRUE;
}

static gboolean
cut_block (XrGridModel *self, guint row, guint column, const char *block, GArray *entries)
{
  g_auto (GStrv) lines = g_strsplit (block, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i + 1] == NULL && *lines[i] == '\0' && i > 0)
        break; /* the line feed after the last row */
      if (!cut_line (self, row + i, column, lines[i], entries))
        return FALSE;
    }
  return TRUE;
}

gboolean
xr_grid_model_paste (XrGridModel *model, guint row, guint column, const char *block, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (XrGridEntry));

  ensure_loaded (model);
  if (model->source->paste != NULL)
    return model->source->paste (model, row, column, block, model->data, error);
  g_array_set_clear_func (entries, clear_entry);
  if (cut_block (model, row, column, block, entries))
    return model->source->set_all (model, (const XrGridEntry *) entries->data, entries->len,
                                   model->data, error);
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
               _ ("The block is larger than the table; choose another first cell."));
  return FALSE;
}

gboolean
xr_grid_model_type (XrGridModel *model, guint row, guint column, gunichar key)
{
  ensure_loaded (model);
  return model->source->type != NULL && model->source->type (model, row, column, key, model->data);
}
