/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "round/commands.h"

G_BEGIN_DECLS

/* Applications × conditions, each cell a sign. Arrow keys move over the cells. Signals: `moved`, when
 * another cell is current; `activated`, when Enter is pressed on it. */

#define XR_TYPE_REVIEW_MATRIX (xr_review_matrix_get_type ())
G_DECLARE_FINAL_TYPE (XrReviewMatrix, xr_review_matrix, XR, REVIEW_MATRIX, AdwBin)

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
} XrReviewSign;

/* @rule NULL: XR_REVIEW_SIGN_NONE */
XrReviewSign xr_review_sign (const XrRuleReview *rule);
/* The word for it, translated. (transfer none) */
const char *xr_review_sign_label (XrReviewSign sign);
gboolean xr_review_passes (const XrApplicationReview *review, XrReviewFilter filter);

/* Takes @reviews (element-type XrApplicationReview). Keeps the current cell. */
void xr_review_matrix_show (XrReviewMatrix *self, GPtrArray *reviews);
void xr_review_matrix_set_filter (XrReviewMatrix *self, XrReviewFilter filter);
/* What is current. (nullable) (transfer none) */
const XrApplicationReview *xr_review_matrix_get_review (XrReviewMatrix *self);
const XrRuleReview *xr_review_matrix_get_rule (XrReviewMatrix *self);
/* Puts the keyboard on the current cell. */
void xr_review_matrix_focus (XrReviewMatrix *self);

G_END_DECLS
