/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "shell/window.h"

G_BEGIN_DECLS

/* The popover that finds people of the open round by name, number or unit, and goes to them. */

#define XR_TYPE_PEOPLE_SEARCH (xr_people_search_get_type ())
G_DECLARE_FINAL_TYPE (XrPeopleSearch, xr_people_search, XR, PEOPLE_SEARCH, GtkPopover)

/* @window keeps the search; it is not kept by it. */
void xr_people_search_set_window (XrPeopleSearch *self, XrWindow *window);

G_END_DECLS
