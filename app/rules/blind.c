/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strikes out what is certain to tell who somebody is, and finds what may tell it. It cannot know that a small
 * office has one such post only: whoever makes a blind package is told so. */

#include "config.h"

#include "rules/blind.h"

#include <stdlib.h>
#include <string.h>

#include "core/han.h"

#define STRUCK "××"

/* Characters around a doubtful place that are shown with it. */
#define AROUND 8
/* No more of one field: whoever reads the list has seen by then what there is to see. */
#define MOST_DOUBTS 20

struct _XrBlinder
{
  GPtrArray *words; /* char *, without blanks, in small letters, the longer ones first */
  char *given;      /* the given name, NULL where it is a single character or unknown */
  int year, month;  /* of birth, 0: unknown */
};

/* What a blind reader may see. A field that is not listed stays away: a new one must be thought about. */
static const XrDossierField seen_blind[] = {
  XR_DOSSIER_NATION,
  XR_DOSSIER_NATIVE_PLACE,
  XR_DOSSIER_BIRTH_PLACE,
  XR_DOSSIER_PARTY_SINCE,
  XR_DOSSIER_WORK_SINCE,
  XR_DOSSIER_HEALTH,
  XR_DOSSIER_TECHNICAL_POST,
  XR_DOSSIER_SPECIALITY,
  XR_DOSSIER_FULL_EDUCATION,
  XR_DOSSIER_FULL_DEGREE,
  XR_DOSSIER_FULL_EDUCATION_SCHOOL,
  XR_DOSSIER_FULL_DEGREE_SCHOOL,
  XR_DOSSIER_PART_EDUCATION,
  XR_DOSSIER_PART_DEGREE,
  XR_DOSSIER_PART_EDUCATION_SCHOOL,
  XR_DOSSIER_PART_DEGREE_SCHOOL,
  XR_DOSSIER_POSITION,
  XR_DOSSIER_PROPOSED_POST,
  XR_DOSSIER_REMOVED_POST,
  XR_DOSSIER_RESUME,
  XR_DOSSIER_AWARDS,
  XR_DOSSIER_APPRAISALS,
  XR_DOSSIER_REASON,
  XR_DOSSIER_PARTY,
};

/* What says the sex and nothing else. */
static const char *const sex_words[] = { "她",     "女士", "女同志",   "男同志", "女干部", "男干部",
                                         "女党员", "巾帼", "三八红旗", "妻子",   "丈夫" };

/* What may tell it, or the age, or who it is, and is often something else. */
static const char *const doubtful[] = { "妇",   "女",     "男",   "妻",   "夫人", "婚",   "产假",
                                        "孕",   "出生",   "生于", "年龄", "岁",   "到龄", "退休",
                                        "先生", "曾用名", "姓",   "某某", "@" };

/* ---- words */

