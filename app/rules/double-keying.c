/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares the first and the second keying of the same sheets. It knows no component and no name, and
 * decides nothing: what differs goes to a person. */

#include "config.h"

#include "rules/double-keying.h"

#include <string.h>

XrKeyedSheet *
xr_keyed_sheet_new (void)
{
  XrKeyedSheet *sheet = g_new0 (XrKeyedSheet, 1);

  sheet->number = g_strdup ("");
  sheet->cells = g_array_new (FALSE, TRUE, sizeof (XrKeyedCell));
  return sheet;
}

void
xr_keyed_sheet_free (XrKeyedSheet *sheet)
{
  g_free (sheet->number);
  g_array_unref (sheet->cells);
  g_free (sheet);
}

const XrKeyedCell *
xr_keyed_sheet_find (const XrKeyedSheet *sheet, gint64 candidate, gint64 dimension, gint64 part)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const XrKeyedCell *cell = &g_array_index (sheet->cells, XrKeyedCell, i);

      if (cell->candidate == candidate && cell->dimension == dimension && cell->part == part)
        return cell;
    }
  return NULL;
}

/* 7, 07 and 007 are one ballot. */
static const char *
skip_zeros (const char *number)
{
  if (*number == '\0' || number[strspn (number, "0123456789")] != '\0')
    return number;
  while (number[0] == '0' && number[1] != '\0')
    number++;
  return number;
}

char *
xr_keyed_sheet_dup_key (const XrKeyedSheet *sheet)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s",
                          sheet->post, sheet->group, sheet->judge, skip_zeros (sheet->number));
}

/* ---- what the comparison needs on its way */

typedef struct
{
  XrKeyingComparison *result;
  GHashTable *first, *second; /* key → XrKeyedSheet, borrowed */
  gboolean all;
  XrSheetKindFunc kind_of;
  XrSheetValidFunc valid_of;
  gpointer data;
} Comparison;

static GHashTable *
index_sheets (GPtrArray *sheets)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sheets->len; i++)
    g_hash_table_insert (index, xr_keyed_sheet_dup_key (g_ptr_array_index (sheets, i)),
                         g_ptr_array_index (sheets, i));
  return index;
}

static const XrKeyedSheet *
find_sheet (GHashTable *sheets, const XrKeyedSheet *wanted)
{
  g_autofree char *key = xr_keyed_sheet_dup_key (wanted);

  return g_hash_table_lookup (sheets, key);
}

static gboolean
is_ballot (const XrKeyedSheet *sheet)
{
  return *sheet->number != '\0';
}

static void
add_difference (Comparison *self, const XrKeyedSheet *first, const XrKeyedSheet *second,
                const XrKeyedCell *first_cell, const XrKeyedCell *second_cell)
{
  XrKeyingDifference difference = { first, second, first_cell, second_cell };

  g_array_append_val (self->result->differences, difference);
}

/* ---- figures */

static gboolean
means_nothing (const XrKeyedCell *cell, XrSheetKind kind)
{
  if (cell == NULL)
    return TRUE;
  return (kind == XR_SHEET_MARKS && cell->is_void)
         || (kind == XR_SHEET_COUNTS && !cell->is_void && cell->value == 0);
}

static gboolean
cells_agree (const XrKeyedCell *one, const XrKeyedCell *other, XrSheetKind kind)
{
  if (means_nothing (one, kind) || means_nothing (other, kind))
    return means_nothing (one, kind) && means_nothing (other, kind);
  return one->is_void == other->is_void && one->value == other->value;
}

static gboolean
must_be_keyed_twice (const Comparison *self, const XrKeyedCell *cell)
{
  return self->all || cell->keyer != NULL;
}

/* Whether a figure of the first keying still waits for the second one. An empty place on a ballot that
 * was keyed twice is no gap: it was left out. */
static gboolean
is_gap (const Comparison *self, const XrKeyedCell *first, const XrKeyedCell *second,
        XrSheetKind kind)
{
  return second == NULL && (kind == XR_SHEET_SCORES || kind == XR_SHEET_COUNTS)
         && must_be_keyed_twice (self, first);
}

static gboolean
sheets_agree (const XrKeyedSheet *first, const XrKeyedSheet *second, XrSheetKind kind)
{
  for (guint i = 0; i < first->cells->len; i++)
    {
      const XrKeyedCell *cell = &g_array_index (first->cells, XrKeyedCell, i);

      if (!cells_agree (
            cell, xr_keyed_sheet_find (second, cell->candidate, cell->dimension, cell->part), kind))
        return FALSE;
    }
  return first->cells->len == second->cells->len;
}

