/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text tables as spreadsheet programs save them: cells divided by one sign, quotes where a cell holds it.
 * It knows nothing of what the cells mean. */
#include "config.h"

#include "exchange/csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char
xr_csv_find_divider (const char *text)
{
  static const char dividers[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (dividers)] = { 0 };
  guint best = 0;
  gboolean quoted = FALSE;

  for (const char *at = text; *at != '\0' && (quoted || (*at != '\n' && *at != '\r')); at++)
    {
      quoted ^= *at == '"';
      for (guint i = 0; i < G_N_ELEMENTS (dividers); i++)
        counts[i] += !quoted && *at == dividers[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (dividers); i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }
  return dividers[best];
}

typedef struct
{
  const char *at;
  char divider;
  guint32 line; /* that @at stands in */
} Reader;

/* Reads a cell in quotes after its opening one. FALSE: the text ends first. */
static gboolean
read_quoted (Reader *self, GString *cell)
{
  for (; *self->at != '\0'; self->at++)
    {
      if (*self->at == '"')
        {
          if (self->at[1] != '"')
            {
              self->at++;
              return TRUE;
            }
          self->at++;
        }
      self->line += *self->at == '\n';
      g_string_append_c (cell, *self->at);
    }
  return FALSE;
}

static gboolean
is_end (const Reader *self)
{
  return *self->at == '\0' || *self->at == '\n' || *self->at == '\r';
}

static gboolean
read_cell (Reader *self, GPtrArray *cells)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  if (*self->at == '"')
    {
      self->at++;
      if (!read_quoted (self, cell))
        return FALSE;
    }
  for (; !is_end (self) && *self->at != self->divider; self->at++)
    g_string_append_c (cell, *self->at);
  g_ptr_array_add (cells, g_strdup (cell->str));
  return TRUE;
}

static gboolean
read_line (Reader *self, GPtrArray *cells)
{
  do
    if (!read_cell (self, cells))
      return FALSE;
  while (*self->at == self->divider && self->at++);
  if (*self->at == '\r')
    self->at++;
  if (*self->at == '\n')
    self->at++;
  return TRUE;
}

gboolean
xr_csv_read (const char *text, char divider, XrCsvRowFunc func, gpointer data, GError **error)
{
  Reader reader = { text, divider, 1 };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  while (*reader.at != '\0')
    {
      guint32 number = reader.line;

      g_ptr_array_set_size (cells, 0);
      if (!read_line (&reader, cells))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("The quotation mark that opens in line %u is never closed. Correct the "
                          "file, or save it as a workbook (.xlsx)."),
                       number);
          return FALSE;
        }
      reader.line++;
      if (!func (number, (char **) cells->pdata, cells->len, data))
        break;
    }
  return TRUE;
}
