/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the document: reading them, and saving and deleting them after every check. Plans that are
 * announced and stages that are closed refuse here, whoever asks. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "round/delete.h"
#include "round/office-private.h"
#include "round/stage.h"
#include "round/tables/tables.h"

gint64
xr_office_query_int (XrOffice *office, const char *sql, gint64 id)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (xr_office_get_database (office), sql,
                                                           NULL);

  if (statement == NULL)
    return 0;
  xr_statement_bind_int (statement, ":id", id);
  return xr_statement_step (statement, NULL) == XR_STEP_ROW ? xr_statement_get_int (statement, 0)
                                                            : 0;
}

void
xr_office_propagate (XrOffice *office, GError **error, GError *cause)
{
  if (!g_error_matches (cause, XR_STORE_ERROR, XR_STORE_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, cause);
      return;
    }
  g_error_free (cause);
  g_set_error_literal (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED,
                       _ ("Other entries depend on this one, or there is one like it already. Look "
                          "for it in the list; remove what depends on it first."));
}

/* ---- reading */

static GPtrArray *
collect_rows (const XrTable *table, XrStatement *statement)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (statement == NULL)
    return rows;
  while (xr_statement_step (statement, NULL) == XR_STEP_ROW)
    g_ptr_array_add (rows, xr_row_from_statement (table, statement));
  return rows;
}

XrRow *
xr_office_load (XrOffice *office, const XrTable *table, gint64 id, GError **error)
{
  g_autofree char *select = xr_row_select_sql (table);
  g_autofree char *sql = g_strdup_printf ("%s WHERE %s = :id", select, table->key);
  g_autoptr (XrStatement) statement = xr_database_prepare (xr_office_get_database (office), sql,
                                                           error);
  XrStep step;

  if (statement == NULL)
    return NULL;
  xr_statement_bind_int (statement, ":id", id);
  step = xr_statement_step (statement, error);
  if (step == XR_STEP_ROW)
    return xr_row_from_statement (table, statement);
  if (step == XR_STEP_DONE)
    g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_NOT_FOUND,
                 _ ("“%1$s” has no entry %2$d. It may have been deleted."), _ (table->title),
                 (int) id);
  return NULL;
}

GPtrArray *
xr_office_query (XrOffice *office, const XrTable *table, const char *where, gint64 id)
{
  g_autofree char *select = xr_row_select_sql (table);
  g_autofree char *condition = where == NULL ? g_strdup ("")
                                             : g_strdup_printf (" WHERE %s = :id", where);
  g_autofree char *sql = g_strdup_printf ("%s%s ORDER BY %s", select, condition, table->order);
  g_autoptr (XrStatement) statement = xr_database_prepare (xr_office_get_database (office), sql,
                                                           NULL);

  if (statement != NULL && where != NULL)
    xr_statement_bind_int (statement, ":id", id);
  return collect_rows (table, statement);
}

static gboolean
can_read (XrOffice *office, const XrTable *table)
{
  g_autofree char *select = xr_row_select_sql (table);
  g_autofree char *sql = g_strdup_printf ("%s LIMIT 0", select);
  g_autoptr (GError) error = NULL;
  g_autoptr (XrStatement) statement = xr_database_prepare (xr_office_get_database (office), sql,
                                                           &error);

  return statement != NULL;
}

gboolean
xr_office_check_whole (XrOffice *office, GError **error)
{
  for (const XrTable *const *tables = xr_table_all (); *tables != NULL; tables++)
    if (!can_read (office, *tables))
      {
        g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_DAMAGED,
                     _ ("The office file is damaged: “%s” can't be read as a whole, so nothing is "
                        "told or printed from it. Open the latest backup, or check the file by "
                        "“Verify and seal”."),
                     _ ((*tables)->title));
        return FALSE;
      }
  return TRUE;
}

/* The keys of @table that belong to the round :id, as a subquery. */
static char *
make_round_subquery (const XrTable *table)
{
  g_autofree char *inner = NULL;

  if (g_str_equal (table->name, "round"))
    return g_strdup (":id");
  inner = make_round_subquery (xr_table_find (table->owner_table));
  return g_strdup_printf ("SELECT %s FROM %s WHERE %s IN (%s)", table->key, table->name,
                          table->owner, inner);
}

