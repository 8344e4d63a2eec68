/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/commands.h"

G_BEGIN_DECLS

/* Conditions of one kind are one column of the review, whatever post they are for. */

/* One column: the nth condition of a kind. */
typedef struct
{
  XrRuleKind kind;
  guint nth;
} XrReviewCondition;

/* The condition as one application has it. (nullable) (transfer none) */
const XrRuleReview *xr_review_condition_find (const XrApplicationReview *review,
                                              const XrReviewCondition *condition);
/* The conditions of all @reviews (element-type XrApplicationReview), by kind. (transfer full) (element-type
 * XrReviewCondition) */
GArray *xr_review_conditions_collect (GPtrArray *reviews);

G_END_DECLS
