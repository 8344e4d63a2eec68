/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People over all rounds of an office: who was there before, and finding somebody. */
#include "config.h"

#include "round/people.h"

#include <string.h>

#include "core/text.h"
#include "round/sql.h"

XrRow *
xr_people_find_earlier (XrOffice *office, gint64 round, const char *id_number, char **title)
{
  gint64 id = xr_sql_int (
    office,
    "SELECT id FROM candidate WHERE id_number = :number AND round_id <> :round"
    " ORDER BY round_id DESC LIMIT 1",
    XR_PARAMS (XR_TEXT (":number", id_number), XR_INT (":round", round)), 0);

  *title = NULL;
  if (id == 0)
    return NULL;
  *title = xr_sql_text (
    office,
    "SELECT round.title FROM round JOIN candidate ON candidate.round_id = round.id"
    " WHERE candidate.id = :id",
    XR_PARAMS (XR_INT (":id", id)));
  return xr_office_load (office, xr_table_find ("candidate"), id, NULL);
}

/* ------------------------------------------------------------------ finding */

static void
free_person (gpointer data)
{
  XrPerson *person = data;

  g_free (person->name);
  g_free (person->number);
  g_free (person->unit);
  g_free (person->position);
  g_free (person->posts);
  g_free (person->round_title);
  g_free (person->words);
  g_free (person->letters);
  g_free (person->keys[XR_HAN_STROKES]);
  g_free (person->keys[XR_HAN_PINYIN]);
  g_free (person);
}

static char *
dup_column (XrStatement *row, int column)
{
  char *text = xr_statement_dup_text (row, column);

  return text != NULL ? text : g_strdup ("");
}

static XrPerson *
read_person (XrStatement *row)
{
  XrPerson *person = g_new0 (XrPerson, 1);
  g_autofree char *id_number = dup_column (row, 8);
  g_autofree char *words = NULL;

  person->candidate = xr_statement_get_int (row, 0);
  person->round = xr_statement_get_int (row, 1);
  person->name = dup_column (row, 2);
  person->number = dup_column (row, 3);
  person->unit = dup_column (row, 4);
  person->position = dup_column (row, 5);
  person->posts = dup_column (row, 6);
  person->round_title = dup_column (row, 7);
  words = g_strjoin ("\n", person->name, person->number, person->unit, person->position,
                     person->posts, id_number, NULL);
  person->words = g_utf8_strdown (words, -1);
  person->letters = xr_han_search_key (person->name);
  person->keys[XR_HAN_STROKES] = xr_han_name_key (person->name, XR_HAN_STROKES);
  person->keys[XR_HAN_PINYIN] = xr_han_name_key (person->name, XR_HAN_PINYIN);
  return person;
}

GPtrArray *
xr_people_load (XrOffice *office, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (free_person);
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT c.id, c.round_id, c.name, c.number, c.unit, c.position,"
    " (SELECT group_concat (p.name, '、') FROM application a JOIN post p ON p.id = a.post_id"
    "  WHERE a.candidate_id = c.id), r.title, c.id_number"
    " FROM candidate c JOIN round r ON r.id = c.round_id ORDER BY c.round_id DESC, c.id",
    XR_NO_PARAMS);

  while (row != NULL && xr_statement_step (row, error) == XR_STEP_ROW)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_ptr_array_add (people, read_person (row));
    }
  return g_steal_pointer (&people);
}

static int
compare_people (gconstpointer a, gconstpointer b, gpointer order)
{
  const XrPerson *first = *(const XrPerson *const *) a, *second = *(const XrPerson *const *) b;
  int way = strcmp (first->keys[GPOINTER_TO_INT (order)], second->keys[GPOINTER_TO_INT (order)]);

  return way != 0 ? way : (first->round < second->round) - (first->round > second->round);
}

void
xr_people_sort (GPtrArray *people, XrHanOrder order)
{
  g_ptr_array_sort_with_data (people, compare_people, GINT_TO_POINTER (order));
}

static gboolean
is_found (const XrPerson *person, char **words)
{
  for (; *words != NULL; words++)
    {
      if (**words != '\0' && strstr (person->words, *words) == NULL
          && !xr_han_search_matches (person->letters, *words))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
xr_people_find (GPtrArray *people, const char *wanted, guint max, guint *n_found)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *clean = xr_text_clean (wanted);
  g_autofree char *small = g_utf8_strdown (clean, -1);
  g_auto (GStrv) words = g_strsplit (small, " ", -1);

  *n_found = 0;
  for (guint i = 0; *small != '\0' && i < people->len; i++)
    {
      if (!is_found (g_ptr_array_index (people, i), words))
        continue;
      if ((*n_found)++ < max)
        g_ptr_array_add (found, g_ptr_array_index (people, i));
    }
  return found;
}
