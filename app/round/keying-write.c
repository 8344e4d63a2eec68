/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes ballots and figures of either keying inside a transaction that somebody else has begun, and
 * reads figures as people type them. What may be keyed and by whom is the commands' business. */

#include "config.h"

#include "round/commands/write-score.h"
#include "round/keying-private.h"

/* ---- ballots */

static const char *const cell_tables[] = { "mark", "choice", "vote_mark", NULL };

static gboolean
clear_ballot (XrOffice *office, XrKeying keying, gint64 id, GError **error)
{
  XrParam params[] = { XR_INT (":id", id), { NULL } };

  if (keying == XR_KEYING_SECOND)
    return xr_sql_run (office, "DELETE FROM second_cell WHERE sheet_id = :id", params, error);
  for (guint i = 0; cell_tables[i]; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE ballot_id = :id",
                                              cell_tables[i]);
      if (!xr_sql_run (office, sql, params, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
xr_keying_delete_ballot (XrOffice *office, XrKeying keying, gint64 id, GError **error)
{
  return clear_ballot (office, keying, id, error)
         && xr_sql_run (office,
                        keying == XR_KEYING_FIRST ? "DELETE FROM ballot WHERE id = :id"
                                                  : "DELETE FROM second_sheet WHERE id = :id",
                        XR_PARAMS (XR_INT (":id", id)), error);
}

static gboolean
write_head (XrOffice *office, XrKeying keying, gint64 component, const XrKeyedSheet *sheet,
            GError **error)
{
  const XrParam params[] = { XR_INT (":id", sheet->id),
                             XR_INT (":component", component),
                             XR_ID (":post", sheet->post),
                             XR_ID (":group", sheet->group),
                             XR_TEXT (":number", sheet->number),
                             XR_TEXT (":keyer", sheet->keyer),
                             { NULL } };

  return xr_sql_run (
    office,
    keying == XR_KEYING_FIRST
      ? "INSERT INTO ballot (id, component_id, post_id, group_id, number, keyer)"
        " VALUES (:id, :component, :post, :group, :number, :keyer) ON CONFLICT (id) DO UPDATE"
        " SET group_id = excluded.group_id, number = excluded.number, keyer = excluded.keyer"
      : "INSERT INTO second_sheet (id, component_id, post_id, group_id, number, keyer)"
        " VALUES (:id, :component, :post, :group, :number, :keyer) ON CONFLICT (id) DO UPDATE"
        " SET group_id = excluded.group_id, number = excluded.number, keyer = excluded.keyer",
    params, error);
}

/* The statement that writes a figure of a ballot of that method. */
static const char *
cell_statement (XrKeying keying, const char *method)
{
  if (keying == XR_KEYING_SECOND)
    return "INSERT INTO second_cell (sheet_id, candidate_id, dimension_id, part, value)"
           " VALUES (:sheet, :candidate, :dimension, 0, :value)";
  if (g_str_equal (method, "graded"))
    return "INSERT INTO mark (ballot_id, candidate_id, dimension_id, points)"
           " VALUES (:sheet, :candidate, :dimension, :value)";
  if (g_str_equal (method, "ranked"))
    return "INSERT INTO choice (ballot_id, candidate_id, place)"
           " SELECT :sheet, :candidate, :value WHERE :dimension = 0";
  return "INSERT INTO vote_mark (ballot_id, candidate_id, vote)"
         " SELECT :sheet, :candidate, :value WHERE :dimension = 0";
}

gboolean
xr_keying_write_ballot (XrOffice *office, XrKeying keying, gint64 component,
                        const XrKeyedSheet *ballot, GError **error)
{
  g_autofree char *method = xr_keying_dup_method (office, component);
  const char *sql = cell_statement (keying, method ? method : "");

  if (!write_head (office, keying, component, ballot, error)
      || !clear_ballot (office, keying, ballot->id, error))
    return FALSE;
  for (guint i = 0; i < ballot->cells->len; i++)
    {
      const XrKeyedCell *cell = &g_array_index (ballot->cells, XrKeyedCell, i);
      const XrParam params[] = { XR_INT (":sheet", ballot->id),
                                 XR_INT (":candidate", cell->candidate),
                                 XR_INT (":dimension", cell->dimension),
                                 { ":value", FALSE, cell->is_void, cell->value, NULL },
                                 { NULL } };
      if (!xr_sql_run (office, sql, params, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- figures of the second keying */

static gint64
find_second_sheet (XrOffice *office, gint64 component, const XrKeyedSheet *sheet)
{
  return xr_sql_int (office,
                     "SELECT id FROM second_sheet WHERE component_id = :component"
                     " AND ifnull(post_id, 0) = :post AND ifnull(group_id, 0) = :group"
                     " AND ifnull(judge_id, 0) = :judge AND number = :number",
                     XR_PARAMS (XR_INT (":component", component), XR_INT (":post", sheet->post),
                                XR_INT (":group", sheet->group), XR_INT (":judge", sheet->judge),
                                XR_TEXT (":number", sheet->number)),
                     0);
}

/* Who keys last is the one who keyed the sheet. */
static gint64
need_second_sheet (XrOffice *office, gint64 component, const XrKeyedSheet *sheet, const char *keyer,
                   GError **error)
{
  gint64 id = find_second_sheet (office, component, sheet);
  const XrParam params[] = { XR_INT (":id", id ? id : xr_record_random_id ()),
                             XR_INT (":component", component),
                             XR_ID (":post", sheet->post),
                             XR_ID (":group", sheet->group),
                             XR_ID (":judge", sheet->judge),
                             XR_TEXT (":number", sheet->number),
                             XR_TEXT (":keyer", keyer),
                             { NULL } };

  if (!xr_sql_run (office,
                   "INSERT INTO second_sheet (id, component_id, post_id, group_id, judge_id,"
                   " number, keyer) VALUES (:id, :component, :post, :group, :judge, :number,"
                   " :keyer) ON CONFLICT (id) DO UPDATE SET keyer = excluded.keyer",
                   params, error))
    return 0;
  return params[0].number;
}

gboolean
xr_keying_write_second_cell (XrOffice *office, gint64 component, const XrKeyedSheet *sheet,
                             const XrKeyedCell *where, const XrKeyedCell *cell, const char *keyer,
                             GError **error)
{
  gint64 id = need_second_sheet (office, component, sheet, keyer, error);
  const XrParam place[] = { XR_INT (":sheet", id),
                            XR_INT (":candidate", where->candidate),
                            XR_INT (":dimension", where->dimension),
                            XR_INT (":part", where->part),
                            { NULL } };

  if (id == 0
      || !xr_sql_run (office,
                      "DELETE FROM second_cell WHERE sheet_id = :sheet"
                      " AND candidate_id = :candidate AND dimension_id = :dimension"
                      " AND part = :part",
                      place, error))
    return FALSE;
  if (cell == NULL)
    return TRUE;
  return xr_sql_run (office,
                     "INSERT INTO second_cell (sheet_id, candidate_id, dimension_id, part, value)"
                     " VALUES (:sheet, :candidate, :dimension, :part, :value)",
                     (const XrParam[]){ place[0],
                                        place[1],
                                        place[2],
                                        place[3],
                                        { ":value", FALSE, cell->is_void, cell->value, NULL },
                                        { NULL } },
                     error);
}

/* ---- figures as people type them */

static gboolean
parse_count (const char *text, XrKeyedCell *cell, GError **error)
{
  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT, &cell->value, NULL))
    return TRUE;
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
               _ ("A count is a whole number, 0 or more; “%s” is not."), text);
  return FALSE;
}

/* A grade by its name or by its digit, the best one being 1; −1: it is none. */
static gint64
find_grade (XrOffice *office, gint64 component, const char *text)
{
  g_autoptr (GArray) points = xr_sql_ids (
    office, "SELECT points FROM grade WHERE component_id = :component ORDER BY points DESC",
    XR_PARAMS (XR_INT (":component", component)));
  gint64 digit = 0;

  if (g_ascii_string_to_signed (text, 10, 1, points->len, &digit, NULL))
    return g_array_index (points, gint64, digit - 1);
  return xr_sql_int (office,
                     "SELECT points FROM grade WHERE component_id = :component AND name = :name",
                     XR_PARAMS (XR_INT (":component", component), XR_TEXT (":name", text)), -1);
}

/* A grade, points where the component has no grades. */
static gboolean
parse_mark (XrOffice *office, gint64 component, const char *text, XrKeyedCell *cell, GError **error)
{
  gint64 points = find_grade (office, component, text);
  XrDecimal value = { points };

  if (points < 0
      && xr_sql_int (office, "SELECT count(*) FROM grade WHERE component_id = :component",
                     XR_PARAMS (XR_INT (":component", component)), 0)
           > 0)
    {
      g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
                   _ ("“%s” is not a grade of this ballot; type the digit of a grade."), text);
      return FALSE;
    }
  if (points < 0 && !xr_parse_score (office, component, 0, text, &value, error))
    return FALSE;
  cell->value = value.units;
  return TRUE;
}

static gboolean
parse_vote (const char *text, XrKeyedCell *cell, GError **error)
{
  cell->value = g_str_equal (text, _ ("In favour")) || g_str_equal (text, "1");
  if (cell->value == 1 || g_str_equal (text, _ ("Against")) || g_str_equal (text, "2"))
    return TRUE;
  g_set_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE,
               _ ("“%s” is no vote: 1 is in favour, 2 against, 0 an abstention."), text);
  return FALSE;
}

gboolean
xr_keying_parse (XrOffice *office, gint64 component, XrSheetKind kind, const char *text,
                 XrKeyedCell *cell, gboolean *cleared, GError **error)
{
  g_autofree char *clean = xr_text_clean (text);
  g_autofree char *method = xr_keying_dup_method (office, component);
  XrDecimal value;

  *cleared = *clean == '\0';
  cell->is_void = kind == XR_SHEET_SCORES
                    ? xr_text_is_recusal (clean)
                    : kind == XR_SHEET_MARKS && g_str_equal (clean, _ ("abstains"));
  if (*cleared || cell->is_void)
    return TRUE;
  if (kind == XR_SHEET_COUNTS)
    return parse_count (clean, cell, error);
  if (kind == XR_SHEET_MARKS)
    return g_strcmp0 (method, "share") == 0 ? parse_vote (clean, cell, error)
                                            : parse_mark (office, component, clean, cell, error);
  if (!xr_parse_score (office, component, cell->dimension, clean, &value, error))
    return FALSE;
  cell->value = value.units;
  return TRUE;
}

static char *
format_mark (XrOffice *office, gint64 component, const XrKeyedCell *cell)
{
  g_autofree char *method = xr_keying_dup_method (office, component);
  char *grade = NULL;

  if (g_strcmp0 (method, "share") == 0)
    return g_strdup (cell->value == 1 ? _ ("In favour") : _ ("Against"));
  grade = xr_sql_text (
    office, "SELECT name FROM grade WHERE component_id = :component AND points = :points",
    XR_PARAMS (XR_INT (":component", component), XR_INT (":points", cell->value)));
  return grade ? grade : xr_decimal_format_short ((XrDecimal){ cell->value });
}

char *
xr_keying_format (XrOffice *office, gint64 component, XrSheetKind kind, const XrKeyedCell *cell)
{
  if (cell == NULL)
    return g_strdup ("");
  if (cell->is_void)
    return g_strdup (kind == XR_SHEET_SCORES ? "回避" : _ ("abstains"));
  if (kind == XR_SHEET_MARKS)
    return format_mark (office, component, cell);
  if (kind == XR_SHEET_SCORES)
    return xr_decimal_format_short ((XrDecimal){ cell->value });
  return g_strdup_printf ("%" G_GINT64_FORMAT, cell->value);
}

char *
xr_keyed_cell_dup_text (XrOffice *office, gint64 component, const XrKeyedSheet *sheet,
                        const XrKeyedCell *cell)
{
  g_autofree char *method = xr_keying_dup_method (office, component);

  return xr_keying_format (office, component, xr_keying_kind (method ? method : "", sheet), cell);
}
