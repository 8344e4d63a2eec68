/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decimals as text: reading what people write and writing what forms show. Whole numbers only; what
 * does not fit exactly is refused, never rounded. */

#include "config.h"

#include "core/decimal.h"
#include "core/text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (xr - decimal - error - quark, xr_decimal_error)

static gboolean
refuse (GError **error, XrDecimalError code, const char *format, const char *text)
{
  g_set_error (error, XR_DECIMAL_ERROR, code, format, text);
  return FALSE;
}

/* Appends one digit to @units, which is kept negative since that side reaches one further. */
static gboolean
push_digit (gint64 *units, int digit)
{
  return !__builtin_mul_overflow (*units, 10, units)
         && !__builtin_sub_overflow (*units, digit, units);
}

static gboolean
has_only_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_number (const char *digits, gsize whole, const char *places, gsize decimals)
{
  return has_only_digits (digits, whole) && has_only_digits (places, decimals)
         && whole + decimals > 0;
}

/* Counts @digits and @places, four of them, in ten-thousandths below zero. */
static gboolean
count_units (const char *digits, gsize whole, const char *places, gsize decimals, gint64 *units)
{
  *units = 0;
  for (gsize i = 0; i < whole; i++)
    {
      if (!push_digit (units, digits[i] - '0'))
        return FALSE;
    }
  for (gsize i = 0; i < XR_DECIMAL_PLACES; i++)
    {
      if (!push_digit (units, i < decimals ? places[i] - '0' : 0))
        return FALSE;
    }
  return TRUE;
}

gboolean
xr_decimal_parse (const char *text, XrDecimal *value, GError **error)
{
  g_autofree char *clean = xr_text_clean (text);
  gboolean negative = clean[0] == '-';
  const char *digits = clean + (clean[0] == '-' || clean[0] == '+');
  gsize whole = strcspn (digits, ".");
  const char *places = digits + whole + (digits[whole] == '.');
  gsize decimals = strlen (places);
  gint64 units;

  if (!is_number (digits, whole, places, decimals))
    return refuse (error, XR_DECIMAL_ERROR_SYNTAX,
                   _ ("“%s” is not a number; write digits, such as 85.5"), clean);
  while (decimals > 0 && places[decimals - 1] == '0')
    decimals--;
  if (decimals > XR_DECIMAL_PLACES)
    return refuse (error, XR_DECIMAL_ERROR_PLACES,
                   _ ("“%s” has more than four decimals; write at most four"), clean);
  if (!count_units (digits, whole, places, decimals, &units) || (!negative && units == G_MININT64))
    return refuse (error, XR_DECIMAL_ERROR_RANGE,
                   _ ("The number “%s” is too large; write a smaller one"), clean);

  value->units = negative ? units : -units;
  return TRUE;
}

char *
xr_decimal_format (XrDecimal value, guint places)
{
  guint64 magnitude = value.units < 0 ? -(guint64) value.units : (guint64) value.units;
  guint64 unit = XR_DECIMAL_SCALE;
  const char *sign = value.units < 0 ? "-" : "";

  g_return_val_if_fail (places <= XR_DECIMAL_PLACES, NULL);

  for (guint i = 0; i < places; i++)
    unit /= 10;
  g_return_val_if_fail (magnitude % unit == 0, NULL);

  if (places == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, magnitude / XR_DECIMAL_SCALE);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign,
                          magnitude / XR_DECIMAL_SCALE, (int) places,
                          magnitude % XR_DECIMAL_SCALE / unit);
}

char *
xr_decimal_format_short (XrDecimal value)
{
  guint places = XR_DECIMAL_PLACES;

  for (gint64 rest = value.units; places > 0 && rest % 10 == 0; rest /= 10)
    places--;
  return xr_decimal_format (value, places);
}
