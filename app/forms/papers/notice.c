/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which appointments one notice is about: for the notice itself and for what goes with it. */

#include "config.h"

#include "forms/papers/notice.h"

void
xr_notice_list (XrOffice *office, gint64 round, GArray *subjects)
{
  g_autoptr (GPtrArray) rows = xr_office_query_round (office, xr_table_find ("appointment"), round);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *number = xr_row_get (rows->pdata[i], "notice_number");
      gint64 id = xr_row_get_id (rows->pdata[i]);
      XrFormSubject subject = { .application = id, .row = id };
      if (g_hash_table_add (numbers, (gpointer) (number ? number : "")))
        g_array_append_val (subjects, subject);
    }
}

GPtrArray *
xr_notice_rows (XrFill *fill, XrRow *appointment)
{
  GPtrArray *rows = xr_fill_rows (fill, "appointment", "round",
                                  appointment != NULL ? xr_fill_round (fill) : 0);

  for (guint i = rows->len; i > 0; i--)
    if (g_strcmp0 (xr_fill_get (rows->pdata[i - 1], "notice_number"),
                   xr_fill_get (appointment, "notice_number"))
        != 0)
      g_ptr_array_remove_index (rows, i - 1);
  return rows;
}

const char *
xr_notice_people (XrFill *fill, GPtrArray *rows)
{
  const char *first = rows->len > 0 ? xr_fill_get (
                        xr_fill_person_of (fill, xr_row_get_id (rows->pdata[0])), "name")
                                    : NULL;

  return rows->len > 1 ? xr_fill_printf (fill, "%s等", first) : first;
}
