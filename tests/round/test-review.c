/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alternatives among the conditions, and exceptions by a document (破格). */

#include "fixture.h"
#include "round/commands.h"
#include "round/recusals.h"

#define RANK    "副科级"
#define GRANTED "2026-03-10"

typedef struct
{
  Fixture fixture;
  gint64 rank_rule, age_rule, hand_rule, application;
} Review;

static void
set_up (Review *self, gconstpointer since)
{
  gint64 post, candidate;

  fixture_set_up (&self->fixture, NULL);
  xr_round_set_setting (self->fixture.office, self->fixture.round, "age_date", "2026-03-01", NULL);
  post = fixture_add (&self->fixture, "post", self->fixture.round, "name", "科长", "vacancies", "1",
                      NULL);
  self->rank_rule = fixture_add (&self->fixture, "rule", self->fixture.round, "kind",
                                 "years-in-rank", "value", RANK " 3年", NULL);
  self->age_rule = fixture_add (&self->fixture, "rule", self->fixture.round, "kind", "max-age",
                                "value", "50", NULL);
  self->hand_rule = fixture_add (&self->fixture, "rule", self->fixture.round, "kind", "by-hand",
                                 "value", "基本条件", NULL);
  candidate = fixture_add (&self->fixture, "candidate", self->fixture.round, "number", "01", "name",
                           "甲", "born", "1980-01", "rank", RANK, "rank_since", since, NULL);
  self->application = fixture_add (&self->fixture, "application", candidate, "post_id", "1", NULL);
  g_assert_cmpint (post, ==, 1);
}

static void
tear_down (Review *self, gconstpointer data)
{
  fixture_tear_down (&self->fixture, data);
}

static XrVerdict
get_state (Review *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reviews = xr_round_review (self->fixture.office, self->fixture.round,
                                                   &error);

  g_assert_no_error (error);
  return ((XrApplicationReview *) g_ptr_array_index (reviews, 0))->state;
}

static gboolean
grant (Review *self, gint64 rule, const char *on, GError **error)
{
  g_autoptr (XrRow) row = xr_row_new (xr_table_find ("waiver"), self->application);

  xr_row_set_int (row, "rule_id", rule);
  xr_row_set (row, "ground", "scarce");
  xr_row_set (row, "grounds", "专业人选紧缺");
  xr_row_set (row, "document", "组干〔2026〕8号");
  xr_row_set (row, "granted_on", on);
  xr_row_set (row, "granted_by", "市委组织部");
  return xr_waiver_grant (self->fixture.office, row, error);
}

static void
decide_by_hand (Review *self)
{
  g_autoptr (GError) error = NULL;

  xr_review_rule (self->fixture.office, self->application, self->hand_rule, "met", NULL, "审一",
                  &error);
  g_assert_no_error (error);
}

/* The rank is held for a year and 10 months, three years are asked. */
static void
test_exception (Review *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  decide_by_hand (self);
  g_assert_cmpint (get_state (self), ==, XR_VERDICT_FAILED);
  g_assert_true (grant (self, self->rank_rule, GRANTED, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_state (self), ==, XR_VERDICT_MET);
  xr_review_conclude (self->fixture.office, self->application, "eligible", NULL, "审一", &error);
  g_assert_no_error (error);
  g_assert_true (xr_waiver_take_back (self->fixture.office, 1, &error));
  g_assert_cmpint (get_state (self), ==, XR_VERDICT_FAILED);
  g_assert_cmpint (fixture_int (&self->fixture, "SELECT count(*) FROM review_result"), ==, 0);
  g_assert_true (xr_office_undo (self->fixture.office, &error));
  g_assert_cmpint (get_state (self), ==, XR_VERDICT_MET);
}

static void
test_what_cannot_be_waived (Review *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (grant (self, self->hand_rule, GRANTED, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (grant (self, self->age_rule, GRANTED, &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (grant (self, self->rank_rule, NULL, &error));
  g_assert_nonnull (error);
}

/* Promoted in April 2025: a year is over in April 2026. */
static void
test_year_after_promotion (Review *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (grant (self, self->rank_rule, "2026-03-31", &error));
  g_assert_error (error, XR_ROUND_ERROR, XR_ROUND_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (grant (self, self->rank_rule, "2026-04-01", &error));
  g_assert_no_error (error);
}

/* Age and years in rank as alternatives: the age is enough. */
static void
test_alternatives (Review *self, gconstpointer data)
{
  gint64 rules[] = { self->rank_rule, self->age_rule };
  g_autoptr (GError) error = NULL;

  decide_by_hand (self);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (XrRow) row = xr_office_load (self->fixture.office, xr_table_find ("rule"),
                                              rules[i], &error);
      xr_row_set (row, "alternative", "1");
      xr_office_save (self->fixture.office, row, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (get_state (self), ==, XR_VERDICT_MET);
}

/* A judge who has the name of the candidate's wife, written with a blank, has to recuse. */
static void
test_recusal_due (Review *self, gconstpointer data)
{
  Fixture *fixture = &self->fixture;
  gint64 component = fixture_add (fixture, "component", fixture->round, "name", "演讲", "method",
                                  "judges", "weight", "100", "stage", "4", NULL);
  gint64 judge = fixture_add (fixture, "judge", component, "post_id", "1", "name", "王宁", NULL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add (fixture, "relative", 1, "relation", "同学", "name", "王宁", NULL);
  before = xr_recusals_due (fixture->office, fixture->round, XR_STAGE_SPEECH);
  g_assert_cmpuint (before->len, ==, 0);
  fixture_add (fixture, "relative", 1, "relation", "妻子", "name", "王　宁", NULL);
  due = xr_recusals_due (fixture->office, fixture->round, XR_STAGE_SPEECH);
  g_assert_cmpuint (due->len, ==, 1);
  xr_score_set (fixture->office, judge, self->application, 0, "回避", &error);
  g_assert_no_error (error);
  after = xr_recusals_due (fixture->office, fixture->round, XR_STAGE_SPEECH);
  g_assert_cmpuint (after->len, ==, 0);
}

#define TEST(path, since, function)                                                                \
  g_test_add ("/review/" path, Review, since, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("exception", "2024-05", test_exception);
  TEST ("what-cannot-be-waived", "2024-05", test_what_cannot_be_waived);
  TEST ("year-after-promotion", "2025-04", test_year_after_promotion);
  TEST ("alternatives", "2024-05", test_alternatives);
  TEST ("recusal-due", "2024-05", test_recusal_due);
  return g_test_run ();
}
