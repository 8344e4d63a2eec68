/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the content of a paper of its wording and its fields. Values are put in once and are never read as
 * wording themselves, so that what people wrote about themselves can't change the paper's form. */

#include "config.h"

#include "forms/wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"
#include "round/wording-text.h"
#include "forms/xr-form-resources.h"

/* A rule to write on, where a field has no value. */
#define RULE "________"

/* ---- the stored text */

char *
xr_wording_dup_builtin (const XrForm *form)
{
  g_autofree char *path = g_strdup_printf ("/org/xuanren/forms/%s.txt", form->id);
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *text;

  g_resources_register (xr_form_get_resource ());
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);
  text = g_bytes_get_data (bytes, &length);
  return g_strndup (text, length);
}

char *
xr_wording_dup (const XrForm *form, XrOffice *office, gint64 round)
{
  char *text = round != 0 ? xr_wording_text_dup (office, form->id, round) : NULL;

  if (text == NULL)
    text = xr_wording_text_dup (office, form->id, 0);
  return text != NULL ? text : xr_wording_dup_builtin (form);
}

/* ---- lines */

typedef struct
{
  XrFill *fill;
  XrPaper *paper;
  guint heading, subheading; /* counted so far */
  guint line;                /* of the wording, from 1 */
  GError **error;
} Expander;

static const struct
{
  const char *mark;
  XrBlockKind kind;
} marks[] = {
  { "## ", XR_BLOCK_SUBTITLE }, { "# ", XR_BLOCK_TITLE }, { "> ", XR_BLOCK_ADDRESSEE },
  { "- ", XR_BLOCK_PLAIN },     { "~ ", XR_BLOCK_NOTE },  { "= ", XR_BLOCK_SIGNATURE },
  { "| ", XR_BLOCK_CELLS },     { "@ ", XR_BLOCK_RIGHT },
};

static const char numerals[] = "一二三四五六七八九";
#define NUMERAL_BYTES 3

/* 1 … 99 in Chinese. (transfer full) */
static char *
dup_numeral (guint n)
{
  g_autofree char *tens = n >= 20
                            ? g_strndup (numerals + (n / 10 - 1) * NUMERAL_BYTES, NUMERAL_BYTES)
                            : g_strdup ("");
  g_autofree char *ones = n % 10 > 0
                            ? g_strndup (numerals + (n % 10 - 1) * NUMERAL_BYTES, NUMERAL_BYTES)
                            : g_strdup ("");

  return g_strconcat (tens, n >= 10 ? "十" : "", ones, NULL);
}

/* How many bytes of Chinese numerals @text begins with. */
static gsize
skip_numerals (const char *text)
{
  const char *at = text;

  while (*at != '\0' && g_utf8_strchr ("一二三四五六七八九十", -1, g_utf8_get_char (at)) != NULL)
    at = g_utf8_next_char (at);
  return at - text;
}

/* What a paragraph without a mark is: 一、 and （一） begin headings when the line is one: it has no full
 * stop inside. */
static XrBlockKind
kind_of_text (const char *text)
{
  gsize n = skip_numerals (text);

  if (n > 0 && g_str_has_prefix (text + n, "、") && strstr (text, "。") == NULL)
    return XR_BLOCK_HEADING;
  if (g_str_has_prefix (text, "（") && (n = skip_numerals (text + 3)) > 0
      && g_str_has_prefix (text + 3 + n, "）") && strstr (text, "。") == NULL)
    return XR_BLOCK_SUBHEADING;
  if (g_str_has_prefix (text, "附件："))
    return XR_BLOCK_ATTACHMENT;
  if (g_str_has_prefix (text, "抄送：") || g_str_has_prefix (text, "主送："))
    return XR_BLOCK_COPIES;
  return XR_BLOCK_TEXT;
}

static gboolean
complain (Expander *self, const char *name)
{
  g_autofree char *known = NULL;

  g_ptr_array_add (self->fill->names, NULL);
  known = g_strjoinv (_ (", "), (char **) self->fill->names->pdata);
  g_ptr_array_set_size (self->fill->names, self->fill->names->len - 1);
  g_set_error (
    self->error, XR_FORM_ERROR, XR_FORM_ERROR_WORDING,
    _ ("Wording of %1$s, line %2$u: the form has no field {%3$s}. Its fields are: %4$s."),
    self->fill->form->title, self->line, name, known);
  return FALSE;
}

/* {一} and {（一）} count headings. (transfer full) (nullable) */
static char *
dup_counted (Expander *self, const char *name)
{
  g_autofree char *numeral = NULL;

  if (g_str_equal (name, "一"))
    {
      self->subheading = 0;
      return dup_numeral (++self->heading);
    }
  if (!g_str_equal (name, "（一）"))
    return NULL;
  numeral = dup_numeral (++self->subheading);
  return g_strdup_printf ("（%s）", numeral);
}

static gboolean
has_value (const XrFillField *field)
{
  return field->text != NULL || field->grid != NULL
         || (field->lines != NULL && field->lines->len > 0);
}

static void
append_value (Expander *self, GString *text, const XrFillField *field)
{
  if (field->text != NULL)
    g_string_append (text, field->text);
  else if (field->lines != NULL && field->lines->len > 0)
    for (guint i = 0; i < field->lines->len; i++)
      g_string_append (text, ((XrFillLine *) g_ptr_array_index (field->lines, i))->text);
  else
    g_string_append (text, RULE);
}

