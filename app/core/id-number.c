/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese ID numbers by GB 11643: what they say and whether they hold together. It compares them with
 * nothing else that is on record. */

#include "config.h"

#include "core/id-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"

#define LENGTH     18
#define OLD_LENGTH 15

static const char areas[] = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 "
                            "52 53 54 61 62 63 64 65 71 81 82";

char
xr_id_number_check_character (const char *digits)
{
  static const guint8 weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  int sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * (digits[i] - '0');
  return "10X98765432"[sum % 11];
}

/* Whether @text is written as check_number() wants it; nearly every number is. */
static gboolean
is_clean (const char *text)
{
  return text != NULL && text[strspn (text, "0123456789X")] == '\0';
}

/* Returns: (transfer full): @text in plain characters, an x of either kind as X. */
static char *
clean_number (const char *text)
{
  g_autofree char *clean = xr_text_clean (text);
  g_autoptr (GString) number = g_string_new (clean);

  g_string_replace (number, "ｘ", "X", 0);
  g_string_replace (number, "Ｘ", "X", 0);
  g_string_replace (number, "x", "X", 0);
  return g_strdup (number->str);
}

static gboolean
has_right_characters (const char *number, gsize length)
{
  gsize digits = strspn (number, "0123456789");

  return digits == length || (length == LENGTH && digits == length - 1 && number[digits] == 'X');
}

static gboolean
read_birth (const char *number, XrDate today, XrDate *born)
{
  char digits[8 + 1];

  g_strlcpy (digits, number + 6, sizeof digits);
  return xr_date_parse (digits, FALSE, born, NULL)
         && (!xr_date_is_set (today) || xr_date_compare (*born, today) <= 0);
}

/* Puts the century into a number of the old form and the check character behind it. */
static void
lengthen (const char *old, char number[LENGTH + 1])
{
  g_snprintf (number, LENGTH + 1, "%.6s19%s", old, old + 6);
  number[LENGTH - 1] = xr_id_number_check_character (number);
  number[LENGTH] = '\0';
}

static XrIdNumberFault
check_number (const char *clean, XrDate today, XrIdNumber *result)
{
  gsize length = g_utf8_strlen (clean, -1);

  if (length != LENGTH && length != OLD_LENGTH)
    return XR_ID_NUMBER_LENGTH;
  if (!has_right_characters (clean, length))
    return XR_ID_NUMBER_CHARACTERS;
  if (length == OLD_LENGTH)
    lengthen (clean, result->number);
  else
    g_strlcpy (result->number, clean, sizeof result->number);
  if (!read_birth (result->number, today, &result->born))
    return XR_ID_NUMBER_BIRTH;
  if (result->number[LENGTH - 1] != xr_id_number_check_character (result->number))
    return XR_ID_NUMBER_CHECKSUM;
  return XR_ID_NUMBER_VALID;
}

static gboolean
is_area_unknown (const char *number)
{
  const char area[] = { number[0], number[1], '\0' };

  return strstr (areas, area) == NULL;
}

XrIdNumber
xr_id_number_check (const char *text, XrDate today)
{
  g_autofree char *cleaned = is_clean (text) ? NULL : clean_number (text);
  XrIdNumber result = { XR_ID_NUMBER_VALID };
  XrIdNumberFault fault = check_number (cleaned != NULL ? cleaned : text, today, &result);

  if (fault != XR_ID_NUMBER_VALID)
    return (XrIdNumber){ .fault = fault };
  result.unknown_area = is_area_unknown (result.number);
  result.female = (result.number[LENGTH - 2] - '0') % 2 == 0;
  return result;
}

const char *
xr_id_number_fault_text (XrIdNumberFault fault)
{
  switch (fault)
    {
    case XR_ID_NUMBER_LENGTH:
      return _ ("the ID number must have 18 characters; compare it with the identity card");
    case XR_ID_NUMBER_CHARACTERS:
      return _ (
        "the ID number has a character that is not a digit; compare it with the identity card");
    case XR_ID_NUMBER_BIRTH:
      return _ (
        "the date of birth in the ID number does not exist or lies ahead; compare it with the "
        "identity card");
    case XR_ID_NUMBER_CHECKSUM:
      return _ (
        "a digit is wrong: the last one does not fit the others; compare the number with the "
        "identity card");
    case XR_ID_NUMBER_VALID:
    default:
      return NULL;
    }
}
