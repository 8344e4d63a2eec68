/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets as tables: finds the columns by their titles, hands over rows with values by column, and
 * reads values of every type. What the values mean is decided by the sheets' own files. */
#include "config.h"

#include "exchange/workbook-sheet.h"

#include "core/text.h"
#include "exchange/number-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a column of the book is. */
enum
{
  COLUMN_UNTITLED = -1,
  COLUMN_IGNORED = -2, /* unknown, or begins with # */
};

typedef struct
{
  const XrSheet *sheet;
  XrBook *book;
  GCancellable *cancellable;
  GPtrArray *faults;
  gboolean has_titles;
  GArray *columns; /* int, for each column of the book */
  gboolean is_incomplete;
  XrSheetRow row;
} Reading;

static void
add_fault (Reading *self, guint32 row, const char *column, const char *message)
{
  xr_faults_add (self->faults, self->sheet->name, self->row.sheet_index, row, column, message);
}

static int
get_column (const Reading *self, guint32 column)
{
  return column < self->columns->len ? g_array_index (self->columns, int, column) : COLUMN_UNTITLED;
}

/* ------------------------------------------------------------------ texts */

static const char *
keep_text (GPtrArray *scratch, char *text)
{
  g_ptr_array_add (scratch, text);
  return text;
}

/* Whether a character that begins with @byte may be a blank. */
static gboolean
may_be_blank (guint8 byte)
{
  return byte <= ' ' || byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3) || byte == 0xEF;
}

static gboolean
is_blank_at (const char *text)
{
  return may_be_blank ((guint8) *text) && xr_text_is_space (g_utf8_get_char (text));
}

/* Takes the blanks around the text of @cell away. */
static void
strip_cell (GPtrArray *scratch, XrCell *cell)
{
  const char *last;

  if (cell->length == 0)
    {
      cell->text = NULL;
      return;
    }
  last = g_utf8_prev_char (cell->text + cell->length);
  if (is_blank_at (cell->text) || is_blank_at (last))
    {
      cell->text = keep_text (scratch, xr_text_strip (cell->text));
      cell->length = (guint32) strlen (cell->text);
      if (cell->length == 0)
        cell->text = NULL;
    }
}

const char *
xr_fold_into (GPtrArray *scratch, const char *text)
{
  /* Every sign that folds begins with this byte, but the minus sign, which names don't have. */
  if (strchr (text, '\xEF') == NULL)
    return text;
  return keep_text (scratch, xr_text_clean (text));
}

/* ------------------------------------------------------------------ titles */

/* The N of 第N名, or 0. */
static guint
read_place_title (const char *title)
{
  const char *digits = title + strlen ("第");
  gsize n;

  if (!g_str_has_prefix (title, "第"))
    return 0;
  n = strspn (digits, "0123456789");
  if (n == 0 || n > 3 || digits[0] == '0' || strcmp (digits + n, "名") != 0)
    return 0;
  return (guint) g_ascii_strtoull (digits, NULL, 10);
}

static int
find_column (const XrSheet *sheet, const char *title)
{
  guint place = read_place_title (title);

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      if (sheet->columns[i].flags & XR_COLUMN_PLACES)
        {
          if (place >= 1 && place <= XR_SHEET_MAX_PLACES)
            return XR_COLUMN_FIRST_PLACE + (int) place - 1;
        }
      else if (strcmp (sheet->columns[i].title, title) == 0)
        return (int) i;
    }
  return COLUMN_IGNORED;
}

static gboolean
has_column (const Reading *self, int column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, int, i) == column)
      return TRUE;
  return FALSE;
}

static int
read_title (Reading *self, const XrCell *cell)
{
  const char *title = xr_fold_into (self->row.scratch, cell->text);
  int column;

  if (title[0] == '#' || g_str_has_prefix (title, "＃"))
    return COLUMN_IGNORED;
  column = find_column (self->sheet, title);
  if (column == COLUMN_IGNORED)
    add_fault (self, self->row.number, cell->text, _ ("there is no such column in this sheet"));
  else if (has_column (self, column))
    {
      add_fault (self, self->row.number, cell->text, _ ("this column title stands twice"));
      column = COLUMN_IGNORED;
    }
  return column;
}

