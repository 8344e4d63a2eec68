/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has to recuse, and that a recusal takes the person out of the counts: the judges over whose marks the mean
 * is taken, the team that inspects, the members present at the vote. */

#include "round/recusals.h"
#include "round/score-sheet.h"
#include "story.h"

#define OFFICE story->base.office
#define ROUND  story->base.round

static XrRecusal *
find (GPtrArray *recusals, XrDuty duty, const char *name, const char *about)
{
  for (guint i = 0; i < recusals->len; i++)
    {
      XrRecusal *recusal = recusals->pdata[i];
      if (recusal->duty == duty && g_str_equal (recusal->name, name)
          && g_str_equal (recusal->about, about))
        return recusal;
    }
  return NULL;
}

static gint64
relate (Story *story, const char *person, guint candidate, const char *kind, const char *note)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, story->candidates[candidate]);

  return fixture_add (&story->base, "relation", ROUND, "person", person, "candidate_id", id, "kind",
                      kind, "note", note, NULL);
}

static void
record (Story *story, XrDuty duty, const char *name, const char *about)
{
  g_autoptr (GPtrArray) recusals = xr_recusals (OFFICE, ROUND, 0);
  g_autoptr (GError) error = NULL;

  xr_recusal_record (OFFICE, find (recusals, duty, name, about), "亲属", &error);
  g_assert_no_error (error);
}

static void
assert_state (Story *story, XrDuty duty, const char *name, const char *about, gboolean done)
{
  g_autoptr (GPtrArray) recusals = xr_recusals (OFFICE, ROUND, 0);
  const XrRecusal *recusal = find (recusals, duty, name, about);

  g_assert_nonnull (recusal);
  g_assert_cmpint (recusal->done, ==, done);
}

static char *
dup_score (Story *story, guint *judges, guint *recused)
{
  g_autoptr (XrScoreSheet) sheet = xr_score_sheet_new (OFFICE, story->speech, story->post);

  for (guint i = 0; i < xr_score_sheet_n_rows (sheet); i++)
    if (xr_score_sheet_row_application (sheet, i) == story->applications[0])
      {
        *judges = xr_score_sheet_row_judges (sheet, i, recused);
        return g_strdup (xr_score_sheet_row_score (sheet, i));
      }
  g_assert_not_reached ();
}

/* The first judge gave 90, the second 92: 91 over both, 92 over the one who is left. */
static void
test_judge (Story *story, gconstpointer data)
{
  g_autoptr (GPtrArray) due = NULL;
  g_autofree char *before = NULL, *after = NULL, *again = NULL;
  guint judges, recused;

  story_reach (story, XR_STAGE_SPEECH);
  story_play (story, XR_STAGE_SPEECH);
  relate (story, "评委 甲", 0, "collateral", "表兄");
  due = xr_recusals (OFFICE, ROUND, XR_STAGE_SPEECH);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_true (((XrRecusal *) due->pdata[0])->marked);
  g_assert_true (((XrRecusal *) due->pdata[0])->established);
  g_assert_nonnull (strstr (((XrRecusal *) due->pdata[0])->why, "表兄"));
  story_assert_gate (story, "recusals-entered", FALSE);
  before = dup_score (story, &judges, &recused);
  g_assert_cmpstr (before, ==, "91.00");
  g_assert_cmpuint (recused, ==, 0);
  record (story, XR_DUTY_JUDGE, "评委甲", "张三");
  story_assert_gate (story, "recusals-entered", TRUE);
  after = dup_score (story, &judges, &recused);
  g_assert_cmpstr (after, ==, "92.00");
  g_assert_cmpuint (judges, ==, 2);
  g_assert_cmpuint (recused, ==, 1);
  g_assert_true (xr_office_undo (OFFICE, NULL));
  again = dup_score (story, &judges, &recused);
  g_assert_cmpstr (again, ==, "91.00");
}

/* A recusal that nobody entered a tie for is in the list all the same, and can be taken back. */
static void
test_take_back (Story *story, gconstpointer data)
{
  g_autoptr (GPtrArray) recusals = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  story_reach (story, XR_STAGE_SPEECH);
  story_play (story, XR_STAGE_SPEECH);
  xr_score_set (OFFICE, story->judges[1], story->applications[2], 0, "回避", &error);
  g_assert_no_error (error);
  recusals = xr_recusals (OFFICE, ROUND, 0);
  g_assert_cmpuint (recusals->len, ==, 1);
  g_assert_true (((XrRecusal *) recusals->pdata[0])->done);
  xr_recusal_take_back (OFFICE, recusals->pdata[0], &error);
  g_assert_no_error (error);
  after = xr_recusals (OFFICE, ROUND, 0);
  g_assert_cmpuint (after->len, ==, 0);
}

