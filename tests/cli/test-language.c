/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program speaks the person's language, also where the system lacks the locale. Each case
 * runs in a process of its own, as a locale can be chosen only once.
 */
#include "config.h"

#include "cli/language.h"

#include <glib.h>
#include <glib/gi18n.h>
#include <locale.h>

/* A word that is certain to be translated: the name of the program. */
static void
expect_in_child (const char *lang, const char *language, const char *expected)
{
  if (g_test_subprocess ())
    {
      const char *names[] = { "LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG" };

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        g_unsetenv (names[i]);
      g_setenv ("LANG", lang, TRUE);
      if (language != NULL)
        g_setenv ("LANGUAGE", language, TRUE);
      xr_language_init ();
      g_assert_cmpstr (_ ("Xuanren"), ==, expected);
      g_assert_true (g_get_charset (NULL));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_chinese (void)
{
  expect_in_child ("zh_CN.UTF-8", NULL, "选任");
}

static void
test_language_wins (void)
{
  expect_in_child ("de_XX.UTF-8", "zh_CN", "选任");
}

static void
test_unknown_language_is_english (void)
{
  expect_in_child ("xx_XX.UTF-8", NULL, "Xuanren");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/chinese-without-its-locale", test_chinese);
  g_test_add_func ("/language/language-wins", test_language_wins);
  g_test_add_func ("/language/unknown-is-english", test_unknown_language_is_english);
  return g_test_run ();
}
