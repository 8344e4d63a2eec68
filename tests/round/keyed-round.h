/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"
#include "round/commands.h"
#include "round/keying.h"

/* A round whose components are all keyed twice: judges, graded, ranked and yes/no ballots, scores from
 * elsewhere; one post, three candidates, two groups of voters, two judges. */
typedef struct
{
  Fixture base;
  gint64 post;
  gint64 speech, graded, ranked, votes, direct;
  gint64 dimensions[2]; /* of graded */
  gint64 groups[2];     /* of graded */
  gint64 ranked_group, votes_group;
  gint64 judges[2];
  gint64 candidates[3], applications[3];
} KeyedRound;

void keyed_round_set_up (KeyedRound *keyed, gconstpointer data);
void keyed_round_tear_down (KeyedRound *keyed, gconstpointer data);

/* Keys a graded ballot whose marks are all @points, but the first, which is @first. Returns its id. */
gint64 keyed_round_ballot (KeyedRound *keyed, XrKeying keying, const char *keyer, gint64 group,
                           const char *number, gint64 first, gint64 points, GError **error);
/* Asserts how many sheets wait for their second keying, and how many places differ and are not decided. */
void keyed_round_assert_state (KeyedRound *keyed, gint64 component, guint missing,
                               guint differences);
/* Asserts that the file says exactly what its record says. */
void keyed_round_assert_intact (KeyedRound *keyed);
