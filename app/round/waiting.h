/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/keying.h"

G_BEGIN_DECLS

/* How commands write sheets that wait for their batch; for app/round/ only. */

gboolean xr_waiting_has (XrOffice *office, XrKeying keying, gint64 sheet);
/* A transaction outside of the record; closed with what came of it. */
gboolean xr_waiting_open (XrOffice *office, GError **error);
gboolean xr_waiting_close (XrOffice *office, gboolean done, GError **error);
/* Inside of such a transaction: the sheet begins to wait, or waits no more. */
gboolean xr_waiting_add (XrOffice *office, XrKeying keying, gint64 sheet, GError **error);
gboolean xr_waiting_take (XrOffice *office, XrKeying keying, gint64 sheet, GError **error);

G_END_DECLS