GPtrArray *
xr_office_query_round (XrOffice *office, const XrTable *table, gint64 round)
{
  g_autofree char *select = xr_row_select_sql (table);
  g_autofree char *keys = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (XrStatement) statement = NULL;

  if (table->owner == NULL && !g_str_equal (table->name, "round"))
    return xr_office_query (office, table, NULL, 0);
  keys = make_round_subquery (table);
  sql = g_strdup_printf ("%s WHERE %s IN (%s) ORDER BY %s", select, table->key, keys, table->order);
  statement = xr_database_prepare (xr_office_get_database (office), sql, NULL);
  if (statement != NULL)
    xr_statement_bind_int (statement, ":id", round);
  return collect_rows (table, statement);
}

gint64
xr_office_round_of_owner (XrOffice *office, const XrTable *table, gint64 owner)
{
  const XrTable *upper = table->owner_table == NULL ? NULL : xr_table_find (table->owner_table);
  g_autofree char *sql = NULL;

  if (upper == NULL)
    return 0;
  if (g_str_equal (upper->name, "round"))
    return owner;
  sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s = :id", upper->owner, upper->name, upper->key);
  return xr_office_round_of_owner (office, upper, xr_office_query_int (office, sql, owner));
}

gint64
xr_office_round_of (XrOffice *office, XrRow *row)
{
  const XrTable *table = xr_row_get_table (row);

  if (g_str_equal (table->name, "round"))
    return xr_row_get_id (row);
  return xr_office_round_of_owner (office, table, xr_row_get_owner (row));
}

/* ---- what may be changed now */

static gboolean
refuse (GError **error, XrRoundError code, const char *sentence)
{
  g_set_error_literal (error, XR_ROUND_ERROR, code, sentence);
  return FALSE;
}

static gboolean
check_writable (XrOffice *office, gint64 round, GError **error)
{
  if (xr_office_get_read_only (office))
    return refuse (error, XR_ROUND_ERROR_REFUSED,
                   _ ("The office file is open for reading only. Close it in the other program, "
                      "then open it again."));
  if (round != 0
      && xr_office_query_int (office, "SELECT archived FROM round WHERE id = :id", round) != 0)
    return refuse (error, XR_ROUND_ERROR_REFUSED,
                   _ ("The round is archived and can only be read."));
  return TRUE;
}

static gboolean
check_plan (XrOffice *office, gint64 round, GError **error)
{
  if (xr_office_query_int (office, "SELECT plan_hash IS NOT NULL FROM round WHERE id = :id", round)
      == 0)
    return TRUE;
  return refuse (error, XR_ROUND_ERROR_FROZEN,
                 _ ("The plan is announced and no longer changes. Use “Amend the plan” and give a "
                    "reason."));
}

/* @stage: 0 for what may be changed until the round is over. */
static gboolean
check_stage (XrOffice *office, gint64 round, int stage, GError **error)
{
  gint64 current = xr_office_query_int (office, "SELECT stage FROM round WHERE id = :id", round);

  if (round == 0 || current <= (stage == 0 ? XR_N_STAGES : stage))
    return TRUE;
  if (current == XR_STAGE_CLOSED && stage == 0)
    return refuse (error, XR_ROUND_ERROR_CLOSED,
                   _ ("The round is closed. Reopen a stage with a reason to change it."));
  return refuse (error, XR_ROUND_ERROR_CLOSED,
                 _ ("This stage is closed. Reopen it with a reason to change it."));
}

gboolean
xr_office_check_open (XrOffice *office, const XrTable *table, gint64 round, GError **error)
{
  return check_writable (office, round, error)
         && (!table->plan || check_plan (office, round, error))
         && check_stage (office, round, table->stage, error);
}

/* The stage that a row is evidence of: its own where the table leaves it open, its component's for
 * scores and counts. */
static int
find_row_stage (XrOffice *office, XrRow *row)
{
  const XrTable *table = xr_row_get_table (row);

  if (g_strcmp0 (table->owner, "component_id") == 0 && table->stage != 0)
    return (int) xr_office_query_int (office, "SELECT stage FROM component WHERE id = :id",
                                      xr_row_get_owner (row));
  if (table->stage == 0 && !table->plan && xr_table_find_field (table, "stage") != NULL)
    return (int) xr_row_get_int (row, "stage");
  return table->stage;
}

static gboolean
changes_plan (XrRow *row)
{
  const XrTable *table = xr_row_get_table (row);

  if (!table->plan)
    return FALSE;
  if (xr_row_get_id (row) == 0)
    return TRUE;
  for (guint i = 0; i < table->n_fields; i++)
    if ((table->fields[i].flags & XR_FIELD_EVIDENCE) == 0 && xr_row_is_changed (row, i))
      return TRUE;
  return FALSE;
}

