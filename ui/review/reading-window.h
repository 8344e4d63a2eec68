/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rules/review-package.h"

G_BEGIN_DECLS

/* A review package at its reader's: the dossiers, and what the reader leaves on each person. It has no
 * office file, and can do nothing but save the answer, sealed with the package's own passphrase.
 *
 * @package: (transfer full)
 * @digest: of its content (exchange/review-file.h) */
void xr_reading_window_present (GtkApplication *application, XrReviewPackage *package,
                                const char *digest, const char *passphrase);

G_END_DECLS
