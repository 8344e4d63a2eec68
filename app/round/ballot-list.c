/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads ballots, marks and draws back for those who list and correct them. It writes nothing. */

#include "config.h"

#include "core/rational.h"
#include "round/ballots.h"
#include "round/command.h"

static void
ballot_info_free (XrBallotInfo *info)
{
  g_free (info->number);
  g_free (info);
}

static int
compare_ballots (gconstpointer a, gconstpointer b)
{
  const XrBallotInfo *one = *(const XrBallotInfo *const *) a;
  const XrBallotInfo *other = *(const XrBallotInfo *const *) b;

  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;
  return xr_candidate_number_compare (one->number, other->number);
}

#define OF_GROUP                                                                                   \
  " WHERE component_id = :component AND ifnull(post_id, 0) = :post"                                \
  " AND (:group = 0 OR group_id = :group) AND number <> ''"
#define WAITS(keying) "id IN (SELECT sheet_id FROM waiting_sheet WHERE keying = " keying ")"

GPtrArray *
xr_ballot_list (XrOffice *office, gint64 component, gint64 post, gint64 group)
{
  return xr_keyed_ballot_list (office, XR_KEYING_FIRST, component, post, group);
}

GPtrArray *
xr_keyed_ballot_list (XrOffice *office, XrKeying keying, gint64 component, gint64 post,
                      gint64 group)
{
  GPtrArray *ballots = g_ptr_array_new_with_free_func ((GDestroyNotify) ballot_info_free);
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    keying == XR_KEYING_FIRST
      ? "SELECT id, group_id, post_id, number, " WAITS ("1") " FROM ballot" OF_GROUP
      : "SELECT id, group_id, post_id, number, " WAITS ("2") " FROM second_sheet" OF_GROUP,
    XR_PARAMS (XR_INT (":component", component), XR_INT (":post", post), XR_INT (":group", group)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      XrBallotInfo *info = g_new0 (XrBallotInfo, 1);
      info->id = xr_statement_get_int (row, 0);
      info->group = xr_statement_is_null (row, 1) ? 0 : xr_statement_get_int (row, 1);
      info->post = xr_statement_is_null (row, 2) ? 0 : xr_statement_get_int (row, 2);
      info->number = xr_statement_dup_text (row, 3);
      info->waits = xr_statement_get_int (row, 4) != 0;
      g_ptr_array_add (ballots, info);
    }
  g_ptr_array_sort (ballots, compare_ballots);
  return ballots;
}

GArray *
xr_ballot_load_marks (XrOffice *office, gint64 ballot)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (XrBallotMark));
  g_autoptr (XrStatement) row = xr_sql_rows (
    office, "SELECT candidate_id, dimension_id, points FROM mark WHERE ballot_id = :ballot",
    XR_PARAMS (XR_INT (":ballot", ballot)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      XrBallotMark mark = { xr_statement_get_int (row, 0), xr_statement_get_int (row, 1),
                            xr_statement_is_null (row, 2), XR_DECIMAL_ZERO };
      if (!mark.abstains)
        mark.points.units = xr_statement_get_int (row, 2);
      g_array_append_val (marks, mark);
    }
  return marks;
}

GArray *
xr_ballot_load_choices (XrOffice *office, gint64 ballot)
{
  GArray *choices = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autoptr (XrStatement) row = xr_sql_rows (
    office, "SELECT place, candidate_id FROM choice WHERE ballot_id = :ballot ORDER BY place",
    XR_PARAMS (XR_INT (":ballot", ballot)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      guint place = (guint) xr_statement_get_int (row, 0);
      g_array_set_size (choices, place);
      g_array_index (choices, gint64, place - 1) = xr_statement_get_int (row, 1);
    }
  return choices;
}

GArray *
xr_dimension_means (XrOffice *office, gint64 component)
{
  GArray *means = g_array_new (FALSE, TRUE, sizeof (XrDimensionMean));
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT candidate_id, dimension_id, sum(n), sum(points) FROM"
    " (SELECT candidate_id, dimension_id, 1 AS n, points FROM mark JOIN ballot"
    "   ON ballot.id = ballot_id WHERE component_id = :component AND points IS NOT NULL"
    "  UNION ALL SELECT candidate_id, dimension_id, votes, votes * points FROM tally"
    "   WHERE component_id = :component)"
    " GROUP BY candidate_id, dimension_id HAVING sum(n) > 0 ORDER BY candidate_id, dimension_id",
    XR_PARAMS (XR_INT (":component", component)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      XrDimensionMean mean = { xr_statement_get_int (row, 0), xr_statement_get_int (row, 1),
                               xr_statement_get_int (row, 2), XR_DECIMAL_ZERO };
      XrDecimal sum = { xr_statement_get_int (row, 3) };
      XrRational *exact = xr_rational_new_decimal (sum);
      xr_rational_divide_decimal (exact, XR_DECIMAL_INT (mean.marks));
      mean.mean = xr_rational_round (exact, 2, XR_ROUNDING_HALF_AWAY);
      xr_rational_free (exact);
      g_array_append_val (means, mean);
    }
  return means;
}

GArray *
xr_grade_counts (XrOffice *office, gint64 component)
{
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (XrGradeCount));
  g_autoptr (XrStatement) row = xr_sql_rows (
    office,
    "SELECT ifnull(group_id, 0), candidate_id, dimension_id, points, sum(n) FROM"
    " (SELECT group_id, candidate_id, dimension_id, points, 1 AS n FROM mark JOIN ballot"
    "   ON ballot.id = ballot_id WHERE component_id = :component AND points IS NOT NULL"
    "  UNION ALL SELECT group_id, candidate_id, dimension_id, points, votes FROM tally"
    "   WHERE component_id = :component)"
    " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4",
    XR_PARAMS (XR_INT (":component", component)));

  while (row && xr_statement_step (row, NULL) == XR_STEP_ROW)
    {
      XrGradeCount count = { xr_statement_get_int (row, 0),
                             xr_statement_get_int (row, 1),
                             xr_statement_get_int (row, 2),
                             { xr_statement_get_int (row, 3) },
                             xr_statement_get_int (row, 4) };
      g_array_append_val (counts, count);
    }
  return counts;
}