/* Adds the figures that differ; TRUE when some still wait for the second keying. */
static gboolean
compare_cells (Comparison *self, const XrKeyedSheet *first, const XrKeyedSheet *second,
               XrSheetKind kind)
{
  gboolean gaps = FALSE;

  for (guint i = 0; i < first->cells->len; i++)
    {
      const XrKeyedCell *one = &g_array_index (first->cells, XrKeyedCell, i);
      const XrKeyedCell *other = xr_keyed_sheet_find (second, one->candidate, one->dimension,
                                                      one->part);

      if (is_gap (self, one, other, kind))
        gaps = gaps || !means_nothing (one, kind);
      else if ((other != NULL || kind == XR_SHEET_MARKS) && !cells_agree (one, other, kind))
        add_difference (self, first, second, one, other);
    }
  for (guint i = 0; i < second->cells->len; i++)
    {
      const XrKeyedCell *other = &g_array_index (second->cells, XrKeyedCell, i);

      if (xr_keyed_sheet_find (first, other->candidate, other->dimension, other->part) == NULL
          && !cells_agree (NULL, other, kind))
        add_difference (self, first, second, NULL, other);
    }
  return gaps;
}

/* ---- sheets */

static gboolean
sheet_must_be_keyed_twice (const Comparison *self, const XrKeyedSheet *sheet)
{
  if (is_ballot (sheet))
    return self->all || sheet->keyer != NULL;
  for (guint i = 0; i < sheet->cells->len; i++)
    if (must_be_keyed_twice (self, &g_array_index (sheet->cells, XrKeyedCell, i)))
      return TRUE;
  return FALSE;
}

static guint
count_ballots_like (GPtrArray *sheets, const XrKeyedSheet *like)
{
  guint n = 0;

  for (guint i = 0; i < sheets->len; i++)
    {
      const XrKeyedSheet *sheet = g_ptr_array_index (sheets, i);
      n += is_ballot (sheet) && sheet->post == like->post && sheet->group == like->group;
    }
  return n;
}

/* Whether the second person has been through all ballots of the group. */
static gboolean
group_is_through (const Comparison *self, const XrKeyedSheet *ballot)
{
  guint second = count_ballots_like (self->result->second, ballot);
  gint64 valid = self->valid_of (ballot, self->data);

  return second >= count_ballots_like (self->result->first, ballot)
         || (valid >= 0 && second >= valid);
}

static void
compare_sheet (Comparison *self, const XrKeyedSheet *first)
{
  const XrKeyedSheet *second = find_sheet (self->second, first);
  XrSheetKind kind = self->kind_of (first, self->data);
  gboolean needed = sheet_must_be_keyed_twice (self, first);

  if (needed)
    self->result->needed++;
  if (second == NULL && needed && is_ballot (first) && group_is_through (self, first))
    add_difference (self, first, NULL, NULL, NULL);
  else if (second == NULL && needed)
    g_ptr_array_add (self->result->missing, (gpointer) first);
  else if (second != NULL && kind == XR_SHEET_PLACES && !sheets_agree (first, second, kind))
    add_difference (self, first, second, NULL, NULL);
  else if (second != NULL && kind != XR_SHEET_PLACES && compare_cells (self, first, second, kind))
    g_ptr_array_add (self->result->missing, (gpointer) first);
}

XrKeyingComparison *
xr_keying_compare (GPtrArray *first, GPtrArray *second, gboolean all, XrSheetKindFunc kind_of,
                   XrSheetValidFunc valid_of, gpointer data)
{
  g_autoptr (GHashTable) first_index = index_sheets (first);
  g_autoptr (GHashTable) second_index = index_sheets (second);
  XrKeyingComparison *result = g_new0 (XrKeyingComparison, 1);
  Comparison self = { result, first_index, second_index, all, kind_of, valid_of, data };

  result->first = first;
  result->second = second;
  result->differences = g_array_new (FALSE, FALSE, sizeof (XrKeyingDifference));
  result->missing = g_ptr_array_new ();
  for (guint i = 0; i < first->len; i++)
    compare_sheet (&self, g_ptr_array_index (first, i));
  for (guint i = 0; i < second->len; i++)
    if (find_sheet (first_index, g_ptr_array_index (second, i)) == NULL)
      add_difference (&self, NULL, g_ptr_array_index (second, i), NULL, NULL);
  return result;
}

void
xr_keying_comparison_free (XrKeyingComparison *comparison)
{
  g_ptr_array_unref (comparison->first);
  g_ptr_array_unref (comparison->second);
  g_array_unref (comparison->differences);
  g_ptr_array_unref (comparison->missing);
  g_free (comparison);
}
