/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the grids of stages 4 and 5 show and where typing goes. Reads case and result, writes by the
 * commands; computes nothing. */
#include "config.h"

#include "stages/cell-models.h"

#include <glib/gi18n-lib.h>

#include "round/ballots.h"
#include "round/round.h"

typedef struct
{
  XrOffice *office;
  XrScoreSheet *sheet;
  gint64 round, component, post, group;
} Source;

static Source *
create_source (XrOffice *office, gint64 round, gint64 component)
{
  Source *source = g_new0 (Source, 1);

  source->office = g_object_ref (office);
  source->round = round;
  source->component = component;
  return source;
}

static void
free_source (gpointer data)
{
  Source *source = data;

  g_clear_object (&source->sheet);
  g_object_unref (source->office);
  g_free (source);
}

const XrComponent *
xr_find_component (const XrPlan *plan, gint64 id, int *index)
{
  for (guint i = 0; i < plan->components->len; i++)
    {
      const XrComponent *component = g_ptr_array_index (plan->components, i);
      if (component->id == id)
        {
          if (index != NULL)
            *index = (int) i;
          return component;
        }
    }
  return NULL;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const XrCandidate *one = *(const XrCandidate *const *) a;
  const XrCandidate *other = *(const XrCandidate *const *) b;

  return xr_candidate_number_compare (one->number, other->number);
}

GPtrArray *
xr_active_candidates (const XrCase *contest, gint64 post)
{
  GPtrArray *candidates = g_ptr_array_new ();

  for (guint i = 0; i < contest->applications->len; i++)
    {
      const XrApplication *application = &g_array_index (contest->applications, XrApplication, i);
      const XrPost *applied = g_ptr_array_index (contest->plan->posts, application->post);
      XrCandidate *candidate = g_ptr_array_index (contest->candidates, application->candidate);

      if (application->state == XR_STATE_ACTIVE && (post == 0 || applied->id == post)
          && !g_ptr_array_find (candidates, candidate, NULL))
        g_ptr_array_add (candidates, candidate);
    }
  g_ptr_array_sort (candidates, compare_candidates);
  return candidates;
}

char *
xr_candidate_dup_label (const XrCandidate *candidate)
{
  return g_strdup_printf ("%s %s", candidate->number, candidate->name);
}

static void
add_candidate_rows (XrGridModel *model, const XrCase *contest)
{
  g_autoptr (GPtrArray) candidates = xr_active_candidates (contest, 0);

  for (guint i = 0; i < candidates->len; i++)
    {
      const XrCandidate *candidate = g_ptr_array_index (candidates, i);
      g_autofree char *label = xr_candidate_dup_label (candidate);
      xr_grid_model_add_row (model, label, candidate->id);
    }
}

/* The row of the candidate, −1 when there is none. */
static int
find_row (XrGridModel *model, gint64 id)
{
  for (guint i = 0; i < xr_grid_model_n_rows (model); i++)
    if (xr_grid_model_row_id (model, i) == id)
      return (int) i;
  return -1;
}

static void
set_count (XrGridModel *model, guint row, guint column, gint64 count)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  xr_grid_model_set_cell (model, row, column, text, 0);
}

static void
lock_when_closed (XrGridModel *model, const Source *source)
{
  if (!xr_component_is_open (source->office, source->component))
    xr_grid_model_lock (model);
}

/* ---- counts: what the three tables of them share */

/* What a cell of a table of counts is: fills all but the text. */
typedef void (*DescribeFunc) (XrGridModel *model, const Source *source, guint row, guint column,
                              XrCount *count);
typedef gboolean (*WriteFunc) (XrOffice *office, gint64 component, const XrCount *counts, guint n,
                               GError **error);

static gboolean
write_counts (XrGridModel *model, const XrGridEntry *entries, guint n, const Source *source,
              DescribeFunc describe, WriteFunc write, GError **error)
{
  g_autofree XrCount *counts = g_new0 (XrCount, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      describe (model, source, entries[i].row, entries[i].column, &counts[i]);
      counts[i].text = entries[i].text;
    }
  return write (source->office, source->component, counts, n, error);
}

