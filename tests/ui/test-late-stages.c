/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of stages 7 to 10 read from a round, without their widgets: steps with their marks, the
 * days of a period in words, and the text of the notice. They look at the closed example round. */
#include "config.h"

#include <glib/gstdio.h>

#include "round/commands.h"
#include "round/demo.h"
#include "round/round.h"
#include "stages/appointment-steps.h"
#include "stages/inspection-steps.h"
#include "stages/people.h"
#include "stages/publicity-notice.h"
#include "widgets/day-strip.h"

typedef struct
{
  char *folder;
  XrOffice *office;
  gint64 round;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  fixture->folder = g_dir_make_tmp ("xr-late-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "office.xuanren", NULL);
  fixture->office = xr_office_create (path, &error);
  g_assert_no_error (error);
  xr_demo_create (fixture->office, &error);
  g_assert_no_error (error);
  rows = xr_office_query (fixture->office, xr_table_find ("publicity"), NULL, 0);
  g_assert_cmpuint (rows->len, ==, 1);
  fixture->round = xr_row_get_owner (g_ptr_array_index (rows, 0));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (fixture->office);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static const XrStageStep *
get_step (GPtrArray *steps, guint i)
{
  g_assert_cmpuint (i, <, steps->len);
  return g_ptr_array_index (steps, i);
}

/* ---- steps as such */

static void
add (GPtrArray *steps, XrMark mark)
{
  g_ptr_array_add (steps, xr_stage_step_new (mark, "step", NULL, NULL));
}

static void
test_next_step_is_due (void)
{
  g_autoptr (GPtrArray) steps = xr_steps_new ();

  add (steps, XR_MARK_DONE);
  add (steps, XR_MARK_TO_COME);
  add (steps, XR_MARK_TO_COME);
  g_assert_cmpint (xr_steps_sum_up (steps), ==, XR_MARK_NOW);
  xr_steps_mark_next (steps);
  g_assert_cmpint (get_step (steps, 1)->mark, ==, XR_MARK_NOW);
  g_assert_cmpint (get_step (steps, 2)->mark, ==, XR_MARK_TO_COME);
  xr_steps_mark_next (steps);
  g_assert_cmpint (get_step (steps, 2)->mark, ==, XR_MARK_TO_COME);
}

static void
test_gravest_step_counts (void)
{
  g_autoptr (GPtrArray) steps = xr_steps_new ();

  add (steps, XR_MARK_TO_COME);
  g_assert_cmpint (xr_steps_sum_up (steps), ==, XR_MARK_TO_COME);
  g_ptr_array_set_size (steps, 0);
  add (steps, XR_MARK_DONE);
  add (steps, XR_MARK_SKIPPED);
  g_assert_cmpuint (xr_steps_count_done (steps), ==, 2);
  g_assert_cmpint (xr_steps_sum_up (steps), ==, XR_MARK_DONE);
  add (steps, XR_MARK_ATTENTION);
  g_assert_cmpint (xr_steps_sum_up (steps), ==, XR_MARK_ATTENTION);
  add (steps, XR_MARK_BLOCKED);
  g_assert_cmpint (xr_steps_sum_up (steps), ==, XR_MARK_BLOCKED);
}

/* ---- inspection */

static void
test_conclusions_have_marks (void)
{
  g_assert_cmpint (xr_inspection_mark_conclusion ("clear"), ==, XR_MARK_DONE);
  g_assert_cmpint (xr_inspection_mark_conclusion ("minor"), ==, XR_MARK_ATTENTION);
  g_assert_cmpint (xr_inspection_mark_conclusion ("problem"), ==, XR_MARK_BLOCKED);
  g_assert_cmpint (xr_inspection_mark_conclusion ("not-due"), ==, XR_MARK_SKIPPED);
  g_assert_cmpint (xr_inspection_mark_conclusion (NULL), ==, XR_MARK_TO_COME);
}

static void
test_inspection_of_everybody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) people = xr_people_shortlisted (fixture->office, fixture->round);
  guint n_done = 0, n_blocked = 0;

  g_assert_cmpuint (people->len, ==, 4);
  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr (GPtrArray) steps = xr_inspection_steps (fixture->office,
                                                         g_array_index (people, gint64, i));
      XrMark mark = xr_steps_sum_up (steps);
      n_done += mark == XR_MARK_DONE ? 1 : 0;
      n_blocked += mark == XR_MARK_BLOCKED ? 1 : 0;
    }
  g_assert_cmpuint (n_done, ==, 3);
  g_assert_cmpuint (n_blocked, ==, 1);
}

static void
test_inspection_of_nobody_yet (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) steps = xr_inspection_steps (fixture->office, 999999);

  g_assert_cmpint (get_step (steps, 0)->mark, ==, XR_MARK_NOW);
  g_assert_cmpstr (get_step (steps, 0)->place, ==, "inspection");
  /* No complaint is no fault. */
  g_assert_cmpuint (xr_steps_count_done (steps), ==, 1);
}

/* ---- meeting, appointment, those to be told */

