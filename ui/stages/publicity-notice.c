/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wording of the notice. The printed form is made elsewhere; this is for the screen and for copying. */
#include "config.h"

#include "stages/publicity-notice.h"

#include <glib/gi18n-lib.h>

#include "round/commands.h"
#include "round/round.h"
#include "stages/people.h"

static gboolean
is_given (XrRow *row, const char *field)
{
  const char *value = row != NULL ? xr_row_get (row, field) : NULL;

  return value != NULL && *value != '\0';
}

/* Adds @text, freed here, to a person's line. */
static void
add_word (GPtrArray *words, char *text)
{
  g_ptr_array_add (words, text);
}

static void
add_field (GPtrArray *words, XrRow *row, const char *field, const char *format)
{
  if (is_given (row, field))
    add_word (words, g_strdup_printf (format, xr_row_get (row, field)));
}

static void
add_born (GPtrArray *words, XrRow *candidate, XrDate on)
{
  XrDate born = xr_row_get_date (candidate, "born");
  g_autofree char *month = NULL;

  if (!xr_date_is_set (born))
    return;
  born.day = 0;
  month = xr_date_to_text (born);
  add_word (words, g_strdup_printf (_ ("born in %1$s (aged %2$d)"), month,
                                    xr_date_months_between (born, on) / 12));
}

static void
add_work (GPtrArray *words, XrRow *candidate)
{
  XrDate since = xr_row_get_date (candidate, "work_since");
  g_autofree char *month = NULL;

  if (!xr_date_is_set (since))
    return;
  since.day = 0;
  month = xr_date_to_text (since);
  add_word (words, g_strdup_printf (_ ("at work since %s"), month));
}

static void
add_present_post (GPtrArray *words, XrRow *candidate)
{
  const char *unit = is_given (candidate, "unit") ? xr_row_get (candidate, "unit") : "";
  const char *position = is_given (candidate, "position") ? xr_row_get (candidate, "position") : "";

  if (*unit != '\0' || *position != '\0')
    add_word (words, g_strdup_printf (_ ("now %1$s%2$s"), unit, position));
}

static void
append_person (GString *text, XrOffice *office, gint64 application, XrDate on)
{
  g_autoptr (XrRow) candidate = xr_people_load_candidate (office, application);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *post = xr_people_dup_post (office, application);
  g_autofree char *line = NULL;

  if (candidate == NULL)
    return;
  add_field (words, candidate, "name", "%s");
  add_field (words, candidate, "sex", "%s");
  add_field (words, candidate, "nation", "%s");
  add_born (words, candidate, on);
  add_field (words, candidate, "education", _ ("education %s"));
  add_field (words, candidate, "degree", _ ("degree %s"));
  add_field (words, candidate, "party", "%s");
  add_work (words, candidate);
  add_present_post (words, candidate);
  add_word (words, g_strdup_printf (_ ("to be appointed %s"), post));
  g_ptr_array_add (words, NULL);
  /* Translators: what stands between the parts of a person's line */
  line = g_strjoinv (C_ ("notice", ", "), (char **) words->pdata);
  g_string_append_printf (text, _ ("    %s.\n"), line);
}

static void
append_opening (GString *text, XrOffice *office, gint64 round)
{
  g_autoptr (GPtrArray) meetings = xr_office_query (office, xr_table_find ("meeting"), "round_id",
                                                    round);
  XrRow *last = meetings->len > 0 ? g_ptr_array_index (meetings, meetings->len - 1) : NULL;
  g_autofree char *day = last != NULL ? xr_date_to_text (xr_row_get_date (last, "held_on")) : NULL;

  if (day != NULL && is_given (last, "number"))
    g_string_append_printf (text,
                            /* Translators: 1 the day, 2 the number of the meeting */
                            _ ("    %2$s of %1$s decided to appoint the following persons, who are "
                               "hereby made public.\n"),
                            day, xr_row_get (last, "number"));
  else if (day != NULL)
    g_string_append_printf (text,
                            _ ("    The meeting of %s decided to appoint the following persons, "
                               "who are hereby made public.\n"),
                            day);
  else
    g_string_append (text, _ ("    The following persons are to be appointed and are hereby made "
                              "public.\n"));
}

static void
append_period (GString *text, XrOffice *office, XrRow *publicity)
{
  gint64 id = xr_row_get_id (publicity);
  g_autoptr (XrPublicity) period = id != 0 ? xr_publicity_count (office, id, NULL) : NULL;
  const XrField *unit = xr_table_find_field (xr_table_find ("publicity"), "unit");
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *days = NULL;

  if (period == NULL)
    return;
  first = xr_date_to_text (period->first);
  last = xr_date_to_text (period->last);
  days = xr_office_dup_display (office, publicity, unit);
  g_string_append_printf (
    text,
    xr_row_get_int (publicity, "same_day") != 0
      ? _ ("    Period: from %1$s to %2$s, %3$s %4$s, counted from the day of posting.\n")
      : _ ("    Period: from %1$s to %2$s, %3$s %4$s, counted from the day after posting.\n"),
    first, last, xr_row_get (publicity, "days"), days);
}

static void
append_reports (GString *text, XrRow *publicity)
{
  g_string_append (text, _ ("    Opinions about those named can be told during the period."));
  if (is_given (publicity, "phone"))
    g_string_append_printf (text, _ (" Telephone: %s."), xr_row_get (publicity, "phone"));
  if (is_given (publicity, "address"))
    g_string_append_printf (text, _ (" Address: %s."), xr_row_get (publicity, "address"));
  g_string_append (text,
                   _ ("\n    Who reports in person signs with name and telephone; a unit puts "
                      "its seal. Reports are looked into, and who reports is kept secret.\n"));
}

char *
xr_publicity_notice_dup_text (XrOffice *office, gint64 round, XrRow *publicity)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GArray) chosen = xr_round_chosen (office, round);
  g_autoptr (XrRow) row = xr_round_load (office, round, NULL);
  XrDate on = publicity != NULL ? xr_row_get_date (publicity, "posted_on") : xr_date_today ();
  g_autofree char *day = xr_date_to_text (on);

  g_string_append_printf (text, "%s\n\n", _ ("Notice of intended appointments"));
  append_opening (text, office, round);
  for (guint i = 0; i < chosen->len; i++)
    append_person (text, office, g_array_index (chosen, gint64, i), on);
  if (publicity != NULL)
    append_period (text, office, publicity);
  append_reports (text, publicity);
  g_string_append_printf (text, "\n%s\n%s",
                          row != NULL && is_given (row, "unit") ? xr_row_get (row, "unit") : "",
                          publicity != NULL ? day : "");
  return g_string_free (text, FALSE);
}
