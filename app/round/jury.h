/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* The jury of the office, 测评人员库, by its terms (rules.md S7). */

/* The last day of a term that began on @from and lasts @months (1 or more). */
XrDate xr_jury_term_end (XrDate from, int months);

/* A day on which terms end. */
typedef struct
{
  XrDate day;
  guint jurors; /* 1 or more */
} XrJuryEnd;

/* The days from @today on, in order. (transfer full) (element-type XrJuryEnd) */
GArray *xr_jury_ends (XrOffice *office, XrDate today);

/**
 * xr_jury_count:
 * @group: the name of a group of voters
 * @in_term: (out): how many of them are in their term on @day
 *
 * Returns: how many jurors of that group the office keeps, 0 where it keeps no jury
 */
guint xr_jury_count (XrOffice *office, const char *group, XrDate day, guint *in_term);

/**
 * xr_jury_dup_names:
 * @component: a component; where it has groups of voters only jurors of those groups are meant
 *
 * Returns: (transfer full): who is in their term on @day, one a line; NULL with XR_ROUND_ERROR_VALUE: nobody
 */
char *xr_jury_dup_names (XrOffice *office, gint64 component, XrDate day, GError **error);

G_END_DECLS
