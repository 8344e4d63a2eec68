/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/grid-model.h"

G_BEGIN_DECLS

/* The tables of stages 4 and 5 as models of a grid. All (transfer full); they follow the file. */

/* Judges or sub-items × candidates, with the component's score and rank. Row ids are applications. */
XrGridModel *xr_score_model_new (XrOffice *office, gint64 component, gint64 post);
/* Groups of voters × 应到 实到 发出 收回 有效 无效, with the ballots keyed. Row ids are groups. */
XrGridModel *xr_account_model_new (XrOffice *office, gint64 round, gint64 component, gint64 post);
/* Candidates × votes of each group. */
XrGridModel *xr_votes_model_new (XrOffice *office, gint64 round, gint64 component);
/* Candidates × dimensions × grades of one group (0: none): how many marks were counted by hand. */
XrGridModel *xr_tally_model_new (XrOffice *office, gint64 round, gint64 component, gint64 group);

/* The component of the plan with this id, NULL when there is none; @index receives its place. */
const XrComponent *xr_find_component (const XrPlan *plan, gint64 id, int *index);
/* Candidates with an application in the running, of one post (0: of all). (transfer full)
 * (element-type XrCandidate, borrowed from @contest) */
GPtrArray *xr_active_candidates (const XrCase *contest, gint64 post);
/* 「03 张三」 (transfer full) */
char *xr_candidate_dup_label (const XrCandidate *candidate);

G_END_DECLS
