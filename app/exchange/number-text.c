/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decimal arithmetic on the text of number cells: snapping to four places, date serials, plain
 * digits. It doesn't know what the numbers mean. */
#include "config.h"

#include "exchange/number-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No double needs more digits than this to be told from its neighbours. */
#define MAX_DIGITS   32
#define MAX_EXPONENT 400

/* digits × 10^exponent */
typedef struct
{
  gboolean negative;
  guint n_digits;
  guint8 digits[MAX_DIGITS];
  int exponent;
} Number;

static void
push_digit (Number *number, guint8 digit, gboolean after_point)
{
  if (number->n_digits == 0 && digit == 0)
    {
      number->exponent -= after_point ? 1 : 0;
      return;
    }
  if (number->n_digits < MAX_DIGITS)
    {
      number->digits[number->n_digits++] = digit;
      number->exponent -= after_point ? 1 : 0;
    }
  else
    number->exponent += after_point ? 0 : 1;
}

static gboolean
scan_exponent (const char **text, int *exponent)
{
  const char *p = *text + 1;
  gboolean negative = *p == '-';
  int value = 0;

  if (*p == '-' || *p == '+')
    p++;
  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (; g_ascii_isdigit (*p); p++)
    value = MIN (value * 10 + (*p - '0'), MAX_EXPONENT);
  *exponent = negative ? -value : value;
  *text = p;
  return TRUE;
}

/* Reads [sign] digits [. digits] [E exponent]. */
static gboolean
scan_number (const char *text, Number *number)
{
  gboolean any = FALSE, after_point = FALSE;
  int exponent = 0;

  memset (number, 0, sizeof *number);
  number->negative = *text == '-';
  if (*text == '-' || *text == '+')
    text++;
  for (; g_ascii_isdigit (*text) || (*text == '.' && !after_point); text++)
    if (*text == '.')
      after_point = TRUE;
    else
      {
        any = TRUE;
        push_digit (number, (guint8) (*text - '0'), after_point);
      }
  if (any && (*text == 'e' || *text == 'E') && !scan_exponent (&text, &exponent))
    return FALSE;
  number->exponent += exponent;
  return any && *text == '\0';
}

/* |number| in units of 10^-@places, cut off; *@rest tells whether anything was cut. FALSE when it
 * exceeds 10^28. */
static gboolean
scale_number (const Number *number, int places, unsigned __int128 *value, gboolean *rest)
{
  int shift = number->exponent + places;
  int keep = MIN ((int) number->n_digits, MAX (0, (int) number->n_digits + shift));

  *value = 0;
  *rest = FALSE;
  if ((int) number->n_digits + shift > 28 && number->n_digits > 0)
    return FALSE;
  for (int i = 0; i < keep; i++)
    *value = *value * 10 + number->digits[i];
  for (int i = 0; i < shift && number->n_digits > 0; i++)
    *value *= 10;
  for (guint i = (guint) keep; i < number->n_digits; i++)
    *rest |= number->digits[i] != 0;
  return TRUE;
}

gboolean
xr_number_text_to_decimal (const char *text, XrDecimal *value, GError **error)
{
  const guint unit = 1000000; /* a ten-thousandth, in 1e-10 */
  unsigned __int128 scaled, units, distance;
  gboolean rest, below;
  Number number;

  if (!scan_number (text, &number))
    {
      g_set_error (error, XR_DECIMAL_ERROR, XR_DECIMAL_ERROR_SYNTAX, _ ("“%s” is not a number"),
                   text);
      return FALSE;
    }
  if (!scale_number (&number, 10, &scaled, &rest) || scaled / unit > (guint64) G_MAXINT64 - 1)
    {
      g_set_error (error, XR_DECIMAL_ERROR, XR_DECIMAL_ERROR_RANGE,
                   _ ("the number %s is too large"), text);
      return FALSE;
    }
  units = (scaled + unit / 2) / unit;
  below = scaled < units * unit;
  distance = below ? units * unit - scaled : scaled - units * unit;
  if (distance > 10 || (distance == 10 && rest && !below))
    {
      g_set_error (error, XR_DECIMAL_ERROR, XR_DECIMAL_ERROR_PLACES,
                   _ ("the number %s has more than four decimals"), text);
      return FALSE;
    }
  value->units = number.negative ? -(gint64) units : (gint64) units;
  return TRUE;
}

XrDate
xr_number_text_to_date (const char *text, gboolean since_1904)
{
  unsigned __int128 days;
  gboolean rest;
  Number number;

  if (!scan_number (text, &number) || number.negative || !scale_number (&number, 0, &days, &rest)
      || days > 10000000)
    return XR_DATE_NONE;
  return xr_date_from_serial ((gint64) days, since_1904);
}

char *
xr_number_text_to_plain (const char *text)
{
  XrDecimal value;
  Number number;
  GString *plain;

  if (xr_number_text_to_decimal (text, &value, NULL))
    return xr_decimal_format_short (value);
  if (!scan_number (text, &number) || number.exponent < 0
      || (int) number.n_digits + number.exponent > MAX_DIGITS)
    return g_strdup (text);
  plain = g_string_new (number.negative ? "-" : "");
  for (guint i = 0; i < number.n_digits; i++)
    g_string_append_c (plain, (char) ('0' + number.digits[i]));
  for (int i = 0; i < number.exponent; i++)
    g_string_append_c (plain, '0');
  return g_string_free (plain, FALSE);
}
