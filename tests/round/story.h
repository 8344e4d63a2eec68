/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"
#include "round/commands.h"

/* A small round that the tests take stage by stage from the plan to the appointment: one post with one
 * vacancy and two to inspect, three candidates, two judges (40 %) and a score from elsewhere (60 %). */
typedef struct
{
  Fixture base;
  gint64 post, speech, appraisal;
  gint64 candidates[3], applications[3], judges[2];
  gint64 meeting, members[3], votes[2];
} Story;

void story_set_up (Story *story, gconstpointer data);
void story_tear_down (Story *story, gconstpointer data);

void story_set_today (const char *day);
/* Does all that @stage asks for, the signatures left out, on the day when it is due. */
void story_play (Story *story, XrStage stage);
/* Signs the current stage in every role. */
void story_sign (Story *story);
/* Plays, signs and closes every stage before @stage. */
void story_reach (Story *story, XrStage stage);

const XrGate *story_gate (GPtrArray *gates, const char *id);
/* Asserts that the condition of the current stage is met, or not. */
void story_assert_gate (Story *story, const char *id, gboolean met);
/* Asserts that nothing but signatures is missing, and names what is. */
void story_assert_ready (Story *story);
