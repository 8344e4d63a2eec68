/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/component-kind.h"

G_BEGIN_DECLS

/* The field of a post while its result is worked out: those who applied, as they pass or do not pass
 * the components in their order. Private to rules/; the steps that follow one another in result.c
 * are declared here, each with a file of its own. */

typedef struct
{
  XrStanding *standing;
  gboolean waiting;  /* null at a gate: neither passed nor cut, left out of later gates */
  XrRational *total; /* exact, NULL while there is none */
} XrEntrant;

typedef struct
{
  const XrEvidence *evidence;
  int post;
  GPtrArray *entrants; /* XrEntrant; ranking puts them in their order */
  const GPtrArray
    *weights; /* XrRational: other weights than the plan's, to ask "what if"; or NULL */
} XrEntrants;

XrEntrants *xr_entrants_new (const XrEvidence *evidence, int post);
/* Leaves the standings alone. */
void xr_entrants_free (XrEntrants *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrEntrants, xr_entrants_free)

const XrPlan *xr_entrants_get_plan (const XrEntrants *self);
const XrPost *xr_entrants_get_post (const XrEntrants *self);

/* Sets the rounded component of everybody who was not cut. */
void xr_entrants_score_component (XrEntrants *self, int component);

/* 考场修正 均值系数: corrects the rounded component by panels. */
void xr_entrants_correct_panels (XrEntrants *self, int component);

/* 合格线, 超过 and 入围比例: cuts those who do not pass. */
void xr_entrants_apply_gate (XrEntrants *self, int component);

/* Totals of those who are active and have every component, then the ranks and the order. */
void xr_entrants_rank (XrEntrants *self);

/* Marks those who are shortlisted and lists them in @result; the field is ranked. */
void xr_entrants_shortlist (XrEntrants *self, XrPostResult *result);

/* Whether a component has a value for the entrant; @value may be NULL. */
gboolean xr_entrant_get_value (const XrEntrant *self, int component, XrDecimal *value);

/* Whether the entrant takes part: stored as active and not cut. */
gboolean xr_entrant_is_active (const XrEntrant *self);

G_END_DECLS
