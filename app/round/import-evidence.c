/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people, scores and ballots of an intake on their way into the office file. Ballots are shuffled
 * before they get their ids, so that nothing tells in which order they were keyed. */

#include "config.h"

#include "round/import.h"

/* ---- people */

static void
bind_date (XrStatement *statement, const char *name, XrDate date)
{
  g_autofree char *text = xr_date_is_set (date) ? xr_date_to_iso (date) : NULL;

  xr_statement_bind_text (statement, name, text);
}

static void
bind_candidate (XrStatement *statement, const XrCandidate *candidate)
{
  xr_statement_bind_text (statement, ":number", candidate->number);
  xr_statement_bind_text (statement, ":name", candidate->name);
  xr_statement_bind_text (statement, ":id_number", candidate->id_number);
  xr_statement_bind_text (statement, ":sex", candidate->sex);
  xr_statement_bind_text (statement, ":nation", candidate->nation);
  xr_statement_bind_text (statement, ":party", candidate->party);
  xr_statement_bind_text (statement, ":education", candidate->education);
  xr_statement_bind_text (statement, ":degree", candidate->degree);
  xr_statement_bind_text (statement, ":school", candidate->school);
  xr_statement_bind_text (statement, ":major", candidate->major);
  xr_statement_bind_text (statement, ":unit", candidate->unit);
  xr_statement_bind_text (statement, ":position", candidate->position);
  xr_statement_bind_text (statement, ":rank", candidate->rank);
  xr_statement_bind_text (statement, ":staffing", candidate->staffing);
  xr_statement_bind_text (statement, ":appraisals", candidate->appraisals);
  xr_statement_bind_text (statement, ":phone", candidate->phone);
  xr_statement_bind_text (statement, ":note", candidate->note);
  bind_date (statement, ":born", candidate->born);
  bind_date (statement, ":work_since", candidate->work_since);
  bind_date (statement, ":party_since", candidate->party_since);
  bind_date (statement, ":rank_since", candidate->rank_since);
  bind_date (statement, ":punished_until", candidate->punished_until);
}

static gboolean
write_candidates (XrImport *import, GError **error)
{
  GPtrArray *candidates = import->intake->contest->candidates;
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO candidate (round_id, number, name, id_number, sex, nation, party, education, "
    "degree,"
    " school, major, unit, position, rank, staffing, appraisals, phone, note, born, work_since,"
    " party_since, rank_since, punished_until) VALUES (:round, :number, :name, :id_number, :sex,"
    " :nation, :party, :education, :degree, :school, :major, :unit, :position, :rank, :staffing,"
    " :appraisals, :phone, :note, :born, :work_since, :party_since, :rank_since, :punished_until)",
    error);

  for (guint i = 0; statement != NULL && i < candidates->len; i++)
    {
      XrCandidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->id != 0)
        continue;
      xr_statement_bind_int (statement, ":round", import->round);
      bind_candidate (statement, candidate);
      if (!xr_import_run (import, statement, &candidate->id, error))
        return FALSE;
    }
  return statement != NULL;
}

static const char *
get_state_word (XrState state)
{
  switch (state)
    {
    case XR_STATE_INELIGIBLE:
      return "ineligible";
    case XR_STATE_WITHDRAWN:
      return "withdrawn";
    case XR_STATE_ABSENT:
      return "absent";
    case XR_STATE_VETOED:
      return "vetoed";
    default:
      return "active";
    }
}

static gint64
get_candidate_id (XrImport *import, int candidate)
{
  return ((XrCandidate *) g_ptr_array_index (import->intake->contest->candidates,
                                             (guint) candidate))
    ->id;
}

static gint64
get_post_id (XrImport *import, int post)
{
  GPtrArray *posts = import->intake->contest->plan->posts;

  return post < 0 ? 0 : ((XrPost *) g_ptr_array_index (posts, (guint) post))->id;
}

