/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F32 卷内目录: what of the round goes into the file, in the order of the stages. A paper is listed when its stage
 * is over; which page it begins on is written when the file is bound. */

#include "config.h"

#include "forms/papers/common.h"

static const XrListColumn columns[] = {
  { "序号", 12, XR_ALIGN_CENTRE, TRUE }, { "文号", 30, XR_ALIGN_CENTRE },
  { "题名", 62, XR_ALIGN_LEFT },         { "责任者", 34, XR_ALIGN_LEFT },
  { "日期", 26, XR_ALIGN_CENTRE },       { "页号", 14, XR_ALIGN_CENTRE },
  { "备注", 22, XR_ALIGN_LEFT },
};

/* Where the day of a paper stands. */
static const struct
{
  const char *form, *table, *field;
} days[] = {
  { "plan", "round", "announced_on" },
  { "announcement", "round", "announced_on" },
  { "review-form", "review_result", "reviewed_on" },
  { "review-list", "review_result", "reviewed_on" },
  { "speech-order", "lot", "drawn_on" },
  { "lot-result", "lot", "drawn_on" },
  { "inspection-notice", "inspection", "notice_on" },
  { "talk-record", "talk", "held_on" },
  { "four-musts", "inspection_check", "done_on" },
  { "integrity-opinion", "inspection_check", "done_on" },
  { "inspection-report", "inspection", "reported_on" },
  { "vote-report", "meeting", "held_on" },
  { "minutes", "meeting", "held_on" },
  { "publicity-notice", "publicity", "posted_on" },
  { "complaint-record", "complaint", "received_on" },
  { "appointment-notice", "appointment", "notice_on" },
  { "appointment-talk", "appointment", "talk_on" },
  { "filing-list", "appointment", "filed_on" },
  { "probation-form", "appointment", "outcome_on" },
  { "result-notice", "notification", "told_on" },
};

/* The last stage that the form is a paper of. */
static int
last_stage (const XrForm *form)
{
  int stage = 10;

  while (stage > 1 && (form->stages & XR_AT_STAGE (stage)) == 0)
    stage--;
  return stage;
}

/* The latest day that the round has for the form. */
static const char *
find_day (XrFill *fill, const XrForm *form)
{
  XrDate latest = XR_DATE_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const XrTable *table = xr_table_find (days[i].table);
      g_autoptr (GPtrArray) rows = NULL;
      if (!g_str_equal (days[i].form, form->id) || table == NULL)
        continue;
      if (g_str_equal (days[i].table, "round"))
        return xr_fill_date (fill, xr_fill_load (fill, "round", xr_fill_round (fill)),
                             "announced_on");
      rows = xr_office_query_round (xr_fill_office (fill), table, xr_fill_round (fill));
      for (guint j = 0; j < rows->len; j++)
        {
          XrDate day = xr_row_get_date (rows->pdata[j], days[i].field);
          if (xr_date_is_set (day)
              && (!xr_date_is_set (latest) || xr_date_compare (day, latest) > 0))
            latest = day;
        }
    }
  return xr_fill_day (fill, latest);
}

/* Numbers of the notices of appointment. */
static const char *
find_number (XrFill *fill, const XrForm *form)
{
  GPtrArray *rows = xr_fill_rows (fill, "appointment", "round", xr_fill_round (fill));
  const char *last = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; g_str_equal (form->id, "appointment-notice") && i < rows->len; i++)
    {
      const char *number = xr_fill_get (rows->pdata[i], "notice_number");
      if (number != NULL && g_strcmp0 (number, last) != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", number);
      last = number;
    }
  return text->len > 0 ? xr_fill_keep (fill, text->str) : NULL;
}

/* Two layouts of one form, and what is no record of the round. */
static gboolean
is_filed (const XrForm *form)
{
  static const char *const others[] = { "appointment-form-old", "draft-sheet", "file-index", NULL };

  return (form->flags & XR_FORM_BALLOT) == 0 && !g_strv_contains (others, form->id);
}

static void
add_papers (XrFill *fill, XrGrid *list)
{
  XrRow *round = xr_fill_load (fill, "round", xr_fill_round (fill));
  guint number = 0;

  for (const XrForm *const *forms = xr_form_all (); *forms != NULL; forms++)
    {
      g_autoptr (GArray) subjects = NULL;
      const char *texts[G_N_ELEMENTS (columns)] = { NULL };
      if (!is_filed (*forms) || last_stage (*forms) >= xr_row_get_int (round, "stage"))
        continue;
      subjects = xr_form_subjects (*forms, xr_fill_office (fill), xr_fill_round (fill));
      if (subjects->len == 0)
        continue;
      texts[0] = xr_fill_printf (fill, "%u", ++number);
      texts[1] = find_number (fill, *forms);
      texts[2] = (*forms)->title;
      texts[3] = xr_fill_get (round, "unit");
      texts[4] = find_day (fill, *forms);
      texts[6] = subjects->len > 1 ? xr_fill_printf (fill, "共%u份", subjects->len) : NULL;
      xr_list_add (list, texts);
    }
}

static void
fill_index (XrFill *fill)
{
  XrGrid *list = xr_fill_list (fill, "表", columns, G_N_ELEMENTS (columns));

  if (xr_common_is_filled (fill))
    add_papers (fill, list);
  xr_list_pad (list, 20, 10, TRUE);
}

XR_FORM_DEFINE (file_index, .id = "file-index", .title = "卷内目录", .scope = XR_SCOPE_ROUND,
                .stages = XR_AT_STAGE (10), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .fill = fill_index)
