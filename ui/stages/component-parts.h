/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What there is to record about a component of a method, as pages of the view of components. @method is
 * the column of the table `component`, NULL where there is none; parts are names of pages. */

/* Whether components of @method have @part. */
gboolean xr_method_has_part (const char *method, const char *part);
/* Whether figures of @method are recorded for each post by itself. */
gboolean xr_method_has_post (const char *method);
/* The part where what @place, as conditions name it, speaks of is mended. Returns: NULL for other places */
const char *xr_component_part_at (const char *place);

G_END_DECLS
