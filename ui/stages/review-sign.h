/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "round/commands.h"

G_BEGIN_DECLS

/* How conditions stand, as signs, and which applications are asked for by them. */

typedef enum
{
  XR_REVIEW_FILTER_ALL,
  XR_REVIEW_FILTER_UNKNOWN,   /* with a rule that nobody has settled */
  XR_REVIEW_FILTER_FAILED,    /* with a rule that is failed */
  XR_REVIEW_FILTER_OVERRULED, /* with a rule that was overruled */
} XrReviewFilter;

/* How one rule stands, the reviewer's word counted. */
typedef enum
{
  XR_REVIEW_SIGN_NONE, /* the rule is not one for the post */
  XR_REVIEW_SIGN_MET,
  XR_REVIEW_SIGN_FAILED,
  XR_REVIEW_SIGN_UNKNOWN,
  XR_REVIEW_SIGN_OVERRULED,
  XR_REVIEW_N_SIGNS
} XrReviewSign;

/* @rule NULL: XR_REVIEW_SIGN_NONE */
XrReviewSign xr_review_sign (const XrRuleReview *rule);
/* The word for it, translated. (transfer none) */
const char *xr_review_sign_label (XrReviewSign sign);
/* "✓", and the class of the style that colours it. (transfer none) */
const char *xr_review_sign_mark (XrReviewSign sign);
const char *xr_review_sign_css_class (XrReviewSign sign);
gboolean xr_review_passes (const XrApplicationReview *review, XrReviewFilter filter);

G_END_DECLS
