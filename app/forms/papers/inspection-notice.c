/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F15 考察预告: who is inspected for what, when, by whom, and where to be heard. */

#include "config.h"

#include <string.h>

#include "forms/papers/common.h"

/* "name（post held）" for each; the same for the team. */
static void
fill_people (XrFill *fill)
{
  g_autoptr (GArray) subjects = g_array_new (FALSE, TRUE, sizeof (XrFormSubject));

  xr_fill_line (fill, "考察对象", XR_BLOCK_TEXT, NULL);
  if (!xr_common_is_filled (fill))
    return;
  xr_common_shortlisted (xr_fill_office (fill), xr_fill_round (fill), subjects);
  for (guint i = 0; i < subjects->len; i++)
    {
      const XrFormSubject *subject = &g_array_index (subjects, XrFormSubject, i);
      XrRow *person = xr_fill_person_of (fill, subject->application);
      XrRow *post = xr_fill_load (fill, "post", subject->post);
      const char *position = xr_common_position (fill, person);

      xr_fill_line (fill, "考察对象", XR_BLOCK_TEXT,
                    xr_fill_printf (fill, "%u.%s，现任%s，%s考察对象。", i + 1,
                                    xr_fill_get (person, "name"), position ? position : "　　",
                                    xr_fill_get (post, "name")));
    }
}

static void
fill_team (XrFill *fill)
{
  GPtrArray *team = xr_fill_rows (fill, "team_member", "round_id", xr_fill_round (fill));

  xr_fill_line (fill, "考察组", XR_BLOCK_TEXT, NULL);
  for (guint i = 0; i < team->len; i++)
    {
      XrRow *row = g_ptr_array_index (team, i);
      const char *position = xr_fill_get (row, "position"), *phone = xr_fill_get (row, "phone");

      xr_fill_line (fill, "考察组", XR_BLOCK_TEXT,
                    xr_fill_printf (fill, "%s：%s%s%s%s%s。",
                                    xr_row_get_int (row, "leader") != 0 ? "组长" : "成员",
                                    xr_fill_get (row, "name"), position ? "，" : "",
                                    position ? position : "", phone ? "，联系电话" : "",
                                    phone ? phone : ""));
    }
}

/* The first and last day of all inspections, and where the notice is posted. */
static void
fill_period (XrFill *fill)
{
  GPtrArray *rows = xr_fill_rows (fill, "inspection", "round", xr_fill_round (fill));
  XrRow *first = NULL, *last = NULL, *posted = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      const char *from = xr_fill_get (row, "starts_on"), *to = xr_fill_get (row, "ends_on");
      if (from != NULL && (first == NULL || strcmp (from, xr_fill_get (first, "starts_on")) < 0))
        first = row;
      if (to != NULL && (last == NULL || strcmp (to, xr_fill_get (last, "ends_on")) > 0))
        last = row;
      if (posted == NULL && xr_fill_get (row, "notice_on") != NULL)
        posted = row;
    }
  xr_fill_text (fill, "考察起", xr_fill_date (fill, first, "starts_on"));
  xr_fill_text (fill, "考察止", xr_fill_date (fill, last, "ends_on"));
  xr_fill_text (fill, "预告日期", xr_fill_date (fill, posted, "notice_on"));
  xr_fill_text (fill, "张贴范围", xr_fill_get (posted, "notice_at"));
}

static void
fill_notice (XrFill *fill)
{
  fill_people (fill);
  fill_team (fill);
  fill_period (fill);
  xr_fill_words (fill, "监督电话", xr_fill_setting (fill, "supervision_phone"));
}

XR_FORM_DEFINE (inspection_notice, .id = "inspection-notice", .title = "考察预告",
                .scope = XR_SCOPE_ROUND, .stages = XR_AT_STAGE (7), .kind = XR_PAPER_DOCUMENT,
                .flags = XR_FORM_SEALED | XR_FORM_STAMPED, .fill = fill_notice)
