/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a list of people into a round in one step: new ones with their applications, changed facts of
 * known ones, and how the columns of a foreign list were read. */
#include "config.h"

#include "round/command.h"
#include "round/dossier.h"
#include "round/import.h"

#define MAP_PREFIX "columns/"

char *
xr_round_dup_column_map (XrOffice *office, const char *signature)
{
  g_autofree char *name = g_strconcat (MAP_PREFIX, signature, NULL);

  return xr_sql_text (office, "SELECT value FROM office WHERE name = :name",
                      XR_PARAMS (XR_TEXT (":name", name)));
}

static gboolean
remember_maps (XrOffice *office, GHashTable *maps, GError **error)
{
  GHashTableIter iter;
  gpointer signature, text;

  g_hash_table_iter_init (&iter, maps);
  while (g_hash_table_iter_next (&iter, &signature, &text))
    {
      g_autofree char *name = g_strconcat (MAP_PREFIX, signature, NULL);

      if (!xr_sql_run (office,
                       "INSERT INTO office (name, value) VALUES (:name, :value)"
                       " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                       XR_PARAMS (XR_TEXT (":name", name), XR_TEXT (":value", text)), error))
        return FALSE;
    }
  return TRUE;
}

static XrRow *
load_changed (XrOffice *office, const XrFactChange *change, GError **error)
{
  if (change->application != 0)
    return xr_office_load (office, xr_table_find ("application"), change->application, error);
  return xr_office_load (office, xr_table_find ("candidate"), change->candidate, error);
}

/* Changes of one person stand one after the other for the most part; a row is written once for each run. */
static gboolean
write_changes (XrImport *import, const XrFactChange *changes, guint n, GError **error)
{
  guint next;

  for (guint i = 0; i < n; i = next)
    {
      g_autoptr (XrRow) row = load_changed (import->office, &changes[i], error);

      for (next = i; row != NULL && next < n && changes[next].candidate == changes[i].candidate
                     && changes[next].application == changes[i].application;
           next++)
        {
          if (!xr_import_go_on (import, error)
              || !xr_row_parse (row, changes[next].field, changes[next].text, error))
            return FALSE;
        }
      if (row == NULL || !xr_office_write (import->office, row, error))
        return FALSE;
    }
  return TRUE;
}

static guint
count_new_applications (const XrIntake *people)
{
  const GArray *applications = people->contest->applications;
  guint n = 0;

  for (guint i = 0; i < applications->len; i++)
    n += g_array_index (applications, XrApplication, i).id == 0;
  return n;
}

static guint
count_new_candidates (const XrIntake *people)
{
  const GPtrArray *candidates = people->contest->candidates;
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    n += ((const XrCandidate *) g_ptr_array_index (candidates, i))->id == 0;
  return n;
}

static gboolean
changes_applications (const XrTakeIn *taken)
{
  for (guint i = 0; i < taken->n_changes; i++)
    if (taken->changes[i].application != 0)
      return TRUE;
  return FALSE;
}

static gboolean
write_forms (XrImport *import, const XrTakeIn *taken, GError **error)
{
  for (guint i = 0; i < taken->n_forms; i++)
    {
      const XrCandidate *candidate = g_ptr_array_index (taken->people->contest->candidates,
                                                        taken->forms[i].candidate);

      if (!xr_import_go_on (import, error)
          || !xr_dossier_write (import->office, candidate->id, taken->forms[i].dossier, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (XrImport *import, const XrTakeIn *taken, GError **error)
{
  return xr_import_people (import, error)
         && write_changes (import, taken->changes, taken->n_changes, error)
         && write_forms (import, taken, error) && remember_maps (import->office, taken->maps, error)
         && !g_cancellable_set_error_if_cancelled (import->cancellable, error);
}

gboolean
xr_round_take_in (XrOffice *office, gint64 round, const XrTakeIn *taken, const char *subject,
                  XrProgress *progress, GCancellable *cancellable, GError **error)
{
  XrImport import = { .office = office,
                      .db = xr_office_get_database (office),
                      .intake = taken->people,
                      .round = round,
                      .cancellable = cancellable,
                      .progress = progress };
  guint n_applications = count_new_applications (taken->people);

  if (((n_applications > 0 || changes_applications (taken))
       && !xr_office_check_open (office, xr_table_find ("application"), round, error))
      || (taken->n_changes + taken->n_forms > 0
          && !xr_office_check_open (office, xr_table_find ("candidate"), round, error))
      || !xr_office_begin (office, error))
    return FALSE;
  xr_progress_begin (progress, count_new_candidates (taken->people) + n_applications
                                 + taken->n_changes + taken->n_forms);
  return xr_command_finish (office, write_all (&import, taken, error), "candidate.import", subject,
                            NULL, round, XR_ENTRY_NORMAL, error);
}
