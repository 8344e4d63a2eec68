/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding what the cells of a workbook name: posts, components and their lists, people. */
#include "config.h"

#include "exchange/workbook-book.h"

#include "core/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

XrPlaceInBook
xr_row_get_place (const XrSheetRow *row)
{
  return (XrPlaceInBook){ row->sheet, row->sheet_index, row->number };
}

void
xr_place_fault (XrBook *book, const XrPlaceInBook *place, const char *column, const char *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  xr_faults_add (book->faults, place->sheet->name, place->sheet_index, place->row, column, message);
}

char *
xr_number_key (const char *number)
{
  char *key = xr_text_clean (number);
  gsize length = strlen (key);
  gsize zeros = strspn (key, "0");

  if (length == 0 || strspn (key, "0123456789") != length)
    return key;
  /* The last digit stays, be it a zero. */
  zeros = MIN (zeros, length - 1);
  memmove (key, key + zeros, length - zeros + 1);
  return key;
}

/* ------------------------------------------------------------------ indexes */

static void
index_name (GHashTable *table, const char *name, int index)
{
  char *folded = xr_text_clean (name);

  if (g_hash_table_contains (table, folded))
    g_free (folded);
  else
    g_hash_table_insert (table, folded, GINT_TO_POINTER (index + 1));
}

void
xr_book_index_post (XrBook *book, int post)
{
  index_name (book->posts, ((XrPost *) book->plan->posts->pdata[post])->name, post);
}

void
xr_book_index_component (XrBook *book, int component)
{
  index_name (book->components, xr_book_get_component (book, component)->name, component);
  if (book->component_notes->len <= (guint) component)
    g_array_set_size (book->component_notes, (guint) component + 1);
}

void
xr_book_index_candidate (XrBook *book, int index)
{
  const XrCandidate *candidate = book->contest->candidates->pdata[index];
  g_autofree char *folded = xr_text_clean (candidate->name);
  gboolean is_twice = g_hash_table_contains (book->names, folded);

  g_hash_table_insert (book->names, g_string_chunk_insert (book->keys, folded),
                       is_twice ? XR_NAME_TWICE : GINT_TO_POINTER (index + 1));
}

void
xr_book_index_number (XrBook *book, const char *number, int candidate)
{
  g_autofree char *key = xr_number_key (number);

  g_hash_table_insert (book->numbers, g_string_chunk_insert (book->keys, key),
                       GINT_TO_POINTER (candidate + 1));
}

void
xr_book_index_id_number (XrBook *book, int candidate)
{
  const XrCandidate *person = book->contest->candidates->pdata[candidate];

  g_hash_table_insert (book->id_numbers, person->id_number, GINT_TO_POINTER (candidate + 1));
}

void
xr_book_index_application (XrBook *book, int index)
{
  const XrApplication *application = &g_array_index (book->contest->applications, XrApplication,
                                                     index);

  g_hash_table_insert (book->applications, xr_pack (application->candidate, application->post),
                       GINT_TO_POINTER (index + 1));
}

XrComponent *
xr_book_get_component (XrBook *book, int component)
{
  return book->plan->components->pdata[component];
}

XrComponentNote *
xr_book_get_component_note (XrBook *book, int component)
{
  return &g_array_index (book->component_notes, XrComponentNote, component);
}

/* ------------------------------------------------------------------ finding */

static int
lookup_name (GHashTable *table, XrSheetRow *row, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (table, xr_fold_into (row->scratch, name))) - 1;
}

int
xr_book_find_post (XrBook *book, XrSheetRow *row, int column)
{
  const char *name = xr_row_text (row, column);
  int post = name != NULL ? lookup_name (book->posts, row, name) : -1;

  if (name != NULL && post < 0 && !book->posts_incomplete)
    xr_row_fault (row, column, _ ("there is no post called %s; write a post of the plan"), name);
  return post;
}

int
xr_book_find_component (XrBook *book, XrSheetRow *row, int column, int method)
{
  const char *name = xr_row_text (row, column);
  int component = name != NULL ? lookup_name (book->components, row, name) : -1;
  int actual;

  if (name == NULL)
    return -1;
  if (component < 0)
    {
      if (!book->components_incomplete)
        xr_row_fault (row, column, _ ("there is no component called %s"), name);
      return -1;
    }
  actual = (int) xr_book_get_component (book, component)->method;
  if (method < 0 || method == actual)
    return component;
  if (!xr_book_get_component_note (book, component)->method_unknown)
    xr_row_fault (row, column, _ ("%1$s is of the kind %2$s; this sheet is for %3$s"), name,
                  xr_method_words[actual], xr_method_words[method]);
  return -1;
}

int
xr_book_find_application (XrBook *book, int candidate, int post)
{
  gint64 key = (gint64) candidate << 32 | (guint32) post;

  return GPOINTER_TO_INT (g_hash_table_lookup (book->applications, &key)) - 1;
}

static int
lookup_number (XrBook *book, const char *number)
{
  g_autofree char *key = xr_number_key (number);

  return GPOINTER_TO_INT (g_hash_table_lookup (book->numbers, key)) - 1;
}