static void
test_outlook_of_the_meeting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) meetings = xr_office_query (fixture->office, xr_table_find ("meeting"),
                                                    "round_id", fixture->round);
  g_autoptr (GError) error = NULL;
  g_autoptr (XrVoteOutcome) outcome = xr_meeting_outlook (
    fixture->office, xr_row_get_id (g_ptr_array_index (meetings, 0)), &error);

  g_assert_no_error (error);
  g_assert_cmpint (outcome->members, ==, 11);
  g_assert_cmpint (outcome->present, ==, 10);
  g_assert_true (outcome->quorate);
  /* More than two thirds of eleven. */
  g_assert_cmpint (outcome->needed, ==, 8);
}

static void
test_chain_of_an_appointment (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) chosen = xr_round_chosen (fixture->office, fixture->round);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) none = xr_appointment_steps (fixture->office, 999999);

  g_assert_cmpuint (chosen->len, ==, 2);
  steps = xr_appointment_steps (fixture->office, g_array_index (chosen, gint64, 0));
  g_assert_cmpuint (steps->len, ==, 6);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (get_step (steps, i)->mark, ==, XR_MARK_DONE);
  g_assert_nonnull (strstr (get_step (steps, 4)->detail, "2027-04-17"));
  g_assert_cmpint (get_step (steps, 5)->mark, ==, XR_MARK_TO_COME);
  g_assert_cmpint (get_step (none, 0)->mark, ==, XR_MARK_NOW);
}

static void
test_who_is_to_be_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) before = xr_people_untold (fixture->office, fixture->round);
  g_autoptr (GArray) after = NULL;
  g_autoptr (GPtrArray) rows = xr_office_query_round (
    fixture->office, xr_table_find ("notification"), fixture->round);
  gint64 id = xr_row_get_id (g_ptr_array_index (rows, 0));
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (before->len, ==, 0);
  xr_stage_reopen (fixture->office, fixture->round, XR_STAGE_APPOINTMENT, "王某", "漏记", &error);
  g_assert_no_error (error);
  xr_office_delete (fixture->office, xr_table_find ("notification"), id, &error);
  g_assert_no_error (error);
  after = xr_people_untold (fixture->office, fixture->round);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpint (g_array_index (after, gint64, 0), ==, id);
}

/* ---- publicity */

static void
test_days_explain_themselves (void)
{
  const XrDate monday = { 2026, 3, 16 }, sunday = { 2026, 2, 15 };
  const struct
  {
    XrPublicityDay day;
    const char *reason;
  } cases[] = {
    { { monday, XR_PUBLICITY_DAY_BEFORE, 0, TRUE, NULL }, "posted" },
    { { monday, XR_PUBLICITY_DAY_COUNTED, 3, TRUE, NULL }, "workday" },
    { { sunday, XR_PUBLICITY_DAY_COUNTED, 1, TRUE, NULL }, "make-up workday" },
    { { sunday, XR_PUBLICITY_DAY_COUNTED, 1, FALSE, NULL }, "day off" },
    { { sunday, XR_PUBLICITY_DAY_WEEKEND, 0, FALSE, NULL }, "weekend" },
    { { monday, XR_PUBLICITY_DAY_HOLIDAY, 0, FALSE, (char *) "春节" }, "春节" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *reason = xr_day_strip_dup_reason (&cases[i].day);
      g_autofree char *sentence = xr_day_strip_describe (&cases[i].day);
      g_assert_cmpstr (reason, ==, cases[i].reason);
      g_assert_nonnull (strstr (sentence, cases[i].reason));
      g_assert_cmpint (cases[i].day.ordinal > 0, ==, strstr (sentence, "counts as day") != NULL);
    }
}

static void
test_text_of_the_notice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = xr_office_query (fixture->office, xr_table_find ("publicity"),
                                                "round_id", fixture->round);
  g_autofree char *text = xr_publicity_notice_dup_text (fixture->office, fixture->round,
                                                        g_ptr_array_index (rows, 0));
  g_autofree char *bare = xr_publicity_notice_dup_text (fixture->office, fixture->round, NULL);
  g_auto (GStrv) parts = g_strsplit (text, "\n\n", -1);

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_assert_nonnull (strstr (parts[1], "冯砚秋"));
  g_assert_nonnull (strstr (parts[1], "县水利局副局长"));
  g_assert_nonnull (strstr (parts[1], "2026年4月10日"));
  g_assert_nonnull (strstr (parts[1], "000-5512380"));
  /* Who was vetoed or not chosen is not named, and nothing is made up. */
  g_assert_null (strstr (text, "农丽娜"));
  g_assert_null (strstr (text, "陶止水"));
  g_assert_nonnull (strstr (bare, "电话：________，地址：________"));
  g_assert_null (strstr (bare, "2026年4月10日"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/late-stages/next-step", test_next_step_is_due);
  g_test_add_func ("/late-stages/gravest-step", test_gravest_step_counts);
  g_test_add_func ("/late-stages/conclusions", test_conclusions_have_marks);
  ADD ("/late-stages/inspection", test_inspection_of_everybody);
  ADD ("/late-stages/inspection-empty", test_inspection_of_nobody_yet);
  ADD ("/late-stages/outlook", test_outlook_of_the_meeting);
  ADD ("/late-stages/appointment", test_chain_of_an_appointment);
  ADD ("/late-stages/untold", test_who_is_to_be_told);
  g_test_add_func ("/late-stages/days", test_days_explain_themselves);
  ADD ("/late-stages/notice", test_text_of_the_notice);
  return g_test_run ();
}
