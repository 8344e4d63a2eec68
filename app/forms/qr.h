/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/page.h"

G_BEGIN_DECLS

/* A QR code of @text with its side as wide as @box, onto @page. @text longer than such a code holds is a
 * programming error. */
void xr_qr_add (XrPage *page, XrBox box, const char *text);

G_END_DECLS
