/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table that scores are typed into, as plain texts and flags. It reads the case and the result
 * once for a state of the file, when somebody looks; it computes no score of its own. */

#include "config.h"

#include "round/commands/write-score.h"
#include "round/lots.h"
#include "round/score-sheet.h"
#include "rules/breakdown.h"

typedef struct
{
  gint64 judge, dimension; /* 0: none */
  int judge_index, mark;   /* into the case's judges and into the marks of a judge */
  char *title, *group;
} Column;

typedef struct
{
  char *text;
  XrCellFlags flags;
} Cell;

typedef struct
{
  gint64 application, candidate;
  int application_index, candidate_index;
  char *title;
  Cell *cells;
  guint n_cells;
  gboolean has_score;
  XrDecimal value;
  char *score, *missing;
  int rank;
  guint n_judges, n_recused; /* of the panel */
} Row;

struct _XrScoreSheet
{
  GObject parent;

  XrOffice *office;
  gint64 component, post;
  gulong changed_handler;
  gboolean loaded, read_only;
  gint64 round;
  GPtrArray *columns; /* Column */
  GPtrArray *rows;    /* Row */
};

G_DEFINE_FINAL_TYPE (XrScoreSheet, xr_score_sheet, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
column_free (Column *column)
{
  g_free (column->title);
  g_free (column->group);
  g_free (column);
}

static void
row_free (Row *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    g_free (row->cells[i].text);
  g_free (row->cells);
  g_free (row->title);
  g_free (row->score);
  g_free (row->missing);
  g_free (row);
}

/* ---- columns */

static void
add_column (XrScoreSheet *self, gint64 judge, int judge_index, const XrDimension *dimension,
            int mark, const char *title, const char *group)
{
  Column *column = g_new0 (Column, 1);

  column->judge = judge;
  column->judge_index = judge_index;
  column->dimension = dimension ? dimension->id : 0;
  column->mark = mark;
  column->title = g_strdup (title);
  column->group = g_strdup (group);
  g_ptr_array_add (self->columns, column);
}

static void
add_dimensions (XrScoreSheet *self, const XrComponent *component, gint64 judge, int judge_index,
                const char *owner)
{
  if (component->dimensions->len == 0)
    add_column (self, judge, judge_index, NULL, 0, owner ? owner : component->name, NULL);
  for (guint i = 0; i < component->dimensions->len; i++)
    {
      const XrDimension *dimension = g_ptr_array_index (component->dimensions, i);
      add_column (self, judge, judge_index, dimension, (int) i, dimension->name, owner);
    }
}

static void
load_columns (XrScoreSheet *self, const XrCase *contest, int component_index)
{
  const XrComponent *component = g_ptr_array_index (contest->plan->components, component_index);

  if (component->method == XR_METHOD_DIRECT)
    {
      add_dimensions (self, component, 0, -1, NULL);
      return;
    }
  for (guint i = 0; i < contest->judges->len; i++)
    {
      const XrJudge *judge = g_ptr_array_index (contest->judges, i);
      const XrPost *post = g_ptr_array_index (contest->plan->posts, judge->post);
      if (judge->component == component_index && post->id == self->post)
        add_dimensions (self, component, judge->id, (int) i, judge->name);
    }
}

/* ---- rows */

static int
find_application (const XrCase *contest, gint64 id)
{
  for (guint i = 0; i < contest->applications->len; i++)
    if (g_array_index (contest->applications, XrApplication, i).id == id)
      return (int) i;
  return -1;
}

static void
add_row (XrScoreSheet *self, const XrCase *contest, int index)
{
  const XrApplication *application = &g_array_index (contest->applications, XrApplication, index);
  const XrCandidate *candidate = g_ptr_array_index (contest->candidates, application->candidate);
  Row *row = NULL;

  if (application->state != XR_STATE_ACTIVE)
    return;
  row = g_new0 (Row, 1);
  row->application = application->id;
  row->application_index = index;
  row->candidate = candidate->id;
  row->candidate_index = application->candidate;
  row->title = g_strdup_printf ("%s %s", candidate->number, candidate->name);
  row->n_cells = self->columns->len;
  row->cells = g_new0 (Cell, MAX (row->n_cells, 1));
  g_ptr_array_add (self->rows, row);
}

static void
load_rows (XrScoreSheet *self, const XrCase *contest)
{
  g_autoptr (GArray) order = xr_lot_order (self->office, self->component, self->post);

  for (guint i = 0; i < order->len; i++)
    {
      int index = find_application (contest, g_array_index (order, gint64, i));
      if (index >= 0)
        add_row (self, contest, index);
    }
}

/* ---- cells */

static const XrJudgeLine *
find_line (const XrJudgesBreakdown *breakdown, int judge)
{
  for (guint i = 0; i < breakdown->n_judges; i++)
    if (breakdown->judges[i].judge == judge)
      return &breakdown->judges[i];
  return NULL;
}

/* A judge whom the breakdown leaves out sits on another panel. */
static void
fill_judge_cell (Cell *cell, const Column *column, const XrJudgesBreakdown *breakdown)
{
  const XrJudgeLine *line = find_line (breakdown, column->judge_index);
  const XrJudgeMark *mark = NULL;

  if (!line)
    {
      cell->text = g_strdup ("");
      cell->flags = breakdown->n_judges > 0 ? XR_CELL_READONLY : 0;
      return;
    }
  mark = &line->marks[column->mark];
  if (line->recused)
    {
      cell->text = g_strdup ("回避");
      cell->flags = XR_CELL_RECUSED;
      return;
    }
  cell->text = mark->has_value ? xr_decimal_format_short (mark->value) : g_strdup ("");
  if (!mark->has_value)
    cell->flags |= XR_CELL_MISSING;
  if (line->dropped_high || line->dropped_low || mark->dropped_high || mark->dropped_low)
    cell->flags |= XR_CELL_DROPPED;
}

static void
fill_judges (XrScoreSheet *self, const XrCase *contest, int component)
{
  g_autoptr (GPtrArray) breakdowns = xr_judges_breakdown_all (contest, component);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      const XrJudgesBreakdown *breakdown = g_ptr_array_index (breakdowns, row->application_index);
      row->n_judges = breakdown->n_judges;
      for (guint j = 0; j < breakdown->n_judges; j++)
        row->n_recused += breakdown->judges[j].recused ? 1 : 0;
      for (guint j = 0; j < row->n_cells; j++)
        fill_judge_cell (&row->cells[j], g_ptr_array_index (self->columns, j), breakdown);
    }
}

