/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What an office file without rounds shows: three ways to begin. */

#define XR_TYPE_WELCOME_PAGE (xr_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (XrWelcomePage, xr_welcome_page, XR, WELCOME_PAGE, AdwBin)

G_END_DECLS
