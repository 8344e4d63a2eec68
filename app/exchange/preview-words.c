/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of lists from elsewhere that the official lists don't have: whether the program understands them all
 * the same, and which words of the list somebody may have meant. */
#include "config.h"

#include "exchange/preview-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/education.h"
#include "rules/eligibility.h"

/* So many words are named as examples; longer ones only where they are close. */
#define EXAMPLES     4
#define LONG_EXAMPLE 4

static gboolean
is_in_list (const XrField *field, const char *text)
{
  for (const XrChoice *choice = field->choices; choice->value != NULL; choice++)
    {
      if (g_str_equal (choice->value, text))
        return TRUE;
    }
  return FALSE;
}

/* The word of the list for a step of the ladder; NULL where several are on it. */
static const char *
find_education_word (const char *text)
{
  static const char *const words[] = { NULL, "小学", "初中", NULL, "大专", "大学", "研究生" };
  XrEducation education;
  gboolean complete;

  if (!xr_education_parse (text, &education, &complete) || !complete
      || strstr (text, "党校") != NULL)
    return NULL;
  return words[education];
}

/* Short names and synonyms mean the same to every condition: the word of the list for them, or NULL.
 * (transfer full) */
static char *
dup_official_word (const XrField *field, const char *text)
{
  g_autofree char *party = NULL;

  if (g_str_equal (field->name, "education"))
    return g_strdup (find_education_word (text));
  if (!g_str_equal (field->name, "party"))
    return NULL;
  party = xr_party_normalize (text);
  return is_in_list (field, party) ? g_steal_pointer (&party) : NULL;
}

/* At least half of the word stands in @text. */
static gboolean
is_close (const char *word, const char *text)
{
  glong common = 0;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    common += g_utf8_strchr (text, -1, g_utf8_get_char (at)) != NULL;
  return common * 2 >= g_utf8_strlen (word, -1);
}

/* Words of the list that are close, or the first short ones when none is. (transfer full) */
static char *
dup_examples (const XrField *field, const char *text)
{
  g_autoptr (GPtrArray) examples = g_ptr_array_new ();

  for (int pass = 0; pass < 2 && examples->len == 0; pass++)
    for (const XrChoice *choice = field->choices; choice->value != NULL; choice++)
      {
        if (examples->len < EXAMPLES
            && (pass == 0 ? is_close (choice->value, text)
                          : g_utf8_strlen (choice->value, -1) <= LONG_EXAMPLE))
          g_ptr_array_add (examples, (gpointer) choice->value);
      }
  g_ptr_array_add (examples, NULL);
  return g_strjoinv ("、", (char **) examples->pdata);
}

char *
xr_preview_dup_word_note (const XrField *field, const char *text, XrNoteKind *kind)
{
  g_autofree char *official = NULL;
  g_autofree char *examples = NULL;

  if (field->choices == NULL || is_in_list (field, text))
    return NULL;
  official = dup_official_word (field, text);
  *kind = official != NULL ? XR_NOTE_CHANGE : XR_NOTE_DOUBT;
  if (official != NULL)
    return g_strdup_printf (_ ("The official word is %s."), official);
  examples = dup_examples (field, text);
  return g_strdup_printf (
    _ ("“%1$s” is not in the official list. Write a word of it, such as %2$s, "
       "or confirm that this one is right."),
    text, examples);
}
