/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/calendar.h"

G_BEGIN_DECLS

/* A month to look at and to choose a day from. It speaks the program's own language, also where the
 * system lacks the locale, and can shade the days off of a working calendar.
 *
 * Signals: `day-chosen`: a day was clicked; `month-changed`: another month is shown. */

#define XR_TYPE_MONTH_VIEW (xr_month_view_get_type ())
G_DECLARE_FINAL_TYPE (XrMonthView, xr_month_view, XR, MONTH_VIEW, AdwBin)

GtkWidget *xr_month_view_new (void);
/* Shows the month of @date and marks it as the day that is chosen. */
void xr_month_view_set_date (XrMonthView *self, XrDate date);
XrDate xr_month_view_get_date (XrMonthView *self);
/* Days off are shaded; @calendar must outlive the view. */
void xr_month_view_set_calendar (XrMonthView *self, const XrCalendar *calendar);
/* Marks days that have something due: @text for each is its tooltip. */
void xr_month_view_clear_marks (XrMonthView *self);
void xr_month_view_mark (XrMonthView *self, XrDate day, const char *text);

G_END_DECLS
