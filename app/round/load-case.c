/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads people and evidence of a round from the office file into a case, and keeps its result until the
 * file changes. Marks of ballots are summed as they stream past, in the order of their table. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "round/loader.h"
#include "round/office-private.h"

static XrStatement *
select_rows (XrLoader *loader, const char *sql)
{
  return xr_sql_rows (loader->office, sql, XR_PARAMS (XR_INT (":round", loader->round)));
}

static gboolean
next_row (XrStatement *rows)
{
  return rows != NULL && xr_statement_step (rows, NULL) == XR_STEP_ROW;
}

static int
find_id (const XrIdMap *map, XrStatement *rows, int column)
{
  return xr_statement_is_null (rows, column)
           ? -1
           : xr_id_map_find (map, xr_statement_get_int (rows, column));
}

static XrDate
read_date (XrStatement *rows, int column)
{
  XrDate date = XR_DATE_NONE;

  if (!xr_statement_is_null (rows, column))
    xr_date_parse (xr_statement_get_text (rows, column), TRUE, &date, NULL);
  return date;
}

/* ---- people */

static XrCandidate *
read_candidate (XrStatement *rows)
{
  XrCandidate *candidate = xr_candidate_new (xr_statement_get_text (rows, 1),
                                             xr_statement_get_text (rows, 2));
  char **const texts[] = { &candidate->id_number,  &candidate->sex,       &candidate->nation,
                           &candidate->party,      &candidate->education, &candidate->degree,
                           &candidate->school,     &candidate->major,     &candidate->unit,
                           &candidate->position,   &candidate->rank,      &candidate->staffing,
                           &candidate->appraisals, &candidate->phone,     &candidate->note };
  int column = 3;

  candidate->id = xr_statement_get_int (rows, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = xr_statement_dup_text (rows, column++);
  candidate->born = read_date (rows, column++);
  candidate->work_since = read_date (rows, column++);
  candidate->party_since = read_date (rows, column++);
  candidate->rank_since = read_date (rows, column++);
  candidate->punished_until = read_date (rows, column);
  return candidate;
}

static void
read_candidates (XrLoader *loader)
{
  GPtrArray *candidates = loader->contest->candidates;
  g_autoptr (XrStatement) rows = select_rows (
    loader,
    "SELECT id, number, name, id_number, sex, nation, party, education, degree, school, major,"
    " unit, position, rank, staffing, appraisals, phone, note, born, work_since, party_since,"
    " rank_since, punished_until FROM candidate WHERE round_id = :round ORDER BY id");

  while (next_row (rows))
    {
      XrCandidate *candidate = read_candidate (rows);

      xr_id_map_add (&loader->candidates, candidate->id, (int) candidates->len);
      g_ptr_array_add (candidates, candidate);
    }
}

static XrState
read_state (const char *word)
{
  static const struct
  {
    const char *word;
    XrState state;
  } states[] = { { "ineligible", XR_STATE_INELIGIBLE },
                 { "withdrawn", XR_STATE_WITHDRAWN },
                 { "absent", XR_STATE_ABSENT },
                 { "vetoed", XR_STATE_VETOED } };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].word, word))
      return states[i].state;
  return XR_STATE_ACTIVE;
}

void
xr_loader_read_people (XrLoader *loader)
{
  GArray *applications = loader->contest->applications;
  g_autoptr (XrStatement) rows = NULL;

  read_candidates (loader);
  rows = select_rows (
    loader, "SELECT id, candidate_id, post_id, state, wish FROM application WHERE candidate_id IN"
            " (SELECT id FROM candidate WHERE round_id = :round) ORDER BY id");
  while (next_row (rows))
    {
      XrApplication application = { .id = xr_statement_get_int (rows, 0),
                                    .candidate = find_id (&loader->candidates, rows, 1),
                                    .post = find_id (&loader->posts, rows, 2),
                                    .state = read_state (xr_statement_get_text (rows, 3)),
                                    .wish = (int) xr_statement_get_int (rows, 4) };

      if (application.post < 0)
        continue;
      xr_id_map_add (&loader->applications, application.id, (int) applications->len);
      g_array_append_val (applications, application);
    }
}

/* ---- scores and counts */

#define OF_ROUND " WHERE component_id IN (SELECT id FROM component WHERE round_id = :round)"