static void
fill_direct_cell (XrScoreSheet *self, const XrCase *contest, const XrDirectScore *score)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      guint column = score->dimension >= 0 ? (guint) score->dimension : 0;
      if (row->candidate_index != score->candidate || column >= row->n_cells)
        continue;
      g_free (row->cells[column].text);
      row->cells[column].text = xr_decimal_format_short (score->value);
      row->cells[column].flags = 0;
    }
}

static void
fill_direct (XrScoreSheet *self, const XrCase *contest, int component)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      for (guint j = 0; j < row->n_cells; j++)
        row->cells[j] = (Cell){ g_strdup (""), XR_CELL_MISSING };
    }
  for (guint i = 0; i < contest->direct_scores->len; i++)
    {
      const XrDirectScore *score = &g_array_index (contest->direct_scores, XrDirectScore, i);
      if (score->component == component)
        fill_direct_cell (self, contest, score);
    }
}

/* ---- results of the rows */

static Row *
find_row (XrScoreSheet *self, int application)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      if (row->application_index == application)
        return row;
    }
  return NULL;
}

/* Also of one who has a score: whom a component has cut goes no further, whatever is keyed. */
static char *
say_missing (const XrCase *contest, const XrStanding *standing, int component)
{
  const XrComponentResult *value = &standing->components[component];

  if (standing->cut_by >= 0 && standing->cut_by <= component)
    {
      const XrComponent *cut = g_ptr_array_index (contest->plan->components, standing->cut_by);
      return g_strdup_printf (_ ("did not pass “%s” and goes no further"), cut->name);
    }
  return value->has_value ? g_strdup ("") : xr_describe_missing (value);
}

