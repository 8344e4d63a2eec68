/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes the rows of a preview in that may go in, in one step. What goes in is what the examination just
 * before found, not what was settled: other threads may look at that. */
#include "config.h"

#include "exchange/preview-private.h"

#include "round/people.h"
#include "round/round.h"

#include <glib/gi18n-lib.h>

static gboolean
is_taken (const XrPreviewRow *row)
{
  return (row->found_state == XR_PREVIEW_NEW || row->found_state == XR_PREVIEW_KNOWN)
         && !row->found_nothing;
}

static guint
count_taken (const XrPreview *preview)
{
  guint n = 0;

  for (guint i = 0; i < preview->rows->len; i++)
    n += is_taken (xr_preview_get_row (preview, i));
  return n;
}

static void
note_form (XrPreviewCheck *self, const XrPreviewRow *row, GArray *forms)
{
  const XrPreviewFile *file = g_ptr_array_index (self->preview->files, row->file);
  XrFormOf form = { self->book.candidate, file->dossier };

  if (form.dossier != NULL && form.candidate >= 0)
    g_array_append_val (forms, form);
}

/* Reads the rows that go in into a book that has nothing else. FALSE: one of them was refused after all. */
static gboolean
take_rows (XrPreviewCheck *self, GArray *forms, GError **error)
{
  XrPreview *preview = self->preview;

  g_ptr_array_set_size (self->book.faults, 0);
  for (guint i = 0; i < preview->rows->len; i++)
    {
      XrPreviewRow *row = xr_preview_get_row (preview, i);

      if (!is_taken (row))
        continue;
      xr_preview_put_cells (self, row, i + 1);
      xr_sheet_take_row (&self->row, &self->book);
      note_form (self, row, forms);
    }
  xr_sheet_people.finish (&self->book, 0);
  if (self->book.faults->len == 0)
    return TRUE;
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE, _ ("Row %1$u cannot be taken in: %2$s"),
               ((XrFault *) g_ptr_array_index (self->book.faults, 0))->row,
               ((XrFault *) g_ptr_array_index (self->book.faults, 0))->message);
  return FALSE;
}

static GHashTable *
collect_maps (const XrPreview *preview)
{
  GHashTable *maps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < preview->files->len; i++)
    {
      const XrPreviewFile *file = g_ptr_array_index (preview->files, i);
      if (file->by_hand)
        g_hash_table_insert (maps, xr_column_map_signature (file->sheet),
                             xr_column_map_to_text (file->map));
    }
  return maps;
}

static GArray *
collect_changes (XrPreviewCheck *self)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (XrFactChange));

  for (guint i = 0; i < self->book.changes->len; i++)
    {
      const XrPersonChange *change = &g_array_index (self->book.changes, XrPersonChange, i);
      const XrCandidate *person = g_ptr_array_index (self->book.contest->candidates,
                                                     change->candidate);
      const GArray *applications = self->book.contest->applications;
      XrFactChange fact = { person->id,
                            change->application < 0
                              ? 0
                              : g_array_index (applications, XrApplication, change->application).id,
                            xr_person_field_name ((guint) change->column), change->after };
      g_array_append_val (changes, fact);
    }
  return changes;
}

/* 「名册.csv、补报.xlsx · 480」, for the record. */
static char *
dup_subject (const XrPreview *preview)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < preview->files->len; i++)
    {
      const XrPreviewFile *file = g_ptr_array_index (preview->files, i);
      g_autofree char *name = g_path_get_basename (file->sheet->path);
      g_string_append_printf (names, "%s%s", i > 0 ? "、" : "", name);
    }
  return g_strdup_printf ("%s · %u", names->str, count_taken (preview));
}

static int
apply (XrPreviewCheck *self, XrPreview *preview, XrOffice *office, GCancellable *cancellable,
       GError **error)
{
  g_autoptr (GHashTable) maps = collect_maps (preview);
  g_autoptr (GArray) changes = NULL;
  g_autoptr (GArray) forms = g_array_new (FALSE, FALSE, sizeof (XrFormOf));
  XrTakeIn taken = { self->book.intake, .maps = maps };
  g_autofree char *subject = dup_subject (preview);

  if (!take_rows (self, forms, error))
    return -1;
  changes = collect_changes (self);
  taken.changes = (const XrFactChange *) changes->data;
  taken.n_changes = changes->len;
  taken.forms = (const XrFormOf *) forms->data;
  taken.n_forms = forms->len;
  if (!xr_round_take_in (office, preview->round, &taken, subject, &preview->progress, cancellable,
                         error))
    return -1;
  return (int) count_taken (preview);
}

int
xr_preview_apply (XrPreview *preview, XrOffice *office, GCancellable *cancellable, GError **error)
{
  XrPreviewCheck check;
  int n;

  if (!xr_preview_examine (preview, office, cancellable, error))
    return -1;
  xr_progress_enter (&preview->progress, XR_PREVIEW_WRITES);
  if (count_taken (preview) == 0)
    {
      g_set_error_literal (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
                           _ ("No row can be taken in yet. Mend the cells that are marked."));
      return -1;
    }
  if (!xr_preview_begin_check (&check, preview, office, error))
    return -1;
  n = apply (&check, preview, office, cancellable, error);
  xr_preview_end_check (&check);
  return n;
}