/* ---- scores */

static gboolean
has_recusals (XrScoreSheet *sheet)
{
  guint recused = 0;

  for (guint i = 0; i < xr_score_sheet_n_rows (sheet) && recused == 0; i++)
    xr_score_sheet_row_judges (sheet, i, &recused);
  return recused > 0;
}

/* "6 / 7": over how many judges the mean is taken. */
static void
set_counted (XrGridModel *model, XrScoreSheet *sheet, guint row)
{
  guint recused;
  guint judges = xr_score_sheet_row_judges (sheet, row, &recused);
  g_autofree char *text = g_strdup_printf ("%u / %u", judges - recused, judges);

  xr_grid_model_set_figure (model, row, 2, text);
}

static void
load_score_row (XrGridModel *model, XrScoreSheet *sheet, guint row)
{
  int rank = xr_score_sheet_row_rank (sheet, row);
  g_autofree char *rank_text = rank > 0 ? g_strdup_printf ("%d", rank) : NULL;

  xr_grid_model_add_row (model, xr_score_sheet_row_title (sheet, row),
                         xr_score_sheet_row_application (sheet, row));
  for (guint i = 0; i < xr_score_sheet_n_columns (sheet); i++)
    xr_grid_model_set_cell (model, row, i, xr_score_sheet_cell (sheet, row, i),
                            xr_score_sheet_cell_flags (sheet, row, i));
  xr_grid_model_set_figure (model, row, 0, xr_score_sheet_row_score (sheet, row));
  xr_grid_model_set_figure (model, row, 1, rank_text);
  if (xr_grid_model_n_figures (model) > 2)
    set_counted (model, sheet, row);
  xr_grid_model_set_note (model, row, xr_score_sheet_row_missing (sheet, row));
}

static void
load_scores (XrGridModel *model, gpointer data)
{
  Source *source = data;

  for (guint i = 0; i < xr_score_sheet_n_columns (source->sheet); i++)
    xr_grid_model_add_column (model, xr_score_sheet_column_title (source->sheet, i),
                              xr_score_sheet_column_group (source->sheet, i), 0, 0);
  xr_grid_model_add_figure (model, _ ("Score"));
  xr_grid_model_add_figure (model, _ ("Rank"));
  if (has_recusals (source->sheet))
    xr_grid_model_add_figure (model, _ ("Judges counted"));
  for (guint i = 0; i < xr_score_sheet_n_rows (source->sheet); i++)
    load_score_row (model, source->sheet, i);
}

static gboolean
set_score (XrGridModel *model, guint row, guint column, const char *text, gpointer data,
           GError **error)
{
  return xr_score_sheet_set (((Source *) data)->sheet, row, column, text, error);
}

static gboolean
paste_scores (XrGridModel *model, guint row, guint column, const char *block, gpointer data,
              GError **error)
{
  return xr_score_sheet_paste (((Source *) data)->sheet, row, column, block, error);
}

XrGridModel *
xr_score_model_new (XrOffice *office, gint64 component, gint64 post)
{
  static const XrGridSource functions = { load_scores, set_score, NULL, paste_scores, NULL };
  Source *source = create_source (office, 0, component);

  source->sheet = xr_score_sheet_new (office, component, post);
  return xr_grid_model_new (office, &functions, source, free_source);
}

/* ---- the account of the groups */

static const struct
{
  const char *field;
  const char *title;
} counts[] = {
  { "due", N_ ("Due to attend") },     { "present", N_ ("Present") },
  { "issued", N_ ("Ballots issued") }, { "returned", N_ ("Ballots returned") },
  { "valid", N_ ("Valid ballots") },   { "invalid", N_ ("Invalid ballots") },
};

static void
load_group (XrGridModel *model, const Source *source, XrRow *group, guint row)
{
  g_autoptr (GPtrArray) keyed = xr_ballot_list (source->office, source->component, source->post,
                                                xr_row_get_id (group));
  g_autofree char *text = g_strdup_printf ("%u", keyed->len);

  xr_grid_model_add_row (model, xr_row_get (group, "name"), xr_row_get_id (group));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      const char *count = xr_row_get (group, counts[i].field);
      xr_grid_model_set_cell (model, row, i, count, count == NULL ? XR_CELL_MISSING : 0);
    }
  xr_grid_model_set_figure (model, row, 0, text);
}

