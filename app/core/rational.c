/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact fractions on GMP. This is the only unit that rounds a score; it must never let a binary
 * floating point number in. */

#include "core/rational.h"

#include <gmp.h>

struct _XrRational
{
  mpq_t value;
};

static void
set_integer (mpz_t target, gint64 value)
{
  guint64 magnitude = value < 0 ? -(guint64) value : (guint64) value;

  /* Not mpz_set_si(): a long has 32 bits on some machines. */
  mpz_import (target, 1, 1, sizeof magnitude, 0, 0, &magnitude);
  if (value < 0)
    mpz_neg (target, target);
}

static gint64
get_integer (const mpz_t value)
{
  guint64 magnitude = 0;

  if (mpz_sizeinbase (value, 2) > 63)
    return mpz_sgn (value) < 0 ? G_MININT64 : G_MAXINT64;
  mpz_export (&magnitude, NULL, 1, sizeof magnitude, 0, 0, value);
  return mpz_sgn (value) < 0 ? -(gint64) magnitude : (gint64) magnitude;
}

XrRational *
xr_rational_new (void)
{
  XrRational *self = g_new (XrRational, 1);

  mpq_init (self->value);
  return self;
}

XrRational *
xr_rational_new_fraction (gint64 numerator, gint64 denominator)
{
  XrRational *self = xr_rational_new ();

  xr_rational_set_fraction (self, numerator, denominator);
  return self;
}

XrRational *
xr_rational_new_decimal (XrDecimal value)
{
  return xr_rational_new_fraction (value.units, XR_DECIMAL_SCALE);
}

XrRational *
xr_rational_copy (const XrRational *self)
{
  XrRational *copy = xr_rational_new ();

  mpq_set (copy->value, self->value);
  return copy;
}

void
xr_rational_free (XrRational *self)
{
  if (self == NULL)
    return;
  mpq_clear (self->value);
  g_free (self);
}

void
xr_rational_set (XrRational *self, const XrRational *other)
{
  mpq_set (self->value, other->value);
}

void
xr_rational_set_fraction (XrRational *self, gint64 numerator, gint64 denominator)
{
  g_return_if_fail (denominator != 0);

  set_integer (mpq_numref (self->value), numerator);
  set_integer (mpq_denref (self->value), denominator);
  mpq_canonicalize (self->value);
}

void
xr_rational_set_decimal (XrRational *self, XrDecimal value)
{
  xr_rational_set_fraction (self, value.units, XR_DECIMAL_SCALE);
}

void
xr_rational_add (XrRational *self, const XrRational *other)
{
  mpq_add (self->value, self->value, other->value);
}

void
xr_rational_subtract (XrRational *self, const XrRational *other)
{
  mpq_sub (self->value, self->value, other->value);
}

void
xr_rational_multiply (XrRational *self, const XrRational *other)
{
  mpq_mul (self->value, self->value, other->value);
}

void
xr_rational_divide (XrRational *self, const XrRational *other)
{
  g_return_if_fail (!xr_rational_is_zero (other));

  mpq_div (self->value, self->value, other->value);
}

void
xr_rational_add_decimal (XrRational *self, XrDecimal value)
{
  g_autoptr (XrRational) other = xr_rational_new_decimal (value);

  xr_rational_add (self, other);
}

void
xr_rational_multiply_decimal (XrRational *self, XrDecimal value)
{
  xr_rational_multiply_fraction (self, value.units, XR_DECIMAL_SCALE);
}

void
xr_rational_divide_decimal (XrRational *self, XrDecimal value)
{
  xr_rational_multiply_fraction (self, XR_DECIMAL_SCALE, value.units);
}

void
xr_rational_multiply_fraction (XrRational *self, gint64 numerator, gint64 denominator)
{
  g_autoptr (XrRational) factor = xr_rational_new_fraction (numerator, denominator);

  xr_rational_multiply (self, factor);
}

void
xr_rational_add_product (XrRational *self, gint64 a, gint64 b)
{
  g_autoptr (XrRational) product = xr_rational_new_fraction (a, 1);

  xr_rational_multiply_fraction (product, b, 1);
  xr_rational_add (self, product);
}

int
xr_rational_compare (const XrRational *a, const XrRational *b)
{
  return mpq_cmp (a->value, b->value);
}

int
xr_rational_compare_decimal (const XrRational *a, XrDecimal b)
{
  g_autoptr (XrRational) other = xr_rational_new_decimal (b);

  return xr_rational_compare (a, other);
}

int
xr_rational_sign (const XrRational *self)
{
  return mpq_sgn (self->value);
}

gboolean
xr_rational_is_zero (const XrRational *self)
{
  return mpq_sgn (self->value) == 0;
}

/* The whole number next to numerator / denominator on the side of zero, or, of a half or more, on
 * the other side. */
static void
divide_rounding (mpz_t quotient, const mpz_t numerator, const mpz_t denominator,
                 XrRounding rounding)
{
  mpz_t rest;

  mpz_init (rest);
  mpz_tdiv_qr (quotient, rest, numerator, denominator);
  mpz_mul_2exp (rest, rest, 1);
  if (rounding == XR_ROUNDING_HALF_AWAY && mpz_cmpabs (rest, denominator) >= 0)
    {
      if (mpz_sgn (rest) < 0)
        mpz_sub_ui (quotient, quotient, 1);
      else
        mpz_add_ui (quotient, quotient, 1);
    }
  mpz_clear (rest);
}

XrDecimal
xr_rational_round (const XrRational *self, guint places, XrRounding rounding)
{
  XrDecimal rounded;
  unsigned long shown = 1;
  mpz_t value;

  g_return_val_if_fail (places <= XR_DECIMAL_PLACES, XR_DECIMAL_ZERO);

  for (guint i = 0; i < places; i++)
    shown *= 10;
  mpz_init (value);
  mpz_mul_ui (value, mpq_numref (self->value), shown);
  divide_rounding (value, value, mpq_denref (self->value), rounding);
  mpz_mul_ui (value, value, XR_DECIMAL_SCALE / shown);
  rounded.units = get_integer (value);
  mpz_clear (value);
  return rounded;
}

gint64
xr_rational_ceil (const XrRational *self)
{
  gint64 whole;
  mpz_t value;

  mpz_init (value);
  mpz_cdiv_q (value, mpq_numref (self->value), mpq_denref (self->value));
  whole = get_integer (value);
  mpz_clear (value);
  return whole;
}

gint64
xr_rational_floor (const XrRational *self)
{
  gint64 whole;
  mpz_t value;

  mpz_init (value);
  mpz_fdiv_q (value, mpq_numref (self->value), mpq_denref (self->value));
  whole = get_integer (value);
  mpz_clear (value);
  return whole;
}

XrDecimal
xr_rational_round_root (const XrRational *self, guint places)
{
  gint64 scale = 1;
  mpz_t square;
  XrDecimal root;

  g_assert (mpq_sgn (self->value) >= 0);
  for (guint i = 0; i < places; i++)
    scale *= 10;
  /* The root of four times the value is twice the root, whose half can be told from less. */
  mpz_init (square);
  mpz_mul_ui (square, mpq_numref (self->value), (unsigned long) (4 * scale * scale));
  mpz_fdiv_q (square, square, mpq_denref (self->value));
  mpz_sqrt (square, square);
  root.units = (get_integer (square) + 1) / 2 * (XR_DECIMAL_SCALE / scale);
  mpz_clear (square);
  return root;
}
