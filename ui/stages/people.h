/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* Who the later stages are about, by application; and the words for them. */

/* (transfer full): the person's name */
char *xr_people_dup_name (XrOffice *office, gint64 application);
/* (transfer full): the name of the post applied for */
char *xr_people_dup_post (XrOffice *office, gint64 application);
/* The row of the person, NULL when the file is damaged. (transfer full) */
XrRow *xr_people_load_candidate (XrOffice *office, gint64 application);

/* Everybody on the shortlists, post by post. (transfer full) (element-type gint64) */
GArray *xr_people_shortlisted (XrOffice *office, gint64 round);
/* Those still in the round who were not chosen and were not told yet. (transfer full) (element-type
 * gint64) */
GArray *xr_people_untold (XrOffice *office, gint64 round);

G_END_DECLS
