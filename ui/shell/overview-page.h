/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* The office at a glance: a card for each round with its ten marks and what holds it up, and what is due
 * soon, in order of days. */

#define XR_TYPE_OVERVIEW_PAGE (xr_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (XrOverviewPage, xr_overview_page, XR, OVERVIEW_PAGE, AdwBin)

void xr_overview_page_set_office (XrOverviewPage *self, XrOffice *office);

G_END_DECLS
