/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lots: drawn from a seed, drawn again by anybody with the same result, refused with a sentence. */

#include "config.h"

#include "round/command.h"
#include "round/lots.h"
#include "story.h"

#define OFFICE story->base.office
#define ROUND  story->base.round
#define SEED   "20260310 晴"

static char *
digest (const char *subject, const char *item)
{
  g_autofree char *text = g_strconcat ("xuanren-lot-1\n" SEED "\n", subject, "\n", item, NULL);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static XrRow *
draw (Story *story, const XrLotScope *scope, const XrLotWish *wish)
{
  g_autoptr (GError) error = NULL;

  xr_lot_draw (OFFICE, scope, wish, &error);
  g_assert_no_error (error);
  return xr_lot_find (OFFICE, scope);
}

/* Refused with a sentence that has @words in it, and nothing is drawn. */
static void
refuse (Story *story, const XrLotScope *scope, const XrLotWish *wish, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (xr_lot_draw (OFFICE, scope, wish, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_VALUE);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” says nothing of “%s”", error->message, words);
}

/* Every seat is where the hash of @subject puts it, whatever the program thinks. */
static void
assert_sorted (Story *story, XrRow *lot, const char *subject)
{
  g_autoptr (GPtrArray) seats = xr_lot_list (OFFICE, xr_row_get_id (lot));
  g_autofree char *last = NULL;

  g_assert_cmpint (seats->len, >, 1);
  for (guint i = 0; i < seats->len; i++)
    {
      const XrLotSeat *seat = g_ptr_array_index (seats, i);
      g_autofree char *own = digest (subject, seat->item);
      g_autofree char *check = xr_lot_dup_check (lot, seat);
      g_assert_cmpint (seat->place, ==, i + 1);
      g_assert_true (g_str_has_prefix (own, check));
      g_assert_true (last == NULL || strcmp (last, own) < 0);
      g_free (last);
      last = g_steal_pointer (&own);
    }
  g_assert_true (xr_lot_agrees (OFFICE, lot));
}

static void
test_order_of_speech (Story *story, gconstpointer data)
{
  const XrLotScope scope = { XR_LOT_ORDER, .post = story->post };
  const XrLotWish blank = { .seed = " ", .by = "主持" }, nobody = { .seed = SEED, .by = "" };
  const XrLotWish wish = { .seed = " " SEED " ", .by = "主持" };
  g_autoptr (XrRow) lot = NULL;

  story_reach (story, XR_STAGE_SPEECH);
  refuse (story, &scope, &blank, "seed");
  refuse (story, &scope, &nobody, "who draws");
  g_assert_null (xr_lot_find (OFFICE, &scope));
  lot = draw (story, &scope, &wish);
  assert_sorted (story, lot, "办公室主任");
}

static void
test_order_of_a_component_goes_before (Story *story, gconstpointer data)
{
  const XrLotScope speech = { XR_LOT_ORDER, .post = story->post };
  const XrLotScope own = { XR_LOT_ORDER, .component = story->speech };
  const XrLotWish wish = { .seed = SEED, .by = "主持" };
  g_autoptr (XrRow) first = NULL;
  g_autoptr (XrRow) lot = NULL;
  g_autoptr (GPtrArray) seats = NULL;
  g_autoptr (GArray) order = NULL;

  story_reach (story, XR_STAGE_SPEECH);
  first = draw (story, &speech, &wish);
  lot = draw (story, &own, &wish);
  assert_sorted (story, lot, "竞岗演讲·出场顺序");
  seats = xr_lot_list (OFFICE, xr_row_get_id (lot));
  order = xr_lot_order (OFFICE, story->speech, story->post);
  for (guint i = 0; i < seats->len; i++)
    g_assert_cmpint (((XrLotSeat *) seats->pdata[i])->application, ==,
                     g_array_index (order, gint64, i));
  g_array_unref (order);
  order = xr_lot_order (OFFICE, story->appraisal, story->post);
  g_ptr_array_unref (seats);
  seats = xr_lot_list (OFFICE, xr_row_get_id (first));
  for (guint i = 0; i < seats->len; i++)
    g_assert_cmpint (((XrLotSeat *) seats->pdata[i])->application, ==,
                     g_array_index (order, gint64, i));
}

static void
test_rooms_are_dealt_in_turn (Story *story, gconstpointer data)
{
  const XrLotScope scope = { XR_LOT_ROOMS, .component = story->speech, .post = story->post };
  const XrLotWish none = { .seed = SEED, .by = "主持" };
  const XrLotWish one = { .seed = SEED, .by = "主持", .parts = "东厅" };
  const XrLotWish many = { .seed = SEED, .by = "主持", .parts = "4" };
  const XrLotWish twice = { .seed = SEED, .by = "主持", .parts = "东厅，西厅、东厅" };
  const XrLotWish wish = { .seed = SEED, .by = "主持", .parts = "东厅，西厅" };
  g_autoptr (XrRow) lot = NULL;
  g_autoptr (GPtrArray) seats = NULL;

  story_reach (story, XR_STAGE_SPEECH);
  refuse (story, &scope, &none, "two or more rooms");
  refuse (story, &scope, &one, "two or more rooms");
  refuse (story, &scope, &many, "3 candidates for 4 rooms");
  refuse (story, &scope, &twice, "东厅");
  lot = draw (story, &scope, &wish);
  assert_sorted (story, lot, "竞岗演讲·考场分组·办公室主任");
  seats = xr_lot_list (OFFICE, xr_row_get_id (lot));
  for (guint i = 0; i < seats->len; i++)
    {
      const XrLotSeat *seat = seats->pdata[i];
      g_autofree char *room = xr_lot_dup_room (OFFICE, story->speech, seat->application);
      g_assert_cmpstr (seat->part, ==, i % 2 == 0 ? "东厅" : "西厅");
      g_assert_cmpstr (room, ==, seat->part);
    }
}

static void
test_judges_out_of_a_pool (Story *story, gconstpointer data)
{
  const XrLotScope scope = { XR_LOT_PEOPLE, .component = story->speech, .post = story->post };
  XrLotWish wish = {
    .seed = SEED, .by = "主持", .parts = "2", .pool = "甲一\n乙二、丙三，丁四;戊五\t己六"
  };
  guint fates[3] = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (XrRow) lot = NULL;
  g_autoptr (GPtrArray) seats = NULL;
  gint64 before = 0;

  story_reach (story, XR_STAGE_SPEECH);
  wish.seats = "三";
  refuse (story, &scope, &wish, "whole number from 1");
  wish.seats = "3";
  wish.reserves = "1";
  refuse (story, &scope, &wish, "6 people, and 7 are needed");
  wish.seats = "";
  refuse (story, &scope, &wish, "before those who stand by");
  wish.seats = "2";
  lot = draw (story, &scope, &wish);
  assert_sorted (story, lot, "竞岗演讲·人员抽取·办公室主任");
  seats = xr_lot_list (OFFICE, xr_row_get_id (lot));
  for (guint i = 0; i < seats->len; i++)
    fates[((XrLotSeat *) seats->pdata[i])->fate]++;
  g_assert_cmpint (fates[XR_LOT_DRAWN], ==, 4);
  g_assert_cmpint (fates[XR_LOT_RESERVE], ==, 1);
  g_assert_cmpint (fates[XR_LOT_LEFT_OVER], ==, 1);
  before = fixture_int (&story->base, "SELECT count(*) FROM judge");
  g_assert_cmpint (xr_lot_seat_judges (OFFICE, xr_row_get_id (lot), &error), ==, 4);
  g_assert_no_error (error);
  g_assert_cmpint (xr_lot_seat_judges (OFFICE, xr_row_get_id (lot), &error), ==, 0);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_int (&story->base, "SELECT count(*) FROM judge"), ==, before + 4);
  g_assert_cmpint (fixture_int (&story->base, "SELECT count(DISTINCT panel) FROM judge"), ==, 2);
}

static void
test_drawing_again_needs_a_reason (Story *story, gconstpointer data)
{
  const XrLotScope scope = { XR_LOT_ORDER, .post = story->post };
  XrLotWish wish = { .seed = SEED, .by = "主持" };
  g_autoptr (XrRow) first = NULL;
  g_autoptr (XrRow) second = NULL;
  g_autoptr (XrRow) undone = NULL;
  g_autoptr (GError) error = NULL;

  story_reach (story, XR_STAGE_SPEECH);
  first = draw (story, &scope, &wish);
  wish.seed = "别的";
  refuse (story, &scope, &wish, "drawn again");
  wish.reason = "有人迟到";
  second = draw (story, &scope, &wish);
  g_assert_cmpstr (xr_row_get (second, "reason"), ==, "有人迟到");
  g_assert_cmpint (fixture_int (&story->base, "SELECT count(*) FROM lot_place"), ==, 3);
  g_assert_true (xr_office_undo (OFFICE, &error));
  g_assert_no_error (error);
  undone = xr_lot_find (OFFICE, &scope);
  g_assert_cmpstr (xr_row_get (undone, "seed"), ==, SEED);
  g_assert_true (xr_lot_agrees (OFFICE, undone));
}

/* What was changed by another hand than the command no longer agrees with the seed. */
static void
test_a_forged_lot_does_not_agree (Story *story, gconstpointer data)
{
  const XrLotScope scope = { XR_LOT_ORDER, .post = story->post };
  const XrLotWish wish = { .seed = SEED, .by = "主持" };
  g_autoptr (XrRow) lot = NULL;
  g_autoptr (GError) error = NULL;

  story_reach (story, XR_STAGE_SPEECH);
  lot = draw (story, &scope, &wish);
  g_assert_true (xr_office_begin (OFFICE, &error));
  xr_sql_run (OFFICE, "UPDATE lot_place SET place = 9 - place", XR_NO_PARAMS, &error);
  xr_command_finish (OFFICE, error == NULL, "lot.draw", "", NULL, ROUND, XR_ENTRY_NORMAL, &error);
  g_assert_no_error (error);
  g_assert_false (xr_lot_agrees (OFFICE, lot));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, function)                                                                       \
  g_test_add ("/lots/" name, Story, NULL, story_set_up, function, story_tear_down)
  TEST ("the order of speech can be drawn again by anybody", test_order_of_speech);
  TEST ("the order of a component goes before that of the post",
        test_order_of_a_component_goes_before);
  TEST ("rooms are dealt in turn", test_rooms_are_dealt_in_turn);
  TEST ("judges are drawn out of a pool and seated once", test_judges_out_of_a_pool);
  TEST ("drawing again needs a reason and can be undone", test_drawing_again_needs_a_reason);
  TEST ("a lot that was changed does not agree with its seed", test_a_forged_lot_does_not_agree);
  return g_test_run ();
}
