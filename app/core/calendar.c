/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The working calendar: which days are worked, by the table of days off and make-up days. A year of
 * which the table says nothing is an error, never a guess. */

#include "config.h"

#include "core/calendar.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"
#include "resources/xr-app-resources.h"

typedef struct
{
  gboolean working;
  char *name;
} Entry;

struct _XrCalendar
{
  GHashTable *entries; /* date key → Entry */
  GHashTable *years;   /* the years that have an entry */
};

G_DEFINE_QUARK (xr - calendar - error - quark, xr_calendar_error)

static gpointer
get_key (XrDate date)
{
  return GUINT_TO_POINTER (date.year * 10000u + date.month * 100u + date.day);
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry);
}

static const Entry *
find_entry (const XrCalendar *calendar, XrDate date)
{
  return g_hash_table_lookup (calendar->entries, get_key (date));
}

/* Returns FALSE when @line is none of the table's; the title line and blank ones are passed over. */
static gboolean
add_line (XrCalendar *calendar, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, ",", 3);
  gboolean working;
  XrDate date;
  Entry *entry;

  if (g_strv_length (cells) != 3)
    return FALSE;
  working = strcmp (cells[1], "work") == 0;
  if ((!working && strcmp (cells[1], "off") != 0) || !xr_date_parse (cells[0], FALSE, &date, NULL)
      || find_entry (calendar, date) != NULL)
    return FALSE;

  entry = g_new (Entry, 1);
  entry->working = working;
  entry->name = xr_text_strip (cells[2]);
  g_hash_table_insert (calendar->entries, get_key (date), entry);
  g_hash_table_add (calendar->years, GUINT_TO_POINTER (date.year));
  return TRUE;
}

XrCalendar *
xr_calendar_parse (const char *csv, GError **error)
{
  g_autoptr (XrCalendar) calendar = g_new0 (XrCalendar, 1);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  calendar->entries = g_hash_table_new_full (NULL, NULL, NULL, free_entry);
  calendar->years = g_hash_table_new (NULL, NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = xr_text_strip (lines[i]);

      if (line[0] == '\0' || (i == 0 && g_str_has_prefix (line, "date,")))
        continue;
      if (!add_line (calendar, line))
        {
          g_set_error (error, XR_CALENDAR_ERROR, XR_CALENDAR_ERROR_SYNTAX,
                       _ ("Line %u of the working calendar is wrong or there twice; write a day "
                          "off as “2026-10-01,off,国庆节” and a make-up day with “work”"),
                       i + 1);
          return NULL;
        }
    }
  return g_steal_pointer (&calendar);
}

void
xr_calendar_free (XrCalendar *calendar)
{
  if (calendar == NULL)
    return;
  g_hash_table_unref (calendar->entries);
  g_hash_table_unref (calendar->years);
  g_free (calendar);
}

static XrCalendar *
load_builtin (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *csv = NULL;
  XrCalendar *calendar;

  /* Looked up in this bundle and not by the global registry: a linker drops an unused constructor. */
  bytes = g_resource_lookup_data (xr_app_get_resource (), "/org/xuanren/app/holidays.csv",
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  csv = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  calendar = xr_calendar_parse (csv, &error);
  g_assert_no_error (error);
  return calendar;
}

const XrCalendar *
xr_calendar_builtin (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, GPOINTER_TO_SIZE (load_builtin ()));
  return GSIZE_TO_POINTER (loaded);
}

gboolean
xr_calendar_knows_year (const XrCalendar *calendar, guint year)
{
  return g_hash_table_contains (calendar->years, GUINT_TO_POINTER (year));
}

gboolean
xr_calendar_is_working (const XrCalendar *calendar, XrDate date, gboolean *working, GError **error)
{
  const Entry *entry = find_entry (calendar, date);

  if (!xr_calendar_knows_year (calendar, date.year))
    {
      g_set_error (error, XR_CALENDAR_ERROR, XR_CALENDAR_ERROR_YEAR_MISSING,
                   _ ("The working calendar does not have the year %u yet; add its days off and "
                      "make-up days as the State Council has announced them"),
                   date.year);
      return FALSE;
    }
  *working = entry != NULL ? entry->working : xr_date_weekday (date) <= 5;
  return TRUE;
}

const char *
xr_calendar_name (const XrCalendar *calendar, XrDate date)
{
  const Entry *entry = find_entry (calendar, date);

  return entry != NULL ? entry->name : NULL;
}

gboolean
xr_calendar_add_working_days (const XrCalendar *calendar, XrDate from, int n, XrDate *result,
                              GError **error)
{
  int step = n < 0 ? -1 : 1;
  XrDate day = from;

  for (int left = ABS (n); left > 0;)
    {
      gboolean working;

      day = xr_date_add_days (day, step);
      if (!xr_calendar_is_working (calendar, day, &working, error))
        return FALSE;
      left -= working;
    }
  *result = day;
  return TRUE;
}

gboolean
xr_calendar_count_working_days (const XrCalendar *calendar, XrDate first, XrDate last, int *count,
                                GError **error)
{
  int counted = 0;

  for (XrDate day = first; xr_date_compare (day, last) <= 0; day = xr_date_add_days (day, 1))
    {
      gboolean working;

      if (!xr_calendar_is_working (calendar, day, &working, error))
        return FALSE;
      counted += working;
    }
  *count = counted;
  return TRUE;
}
