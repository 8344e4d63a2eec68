/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sealed-file.h"
#include "round/keying-task.h"

G_BEGIN_DECLS

/* Keying files and their answers as sealed files (exchange/sealed-file.h). Inside stands JSON: of a keying
 * file `tables`, of each the rows as texts; of an answer `file`, `round`, `component`, and `sheets` with
 * their `cells` (candidate, dimension, part, value; null: 弃权 or 回避). All of them take as long as the
 * passphrase costs: call them off the main loop. */

/* @cost: (nullable): as of xr_sealed_seal() */
gboolean xr_keying_file_write (const char *path, const XrKeyingTask *task, const char *passphrase,
                               const XrSealedCost *cost, GError **error);
/* (transfer full): NULL with a sentence (XR_SEALED_ERROR, or what the disk says) */
XrKeyingTask *xr_keying_file_read (const char *path, const char *passphrase, GError **error);

gboolean xr_keying_answer_write (const char *path, const XrKeyingAnswer *answer,
                                 const char *passphrase, const XrSealedCost *cost, GError **error);
/* (transfer full): NULL with a sentence */
XrKeyingAnswer *xr_keying_answer_read (const char *path, const char *passphrase, GError **error);

G_END_DECLS
