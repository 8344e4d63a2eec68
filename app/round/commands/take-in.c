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

/* Changes of one person stand one after the other for the most part; a row is written once for each run. */
static gboolean
write_changes (XrOffice *office, const XrFactChange *changes, guint n, GError **error)
{
  guint next;

  for (guint i = 0; i < n; i = next)
    {
      g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("candidate"),
                                              changes[i].candidate, error);

      for (next = i; row != NULL && next < n && changes[next].candidate == changes[i].candidate;
           next++)
        {
          if (!xr_row_parse (row, changes[next].field, changes[next].text, error))
            return FALSE;
        }
      if (row == NULL || !xr_office_write (office, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_new (XrIntake *people)
{
  GArray *applications = people->contest->applications;

  for (guint i = 0; i < applications->len; i++)
    {
      if (g_array_index (applications, XrApplication, i).id == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
write_forms (XrOffice *office, const XrTakeIn *taken, GError **error)
{
  for (guint i = 0; i < taken->n_forms; i++)
    {
      const XrCandidate *candidate = g_ptr_array_index (taken->people->contest->candidates,
                                                        taken->forms[i].candidate);

      if (!xr_dossier_write (office, candidate->id, taken->forms[i].dossier, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
xr_round_take_in (XrOffice *office, gint64 round, const XrTakeIn *taken, const char *subject,
                  GCancellable *cancellable, GError **error)
{
  XrImport import = { office, xr_office_get_database (office), taken->people, round, cancellable };

  if ((has_new (taken->people)
       && !xr_office_check_open (office, xr_table_find ("application"), round, error))
      || (taken->n_changes + taken->n_forms > 0
          && !xr_office_check_open (office, xr_table_find ("candidate"), round, error))
      || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (office,
                            xr_import_people (&import, error)
                              && write_changes (office, taken->changes, taken->n_changes, error)
                              && write_forms (office, taken, error)
                              && remember_maps (office, taken->maps, error),
                            "candidate.import", subject, NULL, round, XR_ENTRY_NORMAL, error);
}
