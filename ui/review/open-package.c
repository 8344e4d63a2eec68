/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a sealed package to the window in which it is read. */
#include "config.h"

#include "review/open-package.h"

#include <glib/gi18n-lib.h>

#include "exchange/review-file.h"
#include "review/reading-window.h"
#include "widgets/dialogs.h"
#include "widgets/unseal-dialog.h"

static void
opened_cb (GBytes *content, const char *passphrase, gpointer data)
{
  GtkApplication *application = data;
  g_autoptr (GError) error = NULL;
  XrReviewPackage *package = xr_review_package_from_bytes (content, &error);
  g_autofree char *digest = xr_review_digest (content);

  if (package != NULL)
    xr_reading_window_present (application, package, digest, passphrase);
  else
    xr_dialog_tell_alone (application, _ ("The review package could not be opened"),
                          error->message);
}

void
xr_review_package_open (GtkApplication *application, GBytes *sealed)
{
  xr_unseal_dialog_present (
    application, NULL, sealed, XR_SEALED_REVIEW, _ ("Open a review package"),
    _ ("Enter the passphrase that the office told you."), opened_cb, application, NULL);
}