static int
find_by_number (XrBook *book, XrSheetRow *row, int column, const char *number, const char *name,
                int name_column)
{
  int candidate = lookup_number (book, number);
  const XrCandidate *person;

  if (candidate < 0)
    {
      if (!book->people_incomplete)
        xr_row_fault (row, column, _ ("nobody has the number %s"), number);
      return -1;
    }
  person = book->contest->candidates->pdata[candidate];
  if (name != NULL && strcmp (person->name, name) != 0
      && strcmp (xr_fold_into (row->scratch, person->name), xr_fold_into (row->scratch, name)) != 0)
    {
      xr_row_fault (row, name_column, _ ("the number %1$s belongs to another person, %2$s"), number,
                    person->name);
      return -1;
    }
  return candidate;
}

static int
find_by_name (XrBook *book, XrSheetRow *row, int column, const char *name)
{
  gpointer found = g_hash_table_lookup (book->names, xr_fold_into (row->scratch, name));

  if (found == XR_NAME_TWICE)
    {
      xr_row_fault (row, column, _ ("several people are called %s; write the number instead"),
                    name);
      return -1;
    }
  if (found == NULL && !book->people_incomplete)
    xr_row_fault (row, column, _ ("nobody called %s has applied"), name);
  return GPOINTER_TO_INT (found) - 1;
}

int
xr_book_find_candidate (XrBook *book, XrSheetRow *row, int name_column, int number_column)
{
  const char *number = xr_row_text (row, number_column);
  const char *name = xr_row_text (row, name_column);

  if (number != NULL)
    return find_by_number (book, row, number_column, number, name, name_column);
  return name != NULL ? find_by_name (book, row, name_column, name) : -1;
}

int
xr_book_find_person (XrBook *book, XrSheetRow *row, int column, const char *text)
{
  int candidate;

  if (g_hash_table_contains (book->names, xr_fold_into (row->scratch, text)))
    return find_by_name (book, row, column, text);
  candidate = lookup_number (book, text);
  if (candidate < 0 && !book->people_incomplete)
    xr_row_fault (row, column, _ ("nobody with the name or number %s has applied"), text);
  return candidate;
}

/* Index into a list whose elements have an id and then a name, or −1. */
static int
find_in_list (XrSheetRow *row, GPtrArray *list, const char *name)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (((const XrDimension *) list->pdata[i])->name, name) == 0)
      return (int) i;
  for (guint i = 0; i < list->len; i++)
    if (strcmp (xr_fold_into (row->scratch, ((const XrDimension *) list->pdata[i])->name),
                xr_fold_into (row->scratch, name))
        == 0)
      return (int) i;
  return -1;
}

/* The element of @list that the cell names; see xr_book_find_dimension(). */
static gboolean
find_element (XrBook *book, XrSheetRow *row, int column, GPtrArray *list, const char *component,
              int *index)
{
  const char *name = xr_row_text (row, column);

  *index = -1;
  if (name == NULL)
    {
      gboolean needed = row->sheet->columns[column].flags & XR_COLUMN_FILLED;

      if (xr_row_is_empty (row, column) && list->len > 0 && !needed)
        xr_row_fault (row, column, _ ("%s needs one to be named here"), component);
      return list->len == 0 && xr_row_is_empty (row, column);
    }
  *index = find_in_list (row, list, name);
  if (*index < 0 && !book->lists_incomplete)
    xr_row_fault (row, column, _ ("%1$s has none called %2$s"), component, name);
  return *index >= 0;
}

gboolean
xr_book_find_dimension (XrBook *book, XrSheetRow *row, int column, int component, int *dimension)
{
  const XrComponent *found = xr_book_get_component (book, component);

  /* A graded component without any is told once, in 计分. */
  if (found->method == XR_METHOD_GRADED_BALLOT && found->dimensions->len == 0)
    return FALSE;
  return find_element (book, row, column, found->dimensions, found->name, dimension);
}

gboolean
xr_book_find_group (XrBook *book, XrSheetRow *row, int column, int component, int *group)
{
  const XrComponent *found = xr_book_get_component (book, component);

  return find_element (book, row, column, found->groups, found->name, group);
}

/* Points of a component without grades: 0 to its full mark. */
static gboolean
read_points (XrSheetRow *row, int column, const XrComponent *component, XrDecimal *points)
{
  g_autofree char *text = NULL;

  if (!xr_row_points (row, column, points))
    return FALSE;
  if (xr_decimal_compare (*points, component->full_mark) <= 0)
    return TRUE;
  text = xr_decimal_format_short (component->full_mark);
  xr_row_fault (row, column, _ ("the score is above the full mark of %s"), text);
  return FALSE;
}

gboolean
xr_book_read_grade (XrBook *book, XrSheetRow *row, int column, int component, int *grade,
                    gboolean *abstains, XrDecimal *points)
{
  const XrComponent *found = xr_book_get_component (book, component);
  const char *text = xr_row_text (row, column);

  *grade = -1;
  *points = XR_DECIMAL_ZERO;
  *abstains = text != NULL && strcmp (text, "弃权") == 0;
  if (text == NULL || *abstains)
    return *abstains;
  if (found->grades->len == 0)
    return !book->lists_incomplete && read_points (row, column, found, points);
  *grade = find_in_list (row, found->grades, text);
  if (*grade >= 0)
    *points = ((const XrGrade *) found->grades->pdata[*grade])->points;
  else if (!book->lists_incomplete)
    xr_row_fault (row, column, _ ("%1$s has none called %2$s"), found->name, text);
  return *grade >= 0;
}
