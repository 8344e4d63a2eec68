/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the marks of one ballot until it is saved as a whole. What is right on a ballot is checked by
 * the command that writes it; here only what a key or a number means. */
#include "config.h"

#include "stages/ballot-model.h"

#include <glib/gi18n-lib.h>

#include "round/round.h"
#include "stages/cell-models.h"

typedef struct
{
  gint64 id;
  char *label, *number, *name;
} Name;

typedef struct
{
  char *name;
  XrDecimal points;
} Grade;

struct _XrBallotDraft
{
  XrOffice *office;
  XrKeying keying;
  char *keyer; /* NULL: the operator */
  gint64 component, post, ballot;
  gboolean ranked;
  GArray *names;      /* Name: candidates */
  GArray *dimensions; /* Name */
  GArray *grades;     /* Grade, best first */
  guint places;
  XrDecimal full_mark; /* the most that a mark is worth where there are no grades */
  GPtrArray *texts;    /* char *: what stands in the cells, row by row; NULL: nothing */
};

static void
clear_name (gpointer data)
{
  Name *name = data;

  g_free (name->label);
  g_free (name->number);
  g_free (name->name);
}

static void
clear_grade (gpointer data)
{
  g_free (((Grade *) data)->name);
}

static void
free_draft (gpointer data)
{
  XrBallotDraft *draft = data;

  g_object_unref (draft->office);
  g_free (draft->keyer);
  g_array_unref (draft->names);
  g_array_unref (draft->dimensions);
  g_array_unref (draft->grades);
  g_ptr_array_unref (draft->texts);
  g_free (draft);
}

static int
compare_grades (gconstpointer a, gconstpointer b)
{
  return xr_decimal_compare (((const Grade *) b)->points, ((const Grade *) a)->points);
}

/* A yes/no ballot is one with a single dimension and two grades. */
static void
add_votes (XrBallotDraft *self)
{
  const Name vote = { 0, g_strdup (_ ("Vote")), NULL, NULL };
  const Grade votes[] = { { g_strdup (_ ("In favour")), { 1 } },
                          { g_strdup (_ ("Against")), { 0 } } };

  g_array_append_val (self->dimensions, vote);
  g_array_append_vals (self->grades, votes, G_N_ELEMENTS (votes));
}

static void
read_component (XrBallotDraft *self, const XrComponent *component)
{
  self->ranked = component->method == XR_METHOD_RANKED_BALLOT;
  self->full_mark = component->full_mark;
  if (component->method == XR_METHOD_VOTE_SHARE)
    add_votes (self);
  for (guint i = 0; i < component->dimensions->len; i++)
    {
      const XrDimension *dimension = g_ptr_array_index (component->dimensions, i);
      Name name = { dimension->id, g_strdup (dimension->name), NULL, NULL };
      g_array_append_val (self->dimensions, name);
    }
  for (guint i = 0; i < component->grades->len; i++)
    {
      const XrGrade *grade = g_ptr_array_index (component->grades, i);
      Grade copy = { g_strdup (grade->name), grade->points };
      g_array_append_val (self->grades, copy);
    }
  g_array_sort (self->grades, compare_grades);
  for (guint i = 0; i < component->place_points->len; i++)
    self->places = MAX (
      self->places,
      ((const XrPlacePoints *) g_ptr_array_index (component->place_points, i))->place);
}

static void
read_names (XrBallotDraft *self, const XrCase *contest)
{
  g_autoptr (GPtrArray) candidates = xr_active_candidates (contest, self->post);

  for (guint i = 0; i < candidates->len; i++)
    {
      const XrCandidate *candidate = g_ptr_array_index (candidates, i);
      Name name = { candidate->id, xr_candidate_dup_label (candidate), g_strdup (candidate->number),
                    g_strdup (candidate->name) };
      g_array_append_val (self->names, name);
    }
}

static guint
count_columns (XrBallotDraft *self)
{
  return self->ranked ? 1 : self->dimensions->len;
}

static guint
count_rows (XrBallotDraft *self)
{
  return self->ranked ? self->places : self->names->len;
}

/* ---- as a model */

