/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* Something that a round has on a day to come. */
typedef struct
{
  XrDate day;
  gint64 round;
  char *round_title;
  char *what; /* translated: "Publicity ends" */
  int stage;
} XrDueDate;

void xr_due_date_free (XrDueDate *due);

/* What the rounds that are under way have from @today on, by day. @round 0: all of them.
 * (transfer full) (element-type XrDueDate) */
GPtrArray *xr_due_dates (XrOffice *office, gint64 round, XrDate today);

G_END_DECLS