static char *
join (const char *word)
{
  GString *joined = g_string_new (NULL);

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (joined, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free (joined, FALSE);
}

/* A single character is no name, and would strike out what it stands in by chance. */
static void
add_word (GPtrArray *words, const char *word)
{
  g_autofree char *joined = join (word);

  if (g_utf8_strlen (joined, -1) >= 2)
    g_ptr_array_add (words, g_steal_pointer (&joined));
}

/* 林知远 in Latin letters, surname first and last. */
static void
add_pinyin (GPtrArray *words, const char *name)
{
  g_autofree char *pinyin = xr_han_name_pinyin (name);
  char *blank = strchr (pinyin, ' ');
  g_autofree char *reversed = NULL;

  if (blank == NULL || !g_str_is_ascii (pinyin))
    return;
  reversed = g_strdup_printf ("%s%.*s", blank, (int) (blank - pinyin), pinyin);
  add_word (words, pinyin);
  add_word (words, reversed);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (*(const char *const *) a);
  gsize second = strlen (*(const char *const *) b);

  return (first < second) - (first > second);
}

/* The last two characters of three or four. */
static char *
dup_given (const char *name)
{
  g_autofree char *joined = join (name);
  glong length = g_utf8_strlen (joined, -1);

  return length == 3 || length == 4 ? g_strdup (g_utf8_offset_to_pointer (joined, length - 2))
                                    : NULL;
}

XrBlinder *
xr_blinder_new (const XrDossier *dossier, const GPtrArray *others)
{
  XrBlinder *self = g_new0 (XrBlinder, 1);
  const char *born = xr_dossier_get (dossier, XR_DOSSIER_BORN);
  char digits[7] = "";

  self->words = g_ptr_array_new_with_free_func (g_free);
  add_word (self->words, xr_dossier_get (dossier, XR_DOSSIER_NAME));
  add_pinyin (self->words, xr_dossier_get (dossier, XR_DOSSIER_NAME));
  add_word (self->words, xr_dossier_get (dossier, XR_DOSSIER_ID_NUMBER));
  for (guint i = 0; i < dossier->relatives->len; i++)
    add_word (self->words, xr_relative_get (dossier->relatives->pdata[i], XR_RELATIVE_NAME));
  for (guint i = 0; others != NULL && i < others->len; i++)
    add_word (self->words, others->pdata[i]);
  for (guint i = 0; i < G_N_ELEMENTS (sex_words); i++)
    add_word (self->words, sex_words[i]);
  g_ptr_array_add (self->words, g_strdup (sex_words[0]));
  g_ptr_array_sort (self->words, compare_lengths);
  self->given = dup_given (xr_dossier_get (dossier, XR_DOSSIER_NAME));
  for (guint n = 0; *born != '\0' && n < 6; born++)
    if (g_ascii_isdigit (*born))
      digits[n++] = *born;
  if (strlen (digits) >= 4)
    {
      self->month = atoi (digits + 4);
      digits[4] = '\0';
      self->year = atoi (digits);
    }
  return self;
}

void
xr_blinder_free (XrBlinder *self)
{
  g_ptr_array_unref (self->words);
  g_free (self->given);
  g_free (self);
}

/* ---- places in a text */

static gunichar
char_before (const char *text, const char *at)
{
  return at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
}

static gboolean
is_latin (gunichar c)
{
  return c < 0x80 && g_ascii_isalnum ((char) c);
}

/* The end of @word at @at, blanks inside left out; NULL where it does not stand there. What is written in Latin
 * letters stands alone. */
static const char *
match_word (const char *text, const char *at, const char *word)
{
  gboolean latin = is_latin (g_utf8_get_char (word));

  if (latin && is_latin (char_before (text, at)))
    return NULL;
  for (const char *start = at; *word != '\0'; word = g_utf8_next_char (word))
    {
      while (at > start && g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (*at == '\0' || g_unichar_tolower (g_utf8_get_char (at)) != g_utf8_get_char (word))
        return NULL;
      at = g_utf8_next_char (at);
    }
  return latin && is_latin (g_utf8_get_char (at)) ? NULL : at;
}

static const char *
match_words (const XrBlinder *self, const char *text, const char *at)
{
  for (guint i = 0; i < self->words->len; i++)
    {
      const char *end = match_word (text, at, self->words->pdata[i]);
      if (end != NULL)
        return end;
    }
  return NULL;
}

/* 男 or 女 as a word of its own: between signs, at an end, or before 性. */
static const char *
match_sex (const char *text, const char *at)
{
  gunichar c = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);
  gunichar before = char_before (text, at);
  gunichar after = g_utf8_get_char (next);

  return (c == 0x7537 || c == 0x5973) && (before == 0 || !g_unichar_isalnum (before))
             && (after == 0 || !g_unichar_isalnum (after) || after == 0x6027)
           ? next
           : NULL;
}

/* The digits at @at, of full width too; @count of them, @value of the first six. Returns what comes after. */
static const char *
read_digits (const char *at, guint *count, int *value)
{
  *count = 0;
  *value = 0;
  for (; g_unichar_isdigit (g_utf8_get_char (at)); at = g_utf8_next_char (at))
    {
      if (*count < 6)
        *value = *value * 10 + g_unichar_digit_value (g_utf8_get_char (at));
      ++*count;
    }
  return at;
}

/* The month after the year of birth, with its sign: @at itself where another one stands there, or none. */
static const char *
skip_birth_month (const XrBlinder *self, const char *at)
{
  const char *end;
  guint count;
  int value;

  if (*at == '\0' || strchr (".-/", *at) == NULL)
    if (!g_str_has_prefix (at, "年") && !g_str_has_prefix (at, "．"))
      return at;
  end = read_digits (g_utf8_next_char (at), &count, &value);
  return count >= 1 && count <= 2 && value == self->month ? end : at;
}

static gboolean
is_age (const char *after, guint count)
{
  while (g_unichar_isspace (g_utf8_get_char (after)))
    after = g_utf8_next_char (after);
  return count <= 3 && (g_str_has_prefix (after, "岁") || g_str_has_prefix (after, "周岁"));
}

/* A number that tells: an ID or telephone number, the birth, an age. */
static const char *
match_number (const XrBlinder *self, const char *text, const char *at)
{
  guint count;
  int value;
  const char *end = read_digits (at, &count, &value);

  if (count == 0 || g_unichar_isdigit (char_before (text, at)))
    return NULL;
  if (self->year > 0 && count == 4 && value == self->year)
    return skip_birth_month (self, end);
  if (count >= 9 || is_age (end, count)
      || (self->year > 0 && (count == 6 || count == 8) && value / 100 == self->year))
    return end;
  return NULL;
}

/* ---- striking out */

char *
xr_blinder_strike (const XrBlinder *self, const char *text)
{
  GString *struck = g_string_new (NULL);

  for (const char *at = text; *at != '\0';)
    {
      const char *end = match_words (self, text, at);

      if (end == NULL)
        end = match_sex (text, at);
      if (end == NULL)
        end = match_number (self, text, at);
      if (end != NULL)
        g_string_append (struck, STRUCK);
      else
        g_string_append_unichar (struck, g_utf8_get_char (at));
      at = end != NULL ? end : g_utf8_next_char (at);
    }
  return g_string_free (struck, FALSE);
}

XrDossier *
xr_blinder_copy (const XrBlinder *self, const XrDossier *dossier, const char *label)
{
  XrDossier *blind = xr_dossier_new ();

  xr_dossier_set (blind, XR_DOSSIER_NAME, label);
  for (guint i = 0; i < G_N_ELEMENTS (seen_blind); i++)
    {
      g_autofree char *text = xr_blinder_strike (self, xr_dossier_get (dossier, seen_blind[i]));

      xr_dossier_set (blind, seen_blind[i], text);
    }
  return blind;
}

/* ---- doubts */

static void
doubt_free (gpointer data)
{
  g_free (((XrBlindDoubt *) data)->words);
  g_free (data);
}

/* The end of something doubtful at @at, or NULL. */
static const char *
match_doubt (const XrBlinder *self, const char *at)
{
  if (self->given != NULL && g_str_has_prefix (at, self->given))
    return at + strlen (self->given);
  for (guint i = 0; i < G_N_ELEMENTS (doubtful); i++)
    if (g_str_has_prefix (at, doubtful[i]))
      return at + strlen (doubtful[i]);
  return NULL;
}

/* @start to @end with what stands around it in the same line. *@after is where the words end. */
static char *
quote (const char *text, const char *start, const char *end, const char **after)
{
  for (guint i = 0; i < AROUND && start > text && start[-1] != '\n'; i++)
    start = g_utf8_prev_char (start);
  for (guint i = 0; i < AROUND && *end != '\0' && *end != '\n'; i++)
    end = g_utf8_next_char (end);
  *after = end;
  return g_strndup (start, (gsize) (end - start));
}

static void
add_doubts (const XrBlinder *self, XrDossierField field, const char *text, GPtrArray *doubts)
{
  const char *at = text;

  for (guint n = 0; *at != '\0' && n < MOST_DOUBTS;)
    {
      const char *end = match_doubt (self, at);
      XrBlindDoubt *doubt;

      if (end == NULL)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      doubt = g_new0 (XrBlindDoubt, 1);
      doubt->field = field;
      doubt->words = quote (text, at, end, &at);
      g_ptr_array_add (doubts, doubt);
      n++;
    }
}

GPtrArray *
xr_blinder_doubts (const XrBlinder *self, const XrDossier *blind)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func (doubt_free);

  for (guint i = 0; i < G_N_ELEMENTS (seen_blind); i++)
    add_doubts (self, seen_blind[i], xr_dossier_get (blind, seen_blind[i]), doubts);
  return doubts;
}
