/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes tasks and answers of the second keying as JSON and reads them again. Whether they belong to an
 * office and fit its round is the business of round/; here only whether they are well-formed. */

#include "config.h"

#include "exchange/keying-file.h"

#include <glib/gi18n-lib.h>

#include "exchange/sealed-json.h"

static gboolean
set_malformed (GError **error)
{
  g_set_error_literal (error, XR_SEALED_ERROR, XR_SEALED_ERROR_FORMAT,
                       _ ("The file could be opened, but what it holds was not written by this "
                          "program. Ask for it again."));
  return FALSE;
}

/* ---- sealing JSON */

static gboolean
seal (const char *path, XrSealedKind kind, JsonBuilder *builder, const char *passphrase,
      const XrSealedCost *cost, GError **error)
{
  g_autoptr (GBytes) content = xr_sealed_json_write (builder);

  return xr_sealed_file_write (path, kind, content, passphrase, cost, error);
}

/* (transfer full): an object */
static JsonNode *
open_sealed (const char *path, XrSealedKind kind, const char *passphrase, GError **error)
{
  g_autoptr (GBytes) content = xr_sealed_file_read (path, kind, passphrase, error);
  JsonNode *root = content != NULL ? xr_sealed_json_read (content) : NULL;

  if (content != NULL && root == NULL)
    set_malformed (error);
  return root;
}

/* FALSE where the node holds no text. */
static gboolean
read_text (JsonNode *node, char **text)
{
  *text = g_strdup (xr_sealed_json_text (node));
  return *text != NULL;
}

/* ---- keying files */

