/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklist of an inspection, read from the file. The conditions of the stage are the judge of what
 * is missing; this only shows where one person stands. */
#include "config.h"

#include "stages/inspection-steps.h"

#include <glib/gi18n-lib.h>

static gboolean
is_given (XrRow *row, const char *field)
{
  const char *value = row != NULL ? xr_row_get (row, field) : NULL;

  return value != NULL && *value != '\0';
}

static const char *
get_text (XrRow *row, const char *field)
{
  return is_given (row, field) ? xr_row_get (row, field) : "";
}

static XrMark
mark_when (gboolean done)
{
  return done ? XR_MARK_DONE : XR_MARK_TO_COME;
}

static void
add (GPtrArray *steps, XrMark mark, const char *title, char *detail, const char *place)
{
  g_ptr_array_add (steps, xr_stage_step_new (mark, title, detail, place));
}

static void
add_visit (GPtrArray *steps, XrRow *row)
{
  add (steps, mark_when (is_given (row, "notice_on")), _ ("Notice of inspection"),
       g_strdup_printf ("%s %s", get_text (row, "notice_on"), get_text (row, "notice_at")),
       "inspection");
  add (steps, mark_when (is_given (row, "starts_on") && is_given (row, "ends_on")),
       _ ("Inspection on the spot"),
       is_given (row, "starts_on")
         ? g_strdup_printf ("%s – %s", get_text (row, "starts_on"), get_text (row, "ends_on"))
         : NULL,
       "inspection");
}

static void
add_talks (GPtrArray *steps, XrOffice *office, gint64 application)
{
  g_autoptr (GPtrArray) talks = xr_office_query (office, xr_table_find ("talk"), "application_id",
                                                 application);

  add (steps, mark_when (talks->len > 0), _ ("Inspection talks"),
       talks->len > 0 ? g_strdup_printf (
         g_dngettext (GETTEXT_PACKAGE, "%u talk", "%u talks", talks->len), talks->len)
                      : NULL,
       "talk");
}

XrMark
xr_inspection_mark_conclusion (const char *conclusion)
{
  static const struct
  {
    const char *conclusion;
    XrMark mark;
  } marks[] = {
    { "clear", XR_MARK_DONE },
    { "minor", XR_MARK_ATTENTION },
    { "problem", XR_MARK_BLOCKED },
    { "not-due", XR_MARK_SKIPPED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_strcmp0 (conclusion, marks[i].conclusion) == 0)
        return marks[i].mark;
    }
  return XR_MARK_TO_COME;
}

/* Something found that has no effect is done with; only a problem is left standing. */
static void
add_checks (GPtrArray *steps, XrOffice *office, gint64 application)
{
  static const char *const musts[] = { "archive", "personal", "discipline", "complaints", NULL };
  g_autoptr (GPtrArray) rows = xr_office_query (office, xr_table_find ("inspection_check"),
                                                "application_id", application);
  guint n_musts = 0, n_problems = 0;
  XrRow *integrity = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      XrRow *row = g_ptr_array_index (rows, i);
      n_musts += g_strv_contains (musts, xr_row_get (row, "kind")) ? 1 : 0;
      n_problems += g_strcmp0 (xr_row_get (row, "conclusion"), "problem") == 0 ? 1 : 0;
      if (g_str_equal (xr_row_get (row, "kind"), "integrity"))
        integrity = row;
    }
  add (steps, n_problems > 0 ? XR_MARK_BLOCKED : mark_when (n_musts == 4), _ ("The four musts"),
       n_problems > 0 ? g_strdup (_ ("a problem was found"))
                      : g_strdup_printf (_ ("%u of 4 concluded"), n_musts),
       "inspection_check");
  add (steps, mark_when (integrity != NULL), _ ("Conclusion on integrity"),
       integrity != NULL
         ? g_strdup_printf ("%s %s", get_text (integrity, "done_on"), get_text (integrity, "paper"))
         : NULL,
       "inspection_check");
}

static void
add_complaints (GPtrArray *steps, XrOffice *office, gint64 application)
{
  g_autoptr (GPtrArray) rows = xr_office_query (office, xr_table_find ("complaint"),
                                                "application_id", application);
  guint n_open = 0, n_proved = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const char *outcome = xr_row_get (g_ptr_array_index (rows, i), "outcome");
      n_open += g_strcmp0 (outcome, "open") == 0 ? 1 : 0;
      n_proved += g_strcmp0 (outcome, "proved") == 0 ? 1 : 0;
    }
  if (n_proved > 0)
    add (steps, XR_MARK_BLOCKED, _ ("Complaints and reports"),
         g_strdup_printf (_ ("%u proved, with effect"), n_proved), "complaint");
  else if (n_open > 0)
    add (steps, XR_MARK_ATTENTION, _ ("Complaints and reports"),
         g_strdup_printf (_ ("%1$u, of which %2$u still open"), rows->len, n_open), "complaint");
  else
    add (steps, rows->len > 0 ? XR_MARK_DONE : XR_MARK_SKIPPED, _ ("Complaints and reports"),
         rows->len > 0 ? g_strdup_printf (_ ("%u, all closed"), rows->len) : g_strdup (_ ("none")),
         "complaint");
}

static void
add_report (GPtrArray *steps, XrOffice *office, XrRow *row)
{
  gboolean complete = is_given (row, "strengths") && is_given (row, "faults")
                      && is_given (row, "opinion") && is_given (row, "reported_on");
  const XrField *rating = xr_table_find_field (xr_table_find ("inspection"), "rating");

  add (steps, mark_when (complete), _ ("Inspection report"),
       g_strdup (get_text (row, "reported_on")), "findings");
  add (steps, mark_when (is_given (row, "rating")), _ ("Rating"),
       row != NULL ? xr_office_dup_display (office, row, rating) : NULL, "findings");
}

GPtrArray *
xr_inspection_steps (XrOffice *office, gint64 application)
{
  GPtrArray *steps = xr_steps_new ();
  g_autoptr (XrRow) row = xr_office_load (office, xr_table_find ("inspection"), application, NULL);

  if (row != NULL && xr_row_get_int (row, "vetoed") != 0)
    add (
      steps, XR_MARK_BLOCKED, _ ("Veto"),
      g_strdup_printf (_ ("%1$s: %2$s"), get_text (row, "veto_by"), get_text (row, "veto_reason")),
      NULL);
  add_visit (steps, row);
  add_talks (steps, office, application);
  add_checks (steps, office, application);
  add_complaints (steps, office, application);
  add_report (steps, office, row);
  xr_steps_mark_next (steps);
  return steps;
}