gboolean
xr_import_people (XrImport *import, GError **error)
{
  GArray *applications = import->intake->contest->applications;
  g_autoptr (XrStatement) statement = NULL;

  if (!write_candidates (import, error))
    return FALSE;
  statement = xr_database_prepare (import->db,
                                   "INSERT INTO application (candidate_id, post_id, wish, state)"
                                   " VALUES (:candidate, :post, :wish, :state)",
                                   error);
  for (guint i = 0; statement != NULL && i < applications->len; i++)
    {
      XrApplication *application = &g_array_index (applications, XrApplication, i);

      if (application->id != 0)
        continue;
      xr_statement_bind_int (statement, ":candidate",
                             get_candidate_id (import, application->candidate));
      xr_statement_bind_int (statement, ":post", get_post_id (import, application->post));
      if (application->wish > 0)
        xr_statement_bind_int (statement, ":wish", application->wish);
      else
        xr_statement_bind_null (statement, ":wish");
      xr_statement_bind_text (statement, ":state", get_state_word (application->state));
      if (!xr_import_run (import, statement, &application->id, error))
        return FALSE;
    }
  return statement != NULL;
}

/* ---- scores and counts */

static const XrComponent *
get_component (XrImport *import, int component)
{
  return g_ptr_array_index (import->intake->contest->plan->components, (guint) component);
}

static gint64
get_dimension_id (const XrComponent *component, int dimension)
{
  return dimension < 0
           ? 0
           : ((XrDimension *) g_ptr_array_index (component->dimensions, (guint) dimension))->id;
}

static gint64
get_group_id (const XrComponent *component, int group)
{
  return group < 0 ? 0 : ((XrGroup *) g_ptr_array_index (component->groups, (guint) group))->id;
}

static gboolean
write_judges (XrImport *import, GError **error)
{
  GPtrArray *judges = import->intake->contest->judges;
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO judge (component_id, post_id, panel, name) VALUES (:component, :post, :panel, "
    ":name)",
    error);

  for (guint i = 0; statement != NULL && i < judges->len; i++)
    {
      XrJudge *judge = g_ptr_array_index (judges, i);

      if (judge->id != 0)
        continue;
      xr_statement_bind_int (statement, ":component", get_component (import, judge->component)->id);
      xr_statement_bind_int (statement, ":post", get_post_id (import, judge->post));
      xr_statement_bind_text (statement, ":panel", judge->panel == NULL ? "" : judge->panel);
      xr_statement_bind_text (statement, ":name", judge->name);
      if (!xr_import_run (import, statement, &judge->id, error))
        return FALSE;
    }
  return statement != NULL;
}

static gboolean
write_judge_scores (XrImport *import, GError **error)
{
  const XrCase *contest = import->intake->contest;
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO score (judge_id, application_id, dimension_id, value)"
    " VALUES (:judge, :application, :dimension, :value)",
    error);

  for (guint i = 0; statement != NULL && i < contest->scores->len; i++)
    {
      XrScore *score = &g_array_index (contest->scores, XrScore, i);
      const XrJudge *judge = g_ptr_array_index (contest->judges, (guint) score->judge);
      const XrApplication *application = &g_array_index (contest->applications, XrApplication,
                                                         (guint) score->application);

      if (score->id != 0)
        continue;
      xr_statement_bind_int (statement, ":judge", judge->id);
      xr_statement_bind_int (statement, ":application", application->id);
      xr_import_bind_id (
        statement, ":dimension",
        get_dimension_id (get_component (import, judge->component), score->dimension));
      if (!score->recused)
        xr_statement_bind_int (statement, ":value", score->value.units);
      if (!xr_import_run (import, statement, &score->id, error))
        return FALSE;
    }
  return statement != NULL;
}

