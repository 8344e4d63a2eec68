/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model of a grid over a small table of texts: reading, typing, pasting, locking. */
#include "config.h"

#include "widgets/grid-model.h"

#define ROWS    3
#define COLUMNS 2

/* Cells take anything but "no". */
typedef struct
{
  char *cells[ROWS][COLUMNS];
  guint loads, writes;
  gboolean locked;
} Table;

static void
load (XrGridModel *model, gpointer data)
{
  Table *table = data;

  table->loads++;
  xr_grid_model_add_column (model, "甲", "一组", 7, 1);
  xr_grid_model_add_column (model, "乙", NULL, 8, 2);
  xr_grid_model_add_figure (model, "分");
  for (guint i = 0; i < ROWS; i++)
    {
      xr_grid_model_add_row (model, "行", 100 + i);
      for (guint j = 0; j < COLUMNS; j++)
        xr_grid_model_set_cell (model, i, j, table->cells[i][j],
                                table->cells[i][j] == NULL ? XR_CELL_MISSING : 0);
    }
  xr_grid_model_set_figure (model, 1, 0, "9.5");
  xr_grid_model_set_note (model, 0, "缺");
  if (table->locked)
    xr_grid_model_lock (model);
}

static gboolean
set_all (XrGridModel *model, const XrGridEntry *entries, guint n, gpointer data, GError **error)
{
  Table *table = data;

  for (guint i = 0; i < n; i++)
    if (g_str_equal (entries[i].text, "no"))
      {
        g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE, "refused");
        return FALSE;
      }
  table->writes++;
  for (guint i = 0; i < n; i++)
    {
      g_free (table->cells[entries[i].row][entries[i].column]);
      table->cells[entries[i].row][entries[i].column] = g_strdup (entries[i].text);
    }
  xr_grid_model_reload (model);
  return TRUE;
}

static const XrGridSource source = { load, NULL, set_all, NULL, NULL };

static void
clear_table (gpointer data)
{
  Table *table = data;

  for (guint i = 0; i < ROWS * COLUMNS; i++)
    g_clear_pointer (&table->cells[i / COLUMNS][i % COLUMNS], g_free);
}

static void
test_reading (void)
{
  Table table = { 0 };
  g_autoptr (XrGridModel) model = xr_grid_model_new (NULL, &source, &table, clear_table);

  g_assert_cmpuint (table.loads, ==, 0);
  g_assert_cmpuint (xr_grid_model_n_rows (model), ==, ROWS);
  g_assert_cmpuint (xr_grid_model_n_columns (model), ==, COLUMNS);
  g_assert_cmpstr (xr_grid_model_column_group (model, 0), ==, "一组");
  g_assert_null (xr_grid_model_column_group (model, 1));
  g_assert_cmpint (xr_grid_model_column_id (model, 1), ==, 8);
  g_assert_cmpint (xr_grid_model_row_id (model, 2), ==, 102);
  g_assert_cmpstr (xr_grid_model_figure (model, 1, 0), ==, "9.5");
  g_assert_cmpstr (xr_grid_model_figure (model, 0, 0), ==, "");
  g_assert_cmpstr (xr_grid_model_row_note (model, 0), ==, "缺");
  g_assert_cmpstr (xr_grid_model_cell (model, 0, 0), ==, "");
  g_assert_cmpint (xr_grid_model_cell_flags (model, 0, 0), ==, XR_CELL_MISSING);
  g_assert_cmpuint (table.loads, ==, 1);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_typing (void)
{
  Table table = { 0 };
  g_autoptr (XrGridModel) model = xr_grid_model_new (NULL, &source, &table, clear_table);
  g_autoptr (GError) error = NULL;
  guint changed = 0;

  g_signal_connect_swapped (model, "changed", G_CALLBACK (count_cb), &changed);
  g_assert_true (xr_grid_model_set (model, 1, 1, "85", &error));
  g_assert_cmpstr (xr_grid_model_cell (model, 1, 1), ==, "85");
  g_assert_cmpint (xr_grid_model_cell_flags (model, 1, 1), ==, 0);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_false (xr_grid_model_set (model, 1, 1, "no", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_assert_cmpstr (xr_grid_model_cell (model, 1, 1), ==, "85");
}

static void
test_pasting (void)
{
  Table table = { 0 };
  g_autoptr (XrGridModel) model = xr_grid_model_new (NULL, &source, &table, clear_table);
  g_autoptr (GError) error = NULL;

  g_assert_true (xr_grid_model_paste (model, 0, 0, "1\t2\r\n3\t4\r\n", &error));
  g_assert_cmpuint (table.writes, ==, 1);
  g_assert_cmpstr (xr_grid_model_cell (model, 0, 1), ==, "2");
  g_assert_cmpstr (xr_grid_model_cell (model, 1, 0), ==, "3");
  g_assert_cmpstr (xr_grid_model_cell (model, 2, 0), ==, "");
  g_assert_false (xr_grid_model_paste (model, 0, 0, "5\t6\n7\tno\n", &error));
  g_assert_cmpstr (error->message, ==, "refused");
  g_clear_error (&error);
  g_assert_cmpstr (xr_grid_model_cell (model, 0, 0), ==, "1");
  g_assert_true (xr_grid_model_paste (model, 0, 0, "\t", &error));
  g_assert_cmpstr (xr_grid_model_cell (model, 0, 1), ==, "");
}

static void
test_blocks_stay_inside (void)
{
  static const char *const blocks[] = { "1\t2\t3", "1\n2\n3\n4", "1\t2\n3\t4\t5" };
  Table table = { 0 };
  g_autoptr (XrGridModel) model = xr_grid_model_new (NULL, &source, &table, clear_table);

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (xr_grid_model_paste (model, 0, 0, blocks[i], &error));
      g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
    }
  g_assert_cmpuint (table.writes, ==, 0);
}

static void
test_locking (void)
{
  Table table = { .locked = TRUE };
  g_autoptr (XrGridModel) model = xr_grid_model_new (NULL, &source, &table, clear_table);

  g_assert_cmpint (xr_grid_model_cell_flags (model, 2, 1), ==, XR_CELL_MISSING | XR_CELL_READONLY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/grid-model/reading", test_reading);
  g_test_add_func ("/ui/grid-model/typing", test_typing);
  g_test_add_func ("/ui/grid-model/pasting", test_pasting);
  g_test_add_func ("/ui/grid-model/blocks-stay-inside", test_blocks_stay_inside);
  g_test_add_func ("/ui/grid-model/locking", test_locking);
  return g_test_run ();
}
