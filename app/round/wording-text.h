/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* The wording of forms that people changed and keep, for the whole office or for one round. What may stand
 * in it is checked by forms/wording.h; here it is a text. */

/* The text kept for @round (0: the office) itself; NULL: none. (transfer full) */
char *xr_wording_text_dup (XrOffice *office, const char *form, gint64 round);
/* Keeps @text; NULL goes back to the wording before. One entry in the record; works at any stage. */
gboolean xr_wording_text_set (XrOffice *office, const char *form, gint64 round, const char *text,
                              GError **error);

G_END_DECLS
