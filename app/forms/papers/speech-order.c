/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F5 抽签顺序表: the order drawn for a post, with all that is needed to draw it again. */

#include "config.h"

#include "forms/papers/common.h"
#include "round/lots.h"

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
  GArray *order = xr_fill_drawn_order (fill, 0, xr_fill_subject (fill)->post);

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
  const XrLotScope scope = { XR_LOT_ORDER, .post = xr_fill_subject (fill)->post };
  g_autoptr (XrRow) lot = xr_common_is_filled (fill) && scope.post != 0
                            ? xr_lot_find (xr_fill_office (fill), &scope)
                            : NULL;

  fill_order (fill, lot != NULL);
  xr_common_lot (fill, lot);
}

XR_FORM_DEFINE (speech_order, .id = "speech-order", .title = "抽签顺序表", .scope = XR_SCOPE_POST,
                .stages = XR_AT_STAGE (4), .kind = XR_PAPER_SHEET,
                .flags = XR_FORM_SEALED | XR_FORM_LIST, .fill = fill_speech_order)
