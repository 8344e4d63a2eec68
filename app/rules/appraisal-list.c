/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the text of the yearly appraisals into a table of years and writes it back. It must lose nothing:
 * what it does not understand stays word by word, and what nobody changed stays as it was written. */

#include "config.h"

#include "rules/appraisal-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"

/* The longest span of years that one result is read for; a longer one is a slip of the keys. */
#define SPAN_MAX 20

const char *const xr_appraisal_words[] = { "优秀",     "称职",   "基本称职", "不称职",     "合格",
                                           "基本合格", "不合格", "不定等次", "不进行考核", NULL };

static const char *const separators[] = { "、", "，", ",", "；", ";", "。", "\n", "\t", " ", NULL };
/* Words and signs that stand between a year and its result and say nothing. */
static const char *const fillers[] = { "年度", "年",     "考核", "结果", "等次", "被评为",
                                       "评为", "确定为", "定为", "为",   ":",    " ",
                                       "-",    "—",      "\t",   NULL };
static const char *const year_words[] = { "年度", "年", " ", NULL };
static const char *const all_of_them[] = { "均", "都", NULL };
static const char *const spans[] = { "-", "—", "–", "~", "～", "至", "到", NULL };
static const char *const conjunctions[] = { "和", "及", "与", NULL };

static void
entry_free (XrAppraisalEntry *entry)
{
  g_free (entry->word);
  g_free (entry->note);
  g_free (entry->source);
  g_free (entry);
}

static XrAppraisalEntry *
entry_new (guint year, const char *word, const char *note)
{
  XrAppraisalEntry *entry = g_new0 (XrAppraisalEntry, 1);

  entry->year = year;
  entry->word = g_strdup (word);
  entry->note = g_strdup (note);
  return entry;
}

void
xr_appraisal_list_free (XrAppraisalList *list)
{
  g_ptr_array_unref (list->entries);
  g_free (list->between);
  g_free (list->separator);
  g_free (list);
}

/* ---- reading */

/* The text as it stands and, at the same character, folded: what is compared and what is kept. */
typedef struct
{
  const char *at; /* folded */
  const char *raw;
} Place;

static void
skip (Place *place, gsize bytes)
{
  const char *end = place->at + bytes;

  while (place->at < end)
    {
      place->at = g_utf8_next_char (place->at);
      place->raw = g_utf8_next_char (place->raw);
    }
}

static gsize
match (const char *at, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (at, words[i]))
      return strlen (words[i]);
  return 0;
}

/* Passes what is among @words; whether there was any. */
static gboolean
pass (Place *place, const char *const *words)
{
  const char *from = place->at;
  gsize length;

  while ((length = match (place->at, words)) > 0)
    skip (place, length);
  return place->at > from;
}

/* The year at @at, where exactly four digits stand, else 0. */
static guint
read_year (const char *at)
{
  guint year = strspn (at, "0123456789") == 4 ? (guint) g_ascii_strtoull (at, NULL, 10) : 0;

  return year >= 1900 && year < 2200 ? year : 0;
}

/* To the next year, or to the end. */
static void
go_to_year (Place *place)
{
  while (*place->at != '\0' && read_year (place->at) == 0)
    {
      gsize digits = strspn (place->at, "0123456789");

      skip (place, MAX (digits, 1));
    }
}

static gboolean
ends_word (const char *at)
{
  static const char *const brackets[] = { "（", "(", NULL };

  return *at == '\0' || g_ascii_isdigit (*at) || match (at, separators) > 0
         || match (at, brackets) > 0;
}

/* The official word at the beginning of a run, as written; "" where the run is another one. */
static char *
read_word (Place *place)
{
  Place end = *place;
  g_autofree char *run = NULL;

  for (; !ends_word (end.at); skip (&end, 1))
    ;
  run = g_strndup (place->at, end.at - place->at);
  if (xr_appraisal_from_word (run) == XR_APPRAISAL_MISSING && g_str_has_suffix (run, "等次"))
    run[strlen (run) - strlen ("等次")] = '\0';
  if (xr_appraisal_from_word (run) == XR_APPRAISAL_MISSING)
    return g_strdup ("");
  *place = end;
  return g_steal_pointer (&run);
}

