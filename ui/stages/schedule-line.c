/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the schedule of a plan on a time line. What is too short is judged by the conditions of the
 * stage; here it is only shown. */
#include "config.h"

#include "stages/schedule-line.h"

#include <glib/gi18n-lib.h>

#include "round/round.h"
#include "round/stage.h"
#include "rules/publicity.h"

/* Both days of a row, when they are there and in order. */
static gboolean
read_days (XrRow *row, XrDate *first, XrDate *last)
{
  *first = xr_row_get_date (row, "starts_on");
  *last = xr_row_get_date (row, "ends_on");
  return xr_date_is_set (*first) && xr_date_is_set (*last) && xr_date_compare (*first, *last) <= 0;
}

void
xr_schedule_line_show (XrTimeLine *line, XrOffice *office, gint64 round)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, xr_table_find ("schedule"), "round_id",
                                                round);

  xr_time_line_clear (line, xr_office_get_calendar (office));
  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      const XrStageInfo *info = xr_stage_info ((XrStage) xr_row_get_int (row, "stage"));
      XrDate first, last;

      if (read_days (row, &first, &last))
        xr_time_line_add (line, _ (info->title), first, last);
    }
}

/* Working days of the publicity as it is planned; the calendar's own sentence where it can't tell. */
static char *
describe_planned_publicity (XrOffice *office, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      g_autoptr (GError) error = NULL;
      XrDate first, last;
      int days;

      if (xr_row_get_int (row, "stage") != XR_STAGE_PUBLICITY || !read_days (row, &first, &last))
        continue;
      if (!xr_calendar_count_working_days (xr_office_get_calendar (office), first, last, &days,
                                           &error))
        return g_strdup (error->message);
      return g_strdup_printf (_ ("Planned: %d."), days);
    }
  return g_strdup (_ ("Not planned yet."));
}

char *
xr_schedule_line_dup_periods (XrOffice *office, gint64 round)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, xr_table_find ("schedule"), "round_id",
                                                round);
  g_autofree char *planned = describe_planned_publicity (office, rows);
  g_autofree char *notice = xr_round_dup_setting (office, round, "inspection_notice_days");
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Publicity lasts at least %d working days."),
                          XR_PUBLICITY_FLOOR);
  g_string_append_printf (text, " %s", planned);
  if (notice != NULL)
    {
      g_string_append (text, "\n");
      g_string_append_printf (
        text, _ ("The inspection notice goes out at least %s working days before the inspection."),
        notice);
    }
  return g_string_free (text, FALSE);
}
