/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/office.h"

G_BEGIN_DECLS

/* What the office has done by year, and who applied, in figures and bars. */
void xr_statistics_window_present (GtkWindow *parent, XrOffice *office);

G_END_DECLS
