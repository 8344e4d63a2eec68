/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F28 任免备案表: what the office that keeps the files wants to know of an appointment. */

#include "config.h"

#include "forms/papers/common.h"

/* "first至last，result" of the publicity that the round had. */
static const char *
say_publicity (XrFill *fill, gint64 application)
{
  GPtrArray *rows = xr_fill_rows (fill, "publicity", "round_id", xr_fill_round (fill));
  GPtrArray *complaints = xr_fill_rows (fill, "complaint", "application_id", application);
  g_autoptr (XrPublicity) counted = rows->len == 0
                                      ? NULL
                                      : xr_publicity_count (
                                        xr_fill_office (fill),
                                        xr_row_get_id (g_ptr_array_index (rows, rows->len - 1)),
                                        NULL);
  guint n = 0;

  if (counted == NULL)
    return NULL;
  for (guint i = 0; i < complaints->len; i++)
    n += xr_row_get_int (g_ptr_array_index (complaints, i), "stage") == 9;
  return xr_fill_printf (fill, "%s至%s，收到反映%u件", xr_fill_day (fill, counted->first),
                         xr_fill_day (fill, counted->last), n);
}

static void
add_appointment (XrFill *fill, XrGrid *grid, XrRow *appointment)
{
  gint64 application = appointment ? xr_row_get_id (appointment) : 0;
  const char *from = xr_fill_date (fill, appointment, "notice_on");
  const char *until = application != 0 ? xr_fill_day (
                        fill, xr_appointment_probation_end (xr_fill_office (fill), application))
                                       : NULL;

  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "决定日期", 2, xr_fill_date (fill, appointment, "decided_on"));
  xr_grid_pair (grid, "通知文号", 2, xr_fill_get (appointment, "notice_number"));
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "通知日期", 2, from);
  xr_grid_pair (grid, "试用期", 2,
                from && until ? xr_fill_printf (fill, "%s至%s", from, until) : NULL);
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "公示起止\n和结果", 5, say_publicity (fill, application));
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "备案日期", 2, xr_fill_date (fill, appointment, "filed_on"));
  xr_grid_pair (grid, "备案机关", 2, xr_fill_get (appointment, "filed_with"));
}

static void
fill_filing (XrFill *fill)
{
  XrRow *appointment = xr_fill_row (fill);
  XrRow *person = xr_fill_candidate (fill);
  XrRow *dossier = person ? xr_common_find (fill, "dossier", "candidate_id", xr_row_get_id (person))
                          : NULL;
  XrGrid *grid = xr_fill_grid (fill, "表", XR_COMMON_SIX);

  xr_common_identity (fill, grid, person);
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "拟任职务", 2, xr_fill_get (xr_fill_post (fill), "name"));
  xr_grid_pair (grid, "拟免职务", 2, xr_fill_get (dossier, "removed_post"));
  xr_common_long (grid, "任免理由", xr_fill_get (dossier, "reason"), 30);
  add_appointment (fill, grid, appointment);
  xr_common_long (grid, "附件目录", NULL, 30);
  xr_common_opinion (grid, "呈报单位\n意见", "（盖章）　　　　　　年　　月　　日", 26);
  xr_common_opinion (grid, "备案机关\n意见", "（盖章）　　　　　　年　　月　　日", 30);
}

XR_FORM_DEFINE (filing_list, .id = "filing-list", .title = "任免备案表",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (10), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED, .table = "appointment", .fill = fill_filing)
