/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/command.h"

G_BEGIN_DECLS

/* The writing of scores inside a transaction that the caller has begun, shared by single scores and
 * pasted blocks. */

gboolean xr_write_score (XrOffice *office, gint64 judge, gint64 application, gint64 dimension,
                         const char *text, GError **error);
gboolean xr_write_direct_score (XrOffice *office, gint64 component, gint64 candidate,
                                gint64 dimension, const char *text, GError **error);
/* Whether the stage of the component is open; @round receives its round. */
gboolean xr_check_component_open (XrOffice *office, gint64 component, gint64 *round,
                                  GError **error);

G_END_DECLS