static void
load_draft (XrGridModel *model, gpointer data)
{
  XrBallotDraft *self = data;
  guint columns = count_columns (self);

  if (self->ranked)
    xr_grid_model_add_column (model, _ ("Candidate's number"), NULL, 0, 0);
  for (guint i = 0; !self->ranked && i < columns; i++)
    xr_grid_model_add_column (model, g_array_index (self->dimensions, Name, i).label, NULL, 0, 0);
  for (guint i = 0; i < count_rows (self); i++)
    {
      g_autofree char *place = g_strdup_printf (_ ("Place %u"), i + 1);
      xr_grid_model_add_row (model,
                             self->ranked ? place : g_array_index (self->names, Name, i).label, 0);
      for (guint j = 0; j < columns; j++)
        xr_grid_model_set_cell (model, i, j, g_ptr_array_index (self->texts, i * columns + j), 0);
    }
}

static void
store (XrBallotDraft *self, guint row, guint column, const char *text)
{
  char **slot = (char **) &g_ptr_array_index (self->texts, row * count_columns (self) + column);

  g_free (*slot);
  *slot = text == NULL || *text == '\0' ? NULL : g_strdup (text);
}

static gboolean
store_key (XrBallotDraft *self, XrGridModel *model, guint row, guint column, const char *text)
{
  store (self, row, column, text);
  xr_grid_model_reload (model);
  return TRUE;
}

static const Name *
find_name (XrBallotDraft *self, const char *text)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);
      if (xr_candidate_number_compare (name->number, text) == 0 || g_str_equal (name->label, text)
          || g_str_equal (name->name, text))
        return name;
    }
  return NULL;
}

static const Grade *
find_grade (XrBallotDraft *self, const char *text)
{
  for (guint i = 0; i < self->grades->len; i++)
    if (g_str_equal (g_array_index (self->grades, Grade, i).name, text))
      return &g_array_index (self->grades, Grade, i);
  return NULL;
}

static gboolean
refuse (GError **error, const char *sentence, const char *text)
{
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE, sentence, text);
  return FALSE;
}

static gboolean
read_points (XrBallotDraft *self, const char *text, XrDecimal *points, GError **error)
{
  g_autofree char *highest = xr_decimal_format_short (self->full_mark);

  if (!xr_decimal_parse (text, points, error))
    return FALSE;
  if (points->units >= 0 && points->units <= self->full_mark.units)
    return TRUE;
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
               _ ("A score here is a number from 0 to %1$s; “%2$s” is not."), highest, text);
  return FALSE;
}

/* The mark that a text means; FALSE when it means none. */
static gboolean
read_mark (XrBallotDraft *self, const char *text, XrBallotMark *mark, GError **error)
{
  const Grade *grade = find_grade (self, text);

  mark->abstains = g_str_equal (text, _ ("abstains"));
  if (mark->abstains)
    return TRUE;
  if (grade != NULL)
    mark->points = grade->points;
  else if (self->grades->len > 0)
    return refuse (error, _ ("“%s” is not a grade of this ballot; type the digit of a grade."),
                   text);
  else
    return read_points (self, text, &mark->points, error);
  return TRUE;
}

/* What will stand in the cell when @text was typed; NULL with @error. (transfer full) */
static char *
read_text (XrBallotDraft *self, const char *text, GError **error)
{
  XrBallotMark mark = { 0 };
  const Name *name = NULL;

  if (*text == '\0')
    return g_strdup ("");
  if (!self->ranked)
    return read_mark (self, text, &mark, error) ? g_strdup (text) : NULL;
  name = find_name (self, text);
  if (name == NULL)
    refuse (error, _ ("Nobody with the number “%s” has applied for this post."), text);
  return name != NULL ? g_strdup (name->label) : NULL;
}

static gboolean
set_all_draft (XrGridModel *model, const XrGridEntry *entries, guint n, gpointer data,
               GError **error)
{
  XrBallotDraft *self = data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      char *text = read_text (self, entries[i].text, error);
      if (text == NULL)
        return FALSE;
      g_ptr_array_add (texts, text);
    }
  for (guint i = 0; i < n; i++)
    store (self, entries[i].row, entries[i].column, g_ptr_array_index (texts, i));
  xr_grid_model_reload (model);
  return TRUE;
}

