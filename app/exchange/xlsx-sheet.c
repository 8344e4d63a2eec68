/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sheet of a workbook as a stream of rows, through SAX in a thread of its own. What the cells mean is
 * not decided here. */
#include "config.h"

#include "exchange/row-queue.h"
#include "exchange/xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ROW_TEXT (16u << 20)

typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_TEXT, /* str, inlineStr */
  TYPE_STRING_FORMULA,
  TYPE_BOOLEAN,
  TYPE_ERROR,
  TYPE_ISO_DATE,
} CellType;

typedef struct
{
  XrParse parse;
  XrXlsx *xlsx;
  const char *part;
  XrRowQueue *queue;
  XrRowBlock *block; /* that is being filled */

  const xmlChar *n_sheetData, *n_row, *n_c, *n_v, *n_f, *n_is, *n_t, *n_rPh;
  const xmlChar *n_r, *n_s;

  gboolean in_data, in_row, in_cell, in_inline, collecting;
  guint phonetic;
  guint32 row;
  guint32 next_column;

  /* the open cell */
  guint32 column;
  CellType type;
  gboolean is_date, has_formula, has_value;
  guint32 start; /* of its text in the block */

  /* where the open row begins in the block */
  guint first_cell;
  guint32 first_text;
} SheetParse;

static void
begin_sheet_cb (XrParse *parse)
{
  SheetParse *self = (SheetParse *) parse;

  self->n_sheetData = xr_parse_intern (parse, "sheetData");
  self->n_row = xr_parse_intern (parse, "row");
  self->n_c = xr_parse_intern (parse, "c");
  self->n_v = xr_parse_intern (parse, "v");
  self->n_f = xr_parse_intern (parse, "f");
  self->n_is = xr_parse_intern (parse, "is");
  self->n_t = xr_parse_intern (parse, "t");
  self->n_rPh = xr_parse_intern (parse, "rPh");
  self->n_r = xr_parse_intern (parse, "r");
  self->n_s = xr_parse_intern (parse, "s");
}

static void
stop_sheet (SheetParse *self, XrPackageError code, const char *message)
{
  xr_parse_stop (&self->parse, g_error_new_literal (XR_PACKAGE_ERROR, code, message));
}

static void
stop_at_broken_structure (SheetParse *self)
{
  stop_sheet (self, XR_PACKAGE_ERROR_DAMAGED,
              _ ("the rows and cells are not in order; save the workbook anew"));
}

#define NO_NUMBER G_MAXUINT32

/* The whole number that @text is, NO_NUMBER when it isn't one or is far beyond every limit. */
static guint32
scan_digits (const char *text, gsize length)
{
  guint32 value = 0;

  if (length == 0 || length > 9)
    return NO_NUMBER;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return NO_NUMBER;
      value = value * 10 + (guint32) (text[i] - '0');
    }
  return value;
}

int
xr_xlsx_column_from_letters (const char *letters, gsize length)
{
  int column = 0;

  if (length == 0 || length > 3)
    return -1;
  for (gsize i = 0; i < length; i++)
    {
      char letter = g_ascii_toupper (letters[i]);

      if (letter < 'A' || letter > 'Z')
        return -1;
      column = column * 26 + (letter - 'A' + 1);
    }
  return column <= XR_XLSX_MAX_COLUMNS ? column - 1 : -1;
}

char *
xr_xlsx_column_to_letters (guint32 column)
{
  char letters[8];
  int i = sizeof letters - 1;

  letters[i] = '\0';
  for (column++; column > 0 && i > 0; column = (column - 1) / 26)
    letters[--i] = (char) ('A' + (column - 1) % 26);
  return g_strdup (letters + i);
}

static void
start_row (SheetParse *self, int n_attributes, const xmlChar **attributes)
{
  gsize length;
  const char *value = xr_parse_attribute (self->n_r, FALSE, n_attributes, attributes, &length);
  guint32 row = value != NULL ? scan_digits (value, length) : self->row + 1;

  if (self->in_row || row <= self->row)
    {
      stop_at_broken_structure (self);
      return;
    }
  if (row > XR_XLSX_MAX_ROWS)
    {
      stop_sheet (self, XR_PACKAGE_ERROR_SIZE,
                  _ ("the sheet has more rows than a spreadsheet allows"));
      return;
    }
  self->row = row;
  self->in_row = TRUE;
  self->next_column = 0;
  self->first_cell = self->block->n_cells;
  self->first_text = self->block->used;
}

static CellType
read_type (const char *text, gsize length)
{
  switch (length)
    {
    case 1:
      switch (text[0])
        {
        case 's':
          return TYPE_SHARED;
        case 'b':
          return TYPE_BOOLEAN;
        case 'e':
          return TYPE_ERROR;
        case 'd':
          return TYPE_ISO_DATE;
        default:
          return TYPE_NUMBER;
        }
    case 3:
      return TYPE_STRING_FORMULA;
    case 9:
      return TYPE_TEXT;
    default:
      return TYPE_NUMBER;
    }
}

