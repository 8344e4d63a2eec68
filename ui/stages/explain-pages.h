/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stages/explain-subject.h"
#include "widgets/figure-table.h"

G_BEGIN_DECLS

/* The pages of the explanation. Each fills a table at once with what is quick, and does the rest in steps
 * of some hundredths of a second: a step returns FALSE when nothing is left to do. */

typedef struct _XrExplainRank XrExplainRank;

/* Why the candidate ranks where he ranks, and what would swap him with his neighbours. Borrows both. */
XrExplainRank *xr_explain_rank_new (XrFigureTable *table, const XrExplainSubject *subject);
void xr_explain_rank_free (XrExplainRank *self);
void xr_explain_rank_show (XrExplainRank *self);
gboolean xr_explain_rank_step (XrExplainRank *self);

/* How the judges marked; all at once. */
void xr_explain_judges_show (XrFigureTable *table, const XrExplainSubject *subject);

typedef struct _XrExplainWithout XrExplainWithout;

/* The result without each judge and each ballot. _restart() forgets what was worked out. */
XrExplainWithout *xr_explain_without_new (XrFigureTable *table, const XrExplainSubject *subject);
void xr_explain_without_free (XrExplainWithout *self);
void xr_explain_without_restart (XrExplainWithout *self);
void xr_explain_without_show (XrExplainWithout *self);
gboolean xr_explain_without_step (XrExplainWithout *self);

/* The result with other weights; all at once. */
void xr_explain_weights_show (XrFigureTable *table, const XrExplainSubject *subject);

G_END_DECLS
