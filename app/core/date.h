/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar date of which the day may be unknown: personnel files mostly know the month only.
 * All zero is "not there". */
typedef struct
{
  guint16 year; /* 1850 to 2200, 0: no date */
  guint8 month; /* 1 to 12 */
  guint8 day;   /* 1 to 31, 0: the month is all that is known */
} XrDate;

#define XR_DATE_NONE ((XrDate){ 0, 0, 0 })

#define XR_DATE_ERROR (xr_date_error_quark ())
GQuark xr_date_error_quark (void);

typedef enum
{
  XR_DATE_ERROR_SYNTAX,
  XR_DATE_ERROR_NO_SUCH_DAY,
  XR_DATE_ERROR_DAY_MISSING,
} XrDateError;

static inline gboolean
xr_date_is_set (XrDate date)
{
  return date.year != 0;
}

/**
 * xr_date_parse:
 * @text: `2026-03-01`, `2026.03.01`, `2026/3/1`, `20260301`, `2026年3月1日`, or a month: `2026.03`,
 *   `2026-03`, `202603`, `2026年3月`, `1975.8`; full-width digits and signs and blanks are accepted.
 *   `1975.1` is not: a number cell shows an October so
 * @month_is_enough: whether a date without a day will do
 *
 * Returns: %TRUE and @date, or %FALSE with a sentence (%XR_DATE_ERROR)
 */
gboolean xr_date_parse (const char *text, gboolean month_is_enough, XrDate *date, GError **error);

/* Returns: (transfer full): `2026-03-18`, or `2026-03` where the day is unknown, "" for no date. It is
 * also the form in which the office file stores dates. */
char *xr_date_to_iso (XrDate date);

/* Returns: (transfer full): `2026年3月18日`, `2026年3月`. */
char *xr_date_to_text (XrDate date);

/* Returns: (transfer full): `1975.08`, the way of the personnel forms. */
char *xr_date_to_form (XrDate date);

/* Order by year, month, day; an unknown day stands before every known one of its month. */
int xr_date_compare (XrDate a, XrDate b);

/* Whole months from @from to @to, days ignored (rules.md section 3); negative when @to is earlier. */
int xr_date_months_between (XrDate from, XrDate to);

/* The same day @months later (or earlier), else the last day of that month (民法典 art. 202). */
XrDate xr_date_add_months (XrDate date, int months);

/* @date must have a day. */
XrDate xr_date_add_days (XrDate date, int days);

/* Days from @from to @to; both must have a day. */
int xr_date_days_between (XrDate from, XrDate to);

/* 1 Monday to 7 Sunday; @date must have a day. */
int xr_date_weekday (XrDate date);

/* Day serial of a spreadsheet, 1900 system: 46083 is 2026-03-02. Returns no date when out of range. */
XrDate xr_date_from_serial (gint64 serial, gboolean since_1904);
/* The serial of a day from 1900-01-01 on, in the 1900 system. */
gint64 xr_date_to_serial (XrDate date);

/* The date of the local clock. The only function of the core that asks the clock. */
XrDate xr_date_today (void);
/* Lets it be @date until it is called with XR_DATE_NONE: for examples and tests, which take place on days
 * of their own. */
void xr_date_set_today (XrDate date);

G_END_DECLS
