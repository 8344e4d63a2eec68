/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads both keyings of a component as sheets with figures, whatever tables they stand in. It writes
 * nothing and judges nothing. */

#include "config.h"

#include "round/keying-private.h"

/* Every query gives: sheet's id, post, group, judge, number, keyer of the sheet; candidate, dimension,
 * part, value, keyer of the figure. A sheet's rows follow one another; candidate NULL: an empty sheet. */
#define OF_BALLOTS(columns, table)                                                                 \
  "SELECT b.id, ifnull(b.post_id, 0), ifnull(b.group_id, 0), 0, b.number, b.keyer, " columns       \
  ", b.keyer FROM ballot b LEFT JOIN " table " m ON m.ballot_id = b.id"                            \
  " WHERE b.component_id = :component AND (:id = 0 OR b.id = :id) ORDER BY b.id"

#define MARKS   OF_BALLOTS ("m.candidate_id, m.dimension_id, 0, m.points", "mark")
#define CHOICES OF_BALLOTS ("m.candidate_id, 0, 0, m.place", "choice")
#define VOTES   OF_BALLOTS ("m.candidate_id, 0, 0, m.vote", "vote_mark")

#define TALLIES                                                                                    \
  "SELECT 0, 0, ifnull(group_id, 0), 0, '', NULL, candidate_id, dimension_id, points, votes, "     \
  "keyer"                                                                                          \
  " FROM tally WHERE component_id = :component AND :id = 0 ORDER BY group_id"

#define COUNTED(part, column)                                                                      \
  "SELECT 0, 0, ifnull(group_id, 0) AS g, 0, '', NULL, candidate_id, 0, " part ", " column         \
  ", keyer FROM vote_count WHERE component_id = :component AND :id = 0"
#define COUNTS                                                                                     \
  COUNTED ("0", "yes")                                                                             \
  " UNION ALL " COUNTED ("1", "no") " UNION ALL " COUNTED ("2", "abstain") " ORDER BY g"

#define SCORES                                                                                     \
  "SELECT 0, 0, 0, j.id, '', NULL, a.candidate_id, ifnull(s.dimension_id, 0), 0, s.value, s.keyer" \
  " FROM score s JOIN judge j ON j.id = s.judge_id JOIN application a ON a.id = s.application_id"  \
  " WHERE j.component_id = :component AND :id = 0 ORDER BY j.id"
#define DIRECT                                                                                     \
  "SELECT 0, 0, 0, 0, '', NULL, candidate_id, ifnull(dimension_id, 0), 0, value, keyer"            \
  " FROM direct_score WHERE component_id = :component AND :id = 0"

#define SECOND                                                                                     \
  "SELECT s.id, ifnull(s.post_id, 0), ifnull(s.group_id, 0), ifnull(s.judge_id, 0), s.number,"     \
  " s.keyer, c.candidate_id, c.dimension_id, c.part, c.value, s.keyer FROM second_sheet s"         \
  " LEFT JOIN second_cell c ON c.sheet_id = s.id"                                                  \
  " WHERE s.component_id = :component AND (:id = 0 OR s.id = :id) ORDER BY s.id"

static const struct
{
  const char *method;
  const char *queries[3];
} first_keying[] = {
  { "judges", { SCORES } },  { "direct", { DIRECT } },       { "graded", { MARKS, TALLIES } },
  { "ranked", { CHOICES } }, { "share", { VOTES, COUNTS } },
};

char *
xr_keying_dup_method (XrOffice *office, gint64 component)
{
  return xr_sql_text (office, "SELECT method FROM component WHERE id = :component",
                      XR_PARAMS (XR_INT (":component", component)));
}

XrTwice
xr_component_keyed_twice (XrOffice *office, gint64 component)
{
  g_autofree char *word = xr_sql_text (office,
                                       "SELECT keyed_twice FROM component WHERE id = :component",
                                       XR_PARAMS (XR_INT (":component", component)));

  if (g_strcmp0 (word, "all") == 0)
    return XR_TWICE_ALL;
  return g_strcmp0 (word, "hand") == 0 ? XR_TWICE_HAND : XR_TWICE_NO;
}

XrSheetKind
xr_keying_kind (const char *method, const XrKeyedSheet *sheet)
{
  if (g_str_equal (method, "judges") || g_str_equal (method, "direct"))
    return XR_SHEET_SCORES;
  if (*sheet->number == '\0')
    return XR_SHEET_COUNTS;
  return g_str_equal (method, "ranked") ? XR_SHEET_PLACES : XR_SHEET_MARKS;
}

/* ---- sheets */

static gboolean
row_is_of (XrStatement *row, const XrKeyedSheet *sheet)
{
  return sheet->id == xr_statement_get_int (row, 0) && sheet->post == xr_statement_get_int (row, 1)
         && sheet->group == xr_statement_get_int (row, 2)
         && sheet->judge == xr_statement_get_int (row, 3)
         && g_str_equal (sheet->number, xr_statement_get_text (row, 4));
}

static XrKeyedSheet *
read_sheet (XrStatement *row)
{
  XrKeyedSheet *sheet = xr_keyed_sheet_new ();

  sheet->id = xr_statement_get_int (row, 0);
  sheet->post = xr_statement_get_int (row, 1);
  sheet->group = xr_statement_get_int (row, 2);
  sheet->judge = xr_statement_get_int (row, 3);
  g_free (sheet->number);
  sheet->number = xr_statement_dup_text (row, 4);
  sheet->keyer = g_intern_string (xr_statement_get_text (row, 5));
  return sheet;
}

