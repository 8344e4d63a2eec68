/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores and ballots of the examples. The files hold them as people would read them out: a line of
 * scores for a candidate, a word of grades for a candidate on a ballot, the names on a ballot. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "round/commands.h"
#include "round/demo/demo-private.h"
#include "round/keying.h"
#include "round/score-sheet.h"

/* ---- scores */

/* The line of the sheet for a row titled "07 张三": the scores with tabs between them, - for a blank. */
static char *
make_line (JsonArray *lines, const char *row_title)
{
  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      JsonArray *line = json_array_get_array_element (lines, i);
      if (g_str_has_suffix (row_title, json_array_get_string_element (line, 0)))
        {
          char *text = g_strdup (json_array_get_string_element (line, 1));
          for (char *c = text; *c; c++)
            if (*c == ' ')
              *c = '\t';
            else if (*c == '-')
              *c = ' ';
          return text;
        }
    }
  return NULL;
}

/* Pastes the lines in the order of the sheet; a row without a line stays as it is. */
gboolean
xr_demo_key_scores (XrDemo *demo, JsonObject *step, GError **error)
{
  JsonArray *lines = json_object_get_array_member (step, "rows");
  gint64 component = xr_demo_find_named (demo, step, "component", "component", error);
  gint64 post = component ? xr_demo_find_named (demo, step, "post", "post", error) : 0;
  g_autoptr (GString) block = g_string_new (NULL);
  g_autoptr (XrScoreSheet) sheet = NULL;

  if (post == 0)
    return FALSE;
  sheet = xr_score_sheet_new (demo->office, component, post);
  for (guint i = 0; i < xr_score_sheet_n_rows (sheet); i++)
    {
      g_autofree char *line = make_line (lines, xr_score_sheet_row_title (sheet, i));
      g_string_append_printf (block, "%s%s", i > 0 ? "\n" : "", line ? line : " ");
    }
  return xr_score_sheet_paste (sheet, 0, 0, block->str, error);
}

/* ---- ballots */

static gint64
find_candidate (XrDemo *demo, const char *name, GError **error)
{
  return xr_demo_find (demo, "candidate", name, error);
}

typedef struct
{
  gint64 component, group;
  GPtrArray *dimensions, *grades; /* XrRow */
  GArray *candidates;             /* gint64 */
} GradedStep;

/* @word: for each dimension the grade by its place, the best one 1, and 0 for an abstention. */
static void
add_marks (const GradedStep *graded, guint candidate, const char *word, GArray *marks)
{
  for (guint i = 0; word[i] != '\0' && i < graded->dimensions->len; i++)
    {
      XrBallotMark mark = { g_array_index (graded->candidates, gint64, candidate),
                            xr_row_get_id (g_ptr_array_index (graded->dimensions, i)),
                            word[i] == '0',
                            { 0 } };
      if (!mark.abstains)
        xr_decimal_parse (
          xr_row_get (g_ptr_array_index (graded->grades, (guint) (word[i] - '1')), "points"),
          &mark.points, NULL);
      g_array_append_val (marks, mark);
    }
}

static gboolean
key_graded_ballot (XrDemo *demo, const GradedStep *graded, const char *ballot, GError **error)
{
  g_auto (GStrv) words = g_strsplit (ballot, " ", -1);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (XrBallotMark));

  for (guint i = 0; words[i] && i < graded->candidates->len; i++)
    add_marks (graded, i, words[i], marks);
  return xr_ballot_save_graded (demo->office, graded->component, graded->group, 0, NULL,
                                (const XrBallotMark *) (gpointer) marks->data, marks->len, error)
         != 0;
}

static gboolean
find_candidates (XrDemo *demo, const char *names, GArray *candidates, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (names, " ", -1);

  for (guint i = 0; parts[i]; i++)
    {
      gint64 id = find_candidate (demo, parts[i], error);
      if (id == 0)
        return FALSE;
      g_array_append_val (candidates, id);
    }
  return TRUE;
}

static GPtrArray *
query_of (XrDemo *demo, const char *table, gint64 component)
{
  return xr_office_query (demo->office, xr_table_find (table), "component_id", component);
}

gboolean
xr_demo_key_graded (XrDemo *demo, JsonObject *step, GError **error)
{
  g_autofree const char **ballots = xr_demo_texts (json_object_get_array_member (step, "rows"));
  gint64 component = xr_demo_find_named (demo, step, "component", "component", error);
  gint64 group = component ? xr_demo_find_named (demo, step, "group", "voter_group", error) : 0;
  g_autoptr (GPtrArray) dimensions = query_of (demo, "dimension", component);
  g_autoptr (GPtrArray) grades = query_of (demo, "grade", component);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (gint64));
  GradedStep graded = { component, group, dimensions, grades, candidates };

  if (group == 0 || !find_candidates (demo, xr_demo_text (step, "candidates"), candidates, error))
    return FALSE;
  for (guint i = 0; ballots[i]; i++)
    if (!key_graded_ballot (demo, &graded, ballots[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
key_ranked_ballot (XrDemo *demo, gint64 component, gint64 post, gint64 group, const char *ballot,
                   GError **error)
{
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!find_candidates (demo, ballot, named, error))
    return FALSE;
  return xr_ballot_save_ranked (demo->office, component, post, group, 0, NULL,
                                (const gint64 *) (gpointer) named->data, named->len, error)
         != 0;
}

gboolean
xr_demo_key_ranked (XrDemo *demo, JsonObject *step, GError **error)
{
  g_autofree const char **ballots = xr_demo_texts (json_object_get_array_member (step, "rows"));
  gint64 component = xr_demo_find_named (demo, step, "component", "component", error);
  gint64 group = component ? xr_demo_find_named (demo, step, "group", "voter_group", error) : 0;
  gint64 post = group ? xr_demo_find_named (demo, step, "post", "post", error) : 0;

  if (post == 0)
    return FALSE;
  for (guint i = 0; ballots[i]; i++)
    if (!key_ranked_ballot (demo, component, post, group, ballots[i], error))
      return FALSE;
  return TRUE;
}

/* ---- the second keying */

/* Another person keys the ballots of a component again, each as the first person did. */
gboolean
xr_demo_key_second (XrDemo *demo, JsonObject *step, GError **error)
{
  gint64 component = xr_demo_find_named (demo, step, "component", "component", error);
  g_autoptr (GPtrArray) sheets = xr_keying_load (demo->office, XR_KEYING_FIRST, component);

  for (guint i = 0; i < sheets->len; i++)
    {
      XrKeyedSheet *sheet = g_ptr_array_index (sheets, i);
      sheet->id = 0;
      if (!xr_ballot_save (demo->office, XR_KEYING_SECOND, xr_demo_text (step, "keyer"), component,
                           sheet, error))
        return FALSE;
    }
  return component != 0;
}
