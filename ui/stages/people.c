/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads who a stage is about. It decides nothing: lists and votes come from the commands. */
#include "config.h"

#include "stages/people.h"

#include "round/commands.h"

static XrRow *
load_application (XrOffice *office, gint64 application)
{
  return xr_office_load (office, xr_table_find ("application"), application, NULL);
}

XrRow *
xr_people_load_candidate (XrOffice *office, gint64 application)
{
  g_autoptr (XrRow) row = load_application (office, application);

  return row != NULL
           ? xr_office_load (office, xr_table_find ("candidate"), xr_row_get_owner (row), NULL)
           : NULL;
}

char *
xr_people_dup_name (XrOffice *office, gint64 application)
{
  g_autoptr (XrRow) row = xr_people_load_candidate (office, application);

  return g_strdup (row != NULL ? xr_row_get (row, "name") : "");
}

char *
xr_people_dup_post (XrOffice *office, gint64 application)
{
  g_autoptr (XrRow) row = load_application (office, application);

  return row != NULL
           ? xr_office_dup_title (office, xr_table_find ("post"), xr_row_get_int (row, "post_id"))
           : g_strdup ("");
}

GArray *
xr_people_shortlisted (XrOffice *office, gint64 round)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) posts = xr_office_query (office, xr_table_find ("post"), "round_id", round);

  for (guint i = 0; i < posts->len; i++)
    {
      g_autoptr (GArray) list = xr_round_shortlist (office, round,
                                                    xr_row_get_id (g_ptr_array_index (posts, i)));
      if (list != NULL && list->len > 0)
        g_array_append_vals (all, list->data, list->len);
    }
  return all;
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == id)
        return TRUE;
    }
  return FALSE;
}

GArray *
xr_people_untold (XrOffice *office, gint64 round)
{
  GArray *untold = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) chosen = xr_round_chosen (office, round);
  g_autoptr (GPtrArray) rows = xr_office_query_round (office, xr_table_find ("application"), round);

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      gint64 id = xr_row_get_id (row);
      g_autoptr (XrRow) told = xr_office_load (office, xr_table_find ("notification"), id, NULL);
      if (told == NULL && g_strcmp0 (xr_row_get (row, "state"), "active") == 0
          && !contains (chosen, id))
        g_array_append_val (untold, id);
    }
  return untold;
}
