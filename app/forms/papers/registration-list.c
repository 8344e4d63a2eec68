/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F3 报名汇总表: everybody who applied, post by post, by strokes of the surname. */

#include "config.h"

#include "forms/fill.h"
#include "round/round.h"

static const XrListColumn columns[] = {
  { "序号", 8, XR_ALIGN_CENTRE, TRUE },
  { "姓名", 17, XR_ALIGN_CENTRE },
  { "编号", 10, XR_ALIGN_CENTRE },
  { "现任岗位", 32, XR_ALIGN_LEFT },
  { "性别", 7, XR_ALIGN_CENTRE },
  { "出生年月", 14, XR_ALIGN_CENTRE },
  { "年龄", 8, XR_ALIGN_CENTRE, TRUE },
  { "民族", 12, XR_ALIGN_CENTRE },
  { "政治面貌", 15, XR_ALIGN_CENTRE },
  { "入党时间", 14, XR_ALIGN_CENTRE },
  { "参加工作时间", 14, XR_ALIGN_CENTRE },
  { "最高学历学位|学历", 12, XR_ALIGN_CENTRE },
  { "最高学历学位|学位", 14, XR_ALIGN_CENTRE },
  { "最高学历学位|毕业院校及专业", 28, XR_ALIGN_LEFT },
  { "现职级", 14, XR_ALIGN_CENTRE },
  { "近三年考核结果", 22, XR_ALIGN_LEFT },
  { "手机", 20, XR_ALIGN_CENTRE },
  { "编制", 14, XR_ALIGN_CENTRE },
  { "推荐／自荐", 12, XR_ALIGN_CENTRE },
};

static void
add_person (XrFill *fill, XrGrid *list, guint number, XrRow *person, XrDate on)
{
  const char *unit = xr_fill_get (person, "unit"), *position = xr_fill_get (person, "position");
  const char *school = xr_fill_get (person, "school"), *major = xr_fill_get (person, "major");
  const char *const texts[] = {
    xr_fill_printf (fill, "%u", number),
    xr_fill_get (person, "name"),
    xr_fill_get (person, "number"),
    xr_fill_printf (fill, "%s%s", unit ? unit : "", position ? position : ""),
    xr_fill_get (person, "sex"),
    xr_fill_month (fill, person, "born"),
    xr_fill_age (fill, xr_row_get_date (person, "born"), on),
    xr_fill_get (person, "nation"),
    xr_fill_get (person, "party"),
    xr_fill_month (fill, person, "party_since"),
    xr_fill_month (fill, person, "work_since"),
    xr_fill_get (person, "education"),
    xr_fill_get (person, "degree"),
    xr_fill_printf (fill, "%s%s", school ? school : "", major ? major : ""),
    xr_fill_get (person, "rank"),
    xr_fill_get (person, "appraisals"),
    xr_fill_get (person, "phone"),
    xr_fill_get (person, "staffing"),
    xr_fill_get (person, "source"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (texts) == G_N_ELEMENTS (columns));
  xr_list_add (list, texts);
}

static void
fill_list (XrFill *fill)
{
  XrGrid *list = xr_fill_list (fill, "表", columns, G_N_ELEMENTS (columns));
  GPtrArray *posts = xr_fill_rows (fill, "post", "round_id", xr_fill_round (fill));
  g_autoptr (XrCase) contest = xr_round_load_case (xr_fill_office (fill), xr_fill_round (fill),
                                                   XR_LOAD_PLAN, NULL);
  XrDate on = contest ? xr_settings_reference_date (&contest->plan->settings) : XR_DATE_NONE;
  g_autoptr (GString) counts = g_string_new (NULL);

  for (guint i = 0; i < posts->len; i++)
    {
      XrRow *post = g_ptr_array_index (posts, i);
      GPtrArray *applicants = xr_fill_applicants (fill, xr_row_get_id (post), FALSE);
      const char *name = xr_fill_get (post, "name");

      xr_list_group (list, xr_fill_printf (fill, "%s（%u人）", name, applicants->len));
      for (guint j = 0; j < applicants->len; j++)
        add_person (fill, list, j + 1,
                    xr_fill_person_of (fill, xr_row_get_id (g_ptr_array_index (applicants, j))),
                    on);
      g_string_append_printf (counts, "%s%s%u人", i > 0 ? "，" : "", name, applicants->len);
    }
  xr_list_pad (list, 12, 9, TRUE);
  xr_fill_text (fill, "人数", counts->len > 0 ? xr_fill_printf (fill, "%s。", counts->str) : NULL);
}

XR_FORM_DEFINE (registration_list, .id = "registration-list", .title = "报名汇总表",
                .scope = XR_SCOPE_ROUND, .stages = XR_AT_STAGE (2), .kind = XR_PAPER_WIDE,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .fill = fill_list)
