/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* Figures over all rounds of the office, archived ones too. Withdrawn posts do not count. */

typedef struct
{
  int year; /* of the announcement, else of the first day of registration; 0: neither is there */
  guint rounds, posts, candidates;
  guint appointed; /* whose appointment is decided */
  guint reserve;
} XrYearFigures;

/* By year, those without one last. (transfer full) (element-type XrYearFigures) */
GArray *xr_statistics_by_year (XrOffice *office);

/* How many people a round has, without reading them. */
guint xr_statistics_count_candidates (XrOffice *office, gint64 round);

/* How many candidates there are of one kind. */
typedef struct
{
  const char *label; /* translated */
  guint count;
} XrShareFigure;

/* Candidates by age on the day by which their round counts ages, youngest first; those whose birth or
 * day is not known last. Nobody is guessed into a group. (transfer full) (element-type XrShareFigure) */
GArray *xr_statistics_by_age (XrOffice *office);
/* Candidates by highest education, lowest first; unknown last. (transfer full) */
GArray *xr_statistics_by_education (XrOffice *office);

G_END_DECLS
