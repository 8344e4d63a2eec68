/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The résumé between text and dated lines. Reading is lenient, writing strict; nothing that is written
 * is ever dropped, a line that cannot be understood stays as the words that it is. */

#include "config.h"

#include "rules/resume.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"

/* What stands in front of the text of a line: `1998.09--2002.07  `; a continuation is set in as far. */
#define INDENT "                  "

XrResumeLine *
xr_resume_line_new (XrDate from, XrDate to, const char *text)
{
  XrResumeLine *line = g_new0 (XrResumeLine, 1);

  line->from = from;
  line->to = to;
  line->text = g_strdup (text != NULL ? text : "");
  return line;
}

XrResumeLine *
xr_resume_line_copy (const XrResumeLine *line)
{
  XrResumeLine *copy = xr_resume_line_new (line->from, line->to, line->text);

  copy->set_apart = line->set_apart;
  return copy;
}

void
xr_resume_line_free (XrResumeLine *line)
{
  if (line == NULL)
    return;
  g_free (line->text);
  g_free (line);
}

/* ---- reading */

static const char *
skip_blanks (const char *at)
{
  while (*at != '\0' && xr_text_is_space (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static int
get_digit (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (c >= 0xff10 && c <= 0xff19)
    return (int) (c - 0xff10);
  return c >= '0' && c <= '9' ? (int) (c - '0') : -1;
}

/* Exactly @n digits, full-width ones too; NULL where there are fewer. */
static const char *
read_digits (const char *at, guint n, guint *value)
{
  *value = 0;
  for (guint i = 0; i < n; i++, at = g_utf8_next_char (at))
    {
      int digit = get_digit (at);

      if (digit < 0)
        return NULL;
      *value = *value * 10 + (guint) digit;
    }
  return at;
}

static const char *
skip_word (const char *at, const char *word)
{
  return g_str_has_prefix (at, word) ? at + strlen (word) : NULL;
}

/* `2002.07`, `200207`, `2002年7月`; NULL where no month begins at @at. */
static const char *
read_month (const char *at, XrDate *month)
{
  guint year, number;
  const char *rest = read_digits (at, 4, &year);
  const char *separator;

  if (rest == NULL)
    return NULL;
  if ((separator = skip_word (rest, "年")) != NULL)
    {
      rest = read_digits (separator, 2, &number);
      rest = rest != NULL ? rest : read_digits (separator, 1, &number);
      rest = rest != NULL ? skip_word (rest, "月") : NULL;
    }
  else
    {
      separator = skip_word (rest, ".");
      separator = separator != NULL ? separator : skip_word (rest, "．");
      rest = read_digits (separator != NULL ? separator : rest, 2, &number);
    }
  if (rest == NULL || get_digit (rest) >= 0 || year < 1850 || year > 2200 || number < 1
      || number > 12)
    return NULL;
  *month = (XrDate){ (guint16) year, (guint8) number, 0 };
  return rest;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == '~' || c == 0x2014 /* — */ || c == 0x2013 /* – */ || c == 0x2015 /* ― */
         || c == 0xff0d /* － */ || c == 0x301c /* 〜 */ || c == 0xff5e                    /* ～ */
         || c == 0x2500                                                                    /* ─ */
         || c == 0x2012 || c == 0x2010 || c == 0x2011 || c == 0x2212 || c == 0x81f3 /* 至 */;
}

static const char *
read_dashes (const char *at)
{
  const char *rest = at;

  while (is_dash (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  return rest > at ? rest : NULL;
}

/* 至今 and the like: the same as no second date. */
static const char *
skip_now (const char *at)
{
  static const char *const words[] = { "今", "现在", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *rest = skip_word (at, words[i]);

      if (rest != NULL && (*rest == '\0' || xr_text_is_space (g_utf8_get_char (rest))))
        return rest;
    }
  return at;
}

/* The line that begins with a period, or NULL. */
static XrResumeLine *
parse_dated (const char *text)
{
  XrDate from, to = XR_DATE_NONE;
  const char *at = read_month (text, &from);
  const char *after;
  g_autofree char *rest = NULL;

  if (at == NULL || (at = read_dashes (skip_blanks (at))) == NULL)
    return NULL;
  at = skip_blanks (at);
  after = read_month (at, &to);
  rest = xr_text_strip (after != NULL ? after : skip_now (at));
  return xr_resume_line_new (from, to, rest);
}

static void
continue_line (XrResumeLine *line, const char *text)
{
  char *joined = line->text[0] == '\0' ? g_strdup (text)
                                       : g_strconcat (line->text, "\n", text, NULL);

  g_free (line->text);
  line->text = joined;
}

GPtrArray *
xr_resume_parse (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_resume_line_free);
  g_auto (GStrv) parts = g_regex_split_simple ("\r\n|\r|\n", text != NULL ? text : "", 0, 0);
  gboolean blank_before = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = xr_text_strip (parts[i]);
      XrResumeLine *last = lines->len > 0 ? lines->pdata[lines->len - 1] : NULL;
      XrResumeLine *line;

      if (part[0] == '\0')
        {
          blank_before = last != NULL;
          continue;
        }
      line = parse_dated (part);
      if (line == NULL && last != NULL && !blank_before)
        {
          continue_line (last, part);
          continue;
        }
      if (line == NULL)
        line = xr_resume_line_new (XR_DATE_NONE, XR_DATE_NONE, part);
      line->set_apart = blank_before;
      blank_before = FALSE;
      g_ptr_array_add (lines, line);
    }
  return lines;
}

/* ---- writing */

char *
xr_resume_line_period (const XrResumeLine *line)
{
  g_autofree char *from = xr_date_to_form (line->from);
  g_autofree char *to = xr_date_to_form (line->to);

  return xr_date_is_set (line->from) ? g_strconcat (from, "--", to, NULL) : g_strdup ("");
}

/* Whether @text behind an open period would be read as its end. */
static gboolean
reads_as_end (const char *text)
{
  XrDate month;

  return read_month (text, &month) != NULL || skip_now (text) != text;
}

static void
append_line (GString *text, const XrResumeLine *line)
{
  g_autofree char *period = xr_resume_line_period (line);
  g_auto (GStrv) parts = g_strsplit (line->text, "\n", -1);
  gboolean dated = period[0] != '\0';

  if (!dated && line->text[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, line->set_apart ? "\n\n" : "\n");
  if (dated)
    g_string_append_printf (text, "%s%s", period, &INDENT[strlen (period)]);
  if (dated && !xr_date_is_set (line->to) && reads_as_end (line->text))
    g_string_append (text, "\n" INDENT);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_printf (text, "\n%s", dated ? INDENT : "");
      g_string_append (text, parts[i]);
    }
}

static char *
dup_trimmed (GString *text)
{
  g_strchomp (text->str);
  return text->str[0] == '\0' ? NULL : g_strdup (text->str);
}

char *
xr_resume_format (GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    append_line (text, lines->pdata[i]);
  return dup_trimmed (text);
}

char *
xr_resume_normalize (const char *text)
{
  g_autoptr (GPtrArray) lines = xr_resume_parse (text);

  return xr_resume_format (lines);
}

/* ---- checking */

void
xr_resume_remark_free (XrResumeRemark *remark)
{
  if (remark == NULL)
    return;
  g_free (remark->message);
  g_free (remark);
}

static void
add_remark (GPtrArray *remarks, guint line, char *message)
{
  XrResumeRemark *remark = g_new0 (XrResumeRemark, 1);

  remark->line = line;
  remark->message = message;
  g_ptr_array_add (remarks, remark);
}

static void
check_period (GPtrArray *remarks, guint index, const XrResumeLine *line)
{
  g_autofree char *period = xr_resume_line_period (line);

  if (!xr_date_is_set (line->from))
    add_remark (remarks, index,
                g_strdup (_ ("This line has no dates. Write it like 2002.07--2010.03.")));
  else if (xr_date_is_set (line->to) && xr_date_compare (line->to, line->from) < 0)
    add_remark (remarks, index, g_strdup_printf (_ ("%s ends before it begins."), period));
  if (line->text[0] == '\0')
    add_remark (remarks, index, g_strdup_printf (_ ("%s has no unit and post."), period));
}

static void
check_join (GPtrArray *remarks, guint index, const XrResumeLine *before, const XrResumeLine *line)
{
  g_autofree char *end = xr_date_to_form (before->to);
  g_autofree char *start = xr_date_to_form (line->from);

  if (!xr_date_is_set (before->to))
    add_remark (
      remarks, index,
      g_strdup_printf (_ ("The line before has no end, but this one begins in %s."), start));
  else if (xr_date_compare (before->to, line->from) < 0)
    add_remark (remarks, index,
                g_strdup_printf (_ ("Gap: nothing is said of %1$s to %2$s."), end, start));
  else if (xr_date_compare (before->to, line->from) > 0)
    add_remark (
      remarks, index,
      g_strdup_printf (_ ("Overlap: the line before ends in %1$s, this one begins in %2$s."), end,
                       start));
}

static void
check_first (GPtrArray *remarks, guint index, const XrResumeLine *line, XrDate work_since)
{
  g_autofree char *work = xr_date_to_form (work_since);

  work_since.day = 0;
  if (xr_date_is_set (work_since) && xr_date_compare (line->from, work_since) > 0)
    add_remark (remarks, index,
                g_strdup_printf (_ ("Work began in %s, the résumé begins later."), work));
}

/* Lines are one after the other up to the first that is set apart. */
GPtrArray *
xr_resume_check (GPtrArray *lines, XrDate work_since)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_resume_remark_free);
  const XrResumeLine *last = NULL;
  guint last_index = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const XrResumeLine *line = lines->pdata[i];

      if (line->set_apart && last != NULL)
        break;
      check_period (remarks, i, line);
      if (!xr_date_is_set (line->from))
        continue;
      if (last == NULL)
        check_first (remarks, i, line, work_since);
      else
        check_join (remarks, i, last, line);
      last = line;
      last_index = i;
    }
  if (last != NULL && xr_date_is_set (last->to))
    add_remark (
      remarks, last_index,
      g_strdup (_ ("The last line is closed. Leave its end open if the person is there still.")));
  return remarks;
}
