/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second keying on another computer: nothing of the first keying goes there, what comes back is compared
 * like a second keying made here, and what does not fit is refused whole. */

#include "keyed-round.h"
#include "round/ballots.h"
#include "round/keying-task.h"
#include "round/stage.h"

#include <string.h>

#define INT(sql) fixture_int (&keyed->base, sql)

typedef struct
{
  XrOffice *office;
  char *path;
} Elsewhere;

static XrKeyingTask *
make_task (KeyedRound *keyed, gint64 component)
{
  g_autoptr (GError) error = NULL;
  XrKeyingTask *task = xr_keying_task_make (keyed->base.office, component, "乙", &error);

  g_assert_no_error (error);
  return task;
}

/* Gives the component out and opens the task as on another computer. */
static Elsewhere
give_out (KeyedRound *keyed, gint64 component)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingTask) task = make_task (keyed, component);
  Elsewhere elsewhere = { .path = g_build_filename (keyed->base.folder, "elsewhere.xuanren",
                                                    NULL) };

  g_assert_true (xr_keying_task_note (keyed->base.office, task, &error));
  elsewhere.office = xr_keying_task_open (task, elsewhere.path, &error);
  g_assert_no_error (error);
  return elsewhere;
}

static void
put_away (Elsewhere *elsewhere)
{
  g_assert_finalize_object (elsewhere->office);
  xr_keying_task_remove (elsewhere->path);
  g_assert_false (g_file_test (elsewhere->path, G_FILE_TEST_EXISTS));
  g_free (elsewhere->path);
}

static XrKeyingAnswer *
answer_of (Elsewhere *elsewhere)
{
  g_autoptr (GError) error = NULL;
  XrKeyingAnswer *answer = xr_keying_answer_make (elsewhere->office, &error);

  g_assert_no_error (error);
  return answer;
}

static void
first_ballot (KeyedRound *keyed, const char *number, gint64 first)
{
  g_autoptr (GError) error = NULL;

  keyed_round_ballot (keyed, XR_KEYING_FIRST, "甲", keyed->groups[0], number, first, 80, &error);
  g_assert_no_error (error);
}

/* Keys a ballot as on the pad of the other computer. */
static gboolean
ballot_elsewhere (KeyedRound *keyed, Elsewhere *elsewhere, const char *number, gint64 first,
                  GError **error)
{
  KeyedRound there = *keyed;

  there.base.office = elsewhere->office;
  return keyed_round_ballot (&there, XR_KEYING_SECOND, xr_office_get_operator (elsewhere->office),
                             keyed->groups[0], number, first, 80, error)
         != 0;
}

static void
must_key (KeyedRound *keyed, Elsewhere *elsewhere, const char *number, gint64 first)
{
  g_autoptr (GError) error = NULL;

  ballot_elsewhere (keyed, elsewhere, number, first, &error);
  g_assert_no_error (error);
}

/* Gives the graded ballots out and keys those numbered 1 to @n there: the answer, and where it was made. */
static XrKeyingAnswer *
key_ballots_elsewhere (KeyedRound *keyed, guint n, Elsewhere *elsewhere)
{
  *elsewhere = give_out (keyed, keyed->graded);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      must_key (keyed, elsewhere, number, 100);
    }
  return answer_of (elsewhere);
}