/* What stands in brackets at @place, without them; NULL where there are none, or they do not close. */
static char *
read_brackets (Place *place)
{
  static const char *const opening[] = { "（", "(", NULL };
  static const char *const closing[] = { "）", ")", NULL };
  Place end = *place;
  const char *first;
  int depth = 0;

  while (*end.at == ' ')
    skip (&end, 1);
  if (match (end.at, opening) == 0)
    return NULL;
  first = g_utf8_next_char (end.raw);
  for (; *end.at != '\0'; skip (&end, 1))
    {
      depth += match (end.at, opening) > 0 ? 1 : match (end.at, closing) > 0 ? -1 : 0;
      if (depth == 0)
        break;
    }
  if (depth > 0)
    return NULL;
  *place = end;
  skip (place, 1);
  return g_strndup (first, end.raw - first);
}

/* @from to @until as they stand, without separators and blanks at the end. */
static char *
cut_source (const char *from, const char *until)
{
  g_autofree char *text = g_strndup (from, until - from);

  for (gboolean cut = TRUE; cut && *text != '\0';)
    {
      cut = FALSE;
      for (guint i = 0; separators[i] != NULL && !cut; i++)
        if (g_str_has_suffix (text, separators[i]))
          {
            text[strlen (text) - strlen (separators[i])] = '\0';
            cut = TRUE;
          }
    }
  return xr_text_strip (text);
}

/* What stands between two entries, with the blanks about a sign. */
static void
note_separator (XrAppraisalList *list, const char *source_end, const char *until)
{
  if (list->separator == NULL && until > source_end && *until != '\0')
    list->separator = g_strndup (source_end, until - source_end);
}

/* Words without a year or a result, to the next year. */
static void
add_rest (XrAppraisalList *list, Place *place)
{
  const char *from;
  g_autofree char *source = NULL;

  pass (place, separators);
  from = place->raw;
  go_to_year (place);
  source = cut_source (from, place->raw);
  if (*source != '\0')
    {
      XrAppraisalEntry *entry = entry_new (0, "", source);

      entry->source = g_steal_pointer (&source);
      g_ptr_array_add (list->entries, entry);
    }
}

/* Several years that have one result, `2022、2023年` or `2021-2023年`: all of them into @years, and @place
 * after them. */
static void
read_years (Place *place, GArray *years)
{
  guint year = read_year (place->at);

  g_array_append_val (years, year);
  skip (place, 4);
  for (;;)
    {
      Place next = *place;
      gboolean span;
      guint to;

      pass (&next, year_words);
      span = pass (&next, spans);
      if (!span && !pass (&next, separators) && !pass (&next, conjunctions))
        return;
      pass (&next, separators);
      to = read_year (next.at);
      if (to == 0 || (span && (to <= year || to - year > SPAN_MAX)))
        return;
      for (guint each = span ? year + 1 : to; each <= to; each++)
        g_array_append_val (years, each);
      year = to;
      skip (&next, 4);
      *place = next;
    }
}

/* `2022、2023年均为称职（…）`; leaves @place alone where it is not that. */
static gboolean
add_group (XrAppraisalList *list, Place *place)
{
  Place next = *place;
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean all;
  g_autofree char *word = NULL;
  g_autofree char *note = NULL;

  read_years (&next, years);
  if (years->len < 2)
    return FALSE;
  pass (&next, fillers);
  all = pass (&next, all_of_them);
  pass (&next, fillers);
  word = read_word (&next);
  if (!all || *word == '\0')
    return FALSE;
  note = read_brackets (&next);
  for (guint i = 0; i < years->len; i++)
    {
      XrAppraisalEntry *entry = entry_new (g_array_index (years, guint, i), word,
                                           note != NULL ? note : "");

      entry->with_previous = i > 0;
      if (i == 0)
        entry->source = cut_source (place->raw, next.raw);
      g_ptr_array_add (list->entries, entry);
    }
  *place = next;
  return TRUE;
}

