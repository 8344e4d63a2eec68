/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F4 资格审查结果: the conclusion on everybody who applied, post by post, by strokes of the surname. */

#include "config.h"

#include "forms/papers/common.h"

static const XrListColumn columns[] = {
  { "序号", 12, XR_ALIGN_CENTRE, TRUE }, { "姓名", 26, XR_ALIGN_CENTRE },
  { "编号", 16, XR_ALIGN_CENTRE },       { "现任职务", 46, XR_ALIGN_LEFT },
  { "结论", 18, XR_ALIGN_CENTRE },       { "原因", 52, XR_ALIGN_LEFT },
};

/* Why: the reviewer's reason, or why somebody left before; what came later is no matter of the review. */
static const char *
say_reason (XrFill *fill, XrRow *application, const XrApplicationReview *review)
{
  const char *state = xr_fill_get (application, "state");

  if (review != NULL && review->reason != NULL)
    return xr_fill_keep (fill, review->reason);
  return g_strcmp0 (state, "withdrawn") == 0 || g_strcmp0 (state, "ineligible") == 0
           ? xr_fill_get (application, "left_reason")
           : NULL;
}

/* The stored verdict, or that the person left before one was needed. */
static const char *
say_verdict (XrRow *application, const XrApplicationReview *review)
{
  if (review != NULL && review->verdict != NULL)
    return g_str_equal (review->verdict, "eligible") ? "合格" : "不合格";
  return g_strcmp0 (xr_fill_get (application, "state"), "withdrawn") == 0 ? "退出" : NULL;
}

static void
add_person (XrFill *fill, XrGrid *list, guint number, XrRow *application,
            const XrApplicationReview *review)
{
  XrRow *person = xr_fill_person_of (fill, xr_row_get_id (application));
  const char *const texts[] = {
    xr_fill_printf (fill, "%u", number), xr_fill_get (person, "name"),
    xr_fill_get (person, "number"),      xr_common_position (fill, person),
    say_verdict (application, review),   say_reason (fill, application, review),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (texts) == G_N_ELEMENTS (columns));
  xr_list_add (list, texts);
}

static void
fill_list (XrFill *fill)
{
  XrGrid *list = xr_fill_list (fill, "表", columns, G_N_ELEMENTS (columns));
  GPtrArray *posts = xr_fill_rows (fill, "post", "round_id", xr_fill_round (fill));
  g_autoptr (GPtrArray) reviews = xr_round_review (xr_fill_office (fill), xr_fill_round (fill),
                                                   NULL);
  guint all = 0, eligible = 0;

  for (guint i = 0; i < posts->len; i++)
    {
      XrRow *post = g_ptr_array_index (posts, i);
      GPtrArray *applicants = xr_fill_applicants (fill, xr_row_get_id (post), FALSE);

      xr_list_group (list, xr_fill_get (post, "name"));
      for (guint j = 0; j < applicants->len; j++)
        {
          XrRow *application = g_ptr_array_index (applicants, j);
          const XrApplicationReview *review = xr_common_find_review (reviews,
                                                                     xr_row_get_id (application));
          add_person (fill, list, j + 1, application, review);
          all++;
          eligible += review != NULL && g_strcmp0 (review->verdict, "eligible") == 0;
        }
    }
  xr_list_pad (list, 20, 9, TRUE);
  xr_fill_text (fill, "人数",
                all > 0 ? xr_fill_printf (fill, "报名%u人次，审查合格%u人次。", all, eligible)
                        : NULL);
  xr_fill_text (fill, "报名人次", all > 0 ? xr_fill_printf (fill, "%u", all) : NULL);
  xr_fill_text (fill, "合格人次", all > 0 ? xr_fill_printf (fill, "%u", eligible) : NULL);
}

XR_FORM_DEFINE (review_list, .id = "review-list", .title = "资格审查结果", .scope = XR_SCOPE_ROUND,
                .stages = XR_AT_STAGE (3), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .fill = fill_list)