/* Puts the values into @line; the first field's name goes to @field. (transfer full) (nullable) */
static char *
substitute (Expander *self, const char *line, const char **field)
{
  GString *text = g_string_new (NULL);

  while (*line != '\0')
    {
      const char *end = *line == '{' ? strchr (line, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (line + 1, end - line - 1) : NULL;
      g_autofree char *counted = name != NULL ? dup_counted (self, name) : NULL;
      const XrFillField *found = name != NULL ? xr_fill_find (self->fill, name) : NULL;

      if (counted != NULL)
        g_string_append (text, counted);
      else if (found != NULL)
        append_value (self, text, found);
      else if (name != NULL)
        {
          complain (self, name);
          g_string_free (text, TRUE);
          return NULL;
        }
      else
        g_string_append_c (text, *line);
      if (found != NULL && *field == NULL)
        *field = g_intern_string (name);
      line = end != NULL ? end + 1 : line + 1;
    }
  return g_string_free (text, FALSE);
}

static void
add_lines (Expander *self, const XrFillField *field, const char *name)
{
  for (guint i = 0; i < field->lines->len; i++)
    {
      const XrFillLine *line = g_ptr_array_index (field->lines, i);
      XrBlockKind kind = line->kind == XR_BLOCK_TEXT ? kind_of_text (line->text) : line->kind;
      xr_paper_add (self->paper, kind, line->text, name);
    }
}

/* A line that is only a field: paragraphs or a table. FALSE: it is something else. */
static gboolean
expand_field (Expander *self, const char *line)
{
  gsize length = strlen (line);
  g_autofree char *name = NULL;
  const XrFillField *field = NULL;

  if (length < 3 || line[0] != '{' || strchr (line, '}') != line + length - 1)
    return FALSE;
  name = g_strndup (line + 1, length - 2);
  field = xr_fill_find (self->fill, name);
  if (field == NULL || (field->lines == NULL && field->grid == NULL))
    return FALSE;
  if (field->grid != NULL)
    xr_paper_add_grid (self->paper, field->grid);
  else
    add_lines (self, field, name);
  return TRUE;
}

/* {?名称} and {!名称} before a line: whether it stands, TRUE when there is none. @line moves past it. */
static gboolean
holds (Expander *self, const char **line, gboolean *known)
{
  const char *end = strchr (*line, '}');
  gboolean wanted = (*line)[1] == '?';
  g_autofree char *name = NULL;
  const XrFillField *field = NULL;

  *known = TRUE;
  if ((*line)[0] != '{' || ((*line)[1] != '?' && (*line)[1] != '!') || end == NULL)
    return TRUE;
  name = g_strndup (*line + 2, end - *line - 2);
  field = xr_fill_find (self->fill, name);
  *line = end + 1;
  if (field == NULL)
    {
      *known = complain (self, name);
      return FALSE;
    }
  if (self->fill->blank && field->fact)
    return wanted;
  return has_value (field) == wanted;
}

static void
add_text (Expander *self, XrBlockKind kind, gboolean marked, const char *text, const char *field)
{
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      XrBlockKind own = marked ? kind : kind_of_text (parts[i]);
      if (!xr_text_is_blank (parts[i]))
        xr_paper_add (self->paper, own, g_strstrip (parts[i]), field);
    }
}

/* "| a | b |" to "a|b". (transfer full) */
static char *
strip_bars (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  gsize length = strlen (g_strstrip (copy));

  if (length > 0 && copy[length - 1] == '|')
    copy[length - 1] = '\0';
  return g_strdup (copy);
}

static gboolean
expand_line (Expander *self, const char *line)
{
  XrBlockKind kind = XR_BLOCK_TEXT;
  gboolean marked = FALSE, known = TRUE;
  const char *field = NULL;
  g_autofree char *text = NULL;
  g_autofree char *body = NULL;

  if (!holds (self, &line, &known))
    return known;
  if (g_str_equal (line, "==="))
    {
      xr_paper_add (self->paper, XR_BLOCK_PAGE, NULL, NULL);
      return TRUE;
    }
  if (expand_field (self, line))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (marks) && !marked; i++)
    if (g_str_has_prefix (line, marks[i].mark))
      {
        marked = TRUE;
        kind = marks[i].kind;
        line += strlen (marks[i].mark);
      }
  if (!marked && g_str_has_prefix (line, "印发："))
    {
      marked = TRUE;
      kind = XR_BLOCK_ISSUED;
      line += strlen ("印发：");
    }
  body = kind == XR_BLOCK_CELLS ? strip_bars (line) : g_strdup (line);
  text = substitute (self, body, &field);
  if (text == NULL)
    return FALSE;
  add_text (self, kind, marked, text, field);
  return TRUE;
}

gboolean
xr_wording_expand (const char *wording, XrFill *fill, XrPaper *paper, GError **error)
{
  Expander self = { .fill = fill, .paper = paper, .error = error };
  g_auto (GStrv) lines = g_strsplit (wording, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      self.line = i + 1;
      if (!xr_text_is_blank (lines[i]) && !expand_line (&self, g_strchomp (lines[i])))
        return FALSE;
    }
  return TRUE;
}
