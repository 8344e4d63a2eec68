/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps and finds drafts. The name of a file says no more than which package it belongs to, and only to who has
 * the package open. Nothing unencrypted is ever written. */

#include "config.h"

#include "exchange/review-draft.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "exchange/review-file.h"

/* The least that Argon2id takes: the key is drawn at random, so nobody tries words. */
static const XrSealedCost least = { .passes = 1, .memory = 8 };

char *
xr_review_draft_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "xuanren", "drafts", NULL);
}

static char *
make_path (const char *folder, const char *digest)
{
  g_autofree char *key = g_strconcat ("draft ", digest, NULL);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  g_autofree char *file = g_strdup_printf ("%.32s" XR_SEALED_SUFFIX, name);

  return g_build_filename (folder, file, NULL);
}

gboolean
xr_review_draft_write (const char *folder, const XrReviewAnswer *answer, GError **error)
{
  g_autofree char *path = make_path (folder, answer->digest);
  g_autoptr (GBytes) content = xr_review_answer_to_bytes (answer);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   _ ("The folder %1$s could not be made: %2$s"), folder, g_strerror (errno));
      return FALSE;
    }
  return xr_sealed_file_write (path, XR_SEALED_REVIEW_DRAFT, content, answer->token, &least, error);
}

XrReviewAnswer *
xr_review_draft_read (const char *folder, const char *token, const char *digest)
{
  g_autofree char *path = make_path (folder, digest);
  g_autoptr (GBytes) content = xr_sealed_file_read (path, XR_SEALED_REVIEW_DRAFT, token, NULL);
  g_autoptr (XrReviewAnswer) answer = content != NULL ? xr_review_answer_from_bytes (content, NULL)
                                                      : NULL;

  if (answer == NULL || g_strcmp0 (answer->token, token) != 0
      || g_strcmp0 (answer->digest, digest) != 0)
    return NULL;
  return g_steal_pointer (&answer);
}

void
xr_review_draft_remove (const char *folder, const char *digest)
{
  g_autofree char *path = make_path (folder, digest);

  g_unlink (path);
}