static void
add_table (JsonBuilder *builder, const XrKeyingTask *task, guint table)
{
  json_builder_set_member_name (builder, xr_task_tables[table].name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < task->rows[table]->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (task->rows[table], i);
      json_builder_begin_array (builder);
      for (guint j = 0; j < row->len; j++)
        if (g_ptr_array_index (row, j) != NULL)
          json_builder_add_string_value (builder, g_ptr_array_index (row, j));
        else
          json_builder_add_null_value (builder);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

gboolean
xr_keying_file_write (const char *path, const XrKeyingTask *task, const char *passphrase,
                      const XrSealedCost *cost, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "tables");
  json_builder_begin_object (builder);
  for (guint i = 0; i < XR_TASK_TABLES; i++)
    add_table (builder, task, i);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  return seal (path, XR_SEALED_KEYING, builder, passphrase, cost, error);
}

static gboolean
read_row (JsonNode *node, XrKeyingTask *task, guint table)
{
  JsonArray *values = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  GPtrArray *row = xr_keying_task_add_row (task, table);

  if (values == NULL || json_array_get_length (values) != row->len)
    return FALSE;
  for (guint i = 0; i < row->len; i++)
    {
      JsonNode *value = json_array_get_element (values, i);
      if (!JSON_NODE_HOLDS_NULL (value)
          && !read_text (value, (char **) &g_ptr_array_index (row, i)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_tables (JsonObject *root, XrKeyingTask *task)
{
  JsonNode *node = json_object_get_member (root, "tables");
  JsonObject *tables = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node)
                                                                     : NULL;

  for (guint i = 0; i < XR_TASK_TABLES; i++)
    {
      JsonArray *rows = tables != NULL ? xr_sealed_json_get_array (tables, xr_task_tables[i].name)
                                       : NULL;
      if (rows == NULL)
        return FALSE;
      for (guint j = 0; j < json_array_get_length (rows); j++)
        if (!read_row (json_array_get_element (rows, j), task, i))
          return FALSE;
    }
  return TRUE;
}

XrKeyingTask *
xr_keying_file_read (const char *path, const char *passphrase, GError **error)
{
  g_autoptr (JsonNode) root = open_sealed (path, XR_SEALED_KEYING, passphrase, error);
  g_autoptr (XrKeyingTask) task = xr_keying_task_new ();

  if (root == NULL)
    return NULL;
  if (read_tables (json_node_get_object (root), task))
    return g_steal_pointer (&task);
  set_malformed (error);
  return NULL;
}

/* ---- answers */

static void
add_cell (JsonBuilder *builder, const XrKeyedCell *cell)
{
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, cell->candidate);
  json_builder_add_int_value (builder, cell->dimension);
  json_builder_add_int_value (builder, cell->part);
  if (cell->is_void)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, cell->value);
  json_builder_end_array (builder);
}

static void
add_sheet (JsonBuilder *builder, const XrKeyedSheet *sheet)
{
  json_builder_begin_object (builder);
  xr_sealed_json_add_int (builder, "post", sheet->post);
  xr_sealed_json_add_int (builder, "group", sheet->group);
  xr_sealed_json_add_int (builder, "judge", sheet->judge);
  xr_sealed_json_add_text (builder, "number", sheet->number);
  json_builder_set_member_name (builder, "cells");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sheet->cells->len; i++)
    add_cell (builder, &g_array_index (sheet->cells, XrKeyedCell, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

gboolean
xr_keying_answer_write (const char *path, const XrKeyingAnswer *answer, const char *passphrase,
                        const XrSealedCost *cost, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  xr_sealed_json_add_text (builder, "file", answer->id);
  xr_sealed_json_add_text (builder, "round", answer->round_title);
  xr_sealed_json_add_text (builder, "component", answer->component);
  json_builder_set_member_name (builder, "sheets");
  json_builder_begin_array (builder);
  for (guint i = 0; i < answer->sheets->len; i++)
    add_sheet (builder, g_ptr_array_index (answer->sheets, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return seal (path, XR_SEALED_KEYING_ANSWER, builder, passphrase, cost, error);
}

static gboolean
read_cell (JsonNode *node, XrKeyedSheet *sheet)
{
  JsonArray *values = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  XrKeyedCell cell = { 0 };

  if (values == NULL || json_array_get_length (values) != 4
      || !xr_sealed_json_int (json_array_get_element (values, 0), &cell.candidate)
      || !xr_sealed_json_int (json_array_get_element (values, 1), &cell.dimension)
      || !xr_sealed_json_int (json_array_get_element (values, 2), &cell.part))
    return FALSE;
  cell.is_void = JSON_NODE_HOLDS_NULL (json_array_get_element (values, 3));
  if (!cell.is_void && !xr_sealed_json_int (json_array_get_element (values, 3), &cell.value))
    return FALSE;
  g_array_append_val (sheet->cells, cell);
  return TRUE;
}

static gboolean
read_sheet (JsonNode *node, XrKeyingAnswer *answer)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *cells = object != NULL ? xr_sealed_json_get_array (object, "cells") : NULL;
  XrKeyedSheet *sheet = xr_keyed_sheet_new ();

  g_ptr_array_add (answer->sheets, sheet);
  g_clear_pointer (&sheet->number, g_free);
  if (cells == NULL || !read_text (json_object_get_member (object, "number"), &sheet->number)
      || !xr_sealed_json_int (json_object_get_member (object, "post"), &sheet->post)
      || !xr_sealed_json_int (json_object_get_member (object, "group"), &sheet->group)
      || !xr_sealed_json_int (json_object_get_member (object, "judge"), &sheet->judge))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (cells); i++)
    if (!read_cell (json_array_get_element (cells, i), sheet))
      return FALSE;
  return TRUE;
}

static gboolean
read_answer (JsonObject *root, XrKeyingAnswer *answer)
{
  JsonArray *sheets = xr_sealed_json_get_array (root, "sheets");

  if (sheets == NULL || !read_text (json_object_get_member (root, "file"), &answer->id)
      || !read_text (json_object_get_member (root, "round"), &answer->round_title)
      || !read_text (json_object_get_member (root, "component"), &answer->component))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (sheets); i++)
    if (!read_sheet (json_array_get_element (sheets, i), answer))
      return FALSE;
  return TRUE;
}

XrKeyingAnswer *
xr_keying_answer_read (const char *path, const char *passphrase, GError **error)
{
  g_autoptr (JsonNode) root = open_sealed (path, XR_SEALED_KEYING_ANSWER, passphrase, error);
  g_autoptr (XrKeyingAnswer) answer = xr_keying_answer_new ();

  if (root == NULL)
    return NULL;
  if (read_answer (json_node_get_object (root), answer))
    return g_steal_pointer (&answer);
  set_malformed (error);
  return NULL;
}