/* What only a name tells is a warning; that they are two people ends it, and only it. */
static void
test_namesake (Story *story, gconstpointer data)
{
  g_autoptr (GPtrArray) recusals = NULL, after = NULL, both = NULL;
  g_autoptr (GError) error = NULL;

  story_reach (story, XR_STAGE_SPEECH);
  story_play (story, XR_STAGE_SPEECH);
  fixture_add (&story->base, "relative", story->candidates[1], "relation", "姐夫", "name",
               "评　委乙", NULL);
  story_assert_gate (story, "recusals-entered", TRUE);
  story_assert_gate (story, "recusals", FALSE);
  recusals = xr_recusals (OFFICE, ROUND, 0);
  g_assert_cmpuint (recusals->len, ==, 1);
  g_assert_true (((XrRecusal *) recusals->pdata[0])->alike);
  g_assert_false (xr_recusal_deny (OFFICE, ROUND, recusals->pdata[0], "", &error));
  g_clear_error (&error);
  g_assert_true (xr_recusal_deny (OFFICE, ROUND, recusals->pdata[0], "身份证号不同", &error));
  after = xr_recusals (OFFICE, ROUND, 0);
  g_assert_cmpuint (after->len, ==, 0);
  relate (story, "评委乙", 1, "other", "曾为师生");
  both = xr_recusals (OFFICE, ROUND, 0);
  g_assert_cmpuint (both->len, ==, 1);
  g_assert_false (((XrRecusal *) both->pdata[0])->established);
}

/* A team of two is too small for the one whom a member does not inspect. */
static void
test_inspector (Story *story, gconstpointer data)
{
  story_reach (story, XR_STAGE_INSPECTION);
  story_play (story, XR_STAGE_INSPECTION);
  relate (story, "考二", 0, "spouse", NULL);
  relate (story, "考二", 2, "spouse", NULL);
  assert_state (story, XR_DUTY_INSPECTOR, "考二", "张三", FALSE);
  story_assert_gate (story, "recusals-entered", FALSE);
  story_assert_gate (story, "team-recused", TRUE);
  record (story, XR_DUTY_INSPECTOR, "考二", "张三");
  assert_state (story, XR_DUTY_INSPECTOR, "考二", "张三", TRUE);
  story_assert_gate (story, "recusals-entered", TRUE);
  story_assert_gate (story, "team-recused", FALSE);
  fixture_add (&story->base, "team_member", ROUND, "name", "考三", "leader", "0", NULL);
  story_assert_gate (story, "team-recused", TRUE);
}

/* rules.md section 4: who recused stays in the body and among those due, and is not present for the vote. */
static void
test_member (Story *story, gconstpointer data)
{
  g_autoptr (XrVoteOutcome) before = NULL, after = NULL;
  g_autofree char *member = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recusals = NULL;

  story_reach (story, XR_STAGE_DELIBERATION);
  story_play (story, XR_STAGE_DELIBERATION);
  before = xr_vote_outcome (OFFICE, story->votes[1], NULL);
  g_assert_cmpint (before->present, ==, 3);
  relate (story, "委员甲", 1, "affine", "姐夫");
  story_assert_gate (story, "recusals-entered", FALSE);
  record (story, XR_DUTY_MEMBER, "委员甲", "李四");
  story_assert_gate (story, "recusals-entered", TRUE);
  after = xr_vote_outcome (OFFICE, story->votes[1], NULL);
  g_assert_cmpint (after->members, ==, 3);
  g_assert_cmpint (after->due, ==, 3);
  g_assert_cmpint (after->recused, ==, 1);
  g_assert_cmpint (after->present, ==, 2);
  g_assert_nonnull (strstr (after->text, "3 present, 1 of them recused: 2 take part"));
  recusals = xr_recusals (OFFICE, ROUND, XR_STAGE_DELIBERATION);
  xr_recusal_take_back (OFFICE, find (recusals, XR_DUTY_MEMBER, "委员甲", "李四"), &error);
  g_assert_no_error (error);
  assert_state (story, XR_DUTY_MEMBER, "委员甲", "李四", FALSE);
}

/* Before the vote, too, and for the very person. */
static void
test_before_the_vote (Story *story, gconstpointer data)
{
  g_autoptr (GPtrArray) recusals = NULL;
  gint64 meeting;

  story_reach (story, XR_STAGE_DELIBERATION);
  story_set_today ("2026-03-23");
  meeting = fixture_add (&story->base, "meeting", ROUND, "held_on", "2026-03-23", "chair", "局长",
                         "recorder", "记一", "method", "hands", NULL);
  fixture_add (&story->base, "attendee", meeting, "name", "张三", "member", "1", "due", "1",
               "present", "1", NULL);
  recusals = xr_recusals (OFFICE, ROUND, XR_STAGE_DELIBERATION);
  g_assert_cmpuint (recusals->len, ==, 1);
  g_assert_nonnull (find (recusals, XR_DUTY_MEMBER, "张三", "张三"));
}

/* A closed stage stays as it is. */
static void
test_closed (Story *story, gconstpointer data)
{
  g_autoptr (GPtrArray) recusals = NULL;
  g_autoptr (GError) error = NULL;

  story_reach (story, XR_STAGE_EVALUATION);
  relate (story, "评委甲", 0, "self", NULL);
  recusals = xr_recusals (OFFICE, ROUND, 0);
  g_assert_cmpuint (recusals->len, ==, 1);
  g_assert_false (xr_recusal_record (OFFICE, recusals->pdata[0], "本人", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_CLOSED);
}

#define TEST(path, function)                                                                       \
  g_test_add ("/recusals/" path, Story, NULL, story_set_up, function, story_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("judge", test_judge);
  TEST ("take-back", test_take_back);
  TEST ("namesake", test_namesake);
  TEST ("inspector", test_inspector);
  TEST ("member", test_member);
  TEST ("before-the-vote", test_before_the_vote);
  TEST ("closed", test_closed);
  return g_test_run ();
}
