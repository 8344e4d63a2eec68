/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts together what is given out for keying elsewhere. It reads scores and ballots for nothing but the
 * names of sheets and of those who keyed them; no figure gets into a task. */

#include "config.h"

#include "round/keying-task-private.h"

#include <string.h>

#include "round/commands/write-score.h"

/* In the order in which rows need one another. */
const XrTaskTable xr_task_tables[XR_TASK_TABLES] = {
  { "round", 3, "id, title, unit", 1, "id", TRUE },
  { "post", 5, "id, round_id, name, vacancies, cancelled", 2, "round_id", TRUE },
  { "component", 8, "id, round_id, name, method, full_mark, weight, stage, keyed_twice", 5, "id",
    FALSE },
  { "dimension", 5, "id, component_id, name, full_mark, weight", 4, "component_id", FALSE },
  { "grade", 4, "id, component_id, name, points", 4, "component_id", FALSE },
  { "place_points", 4, "id, component_id, place, points", 3, "component_id", FALSE },
  { "voter_group", 5, "id, component_id, name, valid, invalid", 3, "component_id", FALSE },
  { "judge", 5, "id, component_id, post_id, panel, name", 0, "component_id", FALSE },
  [XR_TASK_CANDIDATE] = { "candidate", 4, "id, round_id, number, name", 0, "round_id", TRUE },
  [XR_TASK_APPLICATION] = { "application", 3, "id, candidate_id, post_id", 0,
                            "(SELECT c.round_id FROM candidate c WHERE c.id = candidate_id)",
                            TRUE },
  [XR_TASK_FILE] = { "keying_file", 7, "id, component_id, made_on, made_by, keyer, plan, sheets", 0,
                     NULL, FALSE },
  [XR_TASK_SHEET] = { "keying_sheet", 6, "component_id, post_id, group_id, judge_id, number, keyer",
                      0, NULL, FALSE },
};

/* ---- the struct */

XrKeyingTask *
xr_keying_task_new (void)
{
  XrKeyingTask *task = g_new0 (XrKeyingTask, 1);

  for (guint i = 0; i < XR_TASK_TABLES; i++)
    task->rows[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return task;
}

void
xr_keying_task_free (XrKeyingTask *task)
{
  for (guint i = 0; i < XR_TASK_TABLES; i++)
    g_ptr_array_unref (task->rows[i]);
  g_free (task);
}

GPtrArray *
xr_keying_task_add_row (XrKeyingTask *task, guint table)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (row, (int) xr_task_tables[table].n_columns);
  g_ptr_array_add (task->rows[table], row);
  return row;
}

const char *
xr_keying_task_get (const XrKeyingTask *task, guint column)
{
  GPtrArray *rows = task->rows[XR_TASK_FILE];

  return rows->len == 1 ? g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, 0), column)
                        : NULL;
}

char *
xr_keying_task_dup_id (const XrKeyingTask *task)
{
  const char *id = xr_keying_task_get (task, XR_TASK_FILE_ID);

  return g_strdup (id != NULL ? id : "");
}

/* ---- rows out of the office file and into another */

static void
load_rows (XrOffice *office, gint64 owner, XrKeyingTask *task, guint index)
{
  const XrTaskTable *table = &xr_task_tables[index];
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s = :owner ORDER BY id",
                                          table->columns, table->name, table->owner);
  g_autoptr (XrStatement) row = xr_sql_rows (office, sql, XR_PARAMS (XR_INT (":owner", owner)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      GPtrArray *values = xr_keying_task_add_row (task, index);
      for (guint i = 0; i < table->n_columns; i++)
        values->pdata[i] = xr_statement_dup_text (row, (int) i);
    }
}

