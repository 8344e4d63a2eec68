/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Seals: their shape, what is tolerated in typing, and what is found. */

#include <string.h>

#include "store/record.h"

#define HASH "00000001000000020000270f00002710fffffffff0000000deadbeef12345678"

static void
test_shape (void)
{
  g_autofree char *seal = xr_seal_from_hash (HASH);
  g_autofree char *other = xr_seal_from_hash (
    "00000002000000020000270f00002710fffffffff0000000deadbeef12345678");

  g_assert_cmpuint (strlen (seal), ==, 44);
  g_assert_true (g_str_has_prefix (seal, "0001 0002 9999 0000 7295 1840 8559 9896 "));
  g_assert_cmpstr (seal, !=, other);
}

static void
assert_parses (const char *typed, const char *seal)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parsed = xr_seal_parse (typed, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (parsed, ==, seal);
}

static void
test_typing (void)
{
  g_autofree char *seal = xr_seal_from_hash (HASH);
  g_autofree char *tight = g_strdup (seal);
  g_autofree char *padded = g_strdup_printf ("  %s\n", seal);
  g_autoptr (GString) wide = g_string_new (NULL);
  char *out = tight;

  for (const char *in = seal; *in != '\0'; in++)
    {
      if (*in != ' ')
        *out++ = *in;
      g_string_append_unichar (wide, *in == ' ' ? 0x3000 : 0xff10 + (gunichar) (*in - '0'));
    }
  *out = '\0';
  assert_parses (seal, seal);
  assert_parses (tight, seal);
  assert_parses (padded, seal);
  assert_parses (wide->str, seal);
}

static void
assert_refused (const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parsed = xr_seal_parse (typed, &error);

  g_assert_null (parsed);
  g_assert_error (error, XR_STORE_ERROR, XR_STORE_ERROR_FAILED);
}

static void
test_wrong_shape (void)
{
  assert_refused ("");
  assert_refused ("1234");
  assert_refused ("0001 0002 9999 0000 7295 1840 8559 989x 0000");
  assert_refused ("\xff");
}

/* Any one digit, and any two neighbours, in the check group too. */
static void
test_every_slip (void)
{
  g_autofree char *seal = xr_seal_from_hash (HASH);

  for (gsize i = 0; seal[i] != '\0'; i++)
    {
      gsize next = seal[i + 1] == ' ' ? i + 2 : i + 1;

      if (seal[i] == ' ')
        continue;
      for (char digit = '0'; digit <= '9'; digit++)
        {
          g_autofree char *typed = g_strdup (seal);

          typed[i] = digit;
          if (digit != seal[i])
            assert_refused (typed);
        }
      if (seal[next] != '\0' && seal[next] != seal[i])
        {
          g_autofree char *typed = g_strdup (seal);

          typed[i] = seal[next];
          typed[next] = seal[i];
          assert_refused (typed);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/seal/shape", test_shape);
  g_test_add_func ("/store/seal/typing", test_typing);
  g_test_add_func ("/store/seal/wrong-shape", test_wrong_shape);
  g_test_add_func ("/store/seal/every-slip", test_every_slip);
  return g_test_run ();
}