/* Returns: (transfer full): what stands between a year and its result. */
static char *
read_between (Place *place)
{
  const char *from = place->at;
  const char *until;

  pass (place, fillers);
  until = place->at;
  if (pass (place, all_of_them))
    pass (place, fillers);
  return g_strndup (from, until - from);
}

static void
add_year (XrAppraisalList *list, Place *place)
{
  Place start = *place;
  guint year = read_year (place->at);
  g_autofree char *between = NULL;
  g_autofree char *word = NULL;
  g_autofree char *note = NULL;
  XrAppraisalEntry *entry;

  skip (place, 4);
  between = read_between (place);
  word = read_word (place);
  if (*word != '\0' && list->between == NULL)
    list->between = g_steal_pointer (&between);
  note = read_brackets (place);
  if (*word == '\0' && note == NULL)
    {
      const char *from = place->raw;

      /* Up to the next year it is told as it stands. */
      go_to_year (place);
      note = cut_source (from, place->raw);
    }
  entry = entry_new (year, word, note != NULL ? note : "");
  entry->source = cut_source (start.raw, place->raw);
  g_ptr_array_add (list->entries, entry);
}

XrAppraisalList *
xr_appraisal_list_parse (const char *text)
{
  XrAppraisalList *list = g_new0 (XrAppraisalList, 1);
  g_autofree char *folded = xr_text_fold (text);
  Place place = { folded, text != NULL ? text : "" };

  list->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  add_rest (list, &place);
  while (*place.at != '\0')
    {
      const char *end;

      if (!add_group (list, &place))
        add_year (list, &place);
      end = place.raw;
      pass (&place, separators);
      note_separator (list, end, place.raw);
      add_rest (list, &place);
    }
  return list;
}

/* ---- writing */

/* A note that does not balance its brackets would swallow what follows it. */
static void
append_note (GString *text, const char *note)
{
  g_autoptr (GString) safe = g_string_new (note);

  g_string_replace (safe, "（", "〔", 0);
  g_string_replace (safe, "）", "〕", 0);
  g_string_replace (safe, "(", "〔", 0);
  g_string_replace (safe, ")", "〕", 0);
  g_string_replace (safe, "\n", " ", 0);
  g_string_append_printf (text, "（%s）", safe->str);
}

static void
append_entry (GString *text, const XrAppraisalList *list, const XrAppraisalEntry *entry)
{
  if (entry->source != NULL)
    g_string_append (text, entry->source);
  else if (entry->year == 0)
    g_string_append (text, entry->note);
  else
    {
      g_string_append_printf (text, "%u%s%s", entry->year,
                              list->between != NULL ? list->between : "", entry->word);
      if (*entry->note != '\0')
        append_note (text, entry->note);
    }
}

/* A year that was added by hand, without a word yet. */
static gboolean
says_nothing (const XrAppraisalEntry *entry)
{
  return entry->source == NULL && *entry->word == '\0' && *entry->note == '\0';
}