static void
fill_scores (XrScoreSheet *self, const XrCase *contest, const XrResult *result, int component)
{
  const XrComponent *planned = g_ptr_array_index (contest->plan->components, component);

  for (guint i = 0; i < result->posts->len; i++)
    {
      const XrPostResult *post = g_ptr_array_index (result->posts, i);
      for (guint j = 0; j < post->standings->len; j++)
        {
          const XrStanding *standing = g_ptr_array_index (post->standings, j);
          const XrComponentResult *value = &standing->components[component];
          Row *row = find_row (self, standing->application);
          if (!row)
            continue;
          row->has_score = value->has_value;
          row->value = value->value;
          row->score = value->has_value ? xr_decimal_format (value->value, planned->places)
                                        : g_strdup ("");
          row->missing = say_missing (contest, standing, component);
        }
    }
}

static void
rank_rows (XrScoreSheet *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      row->rank = row->has_score ? 1 : 0;
      for (guint j = 0; row->has_score && j < self->rows->len; j++)
        {
          const Row *other = g_ptr_array_index (self->rows, j);
          row->rank += other->has_score && xr_decimal_compare (other->value, row->value) > 0;
        }
    }
}

static int
find_component (const XrPlan *plan, gint64 id)
{
  for (guint i = 0; i < plan->components->len; i++)
    if (((const XrComponent *) g_ptr_array_index (plan->components, i))->id == id)
      return (int) i;
  return -1;
}

static void
ensure_loaded (XrScoreSheet *self)
{
  const XrCase *contest = NULL;
  const XrResult *result = NULL;
  int component = -1;

  if (self->loaded)
    return;
  self->loaded = TRUE;
  g_ptr_array_set_size (self->columns, 0);
  g_ptr_array_set_size (self->rows, 0);
  self->read_only = xr_office_get_read_only (self->office)
                    || !xr_check_component_open (self->office, self->component, &self->round, NULL);
  result = xr_round_get_result (self->office, self->round, &contest, NULL);
  component = result ? find_component (contest->plan, self->component) : -1;
  if (component < 0)
    return;
  load_columns (self, contest, component);
  load_rows (self, contest);
  if (((const XrComponent *) g_ptr_array_index (contest->plan->components, component))->method
      == XR_METHOD_DIRECT)
    fill_direct (self, contest, component);
  else
    fill_judges (self, contest, component);
  fill_scores (self, contest, result, component);
  rank_rows (self);
}

/* ---- the object */

