/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact fractions: arithmetic and the two ways of rounding. */

#include "core/rational.h"

/* Four scores and their weights 20/30/30/20: the totals of vectors.md C3. */
static const struct
{
  const char *scores[4];
  const char *exact, *rounded, *cut;
} totals[] = {
  { { "88.60", "91.25", "90.00", "86.75" }, "89.445", "89.45", "89.44" },
  { { "91.20", "88.40", "90.50", "89.00" }, "89.71", "89.71", "89.71" },
  { { "86.00", "93.10", "88.75", "90.25" }, "89.805", "89.81", "89.80" },
  { { "90.40", "87.95", "91.00", "88.95" }, "89.555", "89.56", "89.55" },
};

static XrDecimal
decimal (const char *text)
{
  XrDecimal value;
  g_autoptr (GError) error = NULL;

  xr_decimal_parse (text, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
assert_rounded (const XrRational *value, guint places, XrRounding rounding, const char *expected)
{
  g_autofree char *text = xr_decimal_format (xr_rational_round (value, places, rounding), places);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_weighted_totals (void)
{
  const int weights[4] = { 20, 30, 30, 20 };

  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autoptr (XrRational) total = xr_rational_new ();

      for (int k = 0; k < 4; k++)
        {
          g_autoptr (XrRational) part = xr_rational_new_decimal (decimal (totals[i].scores[k]));

          xr_rational_multiply_fraction (part, weights[k], 100);
          xr_rational_add (total, part);
        }
      g_assert_cmpint (xr_rational_compare_decimal (total, decimal (totals[i].exact)), ==, 0);
      assert_rounded (total, 2, XR_ROUNDING_HALF_AWAY, totals[i].rounded);
      assert_rounded (total, 2, XR_ROUNDING_CUT, totals[i].cut);
    }
}

static void
test_round (void)
{
  static const struct
  {
    gint64 numerator, denominator;
    guint places;
    const char *half, *cut;
  } cases[] = {
    { 1, 2, 0, "1", "0" },
    { -1, 2, 0, "-1", "0" },
    { 3, 2, 0, "2", "1" },
    { 5, 2, 0, "3", "2" },
    { 4999, 10000, 0, "0", "0" },
    { 85005, 1000, 2, "85.01", "85.00" },
    { 2, 3, 4, "0.6667", "0.6666" },
    { -2, 3, 4, "-0.6667", "-0.6666" },
    { 1, 20000, 4, "0.0001", "0.0000" },
    { 238, 3, 2, "79.33", "79.33" },
    { 99995, 1000, 2, "100.00", "99.99" },
    { 0, 7, 3, "0.000", "0.000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XrRational) value = xr_rational_new_fraction (cases[i].numerator,
                                                               cases[i].denominator);

      assert_rounded (value, cases[i].places, XR_ROUNDING_HALF_AWAY, cases[i].half);
      assert_rounded (value, cases[i].places, XR_ROUNDING_CUT, cases[i].cut);
    }
}

static void
test_arithmetic (void)
{
  g_autoptr (XrRational) value = xr_rational_new_fraction (1, -3);
  g_autoptr (XrRational) third = xr_rational_new_fraction (1, 3);
  g_autoptr (XrRational) copy = NULL;

  g_assert_cmpint (xr_rational_sign (value), ==, -1);
  xr_rational_add (value, third);
  g_assert_true (xr_rational_is_zero (value));
  xr_rational_subtract (value, third);
  xr_rational_divide (value, third);
  g_assert_cmpint (xr_rational_compare_decimal (value, XR_DECIMAL_INT (-1)), ==, 0);
  xr_rational_set (value, third);
  copy = xr_rational_copy (value);
  xr_rational_multiply (value, value);
  xr_rational_divide_decimal (value, decimal ("0.3333"));
  g_assert_cmpint (xr_rational_compare (value, copy), >, 0);
  xr_rational_set_decimal (value, decimal ("2.5"));
  xr_rational_add_decimal (value, decimal ("0.0001"));
  xr_rational_multiply_decimal (value, decimal ("2"));
  assert_rounded (value, 4, XR_ROUNDING_CUT, "5.0002");
}

static void
test_large_values (void)
{
  g_autoptr (XrRational) value = xr_rational_new ();

  xr_rational_add_product (value, G_MAXINT64, G_MAXINT64);
  g_assert_cmpint (xr_rational_round (value, 2, XR_ROUNDING_CUT).units, ==, G_MAXINT64);
  xr_rational_add_product (value, G_MAXINT64, -G_MAXINT64);
  g_assert_true (xr_rational_is_zero (value));
  xr_rational_set_fraction (value, G_MININT64, 1);
  g_assert_cmpint (xr_rational_floor (value), ==, G_MININT64);
}

static void
test_whole_numbers (void)
{
  g_autoptr (XrRational) value = xr_rational_new_fraction (5 * 12, 10);

  g_assert_cmpint (xr_rational_ceil (value), ==, 6);
  xr_rational_set_fraction (value, 12, 10);
  g_assert_cmpint (xr_rational_ceil (value), ==, 2);
  g_assert_cmpint (xr_rational_floor (value), ==, 1);
  xr_rational_set_fraction (value, -12, 10);
  g_assert_cmpint (xr_rational_ceil (value), ==, -1);
  g_assert_cmpint (xr_rational_floor (value), ==, -2);
}

static void
test_root (void)
{
  static const struct
  {
    gint64 numerator, denominator, units;
  } cases[] = { { 0, 1, 0 },       { 4, 1, 20000 },      { 2, 1, 14100 },      { 200, 3, 81600 },
                { 1, 40000, 100 }, { 249, 10000000, 0 }, { 225, 10000000, 0 }, { 9, 40000, 200 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (XrRational) value = xr_rational_new_fraction (cases[i].numerator,
                                                               cases[i].denominator);

      g_assert_cmpint (xr_rational_round_root (value, 2).units, ==, cases[i].units);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/rational/weighted-totals", test_weighted_totals);
  g_test_add_func ("/core/rational/round", test_round);
  g_test_add_func ("/core/rational/arithmetic", test_arithmetic);
  g_test_add_func ("/core/rational/large-values", test_large_values);
  g_test_add_func ("/core/rational/whole-numbers", test_whole_numbers);
  g_test_add_func ("/rational/root", test_root);
  return g_test_run ();
}
