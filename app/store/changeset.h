/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database-private.h"

G_BEGIN_DECLS

/**
 * xr_changeset_apply:
 * @handle: a database in a transaction, with foreign keys off: rows come in the order of the
 * changeset, which is not that of the references
 * @changeset: (nullable): NULL or empty changes nothing
 *
 * Makes the changes. A row that is not as the changeset expects it is an error
 * (XR_STORE_ERROR_DAMAGED); the caller then rolls back.
 */
gboolean xr_changeset_apply (sqlite3 *handle, const void *changeset, gsize length, GError **error);
/* Returns: (transfer full): the changeset that takes @changeset back */
GBytes *xr_changeset_invert (GBytes *changeset, GError **error);

G_END_DECLS
