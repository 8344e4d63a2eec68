/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the keys of those who have registered, and puts them in order; it reads nothing else of them. */

#include "config.h"

#include "round/applicants.h"

#include "round/sql.h"

/* A line with what it is put in order by. */
typedef struct
{
  XrApplicantKey key;
  char *place; /* for strcmp() */
} Line;

static void
clear_line (gpointer line)
{
  g_free (((Line *) line)->place);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Line *) a)->place, ((const Line *) b)->place);
}

static XrApplicantKey
read_key (XrStatement *row)
{
  return (XrApplicantKey){ xr_statement_get_int (row, 0), xr_statement_get_int (row, 1) };
}

static XrStatement *
query (XrOffice *office, gint64 round, gint64 post, gint64 max)
{
  return xr_sql_rows (
    office,
    "SELECT c.id, ifnull (a.id, 0), c.name FROM candidate c"
    " LEFT JOIN application a ON a.candidate_id = c.id"
    " WHERE c.round_id = :round AND (:post = 0 OR a.post_id = :post)"
    " ORDER BY length (c.number), c.number, ifnull (a.wish, 99), a.post_id, a.id"
    " LIMIT :max",
    XR_PARAMS (XR_INT (":round", round), XR_INT (":post", post), XR_INT (":max", max)));
}

/* Lines of one name stay in the order of their numbers: g_array_sort() is stable. */
static GArray *
sort_by_name (XrStatement *row, XrHanOrder order)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (XrApplicantKey));

  g_array_set_clear_func (lines, clear_line);
  while (row != NULL && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      Line line = { read_key (row), xr_han_name_key (xr_statement_get_text (row, 2), order) };
      g_array_append_val (lines, line);
    }
  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_array_append_val (keys, g_array_index (lines, Line, i).key);
  return keys;
}

static GArray *
read_by_number (XrStatement *row)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (XrApplicantKey));

  while (row != NULL && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      XrApplicantKey key = read_key (row);
      g_array_append_val (keys, key);
    }
  return keys;
}

GArray *
xr_applicants_list (XrOffice *office, gint64 round, gint64 post, XrApplicantOrder order, guint max)
{
  gboolean by_number = order == XR_APPLICANTS_BY_NUMBER;
  g_autoptr (XrStatement) row = query (office, round, post,
                                       by_number && max > 0 ? (gint64) max : -1);
  GArray *keys;

  if (by_number)
    return read_by_number (row);
  keys = sort_by_name (row, order == XR_APPLICANTS_BY_STROKES ? XR_HAN_STROKES : XR_HAN_PINYIN);
  if (max > 0 && keys->len > max)
    g_array_set_size (keys, max);
  return keys;
}

guint
xr_applicants_count (XrOffice *office, gint64 round, gint64 post)
{
  return (guint) xr_sql_int (
    office,
    "SELECT count (*) FROM application a JOIN post p ON p.id = a.post_id"
    " WHERE p.round_id = :round AND (:post = 0 OR p.id = :post) AND a.state = 'active'",
    XR_PARAMS (XR_INT (":round", round), XR_INT (":post", post)), 0);
}
