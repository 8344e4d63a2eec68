/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/table.h"

G_BEGIN_DECLS

/* People to tick, with one tick for everybody.
 *
 * Signal: `changed`, when others are ticked. */

#define XR_TYPE_PEOPLE_CHECKS (xr_people_checks_get_type ())
G_DECLARE_FINAL_TYPE (XrPeopleChecks, xr_people_checks, XR, PEOPLE_CHECKS, AdwBin)

XrPeopleChecks *xr_people_checks_new (void);
/* @people: (element-type XrRow): candidates; @chosen: the only one that is ticked at first, 0: all */
void xr_people_checks_fill (XrPeopleChecks *self, GPtrArray *people, gint64 chosen);
/* The ids of those ticked, in the order of the list. (transfer full) (element-type gint64) */
GArray *xr_people_checks_get_chosen (XrPeopleChecks *self);

G_END_DECLS
