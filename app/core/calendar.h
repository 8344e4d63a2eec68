/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"

G_BEGIN_DECLS

/* The working calendar: days off and make-up days by State Council notice (codes.md section 7). A day
 * that is not listed follows its weekday, but only in a year of which the table has any row. */
typedef struct _XrCalendar XrCalendar;

#define XR_CALENDAR_ERROR (xr_calendar_error_quark ())
GQuark xr_calendar_error_quark (void);

typedef enum
{
  XR_CALENDAR_ERROR_SYNTAX,
  XR_CALENDAR_ERROR_YEAR_MISSING,
} XrCalendarError;

/* Reads `date,kind,name` lines, kind `off` or `work`; a title line is passed over.
 * Returns: (transfer full): NULL on a broken line or a date that stands there twice. */
XrCalendar *xr_calendar_parse (const char *csv, GError **error);
void xr_calendar_free (XrCalendar *calendar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrCalendar, xr_calendar_free)

/* The calendar of resources/holidays.csv, loaded once. Returns: (transfer none) */
const XrCalendar *xr_calendar_builtin (void);

gboolean xr_calendar_knows_year (const XrCalendar *calendar, guint year);

/* Whether @date is a working day. Returns FALSE with @error set where its year is not in the table:
 * never guessed. */
gboolean xr_calendar_is_working (const XrCalendar *calendar, XrDate date, gboolean *working,
                                 GError **error);

/* The name of the holiday that lists @date, or NULL. (transfer none) */
const char *xr_calendar_name (const XrCalendar *calendar, XrDate date);

/* The @n-th working day counted from the day after @from (n ≥ 1); n ≤ −1 counts backwards. */
gboolean xr_calendar_add_working_days (const XrCalendar *calendar, XrDate from, int n,
                                       XrDate *result, GError **error);

/* Working days from @first to @last, both counted. */
gboolean xr_calendar_count_working_days (const XrCalendar *calendar, XrDate first, XrDate last,
                                         int *count, GError **error);

G_END_DECLS
