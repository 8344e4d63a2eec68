/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People across rounds. A round keeps its own copy of a dossier; nothing here changes an earlier one. */

#include "config.h"

#include "round/dossier-history.h"

#include <string.h>

#include "round/command.h"
#include "round/row-private.h"
#include "round/tables/tables.h"

gint64
xr_dossier_find_earlier (XrOffice *office, gint64 candidate)
{
  return xr_sql_int (office,
                     "SELECT e.id FROM candidate e JOIN candidate c ON c.id = :candidate"
                     " WHERE e.id_number = c.id_number AND e.round_id < c.round_id"
                     " ORDER BY e.round_id DESC, e.id DESC LIMIT 1",
                     XR_PARAMS (XR_INT (":candidate", candidate)), 0);
}

void
xr_dossier_change_free (XrDossierChange *change)
{
  if (change == NULL)
    return;
  g_free (change->label);
  g_free (change->earlier);
  g_free (change->now);
  g_free (change);
}

/* ---- finding */

static XrDossierChange *
add_change (GPtrArray *changes, XrDossierChangeKind kind, const char *label, char *earlier,
            char *now)
{
  XrDossierChange *change = g_new0 (XrDossierChange, 1);

  change->kind = kind;
  change->label = g_strdup (label);
  change->earlier = earlier;
  change->now = now;
  g_ptr_array_add (changes, change);
  return change;
}

/* What belongs to the round and not to the person. */
static gboolean
belongs_to_round (const XrField *field)
{
  static const char *const names[] = { "number",         "source",       "note",
                                       "proposed_post",  "removed_post", "reason",
                                       "reporting_unit", "age_date",     "filled_on",
                                       "filled_by",      "photo_id",     NULL };

  return g_strv_contains (names, field->name);
}

static XrRow *
load_row (XrOffice *office, const XrTable *table, gint64 candidate)
{
  XrRow *row = xr_office_load (office, table, candidate, NULL);

  return row != NULL ? row : xr_row_new (table, candidate);
}

static void
compare_fields (GPtrArray *changes, XrOffice *office, const XrTable *table, gint64 candidate,
                gint64 earlier)
{
  g_autoptr (XrRow) now = load_row (office, table, candidate);
  g_autoptr (XrRow) before = load_row (office, table, earlier);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const XrField *field = &table->fields[i];
      XrDossierChange *change;

      if (belongs_to_round (field)
          || g_strcmp0 (xr_row_get (now, field->name), xr_row_get (before, field->name)) == 0)
        continue;
      change = add_change (changes, XR_CHANGE_FIELD, _ (field->label),
                           xr_office_dup_display (office, before, field),
                           xr_office_dup_display (office, now, field));
      change->table = table;
      change->field = field;
    }
}

/* The rows of a list in words, one a line: "妻子 周若水 1982-03 …". */
static char *
describe_list (XrOffice *office, const XrTable *table, gint64 candidate)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, table, "candidate_id", candidate);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      for (guint j = 0; j < table->n_fields; j++)
        {
          g_autofree char *value = NULL;

          if ((table->fields[j].flags & XR_FIELD_HIDDEN) != 0
              || g_str_equal (table->fields[j].name, "added_on"))
            continue;
          value = xr_office_dup_display (office, rows->pdata[i], &table->fields[j]);
          if (value[0] != '\0')
            g_string_append_printf (text, "%s ", value);
        }
      g_string_truncate (text, strlen (g_strchomp (text->str)));
    }
  return g_string_free (text, FALSE);
}

static void
compare_list (GPtrArray *changes, XrOffice *office, XrDossierChangeKind kind, const XrTable *table,
              gint64 candidate, gint64 earlier)
{
  g_autofree char *now = describe_list (office, table, candidate);
  g_autofree char *before = describe_list (office, table, earlier);

  if (strcmp (now, before) != 0)
    add_change (changes, kind, _ (table->title), g_steal_pointer (&before), g_steal_pointer (&now));
}

static gint64
get_photo (XrOffice *office, gint64 candidate)
{
  return xr_sql_int (office, "SELECT photo_id FROM dossier WHERE candidate_id = :candidate",
                     XR_PARAMS (XR_INT (":candidate", candidate)), 0);
}

