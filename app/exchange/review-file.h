/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sealed-file.h"
#include "rules/review-package.h"

G_BEGIN_DECLS

/* What stands inside the sealed files of a review: the package as JSON with each dossier as an .lrmx in
 * it, and the answer as JSON. Files of kind XR_SEALED_REVIEW and XR_SEALED_REVIEW_ANSWER. */

#define XR_REVIEW_FILE_ERROR (xr_review_file_error_quark ())
GQuark xr_review_file_error_quark (void);

typedef enum
{
  XR_REVIEW_FILE_ERROR_CONTENT, /* sealed rightly, and nothing that this program writes */
} XrReviewFileError;

/* The content of the file, before it is sealed. (transfer full) */
GBytes *xr_review_package_to_bytes (const XrReviewPackage *package);
GBytes *xr_review_answer_to_bytes (const XrReviewAnswer *answer);

/* Returns: (transfer full): %NULL with a sentence where @bytes are no package or no answer */
XrReviewPackage *xr_review_package_from_bytes (GBytes *bytes, GError **error);
XrReviewAnswer *xr_review_answer_from_bytes (GBytes *bytes, GError **error);

/* SHA-256 of a package's content, 64 hexadecimal digits: which package an answer is to. (transfer full) */
char *xr_review_digest (GBytes *content);

G_END_DECLS
