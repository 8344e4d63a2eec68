/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/review-package.h"

G_BEGIN_DECLS

/* What a reader has written and not saved as an answer yet, kept from one opening of the package to the next.
 * It is a sealed file of kind XR_SEALED_REVIEW_DRAFT whose key is drawn from the package's token: 122 random
 * bits that stand nowhere outside the sealed package, so who cannot open the package cannot open it either, and
 * no passphrase has to be worked on again with each word that is written. */

/* Where they are kept on this computer. (transfer full) */
char *xr_review_draft_folder (void);

/* Keeps @answer in @folder, which is made where it is missing. */
gboolean xr_review_draft_write (const char *folder, const XrReviewAnswer *answer, GError **error);

/* What was kept for the package of @token and @digest; NULL where nothing is, or nothing that can be read.
 * (transfer full) (nullable) */
XrReviewAnswer *xr_review_draft_read (const char *folder, const char *token, const char *digest);

/* Nothing is there any more. */
void xr_review_draft_remove (const char *folder, const char *digest);

G_END_DECLS
