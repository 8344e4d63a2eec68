/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/calendar.h"
#include "rules/plan.h"

G_BEGIN_DECLS

/* P1: whatever the plan says, a 公示 holds at least five working days. */
#define XR_PUBLICITY_FLOOR 5

#define XR_PUBLICITY_ERROR (xr_publicity_error_quark ())
GQuark xr_publicity_error_quark (void);

typedef enum
{
  XR_PUBLICITY_ERROR_NO_DAYS, /* the plan does not say how many days */
} XrPublicityError;

typedef enum
{
  XR_PUBLICITY_DAY_BEFORE,  /* up to where counting starts, the day of posting among them */
  XR_PUBLICITY_DAY_COUNTED, /* day number `ordinal` of the period */
  XR_PUBLICITY_DAY_WEEKEND, /* not counted */
  XR_PUBLICITY_DAY_HOLIDAY, /* not counted */
} XrPublicityDayKind;

/* One day of the strip that shows how a period is counted. */
typedef struct
{
  XrDate date;
  XrPublicityDayKind kind;
  int ordinal;      /* from 1 for a counted day, else 0 */
  gboolean working; /* whether it is a working day */
  char *name;       /* (nullable): of the holiday whose notice lists the day, make-up days too */
} XrPublicityDay;

/* A period of 公示; it ends at 24:00 of the last day. */
typedef struct
{
  XrDate posted;
  XrDate first, last;     /* the first and last counted day */
  int working_days;       /* within it, both ends counted */
  gboolean floor_met;     /* at least XR_PUBLICITY_FLOOR of them */
  gboolean above_maximum; /* more days than 公示天数上限 */
  GArray *days;           /* XrPublicityDay from the day of posting to the last */
} XrPublicity;

/**
 * xr_publicity_new:
 * @posted: the day on which the text went up, with its day known
 *
 * Counts 公示天数 working days or calendar days from the day after @posted, or from it where 公示起算 is
 * 当日 (rules.md section 3).
 *
 * Returns: (transfer full): the period, or NULL where the plan has no number of days
 *   (%XR_PUBLICITY_ERROR) or the calendar lacks a year (%XR_CALENDAR_ERROR)
 */
XrPublicity *xr_publicity_new (const XrSettings *settings, const XrCalendar *calendar,
                               XrDate posted, GError **error);
void xr_publicity_free (XrPublicity *publicity);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrPublicity, xr_publicity_free)

G_END_DECLS
