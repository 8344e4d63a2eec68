/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes an intake into the office file: one transaction, one entry in the record, all or nothing. It
 * checks stage and plan, not values: whoever made the intake has checked those. */

#include "config.h"

#include "round/import.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "round/office-private.h"
#include "round/tables/tables.h"

void
xr_import_bind_id (XrStatement *statement, const char *name, gint64 id)
{
  if (id == 0)
    xr_statement_bind_null (statement, name);
  else
    xr_statement_bind_int (statement, name, id);
}

gboolean
xr_import_go_on (XrImport *import, GError **error)
{
  xr_progress_add (import->progress);
  return !g_cancellable_set_error_if_cancelled (import->cancellable, error);
}

gboolean
xr_import_run (XrImport *import, XrStatement *statement, gint64 *id, GError **error)
{
  GError *cause = NULL;

  if (!xr_import_go_on (import, error))
    return FALSE;
  if (!xr_statement_run (statement, &cause))
    {
      xr_office_propagate (import->office, error, cause);
      return FALSE;
    }
  if (id != NULL)
    *id = xr_database_last_id (import->db);
  return TRUE;
}

static void
forget_in (GPtrArray *elements)
{
  /* Every element of a plan begins with its id. */
  for (guint i = 0; i < elements->len; i++)
    *(gint64 *) g_ptr_array_index (elements, i) = 0;
}

void
xr_import_forget_ids (XrIntake *intake)
{
  XrPlan *plan = intake->contest->plan;

  forget_in (plan->posts);
  forget_in (plan->rules);
  forget_in (plan->components);
  for (guint i = 0; i < plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (plan->components, i);

      forget_in (component->dimensions);
      forget_in (component->grades);
      forget_in (component->place_points);
      forget_in (component->groups);
    }
}

/* ---- what may be added to a round now */