static void
read_judges (XrLoader *loader)
{
  GPtrArray *judges = loader->contest->judges;
  g_autoptr (XrStatement) rows = select_rows (
    loader, "SELECT id, component_id, post_id, panel, name FROM judge" OF_ROUND " ORDER BY id");

  while (next_row (rows))
    {
      const char *panel = xr_statement_get_text (rows, 3);
      int post = find_id (&loader->posts, rows, 2);
      XrJudge *judge;

      if (post < 0)
        continue;
      judge = xr_judge_new (find_id (&loader->components, rows, 1), post,
                            panel[0] == '\0' ? NULL : panel, xr_statement_get_text (rows, 4));
      judge->id = xr_statement_get_int (rows, 0);
      xr_id_map_add (&loader->judges, judge->id, (int) judges->len);
      g_ptr_array_add (judges, judge);
    }
}

static void
read_judge_scores (XrLoader *loader)
{
  g_autoptr (XrStatement) rows = select_rows (
    loader, "SELECT id, judge_id, application_id, dimension_id, value FROM score WHERE judge_id IN"
            " (SELECT id FROM judge" OF_ROUND ") ORDER BY id");

  while (next_row (rows))
    {
      XrScore score = { .id = xr_statement_get_int (rows, 0),
                        .judge = find_id (&loader->judges, rows, 1),
                        .application = find_id (&loader->applications, rows, 2),
                        .dimension = find_id (&loader->dimensions, rows, 3),
                        .recused = xr_statement_is_null (rows, 4) };

      if (score.judge < 0 || score.application < 0)
        continue;
      if (!score.recused)
        score.value.units = xr_statement_get_int (rows, 4);
      g_array_append_val (loader->contest->scores, score);
    }
}

static void
read_tallies (XrLoader *loader)
{
  g_autoptr (XrStatement) rows = select_rows (
    loader, "SELECT id, component_id, group_id, candidate_id, dimension_id, points,"
            " votes FROM tally" OF_ROUND " ORDER BY id");

  while (next_row (rows))
    {
      XrTally tally = { .id = xr_statement_get_int (rows, 0),
                        .component = find_id (&loader->components, rows, 1),
                        .group = find_id (&loader->groups, rows, 2),
                        .candidate = find_id (&loader->candidates, rows, 3),
                        .dimension = find_id (&loader->dimensions, rows, 4),
                        .points = { xr_statement_get_int (rows, 5) },
                        .votes = xr_statement_get_int (rows, 6) };

      g_array_append_val (loader->contest->tallies, tally);
    }
}

/* Votes counted by hand, and those of ballots added up; these have the id −1. */
static void
read_votes (XrLoader *loader)
{
  g_autoptr (XrStatement) rows = select_rows (
    loader,
    "SELECT max(id), component_id, group_id, candidate_id, sum(yes), sum(no), sum(abstain) FROM"
    " (SELECT id, component_id, group_id, candidate_id, yes, no, abstain FROM vote_count" OF_ROUND
    "  UNION ALL SELECT -1, component_id, group_id, candidate_id, ifnull(vote = 1, 0),"
    "  ifnull(vote = 0, 0), vote IS NULL FROM vote_mark JOIN ballot ON ballot.id = "
    "ballot_id" OF_ROUND
    " ) GROUP BY component_id, group_id, candidate_id ORDER BY max(id), group_id, candidate_id");

  while (next_row (rows))
    {
      XrVote vote = { .id = xr_statement_get_int (rows, 0),
                      .component = find_id (&loader->components, rows, 1),
                      .group = find_id (&loader->groups, rows, 2),
                      .candidate = find_id (&loader->candidates, rows, 3),
                      .yes = xr_statement_get_int (rows, 4),
                      .no = xr_statement_get_int (rows, 5),
                      .abstain = xr_statement_get_int (rows, 6) };

      g_array_append_val (loader->contest->votes, vote);
    }
}

static void
read_direct_scores (XrLoader *loader)
{
  g_autoptr (XrStatement) rows = select_rows (
    loader, "SELECT id, component_id, candidate_id, dimension_id, value"
            " FROM direct_score" OF_ROUND " ORDER BY id");

  while (next_row (rows))
    {
      XrDirectScore score = { .id = xr_statement_get_int (rows, 0),
                              .component = find_id (&loader->components, rows, 1),
                              .candidate = find_id (&loader->candidates, rows, 2),
                              .dimension = find_id (&loader->dimensions, rows, 3),
                              .value = { xr_statement_get_int (rows, 4) } };

      g_array_append_val (loader->contest->direct_scores, score);
    }
}

