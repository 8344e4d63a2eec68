/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keying twice: who may key, what differs, what the third person's decision does, and when the stage's
 * conditions hold. */

#include "keyed-round.h"
#include "round/ballots.h"
#include "round/recusals.h"
#include "round/score-sheet.h"
#include "round/stage.h"

#include <string.h>

#define INT(sql) fixture_int (&keyed->base, sql)

static void
score (KeyedRound *keyed, guint judge, guint candidate, const char *text)
{
  g_autoptr (GError) error = NULL;

  xr_score_set (keyed->base.office, keyed->judges[judge], keyed->applications[candidate], 0, text,
                &error);
  g_assert_no_error (error);
}

static gboolean
second_score (KeyedRound *keyed, const char *keyer, guint judge, guint candidate, const char *text,
              GError **error)
{
  const XrSecondFigure figure = { .judge = keyed->judges[judge],
                                  .candidate = keyed->candidates[candidate],
                                  .text = text };

  return xr_second_set (keyed->base.office, keyed->speech, keyer, &figure, 1, error);
}

static gint64
ballot (KeyedRound *keyed, XrKeying keying, const char *number, gint64 first)
{
  g_autoptr (GError) error = NULL;
  gint64 id = keyed_round_ballot (keyed, keying, keying == XR_KEYING_FIRST ? "甲" : "乙",
                                  keyed->groups[0], number, first, 80, &error);

  g_assert_no_error (error);
  return id;
}

static void
decide (KeyedRound *keyed, gint64 component, XrKeyingChoice choice, const char *other)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = xr_keying_list_differences (keyed->base.office, component);

  xr_keying_decide (keyed->base.office, component, g_ptr_array_index (lines, 0), choice, other,
                    "丙", "核对原件", &error);
  g_assert_no_error (error);
}

/* ---- who keys */

