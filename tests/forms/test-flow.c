/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where pages end: places to sign never stand alone on a page, however many rows the table above them has. */

#include <string.h>

#include "forms/grid.h"
#include "forms/paper.h"

#define MOST_ROWS 80 /* more than go on one page */

/* A list of @n rows with, where asked, a note below it, then places to sign. */
static XrPaper *
make_paper (XrPaperKind kind, guint n, gboolean note, guint n_places)
{
  static const XrListColumn columns[] = { { "序号", 20 }, { "姓名", 40 } };
  XrPaper *paper = xr_paper_new (kind);
  XrGrid *grid = xr_grid_new_list (columns, G_N_ELEMENTS (columns), FALSE);

  g_ptr_array_add (paper->grids, grid);
  xr_paper_add (paper, XR_BLOCK_TITLE, "某表", NULL);
  for (guint i = 0; i < n; i++)
    {
      xr_grid_row (grid, 8);
      xr_grid_value (grid, 1, "1");
      xr_grid_value (grid, 1, "行");
    }
  xr_paper_add_grid (paper, grid);
  if (note)
    xr_paper_add (paper, XR_BLOCK_NOTE, "注：本表一式两份。", NULL);
  for (guint i = 0; i < n_places; i++)
    xr_paper_add (paper, XR_BLOCK_CELLS, "签字：|日期：", NULL);
  return paper;
}

static guint
count_text (const XrPage *page, const char *wanted)
{
  guint n = 0;

  for (guint i = 0; i < page->items->len; i++)
    {
      const XrItem *item = g_ptr_array_index (page->items, i);
      g_autofree char *text = item->kind == XR_ITEM_TEXT ? xr_item_dup_text (item) : NULL;
      n += text != NULL && strstr (text, wanted) != NULL;
    }
  return n;
}

static void
check_paper (const XrPaper *paper, XrTypesetter *setter, guint n_rows, guint n_places,
             guint *n_broken)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = xr_paper_lay_out (paper, setter, &error);
  const XrPage *last;
  guint n_found = 0;

  g_assert_no_error (error);
  last = g_ptr_array_index (pages, pages->len - 1);
  g_assert_cmpuint (count_text (last, "签字"), ==, n_places);
  g_assert_cmpuint (count_text (last, "行"), >, 0);
  for (guint i = 0; i < pages->len; i++)
    n_found += count_text (g_ptr_array_index (pages, i), "行");
  g_assert_cmpuint (n_found, ==, n_rows);
  *n_broken += pages->len > 1;
}

/* Every number of rows up to more than a page, so that each way the page can end comes up. */
static void
test_signed_with_a_row (gconstpointer data)
{
  XrPaperKind kind = (XrPaperKind) GPOINTER_TO_INT (data);
  XrTypesetter *setter = xr_typesetter_new ();
  guint n_broken = 0;

  for (guint n = 1; n < MOST_ROWS; n++)
    for (guint way = 0; way < 4; way++)
      {
        guint n_places = 1 + way / 2;
        g_autoptr (XrPaper) paper = make_paper (kind, n, way % 2 == 1, n_places);
        check_paper (paper, setter, n, n_places, &n_broken);
      }
  g_assert_cmpuint (n_broken, >, 0);
  xr_typesetter_free (setter);
}

/* The same below paragraphs. */
static void
test_signed_with_text (void)
{
  XrTypesetter *setter = xr_typesetter_new ();
  guint n_broken = 0;

  for (guint n = 1; n < MOST_ROWS; n++)
    {
      g_autoptr (XrPaper) paper = xr_paper_new (XR_PAPER_SHEET);
      for (guint i = 0; i < n; i++)
        xr_paper_add (paper, XR_BLOCK_TEXT, "行", NULL);
      xr_paper_add (paper, XR_BLOCK_CELLS, "签字：|日期：", NULL);
      check_paper (paper, setter, n, 1, &n_broken);
    }
  g_assert_cmpuint (n_broken, >, 0);
  xr_typesetter_free (setter);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/flow/sheet-signed-with-a-row", GINT_TO_POINTER (XR_PAPER_SHEET),
                        test_signed_with_a_row);
  g_test_add_data_func ("/flow/document-signed-with-a-row", GINT_TO_POINTER (XR_PAPER_DOCUMENT),
                        test_signed_with_a_row);
  g_test_add_func ("/flow/signed-with-text", test_signed_with_text);
  return g_test_run ();
}
