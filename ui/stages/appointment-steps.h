/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "widgets/step.h"

G_BEGIN_DECLS

/* The chain 决定 → 通知 → 谈话 → 备案 → 试用期 → 转正 of one appointee with its dates (rules.md 2.8).
 * (transfer full) (element-type XrStageStep) */
GPtrArray *xr_appointment_steps (XrOffice *office, gint64 application);

G_END_DECLS
