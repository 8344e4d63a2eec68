/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"
#include "widgets/time-line.h"

G_BEGIN_DECLS

/* 日程 on a time line: the planned days of the stages, and the least periods in words. */

void xr_schedule_line_show (XrTimeLine *line, XrOffice *office, gint64 round);
/* The least periods that hold, beside what is planned; a sentence each. (transfer full) */
char *xr_schedule_line_dup_periods (XrOffice *office, gint64 round);

G_END_DECLS
