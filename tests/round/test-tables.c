/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The descriptions say the same as the schema, and every table can be saved, undone and redone. */

#include <string.h>

#include "fixture.h"
#include "round/dossier.h"

typedef struct
{
  char *type;
  gboolean not_null;
  gboolean has_default;
  gboolean key;
} Column;

static void
free_column (gpointer data)
{
  g_free (((Column *) data)->type);
  g_free (data);
}

static GHashTable *
read_columns (Fixture *fixture, const XrTable *table)
{
  GHashTable *columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_column);
  g_autofree char *sql = g_strdup_printf (
    "SELECT name, type, \"notnull\", dflt_value IS NOT NULL, pk FROM pragma_table_info ('%s')",
    table->name);
  g_autoptr (XrStatement) statement = xr_database_prepare (xr_office_get_database (fixture->office),
                                                           sql, NULL);

  while (xr_statement_step (statement, NULL) == XR_STEP_ROW)
    {
      Column *column = g_new0 (Column, 1);
      column->type = xr_statement_dup_text (statement, 1);
      column->not_null = xr_statement_get_int (statement, 2) != 0;
      column->has_default = xr_statement_get_int (statement, 3) != 0;
      column->key = xr_statement_get_int (statement, 4) != 0;
      g_hash_table_insert (columns, xr_statement_dup_text (statement, 0), column);
    }
  return columns;
}

static const char *
expected_type (const XrField *field)
{
  switch (field->kind)
    {
    case XR_FIELD_INTEGER:
    case XR_FIELD_DECIMAL:
    case XR_FIELD_SWITCH:
    case XR_FIELD_REFERENCE:
      return "INTEGER";
    case XR_FIELD_CHOICE:
      return g_ascii_isdigit (field->choices[0].value[0]) ? "INTEGER" : "TEXT";
    default:
      return "TEXT";
    }
}

static void
check_column (const XrTable *table, const XrField *field, const Column *column)
{
  if (column == NULL)
    g_error ("%s has no column %s", table->name, field->name);
  if (strcmp (column->type, expected_type (field)) != 0)
    g_error ("%s.%s is %s in the schema", table->name, field->name, column->type);
  if (column->not_null && !column->has_default && (field->flags & XR_FIELD_REQUIRED) == 0)
    g_error ("%s.%s must be required", table->name, field->name);
  if (column->has_default && field->initial == NULL)
    g_error ("%s.%s has a default in the schema only", table->name, field->name);
}

/* Every column is a field, the key or the owner, and the other way round. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; xr_table_all ()[i] != NULL; i++)
    {
      const XrTable *table = xr_table_all ()[i];
      g_autoptr (GHashTable) columns = read_columns (fixture, table);

      g_assert_true (g_hash_table_contains (columns, table->key));
      g_assert_true (table->owner == NULL || g_hash_table_contains (columns, table->owner));
      for (guint j = 0; j < table->n_fields; j++)
        {
          const XrField *field = &table->fields[j];
          check_column (table, field, g_hash_table_lookup (columns, field->name));
          if (field->kind == XR_FIELD_REFERENCE)
            g_assert_nonnull (xr_table_find (field->target));
          g_hash_table_remove (columns, field->name);
        }
      g_hash_table_remove (columns, table->key);
      if (table->owner != NULL)
        g_hash_table_remove (columns, table->owner);
      if (g_hash_table_size (columns) > 0)
        g_error ("%s: %u columns have no field", table->name, g_hash_table_size (columns));
    }
}

/* The words of CHECK (column IN ('a', 'b')) as "a b ", or NULL. */
static char *
find_check_words (const char *sql, const char *column)
{
  g_autofree char *pattern = g_strdup_printf ("CHECK \\(%s IN\\s*\\(([^)]*)\\)", column);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *list = NULL;
  g_auto (GStrv) words = NULL;
  GString *result;

  if (!g_regex_match (regex, sql, 0, &match))
    return NULL;
  list = g_match_info_fetch (match, 1);
  words = g_regex_split_simple ("[,\\s']+", list, 0, 0);
  result = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (result, "%s ", words[i]);
  return g_string_free (result, FALSE);
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  for (guint i = 0; xr_table_all ()[i] != NULL; i++)
    {
      const XrTable *table = xr_table_all ()[i];
      g_autoptr (XrStatement) statement = xr_database_prepare (
        xr_office_get_database (fixture->office),
        "SELECT sql FROM sqlite_schema WHERE name = :name", NULL);

      xr_statement_bind_text (statement, ":name", table->name);
      g_assert_cmpint (xr_statement_step (statement, NULL), ==, XR_STEP_ROW);
      for (guint j = 0; j < table->n_fields; j++)
        {
          const XrField *field = &table->fields[j];
          g_autofree char *words = find_check_words (xr_statement_get_text (statement, 0),
                                                     field->name);
          g_autoptr (GString) own = g_string_new (NULL);

          if (words == NULL || field->kind == XR_FIELD_SWITCH)
            continue;
          n++;
          g_assert_cmpint (field->kind, ==, XR_FIELD_CHOICE);
          for (guint k = 0; field->choices[k].value != NULL; k++)
            g_string_append_printf (own, "%s ", field->choices[k].value);
          g_assert_cmpstr (own->str, ==, words);
        }
    }
  g_assert_cmpuint (n, >, 15);
}

static void
test_unique_fields (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; xr_table_all ()[i] != NULL; i++)
    {
      const XrTable *table = xr_table_all ()[i];
      g_auto (GStrv) names = table->unique == NULL ? NULL : g_strsplit (table->unique, " ", -1);

      for (guint j = 0; names != NULL && names[j] != NULL; j++)
        g_assert_nonnull (xr_table_find_field (table, names[j]));
    }
}