static void
note_column (Reading *self, int column)
{
  if (column >= XR_COLUMN_FIRST_PLACE)
    self->row.n_places = MAX (self->row.n_places, (guint) (column - XR_COLUMN_FIRST_PLACE) + 1);
  else if (column >= 0)
    self->row.has_column[column] = TRUE;
}

static void
check_columns (Reading *self)
{
  const XrSheet *sheet = self->sheet;

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const XrColumn *column = &sheet->columns[i];

      if (self->row.has_column[i])
        continue;
      if (column->flags & XR_COLUMN_FILLED
          || (column->flags & XR_COLUMN_OR_NEXT && !self->row.has_column[i + 1]))
        {
          add_fault (self, 0, column->title, _ ("this column is missing"));
          self->is_incomplete |= !(column->flags & XR_COLUMN_VALUE);
        }
    }
}

static void
read_titles (Reading *self, const XrCellRow *row)
{
  self->has_titles = TRUE;
  if (row == NULL || row->number != 1)
    {
      check_columns (self);
      return;
    }
  self->row.number = 1;
  for (guint i = 0; i < row->n_cells; i++)
    {
      XrCell cell = row->cells[i];
      int column = COLUMN_UNTITLED;

      strip_cell (self->row.scratch, &cell);
      while (self->columns->len < cell.column)
        {
          int untitled = COLUMN_UNTITLED;

          g_array_append_val (self->columns, untitled);
        }
      if (cell.text != NULL)
        column = read_title (self, &cell);
      g_array_append_val (self->columns, column);
      note_column (self, column);
    }
  check_columns (self);
}

/* ------------------------------------------------------------------ rows */

static void
refuse_cell (Reading *self, const XrCell *cell, const char *column, const char *message)
{
  g_autofree char *letters = column == NULL ? xr_xlsx_column_to_letters (cell->column) : NULL;

  add_fault (self, self->row.number, column != NULL ? column : letters, message);
}

/* The title of a column by what it is; (transfer full) */
static char *
dup_title (const XrSheet *sheet, int column)
{
  if (column >= XR_COLUMN_FIRST_PLACE)
    return g_strdup_printf ("第%d名", column - XR_COLUMN_FIRST_PLACE + 1);
  return g_strdup (sheet->columns[column].title);
}

char *
xr_cell_dup_fault (XrCellKind kind, const char *text)
{
  if (kind == XR_CELL_UNKNOWN)
    return g_strdup (_ ("the formula has no value yet; open the workbook in a spreadsheet program "
                        "and save it"));
  return kind == XR_CELL_ERROR ? g_strdup_printf (_ ("the cell shows the error %s"), text) : NULL;
}

static void
place_cell (Reading *self, int column, const XrCell *cell)
{
  XrSheetRow *row = &self->row;

  g_autofree char *message = xr_cell_dup_fault (cell->kind, cell->text);

  if (message != NULL)
    {
      g_autofree char *title = dup_title (self->sheet, column);

      refuse_cell (self, cell, title, message);
      if (column < XR_COLUMN_FIRST_PLACE)
        row->is_bad[column] = TRUE;
    }
  else if (column >= XR_COLUMN_FIRST_PLACE)
    row->places[column - XR_COLUMN_FIRST_PLACE] = *cell;
  else
    row->cells[column] = *cell;
}

/* Puts the cells of a row in their places. Returns whether there is any in a column that counts. */
static gboolean
place_cells (Reading *self, const XrCellRow *cells)
{
  gboolean any = FALSE;

  for (guint i = 0; i < cells->n_cells; i++)
    {
      XrCell cell = cells->cells[i];
      int column = get_column (self, cell.column);

      if (column == COLUMN_IGNORED)
        continue;
      if (cell.kind != XR_CELL_UNKNOWN)
        {
          strip_cell (self->row.scratch, &cell);
          if (cell.text == NULL)
            continue;
        }
      if (column == COLUMN_UNTITLED)
        refuse_cell (self, &cell, NULL, _ ("there is a value in a column without a title"));
      else
        {
          place_cell (self, column, &cell);
          any = TRUE;
        }
    }
  return any;
}

static void
check_filled (XrSheetRow *row)
{
  for (guint i = 0; i < row->sheet->n_columns; i++)
    {
      XrColumnFlags flags = row->sheet->columns[i].flags;

      if (!xr_row_is_empty (row, (int) i))
        continue;
      if (flags & XR_COLUMN_FILLED && row->has_column[i])
        xr_row_fault (row, (int) i, _ ("this cell must be filled in"));
      else if (flags & XR_COLUMN_OR_NEXT && xr_row_is_empty (row, (int) i + 1)
               && (row->has_column[i] || row->has_column[i + 1]))
        xr_row_fault (row, row->has_column[i] ? (int) i : (int) i + 1,
                      _ ("this cell must be filled in"));
    }
}

