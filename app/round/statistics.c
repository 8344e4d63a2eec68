/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts over the whole office file, for looking at. No rule computes with them. */

#include "config.h"

#include "round/statistics.h"

#include <glib/gi18n-lib.h>

#include "round/sql.h"
#include "rules/education.h"

/* The day by which a round counts ages, as the rules have it. */
#define REFERENCE_DAY                                                                              \
  "coalesce ((SELECT value FROM setting WHERE round_id = r.id AND name = 'age_date'),"             \
  " (SELECT value FROM setting WHERE round_id = r.id AND name = 'registration_to'))"

static gboolean
next_row (XrStatement *rows)
{
  return rows != NULL && xr_statement_step (rows, NULL) == XR_STEP_ROW;
}

/* ---- by year */

static XrYearFigures *
ensure_year (GArray *years, int year)
{
  XrYearFigures fresh = { .year = year };

  for (guint i = 0; i < years->len; i++)
    {
      XrYearFigures *figures = &g_array_index (years, XrYearFigures, i);
      if (figures->year == year)
        return figures;
    }
  g_array_append_val (years, fresh);
  return &g_array_index (years, XrYearFigures, years->len - 1);
}

static int
compare_years (const void *a, const void *b)
{
  int year_a = ((const XrYearFigures *) a)->year;
  int year_b = ((const XrYearFigures *) b)->year;

  if ((year_a == 0) != (year_b == 0))
    return year_a == 0 ? 1 : -1;
  return year_a - year_b;
}

GArray *
xr_statistics_by_year (XrOffice *office)
{
  GArray *years = g_array_new (FALSE, TRUE, sizeof (XrYearFigures));
  g_autoptr (XrStatement) rows = xr_sql_rows (
    office,
    "SELECT CAST (substr (coalesce (r.announced_on, (SELECT value FROM setting"
    "   WHERE round_id = r.id AND name = 'registration_from'), '0'), 1, 4) AS INTEGER),"
    " (SELECT count(*) FROM post WHERE round_id = r.id AND cancelled = 0),"
    " (SELECT count(*) FROM candidate WHERE round_id = r.id),"
    " (SELECT count(*) FROM candidate c JOIN application a ON a.candidate_id = c.id"
    "   JOIN appointment ON application_id = a.id"
    "   WHERE c.round_id = r.id AND decided_on IS NOT NULL),"
    " (SELECT count(*) FROM candidate c JOIN application a ON a.candidate_id = c.id"
    "   JOIN reserve ON application_id = a.id WHERE c.round_id = r.id)"
    " FROM round r",
    XR_NO_PARAMS);

  while (next_row (rows))
    {
      XrYearFigures *figures = ensure_year (years, (int) xr_statement_get_int (rows, 0));
      figures->rounds += 1;
      figures->posts += (guint) xr_statement_get_int (rows, 1);
      figures->candidates += (guint) xr_statement_get_int (rows, 2);
      figures->appointed += (guint) xr_statement_get_int (rows, 3);
      figures->reserve += (guint) xr_statement_get_int (rows, 4);
    }
  g_array_sort (years, compare_years);
  return years;
}

guint
xr_statistics_count_candidates (XrOffice *office, gint64 round)
{
  return (guint) xr_sql_int (office, "SELECT count(*) FROM candidate WHERE round_id = :round",
                             XR_PARAMS (XR_INT (":round", round)), 0);
}

/* ---- composition */

static GArray *
start_shares (const char *const *labels, guint n)
{
  GArray *shares = g_array_sized_new (FALSE, TRUE, sizeof (XrShareFigure), n);

  for (guint i = 0; i < n; i++)
    {
      XrShareFigure share = { _ (labels[i]), 0 };
      g_array_append_val (shares, share);
    }
  return shares;
}

static void
count_one (GArray *shares, guint place)
{
  g_array_index (shares, XrShareFigure, place).count++;
}

/* The group of somebody born on @born on the day @on: 0 … 5, 6 where it is not known. */
static guint
find_age_group (const char *born, const char *on)
{
  XrDate birth, day;
  int age;

  if (born == NULL || on == NULL || !xr_date_parse (born, TRUE, &birth, NULL)
      || !xr_date_parse (on, TRUE, &day, NULL))
    return 6;
  age = xr_date_months_between (birth, day) / 12;
  return age <= 30 ? 0 : (guint) CLAMP ((age - 26) / 5, 1, 5);
}

GArray *
xr_statistics_by_age (XrOffice *office)
{
  static const char *const labels[] = { N_ ("to 30"),    N_ ("31 to 35"), N_ ("36 to 40"),
                                        N_ ("41 to 45"), N_ ("46 to 50"), N_ ("from 51"),
                                        N_ ("not known") };
  GArray *shares = start_shares (labels, G_N_ELEMENTS (labels));
  g_autoptr (XrStatement) rows = xr_sql_rows (
    office,
    "SELECT born, " REFERENCE_DAY " FROM candidate JOIN round r ON r.id = candidate.round_id",
    XR_NO_PARAMS);

  while (next_row (rows))
    count_one (shares,
               find_age_group (xr_statement_get_text (rows, 0), xr_statement_get_text (rows, 1)));
  return shares;
}

static guint
find_education_group (const char *text)
{
  XrEducation education;
  gboolean complete;

  if (text == NULL || !xr_education_parse (text, &education, &complete))
    return 4;
  switch (education)
    {
    case XR_EDUCATION_COLLEGE:
      return 1;
    case XR_EDUCATION_UNIVERSITY:
      return 2;
    case XR_EDUCATION_GRADUATE:
      return 3;
    default:
      return 0;
    }
}

GArray *
xr_statistics_by_education (XrOffice *office)
{
  static const char *const labels[] = { N_ ("secondary school or less"), N_ ("college"),
                                        N_ ("university"), N_ ("graduate school"),
                                        N_ ("not known") };
  GArray *shares = start_shares (labels, G_N_ELEMENTS (labels));
  g_autoptr (XrStatement) rows = xr_sql_rows (office, "SELECT education FROM candidate",
                                              XR_NO_PARAMS);

  while (next_row (rows))
    count_one (shares, find_education_group (xr_statement_get_text (rows, 0)));
  return shares;
}
