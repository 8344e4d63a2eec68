/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The period of 公示: which days count and which is the last. A period is only made where the calendar
 * knows every day of it, since the floor of five working days is looked at in every plan. */

#include "config.h"

#include "rules/publicity.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (xr - publicity - error - quark, xr_publicity_error)

static void
clear_day (gpointer data)
{
  XrPublicityDay *day = data;

  g_free (day->name);
}

/* A weekday that is not worked is a holiday; of weekends only those that a notice lists. */
static XrPublicityDayKind
classify (const XrPublicityDay *day, gboolean started, gboolean calendar_days)
{
  if (!started)
    return XR_PUBLICITY_DAY_BEFORE;
  if (calendar_days || day->working)
    return XR_PUBLICITY_DAY_COUNTED;
  return day->name != NULL ? XR_PUBLICITY_DAY_HOLIDAY : XR_PUBLICITY_DAY_WEEKEND;
}

static void
count_day (XrPublicity *publicity, XrPublicityDay *day, int ordinal)
{
  if (day->kind == XR_PUBLICITY_DAY_COUNTED)
    {
      day->ordinal = ordinal;
      publicity->last = day->date;
      if (ordinal == 1)
        publicity->first = day->date;
    }
  if (day->kind == XR_PUBLICITY_DAY_COUNTED && day->working)
    publicity->working_days++;
}

static gboolean
add_days (XrPublicity *publicity, const XrSettings *settings, const XrCalendar *calendar,
          GError **error)
{
  XrDate start = xr_date_add_days (publicity->posted, settings->publicity_same_day ? 0 : 1);
  XrDate date = publicity->posted;

  for (int counted = 0; counted < settings->publicity_days; date = xr_date_add_days (date, 1))
    {
      XrPublicityDay day = { .date = date };

      if (!xr_calendar_is_working (calendar, date, &day.working, error))
        return FALSE;
      day.name = g_strdup (xr_calendar_name (calendar, date));
      day.kind = classify (&day, xr_date_compare (date, start) >= 0,
                           settings->publicity_calendar_days);
      counted += day.kind == XR_PUBLICITY_DAY_COUNTED;
      count_day (publicity, &day, counted);
      g_array_append_val (publicity->days, day);
    }
  return TRUE;
}

XrPublicity *
xr_publicity_new (const XrSettings *settings, const XrCalendar *calendar, XrDate posted,
                  GError **error)
{
  g_autoptr (XrPublicity) publicity = g_new0 (XrPublicity, 1);

  g_return_val_if_fail (posted.day != 0, NULL);

  publicity->posted = posted;
  publicity->days = g_array_new (FALSE, TRUE, sizeof (XrPublicityDay));
  g_array_set_clear_func (publicity->days, clear_day);
  if (settings->publicity_days < 1)
    {
      g_set_error_literal (error, XR_PUBLICITY_ERROR, XR_PUBLICITY_ERROR_NO_DAYS,
                           _ ("The plan does not say for how many days to publish; set them in "
                              "the plan"));
      return NULL;
    }
  if (!add_days (publicity, settings, calendar, error))
    return NULL;
  publicity->floor_met = publicity->working_days >= XR_PUBLICITY_FLOOR;
  publicity->above_maximum = settings->publicity_max_days != XR_COUNT_NONE
                             && settings->publicity_days > settings->publicity_max_days;
  return g_steal_pointer (&publicity);
}

void
xr_publicity_free (XrPublicity *publicity)
{
  if (publicity == NULL)
    return;
  g_array_unref (publicity->days);
  g_free (publicity);
}
