/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads ballots one by one or for two people. It tells nobody their numbers. */

#include "config.h"

#include "round/ballot-sheets.h"

#include "round/office-private.h"
#include "round/sql.h"

typedef struct
{
  gint64 id;
  int group;
} Ballot;

struct _XrSheetReader
{
  XrOffice *office;
  const XrCase *contest;
  const XrComponent *component;
  int component_index, post;
  GHashTable
    *people; /* candidate id → index of the candidate (graded) or application (ranked) + 1 */
  GArray *ballots; /* Ballot, of groups that may be told of */
  guint n_ballots;
  guint next;
};

static gboolean
is_ranked (const XrSheetReader *self)
{
  return self->component->method == XR_METHOD_RANKED_BALLOT;
}

static int
find_group (const XrSheetReader *self, XrStatement *rows, int column)
{
  for (int i = 0; !xr_statement_is_null (rows, column) && i < (int) self->component->groups->len;
       i++)
    if (((XrGroup *) g_ptr_array_index (self->component->groups, i))->id
        == xr_statement_get_int (rows, column))
      return i;
  return -1;
}

static int
find_dimension (const XrSheetReader *self, gint64 id)
{
  for (int i = 0; i < (int) self->component->dimensions->len; i++)
    if (((XrDimension *) g_ptr_array_index (self->component->dimensions, i))->id == id)
      return i;
  return -1;
}

static int
find_person (const XrSheetReader *self, gint64 candidate)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->people, &candidate)) - 1;
}

static void
list_people (XrSheetReader *self)
{
  const XrCase *contest = self->contest;

  self->people = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < contest->applications->len; i++)
    {
      const XrApplication *row = &g_array_index (contest->applications, XrApplication, i);
      XrCandidate *candidate = g_ptr_array_index (contest->candidates, row->candidate);
      int index = is_ranked (self) ? (int) i : row->candidate;

      if (row->post == self->post)
        g_hash_table_insert (self->people, &candidate->id, GINT_TO_POINTER (index + 1));
    }
}

/* Drops the ballots of groups that are not to be told of. */
static void
withhold (XrSheetReader *self)
{
  guint n_groups = self->component->groups->len;
  g_autofree gint64 *voters = g_new0 (gint64, n_groups + 1);
  g_autofree gboolean *withheld = NULL;
  guint shown = 0;

  for (guint i = 0; i < self->ballots->len; i++)
    {
      int group = g_array_index (self->ballots, Ballot, i).group;

      voters[group >= 0 ? (guint) group : n_groups]++;
    }
  withheld = xr_explain_withheld (voters, n_groups, self->contest->plan->settings.fewest_shown);
  for (guint i = 0; i < self->ballots->len; i++)
    {
      Ballot ballot = g_array_index (self->ballots, Ballot, i);

      if (!withheld[ballot.group >= 0 ? (guint) ballot.group : n_groups])
        g_array_index (self->ballots, Ballot, shown++) = ballot;
    }
  g_array_set_size (self->ballots, shown);
}

static gint64
get_post_id (const XrSheetReader *self)
{
  return ((XrPost *) g_ptr_array_index (self->contest->plan->posts, self->post))->id;
}

static gboolean
list_ballots (XrSheetReader *self, GError **error)
{
  g_autoptr (XrStatement) rows = xr_database_prepare (
    xr_office_get_database (self->office),
    "SELECT id, group_id FROM ballot WHERE component_id = :component"
    " AND (post_id IS NULL OR post_id = :post) ORDER BY id",
    error);

  if (rows == NULL)
    return FALSE;
  xr_statement_bind_int (rows, ":component", self->component->id);
  xr_statement_bind_int (rows, ":post", get_post_id (self));
  while (xr_statement_step (rows, error) == XR_STEP_ROW)
    {
      Ballot ballot = { xr_statement_get_int (rows, 0), find_group (self, rows, 1) };

      g_array_append_val (self->ballots, ballot);
    }
  self->n_ballots = self->ballots->len;
  withhold (self);
  return TRUE;
}