static void
read_cell (XrStatement *row, XrKeyedSheet *sheet)
{
  XrKeyedCell cell = { .candidate = xr_statement_get_int (row, 6),
                       .dimension = xr_statement_get_int (row, 7),
                       .part = xr_statement_get_int (row, 8),
                       .is_void = xr_statement_is_null (row, 9),
                       .keyer = g_intern_string (xr_statement_get_text (row, 10)) };

  if (!cell.is_void)
    cell.value = xr_statement_get_int (row, 9);
  g_array_append_val (sheet->cells, cell);
}

static void
load_query (XrOffice *office, const char *sql, gint64 component, gint64 id, GPtrArray *sheets)
{
  g_autoptr (XrStatement) row = xr_sql_rows (
    office, sql, XR_PARAMS (XR_INT (":component", component), XR_INT (":id", id)));
  XrKeyedSheet *sheet = NULL;

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      if (sheet == NULL || !row_is_of (row, sheet))
        {
          sheet = read_sheet (row);
          g_ptr_array_add (sheets, sheet);
        }
      if (!xr_statement_is_null (row, 6))
        read_cell (row, sheet);
    }
}

static GPtrArray *
load_sheets (XrOffice *office, XrKeying keying, gint64 component, gint64 id)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) xr_keyed_sheet_free);
  g_autofree char *method = xr_keying_dup_method (office, component);

  if (keying == XR_KEYING_SECOND)
    load_query (office, SECOND, component, id, sheets);
  for (guint i = 0; keying == XR_KEYING_FIRST && i < G_N_ELEMENTS (first_keying); i++)
    for (guint j = 0; g_strcmp0 (first_keying[i].method, method) == 0 && first_keying[i].queries[j];
         j++)
      load_query (office, first_keying[i].queries[j], component, id, sheets);
  return sheets;
}

GPtrArray *
xr_keying_load (XrOffice *office, XrKeying keying, gint64 component)
{
  return load_sheets (office, keying, component, 0);
}

XrKeyedSheet *
xr_keying_load_ballot (XrOffice *office, XrKeying keying, gint64 id)
{
  gint64 component = xr_sql_int (office,
                                 keying == XR_KEYING_FIRST
                                   ? "SELECT component_id FROM ballot WHERE id = :id"
                                   : "SELECT component_id FROM second_sheet WHERE id = :id",
                                 XR_PARAMS (XR_INT (":id", id)), 0);
  g_autoptr (GPtrArray) sheets = load_sheets (office, keying, component, id);

  return sheets->len > 0 ? g_ptr_array_steal_index (sheets, 0) : NULL;
}

/* ---- side by side */

typedef struct
{
  char *method;
  GHashTable *valid; /* group id → valid ballots */
} Account;

static XrSheetKind
account_kind_cb (const XrKeyedSheet *sheet, gpointer data)
{
  return xr_keying_kind (((Account *) data)->method, sheet);
}

static gint64
account_valid_cb (const XrKeyedSheet *sheet, gpointer data)
{
  gpointer valid = NULL;

  if (!g_hash_table_lookup_extended (((Account *) data)->valid, &sheet->group, NULL, &valid))
    return -1;
  return *(gint64 *) valid;
}

static GHashTable *
load_valid (XrOffice *office, gint64 component)
{
  GHashTable *valid = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT id, valid FROM voter_group WHERE component_id = :component AND valid IS NOT NULL",
    XR_PARAMS (XR_INT (":component", component)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      gint64 id = xr_statement_get_int (row, 0), count = xr_statement_get_int (row, 1);
      g_hash_table_insert (valid, g_memdup2 (&id, sizeof id), g_memdup2 (&count, sizeof count));
    }
  return valid;
}

XrKeyingComparison *
xr_component_compare_keyings (XrOffice *office, gint64 component)
{
  g_autofree char *method = xr_keying_dup_method (office, component);
  g_autoptr (GHashTable) valid = load_valid (office, component);
  Account account = { method ? method : (char *) "", valid };

  return xr_keying_compare (xr_keying_load (office, XR_KEYING_FIRST, component),
                            xr_keying_load (office, XR_KEYING_SECOND, component),
                            xr_component_keyed_twice (office, component) == XR_TWICE_ALL,
                            account_kind_cb, account_valid_cb, &account);
}

GPtrArray *
xr_component_first_keyers (XrOffice *office, gint64 component)
{
  return xr_sql_texts (office,
                       "SELECT keyer FROM ballot WHERE component_id = :component AND keyer NOT NULL"
                       " UNION SELECT keyer FROM tally WHERE component_id = :component"
                       " AND keyer NOT NULL UNION SELECT keyer FROM vote_count"
                       " WHERE component_id = :component AND keyer NOT NULL"
                       " UNION SELECT keyer FROM direct_score WHERE component_id = :component"
                       " AND keyer NOT NULL UNION SELECT s.keyer FROM score s JOIN judge j"
                       " ON j.id = s.judge_id WHERE j.component_id = :component"
                       " AND s.keyer NOT NULL UNION SELECT keyer FROM keying_sheet"
                       " WHERE component_id = :component AND keyer <> '' ORDER BY 1",
                       XR_PARAMS (XR_INT (":component", component)));
}
