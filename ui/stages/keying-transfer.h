/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/keying-file.h"

G_BEGIN_DECLS

/* Writing and reading keying files and answers off the main loop: the passphrase takes its time. */

typedef struct
{
  char *path, *passphrase;
  XrSealedKind kind;      /* XR_SEALED_KEYING or XR_SEALED_KEYING_ANSWER */
  gboolean reads;         /* else it writes what stands below */
  XrKeyingTask *task;     /* of a keying file */
  XrKeyingAnswer *answer; /* of an answer */
} XrKeyingTransfer;

XrKeyingTransfer *xr_keying_transfer_new (XrSealedKind kind, gboolean reads, const char *path,
                                          const char *passphrase);
void xr_keying_transfer_free (XrKeyingTransfer *transfer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XrKeyingTransfer, xr_keying_transfer_free)

/* Takes @transfer. While it runs a window covers that of @widget, which is the source of @done. */
void xr_keying_transfer_run (GtkWidget *widget, XrKeyingTransfer *transfer,
                             GAsyncReadyCallback done);
/* @transfer: (out) (transfer full): also where it failed. FALSE with @error; a file that was being written
 * is not there then. */
gboolean xr_keying_transfer_finish (GAsyncResult *result, XrKeyingTransfer **transfer,
                                    GError **error);

/* What a sealed file ends with, without a dot. */
#define XR_KEYING_SUFFIX "xrsealed"
/* "复录文件-民主测评-乙.xrsealed", without what a file's name may not have. (transfer full) */
char *xr_keying_transfer_dup_name (const char *what, const char *component, const char *keyer);

G_END_DECLS
