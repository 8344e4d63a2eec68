/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collects the days that somebody has to think of: planned stages, the end of publicity and of
 * probation, complaints that are open, the end of the jurors' terms. */
#include "config.h"

#include "shell/due-dates.h"

#include <glib/gi18n-lib.h>

#include "round/commands.h"
#include "round/jury.h"
#include "round/round.h"
#include "round/stage.h"

typedef struct
{
  XrOffice *office;
  XrRow *round;
  XrDate today;
  GPtrArray *dues;
} Collector;

void
xr_due_date_free (XrDueDate *due)
{
  g_free (due->round_title);
  g_free (due->what);
  g_free (due);
}

static void
add_due (Collector *collector, XrDate day, int stage, char *what)
{
  XrDueDate *due;

  if (!xr_date_is_set (day) || xr_date_compare (day, collector->today) < 0)
    {
      g_free (what);
      return;
    }
  due = g_new0 (XrDueDate, 1);
  due->day = day;
  due->round = xr_row_get_id (collector->round);
  due->round_title = g_strdup (xr_row_get (collector->round, "title"));
  due->what = what;
  due->stage = stage;
  g_ptr_array_add (collector->dues, due);
}

static void
add_planned (Collector *collector)
{
  gint64 round = xr_row_get_id (collector->round);
  XrStage current = xr_round_current_stage (collector->office, round);
  g_autoptr (GPtrArray) rows = xr_office_query (collector->office, xr_table_find ("schedule"),
                                                "round_id", round);

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      int stage = xr_row_get_int (row, "stage");
      const char *title = _ (xr_stage_info (stage)->title);
      if (stage < (int) current)
        continue;
      add_due (collector, xr_row_get_date (row, "starts_on"), stage,
               g_strdup_printf (_ ("%s begins"), title));
      add_due (collector, xr_row_get_date (row, "ends_on"), stage,
               g_strdup_printf (_ ("%s ends"), title));
    }
}

static void
add_publicity (Collector *collector)
{
  g_autoptr (GPtrArray) rows = xr_office_query (collector->office, xr_table_find ("publicity"),
                                                "round_id", xr_row_get_id (collector->round));

  for (guint i = 0; i < rows->len; i++)
    {
      XrPublicityPeriod period;
      if (xr_publicity_period (collector->office, xr_row_get_id (g_ptr_array_index (rows, i)),
                               collector->today, &period, NULL))
        add_due (collector, period.last, XR_STAGE_PUBLICITY, g_strdup (_ ("Publicity ends")));
    }
}

static void
add_probation (Collector *collector)
{
  const XrTable *applications = xr_table_find ("application");
  g_autoptr (GPtrArray) rows = xr_office_query_round (
    collector->office, xr_table_find ("appointment"), xr_row_get_id (collector->round));

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 application = xr_row_get_id (g_ptr_array_index (rows, i));
      g_autofree char *title = xr_office_dup_title (collector->office, applications, application);
      if (xr_row_get (g_ptr_array_index (rows, i), "outcome") == NULL)
        add_due (collector, xr_appointment_probation_end (collector->office, application),
                 XR_STAGE_APPOINTMENT, g_strdup_printf (_ ("Probation ends: %s"), title));
    }
}

/* A complaint that nobody has closed is due every day. */
static void
add_complaints (Collector *collector)
{
  g_autoptr (GPtrArray) rows = xr_office_query_round (
    collector->office, xr_table_find ("complaint"), xr_row_get_id (collector->round));

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      g_autofree char *since = xr_date_to_iso (xr_row_get_date (row, "received_on"));
      if (g_strcmp0 (xr_row_get (row, "outcome"), "open") == 0)
        add_due (collector, collector->today, (int) xr_row_get_int (row, "stage"),
                 g_strdup_printf (_ ("A complaint is open since %s"), since));
    }
}

static void
collect_round (XrOffice *office, XrRow *round, XrDate today, GPtrArray *dues)
{
  Collector collector = { office, round, today, dues };

  if (xr_row_get_int (round, "archived") != 0)
    return;
  add_planned (&collector);
  add_publicity (&collector);
  add_probation (&collector);
  add_complaints (&collector);
}

static void
collect_jury (XrOffice *office, XrDate today, GPtrArray *dues)
{
  g_autoptr (GArray) ends = xr_jury_ends (office, today);

  for (guint i = 0; i < ends->len; i++)
    {
      const XrJuryEnd *end = &g_array_index (ends, XrJuryEnd, i);
      XrDueDate *due = g_new0 (XrDueDate, 1);
      due->day = end->day;
      due->round_title = g_strdup (_ (xr_table_find ("juror")->title));
      due->what = g_strdup_printf (
        ngettext ("The term of %u juror ends", "The terms of %u jurors end", end->jurors),
        end->jurors);
      g_ptr_array_add (dues, due);
    }
}

static int
compare_dues (gconstpointer a, gconstpointer b)
{
  const XrDueDate *due_a = *(const XrDueDate *const *) a;
  const XrDueDate *due_b = *(const XrDueDate *const *) b;

  return xr_date_compare (due_a->day, due_b->day);
}

GPtrArray *
xr_due_dates (XrOffice *office, gint64 round, XrDate today)
{
  GPtrArray *dues = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_due_date_free);
  g_autoptr (GPtrArray) rounds = xr_round_list (office);

  for (guint i = 0; i < rounds->len; i++)
    {
      XrRow *row = g_ptr_array_index (rounds, i);
      if (round == 0 || xr_row_get_id (row) == round)
        collect_round (office, row, today, dues);
    }
  if (round == 0)
    collect_jury (office, today, dues);
  g_ptr_array_sort (dues, compare_dues);
  return dues;
}
