/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The round that the tests of the stages go through. Its days lie in a year that the calendar knows. */

#include "story.h"

#include "round/lots.h"

#define ADD(table, owner, ...) fixture_add (&story->base, table, owner, __VA_ARGS__, NULL)

static const char *const names[] = { "张三", "李四", "王五" };

void
story_set_today (const char *day)
{
  XrDate date;

  g_assert_true (xr_date_parse (day, FALSE, &date, NULL));
  xr_date_set_today (date);
}

static char *
id_text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
set_setting (Story *story, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  xr_round_set_setting (story->base.office, story->base.round, name, text, &error);
  g_assert_no_error (error);
}

static void
play_announce (Story *story)
{
  static const char *const settings[][2] = {
    { "registration_from", "2026-03-02" },
    { "registration_to", "2026-03-06" },
    { "shortlist_ratio", "2:1" },
    { "opening_ratio", "3:1" },
    { "publicity_days", "5" },
    { "quorum", "2/3" },
    { "majority", "1/2" },
    { "principles", "公开、平等、竞争、择优" },
    { "scope", "本局在编人员" },
    { "organisation", "局党组领导" },
    { "discipline", "不得说情" },
    { "decided_on", "2026-02-20" },
    { "decided_at", "第3次党组会议" },
  };
  g_autoptr (GError) error = NULL;
  XrDate on = { 2026, 2, 27 };

  story_set_today ("2026-02-27");
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    set_setting (story, settings[i][0], settings[i][1]);
  ADD ("rule", story->base.round, "kind", "max-age", "value", "50");
  ADD ("schedule", story->base.round, "stage", "2", "starts_on", "2026-03-02", "ends_on",
       "2026-03-06");
  ADD ("staff", story->base.round, "role", "记分员", "name", "记一");
  xr_round_announce (story->base.office, story->base.round, on, &error);
  g_assert_no_error (error);
}

static void
play_register (Story *story)
{
  g_autofree char *post = id_text (story->post);

  story_set_today ("2026-03-05");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *number = g_strdup_printf ("%02u", i + 1);
      story->candidates[i] = ADD ("candidate", story->base.round, "number", number, "name",
                                  names[i], "born", "1985.04");
      story->applications[i] = ADD ("application", story->candidates[i], "post_id", post);
    }
  story_set_today ("2026-03-07");
}

static void
play_eligibility (Story *story)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (xr_review_conclude_clear (story->base.office, story->base.round, "审一", &error),
                   ==, 3);
  g_assert_no_error (error);
  g_assert_cmpint (xr_review_approve (story->base.office, story->base.round, "局长", &error), ==,
                   3);
  g_assert_no_error (error);
}

static void
play_speech (Story *story)
{
  static const char *const scores[2][3] = { { "90", "80", "70" }, { "92", "82", "72" } };
  const XrLotScope lot = { XR_LOT_ORDER, .post = story->post };
  const XrLotWish wish = { .seed = "20260310 晴", .by = "主持" };
  g_autofree char *post = id_text (story->post);
  g_autoptr (GError) error = NULL;

  xr_lot_draw (story->base.office, &lot, &wish, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      story->judges[i] = ADD ("judge", story->speech, "name", i ? "评委乙" : "评委甲", "post_id",
                              post);
      for (guint j = 0; j < 3; j++)
        xr_score_set (story->base.office, story->judges[i], story->applications[j], 0, scores[i][j],
                      &error);
      g_assert_no_error (error);
    }
}

static void
play_evaluation (Story *story)
{
  static const char *const scores[] = { "88", "90", "60" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    xr_direct_score_set (story->base.office, story->appraisal, story->candidates[i], 0, scores[i],
                         &error);
  g_assert_no_error (error);
}

static void
play_shortlist (Story *story)
{
  static const char *const items[] = { "X1", "X2", "X3", "X4", "X5", "X6", "X7" };

  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < G_N_ELEMENTS (items); j++)
      ADD ("exclusion_check", story->applications[i], "item", items[j], "found", "0", "checked_by",
           "审一", "checked_on", "2026-03-12");
}

static void
play_inspection (Story *story)
{
  static const char *const checks[] = { "archive", "personal", "discipline", "complaints",
                                        "integrity" };

  story_set_today ("2026-03-20");
  ADD ("team_member", story->base.round, "name", "考一", "leader", "1");
  ADD ("team_member", story->base.round, "name", "考二", "leader", "0");
  for (guint i = 0; i < 2; i++)
    {
      ADD ("inspection", story->applications[i], "notice_on", "2026-03-13", "starts_on",
           "2026-03-17", "ends_on", "2026-03-19", "strengths", "作风扎实", "faults", "工作偏细",
           "rating", "good", "opinion", "同意任用", "reported_on", "2026-03-20", "vetoed", "0");
      ADD ("talk", story->applications[i], "held_on", "2026-03-18", "with_name", "同事", "talkers",
           "考一、考二");
      for (guint j = 0; j < G_N_ELEMENTS (checks); j++)
        ADD ("inspection_check", story->applications[i], "kind", checks[j], "conclusion", "clear",
             "done_by", "考一", "done_on", "2026-03-19");
    }
}

