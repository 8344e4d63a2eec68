/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The four musts 凡提四必 as tiles, with the conclusion on integrity and the audit below them. A tile says
 * what was concluded and opens the dialog of its check. Its places are those of `inspection_check`. */

#define XR_TYPE_CHECK_TILES (xr_check_tiles_get_type ())
G_DECLARE_FINAL_TYPE (XrCheckTiles, xr_check_tiles, XR, CHECK_TILES, AdwBin)

/* Reads the checks of @application anew; 0: nobody. @editable: whether the tiles open their dialogs;
 * else they tell what was found. */
void xr_check_tiles_show (XrCheckTiles *self, XrOffice *office, gint64 application,
                          gboolean editable);

G_END_DECLS