static void
test_first_needs_a_name (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  xr_office_set_operator (keyed->base.office, " ");
  g_assert_false (
    xr_score_set (keyed->base.office, keyed->judges[0], keyed->applications[0], 0, "90", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
}

static void
test_same_person_is_refused (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  score (keyed, 0, 0, "90");
  g_assert_false (xr_second_check_keyer (keyed->base.office, keyed->speech, "甲", NULL));
  g_assert_true (xr_second_check_keyer (keyed->base.office, keyed->speech, "乙", NULL));
  g_assert_false (second_score (keyed, " 甲 ", 0, 0, "90", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (second_score (keyed, "乙", 0, 0, "90", &error));
  xr_office_set_operator (keyed->base.office, "乙");
  g_assert_false (
    xr_score_set (keyed->base.office, keyed->judges[0], keyed->applications[0], 0, "91", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
}

static void
test_same_person_is_refused_by_ballot (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ballot (keyed, XR_KEYING_FIRST, "7", 100);
  g_assert_cmpint (
    keyed_round_ballot (keyed, XR_KEYING_SECOND, "甲", keyed->groups[0], "007", 100, 80, &error),
    ==, 0);
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_clear_error (&error);
  /* The same number in another group is another sheet. */
  g_assert_cmpint (
    keyed_round_ballot (keyed, XR_KEYING_SECOND, "甲", keyed->groups[1], "7", 100, 80, &error), !=,
    0);
}

/* ---- scores */

static void
test_scores (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const XrDeskLine *line;

  for (guint i = 0; i < 3; i++)
    score (keyed, 0, i, "90");
  keyed_round_assert_state (keyed, keyed->speech, 1, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_true (second_score (keyed, "乙", 0, i, i == 1 ? "9.0" : "90.00", &error));
  keyed_round_assert_state (keyed, keyed->speech, 0, 1);
  lines = xr_keying_list_differences (keyed->base.office, keyed->speech);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (line->sheet, ==, "评委一");
  g_assert_cmpstr (line->item, ==, "02 李四");
  g_assert_cmpstr (line->first_text, ==, "90");
  g_assert_cmpstr (line->second_text, ==, "9");
  g_assert_cmpstr (line->first_keyer, ==, "甲");
  g_assert_cmpstr (line->second_keyer, ==, "乙");
  decide (keyed, keyed->speech, XR_CHOOSE_OTHER, "95");
  keyed_round_assert_state (keyed, keyed->speech, 0, 0);
  g_assert_cmpint (INT ("SELECT value FROM score WHERE keyer = '甲' AND value <> 900000"), ==,
                   950000);
  g_assert_cmpint (INT ("SELECT count(*) FROM second_cell WHERE value = 950000"), ==, 1);
  keyed_round_assert_intact (keyed);
}

static void
test_recusal_and_gap (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  score (keyed, 0, 0, "回避");
  score (keyed, 0, 1, "80");
  g_assert_true (second_score (keyed, "乙", 0, 0, "H", &error));
  keyed_round_assert_state (keyed, keyed->speech, 1, 0);
  /* What only the second person found on the sheet is a difference. */
  g_assert_true (second_score (keyed, "乙", 0, 1, "80", &error));
  g_assert_true (second_score (keyed, "乙", 0, 2, "70", &error));
  keyed_round_assert_state (keyed, keyed->speech, 0, 1);
  decide (keyed, keyed->speech, XR_CHOOSE_SECOND, NULL);
  keyed_round_assert_state (keyed, keyed->speech, 0, 0);
  g_assert_cmpint (INT ("SELECT count(*) FROM score WHERE value = 700000"), ==, 1);
}

static XrRecusal *
find_recusal (GPtrArray *recusals, const char *about)
{
  for (guint i = 0; i < recusals->len; i++)
    if (g_str_equal (((XrRecusal *) recusals->pdata[i])->about, about))
      return recusals->pdata[i];
  g_assert_not_reached ();
}

/* 90 by the first judge and 92 by the second, keyed twice. @recused by the first judge for 李四. */
static void
assert_mean (KeyedRound *keyed, const char *mean, guint recused)
{
  g_autoptr (XrScoreSheet) sheet = xr_score_sheet_new (keyed->base.office, keyed->speech,
                                                       keyed->post);
  guint away = 0;

  g_assert_cmpuint (xr_score_sheet_row_judges (sheet, 1, &away), ==, 2);
  g_assert_cmpuint (away, ==, recused);
  g_assert_cmpstr (xr_score_sheet_row_score (sheet, 1), ==, mean);
}

/* A recusal is recorded on both keyings at once, by whoever it is, and leaves nothing to key or to settle. */
static void
test_recusal_of_both_keyings (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = NULL, done = NULL;
  g_autofree char *about = g_strdup_printf ("%" G_GINT64_FORMAT, keyed->candidates[1]);

  for (guint judge = 0; judge < 2; judge++)
    for (guint i = 0; i < 3; i++)
      {
        score (keyed, judge, i, judge == 0 ? "90" : "92");
        second_score (keyed, "乙", judge, i, judge == 0 ? "90" : "92", &error);
        g_assert_no_error (error);
      }
  fixture_add (&keyed->base, "relation", keyed->base.round, "person", "评委一", "candidate_id",
               about, "kind", "spouse", NULL);
  assert_mean (keyed, "91.00", 0);
  xr_office_set_operator (keyed->base.office, "乙");
  due = xr_recusals (keyed->base.office, keyed->base.round, 0);
  xr_recusal_record (keyed->base.office, find_recusal (due, "李四"), "夫妻", &error);
  g_assert_no_error (error);
  assert_mean (keyed, "92.00", 1);
  keyed_round_assert_state (keyed, keyed->speech, 0, 0);
  g_assert_cmpint (INT ("SELECT count(*) FROM score WHERE keyer = '乙'"), ==, 0);
  g_assert_true (xr_office_undo (keyed->base.office, &error));
  assert_mean (keyed, "91.00", 0);
  keyed_round_assert_state (keyed, keyed->speech, 0, 0);
  g_assert_true (xr_office_redo (keyed->base.office, &error));
  /* Taken back, the place is empty in both keyings, and what is keyed there again is keyed by two. */
  done = xr_recusals (keyed->base.office, keyed->base.round, 0);
  g_assert_true (find_recusal (done, "李四")->done);
  xr_recusal_take_back (keyed->base.office, find_recusal (done, "李四"), &error);
  g_assert_no_error (error);
  keyed_round_assert_state (keyed, keyed->speech, 0, 0);
  xr_office_set_operator (keyed->base.office, "甲");
  score (keyed, 0, 1, "88");
  keyed_round_assert_state (keyed, keyed->speech, 1, 0);
  keyed_round_assert_intact (keyed);
}

static void
test_wrong_figures_are_refused (KeyedRound *keyed, gconstpointer data)
{
  static const char *const wrong[] = { "101", "-1", "8.12345", "八十" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (second_score (keyed, "乙", 0, 0, wrong[i], &error));
      g_assert_nonnull (error);
    }
  g_assert_cmpint (INT ("SELECT count(*) FROM second_sheet"), ==, 0);
}

/* ---- the third person */

static void
test_third_is_neither (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  score (keyed, 0, 0, "90");
  g_assert_true (second_score (keyed, "乙", 0, 0, "80", &error));
  lines = xr_keying_list_differences (keyed->base.office, keyed->speech);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "甲", "乙", " " };
      g_assert_false (xr_keying_decide (keyed->base.office, keyed->speech,
                                        g_ptr_array_index (lines, 0), XR_CHOOSE_FIRST, NULL,
                                        names[i], "核对原件", &error));
      g_clear_error (&error);
    }
  g_assert_false (xr_keying_decide (keyed->base.office, keyed->speech, g_ptr_array_index (lines, 0),
                                    XR_CHOOSE_FIRST, NULL, "丙", " ", &error));
  g_clear_error (&error);
  decide (keyed, keyed->speech, XR_CHOOSE_FIRST, NULL);
  /* It is gone, and can't be decided again. */
  g_assert_false (xr_keying_decide (keyed->base.office, keyed->speech, g_ptr_array_index (lines, 0),
                                    XR_CHOOSE_SECOND, NULL, "丙", "核对原件", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
}

static void
test_rates (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GPtrArray) rates = NULL;
  g_autoptr (GError) error = NULL;
  const XrKeyerRate *rate;

  for (guint i = 0; i < 3; i++)
    {
      score (keyed, 0, i, "90");
      g_assert_true (second_score (keyed, "乙", 0, i, i == 0 ? "90" : "80", &error));
    }
  decide (keyed, keyed->speech, XR_CHOOSE_FIRST, NULL);
  rates = xr_keying_rates (keyed->base.office, keyed->speech);
  g_assert_cmpuint (rates->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      rate = g_ptr_array_index (rates, i);
      g_assert_cmpuint (rate->figures, ==, 3);
      g_assert_cmpuint (rate->open, ==, 1);
      g_assert_cmpuint (rate->wrong, ==, strcmp (rate->keyer, "乙") == 0 ? 1 : 0);
    }
}

/* ---- ballots */

static void
test_ballots_are_matched_by_number (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  const XrDeskLine *line;

  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      ballot (keyed, XR_KEYING_FIRST, number, i == 3 ? 40 : 100);
    }
  for (guint i = 4; i >= 1; i--)
    {
      g_autofree char *number = g_strdup_printf ("%02u", i);
      ballot (keyed, XR_KEYING_SECOND, number, 100);
    }
  keyed_round_assert_state (keyed, keyed->graded, 0, 1);
  lines = xr_keying_list_differences (keyed->base.office, keyed->graded);
  line = g_ptr_array_index (lines, 0);
  g_assert_nonnull (strstr (line->sheet, "3"));
  g_assert_cmpstr (line->item, ==, "01 张三 · 德");
  g_assert_cmpstr (line->first_text, ==, "不称职");
  g_assert_cmpstr (line->second_text, ==, "优秀");
  decide (keyed, keyed->graded, XR_CHOOSE_SECOND, NULL);
  keyed_round_assert_state (keyed, keyed->graded, 0, 0);
  g_assert_cmpint (INT ("SELECT count(*) FROM mark WHERE points = 1000000"), ==, 4);
  keyed_round_assert_intact (keyed);
}

/* While the second person is on the way a ballot that he has not keyed is no difference. */
static void
test_ballot_of_one_side (KeyedRound *keyed, gconstpointer data)
{
  ballot (keyed, XR_KEYING_FIRST, "1", 100);
  ballot (keyed, XR_KEYING_FIRST, "2", 100);
  ballot (keyed, XR_KEYING_SECOND, "1", 100);
  keyed_round_assert_state (keyed, keyed->graded, 1, 0);
  ballot (keyed, XR_KEYING_SECOND, "12", 100);
  keyed_round_assert_state (keyed, keyed->graded, 0, 2);
  /* Ballot 2 is right, ballot 12 was never there. */
  decide (keyed, keyed->graded, XR_CHOOSE_FIRST, NULL);
  decide (keyed, keyed->graded, XR_CHOOSE_FIRST, NULL);
  keyed_round_assert_state (keyed, keyed->graded, 0, 0);
  g_assert_cmpint (INT ("SELECT count(*) FROM ballot"), ==, 2);
  g_assert_cmpint (INT ("SELECT count(*) FROM second_sheet"), ==, 2);
  g_assert_cmpint (INT ("SELECT count(*) FROM second_cell"), ==, 12);
  keyed_round_assert_intact (keyed);
}

static void
test_ballot_that_the_first_missed (KeyedRound *keyed, gconstpointer data)
{
  ballot (keyed, XR_KEYING_FIRST, "1", 100);
  ballot (keyed, XR_KEYING_SECOND, "1", 100);
  ballot (keyed, XR_KEYING_SECOND, "2", 40);
  keyed_round_assert_state (keyed, keyed->graded, 0, 1);
  decide (keyed, keyed->graded, XR_CHOOSE_SECOND, NULL);
  keyed_round_assert_state (keyed, keyed->graded, 0, 0);
  g_assert_cmpint (INT ("SELECT count(*) FROM mark"), ==, 12);
  keyed_round_assert_intact (keyed);
}

static gint64
ranked (KeyedRound *keyed, XrKeying keying, const gint64 *order)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyedSheet) sheet = xr_keyed_sheet_new ();

  sheet->post = keyed->post;
  sheet->group = keyed->ranked_group;
  for (guint i = 0; i < 2; i++)
    {
      XrKeyedCell cell = { .candidate = order[i], .value = i + 1 };
      if (order[i] != 0)
        g_array_append_val (sheet->cells, cell);
    }
  xr_ballot_save (keyed->base.office, keying, keying == XR_KEYING_FIRST ? "甲" : "乙",
                  keyed->ranked, sheet, &error);
  g_assert_no_error (error);
  return sheet->id;
}

/* Swapped places are one difference of the whole ballot. */
static void
test_ranked_ballots (KeyedRound *keyed, gconstpointer data)
{
  const gint64 *c = keyed->candidates;
  g_autoptr (GPtrArray) lines = NULL;
  const XrDeskLine *line;

  ranked (keyed, XR_KEYING_FIRST, (const gint64[]){ c[0], c[1] });
  ranked (keyed, XR_KEYING_FIRST, (const gint64[]){ c[2], 0 });
  ranked (keyed, XR_KEYING_SECOND, (const gint64[]){ c[1], c[0] });
  ranked (keyed, XR_KEYING_SECOND, (const gint64[]){ c[2], 0 });
  keyed_round_assert_state (keyed, keyed->ranked, 0, 1);
  lines = xr_keying_list_differences (keyed->base.office, keyed->ranked);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (line->first_text, ==, "1 张三  2 李四");
  g_assert_cmpstr (line->second_text, ==, "1 李四  2 张三");
  g_assert_false (line->can_be_other);
  decide (keyed, keyed->ranked, XR_CHOOSE_SECOND, NULL);
  keyed_round_assert_state (keyed, keyed->ranked, 0, 0);
  g_assert_cmpint (
    INT ("SELECT count(*) FROM choice JOIN candidate c ON c.id = candidate_id WHERE place = 1"
         " AND name = '李四'"),
    ==, 1);
  keyed_round_assert_intact (keyed);
}

static gint64
yes_no (KeyedRound *keyed, XrKeying keying, const char *votes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyedSheet) sheet = xr_keyed_sheet_new ();

  sheet->group = keyed->votes_group;
  for (guint i = 0; i < 3; i++)
    {
      XrKeyedCell cell = { .candidate = keyed->candidates[i],
                           .is_void = votes[i] == '0',
                           .value = votes[i] == '1' };
      g_array_append_val (sheet->cells, cell);
    }
  xr_ballot_save (keyed->base.office, keying, keying == XR_KEYING_FIRST ? "甲" : "乙", keyed->votes,
                  sheet, &error);
  g_assert_no_error (error);
  return sheet->id;
}

/* Yes/no ballots are votes when they are added up. */
static void
test_yes_no_ballots (KeyedRound *keyed, gconstpointer data)
{
  const XrCase *contest = NULL;
  const XrVote *vote;

  yes_no (keyed, XR_KEYING_FIRST, "120");
  yes_no (keyed, XR_KEYING_FIRST, "111");
  yes_no (keyed, XR_KEYING_SECOND, "120");
  yes_no (keyed, XR_KEYING_SECOND, "121");
  keyed_round_assert_state (keyed, keyed->votes, 0, 1);
  decide (keyed, keyed->votes, XR_CHOOSE_SECOND, NULL);
  keyed_round_assert_state (keyed, keyed->votes, 0, 0);
  xr_round_get_result (keyed->base.office, keyed->base.round, &contest, NULL);
  g_assert_cmpuint (contest->votes->len, ==, 3);
  vote = &g_array_index (contest->votes, XrVote, 0);
  g_assert_cmpint (vote->yes, ==, 2);
  vote = &g_array_index (contest->votes, XrVote, 1);
  g_assert_cmpint (vote->no, ==, 2);
  vote = &g_array_index (contest->votes, XrVote, 2);
  g_assert_cmpint (vote->yes, ==, 1);
  g_assert_cmpint (vote->abstain, ==, 1);
  keyed_round_assert_intact (keyed);
}

static void
test_counted_votes (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  XrCount count = {
    .group = keyed->votes_group, .candidate = keyed->candidates[0], .field = "yes", .text = "12"
  };
  XrSecondFigure figure = { .group = keyed->votes_group,
                            .candidate = keyed->candidates[0],
                            .text = "21" };

  g_assert_true (xr_vote_counts_set (keyed->base.office, keyed->votes, &count, 1, &error));
  keyed_round_assert_state (keyed, keyed->votes, 1, 0);
  g_assert_true (xr_second_set (keyed->base.office, keyed->votes, "乙", &figure, 1, &error));
  keyed_round_assert_state (keyed, keyed->votes, 0, 1);
  decide (keyed, keyed->votes, XR_CHOOSE_SECOND, NULL);
  keyed_round_assert_state (keyed, keyed->votes, 0, 0);
  g_assert_cmpint (INT ("SELECT yes FROM vote_count WHERE keyer = '甲'"), ==, 21);
  /* The same votes ballot by ballot would count twice. */
  {
    g_autoptr (XrKeyedSheet) sheet = xr_keyed_sheet_new ();
    sheet->group = keyed->votes_group;
    g_assert_false (
      xr_ballot_save (keyed->base.office, XR_KEYING_FIRST, NULL, keyed->votes, sheet, &error));
    g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  }
}

/* ---- the plan */

static void
test_imported_figures (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrRow) component = NULL;

  /* As an import leaves it: nobody keyed it. */
  score (keyed, 0, 0, "90");
  g_assert_true (xr_office_begin (keyed->base.office, &error));
  g_assert_true (xr_database_execute (xr_office_get_database (keyed->base.office),
                                      "UPDATE score SET keyer = NULL", &error));
  g_assert_true (xr_office_commit (keyed->base.office, "x", "", "", 0, XR_ENTRY_NORMAL, &error));
  keyed_round_assert_state (keyed, keyed->speech, 0, 0);
  component = xr_office_load (keyed->base.office, xr_table_find ("component"), keyed->speech, NULL);
  xr_row_set (component, "keyed_twice", "all");
  g_assert_true (xr_office_save (keyed->base.office, component, &error));
  keyed_round_assert_state (keyed, keyed->speech, 1, 0);
}

static const XrGate *
find_gate (GPtrArray *gates, const char *id)
{
  for (guint i = 0; i < gates->len; i++)
    if (g_str_equal (((XrGate *) g_ptr_array_index (gates, i))->id, id))
      return g_ptr_array_index (gates, i);
  return NULL;
}

static void
assert_gates (KeyedRound *keyed, gboolean complete, gboolean agree)
{
  g_autoptr (GPtrArray) gates = xr_stage_gates (keyed->base.office, keyed->base.round,
                                                XR_STAGE_EVALUATION);

  g_assert_cmpint (find_gate (gates, "second-keying")->met, ==, complete);
  g_assert_cmpint (find_gate (gates, "keying-differences")->met, ==, agree);
}

static void
test_conditions (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_gates (keyed, TRUE, TRUE);
  score (keyed, 0, 0, "90");
  assert_gates (keyed, FALSE, TRUE);
  g_assert_true (second_score (keyed, "乙", 0, 0, "80", &error));
  assert_gates (keyed, TRUE, FALSE);
  decide (keyed, keyed->speech, XR_CHOOSE_FIRST, NULL);
  assert_gates (keyed, TRUE, TRUE);
}

static void
add (const char *path, void (*test) (KeyedRound *, gconstpointer))
{
  g_test_add (path, KeyedRound, NULL, keyed_round_set_up, test, keyed_round_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/keying/first-needs-a-name", test_first_needs_a_name);
  add ("/keying/same-person-is-refused", test_same_person_is_refused);
  add ("/keying/same-person-is-refused-by-ballot", test_same_person_is_refused_by_ballot);
  add ("/keying/scores", test_scores);
  add ("/keying/recusal-and-gap", test_recusal_and_gap);
  add ("/keying/recusal-of-both-keyings", test_recusal_of_both_keyings);
  add ("/keying/wrong-figures-are-refused", test_wrong_figures_are_refused);
  add ("/keying/third-is-neither", test_third_is_neither);
  add ("/keying/rates", test_rates);
  add ("/keying/ballots-are-matched-by-number", test_ballots_are_matched_by_number);
  add ("/keying/ballot-of-one-side", test_ballot_of_one_side);
  add ("/keying/ballot-that-the-first-missed", test_ballot_that_the_first_missed);
  add ("/keying/ranked-ballots", test_ranked_ballots);
  add ("/keying/yes-no-ballots", test_yes_no_ballots);
  add ("/keying/counted-votes", test_counted_votes);
  add ("/keying/imported-figures", test_imported_figures);
  add ("/keying/conditions", test_conditions);
  return g_test_run ();
}
