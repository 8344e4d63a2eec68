/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms of the jurors: a term of twelve months that begins on 1 March ends on the last day of February. */

#include "config.h"

#include "round/jury.h"

#include <glib/gi18n-lib.h>

XrDate
xr_jury_term_end (XrDate from, int months)
{
  return xr_date_add_days (xr_date_add_months (from, months), -1);
}

static XrDate
row_term_end (XrRow *juror)
{
  return xr_jury_term_end (xr_row_get_date (juror, "appointed_on"),
                           (int) xr_row_get_int (juror, "months"));
}

static gboolean
is_in_term (XrRow *juror, XrDate day)
{
  return xr_date_compare (xr_row_get_date (juror, "appointed_on"), day) <= 0
         && xr_date_compare (row_term_end (juror), day) >= 0;
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  return xr_date_compare (((const XrJuryEnd *) a)->day, ((const XrJuryEnd *) b)->day);
}

static void
count_end (GArray *ends, XrDate day)
{
  XrJuryEnd end = { day, 1 };

  for (guint i = 0; i < ends->len; i++)
    if (xr_date_compare (g_array_index (ends, XrJuryEnd, i).day, day) == 0)
      {
        g_array_index (ends, XrJuryEnd, i).jurors++;
        return;
      }
  g_array_append_val (ends, end);
}

GArray *
xr_jury_ends (XrOffice *office, XrDate today)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (XrJuryEnd));
  g_autoptr (GPtrArray) jurors = xr_office_query (office, xr_table_find ("juror"), NULL, 0);

  for (guint i = 0; i < jurors->len; i++)
    {
      XrDate day = row_term_end (g_ptr_array_index (jurors, i));
      if (xr_date_compare (day, today) >= 0)
        count_end (ends, day);
    }
  g_array_sort (ends, compare_ends);
  return ends;
}

guint
xr_jury_count (XrOffice *office, const char *group, XrDate day, guint *in_term)
{
  g_autoptr (GPtrArray) jurors = xr_office_query (office, xr_table_find ("juror"), NULL, 0);
  guint found = 0;

  *in_term = 0;
  for (guint i = 0; i < jurors->len; i++)
    {
      XrRow *juror = g_ptr_array_index (jurors, i);
      if (g_strcmp0 (xr_row_get (juror, "group_name"), group) != 0)
        continue;
      found++;
      *in_term += is_in_term (juror, day);
    }
  return found;
}

/* Whether one of @groups has the name. */
static gboolean
is_named (GPtrArray *groups, const char *name)
{
  for (guint i = 0; i < groups->len; i++)
    if (g_strcmp0 (xr_row_get (g_ptr_array_index (groups, i), "name"), name) == 0)
      return TRUE;
  return FALSE;
}

char *
xr_jury_dup_names (XrOffice *office, gint64 component, XrDate day, GError **error)
{
  g_autoptr (GPtrArray) jurors = xr_office_query (office, xr_table_find ("juror"), NULL, 0);
  g_autoptr (GPtrArray) groups = xr_office_query (office, xr_table_find ("voter_group"),
                                                  "component_id", component);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = xr_date_to_text (day);

  for (guint i = 0; i < jurors->len; i++)
    {
      XrRow *juror = g_ptr_array_index (jurors, i);
      if (is_in_term (juror, day)
          && (groups->len == 0 || is_named (groups, xr_row_get (juror, "group_name"))))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "",
                                xr_row_get (juror, "name"));
    }
  if (names->len > 0)
    return g_string_free (g_steal_pointer (&names), FALSE);
  g_set_error (
    error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
    _ ("The jury has nobody in the groups of this component whose term includes %s. Enter "
       "the jury in the main menu, or write the names by hand."),
    text);
  return NULL;
}
