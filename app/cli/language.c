/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sets the language of the process from its environment. Knows nothing of what is said in it.
 */
#include "config.h"

#include "cli/language.h"

#include <glib.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

/* The locale that the person asked for, in the order of setlocale(); NULL where none was. */
static const char *
get_wanted_locale (void)
{
  static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      if (value != NULL && *value != '\0')
        return value;
    }
  return NULL;
}

/* A fresh PC often has LANG=zh_CN.UTF-8 without that locale having been generated. gettext then
 * works from LANGUAGE, but only under a locale that is not plain C. */
static void
use_fallback_locale (void)
{
  const char *wanted = get_wanted_locale ();

  if (setlocale (LC_ALL, "C.UTF-8") == NULL && setlocale (LC_ALL, "en_US.UTF-8") == NULL)
    return;
  if (wanted != NULL && g_getenv ("LANGUAGE") == NULL)
    {
      g_autofree char *language = g_strndup (wanted, strcspn (wanted, ".@"));

      g_setenv ("LANGUAGE", language, TRUE);
    }
}

static const char *
get_locale_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *tree = g_path_get_dirname (XR_BUILD_LOCALE_DIR);
  g_autofree char *prefix = g_strconcat (tree, G_DIR_SEPARATOR_S, NULL);

  if (program != NULL && g_str_has_prefix (program, prefix))
    return XR_BUILD_LOCALE_DIR;
  return XR_LOCALE_DIR;
}

void
xr_language_init (void)
{
  if (setlocale (LC_ALL, "") == NULL)
    use_fallback_locale ();
  bindtextdomain (GETTEXT_PACKAGE, get_locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
