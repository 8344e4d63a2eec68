/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/case.h"

G_BEGIN_DECLS

/* A smaller case cut out of a case, for asking "what if": its evidence is its own and may be changed,
 * its plan belongs to the case, and so does each candidate and judge. Candidates who are left out have
 * no place in it, so that a view of two is as quick for a round of thousands. Private to rules/. */
typedef struct
{
  XrCase contest;       /* what the rules work out */
  GArray *applications; /* int: where each application stands in the whole case */
  GArray *scores;       /* guint: likewise each score */
} XrCaseView;

/* @applications: (array length=n): which to keep, in this order; all of one post.
 * @without_judge: a judge who is left out with all scores, −1 for none. */
XrCaseView *xr_case_view_new (const XrCase *contest, const int *applications, guint n,
                              int without_judge);
void xr_case_view_free (XrCaseView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrCaseView, xr_case_view_free)

/* The applications of a post in the order of the case. (transfer full) (element-type int) */
GArray *xr_case_view_list_post (const XrCase *contest, int post);

G_END_DECLS
