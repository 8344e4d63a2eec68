/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of people on their way in, as files gave them and hands mended them. Whether they are right is
 * found out by preview-check.c. */
#include "config.h"

#include "exchange/preview-private.h"

#include "core/text.h"
#include "round/dossier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ------------------------------------------------------------------ life */

static void
free_note (gpointer data)
{
  XrPreviewNote *note = data;

  g_free (note->text);
  g_free (note);
}

static void
free_row (gpointer data)
{
  XrPreviewRow *row = data;

  for (guint i = 0; i < XR_PERSON_N_FIELDS; i++)
    g_free (row->cells[i].text);
  g_clear_pointer (&row->notes, g_ptr_array_unref);
  g_clear_pointer (&row->found, g_ptr_array_unref);
  g_free (row);
}

static void
free_file (gpointer data)
{
  XrPreviewFile *file = data;

  xr_person_sheet_free (file->sheet);
  g_array_unref (file->map);
  g_clear_pointer (&file->dossier, xr_dossier_free);
  g_clear_pointer (&file->notes, g_ptr_array_unref);
  g_free (file);
}

XrPreview *
xr_preview_new (gint64 round)
{
  XrPreview *self = g_new0 (XrPreview, 1);

  self->round = round;
  self->files = g_ptr_array_new_with_free_func (free_file);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

void
xr_preview_free (XrPreview *preview)
{
  g_ptr_array_unref (preview->files);
  g_ptr_array_unref (preview->rows);
  g_free (preview);
}

/* ------------------------------------------------------------------ files */

static XrPreviewFile *
get_file (const XrPreview *self, guint file)
{
  return g_ptr_array_index (self->files, file);
}

/* The row of a line; NULL when no column that counts has anything. */
static XrPreviewRow *
row_new (guint file, const XrPersonLine *line, const GArray *map)
{
  XrPreviewRow *row = g_new0 (XrPreviewRow, 1);
  gboolean any = FALSE;

  row->file = file;
  row->line = line->number;
  for (guint i = 0; i < MIN (line->n_cells, map->len); i++)
    {
      int field = g_array_index (map, int, i);

      if (field < 0)
        continue;
      row->cells[field].kind = line->cells[i].kind;
      row->cells[field].text = g_strdup (line->cells[i].text);
      any |= line->cells[i].text != NULL || line->cells[i].kind == XR_CELL_UNKNOWN;
    }
  if (!any)
    g_clear_pointer (&row, free_row);
  return row;
}

static void
read_lines (XrPreview *self, guint file, GPtrArray *rows)
{
  const XrPreviewFile *source = get_file (self, file);

  for (guint i = 0; i < source->sheet->lines->len; i++)
    {
      XrPreviewRow *row = row_new (file, g_ptr_array_index (source->sheet->lines, i), source->map);
      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
}

static GArray *
copy_map (const GArray *map)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (int));

  g_array_append_vals (copy, map->data, map->len);
  return copy;
}

guint
xr_preview_add (XrPreview *preview, XrPersonSheet *sheet, const GArray *map)
{
  XrPreviewFile *file = g_new0 (XrPreviewFile, 1);

  file->sheet = sheet;
  file->map = copy_map (map);
  g_ptr_array_add (preview->files, file);
  read_lines (preview, preview->files->len - 1, preview->rows);
  return preview->files->len - 1;
}

/* A sheet with one line, of which every column is a field. */
static XrPersonSheet *
make_sheet (const char *path, XrRow *candidate)
{
  XrPersonSheet *sheet = g_new0 (XrPersonSheet, 1);
  XrPersonLine *line = g_new0 (XrPersonLine, 1);

  sheet->path = g_strdup (path);
  sheet->titles = g_ptr_array_new_with_free_func (g_free);
  line->number = 1;
  line->n_cells = XR_PERSON_N_FIELDS;
  line->cells = g_new0 (XrPersonCell, XR_PERSON_N_FIELDS);
  for (guint i = 0; i < XR_PERSON_N_FIELDS; i++)
    {
      g_ptr_array_add (sheet->titles, g_strdup (xr_person_field_title (i)));
      if (xr_person_field_is_fact (i))
        line->cells[i].text = g_strdup (xr_row_get (candidate, xr_person_field_name (i)));
    }
  sheet->lines = xr_person_lines_new ();
  g_ptr_array_add (sheet->lines, line);
  return sheet;
}

void
xr_preview_add_dossier (XrPreview *preview, const char *path, XrDossier *dossier, GPtrArray *notes)
{
  g_autoptr (XrRow) candidate = xr_row_new (xr_table_find ("candidate"), preview->round);
  g_autoptr (GArray) map = g_array_new (FALSE, FALSE, sizeof (int));
  guint file;

  for (int i = 0; i < XR_PERSON_N_FIELDS; i++)
    g_array_append_val (map, i);
  xr_dossier_fill_candidate (dossier, candidate);
  file = xr_preview_add (preview, make_sheet (path, candidate), map);
  get_file (preview, file)->dossier = dossier;
  get_file (preview, file)->notes = g_ptr_array_ref (notes);
}

gboolean
xr_preview_is_dossier (const XrPreview *preview, guint file)
{
  return get_file (preview, file)->dossier != NULL;
}

guint
xr_preview_n_files (const XrPreview *preview)
{
  return preview->files->len;
}

const XrPersonSheet *
xr_preview_file (const XrPreview *preview, guint file)
{
  return get_file (preview, file)->sheet;
}