static gboolean
type_draft (XrGridModel *model, guint row, guint column, gunichar key, gpointer data)
{
  XrBallotDraft *self = data;
  guint digit = key >= '1' && key <= '9' ? key - '0' : 0;

  if (self->ranked)
    return FALSE;
  if (key == ' ' || (key == '0' && self->grades->len > 0))
    return store_key (self, model, row, column, _ ("abstains"));
  if (digit == 0 || digit > self->grades->len)
    return FALSE;
  return store_key (self, model, row, column, g_array_index (self->grades, Grade, digit - 1).name);
}

XrGridModel *
xr_ballot_model_new (XrOffice *office, gint64 round, gint64 component, gint64 post,
                     const char *keyer, XrBallotDraft **draft)
{
  static const XrGridSource functions = { load_draft, NULL, set_all_draft, NULL, type_draft };
  XrBallotDraft *self = g_new0 (XrBallotDraft, 1);
  const XrCase *contest = NULL;
  const XrComponent *described = NULL;

  self->office = g_object_ref (office);
  self->keying = keyer != NULL ? XR_KEYING_SECOND : XR_KEYING_FIRST;
  self->keyer = g_strdup (keyer);
  self->component = component;
  self->post = post;
  self->names = g_array_new (FALSE, TRUE, sizeof (Name));
  self->dimensions = g_array_new (FALSE, TRUE, sizeof (Name));
  self->grades = g_array_new (FALSE, TRUE, sizeof (Grade));
  g_array_set_clear_func (self->names, clear_name);
  g_array_set_clear_func (self->dimensions, clear_name);
  g_array_set_clear_func (self->grades, clear_grade);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  if (xr_round_get_result (office, round, &contest, NULL) != NULL
      && (described = xr_find_component (contest->plan, component, NULL)) != NULL)
    {
      read_component (self, described);
      read_names (self, contest);
    }
  g_ptr_array_set_size (self->texts, (int) (count_rows (self) * count_columns (self)));
  *draft = self;
  return xr_grid_model_new (NULL, &functions, self, free_draft);
}

gboolean
xr_ballot_draft_is_ranked (XrBallotDraft *draft)
{
  return draft->ranked;
}

char *
xr_ballot_draft_dup_legend (XrBallotDraft *draft)
{
  GString *legend = g_string_new (NULL);
  g_autofree char *highest = xr_decimal_format_short (draft->full_mark);

  for (guint i = 0; draft->ranked && i < draft->names->len; i++)
    g_string_append_printf (legend, "%s   ", g_array_index (draft->names, Name, i).label);
  for (guint i = 0; !draft->ranked && i < MIN (draft->grades->len, 9); i++)
    g_string_append_printf (legend, "%u %s   ", i + 1,
                            g_array_index (draft->grades, Grade, i).name);
  if (draft->ranked)
    g_string_append (legend, _ ("Type the number, then Tab for the next place"));
  else if (draft->grades->len > 0)
    g_string_append (legend, _ ("0 or Space abstains"));
  else
    g_string_append_printf (legend, _ ("Type points from 0 to %s, then Tab; Space abstains"),
                            highest);
  return g_string_free (legend, FALSE);
}

/* ---- opening and saving */

static guint
find_index (GArray *names, gint64 id)
{
  for (guint i = 0; i < names->len; i++)
    if (g_array_index (names, Name, i).id == id)
      return i;
  return names->len;
}

static char *
dup_mark_text (XrBallotDraft *self, const XrBallotMark *mark)
{
  if (mark->abstains)
    return g_strdup (_ ("abstains"));
  for (guint i = 0; i < self->grades->len; i++)
    if (xr_decimal_compare (g_array_index (self->grades, Grade, i).points, mark->points) == 0)
      return g_strdup (g_array_index (self->grades, Grade, i).name);
  return xr_decimal_format_short (mark->points);
}

/* Where a figure stands in the table; FALSE: it is of somebody who is not in the running. */
static gboolean
find_cell (XrBallotDraft *self, const XrKeyedCell *cell, guint *index)
{
  guint name = find_index (self->names, cell->candidate);
  guint dimension = self->ranked ? 0 : find_index (self->dimensions, cell->dimension);

  if (name >= self->names->len || (!self->ranked && dimension >= self->dimensions->len))
    return FALSE;
  *index = self->ranked ? (guint) (cell->value - 1) : name * self->dimensions->len + dimension;
  return *index < self->texts->len;
}

