/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/**
 * xr_follow_office:
 * @followed: (inout): the office that was followed so far, or NULL; receives a reference to @office
 * @handler: (inout): of the signal of *@followed
 * @office: (nullable): the one to follow now; NULL: none, as when a widget goes
 * @changed: called with (@data, @office) when the office says `changed`; ignored without @office
 *
 * Lets a widget hear of the changes of one office at a time.
 */
void xr_follow_office (XrOffice **followed, gulong *handler, XrOffice *office, GCallback changed,
                       gpointer data);

G_END_DECLS