static gsize
count_letters (const char *reference)
{
  gsize n = 0;

  while (g_ascii_isalpha (reference[n]))
    n++;
  return n;
}

static void
read_cell_attributes (SheetParse *self, int n_attributes, const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      const char *value = (const char *) attributes[3];
      gsize length = (gsize) (attributes[4] - attributes[3]);

      if (attributes[1] != NULL)
        continue;
      if (attributes[0] == self->n_r)
        {
          int column = xr_xlsx_column_from_letters (value, count_letters (value));

          self->column = column >= 0 ? (guint32) column : G_MAXUINT32;
        }
      else if (attributes[0] == self->n_t)
        self->type = read_type (value, length);
      else if (attributes[0] == self->n_s)
        {
          guint32 style = scan_digits (value, length);
          GByteArray *styles = self->xlsx->date_styles;

          self->is_date = styles != NULL && style < styles->len && styles->data[style];
        }
    }
}

static void
start_cell (SheetParse *self, int n_attributes, const xmlChar **attributes)
{
  self->column = self->next_column;
  self->type = TYPE_NUMBER;
  self->is_date = self->has_formula = self->has_value = FALSE;
  self->in_inline = self->collecting = FALSE;
  self->phonetic = 0;
  self->start = self->block->used;
  read_cell_attributes (self, n_attributes, attributes);
  if (self->column >= XR_XLSX_MAX_COLUMNS)
    stop_sheet (self, XR_PACKAGE_ERROR_SIZE,
                _ ("the sheet has more columns than a spreadsheet allows"));
  else if (!self->in_row || self->in_cell || self->column < self->next_column)
    stop_at_broken_structure (self);
  self->in_cell = TRUE;
  self->next_column = self->column + 1;
}

static void
start_element_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                  const xmlChar **attributes)
{
  SheetParse *self = context;

  if (!self->in_data)
    self->in_data = name == self->n_sheetData;
  else if (name == self->n_c)
    start_cell (self, n_attributes, attributes);
  else if (name == self->n_v)
    self->collecting = self->has_value = self->in_cell;
  else if (name == self->n_row)
    start_row (self, n_attributes, attributes);
  else if (name == self->n_t)
    self->collecting = self->in_inline && self->phonetic == 0;
  else if (name == self->n_is)
    self->in_inline = self->in_cell;
  else if (name == self->n_f)
    self->has_formula = self->in_cell;
  else if (name == self->n_rPh)
    self->phonetic++;
}

static void
append_text_cb (void *context, const xmlChar *text, int length)
{
  SheetParse *self = context;
  XrRowBlock *block = self->block;

  if (!self->collecting)
    return;
  if (block->used - self->start + (guint32) length > XR_XLSX_MAX_TEXT
      || block->used - self->first_text + (guint32) length > MAX_ROW_TEXT)
    {
      stop_sheet (self, XR_PACKAGE_ERROR_SIZE,
                  _ ("a cell holds more than the 32,767 characters that a spreadsheet allows; "
                     "shorten it"));
      return;
    }
  xr_row_block_reserve_text (block, (guint32) length);
  memcpy (block->text + block->used, text, (gsize) length);
  block->used += (guint32) length;
}

static XrCell *
push_cell (SheetParse *self, XrCellKind kind, guint32 start)
{
  XrCell *cell = xr_row_block_add_cell (self->block, start);

  cell->column = self->column;
  cell->kind = kind;
  return cell;
}

static void
push_buffer_cell (SheetParse *self, XrCellKind kind)
{
  XrCell *cell = push_cell (self, kind, self->start);

  cell->length = self->block->used - self->start;
  self->block->text[self->block->used++] = '\0';
}

static void
push_fixed_cell (SheetParse *self, XrCellKind kind, const char *text, guint32 length)
{
  XrCell *cell = push_cell (self, kind, XR_ROW_TEXT_ELSEWHERE);

  cell->text = text;
  cell->length = length;
  self->block->used = self->start;
}

static void
push_shared_cell (SheetParse *self)
{
  guint32 index = scan_digits (self->block->text + self->start, self->block->used - self->start);
  const char *text = NULL;
  guint32 length;

  if (index != NO_NUMBER)
    text = xr_string_pool_get (&self->xlsx->strings, index, &length);
  if (text == NULL)
    {
      stop_sheet (
        self, XR_PACKAGE_ERROR_DAMAGED,
        _ ("a cell points to a text that is not in the workbook; save the workbook anew"));
      return;
    }
  if (length > 0)
    push_fixed_cell (self, XR_CELL_TEXT, text, length);
  else
    self->block->used = self->start;
}