/* "(:0, :1 …)" for as many values as the table has columns. */
static char *
compose_insert (const XrTaskTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s (%s) VALUES (", table->name, table->columns);
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, "%s:v%u", i > 0 ? ", " : "", i);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/* The tables are strict: a text that is no number does not get into a column of numbers. */
gboolean
xr_keying_task_write (XrOffice *office, const XrKeyingTask *task, guint table, GError **error)
{
  g_autofree char *sql = compose_insert (&xr_task_tables[table]);

  for (guint i = 0; i < task->rows[table]->len; i++)
    {
      GPtrArray *values = g_ptr_array_index (task->rows[table], i);
      g_autoptr (XrStatement) insert = xr_database_prepare (xr_office_get_database (office), sql,
                                                            error);
      if (insert == NULL)
        return FALSE;
      for (guint j = 0; j < values->len; j++)
        {
          g_autofree char *name = g_strdup_printf (":v%u", j);
          xr_statement_bind_text (insert, name, g_ptr_array_index (values, j));
        }
      if (!xr_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- what is in it */

char *
xr_keying_plan_digest (XrOffice *office, gint64 component)
{
  g_autoptr (XrKeyingTask) plan = xr_keying_task_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < XR_TASK_TABLES; i++)
    {
      if (xr_task_tables[i].n_digested == 0 || xr_task_tables[i].by_round)
        continue;
      load_rows (office, component, plan, i);
      for (guint j = 0; j < plan->rows[i]->len; j++)
        for (guint k = 0; k < xr_task_tables[i].n_digested; k++)
          {
            const char *value = ((GPtrArray *) g_ptr_array_index (plan->rows[i], j))->pdata[k];
            /* With its final zero, which divides it from the next one. */
            if (value != NULL)
              g_checksum_update (checksum, (const guchar *) value, (gssize) strlen (value) + 1);
            else
              g_checksum_update (checksum, (const guchar *) "\n", 2);
          }
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
set_has_text (GHashTable *set, const char *number)
{
  gint64 id = g_ascii_strtoll (number, NULL, 10);

  return g_hash_table_contains (set, &id);
}

/* Leaves the rows whose first value is in the set. */
static void
keep_only (GPtrArray *rows, GHashTable *set)
{
  for (guint i = rows->len; i > 0; i--)
    if (!set_has_text (set, ((GPtrArray *) g_ptr_array_index (rows, i - 1))->pdata[0]))
      g_ptr_array_remove_index (rows, i - 1);
}

static void
add_id (GHashTable *set, gint64 id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

/* Those who are in the running, as on the pad and in the grids. */
static void
keep_active (XrOffice *office, gint64 round, XrKeyingTask *task)
{
  g_autoptr (GHashTable) applications = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                               NULL);
  g_autoptr (GHashTable) candidates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                             NULL);
  const XrCase *contest = NULL;

  if (xr_round_get_result (office, round, &contest, NULL) != NULL)
    for (guint i = 0; i < contest->applications->len; i++)
      {
        const XrApplication *one = &g_array_index (contest->applications, XrApplication, i);
        const XrCandidate *who = g_ptr_array_index (contest->candidates, one->candidate);
        if (one->state != XR_STATE_ACTIVE)
          continue;
        add_id (applications, one->id);
        add_id (candidates, who->id);
      }
  keep_only (task->rows[XR_TASK_CANDIDATE], candidates);
  keep_only (task->rows[XR_TASK_APPLICATION], applications);
}

static char *
format_id (gint64 id)
{
  return id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

static void
add_sheet (XrKeyingTask *task, gint64 component, const XrKeyedSheet *sheet, const char *keyer)
{
  GPtrArray *row = xr_keying_task_add_row (task, XR_TASK_SHEET);

  row->pdata[0] = format_id (component);
  row->pdata[1] = format_id (sheet->post);
  row->pdata[2] = format_id (sheet->group);
  row->pdata[3] = format_id (sheet->judge);
  row->pdata[4] = g_strdup (sheet->number);
  row->pdata[5] = g_strdup (keyer != NULL ? keyer : "");
}

/* Once for each who keyed it: a score sheet may have been keyed by several. */
static void
add_sheets (XrKeyingTask *task, gint64 component, const XrKeyedSheet *sheet)
{
  g_autoptr (GPtrArray) keyers = g_ptr_array_new ();

  if (sheet->keyer != NULL)
    g_ptr_array_add (keyers, (gpointer) sheet->keyer);
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const char *keyer = g_array_index (sheet->cells, XrKeyedCell, i).keyer;
      if (keyer != NULL && !g_ptr_array_find (keyers, keyer, NULL))
        g_ptr_array_add (keyers, (gpointer) keyer);
    }
  for (guint i = 0; i < keyers->len; i++)
    add_sheet (task, component, sheet, g_ptr_array_index (keyers, i));
  if (keyers->len == 0)
    add_sheet (task, component, sheet, NULL);
}

static void
add_file (XrOffice *office, XrKeyingTask *task, gint64 component, const char *keyer, guint sheets)
{
  GPtrArray *row = xr_keying_task_add_row (task, XR_TASK_FILE);

  row->pdata[XR_TASK_FILE_ID] = g_uuid_string_random ();
  row->pdata[XR_TASK_FILE_COMPONENT] = format_id (component);
  row->pdata[XR_TASK_FILE_MADE_ON] = xr_today_iso ();
  row->pdata[XR_TASK_FILE_MADE_BY] = xr_text_strip (xr_office_get_operator (office));
  row->pdata[XR_TASK_FILE_KEYER] = g_strdup (keyer);
  row->pdata[XR_TASK_FILE_PLAN] = xr_keying_plan_digest (office, component);
  row->pdata[XR_TASK_FILE_SHEETS] = g_strdup_printf ("%u", sheets);
}

/* ---- making one */

static int
compare_sheets (gconstpointer a, gconstpointer b)
{
  const XrKeyedSheet *one = *(const XrKeyedSheet *const *) a;
  const XrKeyedSheet *other = *(const XrKeyedSheet *const *) b;

  return xr_candidate_number_compare (one->number, other->number);
}

static gboolean
check_task (XrOffice *office, gint64 component, const char *keyer,
            const XrKeyingComparison *comparison, gint64 *round, GError **error)
{
  if (!xr_check_component_open (office, component, round, error))
    return FALSE;
  if (xr_component_keyed_twice (office, component) == XR_TWICE_NO)
    return xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                              _ ("The plan does not have this keyed by two people."));
  if (!xr_second_check_keyer (office, component, keyer, error))
    return FALSE;
  if (comparison->needed == 0 || comparison->missing->len > 0)
    return TRUE;
  return xr_command_refuse (error, XR_ROUND_ERROR_REFUSED,
                            _ ("Everything that was keyed has been keyed the second time; there "
                               "is nothing left to give out."));
}

XrKeyingTask *
xr_keying_task_make (XrOffice *office, gint64 component, const char *keyer, GError **error)
{
  g_autofree char *name = xr_text_strip (keyer);
  g_autoptr (XrKeyingComparison) comparison = xr_component_compare_keyings (office, component);
  g_autoptr (XrKeyingTask) task = xr_keying_task_new ();
  gint64 round = 0;

  if (!check_task (office, component, name, comparison, &round, error))
    return NULL;
  for (guint i = 0; i < XR_TASK_TABLES; i++)
    if (xr_task_tables[i].owner != NULL)
      load_rows (office, xr_task_tables[i].by_round ? round : component, task, i);
  keep_active (office, round, task);
  add_file (office, task, component, name, comparison->missing->len);
  /* Not in the order of keying. */
  g_ptr_array_sort (comparison->missing, compare_sheets);
  for (guint i = 0; i < comparison->missing->len; i++)
    add_sheets (task, component, g_ptr_array_index (comparison->missing, i));
  return g_steal_pointer (&task);
}
