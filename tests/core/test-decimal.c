/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decimals as text, and the blanks and full-width signs that people put into them. */

#include "core/decimal.h"
#include "core/text.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 units;
    const char *written;
  } cases[] = {
    { "86.5", 865000, "86.5" },
    { "86.5000000", 865000, "86.5" },
    { " +20 ", 200000, "20" },
    { "　８５．３\u00a0", 853000, "85.3" },
    { "-0.0001", -1, "-0.0001" },
    { "－1.25", -12500, "-1.25" },
    { ".5", 5000, "0.5" },
    { "7.", 70000, "7" },
    { "-0", 0, "0" },
    { "0012", 120000, "12" },
    { "922337203685477.5807", G_MAXINT64, "922337203685477.5807" },
    { "-922337203685477.5808", G_MININT64, "-922337203685477.5808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;
      XrDecimal value;

      g_assert_true (xr_decimal_parse (cases[i].text, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpint (value.units, ==, cases[i].units);
      written = xr_decimal_format_short (value);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char *text;
    XrDecimalError code;
  } cases[] = {
    { "", XR_DECIMAL_ERROR_SYNTAX },
    { ".", XR_DECIMAL_ERROR_SYNTAX },
    { "-", XR_DECIMAL_ERROR_SYNTAX },
    { "1e3", XR_DECIMAL_ERROR_SYNTAX },
    { "1,000", XR_DECIMAL_ERROR_SYNTAX },
    { "1.2.3", XR_DECIMAL_ERROR_SYNTAX },
    { "八十", XR_DECIMAL_ERROR_SYNTAX },
    { "8 5", XR_DECIMAL_ERROR_SYNTAX },
    { "--1", XR_DECIMAL_ERROR_SYNTAX },
    { "1.23456", XR_DECIMAL_ERROR_PLACES },
    { "0.00001", XR_DECIMAL_ERROR_PLACES },
    { "922337203685477.5808", XR_DECIMAL_ERROR_RANGE },
    { "99999999999999999999", XR_DECIMAL_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      XrDecimal value = XR_DECIMAL_ZERO;

      g_assert_false (xr_decimal_parse (cases[i].text, &value, &error));
      g_assert_error (error, XR_DECIMAL_ERROR, (int) cases[i].code);
      g_assert_cmpint (value.units, ==, 0);
    }
}

static void
test_format (void)
{
  static const struct
  {
    gint64 units;
    guint places;
    const char *expected;
  } cases[] = {
    { 865000, 2, "86.50" }, { 865000, 1, "86.5" },
    { 860000, 0, "86" },    { 0, 2, "0.00" },
    { -500, 2, "-0.05" },   { 600000, 4, "60.0000" },
    { 1, 4, "0.0001" },     { G_MININT64, 4, "-922337203685477.5808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = xr_decimal_format ((XrDecimal){ cases[i].units }, cases[i].places);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_blanks (void)
{
  g_autofree char *stripped = xr_text_strip ("\u3000\u00a0 张　三\t\u3000");
  g_autofree char *folded = xr_text_fold ("３：１　２／３－４．５（甲）");
  g_autofree char *clean = xr_text_clean ("　１２　");
  g_autofree char *nothing = xr_text_strip (NULL);

  g_assert_cmpstr (stripped, ==, "张　三");
  g_assert_cmpstr (folded, ==, "3:1 2/3-4.5（甲）");
  g_assert_cmpstr (clean, ==, "12");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_true (xr_text_is_blank (NULL));
  g_assert_true (xr_text_is_blank (" \u3000\u00a0\ufeff"));
  g_assert_false (xr_text_is_blank (" 0 "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/decimal/parse", test_parse);
  g_test_add_func ("/core/decimal/refuse", test_refuse);
  g_test_add_func ("/core/decimal/format", test_format);
  g_test_add_func ("/core/text/blanks", test_blanks);
  return g_test_run ();
}
