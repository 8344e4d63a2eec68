/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays the sheets of the second keying out as a grid. What a column is of stands in its two ids; what
 * may be typed is checked by the command. */
#include "config.h"

#include "stages/second-model.h"

#include <glib/gi18n-lib.h>

#include "round/ballots.h"
#include "round/round.h"
#include "stages/cell-models.h"

typedef struct
{
  XrOffice *office;
  gint64 round, component, post, group;
  char *keyer;
  XrMethod method;
} Source;

static void
free_source (gpointer data)
{
  Source *source = data;

  g_object_unref (source->office);
  g_free (source->keyer);
  g_free (source);
}

/* ---- columns */

/* Ids: judge and sub-item. */
static void
add_scores (XrGridModel *model, const XrComponent *component, gint64 judge, const char *name)
{
  if (component->dimensions->len == 0)
    xr_grid_model_add_column (model, name ? name : component->name, NULL, judge, 0);
  for (guint i = 0; i < component->dimensions->len; i++)
    {
      const XrDimension *dimension = g_ptr_array_index (component->dimensions, i);
      xr_grid_model_add_column (model, dimension->name, name, judge, dimension->id);
    }
}

static void
add_judges (XrGridModel *model, const Source *source, const XrCase *contest, int index)
{
  const XrComponent *component = g_ptr_array_index (contest->plan->components, index);

  for (guint i = 0; i < contest->judges->len; i++)
    {
      const XrJudge *judge = g_ptr_array_index (contest->judges, i);
      const XrPost *post = g_ptr_array_index (contest->plan->posts, judge->post);
      if (judge->component == index && post->id == source->post)
        add_scores (model, component, judge->id, judge->name);
    }
}

/* Ids: group and which votes. */
static void
add_votes (XrGridModel *model, const XrComponent *component)
{
  static const char *const titles[] = { N_ ("In favour"), N_ ("Against"), N_ ("Abstained") };

  for (guint i = 0; i < MAX (component->groups->len, 1); i++)
    {
      const XrGroup *group = component->groups->len > 0 ? g_ptr_array_index (component->groups, i)
                                                        : NULL;
      for (guint j = 0; j < G_N_ELEMENTS (titles); j++)
        xr_grid_model_add_column (model, _ (titles[j]), group ? group->name : NULL,
                                  group ? group->id : 0, j);
    }
}

/* Ids: dimension and points of the grade. */
static void
add_tallies (XrGridModel *model, const XrComponent *component)
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
add_columns (XrGridModel *model, const Source *source, const XrCase *contest, int index)
{
  const XrComponent *component = g_ptr_array_index (contest->plan->components, index);

  if (component->method == XR_METHOD_JUDGES)
    add_judges (model, source, contest, index);
  else if (component->method == XR_METHOD_DIRECT)
    add_scores (model, component, 0, NULL);
  else if (component->method == XR_METHOD_VOTE_SHARE)
    add_votes (model, component);
  else
    add_tallies (model, component);
}

/* ---- cells */

/* What the cell is of: fills all but the text. */
static void
describe (XrGridModel *model, const Source *source, guint row, guint column, XrSecondFigure *figure)
{
  gint64 id = xr_grid_model_column_id (model, column);
  gint64 sub_id = xr_grid_model_column_sub_id (model, column);

  figure->candidate = xr_grid_model_row_id (model, row);
  if (source->method == XR_METHOD_JUDGES || source->method == XR_METHOD_DIRECT)
    {
      figure->judge = id;
      figure->dimension = sub_id;
    }
  else if (source->method == XR_METHOD_VOTE_SHARE)
    {
      figure->group = id;
      figure->part = sub_id;
    }
  else
    {
      figure->group = source->group;
      figure->dimension = id;
      figure->part = sub_id;
    }
}

static void
fill_cell (XrGridModel *model, const Source *source, GHashTable *sheets, guint row, guint column)
{
  XrSecondFigure figure = { 0 };
  XrKeyedSheet place = { .number = (char *) "" };
  g_autofree char *key = NULL;
  const XrKeyedSheet *sheet;
  const XrKeyedCell *cell = NULL;
  g_autofree char *text = NULL;

  describe (model, source, row, column, &figure);
  place.group = figure.group;
  place.judge = figure.judge;
  key = xr_keyed_sheet_dup_key (&place);
  sheet = g_hash_table_lookup (sheets, key);
  if (sheet != NULL)
    cell = xr_keyed_sheet_find (sheet, figure.candidate, figure.dimension, figure.part);
  text = cell != NULL ? xr_keyed_cell_dup_text (source->office, source->component, sheet, cell)
                      : NULL;
  xr_grid_model_set_cell (model, row, column, text, cell == NULL ? XR_CELL_MISSING : 0);
}

static void
fill_cells (XrGridModel *model, const Source *source)
{
  g_autoptr (GPtrArray) sheets = xr_keying_load (source->office, XR_KEYING_SECOND,
                                                 source->component);
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sheets->len; i++)
    g_hash_table_insert (index, xr_keyed_sheet_dup_key (g_ptr_array_index (sheets, i)),
                         g_ptr_array_index (sheets, i));
  for (guint i = 0; i < xr_grid_model_n_rows (model); i++)
    for (guint j = 0; j < xr_grid_model_n_columns (model); j++)
      fill_cell (model, source, index, i, j);
}

static void
load (XrGridModel *model, gpointer data)
{
  Source *source = data;
  const XrCase *contest = NULL;
  const XrComponent *component = NULL;
  g_autoptr (GPtrArray) candidates = NULL;
  int index = 0;

  if (xr_round_get_result (source->office, source->round, &contest, NULL) != NULL)
    component = xr_find_component (contest->plan, source->component, &index);
  if (component == NULL)
    return;
  source->method = component->method;
  add_columns (model, source, contest, index);
  candidates = xr_active_candidates (contest, source->post);
  for (guint i = 0; i < candidates->len; i++)
    {
      const XrCandidate *candidate = g_ptr_array_index (candidates, i);
      g_autofree char *label = xr_candidate_dup_label (candidate);
      xr_grid_model_add_row (model, label, candidate->id);
    }
  fill_cells (model, source);
  if (!xr_component_is_open (source->office, source->component))
    xr_grid_model_lock (model);
}

static gboolean
set_all (XrGridModel *model, const XrGridEntry *entries, guint n, gpointer data, GError **error)
{
  const Source *source = data;
  g_autofree XrSecondFigure *figures = g_new0 (XrSecondFigure, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      describe (model, source, entries[i].row, entries[i].column, &figures[i]);
      figures[i].text = entries[i].text;
    }
  return xr_second_set (source->office, source->component, source->keyer, figures, n, error);
}

XrGridModel *
xr_second_model_new (XrOffice *office, gint64 round, gint64 component, gint64 post, gint64 group,
                     const char *keyer)
{
  static const XrGridSource functions = { load, NULL, set_all, NULL, NULL };
  Source *source = g_new0 (Source, 1);

  source->office = g_object_ref (office);
  source->round = round;
  source->component = component;
  source->post = post;
  source->group = group;
  source->keyer = g_strdup (keyer);
  return xr_grid_model_new (office, &functions, source, free_source);
}
