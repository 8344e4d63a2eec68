/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/decimal.h"

G_BEGIN_DECLS

/* An exact fraction of any size. Scores are worked out in these; only xr_rational_round() makes a
 * decimal of one, at the two places where INTERCHANGE 3 rounds. All arithmetic changes its first
 * argument; an operand may be the same object as it. */
typedef struct _XrRational XrRational;

/* Returns: (transfer full): 0 */
XrRational *xr_rational_new (void);
/* @denominator must not be 0; it may be negative. */
XrRational *xr_rational_new_fraction (gint64 numerator, gint64 denominator);
XrRational *xr_rational_new_decimal (XrDecimal value);
XrRational *xr_rational_copy (const XrRational *self);
void xr_rational_free (XrRational *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrRational, xr_rational_free)

void xr_rational_set (XrRational *self, const XrRational *other);
void xr_rational_set_fraction (XrRational *self, gint64 numerator, gint64 denominator);
void xr_rational_set_decimal (XrRational *self, XrDecimal value);

void xr_rational_add (XrRational *self, const XrRational *other);
void xr_rational_subtract (XrRational *self, const XrRational *other);
void xr_rational_multiply (XrRational *self, const XrRational *other);
/* @other must not be 0. */
void xr_rational_divide (XrRational *self, const XrRational *other);

void xr_rational_add_decimal (XrRational *self, XrDecimal value);
void xr_rational_multiply_decimal (XrRational *self, XrDecimal value);
/* @value must not be 0. */
void xr_rational_divide_decimal (XrRational *self, XrDecimal value);
/* @denominator must not be 0. */
void xr_rational_multiply_fraction (XrRational *self, gint64 numerator, gint64 denominator);
/* Adds @a × @b, which may be larger than an int64. */
void xr_rational_add_product (XrRational *self, gint64 a, gint64 b);

/* Returns: < 0, 0, > 0 */
int xr_rational_compare (const XrRational *a, const XrRational *b);
int xr_rational_compare_decimal (const XrRational *a, XrDecimal b);
/* Returns: −1, 0, 1 */
int xr_rational_sign (const XrRational *self);
gboolean xr_rational_is_zero (const XrRational *self);

/**
 * xr_rational_round:
 * @places: 0 to 4
 * @rounding: half away from zero, or cut off towards zero
 *
 * Rounds with whole numbers only. A value that no decimal can hold gives the largest (smallest)
 * one; scores never come near it.
 */
XrDecimal xr_rational_round (const XrRational *self, guint places, XrRounding rounding);

/* The square root of a value ≥ 0, rounded half up to @places (0 to 4); exact, with whole numbers only. For
 * statistics: no score is a root. */
XrDecimal xr_rational_round_root (const XrRational *self, guint places);

/* The smallest whole number ≥ the value, the largest ≤ it; for shortlist sizes. The value must fit.
 */
gint64 xr_rational_ceil (const XrRational *self);
gint64 xr_rational_floor (const XrRational *self);

G_END_DECLS
