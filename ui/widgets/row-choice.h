/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* A labelled drop-down of rows of the office file by name, such as the posts of a round. Filled again it
 * keeps what was chosen. Signal `chosen`: a person chose another row. */

#define XR_TYPE_ROW_CHOICE (xr_row_choice_get_type ())
G_DECLARE_FINAL_TYPE (XrRowChoice, xr_row_choice, XR, ROW_CHOICE, AdwBin)

/* @label: with a mnemonic */
XrRowChoice *xr_row_choice_new (const char *label);
/* @rows: (element-type XrRow); chooses @id where it is among them, else the first. Returns: what is chosen
 * now, 0 where there are no rows */
gint64 xr_row_choice_fill (XrRowChoice *self, GPtrArray *rows, gint64 id);
/* The id of the chosen row, 0: none. */
gint64 xr_row_choice_get (XrRowChoice *self);
guint xr_row_choice_get_n_rows (XrRowChoice *self);

G_END_DECLS
