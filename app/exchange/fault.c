/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults of an input file: the bounded list and the line that tells one. */
#include "config.h"

#include "exchange/fault.h"

#include "core/text.h"

#include <glib/gi18n-lib.h>

void
xr_fault_free (XrFault *fault)
{
  if (fault == NULL)
    return;
  g_free (fault->sheet);
  g_free (fault->column);
  g_free (fault->message);
  g_free (fault);
}

GPtrArray *
xr_faults_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) xr_fault_free);
}

void
xr_faults_add (GPtrArray *faults, const char *sheet, guint sheet_index, guint32 row,
               const char *column, const char *message)
{
  XrFault *fault;

  if (faults->len >= XR_FAULTS_MAX)
    return;
  fault = g_new0 (XrFault, 1);
  fault->sheet = xr_text_to_line (sheet);
  fault->sheet_index = sheet_index;
  fault->row = row;
  fault->column = xr_text_to_line (column);
  fault->message = xr_text_to_line (message);
  fault->serial = faults->len;
  g_ptr_array_add (faults, fault);
}

static int
compare_faults (gconstpointer first, gconstpointer second)
{
  const XrFault *a = *(XrFault *const *) first;
  const XrFault *b = *(XrFault *const *) second;

  if (a->sheet_index != b->sheet_index)
    return a->sheet_index < b->sheet_index ? -1 : 1;
  if (a->row != b->row)
    return a->row < b->row ? -1 : 1;
  return a->serial < b->serial ? -1 : a->serial > b->serial;
}

void
xr_faults_sort (GPtrArray *faults)
{
  g_ptr_array_sort (faults, compare_faults);
}

char *
xr_fault_to_line (const XrFault *fault, const char *book)
{
  if (fault->sheet == NULL)
    return g_strdup_printf (C_ ("workbook", "%1$s: %2$s"), book, fault->message);
  if (fault->row != 0 && fault->column != NULL)
    return g_strdup_printf (_ ("%1$s: sheet %2$s, row %3$u, column %4$s: %5$s"), book, fault->sheet,
                            fault->row, fault->column, fault->message);
  if (fault->row != 0)
    return g_strdup_printf (_ ("%1$s: sheet %2$s, row %3$u: %4$s"), book, fault->sheet, fault->row,
                            fault->message);
  if (fault->column != NULL)
    return g_strdup_printf (_ ("%1$s: sheet %2$s, column %3$s: %4$s"), book, fault->sheet,
                            fault->column, fault->message);
  return g_strdup_printf (_ ("%1$s: sheet %2$s: %3$s"), book, fault->sheet, fault->message);
}