const GArray *
xr_preview_map (const XrPreview *preview, guint file)
{
  return get_file (preview, file)->map;
}

void
xr_preview_set_map (XrPreview *preview, guint file, const GArray *map)
{
  XrPreviewFile *changed = get_file (preview, file);
  g_autoptr (GPtrArray) before = g_steal_pointer (&preview->rows);

  g_array_unref (changed->map);
  changed->map = copy_map (map);
  changed->by_hand = TRUE;
  preview->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < preview->files->len; i++)
    {
      if (i == file)
        read_lines (preview, i, preview->rows);
      for (guint j = 0; i != file && j < before->len; j++)
        {
          XrPreviewRow *row = g_ptr_array_index (before, j);
          if (row != NULL && row->file == i)
            g_ptr_array_add (preview->rows, g_steal_pointer (&g_ptr_array_index (before, j)));
        }
    }
  g_ptr_array_set_free_func (before, NULL);
  for (guint j = 0; j < before->len; j++)
    g_clear_pointer (&g_ptr_array_index (before, j), free_row);
}

/* ------------------------------------------------------------------ rows */

guint
xr_preview_n_rows (const XrPreview *preview)
{
  return preview->rows->len;
}

char *
xr_preview_dup_place (const XrPreview *preview, guint row)
{
  const XrPreviewRow *one = xr_preview_get_row (preview, row);
  g_autofree char *name = g_path_get_basename (get_file (preview, one->file)->sheet->path);

  /* Translators: file, line of it */
  return g_strdup_printf (_ ("%1$s, line %2$u"), name, one->line);
}

const char *
xr_preview_cell (const XrPreview *preview, guint row, guint field)
{
  const char *text = xr_preview_get_row (preview, row)->cells[field].text;

  return text != NULL ? text : "";
}

static void
touch (XrPreviewRow *row)
{
  row->confirmed = FALSE;
  row->skipped = FALSE;
}

void
xr_preview_set_cell (XrPreview *preview, guint row, guint field, const char *text)
{
  XrPreviewRow *one = xr_preview_get_row (preview, row);
  XrPersonCell *cell = &one->cells[field];

  g_free (cell->text);
  cell->kind = XR_CELL_TEXT;
  cell->text = xr_text_is_blank (text) ? NULL : xr_text_strip (text);
  touch (one);
}

void
xr_preview_skip (XrPreview *preview, guint row, gboolean skip)
{
  xr_preview_get_row (preview, row)->skipped = skip;
}

void
xr_preview_confirm (XrPreview *preview, guint row)
{
  xr_preview_get_row (preview, row)->confirmed = TRUE;
  xr_preview_get_row (preview, row)->skipped = FALSE;
}

void
xr_preview_fill_post (XrPreview *preview, const char *post)
{
  guint field = (guint) xr_person_field_find ("职位");

  for (guint i = 0; i < preview->rows->len; i++)
    {
      if (*xr_preview_cell (preview, i, field) == '\0')
        xr_preview_set_cell (preview, i, field, post);
    }
}

/* ------------------------------------------------------------------ what was found */

void
xr_preview_add_note (XrPreviewRow *row, int field, XrNoteKind kind, char *text)
{
  XrPreviewNote *note = g_new (XrPreviewNote, 1);

  *note = (XrPreviewNote){ field, kind, text };
  if (row->found == NULL)
    row->found = g_ptr_array_new_with_free_func (free_note);
  g_ptr_array_add (row->found, note);
}

XrProgress *
xr_preview_get_progress (XrPreview *preview)
{
  return &preview->progress;
}

void
xr_preview_settle (XrPreview *preview)
{
  if (!preview->is_examined)
    return;
  preview->is_examined = FALSE;
  memset (preview->counts, 0, sizeof preview->counts);
  preview->n_idle = 0;
  for (guint i = 0; i < preview->rows->len; i++)
    {
      XrPreviewRow *row = xr_preview_get_row (preview, i);

      g_clear_pointer (&row->notes, g_ptr_array_unref);
      row->notes = g_steal_pointer (&row->found);
      row->state = row->found_state;
      row->adds_nothing = row->found_nothing;
      preview->counts[row->state]++;
      preview->n_idle += row->adds_nothing;
    }
}

XrPreviewState
xr_preview_state (const XrPreview *preview, guint row)
{
  return xr_preview_get_row (preview, row)->state;
}

guint
xr_preview_count (const XrPreview *preview, XrPreviewState state)
{
  return preview->counts[state];
}

const GPtrArray *
xr_preview_notes (const XrPreview *preview, guint row)
{
  return xr_preview_get_row (preview, row)->notes;
}

const XrPreviewNote *
xr_preview_note (const XrPreview *preview, guint row, guint field)
{
  const GPtrArray *notes = xr_preview_notes (preview, row);
  const XrPreviewNote *found = NULL;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const XrPreviewNote *note = g_ptr_array_index (notes, i);
      if (note->field == (int) field && (found == NULL || note->kind < found->kind))
        found = note;
    }
  return found;
}

guint
xr_preview_n_taken (const XrPreview *preview)
{
  return preview->counts[XR_PREVIEW_NEW] + preview->counts[XR_PREVIEW_KNOWN] - preview->n_idle;
}

guint
xr_preview_n_left_out (const XrPreview *preview)
{
  return preview->counts[XR_PREVIEW_DOUBTFUL] + preview->counts[XR_PREVIEW_REFUSED]
         + preview->counts[XR_PREVIEW_SKIPPED];
}
