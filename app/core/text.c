/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts as people type them: which blanks do not count and which full-width signs mean the
 * half-width one. It knows nothing of what a text stands for. */

#include "core/text.h"

gboolean
xr_text_is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x00a0 || c == 0x200b || c == 0xfeff;
}

gboolean
xr_text_is_blank (const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!xr_text_is_space (g_utf8_get_char (at)))
        return FALSE;
    }
  return TRUE;
}

char *
xr_text_strip (const char *text)
{
  const char *first = text != NULL ? text : "";
  const char *end;

  while (*first != '\0' && xr_text_is_space (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);
  end = first;
  for (const char *at = first; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!xr_text_is_space (g_utf8_get_char (at)))
        end = g_utf8_next_char (at);
    }
  return g_strndup (first, end - first);
}

static gunichar
fold_char (gunichar c)
{
  if (xr_text_is_space (c) && c != '\n' && c != '\t')
    return ' ';
  if (c >= 0xff10 && c <= 0xff19)
    return c - 0xff10 + '0';
  switch (c)
    {
    case 0xff1a: /* ： */
    case 0xff0e: /* ． */
    case 0xff0f: /* ／ */
    case 0xff0d: /* － */
    case 0xff0b: /* ＋ */
    case 0xff05: /* ％ */
      return c - 0xfee0;
    case 0x2212: /* the minus sign of mathematics */
      return '-';
    default:
      return c;
    }
}

char *
xr_text_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (folded, fold_char (g_utf8_get_char (at)));
  return g_string_free (folded, FALSE);
}

/* Whether @text may hold a blank or a sign that folds; a look at the bytes, as nearly no text does. */
static gboolean
may_need_cleaning (const char *text)
{
  for (const guchar *at = (const guchar *) text; *at != '\0'; at++)
    {
      if (*at <= ' ' || *at == 0xc2 || (*at >= 0xe1 && *at <= 0xe3) || *at == 0xef)
        return TRUE;
    }
  return FALSE;
}

char *
xr_text_clean (const char *text)
{
  g_autofree char *folded = NULL;

  if (text != NULL && !may_need_cleaning (text))
    return g_strdup (text);
  folded = xr_text_fold (text);
  return xr_text_strip (folded);
}

char *
xr_text_to_line (const char *text)
{
  char *line = g_strdup (text);

  for (char *at = line; at != NULL && *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return line;
}
