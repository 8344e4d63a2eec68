/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings the judges of another post or component over. It only looks for them; the command copies. */
#include "config.h"

#include "stages/copy-judges.h"

#include <glib/gi18n-lib.h>

#include "round/ballots.h"
#include "widgets/dialogs.h"

/* Judges of the same component and another post, else of another component. */
static gboolean
find_judges (XrOffice *office, gint64 round, gint64 own, gint64 own_post, gint64 *component,
             gint64 *post)
{
  g_autoptr (GPtrArray) judges = xr_office_query_round (office, xr_table_find ("judge"), round);
  gboolean found = FALSE;

  for (guint i = 0; i < judges->len; i++)
    {
      XrRow *judge = g_ptr_array_index (judges, i);
      gboolean same = xr_row_get_owner (judge) == own;
      if (same && xr_row_get_int (judge, "post_id") == own_post)
        continue;
      if (found && !(same && *component != own))
        continue;
      *component = xr_row_get_owner (judge);
      *post = xr_row_get_int (judge, "post_id");
      found = TRUE;
    }
  return found;
}

void
xr_copy_judges (GtkWidget *widget, XrOffice *office, gint64 round, gint64 to_component,
                gint64 to_post)
{
  g_autoptr (GError) error = NULL;
  gint64 component = 0, post = 0;
  int copied;

  if (!find_judges (office, round, to_component, to_post, &component, &post))
    {
      xr_window_toast (widget, _ ("No other post or component has judges yet."), FALSE);
      return;
    }
  copied = xr_judges_copy (office, component, post, to_component, to_post, &error);
  if (copied < 0)
    xr_window_report_error (widget, error);
  else
    {
      g_autofree char *name = xr_office_dup_title (office, xr_table_find ("post"), post);
      g_autofree char *text = g_strdup_printf (_ ("%1$d judges copied from %2$s"), copied, name);
      xr_window_toast (widget, text, copied > 0);
    }
}
