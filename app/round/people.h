/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* People over all rounds of an office. */

/* The person with this ID number in the latest other round, as a row of `candidate`; @title receives that
 * round's title. (transfer full) (nullable) */
XrRow *xr_people_find_earlier (XrOffice *office, gint64 round, const char *id_number, char **title);

G_END_DECLS
