/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F20 讨论干部任免名单: everybody whom the meeting discusses, with what speaks for each, post by post. */

#include "config.h"

#include "forms/papers/common.h"

static const XrListColumn columns[] = {
  { "序号", 10, XR_ALIGN_CENTRE, TRUE }, { "姓名", 22, XR_ALIGN_CENTRE },
  { "性别", 10, XR_ALIGN_CENTRE },       { "出生年月", 24, XR_ALIGN_CENTRE },
  { "学历学位", 27, XR_ALIGN_CENTRE },   { "现任职务", 36, XR_ALIGN_LEFT },
  { "拟任职务", 30, XR_ALIGN_LEFT },     { "拟免职务", 30, XR_ALIGN_LEFT },
  { "推荐情况", 32, XR_ALIGN_LEFT },     { "考察结论", 17, XR_ALIGN_CENTRE },
  { "备注", 30, XR_ALIGN_LEFT },
};

/* The votes of a person with their scores, and the rank. */
static const char *
say_recommendation (XrFill *fill, gint64 application)
{
  const XrCase *contest = NULL;
  const XrStanding *standing = xr_fill_standing (fill, application, &contest);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; standing != NULL && i < contest->plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (contest->plan->components, i);
      gboolean voted = component->method == XR_METHOD_GRADED_BALLOT
                       || component->method == XR_METHOD_RANKED_BALLOT
                       || component->method == XR_METHOD_VOTE_SHARE;
      if (voted && standing->components[i].has_value)
        g_string_append_printf (
          text, "%s%s%s分", text->len > 0 ? "；" : "", component->name,
          xr_fill_decimal (fill, standing->components[i].value, component->places));
    }
  if (standing != NULL && standing->rank > 0)
    g_string_append_printf (text, "%s总成绩第%d名", text->len > 0 ? "；" : "", standing->rank);
  return text->len > 0 ? xr_fill_keep (fill, text->str) : NULL;
}

static const char *
say_conclusion (XrRow *inspection)
{
  if (inspection != NULL && xr_row_get_int (inspection, "vetoed") != 0)
    return "一票否决";
  return xr_fill_word (xr_fill_get (inspection, "rating"),
                       "excellent=优秀;good=较好;fair=一般;poor=较差");
}

static void
add_person (XrFill *fill, XrGrid *list, guint number, gint64 application, XrRow *post)
{
  XrRow *person = xr_fill_person_of (fill, application);
  XrRow *dossier = person ? xr_common_find (fill, "dossier", "candidate_id", xr_row_get_id (person))
                          : NULL;
  const char *texts[G_N_ELEMENTS (columns)] = {
    xr_fill_printf (fill, "%u", number),
    xr_fill_get (person, "name"),
    xr_fill_get (person, "sex"),
    xr_common_born_below (fill, person),
    xr_common_schooling (fill, person),
    xr_common_position (fill, person),
    xr_fill_get (post, "name"),
    xr_fill_get (dossier, "removed_post"),
    say_recommendation (fill, application),
    say_conclusion (xr_fill_load (fill, "inspection", application)),
    xr_fill_get (xr_fill_load (fill, "shortlist", application), "reason"),
  };

  xr_list_add (list, texts);
}

static void
fill_list (XrFill *fill)
{
  XrGrid *list = xr_fill_list (fill, "表", columns, G_N_ELEMENTS (columns));
  GPtrArray *posts = xr_fill_rows (fill, "post", "round_id", xr_fill_round (fill));
  guint number = 0;

  for (guint i = 0; xr_common_is_filled (fill) && i < posts->len; i++)
    {
      XrRow *post = posts->pdata[i];
      g_autoptr (GArray) shortlist = xr_round_shortlist (
        xr_fill_office (fill), xr_fill_round (fill), xr_row_get_id (post));
      for (guint j = 0; j < shortlist->len; j++)
        add_person (fill, list, ++number, g_array_index (shortlist, gint64, j), post);
    }
  xr_list_pad (list, 8, 14, TRUE);
}

XR_FORM_DEFINE (deliberation_list, .id = "deliberation-list", .title = "讨论干部任免名单",
                .scope = XR_SCOPE_ROUND, .stages = XR_AT_STAGE (8), .kind = XR_PAPER_WIDE,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .fill = fill_list)