void
xr_loader_read_scores (XrLoader *loader)
{
  read_judges (loader);
  read_judge_scores (loader);
  read_tallies (loader);
  read_votes (loader);
  read_direct_scores (loader);
}

/* ---- the sums of ballots */

typedef struct
{
  gint64 id;
  int component, group;
} XrBallotPlace;

/* Graded ballots of the round in the order of their ids, as marks have them. */
static GArray *
read_graded_ballots (XrLoader *loader)
{
  GArray *ballots = g_array_new (FALSE, FALSE, sizeof (XrBallotPlace));
  g_autoptr (XrStatement) rows = select_rows (
    loader,
    "SELECT id, component_id, group_id FROM ballot WHERE component_id IN"
    " (SELECT id FROM component WHERE round_id = :round AND method = 'graded') ORDER BY id");

  while (next_row (rows))
    {
      XrBallotPlace ballot = { xr_statement_get_int (rows, 0),
                               find_id (&loader->components, rows, 1),
                               find_id (&loader->groups, rows, 2) };
      g_array_append_val (ballots, ballot);
    }
  return ballots;
}

/* Ballots and marks come in the same order, so the ballot of a mark is found by going on. */
static void
count_marks (XrLoader *loader, GArray *ballots, XrGradedCounter **counters)
{
  const XrBallotPlace *ballot = &g_array_index (ballots, XrBallotPlace, 0);
  const XrBallotPlace *last = ballot + ballots->len - 1;
  g_autoptr (XrStatement) rows = xr_sql_rows (
    loader->office,
    "SELECT ballot_id, candidate_id, dimension_id, points FROM mark"
    " WHERE ballot_id BETWEEN :first AND :last ORDER BY ballot_id, candidate_id, dimension_id",
    XR_PARAMS (XR_INT (":first", ballot->id), XR_INT (":last", last->id)));

  while (next_row (rows))
    {
      gint64 id = xr_statement_get_int (rows, 0);

      while (ballot->id < id && ballot < last)
        ballot++;
      if (ballot->id != id || xr_statement_is_null (rows, 3))
        continue;
      xr_graded_counter_add (counters[ballot->component], id, ballot->group,
                             xr_id_map_find (&loader->candidates, xr_statement_get_int (rows, 1)),
                             xr_id_map_find (&loader->dimensions, xr_statement_get_int (rows, 2)),
                             (XrDecimal){ xr_statement_get_int (rows, 3) });
    }
}

static void
read_graded_sums (XrLoader *loader)
{
  GPtrArray *components = loader->contest->plan->components;
  g_autoptr (GArray) ballots = read_graded_ballots (loader);
  g_autofree XrGradedCounter **counters = g_new0 (XrGradedCounter *, components->len + 1);

  if (ballots->len == 0)
    return;
  for (guint i = 0; i < components->len; i++)
    counters[i] = xr_graded_counter_new (g_ptr_array_index (components, i), (int) i);
  count_marks (loader, ballots, counters);
  for (guint i = 0; i < components->len; i++)
    xr_graded_counter_finish (counters[i], loader->contest->graded_sums);
}

/* The application of a candidate to a post, −1 when there is none. */
static int
find_application (XrLoader *loader, gint64 candidate, gint64 post)
{
  gint64 id = xr_sql_int (loader->office,
                          "SELECT id FROM application WHERE candidate_id = :candidate"
                          " AND post_id = :post",
                          XR_PARAMS (XR_INT (":candidate", candidate), XR_INT (":post", post)), 0);

  return id == 0 ? -1 : xr_id_map_find (&loader->applications, id);
}

static void
read_ranked_sums (XrLoader *loader)
{
  g_autoptr (XrStatement) rows = select_rows (
    loader, "SELECT component_id, group_id, post_id, candidate_id, place, count(*)"
            " FROM ballot JOIN choice ON choice.ballot_id = ballot.id" OF_ROUND
            " GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5");

  while (next_row (rows))
    {
      XrRankedSum sum = { .component = find_id (&loader->components, rows, 0),
                          .group = find_id (&loader->groups, rows, 1),
                          .place = (guint) xr_statement_get_int (rows, 4),
                          .count = xr_statement_get_int (rows, 5) };

      sum.application = find_application (loader, xr_statement_get_int (rows, 3),
                                          xr_statement_get_int (rows, 2));
      if (sum.application >= 0)
        g_array_append_val (loader->contest->ranked_sums, sum);
    }
}

