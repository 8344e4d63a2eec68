/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 抽签结果表: what was drawn for one component (order, rooms or groups, people out of a pool), with all that is
 * needed to draw it again. The order of speech of a post has its own paper (speech-order.c). */

#include "config.h"

#include "forms/papers/common.h"
#include "round/lots.h"

static const XrListColumn columns[] = {
  { "次序", 16, XR_ALIGN_CENTRE, TRUE },
  { "姓名", 36, XR_ALIGN_CENTRE },
  { "编号", 18, XR_ALIGN_CENTRE },
  { "抽签结果", 40, XR_ALIGN_CENTRE },
  { "校验值（前12位）", 34, XR_ALIGN_CENTRE },
  { "签名", 26, XR_ALIGN_LEFT },
};

static void
list_lots (XrOffice *office, gint64 round, GArray *subjects)
{
  g_autoptr (GPtrArray) lots = xr_office_query_round (office, xr_table_find ("lot"), round);

  for (guint i = 0; i < lots->len; i++)
    {
      XrFormSubject subject = { .row = xr_row_get_id (lots->pdata[i]) };
      if (xr_row_get (lots->pdata[i], "component_id") != NULL)
        g_array_append_val (subjects, subject);
    }
}

static const char *
say_result (XrFill *fill, const XrLotSeat *seat)
{
  if (seat->fate == XR_LOT_RESERVE)
    return "候补";
  if (seat->fate == XR_LOT_LEFT_OVER)
    return "未抽中";
  if (seat->part != NULL)
    return xr_fill_keep (fill, seat->part);
  return seat->application != 0 ? xr_fill_printf (fill, "第%d位", (int) seat->place) : "抽中";
}

static void
fill_seats (XrFill *fill, XrRow *lot)
{
  XrGrid *list = xr_fill_list (fill, "表", columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) seats = lot != NULL
                                  ? xr_lot_list (xr_fill_office (fill), xr_row_get_id (lot))
                                  : NULL;

  for (guint i = 0; seats != NULL && i < seats->len; i++)
    {
      const XrLotSeat *seat = g_ptr_array_index (seats, i);
      g_autofree char *check = xr_lot_dup_check (lot, seat);
      const char *const texts[] = { xr_fill_printf (fill, "%d", (int) seat->place),
                                    xr_fill_keep (fill, seat->name),
                                    seat->application != 0 ? xr_fill_keep (fill, seat->item) : NULL,
                                    say_result (fill, seat),
                                    xr_fill_keep (fill, check),
                                    NULL };
      G_STATIC_ASSERT (G_N_ELEMENTS (texts) == G_N_ELEMENTS (columns));
      xr_list_add (list, texts);
    }
  xr_list_pad (list, 16, 10, TRUE);
}

static const char *
say_shape (XrFill *fill, XrRow *lot)
{
  const char *parts = xr_fill_get (lot, "parts");
  const char *seats = xr_fill_get (lot, "seats");
  const char *reserves = xr_fill_get (lot, "reserves");

  if (parts == NULL && seats == NULL)
    return NULL;
  return xr_fill_printf (
    fill, "%s%s%s", parts != NULL ? xr_fill_printf (fill, "%s，依次轮流分配", parts) : "",
    seats != NULL ? xr_fill_printf (fill, "%s%s抽取%s人", parts != NULL ? "，" : "",
                                    parts != NULL ? "各" : "", seats)
                  : "",
    reserves != NULL ? xr_fill_printf (fill, "，其后%s人候补", reserves) : "");
}

static void
fill_lot_result (XrFill *fill)
{
  XrRow *lot = xr_fill_row (fill);

  fill_seats (fill, lot);
  xr_common_lot (fill, lot);
  xr_fill_text (fill, "抽签事项", xr_fill_keep (fill, xr_fill_get (lot, "subject")));
  xr_fill_text (fill, "分配办法", say_shape (fill, lot));
  xr_fill_text (fill, "末行",
                g_strcmp0 (xr_fill_get (lot, "kind"), "people") == 0 ? "姓名" : "编号");
}

XR_FORM_DEFINE (lot_result, .id = "lot-result", .title = "抽签结果表", .scope = XR_SCOPE_ROUND,
                .stages = XR_AT_STAGE (4) | XR_AT_STAGE (5), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .table = "lot", .subjects = list_lots,
                .fill = fill_lot_result)
