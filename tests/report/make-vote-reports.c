/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-vote-reports FOLDER: a report for each of some rounds whose meetings voted, one a plan: by show of hands with
 * a recusal and somebody put off, of the valid votes, of those present, with too few present, and a secret vote of
 * three. */

#include "exchange/report.h"
#include "fixture.h"

typedef struct
{
  const char *name, *method;
  const char *quorum, *quorum_body, *majority, *majority_body; /* NULL: the plan is silent */
  guint members, absent, recused;                              /* recused for the first candidate */
  const char *votes[3][5]; /* 同意 不同意 缓议 弃权, put off */
} Round;

static const Round rounds[] = {
  { "hands",
    "hands",
    NULL,
    NULL,
    NULL,
    NULL,
    9,
    2,
    1,
    { { "5", "1", "0", "0", NULL },
      { "4", "2", "1", "0", NULL },
      { "6", "0", "0", "0", "待核实" } } },
  { "valid",
    "secret",
    "2/3",
    "应到",
    "1/2",
    "有效票",
    9,
    0,
    0,
    { { "5", "4", "0", "0", NULL }, { "4", "4", "0", "0", NULL }, { "3", "1", "1", "0", NULL } } },
  { "present",
    "secret",
    "4/5",
    "成员总数",
    "2/3",
    "实到",
    9,
    1,
    1,
    { { "5", "2", "0", "0", NULL }, { "6", "2", "0", "0", NULL }, { "5", "3", "0", "0", NULL } } },
  { "void",
    "oral",
    "2/3",
    "成员总数",
    "1/2",
    "成员总数",
    9,
    3,
    1,
    { { "5", "0", "0", "0", NULL }, { "5", "1", "0", "0", NULL }, { "4", "0", "2", "0", NULL } } },
  { "few",
    "secret",
    NULL,
    NULL,
    NULL,
    NULL,
    3,
    0,
    0,
    { { "3", "0", "0", "0", NULL }, { "1", "2", "0", "0", NULL }, { "2", "0", "1", "0", NULL } } },
};

static void
set (Fixture *fixture, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (value != NULL)
    xr_round_set_setting (fixture->office, fixture->round, name, value, &error);
  g_assert_no_error (error);
}

static void
add_body (Fixture *fixture, const Round *round, gint64 meeting, gint64 application)
{
  for (guint i = 0; i < round->members; i++)
    {
      g_autofree char *name = g_strdup_printf ("委员%u", i + 1);
      g_autofree char *about = g_strdup_printf ("%" G_GINT64_FORMAT, application);
      gboolean absent = i < round->absent;
      gint64 member = fixture_add (fixture, "attendee", meeting, "name", name, "present",
                                   absent ? "0" : "1", NULL);

      if (!absent && i < round->absent + round->recused)
        fixture_add (fixture, "recusal", member, "application_id", about, "reason", "亲属", NULL);
    }
}

static void
add_votes (Fixture *fixture, const Round *round, gint64 meeting, const gint64 *applications)
{
  for (guint i = 0; i < 3; i++)
    {
      const char *const *vote = round->votes[i];
      g_autofree char *about = g_strdup_printf ("%" G_GINT64_FORMAT, applications[i]);

      fixture_add (fixture, "vote", meeting, "application_id", about, "yes", vote[0], "no", vote[1],
                   "defer", vote[2], "abstain", vote[3], "postponed", vote[4] != NULL ? "1" : "0",
                   "reason", vote[4], NULL);
    }
}

static void
fill (Fixture *fixture, const Round *round)
{
  gint64 post = fixture_add (fixture, "post", fixture->round, "name", "科长", "vacancies", "1",
                             NULL);
  g_autofree char *post_text = g_strdup_printf ("%" G_GINT64_FORMAT, post);
  gint64 applications[3], meeting;

  fixture_add (fixture, "component", fixture->round, "name", "面试", "method", "direct", "weight",
               "100", "stage", "4", NULL);
  set (fixture, "quorum", round->quorum);
  set (fixture, "quorum_body", round->quorum_body);
  set (fixture, "majority", round->majority);
  set (fixture, "majority_body", round->majority_body);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "张一", "李二", "王三" };
      static const char *const numbers[] = { "01", "02", "03" };
      gint64 person = fixture_add (fixture, "candidate", fixture->round, "number", numbers[i],
                                   "name", names[i], NULL);

      applications[i] = fixture_add (fixture, "application", person, "post_id", post_text, NULL);
    }
  meeting = fixture_add (fixture, "meeting", fixture->round, "held_on", "2026-04-08", "chair",
                         "委员9", "recorder", "记录人", "method", round->method, NULL);
  add_body (fixture, round, meeting, applications[0]);
  add_votes (fixture, round, meeting, applications);
}

int
main (int argc, char **argv)
{
  g_assert_cmpint (argc, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_strdup_printf ("%s/%s.xlsx", argv[1], rounds[i].name);
      Fixture fixture;

      fixture_set_up (&fixture, NULL);
      fill (&fixture, &rounds[i]);
      xr_report_write (fixture.office, fixture.round, path, NULL, &error);
      g_assert_no_error (error);
      fixture_tear_down (&fixture, NULL);
    }
  return 0;
}
