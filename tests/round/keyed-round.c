/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of keying share: a round in which everything is keyed twice. */

#include "keyed-round.h"

#define ADD(table, owner, ...) fixture_add (&keyed->base, table, owner, __VA_ARGS__, NULL)

static gint64
add_component (KeyedRound *keyed, const char *name, const char *method)
{
  return ADD ("component", keyed->base.round, "name", name, "method", method, "weight", "20",
              "stage", "5", "keyed_twice", "hand");
}

static void
add_candidates (KeyedRound *keyed)
{
  static const char *const names[] = { "张三", "李四", "王五" };

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XrRow) row = xr_row_new (xr_table_find ("candidate"), keyed->base.round);

      xr_row_set (row, "name", names[i]);
      g_assert_true (xr_candidate_register (keyed->base.office, row, keyed->post, &error));
      keyed->candidates[i] = xr_row_get_id (row);
      keyed->applications[i] = fixture_int (&keyed->base, "SELECT max(id) FROM application");
    }
}

void
keyed_round_set_up (KeyedRound *keyed, gconstpointer data)
{
  fixture_set_up (&keyed->base, data);
  xr_office_set_operator (keyed->base.office, "甲");
  keyed->post = ADD ("post", keyed->base.round, "name", "科长", "vacancies", "1");
  keyed->speech = add_component (keyed, "竞岗演讲", "judges");
  keyed->graded = add_component (keyed, "民主测评", "graded");
  keyed->ranked = add_component (keyed, "民主推荐", "ranked");
  keyed->votes = add_component (keyed, "民主投票", "share");
  keyed->direct = add_component (keyed, "平时考核", "direct");
  keyed->dimensions[0] = ADD ("dimension", keyed->graded, "name", "德");
  keyed->dimensions[1] = ADD ("dimension", keyed->graded, "name", "能");
  ADD ("grade", keyed->graded, "name", "优秀", "points", "100");
  ADD ("grade", keyed->graded, "name", "称职", "points", "80");
  ADD ("grade", keyed->graded, "name", "不称职", "points", "40");
  ADD ("place_points", keyed->ranked, "place", "1", "points", "1");
  ADD ("place_points", keyed->ranked, "place", "2", "points", "0.8");
  ADD ("place_points", keyed->ranked, "place", "0", "points", "0.6");
  keyed->groups[0] = ADD ("voter_group", keyed->graded, "name", "干部");
  keyed->groups[1] = ADD ("voter_group", keyed->graded, "name", "职工");
  keyed->ranked_group = ADD ("voter_group", keyed->ranked, "name", "全体");
  keyed->votes_group = ADD ("voter_group", keyed->votes, "name", "全体");
  add_candidates (keyed);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *post = g_strdup_printf ("%" G_GINT64_FORMAT, keyed->post);
      keyed->judges[i] = ADD ("judge", keyed->speech, "name", i == 0 ? "评委一" : "评委二",
                              "post_id", post);
    }
}

void
keyed_round_tear_down (KeyedRound *keyed, gconstpointer data)
{
  fixture_tear_down (&keyed->base, data);
}

gint64
keyed_round_ballot (KeyedRound *keyed, XrKeying keying, const char *keyer, gint64 group,
                    const char *number, gint64 first, gint64 points, GError **error)
{
  g_autoptr (XrKeyedSheet) sheet = xr_keyed_sheet_new ();

  sheet->group = group;
  g_free (sheet->number);
  sheet->number = g_strdup (number);
  for (guint i = 0; i < 6; i++)
    {
      XrKeyedCell cell = { .candidate = keyed->candidates[i / 2],
                           .dimension = keyed->dimensions[i % 2],
                           .value = (i == 0 ? first : points) * XR_DECIMAL_SCALE };
      g_array_append_val (sheet->cells, cell);
    }
  return xr_ballot_save (keyed->base.office, keying, keyer, keyed->graded, sheet, error) ? sheet->id
                                                                                         : 0;
}

void
keyed_round_assert_intact (KeyedRound *keyed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XrVerification) verification = xr_record_verify (
    xr_office_get_database (keyed->base.office), NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < verification->faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (verification->faults, i));
  g_assert_true (verification->intact);
}

void
keyed_round_assert_state (KeyedRound *keyed, gint64 component, guint missing, guint differences)
{
  g_autoptr (XrKeyingComparison) comparison = xr_component_compare_keyings (keyed->base.office,
                                                                            component);

  g_assert_cmpuint (comparison->missing->len, ==, missing);
  g_assert_cmpuint (comparison->differences->len, ==, differences);
}
