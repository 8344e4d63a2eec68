/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of tables in the examples: found by their titles, added in blocks, changed. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "round/demo/demo-private.h"

static gboolean
is_called (const char *title, const char *text)
{
  gsize length = strlen (text);
  return strncmp (title, text, length) == 0 && (title[length] == '\0' || title[length] == ' ');
}

static gint64
find_in (XrDemo *demo, GPtrArray *rows, const XrTable *table, const char *title, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = xr_row_get_id (g_ptr_array_index (rows, i));
      g_autofree char *candidate = xr_office_dup_title (demo->office, table, id);
      if (is_called (candidate, title))
        return id;
    }
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_NOT_FOUND, _ ("“%1$s” has no entry “%2$s”."),
               _ (table->title), title);
  return 0;
}

gint64
xr_demo_find (XrDemo *demo, const char *name, const char *title, GError **error)
{
  const XrTable *table = xr_table_find (name);
  g_autoptr (GPtrArray) rows = xr_office_query_round (demo->office, table, demo->round);

  return find_in (demo, rows, table, title, error);
}

gint64
xr_demo_find_named (XrDemo *demo, JsonObject *step, const char *name, const char *table,
                    GError **error)
{
  return xr_demo_find (demo, table, xr_demo_text (step, name), error);
}

/* The owner of the step's rows: the row that it names, else the round. */
static gint64
find_owner (XrDemo *demo, const XrTable *table, JsonObject *step, GError **error)
{
  const char *title = xr_demo_text (step, "owner");

  return title ? xr_demo_find (demo, table->owner_table, title, error) : demo->round;
}

static gboolean
set_reference (XrDemo *demo, XrRow *row, const XrField *field, const char *title, GError **error)
{
  g_autoptr (GPtrArray) choices = xr_office_reference_choices (demo->office, row, field);
  gint64 id = find_in (demo, choices, xr_table_find (field->target), title, error);

  if (id != 0)
    xr_row_set_int (row, field->name, id);
  return id != 0;
}

/* A row is owned by what its owner's column names, where the block has that column. */
static gboolean
set_owner (XrDemo *demo, XrRow *row, const XrField *field, const char *title, GError **error)
{
  gint64 id = xr_demo_find (demo, field->target, title, error);

  if (id != 0)
    xr_row_set_int (row, field->name, id);
  return id != 0;
}

static gboolean
set_field (XrDemo *demo, XrRow *row, const char *name, const char *text, GError **error)
{
  const XrTable *table = xr_row_get_table (row);
  const XrField *field = xr_table_find_field (table, name);

  if (!text)
    return TRUE;
  if (g_strcmp0 (table->owner, name) == 0)
    return set_owner (demo, row, field, text, error);
  if (field->kind == XR_FIELD_REFERENCE)
    return set_reference (demo, row, field, text, error);
  return xr_row_parse (row, name, text, error);
}

static XrRow *
make_row (XrDemo *demo, const XrTable *table, gint64 owner, JsonArray *columns, JsonArray *cells,
          GError **error)
{
  g_autoptr (XrRow) row = xr_row_new (table, owner);
  g_autofree const char **names = xr_demo_texts (columns);
  g_autofree const char **texts = xr_demo_texts (cells);

  for (guint i = 0; names[i]; i++)
    if (!set_field (demo, row, names[i], texts[i], error))
      return NULL;
  return g_steal_pointer (&row);
}

gboolean
xr_demo_add_rows (XrDemo *demo, JsonObject *step, GError **error)
{
  const XrTable *table = xr_table_find (xr_demo_text (step, "table"));
  JsonArray *columns = json_object_get_array_member (step, "columns");
  JsonArray *lines = json_object_get_array_member (step, "rows");
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 owner = find_owner (demo, table, step, error);

  if (owner == 0)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      XrRow *row = make_row (demo, table, owner, columns, json_array_get_array_element (lines, i),
                             error);
      if (!row)
        return FALSE;
      g_ptr_array_add (rows, row);
    }
  return xr_office_save_all (demo->office, rows, error);
}

/* A template may have settings of its own, which the example's replace. */
gboolean
xr_demo_set_settings (XrDemo *demo, JsonObject *step, GError **error)
{
  JsonArray *lines = json_object_get_array_member (step, "rows");
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      g_autofree const char **line = xr_demo_texts (json_array_get_array_element (lines, i));
      XrRow *row = xr_round_load_setting (demo->office, demo->round, line[0]);
      xr_row_set (row, "value", line[1]);
      g_ptr_array_add (rows, row);
    }
  return xr_office_save_all (demo->office, rows, error);
}

gboolean
xr_demo_change_row (XrDemo *demo, JsonObject *step, GError **error)
{
  const char *name = xr_demo_text (step, "table");
  JsonObject *values = json_object_get_object_member (step, "values");
  g_autoptr (GList) members = json_object_get_members (values);
  gint64 id = xr_demo_find_named (demo, step, "row", name, error);
  g_autoptr (XrRow) row = NULL;

  if (id == 0 || !(row = xr_office_load (demo->office, xr_table_find (name), id, error)))
    return FALSE;
  for (GList *member = members; member; member = member->next)
    if (!set_field (demo, row, member->data, xr_demo_text (values, member->data), error))
      return FALSE;
  return xr_office_save (demo->office, row, error);
}
