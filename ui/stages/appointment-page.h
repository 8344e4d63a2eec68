/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/stage-page.h"

G_BEGIN_DECLS

/* Stage 10, 任职: per appointee the chain from decision to confirmation; the reserve; those to be told. */

#define XR_TYPE_APPOINTMENT_PAGE (xr_appointment_page_get_type ())
G_DECLARE_FINAL_TYPE (XrAppointmentPage, xr_appointment_page, XR, APPOINTMENT_PAGE, XrStagePage)

G_END_DECLS
