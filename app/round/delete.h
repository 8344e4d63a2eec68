/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/* Deletes a row inside a transaction, with the rows that make no sense without it. Refuses with a
 * sentence that names what hangs on it, where that is evidence. Stages and plan are not looked at. */
gboolean xr_delete_row (XrOffice *office, const XrTable *table, gint64 id, GError **error);

G_END_DECLS
