/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/office.h"

G_BEGIN_DECLS

/**
 * xr_demo_create:
 * @office: an office file without a round
 *
 * Fills the file with the example rounds of resources/demo/, by the same commands that people use, so
 * that their record is a true one: one round in the middle of its evaluation, one at the shortlist, one
 * that is closed. All people in them are invented. The days of the examples are fixed; only the times
 * in the record are those of the clock.
 *
 * Returns: %FALSE with XR_ROUND_ERROR_REFUSED when there are rounds already, or with the error of the
 *   command that failed; what came before it stays in the file
 */
gboolean xr_demo_create (XrOffice *office, GError **error);

G_END_DECLS
