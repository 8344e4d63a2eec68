/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/calendar.h"

G_BEGIN_DECLS

/* Spans of days as bars below each other, on one scale, with the days off shaded. What it shows stands
 * in words in its tooltips and for screen readers. */

#define XR_TYPE_TIME_LINE (xr_time_line_get_type ())
G_DECLARE_FINAL_TYPE (XrTimeLine, xr_time_line, XR, TIME_LINE, AdwBin)

XrTimeLine *xr_time_line_new (void);
/* Takes all spans away; days off are those of @calendar, which must outlive the widget or the next
 * call. */
void xr_time_line_clear (XrTimeLine *self, const XrCalendar *calendar);
/* Adds a span below the others; both days count, and both must be there in that order. */
void xr_time_line_add (XrTimeLine *self, const char *name, XrDate first, XrDate last);
/* A span in words: "Publicity: 2026-03-02 to 2026-03-08, 5 working days". (transfer full) */
char *xr_time_line_describe (const XrCalendar *calendar, const char *name, XrDate first,
                             XrDate last);

G_END_DECLS
