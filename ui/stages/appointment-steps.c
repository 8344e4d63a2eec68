/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of an appointment, read from the file. */
#include "config.h"

#include "stages/appointment-steps.h"

#include <glib/gi18n-lib.h>

#include "round/commands.h"

static const char *
get_text (XrRow *row, const char *field)
{
  const char *value = row != NULL ? xr_row_get (row, field) : NULL;

  return value != NULL ? value : "";
}

/* A step that is done when its date is there; a name or number stands below the date. */
static void
add_dated (GPtrArray *steps, XrRow *row, const char *title, const char *date, const char *more)
{
  const char *on = get_text (row, date);
  const char *words = more != NULL ? get_text (row, more) : "";
  char *detail = g_strdup_printf ("%s%s%s", on, *words != '\0' ? "\n" : "", words);

  g_ptr_array_add (steps, xr_stage_step_new (*on != '\0' ? XR_MARK_DONE : XR_MARK_TO_COME, title,
                                             detail, "appointment"));
}

static void
add_probation (GPtrArray *steps, XrOffice *office, XrRow *row, gint64 application)
{
  XrDate end = xr_appointment_probation_end (office, application);
  gboolean decided = *get_text (row, "outcome") != '\0';
  gboolean due = xr_date_is_set (end) && xr_date_compare (xr_date_today (), end) >= 0;
  g_autofree char *day = xr_date_to_iso (end);
  XrMark mark = XR_MARK_TO_COME;

  if (decided)
    mark = XR_MARK_DONE;
  else if (xr_date_is_set (end))
    mark = due ? XR_MARK_ATTENTION : XR_MARK_NOW;
  g_ptr_array_add (steps,
                   xr_stage_step_new (mark, _ ("Probation"),
                                      xr_date_is_set (end) ? g_strdup_printf (
                                        due && !decided ? _ ("due since %s") : _ ("until %s"), day)
                                                           : NULL,
                                      "appointment"));
}

static void
add_outcome (GPtrArray *steps, XrOffice *office, XrRow *row)
{
  const XrField *field = xr_table_find_field (xr_table_find ("appointment"), "outcome");
  const char *outcome = get_text (row, "outcome");
  g_autofree char *word = row != NULL ? xr_office_dup_display (office, row, field) : g_strdup ("");
  XrMark mark = XR_MARK_TO_COME;

  if (g_str_equal (outcome, "confirmed"))
    mark = XR_MARK_DONE;
  else if (g_str_equal (outcome, "extended"))
    mark = XR_MARK_ATTENTION;
  else if (g_str_equal (outcome, "removed"))
    mark = XR_MARK_BLOCKED;
  g_ptr_array_add (steps,
                   xr_stage_step_new (mark, _ ("Confirmation"),
                                      g_strdup_printf ("%s%s%s", get_text (row, "outcome_on"),
                                                       *word != '\0' ? "\n" : "", word),
                                      "appointment"));
}

GPtrArray *
xr_appointment_steps (XrOffice *office, gint64 application)
{
  GPtrArray *steps = xr_steps_new ();
  g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("appointment"), application, NULL);

  add_dated (steps, row, _ ("Decision"), "decided_on", NULL);
  add_dated (steps, row, _ ("Notice of appointment"), "notice_on", "notice_number");
  add_dated (steps, row, _ ("Talk"), "talk_on", "talk_by");
  add_dated (steps, row, _ ("Filing"), "filed_on", "filed_with");
  add_probation (steps, office, row, application);
  add_outcome (steps, office, row);
  xr_steps_mark_next (steps);
  return steps;
}