XrSheetReader *
xr_sheet_reader_new (XrOffice *office, const XrCase *contest, int component, int post,
                     GError **error)
{
  g_autoptr (XrSheetReader) self = g_new0 (XrSheetReader, 1);

  self->office = g_object_ref (office);
  self->contest = contest;
  self->component = g_ptr_array_index (contest->plan->components, component);
  self->component_index = component;
  self->post = post;
  self->ballots = g_array_new (FALSE, FALSE, sizeof (Ballot));
  list_people (self);
  if (!list_ballots (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
xr_sheet_reader_free (XrSheetReader *self)
{
  g_object_unref (self->office);
  g_hash_table_unref (self->people);
  g_array_unref (self->ballots);
  g_free (self);
}

guint
xr_sheet_reader_count (const XrSheetReader *self)
{
  return self->n_ballots;
}

guint
xr_sheet_reader_count_shown (const XrSheetReader *self)
{
  return self->ballots->len;
}

/* ---- sheets */

/* @n values, none of them there. (transfer full) */
static XrBallotSheet *
create_sheet (int group, gsize n)
{
  XrBallotSheet *sheet = xr_ballot_sheet_new (group, NULL, 0);

  sheet->values = g_new (gint64, MAX (n, 1));
  sheet->n = (guint) n;
  for (gsize i = 0; i < n; i++)
    sheet->values[i] = XR_SHEET_EMPTY;
  return sheet;
}

static void
enter_place (const XrSheetReader *self, XrBallotSheet *sheet, XrStatement *rows, int column)
{
  gint64 place = xr_statement_get_int (rows, column);
  guint before = sheet->n;

  if (xr_statement_is_null (rows, column) || place < 1)
    return;
  if (place > sheet->n)
    {
      sheet->n = (guint) place;
      sheet->values = g_renew (gint64, sheet->values, sheet->n);
      for (guint i = before; i < sheet->n; i++)
        sheet->values[i] = XR_SHEET_EMPTY;
    }
  sheet->values[place - 1] = find_person (self, xr_statement_get_int (rows, column + 1));
}

/* @person: where the marks of the row's candidate begin, in persons */
static void
enter_mark (const XrSheetReader *self, XrBallotSheet *sheet, int person, XrStatement *rows,
            int column)
{
  int dimension = find_dimension (self, xr_statement_get_int (rows, column));

  if (person >= 0 && dimension >= 0 && !xr_statement_is_null (rows, column + 1))
    sheet->values[(gsize) person * self->component->dimensions->len + (gsize) dimension]
      = xr_statement_get_int (rows, column + 1);
}

static gint64
get_candidate_id (const XrSheetReader *self, int application)
{
  const XrApplication *row = &g_array_index (self->contest->applications, XrApplication,
                                             application);

  return ((XrCandidate *) g_ptr_array_index (self->contest->candidates, row->candidate))->id;
}

/* Rows of one ballot come one after the other: id, group, then for marks candidate, dimension, points,
 * for places place, candidate. */
static GPtrArray *
read_sheets (const XrSheetReader *self, XrStatement *rows, gint64 upper)
{
  GPtrArray *sheets = g_ptr_array_new ();
  XrBallotSheet *sheet = NULL;
  gint64 last = 0;

  while (xr_statement_step (rows, NULL) == XR_STEP_ROW)
    {
      if (sheet == NULL || xr_statement_get_int (rows, 0) != last)
        {
          gsize n = is_ranked (self) ? 0 : 2 * (gsize) self->component->dimensions->len;

          last = xr_statement_get_int (rows, 0);
          sheet = create_sheet (find_group (self, rows, 1), n);
          g_ptr_array_add (sheets, sheet);
        }
      if (is_ranked (self))
        enter_place (self, sheet, rows, 2);
      else if (!xr_statement_is_null (rows, 2))
        enter_mark (self, sheet, xr_statement_get_int (rows, 2) == upper ? 0 : 1, rows, 3);
    }
  return sheets;
}

GPtrArray *
xr_sheet_reader_load_pair (XrSheetReader *self, int upper, int lower, GError **error)
{
  const char *sql = is_ranked (self)
                      ? "SELECT ballot.id, group_id, place, candidate_id FROM ballot"
                        " LEFT JOIN choice ON choice.ballot_id = ballot.id"
                        " WHERE component_id = :component AND post_id = :post ORDER BY ballot.id"
                      : "SELECT ballot.id, group_id, candidate_id, dimension_id, points FROM ballot"
                        " LEFT JOIN mark ON mark.ballot_id = ballot.id"
                        " AND candidate_id IN (:upper, :lower)"
                        " WHERE component_id = :component ORDER BY ballot.id";
  g_autoptr (XrStatement) rows = NULL;

  if (self->n_ballots == 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) xr_ballot_sheet_free);
  rows = xr_database_prepare (xr_office_get_database (self->office), sql, error);
  if (rows == NULL)
    return NULL;
  xr_statement_bind_int (rows, ":component", self->component->id);
  if (is_ranked (self))
    xr_statement_bind_int (rows, ":post", get_post_id (self));
  else
    {
      xr_statement_bind_int (rows, ":upper", get_candidate_id (self, upper));
      xr_statement_bind_int (rows, ":lower", get_candidate_id (self, lower));
    }
  return xr_ballot_sheets_group (read_sheets (self, rows, get_candidate_id (self, upper)));
}

static XrBallotSheet *
read_whole (XrSheetReader *self, const Ballot *ballot)
{
  const char *sql = is_ranked (self)
                      ? "SELECT place, candidate_id FROM choice WHERE ballot_id = :ballot"
                      : "SELECT candidate_id, dimension_id, points FROM mark"
                        " WHERE ballot_id = :ballot";
  g_autoptr (XrStatement) rows = xr_sql_rows (self->office, sql,
                                              XR_PARAMS (XR_INT (":ballot", ballot->id)));
  gsize n = is_ranked (self)
              ? 0
              : (gsize) self->contest->candidates->len * self->component->dimensions->len;
  XrBallotSheet *sheet = create_sheet (ballot->group, n);

  while (rows != NULL && xr_statement_step (rows, NULL) == XR_STEP_ROW)
    if (is_ranked (self))
      enter_place (self, sheet, rows, 0);
    else
      enter_mark (self, sheet, find_person (self, xr_statement_get_int (rows, 0)), rows, 1);
  return sheet;
}

XrBallotSheet *
xr_sheet_reader_next (XrSheetReader *self)
{
  if (self->next >= self->ballots->len)
    return NULL;
  return read_whole (self, &g_array_index (self->ballots, Ballot, self->next++));
}
