/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of a ballot: what may be typed into a cell of each kind of ballot, and what the keys mean. */
#include "config.h"

#include "keyed-round.h"
#include "stages/ballot-model.h"

#include <string.h>

static XrGridModel *
open_pad (KeyedRound *keyed, gint64 component, gint64 post, XrBallotDraft **draft)
{
  return xr_ballot_model_new (keyed->base.office, keyed->base.round, component, post, NULL, draft);
}

static void
assert_refused (XrGridModel *model, const char *text, const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (xr_grid_model_set (model, 0, 0, text, &error));
  g_assert_nonnull (strstr (error->message, word));
  g_assert_cmpstr (xr_grid_model_cell (model, 0, 0), ==, "");
}

static void
test_grades (KeyedRound *keyed, gconstpointer data)
{
  XrBallotDraft *draft = NULL;
  g_autoptr (XrGridModel) model = open_pad (keyed, keyed->graded, 0, &draft);

  assert_refused (model, "5", "not a grade");
  g_assert_false (xr_grid_model_type (model, 0, 0, '4'));
  g_assert_true (xr_grid_model_type (model, 0, 0, '1'));
  g_assert_cmpstr (xr_grid_model_cell (model, 0, 0), ==, "优秀");
}

/* Without grades a mark is a number up to the full mark, told at the cell and not when all is keyed. */
static void
test_points (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) grades = xr_office_query (keyed->base.office, xr_table_find ("grade"),
                                                  "component_id", keyed->graded);
  XrBallotDraft *draft = NULL;
  g_autoptr (XrGridModel) model = NULL;
  g_autofree char *legend = NULL;

  for (guint i = 0; i < grades->len; i++)
    g_assert_true (xr_office_delete (keyed->base.office, xr_table_find ("grade"),
                                     xr_row_get_id (g_ptr_array_index (grades, i)), NULL));
  model = open_pad (keyed, keyed->graded, 0, &draft);
  legend = xr_ballot_draft_dup_legend (draft);
  g_assert_nonnull (strstr (legend, "100"));
  assert_refused (model, "120", "0 to 100");
  assert_refused (model, "-1", "-1");
  assert_refused (model, "100.0001", "0 to 100");
  assert_refused (model, "x", "x");
  g_assert_true (xr_grid_model_set (model, 0, 0, "100", &error));
  g_assert_true (xr_grid_model_set (model, 0, 1, "0", &error));
  g_assert_true (xr_grid_model_type (model, 1, 0, ' '));
  g_assert_cmpint (xr_ballot_draft_save (draft, keyed->groups[0], "1", &error), !=, 0);
  g_assert_cmpint (fixture_int (&keyed->base, "SELECT max(points) FROM mark"), ==, 1000000);
}

static void
test_places (KeyedRound *keyed, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  XrBallotDraft *draft = NULL;
  g_autoptr (XrGridModel) model = open_pad (keyed, keyed->ranked, keyed->post, &draft);

  assert_refused (model, "9", "“9”");
  g_assert_true (xr_grid_model_set (model, 0, 0, "2", &error));
  g_assert_true (xr_grid_model_set (model, 1, 0, "02", &error));
  /* Twice the same name is a void ballot, which the sentence says. */
  g_assert_cmpint (xr_ballot_draft_save (draft, keyed->ranked_group, "1", &error), ==, 0);
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
}

static void
add (const char *path, void (*test) (KeyedRound *, gconstpointer))
{
  g_test_add (path, KeyedRound, NULL, keyed_round_set_up, test, keyed_round_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/ui/ballot-model/grades", test_grades);
  add ("/ui/ballot-model/points", test_points);
  add ("/ui/ballot-model/places", test_places);
  return g_test_run ();
}
