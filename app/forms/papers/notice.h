/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "forms/fill.h"

G_BEGIN_DECLS

/* Notices of appointment: several people may stand in one, which its number tells. */

/* Fills an XrFormSubject for each number: for XrForm.subjects of a form on table `appointment`. */
void xr_notice_list (XrOffice *office, gint64 round, GArray *subjects);
/* The rows of `appointment` that stand in the notice of @appointment (nullable). (transfer none) */
GPtrArray *xr_notice_rows (XrFill *fill, XrRow *appointment);
/* "甲", or "甲等" where there are several; NULL for none. */
const char *xr_notice_people (XrFill *fill, GPtrArray *rows);

G_END_DECLS