/* A text that the field takes. */
static char *
make_text (Fixture *fixture, XrRow *row, const XrField *field)
{
  g_autoptr (GPtrArray) rows = NULL;

  switch (field->kind)
    {
    case XR_FIELD_INTEGER:
      return g_strdup ("1");
    case XR_FIELD_DECIMAL:
      return g_strdup ("12.5");
    case XR_FIELD_DATE:
      return g_strdup ("2026-03-02");
    case XR_FIELD_MONTH:
      return g_strdup ("1990.05");
    case XR_FIELD_CHOICE:
      return g_strdup (field->initial != NULL ? field->initial : field->choices[0].value);
    case XR_FIELD_SWITCH:
      return g_strdup (field->initial != NULL ? field->initial : "0");
    case XR_FIELD_REFERENCE:
      rows = xr_office_reference_choices (fixture->office, row, field);
      g_assert_cmpuint (rows->len, >, 0);
      return g_strdup_printf ("%d", (int) xr_row_get_id (g_ptr_array_index (rows, 0)));
    default:
      return g_strdup ("甲、乙");
    }
}

static void
check_round_trip (Fixture *fixture, const XrTable *table, gint64 owner)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrRow) row = xr_row_new (table, owner);
  g_autoptr (XrRow) saved = NULL;

  for (guint i = 0; i < table->n_fields; i++)
    if ((table->fields[i].flags & XR_FIELD_REQUIRED) != 0
        && g_strcmp0 (table->fields[i].name, table->owner) != 0 && table->fields[i].initial == NULL)
      {
        g_autofree char *text = make_text (fixture, row, &table->fields[i]);
        xr_row_parse (row, table->fields[i].name, text, &error);
        g_assert_no_error (error);
      }
  if (g_str_equal (table->name, "rule"))
    xr_row_set (row, "value", "50");
  if (g_str_equal (table->name, "setting"))
    xr_row_set (row, "name", "scope");
  if (g_str_equal (table->name, "decision"))
    xr_row_set (row, "kind", "proceed");
  if (g_str_equal (table->name, "relative"))
    xr_row_set (row, "name", "周某");
  if (g_str_equal (table->name, "inspection"))
    xr_row_set (row, "strengths", "踏实");
  xr_office_save (fixture->office, row, &error);
  g_assert_no_error (error);
  g_assert_cmpint (xr_row_get_id (row), !=, 0);
  g_assert_true (xr_office_undo (fixture->office, &error));
  g_assert_null (xr_office_load (fixture->office, table, xr_row_get_id (row), &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (xr_office_redo (fixture->office, &error));
  saved = xr_office_load (fixture->office, table, xr_row_get_id (row), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < table->n_fields; i++)
    g_assert_cmpstr (xr_row_get (saved, table->fields[i].name), ==,
                     xr_row_get (row, table->fields[i].name));
  g_assert_cmpint (xr_office_round_of (fixture->office, saved), ==,
                   table->owner == NULL ? 0 : fixture->round);
}

static void
test_round_trips (Fixture *fixture, gconstpointer data)
{
  gint64 post = fixture_add (fixture, "post", fixture->round, "name", "科长", "vacancies", "1",
                             NULL);
  gint64 component = fixture_add (fixture, "component", fixture->round, "name", "演讲", "method",
                                  "judges", "weight", "50", NULL);
  gint64 person = fixture_add (fixture, "candidate", fixture->round, "number", "01", "name", "张三",
                               NULL);
  g_autofree char *post_text = g_strdup_printf ("%d", (int) post);
  g_autoptr (GBytes) content = g_bytes_new_static ("甲", 3);
  gint64 application;
  gint64 meeting = fixture_add (fixture, "meeting", fixture->round, "held_on", "2026-03-01",
                                "chair", "甲", "recorder", "乙", NULL);
  gint64 attendee = fixture_add (fixture, "attendee", meeting, "name", "丙", NULL);
  gint64 member = fixture_add (fixture, "team_member", fixture->round, "name", "丁", "leader", "0",
                               NULL);
  const struct
  {
    const char *owner;
    gint64 id;
  } owners[] = { { "component_id", component }, { "meeting_id", meeting },
                 { "attendee_id", attendee },   { "team_member_id", member },
                 { "candidate_id", person },    { "round_id", fixture->round } };

  fixture_add (fixture, "dimension", component, "name", "德", "full_mark", "100", NULL);
  /* The content that an attachment points at. */
  g_assert_cmpint (xr_attachment_add (fixture->office, person, "甲.txt", content, NULL), !=, 0);
  application = fixture_add (fixture, "application", person, "post_id", post_text, NULL);
  for (guint i = 0; xr_table_all ()[i] != NULL; i++)
    {
      const XrTable *table = xr_table_all ()[i];
      gint64 owner = g_strcmp0 (table->owner, "application_id") == 0 ? application : 0;

      /* Made above, or unique in what they would be given; `round` is its own round. */
      if (strstr ("round post component application dimension", table->name) != NULL)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (owners); j++)
        if (g_strcmp0 (table->owner, owners[j].owner) == 0)
          owner = owners[j].id;
      g_test_message ("%s", table->name);
      check_round_trip (fixture, table, owner);
    }
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/round/tables/columns", test_columns);
  ADD ("/round/tables/choices", test_choices);
  ADD ("/round/tables/unique-fields", test_unique_fields);
  ADD ("/round/tables/round-trips", test_round_trips);
  return g_test_run ();
}
