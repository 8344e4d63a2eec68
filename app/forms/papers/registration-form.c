/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F2 报名登记表: what the applicant signs. What only the applicant can say has room to be written. */

#include "config.h"

#include "forms/papers/common.h"
#include "round/dossier.h"

#define N_RELATIVES 5

static void
add_basics (XrFill *fill, XrGrid *grid, XrRow *person, XrRow *dossier, GBytes *photo)
{
  const char *other = xr_fill_get (dossier, "other_parties");
  const char *joined = xr_fill_month (fill, person, "party_since");

  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "姓名", 1, xr_fill_get (person, "name"));
  xr_grid_pair (grid, "性别", 1, xr_fill_get (person, "sex"));
  xr_grid_pair (grid, "出生年月\n（岁）", 1, xr_common_born_below (fill, person));
  xr_grid_photo (grid, 4, photo);
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "民族", 1, xr_fill_get (person, "nation"));
  xr_grid_pair (grid, "籍贯", 1, xr_fill_get (dossier, "native_place"));
  xr_grid_pair (grid, "出生地", 1, xr_fill_get (dossier, "birth_place"));
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "入党时间", 1,
                joined && other ? xr_fill_printf (fill, "%s；%s", joined, other)
                : joined        ? joined
                                : other);
  xr_grid_pair (grid, "参加工作\n时间", 1, xr_fill_month (fill, person, "work_since"));
  xr_grid_pair (grid, "健康状况", 1, xr_fill_get (dossier, "health"));
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "专业技术职务\n及评定时间", 2, xr_fill_get (dossier, "technical_post"));
  xr_grid_pair (grid, "熟悉专业\n有何专长", 2, xr_fill_get (dossier, "speciality"));
}

static void
add_education (XrFill *fill, XrGrid *grid, XrRow *person, XrRow *dossier)
{
  static const char *const kinds[][5] = { { "全日制\n教育", "full_education", "full_degree",
                                            "full_education_school", "full_degree_school" },
                                          { "在职\n教育", "part_education", "part_degree",
                                            "part_education_school", "part_degree_school" } };

  for (guint i = 0; i < 2; i++)
    {
      const char *first = xr_fill_get (dossier, kinds[i][3]);
      const char *second = xr_fill_get (dossier, kinds[i][4]);
      const char *education = xr_fill_get (dossier, kinds[i][1]);
      const char *degree = xr_fill_get (dossier, kinds[i][2]);

      xr_grid_row (grid, 11);
      if (i == 0)
        xr_grid_go_down (grid, xr_grid_label (grid, 1, "学历学位"), 2);
      xr_grid_label (grid, 1, kinds[i][0]);
      xr_grid_value (grid, 1, xr_common_stack (fill, education, degree));
      xr_grid_label (grid, 1, "毕业院校\n系及专业");
      xr_grid_value (grid, 3,
                     xr_common_stack (fill, first, g_strcmp0 (first, second) != 0 ? second : NULL));
    }
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "最高学历\n学位", 2, xr_common_schooling (fill, person));
  xr_grid_pair (
    grid, "毕业院校\n及专业", 3,
    person == NULL
      ? NULL
      : xr_fill_printf (fill, "%s%s",
                        xr_fill_get (person, "school") ? xr_fill_get (person, "school") : "",
                        xr_fill_get (person, "major") ? xr_fill_get (person, "major") : ""));
}

/* The posts applied for in the order in which the applications came. */
static void
add_wishes (XrFill *fill, XrGrid *grid, XrRow *person)
{
  GPtrArray *applications = xr_fill_rows (fill, "application", "candidate_id",
                                          person ? xr_row_get_id (person) : 0);
  const char *posts[2] = { NULL, NULL };

  for (guint i = 0; i < MIN (applications->len, 2); i++)
    {
      XrRow *row = g_ptr_array_index (applications, i);
      posts[i] = xr_fill_get (xr_fill_load (fill, "post", xr_row_get_int (row, "post_id")), "name");
    }
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "应聘岗位\n志愿1", 2, posts[0]);
  xr_grid_pair (grid, "应聘岗位\n志愿2", 1, posts[1]);
  xr_grid_label (grid, 1, "是否服从\n调剂");
  xr_grid_checks (grid, 1, "是|否", -1);
}