static gboolean
write_tallies (XrImport *import, GError **error)
{
  GArray *tallies = import->intake->contest->tallies;
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO tally (component_id, group_id, candidate_id, dimension_id, points, votes)"
    " VALUES (:component, :group, :candidate, :dimension, :points, :votes)",
    error);

  for (guint i = 0; statement != NULL && i < tallies->len; i++)
    {
      XrTally *tally = &g_array_index (tallies, XrTally, i);
      const XrComponent *component = get_component (import, tally->component);

      if (tally->id != 0)
        continue;
      xr_statement_bind_int (statement, ":component", component->id);
      xr_import_bind_id (statement, ":group", get_group_id (component, tally->group));
      xr_statement_bind_int (statement, ":candidate", get_candidate_id (import, tally->candidate));
      xr_statement_bind_int (statement, ":dimension",
                             get_dimension_id (component, tally->dimension));
      xr_statement_bind_int (statement, ":points", tally->points.units);
      xr_statement_bind_int (statement, ":votes", tally->votes);
      if (!xr_import_run (import, statement, &tally->id, error))
        return FALSE;
    }
  return statement != NULL;
}

static gboolean
write_votes (XrImport *import, GError **error)
{
  GArray *votes = import->intake->contest->votes;
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO vote_count (component_id, group_id, candidate_id, yes, no, abstain)"
    " VALUES (:component, :group, :candidate, :yes, :no, :abstain)",
    error);

  for (guint i = 0; statement != NULL && i < votes->len; i++)
    {
      XrVote *vote = &g_array_index (votes, XrVote, i);
      const XrComponent *component = get_component (import, vote->component);

      if (vote->id != 0)
        continue;
      xr_statement_bind_int (statement, ":component", component->id);
      xr_import_bind_id (statement, ":group", get_group_id (component, vote->group));
      xr_statement_bind_int (statement, ":candidate", get_candidate_id (import, vote->candidate));
      xr_statement_bind_int (statement, ":yes", vote->yes);
      xr_statement_bind_int (statement, ":no", vote->no);
      xr_statement_bind_int (statement, ":abstain", vote->abstain);
      if (!xr_import_run (import, statement, &vote->id, error))
        return FALSE;
    }
  return statement != NULL;
}

static gboolean
write_direct_scores (XrImport *import, GError **error)
{
  GArray *scores = import->intake->contest->direct_scores;
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO direct_score (component_id, candidate_id, dimension_id, value)"
    " VALUES (:component, :candidate, :dimension, :value)",
    error);

  for (guint i = 0; statement != NULL && i < scores->len; i++)
    {
      XrDirectScore *score = &g_array_index (scores, XrDirectScore, i);
      const XrComponent *component = get_component (import, score->component);

      if (score->id != 0)
        continue;
      xr_statement_bind_int (statement, ":component", component->id);
      xr_statement_bind_int (statement, ":candidate", get_candidate_id (import, score->candidate));
      xr_import_bind_id (statement, ":dimension", get_dimension_id (component, score->dimension));
      xr_statement_bind_int (statement, ":value", score->value.units);
      if (!xr_import_run (import, statement, &score->id, error))
        return FALSE;
    }
  return statement != NULL;
}

gboolean
xr_import_scores (XrImport *import, GError **error)
{
  return write_judges (import, error) && write_judge_scores (import, error)
         && write_tallies (import, error) && write_votes (import, error)
         && write_direct_scores (import, error);
}

/* ---- ballots */

/* The indexes of the new ballots in random order. */
static GArray *
shuffle_new_ballots (const XrIntake *intake)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GRand) random = g_rand_new ();

  for (guint i = 0; i < intake->ballots->len; i++)
    if (g_array_index (intake->ballots, XrIntakeBallot, i).id == 0)
      g_array_append_val (order, i);
  for (guint i = order->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
      guint swap = g_array_index (order, guint, i - 1);

      g_array_index (order, guint, i - 1) = g_array_index (order, guint, j);
      g_array_index (order, guint, j) = swap;
    }
  return order;
}

