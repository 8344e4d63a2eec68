/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a preview to the grid. Cells are read where they are; nothing is copied, as lists may be long. */
#include "config.h"

#include "stages/intake-model.h"

#include <glib/gi18n-lib.h>

struct _XrIntakeTable
{
  XrPreview *preview;
  XrGridModel *model; /* not owned: it owns this */
  XrIntakeTyped typed;
  gpointer typed_data;
  GArray *rows;   /* guint, of the preview */
  GArray *fields; /* guint */
  char *title;    /* of the row asked for last */
};

const char *
xr_intake_state_label (XrPreviewState state)
{
  static const char *const labels[] = { N_ ("+ new"), N_ ("= known"), N_ ("? doubtful"),
                                        N_ ("! cannot go in"), N_ ("– skipped") };

  return _ (labels[state]);
}

/* ---- what the grid asks */

static void
load (XrGridModel *model, gpointer data)
{
  XrIntakeTable *self = data;

  for (guint i = 0; i < self->fields->len; i++)
    {
      guint field = g_array_index (self->fields, guint, i);
      xr_grid_model_add_column (model, xr_person_field_title (field), NULL, field, 0);
    }
}

static guint
n_rows (gpointer data)
{
  return ((XrIntakeTable *) data)->rows->len;
}

static const char *
row_title (guint row, gpointer data)
{
  XrIntakeTable *self = data;
  guint index = xr_intake_table_row (self, row);

  g_free (self->title);
  self->title = g_strdup_printf ("%u  %s", index + 1,
                                 xr_intake_state_label (xr_preview_state (self->preview, index)));
  return self->title;
}

static const char *
text (guint row, guint column, gpointer data)
{
  XrIntakeTable *self = data;

  return xr_preview_cell (self->preview, xr_intake_table_row (self, row),
                          xr_intake_table_field (self, column));
}

static XrCellFlags
flags (guint row, guint column, gpointer data)
{
  static const XrCellFlags of_notes[] = { XR_CELL_FAULT, XR_CELL_DOUBT, XR_CELL_CHANGED };
  XrIntakeTable *self = data;
  guint index = xr_intake_table_row (self, row);
  const XrPreviewNote *note = xr_preview_note (self->preview, index,
                                               xr_intake_table_field (self, column));
  XrCellFlags found = XR_CELL_WORDS;

  if (xr_preview_state (self->preview, index) == XR_PREVIEW_SKIPPED)
    found |= XR_CELL_DROPPED;
  return note != NULL ? found | of_notes[note->kind] : found;
}

static gboolean
set_all (XrGridModel *model, const XrGridEntry *entries, guint n, gpointer data, GError **error)
{
  XrIntakeTable *self = data;

  for (guint i = 0; i < n; i++)
    self->typed (xr_intake_table_row (self, entries[i].row),
                 xr_intake_table_field (self, entries[i].column), entries[i].text,
                 self->typed_data);
  return TRUE;
}

static void
free_table (gpointer data)
{
  XrIntakeTable *self = data;

  g_array_unref (self->rows);
  g_array_unref (self->fields);
  g_free (self->title);
  g_free (self);
}

XrGridModel *
xr_intake_model_new (XrPreview *preview, XrIntakeTyped typed, gpointer data, XrIntakeTable **table)
{
  static const XrGridSource source = { .load = load,
                                       .n_rows = n_rows,
                                       .row_title = row_title,
                                       .text = text,
                                       .flags = flags,
                                       .set_all = set_all };
  XrIntakeTable *self = g_new0 (XrIntakeTable, 1);

  self->preview = preview;
  self->typed = typed;
  self->typed_data = data;
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  self->model = xr_grid_model_new (NULL, &source, self, free_table);
  *table = self;
  return self->model;
}

/* ---- what is shown */

/* Name and post always, other fields where some row has them. */
static gboolean
is_in_use (const XrIntakeTable *self, guint field)
{
  if (field <= 1)
    return TRUE;
  for (guint i = 0; i < xr_preview_n_rows (self->preview); i++)
    {
      if (*xr_preview_cell (self->preview, i, field) != '\0'
          || xr_preview_note (self->preview, i, field) != NULL)
        return TRUE;
    }
  return FALSE;
}

void
xr_intake_table_show (XrIntakeTable *table, int state)
{
  g_array_set_size (table->rows, 0);
  g_array_set_size (table->fields, 0);
  for (guint i = 0; i < xr_preview_n_rows (table->preview); i++)
    {
      if (state < 0 || (int) xr_preview_state (table->preview, i) == state)
        g_array_append_val (table->rows, i);
    }
  for (guint i = 0; i < XR_PERSON_N_FIELDS; i++)
    {
      /* The name first: it tells the rows apart. */
      guint field = i == 0 ? 1 : i == 1 ? 0 : i;
      if (is_in_use (table, field))
        g_array_append_val (table->fields, field);
    }
  xr_grid_model_reload (table->model);
}

guint
xr_intake_table_row (const XrIntakeTable *table, guint row)
{
  return g_array_index (table->rows, guint, row);
}

guint
xr_intake_table_field (const XrIntakeTable *table, guint column)
{
  return g_array_index (table->fields, guint, column);
}

guint
xr_intake_table_n_rows (const XrIntakeTable *table)
{
  return table->rows->len;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return (first > second) - (first < second);
}

gboolean
xr_intake_table_find (const XrIntakeTable *table, guint preview_row, guint *row)
{
  return g_array_binary_search (table->rows, &preview_row, compare_rows, row);
}

gboolean
xr_intake_table_find_column (const XrIntakeTable *table, guint field, guint *column)
{
  for (guint i = 0; i < table->fields->len; i++)
    {
      if (g_array_index (table->fields, guint, i) == field)
        {
          *column = i;
          return TRUE;
        }
    }
  return FALSE;
}