void
xr_sheet_begin_row (XrSheetRow *row, guint32 number)
{
  row->number = number;
  memset (row->cells, 0, sizeof (XrCell) * row->sheet->n_columns);
  memset (row->is_bad, 0, sizeof (gboolean) * row->sheet->n_columns);
  memset (row->places, 0, sizeof (XrCell) * row->n_places);
  if (row->scratch->len > 0)
    g_ptr_array_set_size (row->scratch, 0);
}

void
xr_sheet_take_row (XrSheetRow *row, XrBook *book)
{
  check_filled (row);
  row->sheet->row (book, row);
}

static gboolean
read_row_cb (const XrCellRow *cells, gpointer data)
{
  Reading *self = data;
  XrSheetRow *row = &self->row;

  if (!self->has_titles)
    {
      read_titles (self, cells);
      if (cells->number == 1)
        return TRUE;
    }
  xr_sheet_begin_row (row, cells->number);
  if (place_cells (self, cells))
    xr_sheet_take_row (row, self->book);
  return self->faults->len < XR_FAULTS_MAX && !g_cancellable_is_cancelled (self->cancellable);
}

gboolean
xr_sheet_read (const XrSheet *sheet, XrXlsx *xlsx, guint index, XrBook *book,
               GCancellable *cancellable, GPtrArray *faults)
{
  g_autofree Reading *self = g_new0 (Reading, 1);
  g_autoptr (GPtrArray) scratch = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GError) error = NULL;
  guint32 row = 0;

  *self = (Reading){
    .sheet = sheet, .book = book, .cancellable = cancellable, .faults = faults, .columns = columns
  };
  self->row.sheet = sheet;
  self->row.sheet_index = index + 1;
  self->row.since_1904 = xr_xlsx_is_since_1904 (xlsx);
  self->row.faults = faults;
  self->row.scratch = scratch;
  if (!xr_xlsx_read_sheet (xlsx, index, read_row_cb, self, &row, &error))
    {
      add_fault (self, row, NULL, error->message);
      return FALSE;
    }
  if (!self->has_titles)
    read_titles (self, NULL);
  if (sheet->finish != NULL)
    sheet->finish (book, index + 1);
  return !self->is_incomplete;
}

/* ------------------------------------------------------------------ values */

static void
add_row_fault (XrSheetRow *row, int column, const char *message)
{
  g_autofree char *title = column >= 0 ? dup_title (row->sheet, column) : NULL;

  xr_faults_add (row->faults, row->sheet->name, row->sheet_index, row->number, title, message);
  if (column >= 0 && column < XR_COLUMN_FIRST_PLACE)
    row->is_bad[column] = TRUE;
}

void
xr_row_fault (XrSheetRow *row, int column, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_row_fault (row, column, message);
}

gboolean
xr_row_is_empty (const XrSheetRow *row, int column)
{
  return row->cells[column].text == NULL && !row->is_bad[column];
}

/* A number or a date as people would have written it in a text cell. */
static const char *
write_out (XrSheetRow *row, const XrCell *cell)
{
  char *text;

  if (cell->kind == XR_CELL_DATE)
    {
      text = xr_date_to_iso (xr_number_text_to_date (cell->text, row->since_1904));
      if (*text == '\0')
        {
          g_free (text);
          return cell->text;
        }
    }
  else
    text = xr_number_text_to_plain (cell->text);
  return keep_text (row->scratch, text);
}

static const char *
get_cell_text (XrSheetRow *row, const XrCell *cell)
{
  if (cell->text == NULL || (cell->kind != XR_CELL_NUMBER && cell->kind != XR_CELL_DATE))
    return cell->text;
  return write_out (row, cell);
}

const char *
xr_row_text (XrSheetRow *row, int column)
{
  const char *text = get_cell_text (row, &row->cells[column]);

  if (text != NULL && row->cells[column].kind == XR_CELL_NUMBER
      && row->sheet->columns[column].flags & XR_COLUMN_HAS_ZEROS && text[1] == '\0')
    return keep_text (row->scratch, g_strconcat ("0", text, NULL));
  return text;
}