gboolean
xr_office_check_row_open (XrOffice *office, XrRow *row, GError **error)
{
  gint64 round = xr_office_round_of (office, row);

  /* A round that is not in the file yet is frozen by nothing. */
  if (round == 0)
    return check_writable (office, 0, error);
  if (!check_writable (office, round, error))
    return FALSE;
  if (changes_plan (row))
    return check_plan (office, round, error);
  return check_stage (office, round, find_row_stage (office, row), error);
}

/* ---- checking a row */

static gboolean
check_fields (XrRow *row, GError **error)
{
  const XrTable *table = xr_row_get_table (row);

  for (guint i = 0; i < table->n_fields; i++)
    {
      g_autofree char *canonical = NULL;
      if (!xr_field_parse (&table->fields[i], xr_row_get (row, table->fields[i].name), &canonical,
                           error))
        return FALSE;
      xr_row_set (row, table->fields[i].name, canonical);
    }
  return TRUE;
}

/* "field IS :field AND …" over the fields that tell rows apart. */
static char *
make_unique_sql (const XrTable *table, char **names)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT count(*) FROM \"%s\" WHERE %s <> :key", table->name, table->key);
  if (table->owner != NULL)
    g_string_append_printf (sql, " AND %s = :owner", table->owner);
  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (sql, " AND ifnull(\"%s\", '') = :u%u", names[i], i);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static void
bind_unique (XrStatement *statement, XrRow *row, char **names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const XrField *field = xr_table_find_field (xr_row_get_table (row), names[i]);
      const char *value = xr_row_get (row, names[i]);
      g_autofree char *parameter = g_strdup_printf (":u%u", i);
      XrDecimal decimal;

      if (value == NULL)
        xr_statement_bind_text (statement, parameter, "");
      else if (field->kind == XR_FIELD_DECIMAL && xr_decimal_parse (value, &decimal, NULL))
        xr_statement_bind_int (statement, parameter, decimal.units);
      else if (field->kind == XR_FIELD_INTEGER || field->kind == XR_FIELD_REFERENCE
               || g_str_equal (names[i], "stage"))
        xr_statement_bind_int (statement, parameter, g_ascii_strtoll (value, NULL, 10));
      else
        xr_statement_bind_text (statement, parameter, value);
    }
}

static gboolean
check_unique (XrOffice *office, XrRow *row, GError **error)
{
  const XrTable *table = xr_row_get_table (row);
  g_auto (GStrv) names = table->unique == NULL ? NULL : g_strsplit (table->unique, " ", -1);
  g_autofree char *sql = NULL;
  g_autoptr (XrStatement) statement = NULL;
  g_autofree char *text = NULL;

  if (names == NULL)
    return TRUE;
  sql = make_unique_sql (table, names);
  statement = xr_database_prepare (xr_office_get_database (office), sql, error);
  if (statement == NULL)
    return FALSE;
  xr_statement_bind_int (statement, ":key", xr_row_get_id (row));
  if (table->owner != NULL)
    xr_statement_bind_int (statement, ":owner", xr_row_get_owner (row));
  bind_unique (statement, row, names);
  if (xr_statement_step (statement, NULL) != XR_STEP_ROW
      || xr_statement_get_int (statement, 0) == 0)
    return TRUE;
  text = xr_office_dup_display (office, row,
                                xr_table_find_field (table, names[g_strv_length (names) - 1]));
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
               _ ("“%s” is in the list already. Change that entry, or write something else here."),
               text);
  return FALSE;
}

/* The row that it points at must belong to the same round. */
static gboolean
check_references (XrOffice *office, XrRow *row, GError **error)
{
  const XrTable *table = xr_row_get_table (row);
  gint64 round = xr_office_round_of (office, row);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const XrField *field = &table->fields[i];
      const char *value = xr_row_get (row, field->name);
      g_autoptr (XrRow) target = NULL;

      if (field->kind != XR_FIELD_REFERENCE || value == NULL)
        continue;
      target = xr_office_load (office, xr_table_find (field->target),
                               g_ascii_strtoll (value, NULL, 10), error);
      if (target == NULL)
        return FALSE;
      if (xr_office_round_of (office, target) != round)
        return refuse (error, XR_ROUND_ERROR_VALUE, _ ("That entry belongs to another round."));
    }
  return TRUE;
}

