/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a described table: its canonical texts, and the SQL that follows from the description. It
 * knows neither stages nor checks; those are the office's. */

#include "config.h"

#include "round/row-private.h"

struct _XrRow
{
  GObject parent_instance;

  const XrTable *table;
  gint64 id;
  gint64 owner;
  char **values; /* canonical, one a field; NULL: empty */
  char **loaded; /* as they stand in the file */
};

G_DEFINE_FINAL_TYPE (XrRow, xr_row, G_TYPE_OBJECT)

static void
free_values (char **values, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (values[i]);
  g_free (values);
}

static void
xr_row_finalize (GObject *object)
{
  XrRow *row = XR_ROW (object);

  free_values (row->values, row->table->n_fields);
  free_values (row->loaded, row->table->n_fields);
  G_OBJECT_CLASS (xr_row_parent_class)->finalize (object);
}

static void
xr_row_class_init (XrRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xr_row_finalize;
}

static void
xr_row_init (XrRow *row)
{
}

static XrRow *
make_row (const XrTable *table)
{
  XrRow *row = g_object_new (XR_TYPE_ROW, NULL);

  row->table = table;
  row->values = g_new0 (char *, table->n_fields);
  row->loaded = g_new0 (char *, table->n_fields);
  return row;
}

XrRow *
xr_row_new (const XrTable *table, gint64 owner_id)
{
  XrRow *row = make_row (table);

  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].initial != NULL && table->fields[i].initial[0] != '\0')
      row->values[i] = g_strdup (table->fields[i].initial);
  xr_row_set_owner (row, owner_id);
  return row;
}

XrRow *
xr_row_copy (XrRow *row)
{
  XrRow *copy = make_row (row->table);

  copy->id = row->id;
  copy->owner = row->owner;
  for (guint i = 0; i < row->table->n_fields; i++)
    {
      copy->values[i] = g_strdup (row->values[i]);
      copy->loaded[i] = g_strdup (row->loaded[i]);
    }
  return copy;
}

const XrTable *
xr_row_get_table (XrRow *row)
{
  return row->table;
}

gint64
xr_row_get_id (XrRow *row)
{
  return row->id;
}

gint64
xr_row_get_owner (XrRow *row)
{
  return row->owner;
}

static guint
find_index (const XrTable *table, const char *name)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (g_str_equal (table->fields[i].name, name))
      return i;
  g_error ("The table “%s” has no field “%s”", table->name, name);
}

void
xr_row_set_id (XrRow *row, gint64 id)
{
  row->id = id;
  for (guint i = 0; i < row->table->n_fields; i++)
    {
      g_free (row->loaded[i]);
      row->loaded[i] = g_strdup (row->values[i]);
    }
}

void
xr_row_set_owner (XrRow *row, gint64 owner)
{
  const XrField *field = row->table->owner == NULL
                           ? NULL
                           : xr_table_find_field (row->table, row->table->owner);
  char **value;

  row->owner = owner;
  if (field == NULL)
    return;
  value = &row->values[field - row->table->fields];
  g_free (*value);
  *value = owner == 0 ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, owner);
}

const char *
xr_row_get (XrRow *row, const char *field)
{
  return row->values[find_index (row->table, field)];
}

void
xr_row_set (XrRow *row, const char *field, const char *canonical)
{
  guint i = find_index (row->table, field);
  char *copy = canonical == NULL || canonical[0] == '\0' ? NULL : g_strdup (canonical);

  g_free (row->values[i]);
  row->values[i] = copy;
  if (g_strcmp0 (field, row->table->owner) == 0)
    row->owner = copy == NULL ? 0 : g_ascii_strtoll (copy, NULL, 10);
}

gint64
xr_row_get_int (XrRow *row, const char *field)
{
  const char *value = xr_row_get (row, field);

  return value == NULL ? 0 : g_ascii_strtoll (value, NULL, 10);
}

XrDate
xr_row_get_date (XrRow *row, const char *field)
{
  const char *value = xr_row_get (row, field);
  XrDate date = XR_DATE_NONE;

  if (value == NULL || !xr_date_parse (value, TRUE, &date, NULL))
    return XR_DATE_NONE;
  return date;
}

void
xr_row_set_int (XrRow *row, const char *field, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  xr_row_set (row, field, text);
}

gboolean
xr_row_parse (XrRow *row, const char *field, const char *text, GError **error)
{
  g_autofree char *canonical = NULL;

  if (!xr_field_parse (&row->table->fields[find_index (row->table, field)], text, &canonical,
                       error))
    return FALSE;
  xr_row_set (row, field, canonical);
  return TRUE;
}

gboolean
xr_row_is_changed (XrRow *row, guint field)
{
  return g_strcmp0 (row->values[field], row->loaded[field]) != 0;
}

