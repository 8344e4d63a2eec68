/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was at the meeting that decided, and by which rule. The counts are those of the vote's outcome. */

#include "config.h"

#include "forms/papers/meeting.h"

static void
append_name (GString *names, XrRow *attendee, const char *extra)
{
  g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "",
                          xr_fill_get (attendee, "name"));
  if (extra != NULL)
    g_string_append_printf (names, "（%s）", extra);
}

static const char *
keep_names (XrFill *fill, const GString *names)
{
  return names->len > 0 ? xr_fill_keep (fill, names->str) : NULL;
}

/* Members present, members absent with the reason, and those without a vote. */
static void
fill_attendance (XrFill *fill, GPtrArray *attendees)
{
  g_autoptr (GString) present = g_string_new (NULL);
  g_autoptr (GString) absent = g_string_new (NULL);
  g_autoptr (GString) guests = g_string_new (NULL);

  for (guint i = 0; i < attendees->len; i++)
    {
      XrRow *row = g_ptr_array_index (attendees, i);
      if (xr_row_get_int (row, "member") == 0)
        append_name (guests, row, xr_fill_get (row, "position"));
      else if (xr_row_get_int (row, "present") != 0)
        append_name (present, row, NULL);
      else
        append_name (absent, row, xr_fill_get (row, "absence"));
    }
  xr_fill_text (fill, "出席", keep_names (fill, present));
  xr_fill_text (fill, "缺席", keep_names (fill, absent));
  xr_fill_text (fill, "列席", keep_names (fill, guests));
}

/* "name（person discussed，reason）" */
static void
fill_recusals (XrFill *fill, GPtrArray *attendees)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < attendees->len; i++)
    {
      XrRow *attendee = g_ptr_array_index (attendees, i);
      GPtrArray *recusals = xr_fill_rows (fill, "recusal", "attendee_id", xr_row_get_id (attendee));
      for (guint j = 0; j < recusals->len; j++)
        {
          XrRow *row = g_ptr_array_index (recusals, j);
          XrRow *person = xr_fill_person_of (fill, xr_row_get_int (row, "application_id"));
          const char *extra = xr_fill_printf (fill, "讨论%s时，%s", xr_fill_get (person, "name"),
                                              xr_fill_get (row, "reason"));
          append_name (text, attendee, extra);
        }
    }
  xr_fill_text (fill, "回避", keep_names (fill, text));
}

static void
fill_counts (XrFill *fill, XrRow *meeting)
{
  g_autoptr (XrVoteOutcome) outcome = meeting ? xr_meeting_outlook (xr_fill_office (fill),
                                                                    xr_row_get_id (meeting), NULL)
                                              : NULL;

  xr_fill_text (fill, "成员总数",
                outcome ? xr_fill_printf (fill, "%d", (int) outcome->members) : NULL);
  xr_fill_text (fill, "应到", outcome ? xr_fill_printf (fill, "%d", (int) outcome->due) : NULL);
  xr_fill_text (fill, "实到", outcome ? xr_fill_printf (fill, "%d", (int) outcome->present) : NULL);
}

/* The plan's own ratios, or those of the regulations that hold where it says nothing. */
static void
fill_rules (XrFill *fill)
{
  const char *quorum = xr_fill_setting (fill, "quorum");
  const char *quorum_body = xr_fill_setting (fill, "quorum_body");
  const char *majority = xr_fill_setting (fill, "majority");
  const char *majority_body = xr_fill_setting (fill, "majority_body");

  xr_fill_words (fill, "到会规定",
                 xr_fill_printf (fill, "不少于%s的%s",
                                 quorum && quorum_body ? quorum_body : "成员总数",
                                 quorum ? quorum : "2/3"));
  xr_fill_words (fill, "通过规定",
                 xr_fill_printf (fill, "同意票超过%s的%s",
                                 majority && majority_body ? majority_body : "应到",
                                 majority ? majority : "1/2"));
}

void
xr_meeting_fill (XrFill *fill, XrRow *meeting)
{
  GPtrArray *attendees = xr_fill_rows (fill, "attendee", "meeting_id",
                                       meeting ? xr_row_get_id (meeting) : 0);

  xr_fill_text (fill, "会议", xr_fill_get (meeting, "number"));
  xr_fill_text (fill, "会议日期", xr_fill_date (fill, meeting, "held_on"));
  xr_fill_text (fill, "地点", xr_fill_get (meeting, "place"));
  xr_fill_text (fill, "主持人", xr_fill_get (meeting, "chair"));
  xr_fill_text (fill, "记录人", xr_fill_get (meeting, "recorder"));
  xr_fill_text (fill, "表决方式", xr_vote_method_word (xr_fill_get (meeting, "method")));
  xr_fill_text (fill, "监计票人", xr_fill_get (meeting, "tellers"));
  fill_attendance (fill, attendees);
  fill_recusals (fill, attendees);
  fill_counts (fill, meeting);
  fill_rules (fill);
}
