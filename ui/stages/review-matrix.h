/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "stages/review-sign.h"

G_BEGIN_DECLS

/* Applications × conditions, each cell a sign. Arrow keys move over the cells. Signals: `moved`, when
 * another cell is current; `activated`, when Enter is pressed on it. */

#define XR_TYPE_REVIEW_MATRIX (xr_review_matrix_get_type ())
G_DECLARE_FINAL_TYPE (XrReviewMatrix, xr_review_matrix, XR, REVIEW_MATRIX, AdwBin)

/* Takes @reviews (element-type XrApplicationReview). Keeps the current cell. */
void xr_review_matrix_show (XrReviewMatrix *self, GPtrArray *reviews);
void xr_review_matrix_set_filter (XrReviewMatrix *self, XrReviewFilter filter);
/* What is current. (nullable) (transfer none) */
const XrApplicationReview *xr_review_matrix_get_review (XrReviewMatrix *self);
const XrRuleReview *xr_review_matrix_get_rule (XrReviewMatrix *self);
/* Puts the keyboard on the current cell. */
void xr_review_matrix_focus (XrReviewMatrix *self);

G_END_DECLS