gboolean
xr_row_equal (XrRow *a, XrRow *b)
{
  if (a->id != b->id || a->owner != b->owner)
    return FALSE;
  for (guint i = 0; i < a->table->n_fields; i++)
    if (g_strcmp0 (a->values[i], b->values[i]) != 0)
      return FALSE;
  return TRUE;
}

/* ---- SQL */

char *
xr_row_select_sql (const XrTable *table)
{
  GString *sql = g_string_new ("SELECT ");

  g_string_append_printf (sql, "%s, %s", table->key, table->owner == NULL ? "0" : table->owner);
  for (guint i = 0; i < table->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", table->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\"", table->name);
  return g_string_free (sql, FALSE);
}

static char *
read_column (const XrField *field, XrStatement *statement, int column)
{
  const char *text;

  if (xr_statement_is_null (statement, column))
    return NULL;
  if (field->kind == XR_FIELD_DECIMAL)
    return xr_decimal_format_short ((XrDecimal){ xr_statement_get_int (statement, column) });
  text = xr_statement_get_text (statement, column);
  return text[0] == '\0' ? NULL : g_strdup (text);
}

XrRow *
xr_row_from_statement (const XrTable *table, XrStatement *statement)
{
  XrRow *row = make_row (table);

  for (guint i = 0; i < table->n_fields; i++)
    row->values[i] = read_column (&table->fields[i], statement, (int) i + 2);
  row->owner = xr_statement_get_int (statement, 1);
  xr_row_set_id (row, xr_statement_get_int (statement, 0));
  return row;
}

static void
bind_field (XrRow *row, guint i, XrStatement *statement)
{
  const XrField *field = &row->table->fields[i];
  g_autofree char *name = g_strconcat (":", field->name, NULL);
  const char *value = row->values[i];
  XrDecimal decimal;

  if (value == NULL && field->initial != NULL)
    xr_statement_bind_text (statement, name, field->initial);
  else if (value == NULL)
    xr_statement_bind_null (statement, name);
  else if (field->kind == XR_FIELD_DECIMAL && xr_decimal_parse (value, &decimal, NULL))
    xr_statement_bind_int (statement, name, decimal.units);
  else
    xr_statement_bind_text (statement, name, value);
}

static gboolean
is_owner_field (const XrTable *table, guint i)
{
  return g_strcmp0 (table->fields[i].name, table->owner) == 0;
}

static char *
make_insert_sql (const XrTable *table)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) parameters = g_string_new (NULL);

  if (table->owner != NULL)
    {
      g_string_append_printf (names, "%s", table->owner);
      g_string_append_printf (parameters, ":%s", table->owner);
    }
  for (guint i = 0; i < table->n_fields; i++)
    if (!is_owner_field (table, i))
      {
        g_string_append_printf (names, "%s\"%s\"", names->len > 0 ? ", " : "",
                                table->fields[i].name);
        g_string_append_printf (parameters, "%s:%s", parameters->len > 0 ? ", " : "",
                                table->fields[i].name);
      }
  return g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", table->name, names->str,
                          parameters->str);
}

gboolean
xr_row_insert (XrRow *row, XrDatabase *db, GError **error)
{
  const XrTable *table = row->table;
  g_autofree char *sql = make_insert_sql (table);
  g_autoptr (XrStatement) statement = xr_database_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < table->n_fields; i++)
    if (!is_owner_field (table, i))
      bind_field (row, i, statement);
  if (table->owner != NULL)
    {
      g_autofree char *name = g_strconcat (":", table->owner, NULL);
      xr_statement_bind_int (statement, name, row->owner);
    }
  if (!xr_statement_run (statement, error))
    return FALSE;
  xr_row_set_id (row,
                 g_strcmp0 (table->key, table->owner) == 0 ? row->owner : xr_database_last_id (db));
  return TRUE;
}

gboolean
xr_row_update (XrRow *row, XrDatabase *db, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (XrStatement) statement = NULL;

  for (guint i = 0; i < row->table->n_fields; i++)
    if (xr_row_is_changed (row, i))
      g_string_append_printf (sql, "%s\"%s\" = :%s", sql->len > 0 ? ", " : "",
                              row->table->fields[i].name, row->table->fields[i].name);
  if (sql->len == 0)
    return TRUE;
  g_string_prepend (sql, "\" SET ");
  g_string_prepend (sql, row->table->name);
  g_string_prepend (sql, "UPDATE \"");
  g_string_append_printf (sql, " WHERE %s = :key", row->table->key);
  statement = xr_database_prepare (db, sql->str, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < row->table->n_fields; i++)
    if (xr_row_is_changed (row, i))
      bind_field (row, i, statement);
  xr_statement_bind_int (statement, ":key", row->id);
  if (!xr_statement_run (statement, error))
    return FALSE;
  xr_row_set_id (row, row->id);
  return TRUE;
}