static gboolean
has_new (GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    if (*(gint64 *) g_ptr_array_index (elements, i) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
settings_differ (XrImport *import)
{
  g_autoptr (GPtrArray) rows = xr_office_query (import->office, &xr_table_setting, "round_id",
                                                import->round);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      const char *value = g_hash_table_lookup (import->intake->settings, xr_row_get (row, "name"));

      if (g_strcmp0 (value, xr_row_get (row, "value")) != 0)
        return TRUE;
      n++;
    }
  return n != g_hash_table_size (import->intake->settings);
}

static gboolean
has_new_plan (XrImport *import)
{
  const XrPlan *plan = import->intake->contest->plan;

  if (settings_differ (import) || has_new (plan->posts) || has_new (plan->rules)
      || has_new (plan->components))
    return TRUE;
  for (guint i = 0; i < plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (plan->components, i);

      if (has_new (component->dimensions) || has_new (component->grades)
          || has_new (component->place_points) || has_new (component->groups))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_new_people (XrImport *import)
{
  GArray *applications = import->intake->contest->applications;

  for (guint i = 0; i < applications->len; i++)
    if (g_array_index (applications, XrApplication, i).id == 0)
      return TRUE;
  return has_new (import->intake->contest->candidates);
}

/* Marks in @touched the components that get something new. */
static void
touch_components (XrImport *import, gboolean *touched)
{
  const XrCase *contest = import->intake->contest;

#define TOUCH(array, type)                                                                         \
  for (guint i = 0; i < (array)->len; i++)                                                         \
    if (g_array_index ((array), type, i).id == 0)                                                  \
      touched[g_array_index ((array), type, i).component] = TRUE;

  TOUCH (contest->tallies, XrTally)
  TOUCH (contest->votes, XrVote)
  TOUCH (contest->direct_scores, XrDirectScore)
  TOUCH (import->intake->ballots, XrIntakeBallot)
#undef TOUCH
  for (guint i = 0; i < contest->scores->len; i++)
    {
      const XrScore *score = &g_array_index (contest->scores, XrScore, i);
      const XrJudge *judge = g_ptr_array_index (contest->judges, (guint) score->judge);

      if (score->id == 0)
        touched[judge->component] = TRUE;
    }
}

static gboolean
check_components_open (XrImport *import, GError **error)
{
  GPtrArray *components = import->intake->contest->plan->components;
  g_autofree gboolean *touched = g_new0 (gboolean, components->len + 1);

  touch_components (import, touched);
  for (guint i = 0; i < components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (components, i);
      g_autoptr (XrRow) row = NULL;

      if (!touched[i] || component->id == 0)
        continue;
      row = xr_row_new (&xr_table_judge, component->id);
      if (!xr_office_check_row_open (import->office, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_addition (XrImport *import, GError **error)
{
  g_autoptr (XrRow) round = xr_round_load (import->office, import->round, error);

  return round != NULL
         && (!has_new_plan (import)
             || xr_office_check_open (import->office, &xr_table_post, import->round, error))
         && (!has_new_people (import)
             || xr_office_check_open (import->office, &xr_table_application, import->round, error))
         && check_components_open (import, error);
}

/* ---- writing */

/* The sheet 方案 of an addition may give the round another title or unit. */
static gboolean
update_round (XrImport *import, GError **error)
{
  g_autoptr (XrRow) row = xr_round_load (import->office, import->round, error);

  if (row == NULL)
    return FALSE;
  if (g_strcmp0 (xr_row_get (row, "title"), import->intake->title) == 0
      && g_strcmp0 (xr_row_get (row, "unit"), import->intake->unit) == 0)
    return TRUE;
  xr_row_set (row, "title", import->intake->title);
  xr_row_set (row, "unit", import->intake->unit);
  return xr_office_write (import->office, row, error);
}

static gboolean
write_round (XrImport *import, GError **error)
{
  g_autoptr (XrRow) row = NULL;

  if (import->round != 0)
    return update_round (import, error);
  if (xr_text_is_blank (import->intake->title))
    {
      g_set_error_literal (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
                           _ ("The round has no title. Give it one."));
      return FALSE;
    }
  row = xr_row_new (&xr_table_round, 0);
  xr_row_set (row, "title", import->intake->title);
  xr_row_set (row, "unit", import->intake->unit);
  xr_row_set (row, "template", import->intake->template_id);
  if (!xr_office_write (import->office, row, error))
    return FALSE;
  import->round = xr_row_get_id (row);
  return TRUE;
}

static gboolean
write_settings (XrImport *import, GError **error)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO setting (round_id, name, value) VALUES (:round, :name, :value)"
    " ON CONFLICT (round_id, name) DO UPDATE SET value = excluded.value"
    " WHERE value <> excluded.value",
    error);
  g_autoptr (GList) names = g_hash_table_get_keys (import->intake->settings);

  if (statement == NULL)
    return FALSE;
  names = g_list_sort (names, (GCompareFunc) g_strcmp0);
  for (GList *l = names; l != NULL; l = l->next)
    {
      xr_statement_bind_int (statement, ":round", import->round);
      xr_statement_bind_text (statement, ":name", l->data);
      xr_statement_bind_text (statement, ":value",
                              g_hash_table_lookup (import->intake->settings, l->data));
      if (!xr_import_run (import, statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (XrImport *import, GError **error)
{
  return (import->round == 0 || check_addition (import, error)) && write_round (import, error)
         && write_settings (import, error) && xr_import_plan (import, error)
         && xr_import_people (import, error) && xr_import_scores (import, error)
         && xr_import_ballots (import, error);
}

gint64
xr_import_intake (XrOffice *office, XrIntake *intake, gint64 round, const char *kind,
                  GCancellable *cancellable, GError **error)
{
  XrImport import = { .office = office,
                      .db = xr_office_get_database (office),
                      .intake = intake,
                      .round = round,
                      .cancellable = cancellable };

  if (!xr_office_begin (office, error))
    return 0;
  if (!write_all (&import, error))
    {
      xr_office_rollback (office);
      return 0;
    }
  if (!xr_office_commit (office, kind, intake->title, NULL, import.round, XR_ENTRY_NORMAL, error))
    return 0;
  return import.round;
}

gint64
xr_round_import (XrOffice *office, XrIntake *intake, gint64 round, GCancellable *cancellable,
                 GError **error)
{
  return xr_import_intake (office, intake, round, "round.import", cancellable, error);
}