static void
play_deliberation (Story *story)
{
  static const char *const members[] = { "委员甲", "委员乙", "局长" };
  static const char *const yes[] = { "3", "1" };

  story_set_today ("2026-03-23");
  story->meeting = ADD ("meeting", story->base.round, "held_on", "2026-03-23", "chair", "局长",
                        "recorder", "记一", "method", "hands");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *order = id_text (i + 1);
      story->members[i] = ADD ("attendee", story->meeting, "name", members[i], "member", "1", "due",
                               "1", "present", "1", "speaking_order", order);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *application = id_text (story->applications[i]);
      story->votes[i] = ADD ("vote", story->meeting, "application_id", application, "yes", yes[i],
                             "no", i ? "2" : "0", "defer", "0", "abstain", "0", "postponed", "0");
    }
}

static void
play_publicity (Story *story)
{
  ADD ("publicity", story->base.round, "posted_on", "2026-03-24", "days", "5", "unit", "working",
       "same_day", "0", "places", "公示栏", "phone", "12380");
  story_set_today ("2026-04-01");
}

static void
play_appointment (Story *story)
{
  ADD ("appointment", story->applications[0], "decided_on", "2026-03-23", "notice_on", "2026-04-02",
       "notice_number", "任〔2026〕3号", "talk_on", "2026-04-03", "talk_by", "局长", "filed_on",
       "2026-04-03", "probation_months", "12");
  ADD ("notification", story->applications[1], "told_on", "2026-04-03", "told_by", "局长");
  ADD ("notification", story->applications[2], "told_on", "2026-04-03", "told_by", "局长");
}

void
story_play (Story *story, XrStage stage)
{
  static void (*const plays[]) (Story *) = {
    play_announce,  play_register,   play_eligibility,  play_speech,    play_evaluation,
    play_shortlist, play_inspection, play_deliberation, play_publicity, play_appointment,
  };
  plays[stage - 1](story);
}

void
story_sign (Story *story)
{
  XrStage stage = xr_round_current_stage (story->base.office, story->base.round);
  const XrStageInfo *info = xr_stage_info (stage);

  for (guint i = 0; info->signers[i]; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("签字人%u", i);
      xr_stage_sign (story->base.office, story->base.round, stage, info->signers[i], name,
                     xr_date_today (), &error);
      g_assert_no_error (error);
    }
}

void
story_reach (Story *story, XrStage stage)
{
  XrStage current;

  while ((current = xr_round_current_stage (story->base.office, story->base.round)) < stage)
    {
      g_autoptr (GError) error = NULL;
      story_play (story, current);
      story_sign (story);
      xr_stage_close (story->base.office, story->base.round, "经办", NULL, &error);
      g_assert_no_error (error);
    }
}

const XrGate *
story_gate (GPtrArray *gates, const char *id)
{
  for (guint i = 0; i < gates->len; i++)
    {
      const XrGate *gate = g_ptr_array_index (gates, i);
      if (g_str_equal (gate->id, id))
        return gate;
    }
  g_error ("there is no condition %s", id);
}

void
story_assert_gate (Story *story, const char *id, gboolean met)
{
  g_autoptr (GPtrArray) gates = xr_stage_gates (
    story->base.office, story->base.round,
    xr_round_current_stage (story->base.office, story->base.round));
  const XrGate *gate = story_gate (gates, id);

  if (gate->met != met)
    g_error ("condition %s: %s", id, gate->met ? "met" : gate->why);
  g_assert_cmpint (*gate->why == '\0', ==, met);
}

void
story_assert_ready (Story *story)
{
  g_autoptr (GPtrArray) gates = xr_stage_gates (
    story->base.office, story->base.round,
    xr_round_current_stage (story->base.office, story->base.round));

  for (guint i = 0; i < gates->len; i++)
    {
      const XrGate *gate = g_ptr_array_index (gates, i);
      if (!gate->met && !gate->warning && !g_str_has_prefix (gate->id, "signature-"))
        g_error ("condition %s: %s", gate->id, gate->why);
    }
}

void
story_set_up (Story *story, gconstpointer data)
{
  fixture_set_up (&story->base, NULL);
  story->post = ADD ("post", story->base.round, "name", "办公室主任", "vacancies", "1");
  story->speech = ADD ("component", story->base.round, "name", "竞岗演讲", "method", "judges",
                       "weight", "40", "stage", "4");
  story->appraisal = ADD ("component", story->base.round, "name", "平时考核", "method", "direct",
                          "weight", "60", "stage", "5");
}

void
story_tear_down (Story *story, gconstpointer data)
{
  fixture_tear_down (&story->base, NULL);
  xr_date_set_today (XR_DATE_NONE);
}
