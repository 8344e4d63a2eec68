/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what a person typed into a field, and showing what is stored. Canonical texts are what the
 * file keeps; every sentence names the field. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"
#include "round/table.h"

G_DEFINE_QUARK (xr - field - error - quark, xr_field_error)

static gboolean
fail (const XrField *field, const char *what, GError **error)
{
  /* Translators: 1 the name of a field, 2 a sentence that says what to write */
  g_set_error (error, XR_FIELD_ERROR, XR_FIELD_ERROR_VALUE, _ ("%1$s: %2$s"), _ (field->label),
               what);
  return FALSE;
}

static gboolean
fail_range (const XrField *field, GError **error)
{
  gint64 scale = field->kind == XR_FIELD_DECIMAL ? 1 : XR_DECIMAL_SCALE;
  g_autofree char *min = xr_decimal_format_short ((XrDecimal){ field->min * scale });
  g_autofree char *max = xr_decimal_format_short ((XrDecimal){ field->max * scale });
  g_autofree char *what = field->max == 0 || field->max == G_MAXINT
                            ? g_strdup_printf (_ ("write a number of %s or more."), min)
                            : g_strdup_printf (_ ("write a number from %1$s to %2$s."), min, max);

  return fail (field, what, error);
}

static gboolean
in_range (const XrField *field, gint64 value)
{
  return value >= field->min && (field->max == 0 || value <= field->max);
}

/* Longer than any of the papers has room for; who pastes a whole document into a line is told. */
#define LONGEST_LINE      500
#define LONGEST_PARAGRAPH 20000

static gboolean
parse_text (const XrField *field, const char *text, char **canonical, GError **error)
{
  gboolean line = field->kind == XR_FIELD_TEXT;
  glong most = line ? LONGEST_LINE : LONGEST_PARAGRAPH;
  g_autofree char *joined = line ? xr_text_to_line (text) : g_strdup (text);
  g_autofree char *clean = xr_text_strip (joined);
  glong length = g_utf8_strlen (clean, -1);
  g_autofree char *what = NULL;

  if (length <= most)
    {
      *canonical = g_steal_pointer (&clean);
      return TRUE;
    }
  what = g_strdup_printf (_ ("write at most %1$ld characters; this has %2$ld."), most, length);
  return fail (field, what, error);
}

static gboolean
parse_reference (const XrField *field, const char *text, char **canonical, GError **error)
{
  g_autofree char *clean = xr_text_clean (text);
  gint64 id;

  if (!g_ascii_string_to_signed (clean, 10, 1, G_MAXINT64, &id, NULL))
    return fail (field, _ ("choose one from the list."), error);
  *canonical = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  return TRUE;
}

static gboolean
parse_integer (const XrField *field, const char *text, char **canonical, GError **error)
{
  g_autofree char *clean = xr_text_clean (text);
  gint64 value;

  if (!g_ascii_string_to_signed (clean, 10, G_MININT32, G_MAXINT64, &value, NULL))
    return fail (field, _ ("write a whole number in digits."), error);
  if (!in_range (field, value))
    return fail_range (field, error);
  *canonical = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  return TRUE;
}

static gboolean
parse_decimal (const XrField *field, const char *text, char **canonical, GError **error)
{
  g_autoptr (GError) local = NULL;
  XrDecimal value;

  if (!xr_decimal_parse (text, &value, &local))
    return fail (field, local->message, error);
  if (!in_range (field, value.units))
    return fail_range (field, error);
  *canonical = xr_decimal_format_short (value);
  return TRUE;
}

static gboolean
parse_date (const XrField *field, const char *text, char **canonical, GError **error)
{
  g_autoptr (GError) local = NULL;
  XrDate date;

  if (!xr_date_parse (text, field->kind == XR_FIELD_MONTH, &date, &local))
    return fail (field, local->message, error);
  *canonical = xr_date_to_iso (date);
  return TRUE;
}

static const XrChoice *
find_choice (const XrChoice *choices, const char *text)
{
  for (guint i = 0; choices[i].value != NULL; i++)
    if (g_str_equal (choices[i].value, text) || g_str_equal (_ (choices[i].label), text))
      return &choices[i];
  return NULL;
}

static gboolean
parse_choice (const XrField *field, const char *text, char **canonical, GError **error)
{
  g_autofree char *clean = xr_text_clean (text);
  const XrChoice *choice = find_choice (field->choices, clean);
  g_autoptr (GString) words = NULL;
  g_autofree char *what = NULL;

  if (choice != NULL)
    {
      *canonical = g_strdup (choice->value);
      return TRUE;
    }
  words = g_string_new (NULL);
  for (guint i = 0; field->choices[i].value != NULL; i++)
    g_string_append_printf (words, "%s%s", i == 0 ? "" : _ (", "), _ (field->choices[i].label));
  what = g_strdup_printf (_ ("choose one of: %s."), words->str);
  return fail (field, what, error);
}

static gboolean
parse_switch (const XrField *field, const char *text, char **canonical, GError **error)
{
  static const char *const yes[] = { "1", "是", "有", "yes", NULL };
  static const char *const no[] = { "0", "否", "无", "no", NULL };
  g_autofree char *clean = xr_text_clean (text);

  if (g_strv_contains (yes, clean))
    *canonical = g_strdup ("1");
  else if (g_strv_contains (no, clean))
    *canonical = g_strdup ("0");
  else
    return fail (field, _ ("choose yes or no."), error);
  return TRUE;
}

gboolean
xr_field_parse (const XrField *field, const char *text, char **canonical, GError **error)
{
  *canonical = NULL;
  if (xr_text_is_blank (text))
    {
      if ((field->flags & XR_FIELD_REQUIRED) == 0)
        return TRUE;
      g_set_error (error, XR_FIELD_ERROR, XR_FIELD_ERROR_EMPTY, _ ("“%s” is empty. Fill it in."),
                   _ (field->label));
      return FALSE;
    }
  switch (field->kind)
    {
    case XR_FIELD_TEXT:
    case XR_FIELD_PARAGRAPH:
      return parse_text (field, text, canonical, error);
    case XR_FIELD_REFERENCE:
      return parse_reference (field, text, canonical, error);
    case XR_FIELD_INTEGER:
      return parse_integer (field, text, canonical, error);
    case XR_FIELD_DECIMAL:
      return parse_decimal (field, text, canonical, error);
    case XR_FIELD_DATE:
    case XR_FIELD_MONTH:
      return parse_date (field, text, canonical, error);
    case XR_FIELD_CHOICE:
      return parse_choice (field, text, canonical, error);
    case XR_FIELD_SWITCH:
      return parse_switch (field, text, canonical, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

char *
xr_field_format (const XrField *field, const char *canonical)
{
  const XrChoice *choice;
  XrDate date;

  if (canonical == NULL)
    return g_strdup ("");
  switch (field->kind)
    {
    case XR_FIELD_SWITCH:
      return g_strdup (g_str_equal (canonical, "0") ? _ ("no") : _ ("yes"));
    case XR_FIELD_MONTH:
      if (!xr_date_parse (canonical, TRUE, &date, NULL))
        return g_strdup (canonical);
      return xr_date_to_form (date);
    default:
      choice = field->choices == NULL ? NULL : find_choice (field->choices, canonical);
      return g_strdup (choice == NULL ? canonical : _ (choice->label));
    }
}
