/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the official editor does to the texts of a 干部任免审批表 when it opens a file, done the same way by
 * the readers of both formats, and told. */

#include "config.h"

#include "exchange/lrmx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"
#include "rules/resume.h"

static void
add_note (GPtrArray *notes, XrDossierField field, const char *message)
{
  if (notes != NULL)
    xr_faults_add (notes, NULL, 0, 0, _ (xr_dossier_field_info (field)->label), message);
}

/* One kind of line end, U+00A0 as a blank, no other control characters; a single line where the form has
 * only one. */
static char *
clean_text (const char *text, gboolean lines)
{
  GString *clean = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r' && at[1] == '\n')
        continue;
      if (c == '\r' || c == '\n')
        g_string_append_c (clean, lines ? '\n' : ' ');
      else if (c == '\t' || c == 0x00a0)
        g_string_append_c (clean, ' ');
      else if (!g_unichar_iscntrl (c) && c != 0xfeff && c != 0xfffe && c != 0xffff)
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

/* `。 . ？ ? 、` in a name stand for `·`; blanks inside mean nothing. */
static char *
clean_name (const char *text)
{
  GString *name = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x3002 || c == '.' || c == 0xff1f || c == '?' || c == 0x3001)
        g_string_append (name, "·");
      else if (!xr_text_is_space (c))
        g_string_append_unichar (name, c);
    }
  return g_string_free (name, FALSE);
}

/* A `~` between dates is a dash; any other one means a line break. */
static char *
break_at_tildes (const char *text)
{
  g_autoptr (GRegex) dates = g_regex_new (
    "(\\d{4}\\.\\d{2}|\\d{6})(\\s*)[—–－〜～~-]*~[—–－〜～~-]*", G_REGEX_OPTIMIZE, 0, NULL);
  g_autofree char *dashed = g_regex_replace (dates, text, -1, 0, "\\1\\2--", 0, NULL);
  char *broken = dashed != NULL ? g_steal_pointer (&dashed) : g_strdup (text);

  return g_strdelimit (broken, "~", '\n');
}

static char *
take_lines (XrDossierField field, char *text, GPtrArray *notes)
{
  if (strchr (text, '~') != NULL)
    {
      char *broken = break_at_tildes (text);

      g_free (text);
      text = broken;
      add_note (notes, field, _ ("“~” was read as a dash between dates, else as a line break."));
    }
  if (field == XR_DOSSIER_RESUME)
    {
      char *normal = xr_resume_normalize (text);

      g_free (text);
      text = normal;
    }
  return text;
}

void
xr_dossier_take_text (XrDossier *dossier, XrDossierField field, const char *text, GPtrArray *notes)
{
  const XrDossierFieldInfo *info = xr_dossier_field_info (field);
  g_autofree char *clean = clean_text (text, info->lines);
  char *taken = xr_text_strip (clean);

  if (field == XR_DOSSIER_NAME)
    {
      char *name = clean_name (taken);

      if (strcmp (name, taken) != 0)
        add_note (notes, field,
                  _ ("Signs and blanks in the name were changed as the official editor "
                     "changes them."));
      g_free (taken);
      taken = name;
    }
  if (info->lines)
    taken = take_lines (field, taken, notes);
  xr_dossier_set (dossier, field, taken);
  if (info->limit > 0 && g_utf8_strlen (xr_dossier_get (dossier, field), -1) > (glong) info->limit)
    add_note (notes, field,
              _ ("The text is longer than the form has room for. It was kept whole."));
  g_free (taken);
}

void
xr_relative_take_text (XrRelative *relative, XrRelativeField field, const char *text)
{
  g_autofree char *clean = clean_text (text, FALSE);

  xr_relative_set (relative, field, clean);
}
