/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Seals: an entry's hash in a shape that a person can read aloud, type and compare with paper.
 *
 * Eight groups of four digits, each from four bytes of the hash, then a check group: the number
 * that the 32 digits make, modulo the prime 9973. As 9973 divides neither a digit's difference
 * times a power of ten nor nine times one, every single wrong digit and every swap of neighbours is
 * found. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "store/record.h"

#define N_GROUPS      8
#define N_DIGITS      (4 * N_GROUPS)
#define CHECK_MODULUS 9973

static guint
compute_check (const char *digits)
{
  guint rest = 0;

  for (int i = 0; i < N_DIGITS; i++)
    rest = (rest * 10 + (guint) (digits[i] - '0')) % CHECK_MODULUS;
  return rest;
}

static char *
format_seal (const char *digits)
{
  GString *seal = g_string_new (NULL);

  for (int i = 0; i < N_GROUPS; i++)
    g_string_append_printf (seal, "%.4s ", digits + 4 * i);
  g_string_append_printf (seal, "%04u", compute_check (digits));
  return g_string_free (seal, FALSE);
}

char *
xr_seal_from_hash (const char *hash)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  g_return_val_if_fail (hash != NULL, NULL);

  /* A hash that somebody broke has fewer digits; it gets a seal that belongs to nothing else. */
  for (int i = 0; i < N_GROUPS; i++)
    {
      g_autofree char *part = g_strndup (hash, 8);

      hash += strlen (part);
      g_string_append_printf (digits, "%04u", (guint) (g_ascii_strtoull (part, NULL, 16) % 10000));
    }
  return format_seal (digits->str);
}

static gboolean
is_separator (gunichar letter)
{
  return g_unichar_isspace (letter) || letter == '-' || letter == 0xff0d || letter == 0x3000;
}

/* Returns: (transfer full): the digits of @text as ASCII, NULL when something else stands there */
static char *
collect_digits (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      if (g_unichar_isdigit (letter))
        g_string_append_c (digits, (char) ('0' + g_unichar_digit_value (letter)));
      else if (!is_separator (letter))
        return NULL;
    }
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

char *
xr_seal_parse (const char *text, GError **error)
{
  g_autofree char *digits = NULL;
  guint check;

  g_return_val_if_fail (text != NULL, NULL);

  digits = collect_digits (text);
  if (digits == NULL || strlen (digits) != N_DIGITS + 4)
    {
      g_set_error_literal (error, XR_STORE_ERROR, XR_STORE_ERROR_FAILED,
                           _ ("A seal is nine groups of four digits."));
      return NULL;
    }
  check = (guint) g_ascii_strtoull (digits + N_DIGITS, NULL, 10);
  if (check != compute_check (digits))
    {
      g_set_error_literal (error, XR_STORE_ERROR, XR_STORE_ERROR_FAILED,
                           _ ("The seal is mistyped: its last group does not fit the others."));
      return NULL;
    }
  return format_seal (digits);
}

char *
xr_record_dup_seal (XrDatabase *db)
{
  g_autoptr (XrEntry) head = xr_record_get_head (db);

  return head != NULL ? xr_seal_from_hash (head->hash) : NULL;
}
