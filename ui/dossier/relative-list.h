/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* Family and social relations in the order of the form, which can be changed (Alt+Up, Alt+Down). */

#define XR_TYPE_RELATIVE_LIST (xr_relative_list_get_type ())
G_DECLARE_FINAL_TYPE (XrRelativeList, xr_relative_list, XR, RELATIVE_LIST, AdwBin)

XrRelativeList *xr_relative_list_new (void);
void xr_relative_list_set_candidate (XrRelativeList *self, XrOffice *office, gint64 candidate);

G_END_DECLS
