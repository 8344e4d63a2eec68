/* SPDX-License-Identifier: GPL-3.0-or-later */
/* QR codes by libqrencode. What they say is decided elsewhere. */

#include "config.h"

#include "forms/qr.h"

#include <qrencode.h>

void
xr_qr_add (XrPage *page, XrBox box, const char *text)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  XrItem *item = NULL;

  g_assert (code != NULL);
  item = xr_page_add (page, XR_ITEM_QR, box);
  item->side = (guint) code->width;
  item->modules = g_new (guint8, item->side * item->side);
  for (guint i = 0; i < item->side * item->side; i++)
    item->modules[i] = code->data[i] & 1;
  QRcode_free (code);
}