static void
office_changed_cb (XrScoreSheet *self)
{
  self->loaded = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
xr_score_sheet_dispose (GObject *object)
{
  XrScoreSheet *self = XR_SCORE_SHEET (object);

  if (self->office)
    g_clear_signal_handler (&self->changed_handler, self->office);
  g_clear_object (&self->office);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (xr_score_sheet_parent_class)->dispose (object);
}

static void
xr_score_sheet_class_init (XrScoreSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xr_score_sheet_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
xr_score_sheet_init (XrScoreSheet *self)
{
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
}

XrScoreSheet *
xr_score_sheet_new (XrOffice *office, gint64 component, gint64 post)
{
  XrScoreSheet *self = g_object_new (XR_TYPE_SCORE_SHEET, NULL);

  self->office = g_object_ref (office);
  self->component = component;
  self->post = post;
  self->changed_handler = g_signal_connect_swapped (office, "changed",
                                                    G_CALLBACK (office_changed_cb), self);
  return self;
}

guint
xr_score_sheet_n_rows (XrScoreSheet *sheet)
{
  ensure_loaded (sheet);
  return sheet->rows->len;
}

guint
xr_score_sheet_n_columns (XrScoreSheet *sheet)
{
  ensure_loaded (sheet);
  return sheet->columns->len;
}

static const Row *
get_row (XrScoreSheet *sheet, guint row)
{
  ensure_loaded (sheet);
  g_return_val_if_fail (row < sheet->rows->len, NULL);
  return g_ptr_array_index (sheet->rows, row);
}

static const Column *
get_column (XrScoreSheet *sheet, guint column)
{
  ensure_loaded (sheet);
  g_return_val_if_fail (column < sheet->columns->len, NULL);
  return g_ptr_array_index (sheet->columns, column);
}

const char *
xr_score_sheet_row_title (XrScoreSheet *sheet, guint row)
{
  return get_row (sheet, row)->title;
}

const char *
xr_score_sheet_column_title (XrScoreSheet *sheet, guint column)
{
  return get_column (sheet, column)->title;
}

const char *
xr_score_sheet_column_group (XrScoreSheet *sheet, guint column)
{
  return get_column (sheet, column)->group;
}

const char *
xr_score_sheet_cell (XrScoreSheet *sheet, guint row, guint column)
{
  const Row *line = get_row (sheet, row);
  g_return_val_if_fail (column < line->n_cells, "");
  return line->cells[column].text;
}

XrCellFlags
xr_score_sheet_cell_flags (XrScoreSheet *sheet, guint row, guint column)
{
  const Row *line = get_row (sheet, row);
  g_return_val_if_fail (column < line->n_cells, XR_CELL_READONLY);
  return line->cells[column].flags | (sheet->read_only ? XR_CELL_READONLY : 0);
}

const char *
xr_score_sheet_row_score (XrScoreSheet *sheet, guint row)
{
  const char *score = get_row (sheet, row)->score;
  return score ? score : "";
}

const char *
xr_score_sheet_row_missing (XrScoreSheet *sheet, guint row)
{
  const char *missing = get_row (sheet, row)->missing;
  return missing ? missing : "";
}

int
xr_score_sheet_row_rank (XrScoreSheet *sheet, guint row)
{
  return get_row (sheet, row)->rank;
}

guint
xr_score_sheet_row_judges (XrScoreSheet *sheet, guint row, guint *recused)
{
  *recused = get_row (sheet, row)->n_recused;
  return get_row (sheet, row)->n_judges;
}

gint64
xr_score_sheet_row_application (XrScoreSheet *sheet, guint row)
{
  return get_row (sheet, row)->application;
}

/* ---- typing */

gboolean
xr_score_sheet_set (XrScoreSheet *sheet, guint row, guint column, const char *text, GError **error)
{
  const Row *line = get_row (sheet, row);
  const Column *head = get_column (sheet, column);

  if (head->judge != 0)
    return xr_score_set (sheet->office, head->judge, line->application, head->dimension, text,
                         error);
  return xr_direct_score_set (sheet->office, sheet->component, line->candidate, head->dimension,
                              text, error);
}

static gboolean
write_cell (XrScoreSheet *sheet, guint row, guint column, const char *text, GError **error)
{
  const Row *line = NULL;
  const Column *head = NULL;

  if (row >= sheet->rows->len || column >= sheet->columns->len)
    return xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                              _ ("The block is larger than the table; choose another first cell."));
  line = g_ptr_array_index (sheet->rows, row);
  head = g_ptr_array_index (sheet->columns, column);
  if (line->cells[column].flags & XR_CELL_READONLY)
    return xr_text_is_blank (text)
           || xr_command_refuse (error, XR_ROUND_ERROR_VALUE,
                                 _ ("A cell of the block belongs to another panel."));
  if (!xr_check_first_keyer (sheet->office, sheet->component, 0, head->judge, error))
    return FALSE;
  if (head->judge != 0)
    return xr_write_score (sheet->office, head->judge, line->application, head->dimension, text,
                           error);
  return xr_write_direct_score (sheet->office, sheet->component, line->candidate, head->dimension,
                                text, error);
}

/* Windows ends lines with a carriage return too. Tabs at the end are empty cells and stay. */
static char *
strip_return (char *line)
{
  gsize length = strlen (line);

  if (length > 0 && line[length - 1] == '\r')
    line[length - 1] = '\0';
  return line;
}

static gboolean
write_block (XrScoreSheet *sheet, guint row, guint column, const char *block, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (block, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (strip_return (lines[i]), "\t", -1);
      if (!lines[i + 1] && *lines[i] == '\0')
        break; /* the newline after the last row */
      if (!cells[0] && !write_cell (sheet, row + i, column, "", error))
        return FALSE;
      for (guint j = 0; cells[j]; j++)
        if (!write_cell (sheet, row + i, column + j, cells[j], error))
          return FALSE;
    }
  return TRUE;
}

gboolean
xr_score_sheet_paste (XrScoreSheet *sheet, guint row, guint column, const char *block,
                      GError **error)
{
  g_autofree char *title = xr_command_name_of (sheet->office, "component", sheet->component);

  ensure_loaded (sheet);
  if (!xr_check_component_open (sheet->office, sheet->component, &sheet->round, error)
      || !xr_office_begin (sheet->office, error))
    return FALSE;
  return xr_command_finish (sheet->office, write_block (sheet, row, column, block, error),
                            "score.paste", title, NULL, sheet->round, XR_ENTRY_NORMAL, error);
}