static void
read_ranked_bases (XrLoader *loader)
{
  g_autoptr (XrStatement) rows = select_rows (
    loader, "SELECT component_id, post_id, group_id, count(*) FROM ballot" OF_ROUND
            " AND post_id IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3");

  while (next_row (rows))
    {
      XrRankedBase base = { .component = find_id (&loader->components, rows, 0),
                            .post = find_id (&loader->posts, rows, 1),
                            .group = find_id (&loader->groups, rows, 2),
                            .ballots = xr_statement_get_int (rows, 3) };

      if (base.post >= 0)
        g_array_append_val (loader->contest->ranked_bases, base);
    }
}

void
xr_loader_read_ballots (XrLoader *loader)
{
  read_graded_sums (loader);
  read_ranked_sums (loader);
  read_ranked_bases (loader);
}

/* ---- the case and its result */

static gboolean
check_round (XrOffice *office, gint64 round, GError **error)
{
  g_autoptr (XrRow) row = xr_round_load (office, round, error);

  return row != NULL;
}

XrCase *
xr_round_load_case (XrOffice *office, gint64 round, XrLoadFlags flags, GError **error)
{
  g_autoptr (XrLoader) loader = NULL;

  if (!check_round (office, round, error))
    return NULL;
  loader = xr_loader_new (office, round, error);
  if (loader == NULL)
    return NULL;
  if ((flags & (XR_LOAD_PEOPLE | XR_LOAD_EVIDENCE)) != 0)
    xr_loader_read_people (loader);
  if ((flags & XR_LOAD_EVIDENCE) != 0)
    {
      xr_loader_read_scores (loader);
      xr_loader_read_ballots (loader);
    }
  return g_steal_pointer (&loader->contest);
}

const XrResult *
xr_round_get_result (XrOffice *office, gint64 round, const XrCase **contest, GError **error)
{
  XrResultCache *cache = xr_office_get_result_cache (office);

  if (cache->result == NULL || cache->round != round)
    {
      XrCase *fresh = xr_round_load_case (office, round, XR_LOAD_EVIDENCE, error);

      if (fresh == NULL)
        return NULL;
      xr_result_cache_clear (cache);
      cache->round = round;
      cache->contest = fresh;
      cache->result = xr_result_compute (fresh);
    }
  if (contest != NULL)
    *contest = cache->contest;
  return cache->result;
}

gboolean
xr_round_ref_result (XrOffice *office, gint64 round, XrCase **contest, XrResult **result,
                     GError **error)
{
  XrResultCache *cache = xr_office_get_result_cache (office);

  if (xr_round_get_result (office, round, NULL, error) == NULL)
    return FALSE;
  *contest = xr_case_ref (cache->contest);
  *result = xr_result_ref (cache->result);
  return TRUE;
}

gboolean
xr_round_foreach_mark (XrOffice *office, gint64 component, XrMarkFunc func, gpointer data,
                       GError **error)
{
  /* The plus keeps SQLite on the order of ids, which needs no sorting. */
  g_autoptr (XrStatement) rows = xr_database_prepare (
    xr_office_get_database (office),
    "SELECT ballot.id, voter_group.name, candidate_id, dimension_id, points"
    " FROM ballot CROSS JOIN mark ON mark.ballot_id = ballot.id"
    " LEFT JOIN voter_group ON voter_group.id = group_id"
    " WHERE +ballot.component_id = :component ORDER BY ballot.id, candidate_id, dimension_id",
    error);
  XrStep step;

  if (rows == NULL)
    return FALSE;
  xr_statement_bind_int (rows, ":component", component);
  while ((step = xr_statement_step (rows, error)) == XR_STEP_ROW)
    {
      gboolean abstains = xr_statement_is_null (rows, 4);
      XrDecimal points = { abstains ? 0 : xr_statement_get_int (rows, 4) };

      if (!func (xr_statement_get_int (rows, 0), xr_statement_get_text (rows, 1),
                 xr_statement_get_int (rows, 2), xr_statement_get_int (rows, 3), abstains, points,
                 data))
        return TRUE;
    }
  return step == XR_STEP_DONE;
}
