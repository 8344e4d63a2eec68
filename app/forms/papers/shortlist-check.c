/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F14 考察对象名单及情形核对表: who is inspected, and for each of the seven reasons against it what was found. What
 * nobody checked stays open. */

#include "config.h"

#include "forms/papers/common.h"

static const XrListColumn columns[] = {
  { "名次", 11, XR_ALIGN_CENTRE, TRUE },
  { "姓名", 22, XR_ALIGN_CENTRE },
  { "总分", 18, XR_ALIGN_CENTRE, TRUE },
  { "不得列为考察对象的情形（有／无）|违反政治纪律", 19, XR_ALIGN_CENTRE },
  { "不得列为考察对象的情形（有／无）|群众公认度不高", 19, XR_ALIGN_CENTRE },
  { "不得列为考察对象的情形（有／无）|年度考核", 19, XR_ALIGN_CENTRE },
  { "不得列为考察对象的情形（有／无）|跑官拉票", 19, XR_ALIGN_CENTRE },
  { "不得列为考察对象的情形（有／无）|移居国（境）外", 19, XR_ALIGN_CENTRE },
  { "不得列为考察对象的情形（有／无）|诫勉处分影响期", 19, XR_ALIGN_CENTRE },
  { "不得列为考察对象的情形（有／无）|其他原因", 19, XR_ALIGN_CENTRE },
  { "破格", 14, XR_ALIGN_CENTRE },
  { "未按名次确定的理由及说明", 50, XR_ALIGN_LEFT },
};

static const char *
find_item (GPtrArray *checks, guint item)
{
  g_autofree char *name = g_strdup_printf ("X%u", item);

  for (guint i = 0; i < checks->len; i++)
    {
      XrRow *row = g_ptr_array_index (checks, i);
      if (g_strcmp0 (xr_fill_get (row, "item"), name) == 0)
        return xr_row_get_int (row, "found") != 0 ? "有" : "无";
    }
  return NULL;
}

/* Why the order was left, and what the checks found. */
static const char *
say_notes (XrFill *fill, gint64 application, GPtrArray *checks)
{
  const char *reason = xr_fill_get (xr_fill_load (fill, "shortlist", application), "reason");
  g_autoptr (GString) text = g_string_new (reason);

  for (guint i = 0; i < checks->len; i++)
    {
      const char *note = xr_fill_get (g_ptr_array_index (checks, i), "note");
      if (note != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "；" : "", note);
    }
  return text->len > 0 ? xr_fill_keep (fill, text->str) : NULL;
}

static void
add_person (XrFill *fill, XrGrid *list, gint64 application)
{
  GPtrArray *checks = xr_fill_rows (fill, "exclusion_check", "application_id", application);
  const XrCase *contest = NULL;
  const XrStanding *standing = xr_fill_standing (fill, application, &contest);
  const char *texts[G_N_ELEMENTS (columns)] = { NULL };

  if (standing != NULL && standing->rank > 0)
    texts[0] = xr_fill_printf (fill, "%d", standing->rank);
  texts[1] = xr_fill_get (xr_fill_person_of (fill, application), "name");
  if (standing != NULL && standing->has_total)
    texts[2] = xr_fill_decimal (fill, standing->total, contest->plan->settings.total_places);
  for (guint i = 1; i <= 7; i++)
    texts[2 + i] = find_item (checks, i);
  texts[11] = say_notes (fill, application, checks);
  xr_list_add (list, texts);
}

static void
add_post (XrFill *fill, XrGrid *list, XrRow *post)
{
  g_autoptr (GArray) shortlist = xr_round_shortlist (xr_fill_office (fill), xr_fill_round (fill),
                                                     xr_row_get_id (post));
  const char *ratio = xr_fill_setting (fill, "shortlist_ratio");
  const XrCase *contest = NULL;
  const XrPostResult *result = xr_fill_post_result (fill, xr_row_get_id (post), &contest);

  xr_list_group (list, xr_fill_printf (fill, "%s　职数：%s名　比例：%s　名额：%u名",
                                       xr_fill_get (post, "name"), xr_fill_get (post, "vacancies"),
                                       ratio ? ratio : "1:1", result ? result->shortlist_size : 0));
  for (guint i = 0; i < shortlist->len; i++)
    add_person (fill, list, g_array_index (shortlist, gint64, i));
}

/* The decision that settled the list, where one was recorded. */
static void
fill_decision (XrFill *fill)
{
  GPtrArray *decisions = xr_fill_rows (fill, "decision", "round_id", xr_fill_round (fill));
  XrRow *last = NULL;

  for (guint i = 0; i < decisions->len; i++)
    if (xr_row_get_int (g_ptr_array_index (decisions, i), "stage") == 6)
      last = g_ptr_array_index (decisions, i);
  xr_fill_text (fill, "决定日期", xr_fill_date (fill, last, "decided_on"));
  xr_fill_text (fill, "决定机构", xr_fill_get (last, "decided_by"));
}

static void
fill_check (XrFill *fill)
{
  XrGrid *list = xr_fill_list (fill, "表", columns, G_N_ELEMENTS (columns));
  GPtrArray *posts = xr_fill_rows (fill, "post", "round_id", xr_fill_round (fill));

  if (xr_common_is_filled (fill))
    for (guint i = 0; i < posts->len; i++)
      add_post (fill, list, g_ptr_array_index (posts, i));
  xr_list_pad (list, 10, 10, FALSE);
  fill_decision (fill);
}

XR_FORM_DEFINE (shortlist_check, .id = "shortlist-check", .title = "考察对象名单及情形核对表",
                .scope = XR_SCOPE_ROUND, .stages = XR_AT_STAGE (6), .kind = XR_PAPER_WIDE,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .fill = fill_check)