static gboolean
check_row (XrOffice *office, XrRow *row, GError **error)
{
  const XrTable *table = xr_row_get_table (row);

  return check_fields (row, error) && check_references (office, row, error)
         && (table->check == NULL || table->check (office, row, error))
         && check_unique (office, row, error);
}

/* ---- writing */

static gboolean
write_row (XrOffice *office, XrRow *row, GError **error)
{
  XrDatabase *db = xr_office_get_database (office);
  GError *cause = NULL;

  if (xr_row_get_id (row) == 0 ? xr_row_insert (row, db, &cause) : xr_row_update (row, db, &cause))
    return TRUE;
  xr_office_propagate (office, error, cause);
  return FALSE;
}

gboolean
xr_office_write (XrOffice *office, XrRow *row, GError **error)
{
  const XrTable *table = xr_row_get_table (row);
  g_autoptr (XrRow) before = table->follow != NULL && xr_row_get_id (row) != 0
                               ? xr_office_load (office, table, xr_row_get_id (row), NULL)
                               : NULL;

  if (!xr_office_check_row_open (office, row, error) || !check_row (office, row, error)
      || !write_row (office, row, error))
    return FALSE;
  return table->follow == NULL || table->follow (office, before, row, error);
}

gboolean
xr_office_write_unfrozen (XrOffice *office, XrRow *row, GError **error)
{
  return check_row (office, row, error) && write_row (office, row, error);
}

gboolean
xr_office_save (XrOffice *office, XrRow *row, GError **error)
{
  const XrTable *table = xr_row_get_table (row);
  gboolean is_new = xr_row_get_id (row) == 0;
  g_autofree char *kind = g_strconcat (table->name, is_new ? ".add" : ".change", NULL);
  g_autofree char *subject = NULL;

  if (!xr_office_begin (office, error))
    return FALSE;
  if (!xr_office_write (office, row, error))
    {
      xr_office_rollback (office);
      return FALSE;
    }
  subject = xr_office_dup_title (office, table, xr_row_get_id (row));
  return xr_office_commit (office, kind, subject, NULL, xr_office_round_of (office, row),
                           XR_ENTRY_NORMAL, error);
}

static gboolean
write_all (XrOffice *office, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!xr_office_write (office, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}

gboolean
xr_office_save_all (XrOffice *office, GPtrArray *rows, GError **error)
{
  XrRow *first = rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;
  gboolean is_new = first != NULL && xr_row_get_id (first) == 0;
  g_autofree char *kind = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subject = NULL;

  if (first == NULL)
    return TRUE;
  if (!xr_office_begin (office, error))
    return FALSE;
  if (!write_all (office, rows, error))
    {
      xr_office_rollback (office);
      return FALSE;
    }
  kind = g_strconcat (xr_row_get_table (first)->name, is_new ? ".add" : ".change", NULL);
  title = xr_office_dup_title (office, xr_row_get_table (first), xr_row_get_id (first));
  /* Translators: the first of several entries, and how many they are */
  subject = rows->len == 1 ? g_strdup (title)
                           : g_strdup_printf (_ ("%1$s … (%2$u)"), title, rows->len);
  return xr_office_commit (office, kind, subject, NULL, xr_office_round_of (office, first),
                           XR_ENTRY_NORMAL, error);
}

gboolean
xr_office_remove (XrOffice *office, const XrTable *table, gint64 id, GError **error)
{
  g_autoptr (XrRow) row = xr_office_load (office, table, id, error);
  gint64 round;

  if (row == NULL)
    return FALSE;
  round = xr_office_round_of (office, row);
  return check_writable (office, round, error)
         && (!table->plan || check_plan (office, round, error))
         && check_stage (office, round, find_row_stage (office, row), error)
         && xr_delete_row (office, table, id, error);
}

gboolean
xr_office_delete (XrOffice *office, const XrTable *table, gint64 id, GError **error)
{
  g_autofree char *kind = g_strconcat (table->name, ".delete", NULL);
  g_autofree char *subject = xr_office_dup_title (office, table, id);
  g_autoptr (XrRow) row = xr_office_load (office, table, id, error);
  gint64 round;

  if (row == NULL)
    return FALSE;
  round = xr_office_round_of (office, row);
  if (!xr_office_begin (office, error))
    return FALSE;
  if (!xr_office_remove (office, table, id, error))
    {
      xr_office_rollback (office);
      return FALSE;
    }
  return xr_office_commit (office, kind, subject, NULL, round, XR_ENTRY_NORMAL, error);
}
