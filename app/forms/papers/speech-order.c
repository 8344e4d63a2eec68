/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F5 抽签顺序表: the order drawn for a post, with all that is needed to draw it again. */

#include "config.h"

#include "forms/papers/common.h"
#include "round/ballots.h"

static const XrListColumn columns[] = {
  { "抽签号", 18, XR_ALIGN_CENTRE, TRUE }, { "姓名", 34, XR_ALIGN_CENTRE },
  { "编号", 22, XR_ALIGN_CENTRE },         { "时间", 34, XR_ALIGN_CENTRE },
  { "抽签人签名", 40, XR_ALIGN_CENTRE },   { "备注", 22, XR_ALIGN_LEFT },
};

/* Before the draw the places stand open. */
static void
fill_order (XrFill *fill, gboolean drawn)
{
  XrGrid *list = xr_fill_list (fill, "表", columns, G_N_ELEMENTS (columns));
  GArray *order = xr_fill_drawn_order (fill, xr_fill_subject (fill)->post);

  for (guint i = 0; i < order->len; i++)
    {
      XrRow *person = xr_fill_person_of (fill, g_array_index (order, gint64, i));
      const char *const texts[] = { drawn ? xr_fill_printf (fill, "%u", i + 1) : NULL,
                                    xr_fill_get (person, "name"),
                                    xr_fill_get (person, "number"),
                                    NULL,
                                    NULL,
                                    NULL };
      G_STATIC_ASSERT (G_N_ELEMENTS (texts) == G_N_ELEMENTS (columns));
      xr_list_add (list, texts);
    }
  xr_list_pad (list, 16, 10, TRUE);
}

static void
fill_speech_order (XrFill *fill)
{
  const XrFormSubject *subject = xr_fill_subject (fill);
  g_autoptr (XrLotInfo) lot = xr_common_is_filled (fill)
                                ? xr_lot_load (xr_fill_office (fill), subject->post)
                                : NULL;

  fill_order (fill, lot != NULL);
  xr_fill_text (fill, "种子", lot ? xr_fill_keep (fill, lot->seed) : NULL);
  xr_fill_text (fill, "算法", lot ? xr_fill_keep (fill, lot->algorithm) : NULL);
  xr_fill_text (fill, "抽签日期", lot ? xr_fill_day (fill, lot->on) : NULL);
  xr_fill_text (fill, "抽签人", lot ? xr_fill_keep (fill, lot->by) : NULL);
}

XR_FORM_DEFINE (speech_order, .id = "speech-order", .title = "抽签顺序表", .scope = XR_SCOPE_POST,
                .stages = XR_AT_STAGE (4), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .fill = fill_speech_order)
