/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets for the explanations say what the ballots in the file say: the result without each ballot is the
 * one of a file from which it was deleted, and the marks of two people add up to the case's sums. */

#include "fixture.h"

#include "round/ballot-sheets.h"
#include "round/demo.h"
#include "round/sql.h"

/* Nothing here writes: one file does for all tests. */
static Fixture shared;
static XrOffice *office;

static void
set_up (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  shared.folder = g_dir_make_tmp ("xuanren-sheets-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (shared.folder, "demo.xuanren", NULL);
  office = shared.office = xr_office_create (path, &error);
  g_assert_no_error (error);
  xr_demo_create (office, &error);
  g_assert_no_error (error);
}

typedef void (*CheckFunc) (gint64 round, const XrCase *contest, const XrPostResult *post,
                           int component, guint *n);

/* Goes through the components of all rounds that have ballots. */
static void
foreach_component (CheckFunc check, guint fewest)
{
  guint n = 0;

  for (gint64 round = 1; round <= 3; round++)
    {
      const XrCase *contest = NULL;
      const XrResult *result = xr_round_get_result (office, round, &contest, NULL);

      for (guint p = 0; p < result->posts->len; p++)
        for (int c = 0; c < (int) contest->plan->components->len; c++)
          if (xr_explain_is_voted (g_ptr_array_index (contest->plan->components, c)))
            check (round, contest, g_ptr_array_index (result->posts, p), c, &n);
    }
  g_assert_cmpuint (n, >, fewest);
}

static XrResult *
work_out_without (gint64 round, gint64 ballot)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrCase) contest = NULL;
  const XrParam params[] = { XR_INT (":id", ballot), { NULL } };

  g_assert_true (xr_office_begin (office, &error));
  g_assert_true (xr_sql_run (office, "DELETE FROM mark WHERE ballot_id = :id", params, &error));
  g_assert_true (xr_sql_run (office, "DELETE FROM choice WHERE ballot_id = :id", params, &error));
  g_assert_true (xr_sql_run (office, "DELETE FROM ballot WHERE id = :id", params, &error));
  contest = xr_round_load_case (office, round, XR_LOAD_EVIDENCE, &error);
  g_assert_no_error (error);
  xr_office_rollback (office);
  return xr_result_compute (contest);
}

static void
compare (const XrPostResult *before, const XrWithout *without, const XrResult *after)
{
  const XrPostResult *post = g_ptr_array_index (after->posts, before->post);

  for (guint i = 0; i < before->standings->len; i++)
    for (guint k = 0; k < post->standings->len; k++)
      {
        const XrStanding *old = g_ptr_array_index (before->standings, i);
        const XrStanding *new = g_ptr_array_index (post->standings, k);

        if (old->application != new->application)
          continue;
        g_assert_cmpint (without->ranks[i], ==, new->rank);
        g_assert_cmpint (without->shortlisted[i], ==, new->shortlisted);
      }
}

static void
check_without (gint64 round, const XrCase *contest, const XrPostResult *post, int component,
               guint *n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrSheetReader) reader = xr_sheet_reader_new (office, contest, component, post->post,
                                                          &error);
  const XrComponent *plan = g_ptr_array_index (contest->plan->components, component);
  gint64 last = 0;
  XrBallotSheet *sheet;

  g_assert_no_error (error);
  if (xr_sheet_reader_count (reader) != xr_sheet_reader_count_shown (reader))
    return;
  while ((sheet = xr_sheet_reader_next (reader)) != NULL)
    {
      g_autoptr (XrWithout) without = xr_explain_without_ballot (contest, post, component, sheet);
      g_autoptr (XrResult) after = NULL;

      last = xr_sql_int (
        office,
        "SELECT min(id) FROM ballot WHERE component_id = :component AND id > :last"
        " AND (post_id IS NULL OR post_id = :post)",
        XR_PARAMS (
          XR_INT (":component", plan->id), XR_INT (":last", last),
          XR_INT (":post", ((XrPost *) g_ptr_array_index (contest->plan->posts, post->post))->id)),
        0);
      after = work_out_without (round, last);
      compare (post, without, after);
      xr_ballot_sheet_free (sheet);
      *n += 1;
    }
}

static void
test_without (void)
{
  foreach_component (check_without, 20);
}

static gboolean
equals (const XrGradedSum *a, const XrGradedSum *b)
{
  return a->component == b->component && a->group == b->group && a->candidate == b->candidate
         && a->weight == b->weight && a->points == b->points && a->count == b->count;
}

/* The marks of the first two against the sums of the first. */
static void
check_pair (gint64 round, const XrCase *contest, const XrPostResult *post, int component, guint *n)
{
  const XrComponent *plan = g_ptr_array_index (contest->plan->components, component);
  g_autoptr (XrSheetReader) reader = xr_sheet_reader_new (office, contest, component, post->post,
                                                          NULL);
  const XrStanding *upper = g_ptr_array_index (post->standings, 0);
  const XrStanding *lower = g_ptr_array_index (post->standings, 1);
  g_autoptr (GPtrArray) sheets = xr_sheet_reader_load_pair (reader, upper->application,
                                                            lower->application, NULL);
  XrGradedCounter *counter;
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (XrGradedSum));
  g_autoptr (XrCase) other = NULL;
  gint64 id = 0;

  if (plan->method != XR_METHOD_GRADED_BALLOT || sheets->len == 0)
    return;
  counter = xr_graded_counter_new (plan, component);
  for (guint i = 0; i < sheets->len; i++)
    {
      const XrBallotSheet *sheet = g_ptr_array_index (sheets, i);

      for (gint64 k = 0; k < sheet->count; k++, id++)
        for (int d = 0; d < (int) plan->dimensions->len; d++)
          if (sheet->values[d] >= 0)
            xr_graded_counter_add (counter, id, sheet->group, upper->candidate, d,
                                   (XrDecimal){ sheet->values[d] });
    }
  xr_graded_counter_finish (counter, sums);
  for (guint i = 0; i < sums->len; i++)
    {
      const XrGradedSum *sum = &g_array_index (sums, XrGradedSum, i);
      gboolean found = FALSE;

      for (guint k = 0; k < contest->graded_sums->len; k++)
        found = found || equals (sum, &g_array_index (contest->graded_sums, XrGradedSum, k));
      g_assert_true (found);
      *n += 1;
    }
}

static void
test_pair (void)
{
  foreach_component (check_pair, 2);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/ballot-sheets/without", test_without);
  g_test_add_func ("/ballot-sheets/pair", test_pair);
  status = g_test_run ();
  fixture_tear_down (&shared, NULL);
  return status;
}
