/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/stage-page.h"

G_BEGIN_DECLS

/* Stage 2: who applies for which post. */

#define XR_TYPE_REGISTER_PAGE (xr_register_page_get_type ())
G_DECLARE_FINAL_TYPE (XrRegisterPage, xr_register_page, XR, REGISTER_PAGE, XrStagePage)

G_END_DECLS
