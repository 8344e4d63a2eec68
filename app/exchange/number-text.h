/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/date.h"
#include "core/decimal.h"

G_BEGIN_DECLS

/* Numbers as spreadsheet programs write them into a file: up to 17 digits, maybe an exponent, the
 * shadow of a binary fraction. Worked on as text, so that no binary fraction enters a score. */

/**
 * xr_number_text_to_decimal:
 * @text: `85.30000000000001`, `8.53E1`, `-2`
 * @value: (out): the decimal of at most four places within 1e-9 of it
 *
 * Returns: %FALSE with %XR_DECIMAL_ERROR when it isn't a number, doesn't fit, or is none of those
 *   decimals (INTERCHANGE, fine print)
 */
gboolean xr_number_text_to_decimal (const char *text, XrDecimal *value, GError **error);

/* The day of a date cell, time of day left out; no date when @text isn't the number of one. */
XrDate xr_number_text_to_date (const char *text, gboolean since_1904);

/* Returns: (transfer full): the number as people would write it: the decimal of
 * xr_number_text_to_decimal() without needless zeros, else the digits without an exponent where that
 * takes no more than 32 of them, else @text. */
char *xr_number_text_to_plain (const char *text);

G_END_DECLS