static void
load_account (XrGridModel *model, gpointer data)
{
  const Source *source = data;
  g_autoptr (GPtrArray) groups = xr_office_query (source->office, xr_table_find ("voter_group"),
                                                  "component_id", source->component);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    xr_grid_model_add_column (model, _ (counts[i].title), NULL, 0, 0);
  xr_grid_model_add_figure (model, _ ("Keyed"));
  for (guint i = 0; i < groups->len; i++)
    load_group (model, source, g_ptr_array_index (groups, i), i);
  lock_when_closed (model, source);
}

static void
describe_account (XrGridModel *model, const Source *source, guint row, guint column, XrCount *count)
{
  count->group = xr_grid_model_row_id (model, row);
  count->field = counts[column].field;
}

static gboolean
set_all_account (XrGridModel *model, const XrGridEntry *entries, guint n, gpointer data,
                 GError **error)
{
  return write_counts (model, entries, n, data, describe_account, xr_ballot_account_set, error);
}

XrGridModel *
xr_account_model_new (XrOffice *office, gint64 round, gint64 component, gint64 post)
{
  static const XrGridSource functions = { load_account, NULL, set_all_account, NULL, NULL };
  Source *source = create_source (office, round, component);

  source->post = post;
  return xr_grid_model_new (office, &functions, source, free_source);
}

/* ---- votes */

static const struct
{
  const char *field;
  const char *title;
} votes[] = { { "yes", N_ ("In favour") },
              { "no", N_ ("Against") },
              { "abstain", N_ ("Abstained") } };

static void
add_vote_columns (XrGridModel *model, const char *group, gint64 id)
{
  for (guint i = 0; i < G_N_ELEMENTS (votes); i++)
    xr_grid_model_add_column (model, _ (votes[i].title), group, id, i);
}

static void
mark_missing (XrGridModel *model)
{
  for (guint i = 0; i < xr_grid_model_n_rows (model); i++)
    for (guint j = 0; j < xr_grid_model_n_columns (model); j++)
      xr_grid_model_set_cell (model, i, j, NULL, XR_CELL_MISSING);
}

static void
fill_votes (XrGridModel *model, const XrCase *contest, int component)
{
  for (guint i = 0; i < contest->votes->len; i++)
    {
      const XrVote *vote = &g_array_index (contest->votes, XrVote, i);
      const XrCandidate *candidate = g_ptr_array_index (contest->candidates, vote->candidate);
      int row = find_row (model, candidate->id);
      guint column = (guint) MAX (vote->group, 0) * G_N_ELEMENTS (votes);

      if (vote->component != component || row < 0 || column + 2 >= xr_grid_model_n_columns (model))
        continue;
      set_count (model, (guint) row, column, vote->yes);
      set_count (model, (guint) row, column + 1, vote->no);
      set_count (model, (guint) row, column + 2, vote->abstain);
    }
}

static const XrComponent *
get_case (const Source *source, const XrCase **contest, int *index)
{
  if (xr_round_get_result (source->office, source->round, contest, NULL) == NULL)
    return NULL;
  return xr_find_component ((*contest)->plan, source->component, index);
}

/* Votes that come from ballots are corrected on the ballots. */
static void
lock_when_keyed (XrGridModel *model, const Source *source)
{
  g_autoptr (GPtrArray) ballots = xr_ballot_list (source->office, source->component, 0, 0);

  if (ballots->len > 0)
    xr_grid_model_lock (model);
}

static void
load_votes (XrGridModel *model, gpointer data)
{
  const XrCase *contest = NULL;
  int index = 0;
  const XrComponent *component = get_case (data, &contest, &index);

  if (component == NULL)
    return;
  if (component->groups->len == 0)
    add_vote_columns (model, NULL, 0);
  for (guint i = 0; i < component->groups->len; i++)
    {
      const XrGroup *group = g_ptr_array_index (component->groups, i);
      add_vote_columns (model, group->name, group->id);
    }
  add_candidate_rows (model, contest);
  mark_missing (model);
  fill_votes (model, contest, index);
  lock_when_keyed (model, data);
  lock_when_closed (model, data);
}