static void
add_work (XrFill *fill, XrGrid *grid, XrRow *person, XrRow *dossier)
{
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "现任岗位\n或职务", 6, xr_common_position (fill, person));
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "现职级", 2, xr_fill_get (person, "rank"));
  xr_grid_pair (grid, "任现职级\n时间", 1, xr_fill_month (fill, person, "rank_since"));
  xr_grid_pair (grid, "管理岗位\n等级及评定\n时间", 1, NULL);
  add_wishes (fill, grid, person);
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "近三年年度\n考核结果", 3, xr_fill_get (person, "appraisals"));
  xr_grid_pair (grid, "兼职情况", 2, NULL);
  xr_grid_row (grid, 10);
  xr_grid_pair (grid, "手机", 1, xr_fill_get (person, "phone"));
  xr_grid_pair (grid, "办公电话", 1, NULL);
  xr_grid_pair (grid, "电子邮箱", 2, xr_fill_get (dossier, "email"));
}

static void
add_relatives (XrFill *fill, XrGrid *grid, XrRow *person)
{
  GPtrArray *relatives = xr_fill_rows (fill, "relative", "candidate_id",
                                       person ? xr_row_get_id (person) : 0);
  guint n = MAX (relatives->len, N_RELATIVES);

  xr_grid_row (grid, 9);
  xr_grid_go_down (grid, xr_grid_label (grid, 1, "家庭主要\n成员及重要\n社会关系"), n + 1);
  xr_grid_label (grid, 1, "称谓");
  xr_grid_label (grid, 1, "姓名");
  xr_grid_label (grid, 1, "出生年月");
  xr_grid_label (grid, 1, "政治面貌");
  xr_grid_label (grid, 2, "工作单位及职务");
  for (guint i = 0; i < n; i++)
    {
      XrRow *row = i < relatives->len ? g_ptr_array_index (relatives, i) : NULL;
      xr_grid_row (grid, 8);
      xr_grid_value (grid, 1, xr_fill_get (row, "relation"));
      xr_grid_value (grid, 1, xr_fill_get (row, "name"));
      xr_grid_value (grid, 1, xr_fill_get (row, "born"));
      xr_grid_value (grid, 1, xr_fill_get (row, "party"));
      xr_grid_value (grid, 2, xr_fill_get (row, "work"));
    }
}

static void
add_abroad (XrGrid *grid)
{
  static const char *const heads[] = {
    "称谓", "姓名", "国家（地区）", "类别", "时间", "现居住城市"
  };

  xr_grid_row (grid, 9);
  xr_grid_go_down (grid, xr_grid_label (grid, 1, "配偶子女\n移居国（境）\n外情况"), 3);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    xr_grid_label (grid, 1, heads[i]);
  for (guint row = 0; row < 2; row++)
    {
      xr_grid_row (grid, 8);
      for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
        xr_grid_value (grid, 1, NULL);
    }
}

static void
fill_form (XrFill *fill)
{
  XrRow *person = xr_fill_candidate (fill);
  XrRow *dossier = person ? xr_common_find (fill, "dossier", "candidate_id", xr_row_get_id (person))
                          : NULL;
  g_autoptr (GBytes) photo = person ? xr_dossier_load_photo (xr_fill_office (fill),
                                                             xr_row_get_id (person))
                                    : NULL;
  XrGrid *grid = xr_fill_grid (fill, "表", 24, 22, 22, 22, 23, 29, 28);

  xr_fill_text (fill, "编号", xr_fill_get (person, "number"));
  add_basics (fill, grid, person, dossier, photo);
  add_education (fill, grid, person, dossier);
  add_work (fill, grid, person, dossier);
  xr_common_long (grid, "简历", xr_fill_get (person, "resume"), 60);
  xr_common_long (grid, "管理工作\n经历", NULL, 22);
  xr_common_long (grid, "奖惩情况", xr_fill_get (dossier, "awards"), 18);
  add_relatives (fill, grid, person);
  add_abroad (grid);
  xr_common_long (grid, "竞争理由", NULL, 30);
  xr_common_long (grid, "工作设想和\n预期目标", NULL, 36);
  xr_common_opinion (grid, "本人承诺",
                     "本人所填内容真实完整，没有违纪违法问题。如有不实，自愿承担相应责任。\n\n"
                     "本人签名：　　　　　　　　　　　年　　月　　日",
                     26);
  xr_common_opinion (grid, "所在单位\n党组织意见",
                     "负责人签字：　　　　　　（盖章）　　　　年　　月　　日", 30);
}

XR_FORM_DEFINE (registration_form, .id = "registration-form", .title = "报名登记表",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (2), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED, .fill = fill_form)
