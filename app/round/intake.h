/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/case.h"

G_BEGIN_DECLS

/* What comes in from outside (a workbook, a built-in plan) on its way into the office file: a case plus
 * the things that a case only holds summed, or does not hold at all. Elements whose id is 0 are new. */

typedef struct
{
  int component;
  int post;     /* −1: not a ranked ballot */
  int group;    /* −1: the component has no groups */
  char *number; /* 票号 as written */
  gint64 id;    /* 0: new */
} XrIntakeBallot;

typedef struct
{
  guint32 ballot;   /* index into ballots */
  gint32 candidate; /* index */
  gint32 dimension; /* index into the component's dimensions */
  gboolean abstains;
  XrDecimal points;
} XrIntakeMark;

typedef struct
{
  guint32 ballot;
  guint place; /* 1 … */
  int candidate;
} XrIntakeChoice;

/* A rule that a built-in plan gives for all posts of a rank. */
typedef struct
{
  char *rank; /* 正科级 */
  XrRuleKind kind;
  char *value;
} XrRankRule;

typedef struct
{
  char *title, *unit, *template_id; /* or NULL */
  GHashTable *settings;  /* char * → char *: ASCII names of round/setting.c → canonical text */
  GPtrArray *rank_rules; /* XrRankRule: those that no post has taken up yet */
  XrCase *contest;
  GArray *ballots; /* XrIntakeBallot; the array frees the numbers */
  GArray *marks;   /* XrIntakeMark */
  GArray *choices; /* XrIntakeChoice */
} XrIntake;

XrIntake *xr_intake_new (void);
void xr_intake_free (XrIntake *intake);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrIntake, xr_intake_free)

/* Adds, for every new post whose 职级 is the rank of a pending rule, that rule. Ranks compare after
 * folding widths and blanks. The pending rules stay, for posts that come later. */
void xr_intake_apply_rank_rules (XrIntake *intake);
/* Whether @rule is for posts of @rank (which may be NULL). */
gboolean xr_rank_rule_applies (const XrRankRule *rule, const char *rank);

G_END_DECLS
