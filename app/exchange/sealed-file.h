/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One file that only its passphrase opens: what leaves the office for another PC, and what comes back.
 *
 *   0   8  "XRSEALED"
 *   8   1  version of the format, 1
 *   9   1  kind (XrSealedKind)
 *  10   2  nothing, 0
 *  12   4  passes of Argon2id                         numbers have their lowest byte first
 *  16   4  memory of Argon2id in KiB
 *  20  16  salt of Argon2id
 *  36  24  header of the stream (XChaCha20-Poly1305, libsodium's secretstream)
 *  60      17 bytes that hold nothing and prove the passphrase and the 60 bytes before; then pieces of
 *          64 KiB and 17 bytes each, the last one shorter and marked as the last
 *
 * A changed byte anywhere, a piece that is missing, doubled or behind the end, is refused. The content
 * is in memory only; nothing of it is ever written beside the file. */

typedef enum
{
  XR_SEALED_REVIEW = 1,    /* dossiers that a reader gets */
  XR_SEALED_REVIEW_ANSWER, /* the reader's opinions and marks */
  XR_SEALED_KEYING,        /* sheets that somebody keys on another PC */
  XR_SEALED_KEYING_ANSWER, /* what was keyed */
  XR_SEALED_REVIEW_DRAFT,  /* what a reader has written so far (exchange/review-draft.h) */
} XrSealedKind;
#define XR_SEALED_LAST_KIND XR_SEALED_REVIEW_DRAFT

#define XR_SEALED_SUFFIX ".xrsealed"
/* Characters that the passphrase of a new file has at least. */
#define XR_SEALED_MIN_PASSPHRASE 8

#define XR_SEALED_ERROR (xr_sealed_error_quark ())
GQuark xr_sealed_error_quark (void);

typedef enum
{
  XR_SEALED_ERROR_PASSPHRASE, /* wrong, or of the first 77 bytes one was changed: nobody can tell */
  XR_SEALED_ERROR_WEAK,       /* a new file wants a longer passphrase */
  XR_SEALED_ERROR_FORMAT,     /* no sealed file, or one of a newer program */
  XR_SEALED_ERROR_KIND,       /* a sealed file of another kind */
  XR_SEALED_ERROR_DAMAGED,    /* changed, cut off, or longer than it was */
  XR_SEALED_ERROR_SIZE,       /* larger than any, or asks for more memory or time than any */
} XrSealedError;

/* What trying one passphrase costs. */
typedef struct
{
  guint32 passes; /* 1 to 8 */
  guint32 memory; /* KiB, 8 to 524288 */
} XrSealedCost;

/**
 * xr_sealed_check_passphrase:
 *
 * Whether @passphrase will do for a new file: valid UTF-8 of %XR_SEALED_MIN_PASSPHRASE characters.
 *
 * Returns: %FALSE with a sentence (%XR_SEALED_ERROR_WEAK)
 */
gboolean xr_sealed_check_passphrase (const char *passphrase, GError **error);

/* Wipes a copy of a passphrase and frees it; NULL is nothing. */
void xr_sealed_passphrase_free (char *passphrase);

/**
 * xr_sealed_seal:
 * @passphrase: full-width and half-width characters count as the same
 * @cost: (nullable): the usual one is 256 MiB and 3 passes, the better part of a second
 *
 * Returns: (transfer full): the bytes of a sealed file
 */
GBytes *xr_sealed_seal (XrSealedKind kind, GBytes *content, const char *passphrase,
                        const XrSealedCost *cost, GError **error);

/**
 * xr_sealed_open:
 * @sealed: the bytes of a sealed file
 * @kind: what it has to be
 *
 * Takes as long as sealing; call it off the main loop.
 *
 * Returns: (transfer full): the content, which is wiped when it is freed; %NULL with a sentence
 */
GBytes *xr_sealed_open (GBytes *sealed, XrSealedKind kind, const char *passphrase, GError **error);

/* What kind @sealed claims to be, without a passphrase; FALSE with a sentence when it is no sealed
 * file. */
gboolean xr_sealed_peek (GBytes *sealed, XrSealedKind *kind, GError **error);

/**
 * xr_sealed_file_write:
 *
 * As xr_sealed_seal(), into the file at @path, which is there whole (mode 0600) or as it was before.
 */
gboolean xr_sealed_file_write (const char *path, XrSealedKind kind, GBytes *content,
                               const char *passphrase, const XrSealedCost *cost, GError **error);

/* The bytes of a sealed file of a bearable size, still sealed: for xr_sealed_peek() and
 * xr_sealed_open(). (transfer full) */
GBytes *xr_sealed_file_load (const char *path, GError **error);

/* xr_sealed_peek() at the file of @path, of which no more than the head is read. */
gboolean xr_sealed_file_peek (const char *path, XrSealedKind *kind, GError **error);

/* xr_sealed_file_load() and xr_sealed_open(). (transfer full) */
GBytes *xr_sealed_file_read (const char *path, XrSealedKind kind, const char *passphrase,
                             GError **error);

G_END_DECLS
