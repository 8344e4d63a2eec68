/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* Something that a round, or the office itself, has on a day to come. */
typedef struct
{
  XrDate day;
  gint64 round;      /* 0: the jury of the office */
  char *round_title; /* translated title of the list where @round is 0 */
  char *what;        /* translated: "Publicity ends" */
  int stage;
} XrDueDate;

void xr_due_date_free (XrDueDate *due);

/* What the rounds that are under way have from @today on, by day. @round 0: all of them, and the office itself.
 * (transfer full) (element-type XrDueDate) */
GPtrArray *xr_due_dates (XrOffice *office, gint64 round, XrDate today);

G_END_DECLS