const char *
xr_row_place (XrSheetRow *row, guint place)
{
  return get_cell_text (row, &row->places[place - 1]);
}

gboolean
xr_row_decimal (XrSheetRow *row, int column, XrDecimal *value)
{
  const XrCell *cell = &row->cells[column];
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (cell->text == NULL)
    return FALSE;
  if (cell->kind == XR_CELL_NUMBER)
    ok = xr_number_text_to_decimal (cell->text, value, &error);
  else
    ok = xr_decimal_parse (xr_row_text (row, column), value, &error);
  if (!ok)
    add_row_fault (row, column, error->message);
  return ok;
}

gboolean
xr_row_points (XrSheetRow *row, int column, XrDecimal *value)
{
  if (!xr_row_decimal (row, column, value))
    return FALSE;
  if (value->units >= 0)
    return TRUE;
  xr_row_fault (row, column, _ ("the number must not be below 0"));
  return FALSE;
}

gboolean
xr_row_count (XrSheetRow *row, int column, int min, int max, int *value)
{
  XrDecimal number;

  if (!xr_row_decimal (row, column, &number))
    return FALSE;
  if (number.units % XR_DECIMAL_SCALE != 0)
    xr_row_fault (row, column, _ ("this must be a whole number"));
  else if (number.units < (gint64) min * XR_DECIMAL_SCALE)
    xr_row_fault (row, column, _ ("the number must be at least %d"), min);
  else if (number.units > (gint64) max * XR_DECIMAL_SCALE)
    xr_row_fault (row, column, _ ("the number must be at most %d"), max);
  else
    {
      *value = (int) (number.units / XR_DECIMAL_SCALE);
      return TRUE;
    }
  return FALSE;
}

/* A month typed as 1980.10 into a number cell has become 1980.1. */
static gboolean
is_doubtful_month (const char *text)
{
  return strlen (text) == 6 && text[4] == '.' && text[5] == '1';
}

/* The text of a date that stands in a number cell: 1980.03, 198003, 19800301. */
static gboolean
read_date_number (XrSheetRow *row, int column, gboolean month_is_enough, XrDate *date)
{
  const char *text = xr_row_text (row, column);
  g_autoptr (GError) error = NULL;

  if (is_doubtful_month (text))
    {
      xr_row_fault (row, column,
                    _ ("%s may be January or October; write the month as text, like 1980.10 or "
                       "1980年10月"),
                    text);
      return FALSE;
    }
  if (xr_date_parse (text, month_is_enough, date, &error))
    return TRUE;
  add_row_fault (row, column, error->message);
  return FALSE;
}

gboolean
xr_row_date (XrSheetRow *row, int column, gboolean month_is_enough, XrDate *date)
{
  const XrCell *cell = &row->cells[column];
  g_autoptr (GError) error = NULL;

  if (cell->text == NULL)
    return FALSE;
  if (cell->kind == XR_CELL_NUMBER)
    return read_date_number (row, column, month_is_enough, date);
  if (cell->kind == XR_CELL_DATE)
    {
      *date = xr_number_text_to_date (cell->text, row->since_1904);
      if (xr_date_is_set (*date))
        return TRUE;
      xr_row_fault (row, column, _ ("%s is not a date; write it like 2026-03-01"), cell->text);
      return FALSE;
    }
  if (xr_date_parse (cell->text, month_is_enough, date, &error))
    return TRUE;
  add_row_fault (row, column, error->message);
  return FALSE;
}

gboolean
xr_row_ratio (XrSheetRow *row, int column, XrRatio *ratio)
{
  const char *text = xr_row_text (row, column);
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return FALSE;
  if (xr_ratio_parse (text, ratio, &error))
    return TRUE;
  add_row_fault (row, column, error->message);
  return FALSE;
}

gboolean
xr_row_word (XrSheetRow *row, int column, const char *const *words, int *index)
{
  const char *text = xr_row_text (row, column);
  g_autofree char *all = NULL;

  if (text == NULL)
    return FALSE;
  text = xr_fold_into (row->scratch, text);
  for (int i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], text) == 0)
      {
        *index = i;
        return TRUE;
      }
  all = g_strjoinv ("、", (char **) words);
  xr_row_fault (row, column, _ ("“%1$s” is not one of these: %2$s"), text, all);
  return FALSE;
}
