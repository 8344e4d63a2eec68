/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The encodings that Chinese spreadsheet programs save text files in, told apart by the bytes. A text whose
 * words were spoilt before is refused and not guessed at: names of people are in it. */
#include "config.h"

#include "exchange/text-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of a text tells whether its words were spoilt. */
#define LOOKED_AT 4000

static gboolean
begins_with (const char *data, gsize length, const char *mark, gsize n)
{
  return length >= n && memcmp (data, mark, n) == 0;
}

static char *
convert (const char *data, gsize length, const char *encoding)
{
  gsize n = 0;
  g_autofree char *text = g_convert (data, (gssize) length, "UTF-8", encoding, NULL, &n, NULL);

  return text != NULL && strlen (text) == n ? g_steal_pointer (&text) : NULL;
}

/* UTF-8 read as GB18030 and saved: 姓名 has become 濮撳悕. Undone, it is good UTF-8 again, which no text that
 * was meant turns into but by chance, in a few characters. */
static gboolean
is_utf8_read_as_gb (const char *text)
{
  const char *end = g_utf8_offset_to_pointer (text, MIN (g_utf8_strlen (text, LOOKED_AT), 200));
  gsize n = 0;
  g_autofree char *bytes = g_convert (text, end - text, "GB18030", "UTF-8", NULL, &n, NULL);
  guint chinese = 0, lost = 0;
  const char *at = bytes;

  while (at != NULL && at < bytes + n)
    {
      gunichar c = g_utf8_get_char_validated (at, (gssize) (bytes + n - at));

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          lost++;
          at++;
        }
      else
        {
          chinese += g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
          at = g_utf8_next_char (at);
        }
    }
  return chinese >= 4 && lost * 8 <= chinese;
}

/* GB18030 read as Latin-1 and saved: 姓名 has become ÐÕÃû. */
static gboolean
is_gb_read_as_latin (const char *text)
{
  guint n = 0, latin = 0, wide = 0;

  for (const char *at = text; *at != '\0' && n < LOOKED_AT; at = g_utf8_next_char (at), n++)
    {
      gunichar c = g_utf8_get_char (at);

      latin += c >= 0xa1 && c <= 0xff;
      wide += c > 0xff;
    }
  return latin >= 6 && latin > 4 * wide;
}

static gboolean
is_spoilt (const char *text)
{
  return strstr (text, "锟斤拷") != NULL || is_gb_read_as_latin (text) || is_utf8_read_as_gb (text);
}

static char *
decode (const char *data, gsize length, const char **encoding)
{
  gboolean marked = begins_with (data, length, "\xef\xbb\xbf", 3);

  *encoding = "UTF-8";
  if (marked)
    {
      data += 3;
      length -= 3;
    }
  if (g_utf8_validate_len (data, length, NULL))
    return g_strndup (data, length);
  *encoding = "UTF-16";
  if (begins_with (data, length, "\xff\xfe", 2))
    return convert (data + 2, length - 2, "UTF-16LE");
  if (begins_with (data, length, "\xfe\xff", 2))
    return convert (data + 2, length - 2, "UTF-16BE");
  *encoding = "GB18030";
  return convert (data, length, "GB18030");
}

char *
xr_text_decode (GBytes *bytes, const char **encoding, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = length > 0 ? decode (data, length, encoding) : NULL;

  if (length == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The file is empty."));
  else if (text == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("The file is not a text in UTF-8 or GB18030. Open it in a spreadsheet "
                            "program and save it as a workbook (.xlsx)."));
  else if (is_spoilt (text))
    g_set_error_literal (
      error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
      _ ("The Chinese in this file was spoilt before: a program took one encoding "
         "for another when it was saved. Save the list anew from where it comes "
         "from, best as a workbook (.xlsx)."));
  else
    return g_steal_pointer (&text);
  return NULL;
}

gboolean
xr_text_is_spoilt (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0xfffd || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
        return TRUE;
    }
  return strstr (text, "锟斤拷") != NULL;
}