/* Leaves out the blanks around a value; some programs indent. */
static void
trim_value (SheetParse *self)
{
  XrRowBlock *block = self->block;

  while (block->used > self->start && g_ascii_isspace (block->text[block->used - 1]))
    block->used--;
  while (self->start < block->used && g_ascii_isspace (block->text[self->start]))
    self->start++;
}

static void
push_value (SheetParse *self)
{
  XrRowBlock *block = self->block;

  switch (self->type)
    {
    case TYPE_SHARED:
      push_shared_cell (self);
      break;
    case TYPE_BOOLEAN:
      if (block->text[self->start] == '1' || block->text[self->start] == 't')
        push_fixed_cell (self, XR_CELL_BOOLEAN, "TRUE", 4);
      else
        push_fixed_cell (self, XR_CELL_BOOLEAN, "FALSE", 5);
      break;
    case TYPE_ERROR:
      push_buffer_cell (self, XR_CELL_ERROR);
      break;
    case TYPE_ISO_DATE:
      block->used = self->start + (guint32) MIN (block->used - self->start, 10);
      push_buffer_cell (self, XR_CELL_TEXT);
      break;
    default:
      push_buffer_cell (self, self->is_date ? XR_CELL_DATE : XR_CELL_NUMBER);
    }
}

static void
push_text (SheetParse *self)
{
  XrRowBlock *block = self->block;

  block->text[block->used] = '\0';
  block->used = self->start
                + (guint32) xr_text_unescape (block->text + self->start, block->used - self->start);
  push_buffer_cell (self, XR_CELL_TEXT);
}

static void
finish_cell (SheetParse *self)
{
  gboolean is_text = self->type == TYPE_TEXT || self->type == TYPE_STRING_FORMULA;

  xr_row_block_reserve_text (self->block, 1);
  if (!is_text)
    trim_value (self);
  if (self->block->used > self->start)
    {
      if (is_text)
        push_text (self);
      else
        push_value (self);
    }
  else if (self->has_formula && !(self->type == TYPE_STRING_FORMULA && self->has_value))
    push_fixed_cell (self, XR_CELL_UNKNOWN, "", 0);
  self->in_cell = self->collecting = self->in_inline = FALSE;
}

static void
finish_row (SheetParse *self)
{
  XrRowBlock *block = self->block;

  self->in_row = FALSE;
  if (block->n_cells > self->first_cell)
    xr_row_block_end_row (block, self->row, block->n_cells - self->first_cell);
  if (!xr_row_block_is_full (block))
    return;
  if (!xr_row_queue_pass (self->queue, block))
    xr_parse_stop (&self->parse, NULL);
  self->block = xr_row_queue_take (self->queue);
}

static void
end_element_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  SheetParse *self = context;

  if (!self->in_data)
    return;
  if (name == self->n_c)
    finish_cell (self);
  else if (name == self->n_v || name == self->n_t)
    self->collecting = FALSE;
  else if (name == self->n_row)
    finish_row (self);
  else if (name == self->n_is)
    self->in_inline = FALSE;
  else if (name == self->n_rPh)
    self->phonetic -= self->phonetic > 0;
  else if (name == self->n_sheetData)
    self->in_data = FALSE;
}

/* The thread that parses. Returns: (transfer full): what is wrong with the sheet, or %NULL */
static gpointer
parse_sheet_cb (gpointer data)
{
  static const XrParseHandlers handlers = { begin_sheet_cb, start_element_cb, end_element_cb,
                                            append_text_cb };
  SheetParse *self = data;
  GError *error = NULL;

  self->block = xr_row_queue_take (self->queue);
  xr_package_parse (self->xlsx->package, self->part, &self->parse, &handlers, &error);
  xr_row_queue_end (self->queue, self->block);
  return error;
}

gboolean
xr_xlsx_read_sheet (XrXlsx *xlsx, guint sheet, XrCellRowFunc func, gpointer data, guint32 *row,
                    GError **error)
{
  g_autoptr (XrRowQueue) queue = NULL;
  g_autoptr (GError) fault = NULL;
  SheetParse self = { .xlsx = xlsx };
  const XrXlsxSheet *entry;
  GThread *thread;
  gboolean is_whole;

  g_return_val_if_fail (sheet < xlsx->sheets->len, FALSE);

  entry = xlsx->sheets->pdata[sheet];
  self.part = entry->part != NULL ? entry->part : entry->name;
  self.queue = queue = xr_row_queue_new ();
  thread = g_thread_new ("sheet", parse_sheet_cb, &self);
  is_whole = xr_row_queue_read (queue, func, data);
  fault = g_thread_join (thread);
  /* Who wants no more doesn't mind what follows. */
  if (!is_whole)
    g_clear_error (&fault);
  if (row != NULL)
    *row = fault != NULL ? self.row : 0;
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