static void
describe_votes (XrGridModel *model, const Source *source, guint row, guint column, XrCount *count)
{
  count->group = xr_grid_model_column_id (model, column);
  count->candidate = xr_grid_model_row_id (model, row);
  count->field = votes[xr_grid_model_column_sub_id (model, column)].field;
}

static gboolean
set_all_votes (XrGridModel *model, const XrGridEntry *entries, guint n, gpointer data,
               GError **error)
{
  return write_counts (model, entries, n, data, describe_votes, xr_vote_counts_set, error);
}

XrGridModel *
xr_votes_model_new (XrOffice *office, gint64 round, gint64 component)
{
  static const XrGridSource functions = { load_votes, NULL, set_all_votes, NULL, NULL };

  return xr_grid_model_new (office, &functions, create_source (office, round, component),
                            free_source);
}

/* ---- marks counted by hand */

static void
add_tally_columns (XrGridModel *model, const XrComponent *component)
{
  for (guint i = 0; i < component->dimensions->len; i++)
    {
      const XrDimension *dimension = g_ptr_array_index (component->dimensions, i);
      for (guint j = 0; j < component->grades->len; j++)
        {
          const XrGrade *grade = g_ptr_array_index (component->grades, j);
          xr_grid_model_add_column (model, grade->name, dimension->name, dimension->id,
                                    grade->points.units);
        }
    }
}

static void
fill_tally (XrGridModel *model, const XrCase *contest, const XrComponent *component,
            const XrTally *tally)
{
  const XrCandidate *candidate = g_ptr_array_index (contest->candidates, tally->candidate);
  const XrDimension *dimension = g_ptr_array_index (component->dimensions, tally->dimension);
  int row = find_row (model, candidate->id);

  for (guint i = 0; row >= 0 && i < xr_grid_model_n_columns (model); i++)
    if (xr_grid_model_column_id (model, i) == dimension->id
        && xr_grid_model_column_sub_id (model, i) == tally->points.units)
      set_count (model, (guint) row, i, tally->votes);
}

static void
load_tally (XrGridModel *model, gpointer data)
{
  const Source *source = data;
  const XrCase *contest = NULL;
  int index = 0;
  const XrComponent *component = get_case (source, &contest, &index);

  if (component == NULL)
    return;
  add_tally_columns (model, component);
  add_candidate_rows (model, contest);
  for (guint i = 0; i < contest->tallies->len; i++)
    {
      const XrTally *tally = &g_array_index (contest->tallies, XrTally, i);
      const XrGroup *group = tally->group >= 0 && tally->component == index
                               ? g_ptr_array_index (component->groups, tally->group)
                               : NULL;
      if (tally->component == index && (group != NULL ? group->id : 0) == source->group)
        fill_tally (model, contest, component, tally);
    }
  lock_when_closed (model, source);
}

static void
describe_tally (XrGridModel *model, const Source *source, guint row, guint column, XrCount *count)
{
  count->group = source->group;
  count->candidate = xr_grid_model_row_id (model, row);
  count->dimension = xr_grid_model_column_id (model, column);
  count->points.units = xr_grid_model_column_sub_id (model, column);
  count->field = "votes";
}

static gboolean
set_all_tally (XrGridModel *model, const XrGridEntry *entries, guint n, gpointer data,
               GError **error)
{
  return write_counts (model, entries, n, data, describe_tally, xr_tallies_set, error);
}

XrGridModel *
xr_tally_model_new (XrOffice *office, gint64 round, gint64 component, gint64 group)
{
  static const XrGridSource functions = { load_tally, NULL, set_all_tally, NULL, NULL };
  Source *source = create_source (office, round, component);

  source->group = group;
  return xr_grid_model_new (office, &functions, source, free_source);
}