static void
compare_photo (GPtrArray *changes, XrOffice *office, gint64 candidate, gint64 earlier)
{
  gint64 now = get_photo (office, candidate);
  gint64 before = get_photo (office, earlier);

  if (now != before)
    add_change (changes, XR_CHANGE_PHOTO, _ ("Photo"), g_strdup (before != 0 ? _ ("there") : ""),
                g_strdup (now == 0      ? ""
                          : before != 0 ? _ ("another one")
                                        : _ ("there")));
}

GPtrArray *
xr_dossier_changes (XrOffice *office, gint64 candidate, gint64 earlier)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_dossier_change_free);

  compare_fields (changes, office, &xr_table_candidate, candidate, earlier);
  compare_fields (changes, office, &xr_table_dossier, candidate, earlier);
  compare_list (changes, office, XR_CHANGE_TENURES, &xr_table_tenure, candidate, earlier);
  compare_list (changes, office, XR_CHANGE_RELATIVES, &xr_table_relative, candidate, earlier);
  compare_list (changes, office, XR_CHANGE_ATTACHMENTS, &xr_table_attachment, candidate, earlier);
  compare_photo (changes, office, candidate, earlier);
  return changes;
}

/* ---- taking over */

static gboolean
take_fields (XrOffice *office, const XrTable *table, gint64 candidate, gint64 earlier,
             GPtrArray *changes, GError **error)
{
  g_autoptr (XrRow) now = load_row (office, table, candidate);
  g_autoptr (XrRow) before = load_row (office, table, earlier);
  gboolean changed = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const XrDossierChange *change = changes->pdata[i];
      gboolean photo = change->kind == XR_CHANGE_PHOTO && table == &xr_table_dossier;
      const char *name = photo ? "photo_id"
                         : change->kind == XR_CHANGE_FIELD && change->table == table
                           ? change->field->name
                           : NULL;

      if (name == NULL)
        continue;
      xr_row_set (now, name, xr_row_get (before, name));
      changed = TRUE;
    }
  return !changed || xr_office_write (office, now, error);
}

static gboolean
take_list (XrOffice *office, const XrTable *table, gint64 candidate, gint64 earlier, GError **error)
{
  g_autoptr (GPtrArray) old = xr_office_query (office, table, "candidate_id", candidate);
  g_autoptr (GPtrArray) rows = xr_office_query (office, table, "candidate_id", earlier);

  for (guint i = 0; i < old->len; i++)
    if (!xr_office_remove (office, table, xr_row_get_id (old->pdata[i]), error))
      return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (XrRow) copy = xr_row_new (table, candidate);

      for (guint j = 0; j < table->n_fields; j++)
        xr_row_set (copy, table->fields[j].name,
                    xr_row_get (rows->pdata[i], table->fields[j].name));
      if (!xr_office_write (office, copy, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_lists (XrOffice *office, gint64 candidate, gint64 earlier, GPtrArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const XrDossierChange *change = changes->pdata[i];
      const XrTable *table = change->kind == XR_CHANGE_RELATIVES     ? &xr_table_relative
                             : change->kind == XR_CHANGE_TENURES     ? &xr_table_tenure
                             : change->kind == XR_CHANGE_ATTACHMENTS ? &xr_table_attachment
                                                                     : NULL;

      if (table != NULL && !take_list (office, table, candidate, earlier, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
xr_dossier_take_over (XrOffice *office, gint64 candidate, gint64 earlier, GPtrArray *changes,
                      GError **error)
{
  g_autoptr (XrRow) row = xr_office_load (office, &xr_table_candidate, candidate, error);

  if (row == NULL || !xr_office_begin (office, error))
    return FALSE;
  return xr_command_finish (
    office,
    take_fields (office, &xr_table_dossier, candidate, earlier, changes, error)
      && take_fields (office, &xr_table_candidate, candidate, earlier, changes, error)
      && take_lists (office, candidate, earlier, changes, error),
    "dossier.take-over", xr_row_get (row, "name"), NULL, xr_row_get_owner (row), XR_ENTRY_NORMAL,
    error);
}
