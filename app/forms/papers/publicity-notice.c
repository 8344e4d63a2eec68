/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F24 任前公示: who is to be appointed to what, for how long it stands, and where to be heard. */

#include "config.h"

#include "forms/papers/common.h"

/* The meeting that passed the people, the last one where there were several. */
static XrRow *
find_meeting (XrFill *fill)
{
  GPtrArray *meetings = xr_fill_rows (fill, "meeting", "round_id", xr_fill_round (fill));

  return meetings->len > 0 ? g_ptr_array_index (meetings, meetings->len - 1) : NULL;
}

static void
add_part (GString *text, const char *before, const char *part, const char *after)
{
  if (part != NULL)
    g_string_append_printf (text, "，%s%s%s", before, part, after);
}

/* One person as a paragraph; what is not known is left out. */
static const char *
say_person (XrFill *fill, XrRow *person, XrRow *post)
{
  g_autoptr (GString) text = g_string_new (xr_fill_get (person, "name"));

  add_part (text, "", xr_fill_get (person, "sex"), "");
  add_part (text, "", xr_fill_get (person, "nation"), "");
  add_part (text, "", xr_fill_month (fill, person, "born"), "出生");
  add_part (text, "", xr_common_age (fill, person), "岁");
  add_part (text, "", xr_common_schooling (fill, person), "");
  add_part (text, "", xr_fill_get (person, "party"), "");
  add_part (text, "", xr_fill_month (fill, person, "work_since"), "参加工作");
  add_part (text, "现任", xr_common_position (fill, person), "");
  add_part (text, "拟任", xr_fill_get (post, "name"), "");
  return xr_fill_printf (fill, "%s。", text->str);
}

/* 破格: an exception is made public with its circumstances. */
static void
add_waivers (XrFill *fill, gint64 application)
{
  GPtrArray *waivers = xr_fill_rows (fill, "waiver", "application_id", application);

  for (guint i = 0; i < waivers->len; i++)
    xr_fill_line (fill, "公示对象", XR_BLOCK_TEXT,
                  xr_fill_printf (fill, "破格情况说明：%s（%s同意，%s）。",
                                  xr_fill_get (waivers->pdata[i], "grounds"),
                                  xr_fill_get (waivers->pdata[i], "granted_by"),
                                  xr_fill_get (waivers->pdata[i], "document")));
}

static void
fill_people (XrFill *fill)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, TRUE, sizeof (XrFormSubject));

  xr_fill_line (fill, "公示对象", XR_BLOCK_TEXT, NULL);
  if (!xr_common_is_filled (fill))
    return;
  xr_common_chosen (xr_fill_office (fill), xr_fill_round (fill), chosen);
  for (guint i = 0; i < chosen->len; i++)
    {
      const XrFormSubject *subject = &g_array_index (chosen, XrFormSubject, i);
      XrRow *person = xr_fill_person_of (fill, subject->application);
      XrRow *post = xr_fill_load (fill, "post", subject->post);
      const char *resume = xr_fill_get (person, "resume");

      xr_fill_line (fill, "公示对象", XR_BLOCK_TEXT, say_person (fill, person, post));
      add_waivers (fill, subject->application);
      if (resume != NULL)
        xr_fill_line (fill, "公示对象", XR_BLOCK_TEXT, xr_fill_printf (fill, "简历：\n%s", resume));
    }
}

static void
fill_notice (XrFill *fill)
{
  XrRow *publicity = xr_fill_row (fill);
  XrRow *meeting = find_meeting (fill);
  gboolean calendar = g_strcmp0 (xr_fill_get (publicity, "unit"), "calendar") == 0;
  gboolean same_day = publicity != NULL && xr_row_get_int (publicity, "same_day") != 0;

  xr_fill_text (fill, "会议日期", xr_fill_date (fill, meeting, "held_on"));
  xr_fill_text (fill, "会议", xr_fill_get (meeting, "number"));
  fill_people (fill);
  xr_common_period (fill, publicity);
  xr_fill_text (fill, "天数", xr_fill_get (publicity, "days"));
  xr_fill_text (fill, "天数单位", publicity ? (calendar ? "自然日" : "工作日") : NULL);
  xr_fill_text (fill, "起算", publicity ? (same_day ? "张贴当日" : "张贴次日") : NULL);
  xr_fill_text (fill, "张贴日期", xr_fill_date (fill, publicity, "posted_on"));
  xr_fill_text (fill, "电话", xr_fill_get (publicity, "phone"));
  xr_fill_text (fill, "地址", xr_fill_get (publicity, "address"));
  xr_fill_words (fill, "监督电话", xr_fill_setting (fill, "supervision_phone"));
}

XR_FORM_DEFINE (publicity_notice, .id = "publicity-notice", .title = "任前公示",
                .scope = XR_SCOPE_ROUND, .stages = XR_AT_STAGE (9), .kind = XR_PAPER_DOCUMENT,
                .flags = XR_FORM_SEALED | XR_FORM_STAMPED, .table = "publicity",
                .fill = fill_notice)
