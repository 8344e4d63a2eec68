/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F26 任职通知: who is appointed to what and removed from what, from which days office and trial count. */

#include "config.h"

#include "forms/papers/common.h"
#include "forms/papers/notice.h"

/* "（试用期N个月）", "" where there is no trial. */
static const char *
say_trial (XrFill *fill, XrRow *row)
{
  const char *months = xr_fill_get (row, "probation_months");

  return months != NULL && !g_str_equal (months, "0")
           ? xr_fill_printf (fill, "（试用期%s个月）", months)
           : "";
}

/* What somebody is appointed to, and, where the dossier says so, removed from. */
static void
fill_person (XrFill *fill, XrRow *row)
{
  XrRow *application = xr_fill_load (fill, "application", xr_row_get_id (row));
  XrRow *post = xr_fill_load (fill, "post", xr_row_get_int (application, "post_id"));
  XrRow *person = xr_fill_person_of (fill, xr_row_get_id (row));
  XrRow *dossier = person ? xr_common_find (fill, "dossier", "candidate_id", xr_row_get_id (person))
                          : NULL;
  const char *name = xr_fill_get (person, "name");
  const char *removed = xr_fill_get (dossier, "removed_post");

  xr_fill_line (fill, "任职人员", XR_BLOCK_TEXT,
                xr_fill_printf (fill, "%s同志任%s%s。", name, xr_fill_get (post, "name"),
                                say_trial (fill, row)));
  if (removed != NULL)
    xr_fill_line (fill, "免职人员", XR_BLOCK_TEXT,
                  xr_fill_printf (fill, "免去%s同志的%s职务。", name, removed));
}

static void
fill_people (XrFill *fill, XrRow *appointment)
{
  GPtrArray *rows = xr_notice_rows (fill, appointment);

  xr_fill_line (fill, "任职人员", XR_BLOCK_TEXT, NULL);
  xr_fill_line (fill, "免职人员", XR_BLOCK_TEXT, NULL);
  for (guint i = 0; i < rows->len; i++)
    fill_person (fill, rows->pdata[i]);
  xr_fill_text (fill, "人员", xr_notice_people (fill, rows));
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
                .subjects = xr_notice_list, .fill = fill_notice)
