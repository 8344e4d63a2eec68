/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F23 干部任免审批表 as it is since 2025: with 到龄时间. */

#include "config.h"

#include "forms/papers/appointment-table.h"

static void
fill_form (XrFill *fill)
{
  xr_appointment_table_fill (fill, XR_APPOINTMENT_NEW);
}

XR_FORM_DEFINE (appointment_form, .id = "appointment-form", .title = "干部任免审批表",
                .scope = XR_SCOPE_CANDIDATE, .stages = XR_AT_STAGE (8) | XR_AT_STAGE (10),
                .kind = XR_PAPER_SHEET, .flags = XR_FORM_SEALED | XR_FORM_PERSONAL,
                .subjects = xr_appointment_table_subjects, .fill = fill_form)
