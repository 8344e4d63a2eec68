/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report of a round of 1,000 candidates, 50 judges and 1,000,000 ballot marks, against libxlsxwriter
 * alone writing the same cells. The linker wraps the functions that write cells, so that the first report
 * can be listened to; its cells are then played back to the library.
 */
#include "bench.h"

#include <xlsxwriter.h>

#include "big-office.h"
#include "exchange/report.h"

typedef enum
{
  CELL_STRING,
  CELL_NUMBER,
  CELL_FORMULA_NUMBER,
  CELL_FORMULA_STRING,
} CellKind;

typedef struct
{
  lxw_worksheet *sheet; /* while listening; the place among the sheets + 1 afterwards */
  char *text;
  char *value;
  double number;
  lxw_row_t row;
  lxw_col_t column;
  CellKind kind;
} Cell;

typedef struct
{
  XrOffice *office;
  char *report;
  char *copy;
} Bench;

static GArray *cells;
static gboolean listening;
static GPtrArray *sheets; /* in the order of their first cell */
static GStringChunk *texts;

lxw_error __real_worksheet_write_string (lxw_worksheet *, lxw_row_t, lxw_col_t, const char *,
                                         lxw_format *);
lxw_error __real_worksheet_write_number (lxw_worksheet *, lxw_row_t, lxw_col_t, double,
                                         lxw_format *);
lxw_error __real_worksheet_write_formula_num (lxw_worksheet *, lxw_row_t, lxw_col_t, const char *,
                                              lxw_format *, double);
lxw_error __real_worksheet_write_formula_str (lxw_worksheet *, lxw_row_t, lxw_col_t, const char *,
                                              lxw_format *, const char *);
lxw_error __wrap_worksheet_write_string (lxw_worksheet *, lxw_row_t, lxw_col_t, const char *,
                                         lxw_format *);
lxw_error __wrap_worksheet_write_number (lxw_worksheet *, lxw_row_t, lxw_col_t, double,
                                         lxw_format *);
lxw_error __wrap_worksheet_write_formula_num (lxw_worksheet *, lxw_row_t, lxw_col_t, const char *,
                                              lxw_format *, double);
lxw_error __wrap_worksheet_write_formula_str (lxw_worksheet *, lxw_row_t, lxw_col_t, const char *,
                                              lxw_format *, const char *);

static void
listen (Cell cell)
{
  guint place;

  if (!listening)
    return;
  if (!g_ptr_array_find (sheets, cell.sheet, &place))
    {
      place = sheets->len;
      g_ptr_array_add (sheets, cell.sheet);
    }
  cell.sheet = GUINT_TO_POINTER (place);
  cell.text = cell.text != NULL ? g_string_chunk_insert (texts, cell.text) : NULL;
  cell.value = cell.value != NULL ? g_string_chunk_insert (texts, cell.value) : NULL;
  g_array_append_val (cells, cell);
}

lxw_error
__wrap_worksheet_write_string (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                               const char *text, lxw_format *format)
{
  listen ((Cell){ sheet, (char *) text, NULL, 0, row, column, CELL_STRING });
  return __real_worksheet_write_string (sheet, row, column, text, format);
}

lxw_error
__wrap_worksheet_write_number (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, double number,
                               lxw_format *format)
{
  listen ((Cell){ sheet, NULL, NULL, number, row, column, CELL_NUMBER });
  return __real_worksheet_write_number (sheet, row, column, number, format);
}

lxw_error
__wrap_worksheet_write_formula_num (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                                    const char *formula, lxw_format *format, double number)
{
  listen ((Cell){ sheet, (char *) formula, NULL, number, row, column, CELL_FORMULA_NUMBER });
  return __real_worksheet_write_formula_num (sheet, row, column, formula, format, number);
}

lxw_error
__wrap_worksheet_write_formula_str (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                                    const char *formula, lxw_format *format, const char *value)
{
  listen ((Cell){ sheet, (char *) formula, (char *) value, 0, row, column, CELL_FORMULA_STRING });
  return __real_worksheet_write_formula_str (sheet, row, column, formula, format, value);
}

static gboolean
write_report (gpointer data, GError **error)
{
  Bench *bench = data;

  return xr_report_write (bench->office, 1, bench->report, NULL, error);
}

static void
play_back (const Cell *cell, lxw_worksheet *sheet, lxw_format *format)
{
  switch (cell->kind)
    {
    case CELL_STRING:
      __real_worksheet_write_string (sheet, cell->row, cell->column, cell->text, format);
      break;
    case CELL_NUMBER:
      __real_worksheet_write_number (sheet, cell->row, cell->column, cell->number, format);
      break;
    case CELL_FORMULA_NUMBER:
      __real_worksheet_write_formula_num (sheet, cell->row, cell->column, cell->text, format,
                                          cell->number);
      break;
    case CELL_FORMULA_STRING:
    default:
      __real_worksheet_write_formula_str (sheet, cell->row, cell->column, cell->text, format,
                                          cell->value);
      break;
    }
}

static gboolean
write_cells (gpointer data, GError **error)
{
  Bench *bench = data;
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *workbook = workbook_new_opt (bench->copy, &options);
  lxw_format *format = workbook_add_format (workbook);
  g_autofree lxw_worksheet **targets = g_new0 (lxw_worksheet *, sheets->len);

  format_set_num_format (format, "0.00");
  for (guint i = 0; i < sheets->len; i++)
    targets[i] = workbook_add_worksheet (workbook, NULL);
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);

      play_back (cell, targets[GPOINTER_TO_UINT (cell->sheet)], format);
    }
  return workbook_close (workbook) == LXW_NO_ERROR;
}

int
main (void)
{
  const XrBench figure = { "report", write_report, write_cells, 1.3, 3 };
  g_autofree char *folder = g_dir_make_tmp ("xuanren-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "office.xuanren", NULL);
  g_autofree char *report = g_build_filename (folder, "report.xlsx", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.xlsx", NULL);
  Bench bench = { big_office_new_with_large_round (path), report, copy };
  g_autoptr (GError) error = NULL;
  int status = 1;

  cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  sheets = g_ptr_array_new ();
  texts = g_string_chunk_new (1 << 20);
  listening = TRUE;
  if (!write_report (&bench, &error))
    g_printerr ("report: %s\n", error->message);
  else
    {
      listening = FALSE;
      g_print ("report: %u cells\n", cells->len);
      status = xr_bench_run (&figure, &bench);
    }
  g_array_unref (cells);
  g_ptr_array_unref (sheets);
  g_string_chunk_free (texts);
  g_object_unref (bench.office);
  big_folder_remove (folder);
  return status;
}