char *
xr_appraisal_list_format (const XrAppraisalList *list)
{
  const char *separator = list->separator != NULL ? list->separator : "、";
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->entries->len; i++)
    {
      const XrAppraisalEntry *entry = list->entries->pdata[i];

      if (entry->with_previous || says_nothing (entry))
        continue;
      if (text->len > 0)
        g_string_append (text, separator);
      append_entry (text, list, entry);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/* ---- editing */

/* Lets each entry that was read out of the source of @index be written by itself. */
static void
write_anew (XrAppraisalList *list, guint index)
{
  guint first = index;

  while (((XrAppraisalEntry *) list->entries->pdata[first])->with_previous)
    first--;
  for (guint i = first; i < list->entries->len; i++)
    {
      XrAppraisalEntry *entry = list->entries->pdata[i];

      if (i > first && !entry->with_previous)
        break;
      g_clear_pointer (&entry->source, g_free);
      entry->with_previous = FALSE;
    }
}

guint
xr_appraisal_list_add (XrAppraisalList *list, guint year, const char *word, const char *note)
{
  g_ptr_array_add (list->entries, entry_new (year, word, note));
  return list->entries->len - 1;
}

void
xr_appraisal_list_set (XrAppraisalList *list, guint index, guint year, const char *word,
                       const char *note)
{
  XrAppraisalEntry *entry = list->entries->pdata[index];

  if (entry->year == year && g_str_equal (entry->word, word) && g_str_equal (entry->note, note))
    return;
  write_anew (list, index);
  g_free (entry->word);
  g_free (entry->note);
  entry->year = year;
  entry->word = g_strdup (word);
  entry->note = g_strdup (note);
}

void
xr_appraisal_list_remove (XrAppraisalList *list, guint index)
{
  write_anew (list, index);
  g_ptr_array_remove_index (list->entries, index);
}

/* ---- checking */

void
xr_appraisal_remark_free (XrAppraisalRemark *remark)
{
  g_free (remark->message);
  g_free (remark);
}

/* Takes @message. */
static void
add_remark (GPtrArray *remarks, guint entry, char *message)
{
  XrAppraisalRemark *remark = g_new0 (XrAppraisalRemark, 1);

  remark->entry = entry;
  remark->message = message;
  g_ptr_array_add (remarks, remark);
}

/* The entry of @year before @before, or NULL. */
static const XrAppraisalEntry *
find_year (const XrAppraisalList *list, guint year, guint before)
{
  for (guint i = 0; i < before; i++)
    {
      const XrAppraisalEntry *entry = list->entries->pdata[i];

      if (entry->year == year)
        return entry;
    }
  return NULL;
}

/* Returns: (transfer full) (nullable): what is to be said of one entry. */
static char *
describe_entry (const XrAppraisalList *list, guint index, guint this_year)
{
  const XrAppraisalEntry *entry = list->entries->pdata[index];
  const XrAppraisalEntry *twin = entry->year > 0 ? find_year (list, entry->year, index) : NULL;

  if (entry->year == 0)
    return g_strdup (_ ("No year is named, so it counts for none. It stays as it stands."));
  if (twin != NULL && *twin->word != '\0' && *entry->word != '\0'
      && xr_appraisal_from_word (twin->word) != xr_appraisal_from_word (entry->word))
    return g_strdup_printf (_ ("%u has two results. Find out which is right and remove the other."),
                            entry->year);
  if (twin != NULL)
    return g_strdup_printf (_ ("%u stands here twice. Remove one of the two."), entry->year);
  if (*entry->word == '\0')
    return g_strdup_printf (
      _ ("No result that the rules know is named for %u. Choose one, or leave "
         "the words as they stand; the year counts as without a result."),
      entry->year);
  if (entry->year >= this_year)
    return g_strdup_printf (_ ("The year %u is not over yet. Check the year."), entry->year);
  return NULL;
}

GPtrArray *
xr_appraisal_list_check (const XrAppraisalList *list, guint first, guint last, guint this_year)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_appraisal_remark_free);
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < list->entries->len; i++)
    {
      char *message = describe_entry (list, i, this_year);

      if (message != NULL)
        add_remark (remarks, i, message);
    }
  for (guint year = first; last > 0 && year <= last; year++)
    if (find_year (list, year, list->entries->len) == NULL)
      g_string_append_printf (missing, "%s%u", missing->len > 0 ? "、" : "", year);
  if (missing->len > 0)
    add_remark (
      remarks, G_MAXUINT,
      first == last
        ? g_strdup_printf (_ ("The plan asks for the appraisal of %u; there is no result for it."),
                           last)
        : g_strdup_printf (_ ("The plan looks back on %1$u to %2$u; there is no result for %3$s."),
                           first, last, missing->str));
  return remarks;
}
