/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F26 任职通知: who is appointed to what, from which days office and trial count. */

#include "config.h"

#include "forms/papers/common.h"

/* "name同志任post（试用期N个月）。" for everybody appointed by the notice of the copy. */
static void
fill_people (XrFill *fill, XrRow *appointment)
{
  GPtrArray *rows = xr_fill_rows (fill, "appointment", "round", xr_fill_round (fill));
  const char *number = xr_fill_get (appointment, "notice_number");
  const char *first = NULL;
  guint n = 0;

  xr_fill_line (fill, "任职人员", XR_BLOCK_TEXT, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      XrRow *application = xr_fill_load (fill, "application", xr_row_get_id (row));
      XrRow *post = xr_fill_load (fill, "post", xr_row_get_int (application, "post_id"));
      XrRow *person = xr_fill_person_of (fill, xr_row_get_id (row));
      const char *months = xr_fill_get (row, "probation_months");

      if (appointment == NULL || g_strcmp0 (xr_fill_get (row, "notice_number"), number) != 0)
        continue;
      first = n++ == 0 ? xr_fill_get (person, "name") : first;
      xr_fill_line (fill, "任职人员", XR_BLOCK_TEXT,
                    xr_fill_printf (fill, "%s同志任%s%s。", xr_fill_get (person, "name"),
                                    xr_fill_get (post, "name"),
                                    months && !g_str_equal (months, "0")
                                      ? xr_fill_printf (fill, "（试用期%s个月）", months)
                                      : ""));
    }
  xr_fill_text (fill, "人员", n > 1 ? xr_fill_printf (fill, "%s等", first) : first);
}

/* One for each number of a notice; several people may stand in one. */
static void
list_notices (XrOffice *office, gint64 round, GArray *subjects)
{
  g_autoptr (GPtrArray) rows = xr_office_query_round (office, xr_table_find ("appointment"), round);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      const char *number = xr_row_get (row, "notice_number");
      XrFormSubject subject = { .application = xr_row_get_id (row), .row = xr_row_get_id (row) };
      if (g_hash_table_add (numbers, (gpointer) (number ? number : "")))
        g_array_append_val (subjects, subject);
    }
}

/* The meeting of the day on which the appointment was decided. */
static const char *
find_meeting (XrFill *fill, XrRow *appointment)
{
  GPtrArray *rows = xr_fill_rows (fill, "meeting", "round_id", xr_fill_round (fill));

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      if (g_strcmp0 (xr_fill_get (row, "held_on"), xr_fill_get (appointment, "decided_on")) == 0)
        return xr_fill_get (row, "number");
    }
  return NULL;
}

static void
fill_notice (XrFill *fill)
{
  XrRow *appointment = xr_fill_row (fill);

  fill_people (fill, appointment);
  xr_fill_text (fill, "发文字号", xr_fill_get (appointment, "notice_number"));
  xr_fill_text (fill, "决定日期", xr_fill_date (fill, appointment, "decided_on"));
  xr_fill_text (fill, "会议", find_meeting (fill, appointment));
  xr_fill_text (fill, "通知日期", xr_fill_date (fill, appointment, "notice_on"));
}

XR_FORM_DEFINE (appointment_notice, .id = "appointment-notice", .title = "任职通知",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (10), .kind = XR_PAPER_DOCUMENT,
                .flags = XR_FORM_SEALED | XR_FORM_STAMPED, .table = "appointment",
                .subjects = list_notices, .fill = fill_notice)