static void
assert_refused (KeyedRound *keyed, gint64 component, const XrKeyingAnswer *answer, const char *word)
{
  g_autoptr (GError) error = NULL;
  gint64 sheets = INT ("SELECT count(*) FROM second_sheet");
  gint64 entries = INT ("SELECT count(*) FROM record");

  g_assert_false (xr_keying_answer_take (keyed->base.office, component, answer, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_cmpint (INT ("SELECT count(*) FROM second_sheet"), ==, sheets);
  g_assert_cmpint (INT ("SELECT count(*) FROM record"), ==, entries);
}

static void
must_take (KeyedRound *keyed, gint64 component, const XrKeyingAnswer *answer)
{
  g_autoptr (GError) error = NULL;

  xr_keying_answer_take (keyed->base.office, component, answer, &error);
  g_assert_no_error (error);
}

/* ---- what goes out */

/* Marks, scores and counts of the first keying are all 77.77 or 7777: no text of the task has them. */
static void
test_no_figure_goes_out (KeyedRound *keyed, gconstpointer data)
{
  const gint64 components[] = { keyed->speech, keyed->graded, keyed->votes };
  g_autoptr (GError) error = NULL;
  XrCount count = {
    .group = keyed->votes_group, .candidate = keyed->candidates[0], .field = "yes", .text = "7777"
  };

  xr_score_set (keyed->base.office, keyed->judges[0], keyed->applications[0], 0, "77.77", &error);
  g_assert_no_error (error);
  first_ballot (keyed, "1", 100);
  xr_vote_counts_set (keyed->base.office, keyed->votes, &count, 1, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (components); i++)
    {
      g_autoptr (XrKeyingTask) task = make_task (keyed, components[i]);
      for (guint j = 0; j < XR_TASK_TABLES; j++)
        for (guint k = 0; k < task->rows[j]->len; k++)
          {
            GPtrArray *row = g_ptr_array_index (task->rows[j], k);
            for (guint l = 0; l < row->len; l++)
              g_assert_true (row->pdata[l] == NULL || strstr (row->pdata[l], "7777") == NULL);
          }
    }
}

/* The tables that hold figures are empty on the other computer. */
static void
test_nothing_is_there_but_the_task (KeyedRound *keyed, gconstpointer data)
{
  static const char *const tables[] = { "score",          "mark",   "choice",
                                        "vote_mark",      "tally",  "vote_count",
                                        "direct_score",   "ballot", "second_cell",
                                        "keying_decision" };
  Elsewhere elsewhere;

  first_ballot (keyed, "1", 100);
  elsewhere = give_out (keyed, keyed->graded);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      Fixture there = { .office = elsewhere.office };
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", tables[i]);
      g_assert_cmpint (fixture_int (&there, sql), ==, 0);
    }
  put_away (&elsewhere);
}

static void
test_who_has_left_stays_here (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Elsewhere elsewhere;
  Fixture there;

  xr_application_leave (keyed->base.office, keyed->applications[2], "withdrawn", xr_date_today (),
                        "个人原因", &error);
  g_assert_no_error (error);
  elsewhere = give_out (keyed, keyed->graded);
  there = (Fixture){ .office = elsewhere.office };
  g_assert_cmpint (fixture_int (&there, "SELECT count(*) FROM candidate"), ==, 2);
  g_assert_cmpint (fixture_int (&there, "SELECT count(*) FROM application"), ==, 2);
  put_away (&elsewhere);
}

static void
test_giving_out_is_refused (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrRow) component = NULL;

  first_ballot (keyed, "1", 100);
  /* The person who keyed all of it. */
  g_assert_null (xr_keying_task_make (keyed->base.office, keyed->graded, " 甲", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (xr_keying_task_make (keyed->base.office, keyed->graded, " ", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  g_clear_error (&error);
  /* Everything is there. */
  keyed_round_ballot (keyed, XR_KEYING_SECOND, "乙", keyed->groups[0], "1", 100, 80, &error);
  g_assert_no_error (error);
  g_assert_null (xr_keying_task_make (keyed->base.office, keyed->graded, "乙", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_clear_error (&error);
  /* The plan does not want it. */
  component = xr_office_load (keyed->base.office, xr_table_find ("component"), keyed->direct, NULL);
  xr_row_set (component, "keyed_twice", "no");
  g_assert_true (xr_office_save (keyed->base.office, component, &error));
  g_assert_null (xr_keying_task_make (keyed->base.office, keyed->direct, "乙", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
}

/* ---- there */

static void
test_same_person_is_refused_there (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Elsewhere elsewhere;

  /* Two people keyed the first time; the second one may key the sheet of the first one only. */
  first_ballot (keyed, "1", 100);
  keyed_round_ballot (keyed, XR_KEYING_FIRST, "乙", keyed->groups[0], "2", 100, 80, &error);
  g_assert_no_error (error);
  elsewhere = give_out (keyed, keyed->graded);
  must_key (keyed, &elsewhere, "1", 100);
  g_assert_false (ballot_elsewhere (keyed, &elsewhere, "02", 100, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  put_away (&elsewhere);
}

static void
test_progress (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (XrKeyingProgress) progress = NULL;
  Elsewhere elsewhere;

  first_ballot (keyed, "1", 100);
  first_ballot (keyed, "12", 100);
  elsewhere = give_out (keyed, keyed->graded);
  must_key (keyed, &elsewhere, "012", 100);
  must_key (keyed, &elsewhere, "7", 100);
  progress = xr_keying_task_progress (elsewhere.office);
  g_assert_cmpuint (progress->wanted, ==, 2);
  g_assert_cmpuint (progress->done, ==, 1);
  g_assert_cmpuint (progress->keyed, ==, 2);
  g_assert_true (progress->ballots);
  g_assert_false (progress->counts);
  g_assert_cmpuint (progress->missing->len, ==, 1);
  g_assert_nonnull (strstr (progress->missing->pdata[0], "干部"));
  put_away (&elsewhere);
}

/* A sheet of scores is keyed when all of it is. */
static void
test_progress_of_scores (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Elsewhere elsewhere;

  xr_score_set (keyed->base.office, keyed->judges[0], keyed->applications[0], 0, "90", &error);
  g_assert_no_error (error);
  elsewhere = give_out (keyed, keyed->speech);
  for (guint i = 0; i < 3; i++)
    {
      const XrSecondFigure figure = { .judge = keyed->judges[0],
                                      .candidate = keyed->candidates[i],
                                      .text = i == 1 ? "回避" : "88.5" };
      g_autoptr (XrKeyingProgress) progress = xr_keying_task_progress (elsewhere.office);
      g_assert_cmpuint (progress->wanted, ==, 1);
      g_assert_cmpuint (progress->done, ==, 0);
      g_assert_true (xr_second_set (elsewhere.office, keyed->speech, "乙", &figure, 1, &error));
    }
  {
    g_autoptr (XrKeyingProgress) progress = xr_keying_task_progress (elsewhere.office);
    g_autoptr (XrKeyingAnswer) answer = answer_of (&elsewhere);
    g_assert_cmpuint (progress->done, ==, 1);
    must_take (keyed, keyed->speech, answer);
  }
  /* 90 and 88.5 differ; what only the second person found differs too. */
  keyed_round_assert_state (keyed, keyed->speech, 0, 3);
  put_away (&elsewhere);
}

static void
test_keying_goes_on (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingTask) task = NULL;
  g_autoptr (XrKeyingTask) other = NULL;
  g_autoptr (XrRow) component = NULL;
  g_autofree char *path = g_build_filename (keyed->base.folder, "elsewhere.xuanren", NULL);
  Elsewhere elsewhere = { .path = g_strdup (path) };

  first_ballot (keyed, "1", 100);
  task = make_task (keyed, keyed->graded);
  other = make_task (keyed, keyed->graded);
  elsewhere.office = xr_keying_task_open (task, path, &error);
  must_key (keyed, &elsewhere, "1", 100);
  g_clear_object (&elsewhere.office);
  g_assert_null (xr_keying_task_open (other, path, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_clear_error (&error);
  elsewhere.office = xr_keying_task_open (task, path, &error);
  g_assert_no_error (error);
  {
    g_autoptr (XrKeyingProgress) progress = xr_keying_task_progress (elsewhere.office);
    g_assert_cmpuint (progress->done, ==, 1);
  }
  /* Beginning it cannot be undone. */
  while (xr_office_undo (elsewhere.office, NULL))
    ;
  component = xr_office_load (elsewhere.office, xr_table_find ("component"), keyed->graded, NULL);
  g_assert_nonnull (component);
  put_away (&elsewhere);
}

static void
test_nothing_keyed_is_no_answer (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Elsewhere elsewhere = give_out (keyed, keyed->graded);

  g_assert_null (xr_keying_answer_make (elsewhere.office, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  put_away (&elsewhere);
}

/* ---- what comes back */

static void
test_compared_like_keyed_here (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingAnswer) answer = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const XrDeskLine *line;
  Elsewhere elsewhere;

  first_ballot (keyed, "1", 100);
  first_ballot (keyed, "2", 40);
  elsewhere = give_out (keyed, keyed->graded);
  must_key (keyed, &elsewhere, "2", 100);
  must_key (keyed, &elsewhere, "1", 100);
  answer = answer_of (&elsewhere);
  g_assert_cmpstr (((XrKeyedSheet *) answer->sheets->pdata[0])->number, ==, "1");
  must_take (keyed, keyed->graded, answer);
  keyed_round_assert_state (keyed, keyed->graded, 0, 1);
  lines = xr_keying_list_differences (keyed->base.office, keyed->graded);
  line = g_ptr_array_index (lines, 0);
  g_assert_cmpstr (line->first_text, ==, "不称职");
  g_assert_cmpstr (line->second_text, ==, "优秀");
  g_assert_cmpstr (line->second_keyer, ==, "乙");
  xr_keying_decide (keyed->base.office, keyed->graded, line, XR_CHOOSE_FIRST, NULL, "丙",
                    "核对原件", &error);
  g_assert_no_error (error);
  keyed_round_assert_state (keyed, keyed->graded, 0, 0);
  keyed_round_assert_intact (keyed);
  put_away (&elsewhere);
}

static void
test_ranked_and_counted (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingAnswer) answer = NULL;
  XrCount count = {
    .group = keyed->votes_group, .candidate = keyed->candidates[0], .field = "yes", .text = "12"
  };
  XrSecondFigure figure = { .group = keyed->votes_group,
                            .candidate = keyed->candidates[0],
                            .text = "21" };
  g_autoptr (XrKeyedSheet) sheet = xr_keyed_sheet_new ();
  XrKeyedCell cell = { .candidate = keyed->candidates[1], .value = 1 };
  Elsewhere elsewhere;

  xr_vote_counts_set (keyed->base.office, keyed->votes, &count, 1, &error);
  g_assert_no_error (error);
  elsewhere = give_out (keyed, keyed->votes);
  xr_second_set (elsewhere.office, keyed->votes, "乙", &figure, 1, &error);
  g_assert_no_error (error);
  answer = answer_of (&elsewhere);
  must_take (keyed, keyed->votes, answer);
  keyed_round_assert_state (keyed, keyed->votes, 0, 1);
  put_away (&elsewhere);
  g_clear_pointer (&answer, xr_keying_answer_free);

  elsewhere = give_out (keyed, keyed->ranked);
  sheet->post = keyed->post;
  sheet->group = keyed->ranked_group;
  g_array_append_val (sheet->cells, cell);
  xr_ballot_save (elsewhere.office, XR_KEYING_SECOND, "乙", keyed->ranked, sheet, &error);
  g_assert_no_error (error);
  answer = answer_of (&elsewhere);
  must_take (keyed, keyed->ranked, answer);
  g_assert_cmpint (INT ("SELECT count(*) FROM second_cell WHERE value = 1"), ==, 1);
  keyed_round_assert_intact (keyed);
  put_away (&elsewhere);
}

/* One entry, undone and redone as one; and then the answer may come again. */
static void
test_undo (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingAnswer) answer = NULL;
  g_autofree char *label = NULL;
  Elsewhere elsewhere;

  first_ballot (keyed, "1", 100);
  g_assert_true (xr_waiting_settle (keyed->base.office, 0, 1, &error));
  answer = key_ballots_elsewhere (keyed, 1, &elsewhere);
  must_take (keyed, keyed->graded, answer);
  label = xr_office_dup_undo_label (keyed->base.office);
  g_assert_nonnull (strstr (label, "乙"));
  assert_refused (keyed, keyed->graded, answer, "taken in on");
  g_assert_true (xr_office_undo (keyed->base.office, &error));
  g_assert_cmpint (INT ("SELECT count(*) FROM second_sheet"), ==, 0);
  g_assert_true (xr_office_redo (keyed->base.office, &error));
  g_assert_cmpint (INT ("SELECT count(*) FROM second_sheet"), ==, 1);
  g_assert_true (xr_office_undo (keyed->base.office, &error));
  must_take (keyed, keyed->graded, answer);
  /* Without the entry that it was given out the file is nobody's. */
  g_assert_true (xr_office_undo (keyed->base.office, &error));
  g_assert_true (xr_office_undo (keyed->base.office, &error));
  assert_refused (keyed, keyed->graded, answer, "民主测评");
  keyed_round_assert_intact (keyed);
  put_away (&elsewhere);
}

static void
test_wrong_round_is_refused (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (XrKeyingAnswer) answer = NULL;
  Elsewhere elsewhere;

  first_ballot (keyed, "1", 100);
  answer = key_ballots_elsewhere (keyed, 1, &elsewhere);
  assert_refused (keyed, keyed->ranked, answer, "民主测评");
  /* One of another office file. */
  g_free (answer->id);
  answer->id = g_strdup ("00000000-0000-4000-8000-000000000000");
  assert_refused (keyed, keyed->graded, answer, "民主测评");
  g_clear_pointer (&answer->id, g_free);
  assert_refused (keyed, keyed->graded, answer, "民主测评");
  put_away (&elsewhere);
}

static void
test_changed_plan_is_refused (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingAnswer) answer = NULL;
  g_autoptr (XrRow) dimension = NULL;
  Elsewhere elsewhere;

  first_ballot (keyed, "1", 100);
  answer = key_ballots_elsewhere (keyed, 1, &elsewhere);
  dimension = xr_office_load (keyed->base.office, xr_table_find ("dimension"), keyed->dimensions[1],
                              NULL);
  xr_row_set (dimension, "name", "勤");
  g_assert_true (xr_office_save (keyed->base.office, dimension, &error));
  assert_refused (keyed, keyed->graded, answer, "");
  xr_row_set (dimension, "name", "能");
  g_assert_true (xr_office_save (keyed->base.office, dimension, &error));
  must_take (keyed, keyed->graded, answer);
  put_away (&elsewhere);
}

/* What was changed in the answer after it was made, by somebody who has the passphrase. */
static void
test_altered_answer_is_refused (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (XrKeyingAnswer) answer = NULL;
  XrKeyedSheet *sheet;
  XrKeyedCell *cell;
  Elsewhere elsewhere;

  first_ballot (keyed, "1", 100);
  first_ballot (keyed, "2", 100);
  answer = key_ballots_elsewhere (keyed, 2, &elsewhere);
  sheet = g_ptr_array_index (answer->sheets, 1);
  cell = &g_array_index (sheet->cells, XrKeyedCell, 0);
#define WITH(place, changed)                                                                       \
  {                                                                                                \
    gint64 was = place;                                                                            \
    place = changed;                                                                               \
    assert_refused (keyed, keyed->graded, answer, "");                                             \
    place = was;                                                                                   \
  }
  WITH (cell->value, 990000)
  WITH (cell->candidate, 0)
  WITH (cell->candidate, 999)
  WITH (cell->dimension, 999)
  WITH (sheet->group, 0)
  WITH (sheet->group, keyed->votes_group)
  WITH (sheet->judge, keyed->judges[0])
  WITH (sheet->post, keyed->post)
#undef WITH
  /* The same ballot twice. */
  g_free (sheet->number);
  sheet->number = g_strdup ("01");
  assert_refused (keyed, keyed->graded, answer, "");
  g_free (sheet->number);
  sheet->number = g_strdup ("2");
  must_take (keyed, keyed->graded, answer);
  put_away (&elsewhere);
}

static void
test_keyed_here_meanwhile_is_refused (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingAnswer) answer = NULL;
  Elsewhere elsewhere;

  first_ballot (keyed, "1", 100);
  answer = key_ballots_elsewhere (keyed, 2, &elsewhere);
  keyed_round_ballot (keyed, XR_KEYING_SECOND, "丁", keyed->groups[0], "01", 100, 80, &error);
  g_assert_no_error (error);
  assert_refused (keyed, keyed->graded, answer, "丁");
  put_away (&elsewhere);
}

static void
test_same_person_is_refused (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrKeyingAnswer) answer = NULL;
  Elsewhere elsewhere;

  first_ballot (keyed, "1", 100);
  answer = key_ballots_elsewhere (keyed, 2, &elsewhere);
  /* While the file was away its keyer keyed a sheet here the first time. */
  keyed_round_ballot (keyed, XR_KEYING_FIRST, "乙", keyed->groups[0], "2", 100, 80, &error);
  g_assert_no_error (error);
  assert_refused (keyed, keyed->graded, answer, "乙");
  put_away (&elsewhere);
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
  add ("/keying-file/no-figure-goes-out", test_no_figure_goes_out);
  add ("/keying-file/nothing-is-there-but-the-task", test_nothing_is_there_but_the_task);
  add ("/keying-file/who-has-left-stays-here", test_who_has_left_stays_here);
  add ("/keying-file/giving-out-is-refused", test_giving_out_is_refused);
  add ("/keying-file/same-person-is-refused-there", test_same_person_is_refused_there);
  add ("/keying-file/progress", test_progress);
  add ("/keying-file/progress-of-scores", test_progress_of_scores);
  add ("/keying-file/keying-goes-on", test_keying_goes_on);
  add ("/keying-file/nothing-keyed-is-no-answer", test_nothing_keyed_is_no_answer);
  add ("/keying-file/compared-like-keyed-here", test_compared_like_keyed_here);
  add ("/keying-file/ranked-and-counted", test_ranked_and_counted);
  add ("/keying-file/undo", test_undo);
  add ("/keying-file/wrong-round-is-refused", test_wrong_round_is_refused);
  add ("/keying-file/changed-plan-is-refused", test_changed_plan_is_refused);
  add ("/keying-file/altered-answer-is-refused", test_altered_answer_is_refused);
  add ("/keying-file/keyed-here-meanwhile-is-refused", test_keyed_here_meanwhile_is_refused);
  add ("/keying-file/same-person-is-refused", test_same_person_is_refused);
  return g_test_run ();
}
