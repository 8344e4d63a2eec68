/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F3 报名汇总表: everybody who applied, post by post, by strokes of the surname. */

#include "config.h"

#include "forms/fill.h"
#include "forms/papers/common.h"
#include "round/round.h"

/* What belongs together shares a column, one above the other: side by side the type would be too small. */
static const XrListColumn columns[] = {
  { "序号", 8, XR_ALIGN_CENTRE, TRUE },
  { "姓名\n编号", 16, XR_ALIGN_CENTRE },
  { "志愿岗位", 22, XR_ALIGN_LEFT },
  { "现任岗位\n职级", 27, XR_ALIGN_LEFT },
  { "性别\n民族", 12, XR_ALIGN_CENTRE },
  { "出生年月\n年龄", 16, XR_ALIGN_CENTRE },
  { "政治面貌\n入党时间", 17, XR_ALIGN_CENTRE },
  { "参加工作\n时间", 16, XR_ALIGN_CENTRE },
  { "专业技术\n职务及评\n定时间", 18, XR_ALIGN_LEFT },
  { "熟悉专业\n有何专长", 17, XR_ALIGN_LEFT },
  { "最高学历\n学位", 17, XR_ALIGN_CENTRE },
  { "全日制教育\n学历学位\n院校及专业", 21, XR_ALIGN_LEFT },
  { "在职教育\n学历学位\n院校及专业", 21, XR_ALIGN_LEFT },
  { "近三年\n考核结果", 25, XR_ALIGN_LEFT },
  { "手机", 23, XR_ALIGN_CENTRE },
  { "编制\n类别", 12, XR_ALIGN_CENTRE },
  { "推荐\n自荐", 10, XR_ALIGN_CENTRE },
};

/* Degree and school of one of the two tracks of education. */
static const char *
say_track (XrFill *fill, XrRow *dossier, const char *track)
{
  static const char *const parts[] = { "education", "degree", "education_school", "degree_school" };
  const char *texts[G_N_ELEMENTS (parts)];
  const char *learnt;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *field = g_strdup_printf ("%s_%s", track, parts[i]);
      texts[i] = xr_fill_get (dossier, field);
    }
  learnt = texts[0] && texts[1] ? xr_fill_printf (fill, "%s／%s", texts[0], texts[1])
           : texts[0]           ? texts[0]
                                : texts[1];
  if (g_strcmp0 (texts[2], texts[3]) == 0)
    texts[3] = NULL;
  return xr_common_stack (fill, learnt, xr_common_stack (fill, texts[2], texts[3]));
}

/* Every post that the person applied for, in the order of the wishes. */
static const char *
say_wishes (XrFill *fill, XrRow *person)
{
  GPtrArray *applications = xr_fill_rows (fill, "application", "candidate_id",
                                          xr_row_get_id (person));
  const char *wishes = NULL;

  for (guint i = 0; i < applications->len; i++)
    {
      XrRow *application = g_ptr_array_index (applications, i);
      XrRow *row = xr_common_find (fill, "post", "id", xr_row_get_int (application, "post_id"));
      const char *post = xr_fill_get (row, "name");
      const char *wish = xr_fill_get (application, "wish");
      wishes = xr_common_stack (fill, wishes,
                                wish ? xr_fill_printf (fill, "%s. %s", wish, post) : post);
    }
  return wishes;
}

static void
add_person (XrFill *fill, XrGrid *list, guint number, XrRow *person, XrDate on)
{
  XrRow *dossier = xr_common_find (fill, "dossier", "candidate_id", xr_row_get_id (person));
  const char *const texts[] = {
    xr_fill_printf (fill, "%u", number),
    xr_common_stack (fill, xr_fill_get (person, "name"), xr_fill_get (person, "number")),
    say_wishes (fill, person),
    xr_common_stack (fill, xr_common_position (fill, person), xr_fill_get (person, "rank")),
    xr_common_stack (fill, xr_fill_get (person, "sex"), xr_fill_get (person, "nation")),
    xr_common_stack (fill, xr_fill_month (fill, person, "born"),
                     xr_fill_age (fill, xr_row_get_date (person, "born"), on)),
    xr_common_stack (fill, xr_fill_get (person, "party"),
                     xr_fill_month (fill, person, "party_since")),
    xr_fill_month (fill, person, "work_since"),
    xr_fill_get (dossier, "technical_post"),
    xr_fill_get (dossier, "speciality"),
    xr_common_stack (fill, xr_fill_get (person, "education"), xr_fill_get (person, "degree")),
    say_track (fill, dossier, "full"),
    say_track (fill, dossier, "part"),
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