static void
read_sheet (XrBallotDraft *self)
{
  g_autoptr (XrKeyedSheet) sheet = xr_keying_load_ballot (self->office, self->keying, self->ballot);
  guint index;

  for (guint i = 0; sheet != NULL && i < sheet->cells->len; i++)
    {
      const XrKeyedCell *cell = &g_array_index (sheet->cells, XrKeyedCell, i);
      const XrBallotMark mark = { .abstains = cell->is_void, .points = { cell->value } };

      if (!find_cell (self, cell, &index))
        continue;
      g_free (g_ptr_array_index (self->texts, index));
      g_ptr_array_index (self->texts, index)
        = self->ranked ? g_strdup (
            g_array_index (self->names, Name, find_index (self->names, cell->candidate)).label)
                       : dup_mark_text (self, &mark);
    }
}

void
xr_ballot_draft_open (XrBallotDraft *draft, XrGridModel *model, gint64 ballot)
{
  guint size = draft->texts->len;

  g_ptr_array_set_size (draft->texts, 0);
  g_ptr_array_set_size (draft->texts, (int) size);
  draft->ballot = ballot;
  if (ballot != 0)
    read_sheet (draft);
  xr_grid_model_reload (model);
}

gint64
xr_ballot_draft_get_ballot (XrBallotDraft *draft)
{
  return draft->ballot;
}

gboolean
xr_ballot_draft_first_empty (XrBallotDraft *draft, guint *row, guint *column)
{
  for (guint i = 0; !draft->ranked && i < draft->texts->len; i++)
    if (g_ptr_array_index (draft->texts, i) == NULL)
      {
        *row = i / count_columns (draft);
        *column = i % count_columns (draft);
        return TRUE;
      }
  return FALSE;
}

gboolean
xr_ballot_draft_is_blank (XrBallotDraft *draft)
{
  for (guint i = 0; i < draft->texts->len; i++)
    if (g_ptr_array_index (draft->texts, i) != NULL)
      return FALSE;
  return TRUE;
}

/* ---- saving */

/* Adds what stands in a cell of a ranked ballot; a place may be left blank. */
static void
add_place (XrBallotDraft *self, guint place, const char *text, GArray *cells)
{
  const Name *name = text != NULL ? find_name (self, text) : NULL;
  XrKeyedCell cell = { .value = place + 1 };

  if (name == NULL)
    return;
  cell.candidate = name->id;
  g_array_append_val (cells, cell);
}

static gboolean
add_mark (XrBallotDraft *self, guint index, const char *text, GArray *cells, GError **error)
{
  XrBallotMark mark = { .abstains = TRUE };
  XrKeyedCell cell = { 0 };

  if (text != NULL && !read_mark (self, text, &mark, error))
    return FALSE;
  cell.candidate = g_array_index (self->names, Name, index / self->dimensions->len).id;
  cell.dimension = g_array_index (self->dimensions, Name, index % self->dimensions->len).id;
  cell.is_void = mark.abstains;
  cell.value = mark.abstains ? 0 : mark.points.units;
  g_array_append_val (cells, cell);
  return TRUE;
}

gint64
xr_ballot_draft_save (XrBallotDraft *draft, gint64 group, const char *number, GError **error)
{
  g_autoptr (XrKeyedSheet) sheet = xr_keyed_sheet_new ();

  sheet->id = draft->ballot;
  sheet->post = draft->post;
  sheet->group = group;
  g_free (sheet->number);
  sheet->number = g_strdup (number);
  for (guint i = 0; i < draft->texts->len; i++)
    {
      const char *text = g_ptr_array_index (draft->texts, i);
      if (draft->ranked)
        add_place (draft, i, text, sheet->cells);
      else if (!add_mark (draft, i, text, sheet->cells, error))
        return 0;
    }
  return xr_ballot_save (draft->office, draft->keying, draft->keyer, draft->component, sheet, error)
           ? sheet->id
           : 0;
}