static gboolean
write_ballots (XrImport *import, GArray *order, GError **error)
{
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO ballot (component_id, post_id, group_id, number)"
    " VALUES (:component, :post, :group, :number)",
    error);

  for (guint i = 0; statement != NULL && i < order->len; i++)
    {
      XrIntakeBallot *ballot = &g_array_index (import->intake->ballots, XrIntakeBallot,
                                               g_array_index (order, guint, i));
      const XrComponent *component = get_component (import, ballot->component);

      xr_statement_bind_int (statement, ":component", component->id);
      xr_import_bind_id (statement, ":post", get_post_id (import, ballot->post));
      xr_import_bind_id (statement, ":group", get_group_id (component, ballot->group));
      xr_statement_bind_text (statement, ":number", ballot->number);
      if (!xr_import_run (import, statement, &ballot->id, error))
        return FALSE;
    }
  return statement != NULL;
}

static const XrIntakeBallot *
get_ballot (XrImport *import, guint32 ballot)
{
  return &g_array_index (import->intake->ballots, XrIntakeBallot, ballot);
}

/* In the order of the table, so that it only grows at its end. */
static int
compare_marks (gconstpointer a, gconstpointer b, gpointer data)
{
  const XrIntakeMark *left = a;
  const XrIntakeMark *right = b;
  XrImport *import = data;
  gint64 x = get_ballot (import, left->ballot)->id;
  gint64 y = get_ballot (import, right->ballot)->id;

  if (x != y)
    return x < y ? -1 : 1;
  if (left->candidate != right->candidate)
    return left->candidate < right->candidate ? -1 : 1;
  return (left->dimension > right->dimension) - (left->dimension < right->dimension);
}

static gboolean
write_marks (XrImport *import, GError **error)
{
  GArray *marks = import->intake->marks;
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO mark (ballot_id, candidate_id, dimension_id, points)"
    " VALUES (:ballot, :candidate, :dimension, :points)",
    error);

  g_array_sort_with_data (marks, compare_marks, import);
  for (guint i = 0; statement != NULL && i < marks->len; i++)
    {
      const XrIntakeMark *mark = &g_array_index (marks, XrIntakeMark, i);
      const XrIntakeBallot *ballot = get_ballot (import, mark->ballot);

      xr_statement_bind_int (statement, ":ballot", ballot->id);
      xr_statement_bind_int (statement, ":candidate", get_candidate_id (import, mark->candidate));
      xr_statement_bind_int (
        statement, ":dimension",
        get_dimension_id (get_component (import, ballot->component), mark->dimension));
      if (!mark->abstains)
        xr_statement_bind_int (statement, ":points", mark->points.units);
      if (!xr_import_run (import, statement, NULL, error))
        return FALSE;
    }
  return statement != NULL;
}

static gboolean
write_choices (XrImport *import, GError **error)
{
  GArray *choices = import->intake->choices;
  g_autoptr (XrStatement) statement = xr_database_prepare (
    import->db,
    "INSERT INTO choice (ballot_id, place, candidate_id)"
    " VALUES (:ballot, :place, :candidate)",
    error);

  for (guint i = 0; statement != NULL && i < choices->len; i++)
    {
      const XrIntakeChoice *choice = &g_array_index (choices, XrIntakeChoice, i);

      xr_statement_bind_int (statement, ":ballot", get_ballot (import, choice->ballot)->id);
      xr_statement_bind_int (statement, ":place", choice->place);
      xr_statement_bind_int (statement, ":candidate", get_candidate_id (import, choice->candidate));
      if (!xr_import_run (import, statement, NULL, error))
        return FALSE;
    }
  return statement != NULL;
}

gboolean
xr_import_ballots (XrImport *import, GError **error)
{
  g_autoptr (GArray) order = shuffle_new_ballots (import->intake);

  return write_ballots (import, order, error) && write_marks (import, error)
         && write_choices (import, error);
}
